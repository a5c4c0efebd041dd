// An account in the form in which it is written. What is absent has no key.

import Account
import Vocabulary

struct StoredRegistry: Encodable {
  private let schema = AccountsDocument.schema
  private let accounts: [StoredAccount]

  init(_ accounts: [SavedAccount]) { self.accounts = accounts.map(StoredAccount.init) }
}

private struct StoredAccount: Encodable {
  let name, address: String
  let provider: String?
  let imap, smtp: Server
  let imapUsername, smtpUsername: String
  let secret: Place?
  let paused: Bool?
  let lastCheck: Check?

  init(_ account: SavedAccount) {
    (name, address, provider) = (account.name.text, account.address.description, account.provider)
    (imap, smtp) = (Server(account.imap), Server(account.smtp))
    (imapUsername, smtpUsername) = (account.imapUsername, account.smtpUsername)
    secret = account.secret.map(Place.init)
    paused = account.isPaused ? true : nil
    lastCheck = account.lastCheck.map(Check.init)
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

    init(_ place: SecretPlace) {
      switch place {
      case .keyring(let keyring, let entry): (self.keyring, self.entry, command) = (keyring.rawValue, entry, nil)
      case .command(let words): (keyring, entry, command) = (nil, nil, words)
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
