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

  /// Where the page is shown.
  package var surface = Surface.commandLine

  /// Whether the page is of a call that a script may repeat. A conversation counts the refusals itself.
  package var isRepeatable = false

  /// The names of the environment variables that decided which servers got the secret.
  package var variables: [String] = []

  package init(verification: VerificationResult, language: Language) { (self.verification, self.language) = (verification, language) }

  package func show(on screen: Screen) {
    if let diagnosis = verification.diagnosis {
      failed(diagnosis, on: screen)
    } else {
      succeeded(on: screen)
    }
  }

  private func origin(on screen: Screen) {
    if !variables.isEmpty { screen.line("  " + VariableSentence.used(variables)[language], indent: 4) }
  }

  private func succeeded(on screen: Screen) {
    screen.line(ResultSentence.verified(verification.address)[language], .good)
    screen.line()
    let (imap, smtp) = (verification.report.imap.username, verification.report.smtp.username)
    for mailProtocol in MailProtocol.allCases { card(mailProtocol, hasName: imap != smtp, on: screen) }
    if imap == smtp { name(imap, on: screen) }
    origin(on: screen)
    alerts(on: screen)
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

  /// RFC 9051, section 7.1: a client has to show these to the user.
  private func alerts(on screen: Screen) {
    for report in [verification.report.imap, verification.report.smtp] {
      for text in report.alerts { screen.line(ResultSentence.alert(report.mailProtocol, text)[language], .warning) }
    }
  }

  /// Shows the settings that the user enters in the mail program.
  private func card(_ mailProtocol: MailProtocol, hasName: Bool, on screen: Screen) {
    let report = verification[mailProtocol]
    let endpoint = report.endpoint
    screen.line(
      "  \(mailProtocol.spoken)  \(endpoint.host)  \(Labels.port[language]) \(endpoint.port)  \(Labels.security(endpoint.security)[language])",
      indent: 8)
    if hasName { name(report.username, on: screen) }
    for unreached in report.unreached {
      screen.line("        " + ResultSentence.otherPort(unreached.endpoint, endpoint)[language], indent: 8)
    }
  }

  private func name(_ username: String, on screen: Screen) {
    screen.line("        \(Labels.userName[language])  \(Visible(username))", indent: 8)
  }

  private func failed(_ diagnosis: Diagnosis, on screen: Screen) {
    screen.line(ResultSentence.notVerified(verification.address)[language], .bad)
    screen.line()
    for mailProtocol in MailProtocol.allCases { outcome(mailProtocol, on: screen) }
    origin(on: screen)
    alerts(on: screen)
    causes(diagnosis, on: screen)
    let steps = verification.steps
    if !steps.isEmpty {
      screen.line()
      screen.line(Labels.doThis[language], .bold)
      for (number, step) in steps {
        StepLines(step: step, number: number, language: language).show(
          on: screen, lead: "  \(Labels.step[language]) ")
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
    screen.line([Span("\(mailProtocol.spoken)\(Text(": ", "：")[language])", .bold), Span(sentence[language])])
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

  /// Returns the position of the step that resolves `cause`, if it is on this page: not the administrator's.
  private func step(for cause: Cause, _ diagnosis: Diagnosis) -> Int? {
    diagnosis.stepForCause[cause].flatMap { diagnosis.steps.contains($0) ? $0 : nil }
  }

  private func causes(_ diagnosis: Diagnosis, on screen: Screen) {
    // Without words of a server there is nothing to say about an unknown cause. No cause contradicts what is said above it.
    let established = Set<Assertion>.established(
      imap: verification.report.imap.failure, smtp: verification.report.smtp.failure, isSecretRight: diagnosis.isSecretRight)
    let causes = diagnosis.causes.prefix(Diagnosis.likely).filter {
      ($0 != .unknown || diagnosis.failure.reply != nil) && established.agree(with: $0, at: diagnosis.mailProtocol)
    }
    guard !causes.isEmpty else { return }
    screen.line()
    screen.line((causes.count == 1 ? Labels.likelyCause : Labels.likelyCauses)[language], .bold)
    let endpoint = verification[diagnosis.mailProtocol].endpoint
    let context = (verification.provider.map { ProviderTerms($0) } ?? ProviderTerms(host: endpoint.host)).after(diagnosis)
    for (position, cause) in causes.enumerated() {
      let sentence = CauseSentence(
        cause, context, behind: diagnosis.failure, of: diagnosis.mailProtocol, at: endpoint, on: surface)
      let lead = causes.count == 1 ? "  " : "  \(position + 1). "
      screen.line(lead + sentence.headline[language], indent: lead.count)
      let advice = Text.sentences([sentence.advice] + (step(for: cause, diagnosis).map { [CauseSentence.step($0 + 1)] } ?? []))
      screen.line(String(repeating: " ", count: lead.count) + advice[language], indent: lead.count)
      if let command = sentence.command { screen.line(String(repeating: " ", count: lead.count) + command, indent: lead.count) }
    }
    if diagnosis.isSecretRight, verification.report.failures.contains(where: { $0.stage == .login }) {
      screen.line("  " + CauseSentence.secretIsRight(context)[language], .good, indent: 2)
    }
    // The advice about too many attempts says it already.
    if causes.contains(.rateLimited) { return }
    if diagnosis.risksLockout {
      screen.line("  " + CauseSentence.lockoutRisk[language], .warning, indent: 2)
    } else if isRepeatable, verification.isRefusedForGood {
      screen.line("  " + CauseSentence.noRepetition[language], .warning, indent: 2)
    }
  }
}
