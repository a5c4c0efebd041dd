// Sentences about changes to a client's own file.

import MailClients
import Sentences
import Testing
import Vocabulary

@Suite("sentences about writing") struct FileUpdateSentenceTests {
  private static func faults(_ path: String) -> [FileUpdateError] {
    let reasons: [FileUpdateError.Reason] = [
      .special, .foreign, .foreignFolder, .tooBig, .changed, .busy, .tooManyCopies, .system("No space left on device"),
    ]
    let blocks: [ManagedBlock.Error] = [.unpaired(line: 3), .edited(line: 3), .unfinishedLine(line: 3)]
    return [.noFile(.curl), .noHome, .rejected(.msmtp, said: path), .defined(path, [SettingDefinition(name: "account x", line: 2)])]
      + blocks.map { .block(path, $0) } + reasons.map { .unusable(path, $0) }
  }

  private static let verdicts: [FileUpdateSentence.CheckOutcome] = [
    .accepted, .complainedBefore(Visible("WORD")), .cannotTell, .notInstalled, .noAnswer, .notAsked,
  ]

  @Test("are good prose in both languages") func prose() {
    let path = Visible("~/.x")
    var texts = [
      FileUpdateSentence.nothingToDo(path), FileUpdateSentence.adds(path, isNew: true), FileUpdateSentence.adds(path, isNew: false),
      FileUpdateSentence.replaces(path), FileUpdateSentence.removes(path), FileUpdateSentence.removesFile(path),
      FileUpdateSentence.makes(path),
      FileUpdateSentence.overrides(path, "from (line 3)"), FileUpdateSentence.mayWrite(path), FileUpdateSentence.mayRemove(path),
      FileUpdateSentence.needsConsent(.noTerminal), FileUpdateSentence.needsConsent(.inputTaken(by: "--secret-from")),
      FileUpdateSentence.unchanged, FileUpdateSentence.changedMeanwhile(path),
      FileUpdateSentence.written(path, copy: nil), FileUpdateSentence.written(path, copy: path),
      FileUpdateSentence.removed(path, copy: nil),
      FileUpdateSentence.removed(path, copy: path), FileUpdateSentence.nothingToRemove(path, Visible("me@example.org")),
    ]
    for outcome in Self.verdicts { texts += MailClient.allCases.map { FileUpdateSentence.text(outcome, $0) } }
    for fault in Self.faults("~/.x") {
      let (error, hint) = CommandErrorSentence.text(.writing(fault))
      texts += [error, hint].compactMap { $0 }
    }
    let quoted = ["WORD", "~/.x", "from (line 3)", "No space left on device", "account x"]
    for text in texts { #expect(Prose(text: text, quoted: quoted).faults == [], "\(text)") }
  }

  @Test("contain nothing harmful from a file or a client") func hostile() {
    for fault in Self.faults("\u{1b}]52;c;x\u{7}\u{202e}" + String(repeating: "x", count: 5_000)) {
      let (error, hint) = CommandErrorSentence.text(.writing(fault))
      for language in Language.allCases {
        for text in [error[language], hint?[language] ?? ""] {
          #expect(Visible.isHarmless(text))
          #expect(text.count < 500)
        }
      }
    }
  }
}
