// An account as JSON. A value that is absent has no key.

import Documents
import Vocabulary

enum AccountWriter {
  /// Returns an object with all known keys, and the keys of a later version that were read.
  static func value(_ account: SavedAccount) -> JSONValue {
    let unknown = account.unknownKeys
    return .object(
      [
        "name": .text(account.name.text), "address": .text(account.address.description),
        "provider": account.provider.map(JSONValue.text), "imap": server(account.imap, unknown.imap),
        "smtp": server(account.smtp, unknown.smtp), "imapUsername": .text(account.imapUsername),
        "smtpUsername": .text(account.smtpUsername), "authorityFile": account.authorityFile.map(JSONValue.text),
        "signIn": signIn(account.signIn, unknown.signIn),
        "secret": account.secret.map { place($0, .of(account.signIn), account.entryMarks, unknown.secret) },
        "paused": flag(account.isPaused),
        "lastCheck": account.lastCheck.map { check($0, unknown.lastCheck) },
      ], unknown.account)
  }

  private static func server(_ endpoint: Endpoint, _ unknown: UnknownKeys) -> JSONValue {
    .object(
      [
        "host": .text(endpoint.host.text), "port": .integer(endpoint.port), "security": .text(endpoint.security.rawValue),
      ], unknown)
  }

  private static func signIn(_ signIn: SignIn, _ unknown: UnknownKeys) -> JSONValue? {
    switch signIn {
    case .password: nil
    case .token: .object(["kind": .text(SignInKind.token.rawValue)], unknown)
    case .oauth(let oauth):
      .object(
        [
          "kind": .text(SignInKind.oauth.rawValue), "provider": oauth.provider.map(JSONValue.text), "issuer": .text(oauth.issuer),
          "clientID": .text(oauth.clientID), "tenant": oauth.tenant.map(JSONValue.text), "scopes": .texts(oauth.scopes),
          "way": .text(oauth.way.rawValue),
        ], unknown)
    }
  }

  private static func place(_ place: SecretLocation, _ keys: SecretKeys, _ marks: EntryMarks, _ unknown: UnknownKeys) -> JSONValue {
    switch place {
    case .keyring(let keyring, let entry):
      .object(
        [
          keys.keyring: .text(keyring.rawValue), keys.entry: .text(entry), "found": flag(marks.isFound),
          "unsettled": flag(marks.isUnsettled),
          "store": marks.store.map(JSONValue.text), "stamp": marks.stamp.map(JSONValue.text), "before": marks.before.map(JSONValue.text),
        ], unknown)
    case .command(let words): .object([keys.command: .texts(words)], unknown)
    case .later(let members): .object(members)
    }
  }

  private static func check(_ check: LastCheck, _ unknown: UnknownKeys) -> JSONValue {
    .object(
      [
        "time": .integer(check.time.seconds), "outcome": .text(check.outcome.rawValue),
        "cause": check.cause.map { .text($0.rawValue) }, "risky": flag(check.isRisky),
      ], unknown)
  }

  /// A key is written only if its value is true.
  private static func flag(_ flag: Bool) -> JSONValue? { flag ? .flag(true) : nil }
}
