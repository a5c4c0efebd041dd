// The steps at the provider, read part by part before the question for the secret.

import Catalog
import Operations
import Output
import Prompts
import QRCode
import Sentences
import Terminal
import Vocabulary

extension Conversation {
  /// How the reading of a guide ended.
  enum Read {
    case read, back
    /// The provider has no steps.
    case nothing
  }

  /// Has the user read the steps of `provider`. `fromEnd` is for a user who has gone back to them. `next` is what follows, if it is not the
  /// question for the secret.
  func readGuide(
    _ provider: Provider, _ input: AccountInput, fromEnd: Bool = false, next: Text? = nil
  ) throws(CommandError) -> Read {
    let guide = GuideParts(provider: provider, input: input, language: context.console.language)
    let parts = guide.parts
    guard !parts.isEmpty else { return .nothing }
    let browser = context.browser
    let reading = Reading(
      .guide, heading: PromptSentence.part(.secret, takesPassword: guide.takesPassword, secret: provider.passwordKind),
      introduction: guide.introduction, parts: parts,
      next: next ?? (guide.takesPassword ? PromptSentence.enter(provider.secret) : PromptSentence.signIn), isFromEnd: fromEnd,
      showAll: { self.guide(provider, input) },
      open: browser.map { browser in { browser.open($0) ? PromptSentence.opened($0) : PromptSentence.noBrowser } })
    switch try prompter.read(reading) {
    case .given: return .read
    case .back: return .back
    }
  }

  /// Shows the servers of a provider without steps, and what to enter as the password.
  func showSummary(_ provider: Provider, _ input: AccountInput) {
    prompter.screen.line()
    let guide = GuideParts(provider: provider, input: input, language: context.console.language)
    for paragraph in guide.introduction { prompter.screen.line(paragraph) }
  }
}

/// The guide of a provider in short: what is needed now. The rest is on its page.
private struct GuideParts {
  let provider: Provider
  let input: AccountInput
  let language: Language

  var takesPassword: Bool { provider.passwordKind != nil && !input.usesToken && input.app.way == nil }

  /// The servers and the user names, then what to enter as the password.
  var introduction: [Paragraph] {
    var lines = servers
    if let note = provider.statusNote {
      lines.append(Paragraph(GuideSentence.status(provider.status)[language], .warning))
      lines.append(Paragraph(note[language]))
    } else if let needs = GuideSentence.needs(provider.secret) {
      let steps = provider.steps
      let place = steps.contains(where: \.isOnPhone) ? GuideSentence.onPhone : GuideSentence.inBrowser
      let text = steps.contains { $0.url != nil || $0.isOnPhone } ? Text.sentences([needs, place]) : needs
      lines += [Paragraph(), Paragraph(text[language])]
    }
    return lines
  }

  private var servers: [Paragraph] {
    let lead = provider.name[language] + "  "
    let (address, own) = (input.address, input.address.flatMap { input.ownSettings(for: $0, at: provider) })
    let group = provider.groups(for: address).first
    let endpoints = [(MailProtocol.imap, own?.imap ?? group?.imap.first), (.smtp, own?.smtp ?? group?.smtp.first)]
    let shown = endpoints.compactMap { side, endpoint in
      endpoint.map { "\(side.spoken) \($0) \(Labels.security($0.security)[language])" }
    }
    // Under a long name there is no room for the rest.
    let indent = min(Width.of(lead), 16)
    var lines = [Paragraph([Span(lead, .bold), Span(shown.joined(separator: "  "))], indent: indent)]
    for (label, name) in usernames(own, address) {
      lines.append(Paragraph("\(String(repeating: " ", count: indent))\(label[language]) \(name[language])", indent: indent))
    }
    if let note = provider.username.note { lines.append(Paragraph(note[language])) }
    if let own, let address, !provider.hasBoth((own.imap, own.smtp), for: address) {
      lines.append(Paragraph(PromptSentence.notItsServers(provider)[language], .warning))
    } else if provider.confidence.servers == .low {
      lines.append(Paragraph(GuideSentence.serversNotConfirmed(hasHelp: !provider.help.isEmpty)[language], .warning))
    }
    return lines
  }

  private func usernames(_ own: ServerSettings?, _ address: MailAddress?) -> [(Text, Text)] {
    let names = MailProtocol.allCases.map { side in
      let known = side == .imap ? own?.imapUsername : own?.smtpUsername
      let name = known ?? input.usernames[side]
      return (side, name.map { Text(same: "\(Visible($0))") } ?? GuideSentence.userName(provider.username[side], address))
    }
    guard let first = names.first, names.contains(where: { $0.1 != first.1 }) else {
      return names.prefix(1).map { (Labels.userName, $0.1) }
    }
    return names.map { (PromptSentence.userName($0.0), $0.1) }
  }

  var parts: [Reading.Part] {
    let steps = Array(provider.steps.enumerated())
    return Step.Part.allCases.compactMap { part in
      let own = steps.filter { $0.element.part == part }
      guard !own.isEmpty else { return nil }
      let blocks = own.map { position, step in
        Reading.Block(
          step: position + 1, StepLines(step: step, number: position + 1, language: language).paragraphs(),
          page: step.url)
      }
      let page = own.first { $0.element.isOnPhone && $0.element.url != nil }?.element.url
      return Reading.Part(
        title: Labels.part(part, of: provider), blocks: part == .obtain ? blocks + remarks : blocks,
        code: page.flatMap { page in QRCodeView(page).map { Reading.Code(page: page, rows: $0.rows) } })
    }
  }

  /// What one has to know before the page with the secret is closed, and the warnings.
  private var remarks: [Reading.Block] {
    var texts: [Text] = []
    if provider.passwordKind != nil {
      if let format = provider.secret.format { texts.append(GuideSentence.looks(provider.secret, format)) }
      if provider.secret.isShownOnce == true { texts.append(GuideSentence.shownOnce) }
    }
    let warnings = provider.notes.filter { $0.kind == .warning }.map { Reading.Block([Paragraph($0.text[language], .warning)]) }
    return (texts.isEmpty ? [] : [Reading.Block([Paragraph(Text.sentences(texts)[language])])]) + warnings
  }
}
