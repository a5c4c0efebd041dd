// The settings and steps of a provider as a page.

import Catalog
import Sentences
import Terminal
import Vocabulary

package struct GuidePage {
  package let provider: Provider
  package let address: MailAddress?
  package let language: Language
  /// The servers that will be used, if they are not the provider's usual ones. The page shows them in their place.
  private let own: ServerSettings?

  package init(provider: Provider, address: MailAddress?, language: Language, own: ServerSettings? = nil) {
    (self.provider, self.address, self.language, self.own) = (provider, address, language, own)
  }

  package func show(on screen: Screen) {
    screen.line(provider.name[language], .bold)
    if let note = provider.statusNote {
      screen.line(GuideSentence.status(provider.status)[language], .warning)
      screen.line(note[language])
    }
    parameters(on: screen)
    secret(on: screen)
    steps(on: screen)
    advice(on: screen)
    questions(on: screen)
    if let service = provider.oauth { OAuthSection(service: service, language: language).show(on: screen) }
    if !provider.help.isEmpty {
      heading(Labels.help, on: screen)
      for page in provider.help { screen.line([Span("  "), Span(page.text, .address)]) }
    }
    screen.line()
    screen.line(GuideSentence.checked(provider)[language])
  }

  private func heading(_ text: Text, on screen: Screen) {
    screen.line()
    screen.line(text[language], .bold)
  }

  private func parameters(on screen: Screen) {
    if let own {
      screen.line()
      ParametersPage(settings: own, language: language).show(on: screen)
      if let address, !provider.hasBoth((own.imap, own.smtp), for: address) {
        screen.line("  " + PromptSentence.notItsServers(provider)[language], .warning, indent: 2)
      }
      return
    }
    guard servers(on: screen) else { return }
    let (imap, smtp) = (provider.username.imap, provider.username.smtp)
    if imap == smtp {
      userName("", imap, on: screen)
    } else {
      userName("IMAP ", imap, on: screen)
      userName("SMTP ", smtp, on: screen)
    }
    if let note = provider.username.note { screen.line("  " + note[language], indent: 2) }
    if provider.confidence.servers == .low {
      screen.line("  " + GuideSentence.serversNotConfirmed(hasHelp: !provider.help.isEmpty)[language], .warning, indent: 2)
    }
  }

  /// Shows the server groups, and returns whether there are any. Without an address these are all groups: first those for every
  /// address, in whose names a placeholder stands for the domain, then those for certain domains.
  private func servers(on screen: Screen) -> Bool {
    let groups =
      address == nil
      ? provider.servers.filter(\.domains.isEmpty) + provider.servers.filter { !$0.domains.isEmpty }
      : provider.groups(for: address).map {
        ServerGroup(imap: $0.imap.map(fixed), smtp: $0.smtp.map(fixed), domains: [], note: $0.group.note)
      }
    guard !groups.isEmpty else { return false }
    heading(Labels.parameters, on: screen)
    for (number, group) in groups.enumerated() {
      let isForSome = groups.count > 1 && !group.domains.isEmpty
      if isForSome { screen.line("  " + GuideSentence.only(for: group.domains)[language], indent: 2) }
      if let note = group.note {
        screen.line("  " + note[language], indent: 2)
      } else if number > 0, !isForSome {
        screen.line("  " + Labels.nextServers[language])
      }
      for (mailProtocol, endpoints) in [(MailProtocol.imap, group.imap), (.smtp, group.smtp)] {
        for (position, endpoint) in endpoints.enumerated() {
          ParametersPage.server(position == 0 ? mailProtocol : nil, endpoint, in: language, on: screen)
        }
      }
    }
    return true
  }

  private func fixed(_ endpoint: Endpoint) -> ServerEndpoint {
    ServerEndpoint(host: endpoint.host.text, port: endpoint.port, security: endpoint.security)
  }

  private func userName(_ lead: String, _ forms: [UsernameForms.Form], on screen: Screen) {
    let line = Text.labelled(Text(same: lead) + Labels.userName, GuideSentence.userName(forms, address))
    screen.line("  " + line[language], indent: 2)
  }

  private func secret(on screen: Screen) {
    guard let needs = GuideSentence.needs(provider.secret) else { return }
    screen.line()
    screen.line(needs[language])
    if let format = provider.secret.format { screen.line(GuideSentence.looks(provider.secret, format)[language]) }
    if provider.secret.isShownOnce == true { screen.line(GuideSentence.shownOnce[language]) }
  }

  private func steps(on screen: Screen) {
    var part: Step.Part?
    for (position, step) in provider.steps.enumerated() {
      if step.part != part {
        part = step.part
        heading(Labels.part(step.part, of: provider), on: screen)
      }
      StepLines(step: step, number: position + 1, language: language).show(on: screen)
    }
  }

  private func advice(on screen: Screen) {
    let advice = provider.notes.filter(\.isAdvice)
    guard !advice.isEmpty else { return }
    heading(Labels.goodToKnow, on: screen)
    for note in advice { screen.line("  - " + note.text[language], indent: 4) }
  }

  private func questions(on screen: Screen) {
    // The answer about what ends the secret follows the provider's own notes on the same question.
    var answers = provider.notes.filter { !$0.isAdvice }.map { ($0.kind, $0.text) }
    if let ended = provider.secret.endedBy {
      let position = answers.lastIndex { $0.0 == .expiry }.map { $0 + 1 } ?? answers.count
      answers.insert((.expiry, ended), at: position)
    }
    guard !answers.isEmpty else { return }
    heading(Labels.questions, on: screen)
    var asked: Note.Kind?
    for (kind, text) in answers {
      if kind != asked { screen.line("  " + Labels.question(kind)[language], .bold, indent: 2) }
      asked = kind
      screen.line("    " + text[language], indent: 4)
    }
  }
}

