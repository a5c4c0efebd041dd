// An account in the form in which it is written. What is absent has no key.

import Documents
import Vocabulary

struct StoredRegistry: Encodable {
  private let accounts: [Stored<AccountWriter>]
  private let unknownKeys: UnknownKeys

  init(_ accounts: [SavedAccount], _ unknownKeys: UnknownKeys) {
    (self.accounts, self.unknownKeys) = (accounts.map { Stored(AccountWriter($0), $0.unknownKeys.account) }, unknownKeys)
  }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: AnyKey.self)
    try object.encode(unknownKeys)
    try object.encode(AccountsDocument.schema, forKey: AnyKey(stringValue: "schema"))
    try object.encode(accounts, forKey: AnyKey(stringValue: "accounts"))
  }
}

/// The keys that are known, and beside them those of a later program.
private struct Stored<Known: Encodable>: Encodable {
  private let known: Known
  private let unknownKeys: UnknownKeys

  init(_ known: Known, _ unknownKeys: UnknownKeys) { (self.known, self.unknownKeys) = (known, unknownKeys) }

  func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: AnyKey.self)
    try object.encode(unknownKeys)
    try known.encode(to: encoder)
  }
}

private struct AccountWriter: Encodable {
  let name, address: String
  let provider: String?
  let imap, smtp: Stored<Server>
  let imapUsername, smtpUsername: String
  let authorityFile: String?
  let secret: Stored<Place>?
  let paused: Bool?
  let lastCheck: Stored<Check>?

  init(_ account: SavedAccount) {
    (name, address, provider) = (account.name.text, account.address.description, account.provider)
    let unknown = account.unknownKeys
    (imap, smtp) = (Stored(Server(account.imap), unknown.imap), Stored(Server(account.smtp), unknown.smtp))
    (imapUsername, smtpUsername) = (account.imapUsername, account.smtpUsername)
    authorityFile = account.authorityFile
    secret = account.secret.map { Stored(Place($0, account.entryMarks), unknown.secret) }
    paused = account.isPaused ? true : nil
    lastCheck = account.lastCheck.map { Stored(Check($0), unknown.lastCheck) }
  }

  struct Server: Encodable {
    let host: String
    let port: UInt16
    let security: String

    init(_ endpoint: Endpoint) { (host, port, security) = (endpoint.host.text, endpoint.port, endpoint.security.rawValue) }
  }

  struct Place: Encodable {
    let keyring, entry: String?
    let command: [String]?
    let found, unsettled: Bool?

    init(_ place: SecretLocation, _ marks: EntryMarks) {
      switch place {
      case .keyring(let keyring, let entry):
        (self.keyring, self.entry, command) = (keyring.rawValue, entry, nil)
        (found, unsettled) = (marks.isFound ? true : nil, marks.isUnsettled ? true : nil)
      case .command(let words): (keyring, entry, command, found, unsettled) = (nil, nil, words, nil, nil)
      }
    }
  }

  struct Check: Encodable {
    let time: Int64
    let outcome: String
    let cause: String?
    let risky: Bool?

    init(_ check: LastCheck) {
      (time, outcome, cause) = (check.time.seconds, check.verdict.rawValue, check.cause?.rawValue)
      risky = check.isRisky ? true : nil
    }
  }
}
