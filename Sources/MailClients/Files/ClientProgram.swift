// What an installed mail program is asked: its version, and whether it can read a file. Nothing that signs in.

import Platform
import Posix
import Vocabulary

package struct ClientProgram: Sendable {
  private let environment: Environment
  private let interrupt: Interrupt
  /// The seconds that a program has to answer. Python programs need one to start on a slow computer.
  private static let patience = 15.0
  /// The maximum size of each output in octets.
  private static let limit = 1 << 18

  /// The variables that a program is started with: the locations of files, and nothing that changes what it does.
  private static let variables = ["PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CONFIG_HOME", "LD_LIBRARY_PATH"]

  package init(_ environment: Environment, _ interrupt: Interrupt) { (self.environment, self.interrupt) = (environment, interrupt) }

  package enum Error: Swift.Error { case interrupted }

  /// The version of an installed program.
  package enum Version: Equatable, Sendable {
    case known(ClientVersion)
    /// The program is not installed, or its output has no version.
    case unknown
    /// No version makes a difference.
    case indifferent
  }

  /// Asks a program for its version. Throws only if the user interrupts.
  package func version(of client: MailClient) throws(Error) -> Version {
    guard let call = client.versionCall else { return .indifferent }
    do throws(Subprocess.Error) {
      // The status does not count: some programs also complain about a missing configuration.
      return ClientVersion(printedIn: try ask(call).output.copy).map(Version.known) ?? .unknown
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      // A program that does not answer counts as not installed: the newest version is assumed, and the user is told.
      case .notStarted, .timedOut, .tooMuch: return .unknown
      }
    }
  }

  /// The answer of a program about a file.
  package enum CheckOutcome: Equatable, Sendable {
    case accepted
    /// In these words of the program.
    case rejected(String)
    /// It cannot check the file without signing in.
    case cannotTell
    case notInstalled
    case noAnswer
    /// The file is for another version than the installed one.
    case notAsked
  }

  /// Asks a program about the file at `path`. Throws only if the user interrupts.
  package func outcome(_ client: MailClient, on path: String, of owner: BlockOwner) throws(Error) -> CheckOutcome {
    guard let check = client.check(path, of: owner) else { return .cannotTell }
    do throws(Subprocess.Error) {
      let answer = try ask(check.words, check.environment)
      // The program has ended, so its status is known.
      let complaint = check.complaint(
        about: path, output: answer.output.copy, errors: answer.errors.copy, status: answer.status ?? 0)
      return complaint.map(CheckOutcome.rejected) ?? .accepted
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .notStarted(let reason): return reason.number == ENOENT ? .notInstalled : .noAnswer
      case .timedOut, .tooMuch: return .noAnswer
      }
    }
  }

  private func ask(_ words: [String], _ further: [String: String] = [:]) throws(Subprocess.Error) -> Subprocess.Result {
    var variables = further.merging(["LC_ALL": "C.UTF-8"]) { $1 }
    for name in Self.variables { variables[name] = environment[name] }
    let call = SubprocessCall(
      words, environment: .exactly(variables), input: .none, errors: .captured, hasOwnGroup: true, limit: Self.limit, excess: .refused,
      ending: .exit)
    return try Subprocess.run(call, until: .after(seconds: Self.patience), or: interrupt)
  }
}

extension Secret {
  /// The octets. The output of a version call or of a check is not secret.
  fileprivate var copy: [UInt8] { withOctets { Array($0) } }
}