/// One step with its menu path and address. The address is alone on its line, so that the user can copy it.
package struct StepLines {
  let step: Step
  let number: Int
  let language: Language

  package init(step: Step, number: Int, language: Language) { (self.step, self.number, self.language) = (step, number, language) }

  package func show(on screen: Screen, lead: String = "  ") {
    for paragraph in paragraphs(lead: lead) { screen.line(paragraph) }
  }

  /// Returns the text of the step, its menu path and its address.
  package func paragraphs(lead: String = "  ") -> [Paragraph] {
    let label = "\(lead)\(number). "
    let indent = Width.of(label)
    let doubt = step.isConfirmed ? Text(same: "") : GuideSentence.doubt(step)
    var paragraphs = [Paragraph([Span(label, .bold), Span((step.text + doubt)[language])], indent: indent)]
    let blanks = String(repeating: " ", count: indent)
    // The labels in the reader's language if the page has one, else those of the provider's own page. No others: they would be in
    // a language that nobody asked for.
    let menu = step.menuIn[language == .english ? "en" : "zh"] ?? step.menu
    if !menu.isEmpty { paragraphs.append(Paragraph(blanks + path(menu), indent: indent)) }
    if let url = step.url { paragraphs.append(Paragraph([Span(blanks), Span(url.text, .address)])) }
    return paragraphs
  }

  private func path(_ menu: [String]) -> String {
    Text.labelled(Labels.menu, menu.joined(separator: " > "))[language]
  }
}

extension Note {
  /// Whether the note is advice for the set-up. The others answer later questions.
  fileprivate var isAdvice: Bool {
    switch kind {
    case .warning, .save, .verify, .info: true
    case .separate, .review, .revoke, .lost, .expiry, .phone, .editions, .why, .administrator, .about: false
    }
  }

  /// Whether the note still applies after the account works.
  var isForKeeps: Bool {
    switch kind {
    case .save, .separate, .review, .lost: true
    case .warning, .verify, .info, .revoke, .expiry, .phone, .editions, .why, .administrator, .about: false
    }
  }
}
