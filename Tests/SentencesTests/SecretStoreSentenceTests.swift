// Sentences about secret stores and credential formats, in both languages.

import AccountStore
import Posix
import SecretStores
import Sentences
import Testing
import Vocabulary

@Suite("Sentences about secret stores") struct SecretStoreSentenceTests {
  /// One of each error. `word` replaces what a program or the system printed.
  private static func faults(_ word: String) -> [SecretStoreError] {
    Keyring.allCases.flatMap { keyring -> [SecretStoreError] in
      [
        .notInstalled(keyring), .notReady(keyring), .locked(keyring), .missing(keyring, entry: word),
        .failed(keyring, status: 2, said: word), .failed(keyring, status: 137, said: nil), .differs(keyring),
        .timedOut(keyring), .badEntry(keyring, word), .elsewhere(keyring, folder: word),
        .occupied(keyring, entry: word), .unalterable(keyring, entry: word), .changed(keyring, entry: word),
        .several(keyring, entry: word), .noRecipient(keyring), .noRecord(keyring, entry: word, .notARecord),
        .noRecord(keyring, entry: word, .newer), .noRoom(keyring),
      ] + Secret.Error.allCases.map { .unusable(keyring, $0) }
    } + [
      .interrupted, .noHome, .open(word), .special(word), .unreadable(word, SystemError(5)), .unwritable(word, SystemError(28)),
      .foreign(word), .exposed(word),
    ]
  }

  /// Numbers each kind. A new one does not compile until it has a number; `complete` then fails until the list above
  /// has it.
  private static func place(_ fault: SecretStoreError) -> Int {
    switch fault {
    case .notInstalled: 0
    case .notReady: 1
    case .locked: 2
    case .missing: 3
    case .failed: 4
    case .differs: 5
    case .timedOut: 6
    case .interrupted: 7
    case .unusable: 8
    case .badEntry: 9
    case .noHome: 10
    case .open: 11
    case .special: 12
    case .unreadable: 13
    case .unwritable: 14
    case .occupied: 15
    case .unalterable: 16
    case .changed: 17
    case .several: 18
    case .noRecipient: 19
    case .foreign: 20
    case .exposed: 21
    case .elsewhere: 22
    case .noRecord: 23
    case .noRoom: 24
    }
  }

  @Test("the list has every error") func complete() { #expect(Set(Self.faults("x").map(Self.place)) == Set(0...24)) }

  @Test("each has a sentence, right in both languages", arguments: faults("WORD")) func good(_ fault: SecretStoreError) {
    let (error, hint) = SecretStoreSentence.text(fault)
    let quoted = ["WORD", "gpg --gen-key", "pass init YOUR-KEY", SystemError(5).text, SystemError(28).text]
    #expect(Prose(text: error, quoted: quoted).faults == [], "\(error)")
    if let hint { #expect(Prose(text: hint, quoted: quoted).faults == [], "\(hint)") }
  }

  @Test("for a password that was not saved, the sentence says if the entry's content is unknown", arguments: faults("WORD"), [true, false])
  func storing(_ fault: SecretStoreError, _ isRestored: Bool) {
    let (error, hint) = SecretStoreSentence.text(StoringError(reason: fault, isRestored: isRestored))
    let quoted = ["WORD", "gpg --gen-key", "pass init YOUR-KEY", SystemError(5).text, SystemError(28).text]
    for text in [error, hint].compactMap({ $0 }) { #expect(Prose(text: text, quoted: quoted).faults == [], "\(text)") }
    #expect(error.english.contains("It is not known what the entry contains now") == !isRestored)
  }

  @Test(
    "a program's output is printed harmless and short",
    arguments: faults("\u{1b}]52;c;ZXZpbA==\u{7}\n" + String(repeating: "x", count: 5_000)))
  func hostile(_ fault: SecretStoreError) {
    let (error, hint) = SecretStoreSentence.text(fault)
    for text in [error, hint].compactMap({ $0 }) {
      for language in Language.allCases {
        #expect(Visible.isHarmless(text[language]))
        #expect(text[language].utf8.count < 600)
      }
    }
  }

  @Test("sentences about each credential format's errors", arguments: CredentialFormat.allCases) func dialects(_ dialect: CredentialFormat)
  {
    for fault in [.tooLong(dialect, most: 254), .notText(dialect), .unspeakable(dialect)] as [CredentialFormatError] {
      let (error, hint) = SecretStoreSentence.text(fault)
      for text in [error, hint].compactMap({ $0 }) { #expect(Prose(text: text).faults == [], "\(text)") }
    }
  }

  @Test("sentences about each keyring, as it is offered and after it has stored a secret", arguments: Keyring.allCases) func keyrings(
    _ keyring: Keyring
  ) {
    let entry = Visible("WORD")
    let texts = [
      SecretStoreSentence.kept(keyring), SecretStoreSentence.lastResort, SecretStoreSentence.keptAs(entry),
      SecretStoreSentence.heldAlready(keyring, entry),
      SecretStoreSentence.mayReplace(keyring, entry, orBeside: true), SecretStoreSentence.mayReplace(keyring, entry, orBeside: false),
      AccountSentence.theirsStays(keyring, entry), AccountSentence.notesStay(keyring, entry),
    ]
    for text in texts { #expect(Prose(text: text, quoted: ["WORD"]).faults == [], "\(text)") }
  }
}
