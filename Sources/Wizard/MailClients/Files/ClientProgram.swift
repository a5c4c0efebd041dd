// What an installed mail program is asked: its version, and whether it can read a file. Never anything that logs in.

import MailClients
import Platform
import Posix
import Sentences
import Vocabulary

struct ClientProgram {
  let interrupt: Interrupt
  /// Python programs take a second to start on a slow computer.
  private static let patience = 15.0
  /// The maximum size of each output in octets.
  private static let limit = 1 << 18

  /// What a client may know of the environment: where things are, and nothing that changes what it does.
  private static let variables = ["PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "XDG_CONFIG_HOME", "LD_LIBRARY_PATH"]

  /// What was learned of the version.
  enum Version: Equatable {
    case known(ClientVersion)
    /// It is not there, or says nothing that could be understood.
    case unknown
    /// No version makes a difference.
    case indifferent
  }

  func version(of client: MailClient) throws(CommandError) -> Version {
    guard let call = client.versionCall else { return .indifferent }
    do throws(Subprocess.Error) {
      // Some complain about a configuration that is missing, and then end with a status that says so.
      return ClientVersion(printedIn: try ask(call).output.copy).map(Version.known) ?? .unknown
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      // A client that does not answer is as good as one that is not there: the newest is assumed, and that is said.
      case .notStarted, .timedOut, .tooMuch: return .unknown
      }
    }
  }

  /// What a client says of a file.
  enum Verdict: Equatable {
    case accepted
    case rejected(String)
    /// It cannot be asked without a login.
    case cannotTell
    case notInstalled
    case noAnswer
    /// Another version than the installed one is meant.
    case notAsked
  }

  /// Asks `client` about the file at `path`.
  func verdict(_ client: MailClient, on path: String, of owner: BlockOwner) throws(CommandError) -> Verdict {
    guard let check = client.check(path, of: owner) else { return .cannotTell }
    do throws(Subprocess.Error) {
      let answer = try ask(check.words, check.environment)
      // The program has ended, so its status is known.
      let complaint = check.complaint(
        about: path, output: answer.output.copy, errors: answer.errors.copy, status: answer.status ?? 0)
      return complaint.map(Verdict.rejected) ?? .accepted
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
    for name in Self.variables { variables[name] = Environment.process[name] }
    let call = SubprocessCall(
      words, environment: .exactly(variables), input: .none, errors: .captured, hasOwnGroup: true, limit: Self.limit, excess: .refused,
      ending: .exit)
    return try Subprocess.run(call, until: .after(seconds: Self.patience), or: interrupt)
  }
}

extension Secret {
  /// The octets, which are not secret here.
  fileprivate var copy: [UInt8] { withOctets { Array($0) } }
}
