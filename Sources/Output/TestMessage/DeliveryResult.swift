// The result of a test message, as a page and as JSON.

import Documents
import Operations
import Sentences
import Session
import Terminal
import Vocabulary

package struct DeliveryResult {
  package let report: DeliveryReport
  /// The result of both sessions, with the diagnosis if one failed.
  package let verification: VerificationResult
  package let patience: Double

  package init(report: DeliveryReport, verification: VerificationResult, patience: Double) {
    (self.report, self.verification, self.patience) = (report, verification, patience)
  }

  /// The sentence about what remains of the message in the mailbox, or `nil` if nothing remains.
  package var remains: Text? {
    let subject = SendTestSentence.subject
    // The subject appears in the language in which the message was written, which is the language of the page.
    func about(_ sentence: (String) -> Text) -> Text {
      Text(sentence(subject.english).english, sentence(subject.simplifiedChinese).simplifiedChinese)
    }
    switch report.remains {
    case .nothing: return nil
    case .perhaps: return about(SendTestSentence.perhaps)
    case .whole: return about(SendTestSentence.whole)
    case .marked: return SendTestSentence.marked
    }
  }

  package func show(on screen: Screen, _ language: Language) {
    if verification.diagnosis != nil {
      var page = ResultPage(verification: verification, language: language)
      if report.submission != .notSent { page.ending = remains }
      return page.show(on: screen)
    }
    switch report.arrival?.folder {
    case nil: screen.line(SendTestSentence.notArrived(Int(patience.rounded(.up)))[language], .bad)
    case .inbox where report.removal == .deleted: screen.line(SendTestSentence.arrived(verification.address)[language], .good)
    case .inbox: screen.line(SendTestSentence.came(verification.address)[language], .good)
    case .junk(let name):
      screen.line(SendTestSentence.arrived(in: name)[language], .warning)
      if report.removal == .deleted { screen.line(SendTestSentence.deleted[language]) }
    }
    if let remains { screen.line(remains[language], .warning) }
    if let authentication = report.arrival?.authentication {
      screen.line(SendTestSentence.checks(authentication)[language])
      if authentication.isDoubtful { screen.line(SendTestSentence.doubted[language], .warning) }
    }
    screen.line()
    times(on: screen, language)
    screen.line()
    screen.line(SendTestSentence.copies[language])
  }

  private func times(on screen: Screen, _ language: Language) {
    let rows: [(Text, Double?)] =
      [
        (Text(same: "IMAP"), SendTestSentence.login, milliseconds(.login, .imap)),
        (Text(same: "SMTP"), SendTestSentence.login, milliseconds(.login, .smtp)),
        (Text(same: "SMTP"), SendTestSentence.accepted, milliseconds(.message, .smtp)),
        (Text(same: "IMAP"), SendTestSentence.arrival, report.arrival?.milliseconds),
        (
          Text(same: "IMAP"), report.removal == .marked ? SendTestSentence.marking : SendTestSentence.removal,
          report.removal == nil ? nil : milliseconds(.removal, .imap)
        ),
      ].map { lead, word, time in
        (lead + Text(same: " ") + word, time)
      }
    for (name, time) in rows {
      guard let time else { continue }
      let padding = String(repeating: " ", count: max(1, 16 - Width.of(name[language])))
      screen.line("  \(name[language])\(padding)\(Int(time.rounded())) ms")
    }
  }

  private func milliseconds(_ stage: Stage, _ mailProtocol: MailProtocol) -> Double? {
    verification[mailProtocol].stages.first { $0.stage == stage && $0.status == .ok }?.milliseconds
  }

  /// Returns the JSON of a verification with the facts about the message. Schema 1, whose keys are in JSONReference.swift.
  package func document(_ language: Language) -> JSONValue {
    guard case .object(var keys) = JSONValue.result(verification, language: language) else { preconditionFailure("a result is an object") }
    if verification.diagnosis == nil, report.arrival == nil { keys["outcome"] = .text(Outcome.temporary.rawValue) }
    keys["message"] = .object([
      "id": .text(report.message.id), "submission": .text(report.submission.rawValue),
      "arrival": report.arrival.map { arrival in
        .object([
          "folder": .text(Self.name(arrival.folder)), "ms": .number(arrival.milliseconds),
          "authentication": arrival.authentication.map(Self.document) ?? .null,
        ])
      } ?? .null,
      "removal": .optional(report.removal?.rawValue),
      "remains": .text(Self.word(report.remains)),
    ])
    return .object(keys)
  }

  private static func document(_ results: AuthenticationResults) -> JSONValue {
    .object([
      "spf": .optional(results.spf?.rawValue), "dkim": .optional(results.dkim?.rawValue), "dmarc": .optional(results.dmarc?.rawValue),
    ])
  }

  private static func name(_ folder: Arrival.Folder) -> String {
    switch folder {
    case .inbox: "INBOX"
    case .junk(let name): name.text
    }
  }

  private static func word(_ remains: DeliveryReport.Remains) -> String {
    switch remains {
    case .nothing: "nothing"
    case .perhaps: "perhaps"
    case .whole: "message"
    case .marked: "marked"
    }
  }
}
