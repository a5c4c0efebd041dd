// A program that is run directly, without a shell, for its output.

import Platform
import Vocabulary

package enum Subprocess {
  /// The output of a program. All of it may be secret.
  package struct Result: Sendable {
    /// The exit status. 128 plus the signal's number if a signal ended the program. `nil` if the program still runs.
    package let status: Int32?
    package let output: Secret
    /// Empty if the program inherited the standard error of this process.
    package let errors: Secret
    /// Whether `output` is everything that the program printed.
    package let isWhole: Bool
  }

  /// The reason why there is no output. The program has been ended.
  package enum Error: Swift.Error, Equatable, Sendable {
    case timedOut, interrupted
    /// The output or the errors exceed the limit of the call.
    case tooMuch
    /// The system's reason why the program was not started. ENOENT if there is no such program.
    case notStarted(SystemError)
  }

  /// Runs the program of `call` until its `ending`, and returns its output. Ends the program and throws the reason if that
  /// takes longer than `deadline`, or if `interrupt` is raised. Writing to a program that has closed its input raises
  /// SIGPIPE, which this process has to ignore (`Signals.install`).
  package static func run(_ call: SubprocessCall, until deadline: Deadline, or interrupt: Interrupt) throws(Error) -> Result {
    let process: RunningProcess
    do throws(SystemError) { process = try RunningProcess(call) } catch { throw .notStarted(error) }
    var (errors, status, isWhole) = (Secret?.none, Int32?.none, true)
    do throws(Error) {
      let output = try Secret(capacity: call.limit) { (buffer) throws(Error) in
        var dialogue = SubprocessDialogue(call, process, output: CollectedOctets(buffer))
        errors = try Secret(capacity: process.errors == nil ? 0 : call.limit) { (buffer) throws(Error) in
          dialogue.errors = CollectedOctets(buffer)
          status = try dialogue.run(until: deadline, or: interrupt)
          return dialogue.errors?.count ?? 0
        }
        isWhole = dialogue.output.isWhole
        return dialogue.output.count
      }
      return Result(status: status, output: output, errors: errors ?? Secret(copying: []), isWhole: isWhole)
    } catch {
      process.end()
      throw error
    }
  }

  /// Starts a program that continues on its own, such as a browser, detached from the terminal: its standard descriptors
  /// are /dev/null, and it is in its own process group. Throws the errno.
  package static func launch(_ words: [String]) throws(SystemError) {
    let streams = Platform.Streams(input: .null, output: .null, errors: .null)
    RunningProcess.watch(try RunningProcess.spawn(words, streams, .inherited(except: [:]), ownGroup: true))
  }
}
