// The questions that lead to a provider or to servers.

import Account
import Sentences
import Terminal
import Vocabulary

extension Conversation {
  func askProvider(_ given: inout Given) throws(Break) {
    while true {
      guard case .given(let typed) = try ask(PromptSentence.provider) else { continue }
      if typed.isEmpty {
        remark(PromptSentence.needsAnswer)
        continue
      }
      if typed == "?" {
        given.provider = try choose(among: catalog.providers)
      } else {
        given.provider = try look(up: typed, &given)
      }
      if given.provider != nil || given.servers != nil { return }
    }
  }

  func look(up typed: String, _ given: inout Given) throws(Break) -> Provider? {
    if typed == DemoProvider.id { return DemoProvider.entry }
    if typed.contains("@") {
      do throws(MailAddress.Fault) {
        let address = try MailAddress(typed)
        given.address = address
        if address.domain.text == DemoProvider.domain { return DemoProvider.entry }
        if let provider = directory.provider(forDomain: address.domain) { return provider }
      } catch {
        remark(PromptSentence.address(error))
        return nil
      }
      return try discover(&given)
    }
    switch directory.find(typed) {
    case .exactly(let provider): return provider
    case .brand(let brand, let providers): return try choose(brand, providers)
    case .several(let providers): return try choose(among: providers)
    case .none:
      unknown(typed)
      return nil
    }
  }

  /// Asks the DNS about the address's domain. Gives the provider, or puts the servers into `given`; nil without either
  /// asks again.
  func discover(_ given: inout Given) throws(Break) -> Provider? {
    guard let address = given.address else { return nil }
    say(DiscoverySentence.asking)
    let found = try usage { () throws(UsageFault) in try Discovery(directory, terms).find(address) }
    say(found.account)
    switch found.servers {
    case .provider(let provider):
      if try agrees(DiscoverySentence.agree(found.hosts(for: address))) { return provider }
    case .several(let providers):
      if let provider = try choose(among: providers) { return provider }
    case .pair(let imap, let smtp):
      let hosts = found.hosts(for: address)
      // A domain one slip away from a known one may be somebody's trap, whatever servers it names for itself.
      let near = catalog.suggestions(for: address.description)
      if !near.isEmpty { remark(PromptSentence.didYouMean(near)) }
      // Else only what lies outside the domain has to be agreed to.
      let isOwn = near.isEmpty && hosts.allSatisfy { $0.isWithin(address.domain.text) }
      let mayGo = isOwn ? true : try agrees(DiscoverySentence.agree(hosts))
      if mayGo {
        given.servers = (imap, smtp)
        return nil
      }
    case .none, .unanswered: break
    }
    unknown(address.description)
    return try askServers(&given)
  }

  /// Servers by hand: the last resort, from the provider's own help page.
  func askServers(_ given: inout Given) throws(Break) -> Provider? {
    guard let imap = try askEndpoint(.imap, defaultPort: 993), let smtp = try askEndpoint(.smtp, defaultPort: 465) else {
      given.address = nil
      return nil
    }
    given.servers = (imap, smtp)
    return nil
  }

  func askEndpoint(_ mailProtocol: MailProtocol, defaultPort: UInt16) throws(Break) -> Endpoint? {
    while true {
      guard case .given(let typed) = try ask(PromptSentence.server(mailProtocol)), !typed.isEmpty else { return nil }
      if let endpoint = Given.endpoint(typed, defaultPort: defaultPort) { return endpoint }
      remark(PromptSentence.notAServer)
    }
  }

  /// The one question of a brand; a number or an id chooses.
  func choose(_ brand: Brand, _ providers: [Provider]) throws(Break) -> Provider? {
    while true {
      say(brand.question)
      for (position, provider) in providers.enumerated() {
        let text = brand.choices.first { $0.id == provider.id }?.text ?? provider.name
        other.screen.line("  \(position + 1)  \(BrandLine.text(provider, text)[terms.language])", indent: 5)
      }
      guard case .given(let typed) = try ask(PromptSentence.choice) else { return nil }
      if let number = Int(typed), providers.indices.contains(number - 1) { return providers[number - 1] }
      if let provider = providers.first(where: { $0.id == typed }) { return provider }
      remark(PromptSentence.notUnderstood)
    }
  }

  func unknown(_ typed: String) {
    remark(PromptSentence.noProvider(Visible(typed, limit: 80)))
    let near = catalog.suggestions(for: typed)
    say(near.isEmpty ? PromptSentence.ownServers : PromptSentence.didYouMean(near))
  }

  /// A numbered list; a number, an id or more letters choose.
  func choose(among providers: [Provider]) throws(Break) -> Provider? {
    var shown = providers
    while true {
      say(PromptSentence.several(shown.count))
      let width = shown.map { Width.of($0.id) }.max() ?? 0
      let digits = String(shown.count).count
      for (position, provider) in shown.enumerated() {
        let number = String(position + 1)
        let lead = String(repeating: " ", count: digits - number.count + 2) + number + "  "
        ProviderLine(provider: provider, idWidth: width, language: terms.language).show(on: other.screen, lead: lead)
      }
      guard case .given(let typed) = try ask(PromptSentence.number) else { return nil }
      let numbered = Int(typed).flatMap { shown.indices.contains($0 - 1) ? shown[$0 - 1] : nil }
      let named = shown.first { $0.id == typed }
      // 126 is a place in the list and a provider: which one was meant is asked, not guessed.
      if let numbered, let named, numbered != named {
        shown = [numbered, named]
        continue
      }
      if let provider = numbered ?? named { return provider }
      let fewer = catalog.search(typed).filter(shown.contains)
      switch fewer.count {
      case 0: remark(PromptSentence.notUnderstood)
      case 1: return fewer[0]
      default: shown = fewer
      }
    }
  }

  enum Direction { case on, back }

  func askAddress(_ given: inout Given) throws(Break) -> Direction {
    while true {
      guard case .given(let typed) = try ask(PromptSentence.address) else { return .back }
      do throws(MailAddress.Fault) {
        given.address = try MailAddress(typed)
        return .on
      } catch {
        remark(PromptSentence.address(error))
      }
    }
  }

  func required(_ prompt: Text) throws(Break) -> String {
    while true {
      if case .given(let typed) = try ask(prompt), !typed.isEmpty { return typed }
      remark(PromptSentence.needsAnswer)
    }
  }
}
