// The questions that lead to a provider or to servers.

import Catalog
import Operations
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  func askProvider(_ input: inout AccountInput) throws(CommandError) {
    // Who comes back from a question about the text finds it in the field.
    var text = ""
    while true {
      switch try prompter.provider(among: { catalog.ordered(for: context.region) }, initial: text) {
      case .chosen(let provider): input.provider = provider
      case .typed(let typed):
        text = typed
        input.provider = try look(up: typed, &input)
      case .byHand: input.provider = try askServers(&input)
      }
      if input.provider != nil || input.servers != nil { return }
    }
  }

  func look(up typed: String, _ input: inout AccountInput) throws(CommandError) -> Provider? {
    if Catalog.isAddress(typed) {
      guard let address = try address(typed) else { return nil }
      guard let address = try meant(by: address) else { return nil }
      input.address = address
      return try provider(of: &input)
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

  /// Returns the provider of the address, or what the DNS says about it.
  func provider(of input: inout AccountInput) throws(CommandError) -> Provider? {
    if let address = input.address, let provider = ProviderLookUp(directory: directory).provider(of: address) { return provider }
    return try discover(&input)
  }

  /// Asks which of the systems of a brand the user has.
  func choose(_ brand: Brand, _ providers: [Provider]) throws(CommandError) -> Provider? {
    let items = providers.map { BrandLine.text($0, in: brand) }
    let menu = Menu(title: brand.question, help: MenuHelp.brand, items: items, words: providers.map(\.id))
    guard case .given(let position) = try prompter.choose(menu) else { return nil }
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
}
