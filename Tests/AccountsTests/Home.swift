// A home for one test, in which the built program stores its accounts.

import AccountStore
import Foundation
import Posix
import TestSupport
import Testing
import Vocabulary

final class Home: Sendable {
  let path: String
  var folder: String { path + "/mail-setup" }
  var file: String { folder + "/accounts.json" }

  init() throws {
    path = NSTemporaryDirectory() + "setup-accounts-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    // A test may have removed the permission to change its folder.
    chmod(folder, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  var environment: [String: String] { ["HOME": path, "XDG_CONFIG_HOME": path, "TZ": "UTC", "GNUPGHOME": path + "/gnupg"] }

  /// The accounts file, read by the library.
  var registry: AccountsFile {
    get throws {
      let environment = environment
      let file = AccountsFile(environment: Environment(environment))
      return try #require(file)
    }
  }

  /// Saves these accounts.
  func save(_ accounts: [SavedAccount]) throws { try registry.update { $0 = accounts } }

  /// The octets of the accounts file; `nil` if it does not exist.
  var octets: [UInt8]? { ProcessFolder.read(file) }

  /// Writes an accounts file, valid or not.
  func write(_ text: String, mode: mode_t = 0o600) throws {
    if !FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    chmod(file, mode)
  }

  /// The names in the folder of the accounts file.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  /// Runs the program without a terminal.
  func run(_ arguments: [String], _ change: (inout ProcessCall) -> Void = { _ in }) throws -> ProcessResult {
    try ProcessBuilt.call(arguments, environment: environment).with(change).run()
  }

  /// Starts the program at its own terminal.
  func terminal(_ arguments: [String], columns: Int = 80, environment more: [String: String] = [:]) throws -> PtySession {
    try PtySession(ProcessBuilt.call(arguments, environment: environment.merging(more) { $1 }), columns: columns)
  }
}

extension SavedAccount {
  /// Returns an ordinary account.
  static func sample(_ name: String, address: String = "anna@example.org", secret: SecretLocation? = nil) throws -> SavedAccount {
    let (imap, smtp) = (try #require(HostName("imap.example.org")), try #require(HostName("smtp.example.org")))
    return SavedAccount(
      name: try #require(AccountName(name)), address: try MailAddress(address), provider: nil,
      imap: Endpoint(host: imap, port: 993, security: .tls), smtp: Endpoint(host: smtp, port: 587, security: .startTLS),
      imapUsername: address, smtpUsername: address, secret: secret)
  }

  /// Returns the account with a last check.
  func checked(_ verdict: Outcome, _ cause: Cause? = nil, daysAgo: Int64 = 0, isRisky: Bool = false) throws -> SavedAccount {
    var account = self
    let time = Timestamp(seconds: Timestamp.now.seconds - daysAgo * 86_400)
    account.lastCheck = LastCheck(time: try #require(time), verdict: verdict, cause: cause, isRisky: isRisky)
    return account
  }
}
