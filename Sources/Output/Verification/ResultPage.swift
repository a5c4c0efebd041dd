// The result of a verification as a page: the settings, or what failed, why, and what to do.

import Diagnosis
import Operations
import Sentences
import Session
import Terminal
import Vocabulary

package struct ResultPage {
  package let verification: VerificationResult
  package let language: Language
  /// The last line of a page about a failure, or `nil` for none.
  package var ending: Text? = ResultSentence.nothingSaved

  package init(verification: VerificationResult, language: Language) { (self.verification, self.language) = (verification, language) }

  /// The number of causes and of steps on the page. The JSON has all.
  private static let most = 3

  package func show(on screen: Screen) {
    if let diagnosis = verification.diagnosis {
      failed(diagnosis, on: screen)
    } else {
      succeeded(on: screen)
    }
  }

  private func succeeded(on screen: Screen) {
    screen.line(ResultSentence.verified(verification.address)[language], .good)
    screen.line()
    for mailProtocol in MailProtocol.allCases { card(mailProtocol, on: screen) }
    if let remark {
      screen.line()
      screen.line(remark[language], .warning)
      quote(verification.report.smtp.recipient?.reply, on: screen)
    }
    if let provider = verification.provider {
      let notes = provider.notes.filter(\.isForKeeps)
      if !notes.isEmpty {
        screen.line()
        screen.line(Labels.keepInMind[language], .bold)
        for note in notes { screen.line("  - " + note.text[language], indent: 4) }
      }
    }
  }

  /// Shows the settings that the user enters in the mail program.
  private func card(_ mailProtocol: MailProtocol, on screen: Screen) {
    let report = verification[mailProtocol]
    let endpoint = report.endpoint
    screen.line(
      "  \(mailProtocol.spoken)  \(endpoint.host)  \(Labels.port[language]) \(endpoint.port)  \(Labels.security(endpoint.security)[language])",
      indent: 8)
    screen.line("        \(Labels.userName[language])  \(Visible(report.username))", indent: 8)
    for unreached in report.unreached {
      screen.line("        " + ResultSentence.otherPort(unreached.endpoint, endpoint)[language], indent: 8)
    }
  }

  private func failed(_ diagnosis: Diagnosis, on screen: Screen) {
    screen.line(ResultSentence.notVerified(verification.address)[language], .bad)
    screen.line()
    for mailProtocol in MailProtocol.allCases { outcome(mailProtocol, on: screen) }
    causes(diagnosis, on: screen)
    let steps = verification.steps.prefix(Self.most)
    if !steps.isEmpty {
      screen.line()
      screen.line(Labels.doThis[language], .bold)
      for (number, step) in steps {
        StepLines(step: step, number: number, language: language).show(
          on: screen, lead: "  " + Text("\(Labels.step.english) ", Labels.step.simplifiedChinese)[language])
      }
    }
    if let request = verification.request {
      screen.line()
      screen.line(Labels.toForward[language], .bold)
      for line in request.lines { screen.line("  " + line[language], indent: 4) }
    }
    if let next = verification.nextServers {
      screen.line()
      screen.line(ResultSentence.nextServers(next.imap, next.smtp)[language])
    }
    guard let ending else { return }
    screen.line()
    screen.line(ending[language])
  }

  private func outcome(_ mailProtocol: MailProtocol, on screen: Screen) {
    let report = verification[mailProtocol]
    guard let failure = report.failure else {
      guard mailProtocol == .smtp, let remark else { return screen.line(ResultSentence.works(mailProtocol)[language], .good) }
      screen.line(remark[language], .warning)
      return quote(report.recipient?.reply, on: screen)
    }
    let sentence = FailureSentence.text(
      failure, at: report.endpoint, isSecretRight: verification.diagnosis?.isSecretRight == true,
      isListed: verification.isListed(mailProtocol))
    screen.line([Span("\(mailProtocol.spoken): ", .bold), Span(sentence[language])])
    if let tls = report.tls, !tls.isTrusted {
      for (label, value) in CertificateRows(facts: tls).rows {
        screen.line("  " + Text.labelled(label, value)[language], indent: 4)
      }
    }
    quote(failure.reply, on: screen)
  }

  /// The remark about a sender that the server did not plainly accept.
  private var remark: Text? {
    switch verification.report.smtp.recipient {
    case .undecided: ResultSentence.senderUndecided
    case .mailbox: ResultSentence.mailboxTakesNothing
    case .accepted, .notAsked, nil: nil
    }
  }

  private func quote(_ reply: ServerReply?, on screen: Screen) {
    guard let reply, !reply.octets.isEmpty else { return }
    let code = reply.code.map { "\($0) " } ?? ""
    let words = Visible(reply.octets, charset: verification.provider?.session.charset)
    screen.line("  \(Labels.serverSaid[language])\(code)\(words)", indent: 4)
  }

  private func causes(_ diagnosis: Diagnosis, on screen: Screen) {
    let causes = diagnosis.causes.prefix(Self.most)
    guard !causes.isEmpty else { return }
    screen.line()
    screen.line((causes.count == 1 ? Labels.likelyCause : Labels.likelyCauses)[language], .bold)
    let context = (verification.provider.map { ProviderTerms($0) } ?? ProviderTerms(host: verification.settings.imap.host)).after(diagnosis)
    for (position, cause) in causes.enumerated() {
      let sentence = CauseSentence(
        cause, context, behind: diagnosis.failure, of: diagnosis.mailProtocol, at: verification[diagnosis.mailProtocol].endpoint)
      let lead = causes.count == 1 ? "  " : "  \(position + 1). "
      screen.line(lead + sentence.headline[language], indent: lead.count)
      let advice = Text.sentences([sentence.advice] + (diagnosis.stepForCause[cause].map { [CauseSentence.step($0 + 1)] } ?? []))
      screen.line(String(repeating: " ", count: lead.count) + advice[language], indent: lead.count)
      if let command = sentence.command { screen.line(String(repeating: " ", count: lead.count) + command, indent: lead.count) }
    }
    if diagnosis.isSecretRight, verification.report.failures.contains(where: { $0.stage == .login }) {
      screen.line("  " + CauseSentence.secretIsRight(context)[language], .good, indent: 2)
    }
    if diagnosis.risksLockout { screen.line("  " + CauseSentence.lockoutRisk[language], .warning, indent: 2) }
  }
}
