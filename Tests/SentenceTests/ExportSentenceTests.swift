// What is said beside an exported configuration.

import Export
import Sentences
import Testing
import Vocabulary

@Suite("sentences about exports") struct ExportSentenceTests {
  private static let remarks: [Remark] = [
    .switchesIDOn(since: "20230407"), .programMustSendID, .loginIsNotAddress(.imap, "anna"), .himalayaOne, .needsMaildir,
    .needsFolder("~/Mail/x"), .needsDelivery,
    .checksNoHostName, .isNotSigned, .needsFetcher(.mbsync),
  ]
  private static let places: [Place] = [
    .file("~/.x"), .privateFile("~/.x"), .script, .web("https://autoconfig.example.org/x"), .profile, .anywhere,
  ]

  @Test("are good prose in both languages") func prose() {
    var texts = Self.remarks.map(ExportSentence.text) + Self.places.compactMap(ExportSentence.text)
    texts += [true, false].map { ExportSentence.secret(Visible("pass show x"), isGiven: $0) }
    texts += Client.allCases.map(ExportSentence.asksItself) + [ExportSentence.clients, ExportSentence.agree]
    var faults: [ExportFault] = [.unusableName]
    faults += ExportFault.Field.allCases.map { .cannotHold(.msmtp, $0) }
    faults += Obstacle.allCases.map { .obstructed(.mutt, $0, alternatives: [.neomutt, .apple]) }
    for fault in faults {
      let (error, hint) = UsageSentence.text(.export(fault))
      texts += [error, hint].compactMap { $0 }
    }
    for text in texts { #expect(Prose(text: text).faults == [], "\(text)") }
  }
}
