// The questions that lead to a provider or to servers.

import Catalog
import Sentences
import Terminal
import Vocabulary

extension Conversation {
  func askProvider(_ given: inout AccountInput) throws(Break) {
    while true {
      let answer: ProviderAnswer
      do throws(Farewell) { answer = try other.provider { catalog } } catch { throw .farewell(error) }
      switch answer {
      case .chosen(let provider): given.provider = provider
      case .typed(let typed): given.provider = try look(up: typed, &given)
      case .byHand: given.provider = try askServers(&given)
      }
      if given.provider != nil || given.servers != nil { return }
    }
  }

  func look(up typed: String, _ given: inout AccountInput) throws(Break) -> Provider? {
    if typed == DemoProvider.id { return DemoProvider.entry }
    if typed.contains("@") || AddressForm.corrected(typed).contains("@") {
      guard let address = try address(typed) else { return nil }
      given.address = address
      if address.domain.text == DemoProvider.domain { return DemoProvider.entry }
      if let provider = directory.provider(forDomain: address.domain) { return provider }
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

  /// The address that `typed` is, or nil when it was said what is wrong with it. One in full-width letters, as input
  /// methods make them, is shown as it would be read, and asked about.
  private func address(_ typed: String) throws(Break) -> MailAddress? {
    let corrected = AddressForm.corrected(typed)
    let address: MailAddress
    do throws(MailAddress.Error) {
      address = try MailAddress(corrected)
    } catch {
      remark(PromptSentence.address(error))
      return nil
    }
    guard corrected != typed.trimmed else { return address }
    return try agrees(PromptSentence.corrected(address)) ? address : nil
  }

  /// Asks the DNS about the address's domain. Gives the provider, or puts the servers into `given`; nil without either
  /// asks again.
  func discover(_ given: inout AccountInput) throws(Break) -> Provider? {
    guard let address = given.address else { return nil }
    say(DiscoverySentence.asking)
    let found = try usage { () throws(CommandError) in try Discovery(directory, terms).find(address) }
    say(found.account)
    switch found.servers {
    case .provider(let provider):
      if try agrees(DiscoverySentence.agree(found.hosts(for: address))) { return provider }
    case .several(let providers):
      if let provider = try choose(among: providers) { return provider }
    case .pair(let imap, let smtp):
      // What a configuration has worked with goes before what the DNS suggests.
      let chosen = (imap: given.found.imap ?? imap, smtp: given.found.smtp ?? smtp)
      let hosts = [chosen.imap.host, chosen.smtp.host]
      // A domain one slip away from a known one may be somebody's trap, whatever servers it names for itself.
      let near = catalog.suggestions(for: address.description)
      if !near.isEmpty { remark(PromptSentence.didYouMean(near)) }
      // Else only what lies outside the domain has to be agreed to.
      let isOwn = near.isEmpty && hosts.allSatisfy { $0.isWithin(address.domain.text) }
      let mayGo = isOwn ? true : try agrees(DiscoverySentence.agree(hosts))
      if mayGo {
        given.servers = chosen
        given.agreed += hosts
        given.areServersDoubtful = !isOwn || given.found.imap != nil || given.found.smtp != nil
        return nil
      }
    case .none, .unanswered: break
    }
    unknown(address.description)
    return try askServers(&given)
  }

  /// Servers by hand: the last resort, from the provider's own help page.
  func askServers(_ given: inout AccountInput) throws(Break) -> Provider? {
    let (knownIMAP, knownSMTP) = (given.found.imap.map { "\($0)" } ?? "", given.found.smtp.map { "\($0)" } ?? "")
    guard let imap = try askEndpoint(.imap, defaultPort: 993, initial: knownIMAP),
      let smtp = try askEndpoint(.smtp, defaultPort: 465, initial: knownSMTP)
    else {
      given.address = initial.address
      return nil
    }
    given.servers = (imap, smtp)
    given.areServersDoubtful = true
    return nil
  }

  func askEndpoint(_ mailProtocol: MailProtocol, defaultPort: UInt16, initial: String = "") throws(Break) -> Endpoint? {
    let question = Question(
      label: PromptSentence.server(mailProtocol), help: PromptSentence.serverHelp, initial: initial,
      fault: { AccountInput.endpoint(AddressForm.corrected($0), defaultPort: defaultPort) == nil ? PromptSentence.notAServer : nil })
    guard case .given(let typed) = try ask(question) else { return nil }
    return AccountInput.endpoint(AddressForm.corrected(typed), defaultPort: defaultPort)
  }

  /// The one question of a brand.
  func choose(_ brand: Brand, _ providers: [Provider]) throws(Break) -> Provider? {
    let items = providers.map { provider in
      BrandLine.text(provider, brand.choices.first { $0.id == provider.id }?.text ?? provider.name)
    }
    guard case .given(let position) = try choose(Menu(title: brand.question, items: items, words: providers.map(\.id))) else { return nil }
    return providers[position]
  }

  /// Providers that fit what was typed, or that share a mail host.
  func choose(among providers: [Provider]) throws(Break) -> Provider? {
    do throws(Farewell) {
      guard case .given(let provider) = try other.choose(among: providers, catalog) else { return nil }
      return provider
    } catch {
      throw .farewell(error)
    }
  }

  func unknown(_ typed: String) {
    remark(PromptSentence.noProvider(Visible(typed, limit: 80)))
    let near = catalog.suggestions(for: typed)
    say(near.isEmpty ? PromptSentence.ownServers : PromptSentence.didYouMean(near))
  }

  enum Direction { case on, back }

  func askAddress(_ given: inout AccountInput) throws(Break) -> Direction {
    let domains = given.provider?.domains ?? []
    while true {
      let question = Question(
        label: PromptSentence.address, help: PromptSentence.addressHelp, initial: given.formerAddress?.description ?? "",
        fault: { typed in
          do throws(MailAddress.Error) {
            _ = try MailAddress(AddressForm.corrected(typed))
            return nil
          } catch {
            return PromptSentence.address(error)
          }
        },
        completion: { Self.completed($0, domains) })
      guard case .given(let typed) = try ask(question) else { return .back }
      guard let address = try address(typed) else { continue }
      given.address = address
      return .on
    }
  }

  /// An address whose domain is made whole from those of the provider.
  static func completed(_ typed: String, _ domains: [String]) -> String? {
    guard !typed.isEmpty else { return nil }
    guard let at = typed.lastIndex(of: "@") else { return domains.first.map { "\(typed)@\($0)" } }
    let tail = typed[typed.index(after: at)...]
    return domains.first { $0.hasPrefix(tail) && $0 != tail }.map { "\(typed[...at])\($0)" }
  }
}
