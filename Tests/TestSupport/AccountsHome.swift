// A home for one test, in which the built program stores its accounts.

import AccountStore
import Foundation
import Platform
import Posix
import Vocabulary

package final class Home: Sendable {
  package let path: String
  package var folder: String { path + "/mail-setup" }
  package var file: String { folder + "/accounts.json" }

  package init() throws {
    path = NSTemporaryDirectory() + "setup-accounts-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    // A test may have removed the permission to change its folder.
    chmod(folder, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  package var environment: [String: String] { ["HOME": path, "XDG_CONFIG_HOME": path, "TZ": "UTC", "GNUPGHOME": path + "/gnupg"] }

  /// The accounts file, read by the library.
  package var registry: AccountsFile {
    get throws {
      guard let file = AccountsFile(environment: Environment(environment)) else { throw ProcessFailure("no folder for accounts") }
      return file
    }
  }

  /// Saves these accounts.
  package func save(_ accounts: [SavedAccount]) throws { try registry.update { $0 = accounts } }

  /// The octets of the accounts file; `nil` if it does not exist.
  package var octets: [UInt8]? { ProcessFolder.read(file) }

  /// Writes an accounts file, valid or not.
  package func write(_ text: String, mode: mode_t = 0o600) throws {
    if !FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    chmod(file, mode)
  }

  /// The names in the folder of the accounts file.
  package var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  /// Runs the program without a terminal.
  package func run(_ arguments: [String], _ change: (inout ProcessCall) -> Void = { _ in }) throws -> ProcessResult {
    try ProcessBuilt.call(arguments, environment: environment).with(change).run()
  }

  /// Runs `script` in its own mount namespace; `$1` is the program, `$2` the folder of accounts.json.
  package func mounting(_ script: String) throws -> ProcessResult {
    guard let words = Equipment.mounting else { throw ProcessFailure("no mounts") }
    let program = try ProcessBuilt.setup.get()
    let environment = ProcessBuilt.environment(environment).merging(["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]) { $1 }
    let call = words + ["/bin/sh", "-e", "-c", script, "sh", program, folder]
    return try ProcessCall(call[0], Array(call.dropFirst()), environment: environment).run()
  }

  /// Starts the program at its own terminal.
  package func terminal(_ arguments: [String], columns: Int = 80, environment more: [String: String] = [:]) throws -> PtySession {
    try PtySession(ProcessBuilt.call(arguments, environment: environment.merging(more) { $1 }), columns: columns)
  }
}

extension SavedAccount {
  /// Returns an ordinary account.
  package static func sample(_ name: String, address: String = "anna@example.org", secret: SecretLocation? = nil) throws -> SavedAccount {
    guard let imap = HostName("imap.example.org"), let smtp = HostName("smtp.example.org"), let accountName = AccountName(name) else {
      throw ProcessFailure("not a name: \(name)")
    }
    return SavedAccount(
      name: accountName, address: try MailAddress(address), provider: nil,
      imap: Endpoint(host: imap, port: 993, security: .tls), smtp: Endpoint(host: smtp, port: 587, security: .startTLS),
      imapUsername: address, smtpUsername: address, secret: secret)
  }

  /// Returns the account with a last check.
  package func checked(_ outcome: Outcome, _ cause: Cause? = nil, daysAgo: Int64 = 0, isRisky: Bool = false) throws -> SavedAccount {
    var account = self
    guard let time = Timestamp(seconds: Timestamp.now.seconds - daysAgo * 86_400) else { throw ProcessFailure("not a time") }
    account.lastCheck = LastCheck(time: time, outcome: outcome, cause: cause, isRisky: isRisky)
    return account
  }
}
