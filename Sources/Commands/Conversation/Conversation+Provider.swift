// The questions that lead to a provider or to servers.

import Catalog
import Discovery
import Operations
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  func askProvider(_ input: inout AccountInput) throws(CommandError) {
    while true {
      switch try prompter.provider(among: { catalog }) {
      case .chosen(let provider): input.provider = provider
      case .typed(let typed): input.provider = try look(up: typed, &input)
      case .byHand: input.provider = try askServers(&input)
      }
      if input.provider != nil || input.servers != nil { return }
    }
  }

  func look(up typed: String, _ input: inout AccountInput) throws(CommandError) -> Provider? {
    if typed.contains("@") || MailAddress.corrected(typed).contains("@") {
      guard let address = try address(typed) else { return nil }
      input.address = address
      if let provider = ProviderLookUp(directory: directory).provider(of: address) { return provider }
      return try discover(&input)
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

  /// Returns the address that `typed` is, or `nil` after a remark about its fault. If it has full-width letters, as input methods
  /// produce them, the user is asked whether the ASCII form is right.
  private func address(_ typed: String) throws(CommandError) -> MailAddress? {
    let corrected = MailAddress.corrected(typed)
    let address: MailAddress
    do throws(MailAddress.Error) {
      address = try MailAddress(corrected)
    } catch {
      remark(PromptSentence.address(error))
      return nil
    }
    guard corrected != typed.trimmed else { return address }
    return try confirm(PromptSentence.corrected(address)) ? address : nil
  }

  /// Asks the DNS about the address's domain. Returns the provider, or sets the servers in `input`. Without either, the question for
  /// the provider follows again.
  func discover(_ input: inout AccountInput) throws(CommandError) -> Provider? {
    guard let address = input.address else { return nil }
    say(DiscoverySentence.asking)
    let found = try context.discover(address, in: directory)
    say(DiscoverySentence.text(found))
    switch found.servers {
    case .provider(let provider):
      if try confirm(DiscoverySentence.agree(found.hosts)) { return provider }
    case .several(let providers):
      if let provider = try choose(among: providers) { return provider }
    case .pair(let imap, let smtp):
      // The servers of an imported configuration have precedence over those of the DNS.
      let chosen = (imap: input.found.imap ?? imap, smtp: input.found.smtp ?? smtp)
      let hosts = [chosen.imap.host, chosen.smtp.host]
      if !found.suggestions.isEmpty { remark(PromptSentence.didYouMean(found.suggestions)) }
      let isOwn = found.doubtful(among: hosts).isEmpty
      let mayGo = isOwn ? true : try confirm(DiscoverySentence.agree(hosts))
      if mayGo {
        input.servers = chosen
        input.agreed += hosts
        input.areServersDoubtful = !isOwn || input.found.imap != nil || input.found.smtp != nil
        return nil
      }
    case .none, .unanswered: break
    }
    unknown(address.description)
    return try askServers(&input)
  }

  /// Asks for the servers, which the user finds on the provider's help page.
  func askServers(_ input: inout AccountInput) throws(CommandError) -> Provider? {
    let (knownIMAP, knownSMTP) = (input.found.imap.map { "\($0)" } ?? "", input.found.smtp.map { "\($0)" } ?? "")
    guard let imap = try askEndpoint(.imap, defaultPort: 993, initial: knownIMAP),
      let smtp = try askEndpoint(.smtp, defaultPort: 465, initial: knownSMTP)
    else {
      input.address = initial.address
      return nil
    }
    input.servers = (imap, smtp)
    input.areServersDoubtful = true
    return nil
  }

  func askEndpoint(_ mailProtocol: MailProtocol, defaultPort: UInt16, initial: String = "") throws(CommandError) -> Endpoint? {
    let question = Question(
      label: PromptSentence.server(mailProtocol), help: PromptSentence.serverHelp, initial: initial,
      fault: { AccountInput.endpoint(MailAddress.corrected($0), defaultPort: defaultPort) == nil ? PromptSentence.notAServer : nil })
    guard case .given(let typed) = try prompter.ask(question) else { return nil }
    return AccountInput.endpoint(MailAddress.corrected(typed), defaultPort: defaultPort)
  }

  /// Asks which of the systems of a brand the user has.
  func choose(_ brand: Brand, _ providers: [Provider]) throws(CommandError) -> Provider? {
    let items = providers.map { BrandLine.text($0, in: brand) }
    guard case .given(let position) = try prompter.choose(Menu(title: brand.question, items: items, words: providers.map(\.id))) else {
      return nil
    }
    return providers[position]
  }

  /// Asks for one of several providers that match, or that share a mail host.
  func choose(among providers: [Provider]) throws(CommandError) -> Provider? {
    guard case .given(let provider) = try prompter.choose(among: providers, catalog) else { return nil }
    return provider
  }

  func unknown(_ typed: String) {
    remark(PromptSentence.noProvider(Visible(typed, limit: 80)))
    let near = catalog.suggestions(for: typed)
    say(near.isEmpty ? PromptSentence.ownServers : PromptSentence.didYouMean(near))
  }

  enum Direction { case on, back }

  func askAddress(_ input: inout AccountInput) throws(CommandError) -> Direction {
    let domains = input.provider?.domains ?? []
    while true {
      let question = Question(
        label: PromptSentence.address, help: PromptSentence.addressHelp, initial: input.formerAddress?.description ?? "",
        fault: { typed in
          do throws(MailAddress.Error) {
            _ = try MailAddress(MailAddress.corrected(typed))
            return nil
          } catch {
            return PromptSentence.address(error)
          }
        },
        completion: { Self.completed($0, domains) })
      guard case .given(let typed) = try prompter.ask(question) else { return .back }
      guard let address = try address(typed) else { continue }
      input.address = address
      return .on
    }
  }

  /// Returns `typed` with the domain of the provider that it begins, or `nil` if there is none.
  static func completed(_ typed: String, _ domains: [String]) -> String? {
    guard !typed.isEmpty else { return nil }
    guard let at = typed.lastIndex(of: "@") else { return domains.first.map { "\(typed)@\($0)" } }
    let tail = typed[typed.index(after: at)...]
    return domains.first { $0.hasPrefix(tail) && $0 != tail }.map { "\(typed[...at])\($0)" }
  }
}
