// The list of saved accounts with their states, as a page for the user and as JSON for programs.

import AccountStore
import Catalog
import Documents
import Posix
import Sentences
import Terminal
import Vocabulary

package struct AccountsPage {
  package let accounts: [SavedAccount]
  package let directory: ProviderDirectory
  package let language: Language
  private let now = Timestamp.now

  package init(accounts: [SavedAccount], directory: ProviderDirectory, language: Language) {
    (self.accounts, self.directory, self.language) = (accounts, directory, language)
  }

  package func show(on screen: Screen) {
    if accounts.isEmpty { return screen.line(AccountSentence.none[language]) }
    // Names and states are next to each other if there is room for the states. A longer name has a line of its own.
    let columns = screen.columns ?? 80
    let room = columns < 60 ? 0 : columns / 3
    let longest = accounts.map { Width.of($0.name.text) }.filter { $0 <= room }.max() ?? 0
    for account in accounts { show(account, indent: longest + 2, on: screen) }
    // A script that reads the list needs no advice.
    guard screen.columns != nil, accounts.contains(where: { $0.state(at: now).needsAttention }) else { return }
    screen.line()
    let calls = AccountSentence.calls.map { $0[language] }
    let line = calls.joined(separator: "     ")
    for part in Width.of(line) < columns ? [line] : calls { screen.line(part) }
  }

  private func show(_ account: SavedAccount, indent: Int, on screen: Screen) {
    let state = Span(self.state(of: account)[language], style(account.state(at: now)))
    let width = Width.of(account.name.text)
    if width + 2 <= indent {
      screen.line([Span(account.name.text, .bold), Span(String(repeating: " ", count: indent - width)), state], indent: indent)
    } else {
      screen.line(account.name.text, .bold)
      screen.line([Span(String(repeating: " ", count: indent)), state], indent: indent)
    }
    let address = account.name.text == account.address.description ? [] : [account.address.description]
    let place = AccountSentence.place(of: account)
    let details = (address + [place[language]]).joined(separator: Text(", ", "，")[language])
    screen.line([Span(String(repeating: " ", count: indent)), Span(details, .hint)], indent: indent)
  }

  /// Returns the state with its date and, if the last check failed, its cause.
  private func state(of account: SavedAccount) -> Text {
    let state = AccountSentence.state(account.state(at: now), account.lastCheck?.time)
    guard !account.isPaused, let cause = account.lastCheck?.cause else { return state }
    let headline = CauseSentence(cause, account.context(in: directory)).headline
    return Text.labelled(state, headline)
  }

  private func style(_ state: AccountState) -> Style {
    switch state {
    case .normal: .good
    case .signInExpired, .refused, .insecure, .unsupported: .bad
    case .noSecret, .protocol, .unreachable, .temporary, .stale: .warning
    case .unchecked, .paused: .plain
    }
  }

  /// The JSON document: schema 1, whose keys are in JSONReference.swift.
  package var document: JSONValue {
    .object(["schema": JSONValue.schema, "accounts": .list(accounts.map { .object(JSONValue.account($0, at: now)) })])
  }
}

extension AccountState {
  /// Whether the user should check the account again or change it.
  fileprivate var needsAttention: Bool {
    switch self {
    case .normal, .paused: false
    case .noSecret, .signInExpired, .refused, .insecure, .protocol, .unreachable, .temporary, .unsupported, .stale, .unchecked: true
    }
  }
}

extension JSONValue {
  /// Returns the members of an account in JSON. If a command prints the secret, the document says only that there is
  /// one, because its words may be private.
  package static func account(_ account: SavedAccount, at now: Timestamp) -> [String: JSONValue] {
    [
      "name": .text(account.name.text), "address": .text(account.address.description), "provider": .optional(account.provider),
      "imap": server(account.imap, account.imapUsername), "smtp": server(account.smtp, account.smtpUsername),
      "caFile": .optional(account.authorityFile), "signIn": .text(kind(account.signIn)), "secret": place(account.secret),
      "paused": .flag(account.isPaused), "state": .text(account.state(at: now).rawValue),
      "lastCheck": account.lastCheck.map { check in
        .object([
          "time": .text(check.time.utc), "outcome": .text(check.outcome.rawValue), "cause": .optional(check.cause?.rawValue),
          "risky": .flag(check.isRisky),
        ])
      } ?? .null,
    ]
  }

  private static func server(_ endpoint: Endpoint, _ username: String) -> JSONValue {
    .object([
      "host": .text(endpoint.host.text), "port": .integer(Int(endpoint.port)), "security": .text(endpoint.security.rawValue),
      "username": .text(username),
    ])
  }

  private static func kind(_ signIn: SignIn) -> String {
    switch signIn {
    case .password: "password"
    case .token: "token"
    case .oauth: "oauth"
    }
  }

  private static func place(_ place: SecretLocation?) -> JSONValue {
    switch place {
    case .keyring(let keyring, _): .text(keyring.rawValue)
    case .command: .text("command")
    case .later: .text("unknown")
    case nil: .null
    }
  }
}
