// Sentences about saved accounts and their file, in both languages.

import AccountStore
import Documents
import Posix
import Sentences
import Testing
import Vocabulary

@Suite("Sentences about saved accounts") struct AccountSentenceTests {
  private static func faults(_ word: String) -> [AccountStoreError] {
    let broken = DocumentIssue(path: "accounts[3].imap.port", entry: nil, reason: .notAPort)
    return [
      .noHome, .unreadable(word, SystemError(13)), .unwritable(word, SystemError(28)), .unsettled(word, SystemError(5)), .special(word),
      .open(word), .tooBig(word), .foreign(word),
      .newer(word), .broken(word, [broken]), .broken(word, [DocumentIssue](repeating: broken, count: 9)),
      .unknownKeys(word, ["accounts[0].color"]), .busy(word), .cannotHold(word),
    ]
  }

  /// A new error does not compile until it is numbered here; `complete` then fails until the list above has it.
  private static func place(_ fault: AccountStoreError) -> Int {
    switch fault {
    case .noHome: 0
    case .unreadable: 1
    case .unwritable: 2
    case .special: 3
    case .open: 4
    case .tooBig: 5
    case .newer: 6
    case .broken: 7
    case .unknownKeys: 8
    case .busy: 9
    case .cannotHold: 10
    case .unsettled: 11
    case .foreign: 12
    }
  }

  @Test("the list has every error") func complete() { #expect(Set(Self.faults("x").map(Self.place)) == Set(0...12)) }

  @Test("each has a sentence, right in both languages", arguments: faults("WORD")) func good(_ fault: AccountStoreError) {
    let (error, hint) = AccountStoreSentence.text(fault)
    let quoted = [
      "WORD", "Permission denied", "No space left on device", "Input/output error", "accounts[3].imap.port", "accounts[0].color",
    ]
    #expect(Prose(text: error, quoted: quoted).faults == [], "\(error)")
    if let hint { #expect(Prose(text: hint, quoted: quoted).faults == [], "\(hint)") }
  }

  @Test("a path is printed without control characters", arguments: faults("\u{1b}[2J\u{202e}" + String(repeating: "x", count: 5_000)))
  func hostile(_ fault: AccountStoreError) {
    let (error, hint) = AccountStoreSentence.text(fault)
    for text in [error, hint].compactMap({ $0 }).flatMap({ [$0.english, $0.simplifiedChinese] }) {
      #expect(Visible.isHarmless(text))
      #expect(text.count < 600)
    }
  }

  @Test("every state has a word of its own, right in both languages", arguments: AccountState.allCases)
  func states(_ state: AccountState) {
    let text = AccountSentence.state(state, Timestamp(seconds: 1_795_296_240))
    #expect(Prose(text: Text("It is \(text.english).", text.simplifiedChinese + "。")).faults == [], "\(text)")
    #expect(Set(AccountState.allCases.map { AccountSentence.word($0) }).count == AccountState.allCases.count)
  }

  @Test("every change is described in both languages") func deeds() throws {
    let name = try #require(AccountName("work"))
    let server = Endpoint(host: try #require(HostName("mail.example.org")), port: 993, security: .tls)
    let oauth = OAuthSignIn(provider: nil, issuer: "https://id.example.org", clientID: "x", tenant: nil, scopes: [], way: .device)
    let places = [nil, .command(["x"]), .later([:])] + Keyring.allCases.map { SecretLocation.keyring($0, entry: "e") }
    let saved = try [SignIn.password, .token, .oauth(oauth)].flatMap { signIn in
      try places.flatMap { place in
        let account = SavedAccount(
          name: name, address: try MailAddress("a@example.org"), provider: nil, imap: server, smtp: server, imapUsername: "a",
          smtpUsername: "a", signIn: signIn, secret: place)
        return [AccountSentence.saved(account), AccountSentence.place(of: account) + Text(".", "。")]
      }
    }
    let texts =
      saved + [
        AccountSentence.none, AccountSentence.paused(name),
        AccountSentence.resumed(name), AccountSentence.renamed(name, name),
        AccountSentence.removed(name), AccountSentence.reallyRemove([name]),
        AccountSentence.removalNeedsConsent, AccountSentence.nothingRemoved,
        AccountSentence.commandStays, AccountSentence.laterStays,
        TransferSentence.same(name), TransferSentence.other(name), TransferSentence.next,
        TransferSentence.exported(1, Visible("accounts.json")), TransferSentence.exists(Visible("accounts.json")),
        TransferSentence.editing(name), TransferSentence.emptyKeeps, TransferSentence.fromCommand, TransferSentence.once,
        TransferSentence.notKept, TransferSentence.commandDropped, TransferSentence.leftOut(name, TransferSentence.again),
        TransferSentence.again, TransferSentence.changed(name), TransferSentence.unchanged(name),
        TransferSentence.left(name),
        CheckSentence.waits("work", true), CheckSentence.waits("work", false), CheckSentence.noSecretKept("work"), CheckSentence.isPaused,
      ] as [Text]
    let entry = Visible("entry")
    let keyrings = Keyring.allCases.flatMap { keyring in
      [
        AccountSentence.forgotten(keyring), AccountSentence.notForgotten(keyring, entry), AccountSentence.changedStays(keyring, entry),
        AccountSentence.removedLater(keyring, entry), AccountSentence.leftBehind(keyring, entry, isRemoval: true),
        AccountSentence.leftBehind(keyring, entry, isRemoval: false),
      ]
    }
    for text in texts + keyrings {
      #expect(Prose(text: text, quoted: ["work", "entry", "accounts.json"]).faults == [], "\(text)")
    }
  }
}
