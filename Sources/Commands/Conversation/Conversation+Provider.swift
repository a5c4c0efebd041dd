// The questions that lead to a provider or to servers.

import Catalog
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
