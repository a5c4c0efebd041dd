// How a client says itself, without a network and without a login, whether it can read its file.

import Vocabulary

/// A call, and how its answer is read. The commands are those of each client's manual page; what they answer to good and to
/// bad files was tried with the versions of Debian 12 and 13.
package struct OfflineCheck: Sendable {
  /// What tells a bad file from a good one.
  enum Sign: Sendable {
    case status
    /// It ends with 0 whatever the file is like, and complains on standard error.
    case anyError
    /// It always ends with a fault, but names the file only where that is what is wrong.
    case fileNamed
  }

  package let words: [String]
  /// Variables besides the usual environment.
  package let environment: [String: String]
  let sign: Sign
  /// What is no more than a warning to the client, and means that a line is of no effect.
  var warning: String?
  /// What stands in a line that is no more than advice: what it is about is of effect all the same.
  var advice: [String] = []

  /// What the client has to say against the file at `path`; nil for a good one. Text of others.
  package func complaint(about path: String, output: [UInt8], errors: [UInt8], status: Int32) -> String? {
    let lines = [errors, output].flatMap { $0.split(separator: .lineFeed).map(\.text) }
    if let warning, let line = lines.first(where: { $0.contains(warning) }) { return line }
    switch sign {
    case .status: return status == 0 ? nil : lines.first ?? "\(status)"
    case .anyError: return errors.isEmpty ? nil : lines.first
    case .fileNamed: return lines.first { line in line.contains(path) && !advice.contains(where: line.contains) }
    }
  }
}

extension MailClient {
  /// What a check runs in place of the command for the secret: a check is no reason to unlock a keyring.
  package static let harmless = PasswordCommand("echo x")

  /// nil where every check of it would log in.
  package func check(_ path: String, of owner: BlockOwner) -> OfflineCheck? {
    func check(
      _ words: [String], _ sign: OfflineCheck.Sign, _ environment: [String: String] = [:], warning: String? = nil, advice: [String] = []
    ) -> OfflineCheck {
      OfflineCheck(words: [rawValue] + words, environment: environment, sign: sign, warning: warning, advice: advice)
    }
    return switch self {
    case .msmtp: check(["-C", path, "-a", owner.label, "-P", "x@example.org"], .status)
    // Of names that were replaced: 1.5 of SSLType and Master, 1.4 of an address in place of a host name.
    case .mbsync: check(["-c", path, "__none__"], .fileNamed, advice: [": notice: ", ": Notice: "])
    case .neomutt, .mutt: check(["-n", "-F", path, "-Q", "from"], .anyError)
    case .getmail:
      check(
        ["--getmaildir=\(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))", "-r", path, "--dump"], .status,
        warning: "unknown parameter")
    case .sNail: check(["-X", "varshow mta", "-X", "xit", "-f", "/dev/null"], .anyError, ["MAILRC": path])
    case .git: check(["config", "-f", path, "--list"], .status)
    case .aerc, .himalaya, .offlineimap, .fetchmail, .swaks, .curl, .autoconfig, .apple, .emacs, .json, .env: nil
    }
  }
}
