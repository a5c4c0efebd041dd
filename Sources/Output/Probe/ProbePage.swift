// The result of a probe as a page: each server, then the summary.

import Catalog
import Sentences
import Session
import Terminal
import Vocabulary

package struct ProbePage {
  package let report: ProbeReport
  /// The provider whose servers they are. `nil` for other servers.
  package let provider: Provider?
  package let language: Language

  package init(report: ProbeReport, provider: Provider?, language: Language) {
    (self.report, self.provider, self.language) = (report, provider, language)
  }

  /// The number of capabilities on the page. The JSON has all.
  private static let most = 60

  package func show(on screen: Screen) {
    for mailProtocol in MailProtocol.allCases {
      for server in report[mailProtocol] {
        show(server, on: screen)
        screen.line()
      }
    }
    let isGood = report.decisiveFailures.isEmpty
    screen.line(
      ProbeSentence.outcome(fine: report.servers.count(where: \.isFine), of: report.servers.count, isGood: isGood)[language],
      isGood ? .good : .bad)
  }

  private func show(_ server: ProbedServer, on screen: Screen) {
    let endpoint = server.target.endpoint
    let outcome = server.isFine ? Span(Labels.ok[language], .good) : Span(Labels.failed[language], .bad)
    let lead = "\(server.target.mailProtocol.spoken) \(endpoint) \(Labels.security(endpoint.security)[language])  "
    screen.line([Span(lead, .bold), outcome], indent: 2)
    if let failure = server.failure {
      let isListed = provider?.has(endpoint.host, for: nil) == true
      let sentences = [FailureSentence.text(failure, at: endpoint, isListed: isListed), FailureSentence.hint(failure)]
      screen.line("  " + Text.sentences(sentences.compactMap(\.self))[language], indent: 2)
      if let reply = failure.reply, !reply.octets.isEmpty {
        let code = reply.code.map { "\($0) " } ?? ""
        screen.line("  \(Labels.serverSaid[language])\(code)\(Visible(reply.octets, charset: provider?.session.charset))", indent: 4)
      }
    }
    times(server, on: screen)
    if let tls = server.tls {
      row(ProbeSentence.encryption, [tls.version, tls.cipher].filter { !$0.isEmpty }.joined(separator: ", "), on: screen)
      for (label, value) in CertificateRows(facts: tls).rows { row(label, value, on: screen) }
    }
    if let offer = server.offer { show(offer, of: server, on: screen) }
  }

  private func show(_ offer: LoginOffer, of server: ProbedServer, on screen: Screen) {
    if let obstacle = server.obstacle {
      row(ProbeSentence.login, FailureSentence.text(obstacle, at: server.target.endpoint)[language], .warning, on: screen)
    } else {
      row(ProbeSentence.login, ProbeSentence.passwordPossible(offer.mechanisms, isLoginOpen: offer.takesLoginCommand)[language], on: screen)
    }
    guard let capabilities = server.capabilities else { return }
    row(ProbeSentence.offers, capabilities.prefix(Self.most).map { Visible($0, limit: 80).text }.joined(separator: ", "), on: screen)
  }

  /// Shows the milliseconds of the stages that were reached, in their order.
  private func times(_ server: ProbedServer, on screen: Screen) {
    let family = server.family.map { " (\($0 == .ipv4 ? "IPv4" : "IPv6"))" } ?? ""
    let parts = server.stages.filter { $0.status != .skipped }.map { stage in
      "\(Labels.stage(stage.stage)[language])\(stage.stage == .connect ? family : "") \(Int(stage.milliseconds.rounded())) ms"
    }
    row(ProbeSentence.times, parts.joined(separator: Text("; ", "；")[language]), on: screen)
  }

  private func row(_ label: Text, _ value: String, _ style: Style = .plain, on screen: Screen) {
    guard !value.isEmpty else { return }
    screen.line([Span("  " + Text.labelled(label, "")[language]), Span(value, style)], indent: 4)
  }
}
