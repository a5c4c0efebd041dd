// What a program is run with.

import Platform
import Vocabulary

package struct SubprocessCall: Sendable {
  package enum Input: Sendable {
    /// Nothing: the program reads the end immediately.
    case none
    /// The standard input of this process.
    case inherited
    /// These octets, and then the end.
    case secret(Secret)
  }

  package enum Errors: Sendable {
    /// They are part of the result.
    case captured
    /// The standard error of this process.
    case inherited
  }

  /// What happens with more octets than `limit`.
  package enum Excess: Sendable {
    /// The program is ended, and the call throws `.tooMuch`.
    case refused
    /// They are read and dropped, so that the program can continue.
    case cut
  }

  /// When the call has its result. A process that the program has left behind, such as a daemon, is never waited for: it
  /// may hold the outputs open for days.
  package enum Ending: Sendable {
    /// When the program has ended.
    case exit
    /// Also when the program has closed its output after it printed something. If it then runs longer than half a second,
    /// it is left running.
    case output
    /// Also when the program has closed its output, whether it printed something or not. If the program has ended with an
    /// incomplete line, a process that it has left behind has one second to complete it.
    case line
  }

  /// The argv. `words[0]` is searched in PATH. There is no shell.
  package let words: [String]
  package let environment: Platform.Variables
  package let input: Input
  package let errors: Errors
  /// Whether the program is in its own process group. If the call fails, all processes of the group are ended. The
  /// terminal sends no signals to the group.
  package let hasOwnGroup: Bool
  /// The maximum size of the output and of the errors, in octets.
  package let limit: Int
  package let excess: Excess
  package let ending: Ending

  package init(
    _ words: [String], environment: Platform.Variables, input: Input, errors: Errors, hasOwnGroup: Bool, limit: Int, excess: Excess,
    ending: Ending
  ) {
    (self.words, self.environment, self.input, self.errors) = (words, environment, input, errors)
    (self.hasOwnGroup, self.limit, self.excess, self.ending) = (hasOwnGroup, limit, excess, ending)
  }
}
