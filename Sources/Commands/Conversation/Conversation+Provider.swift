// The questions that lead to a provider or to servers.

import Catalog
import Operations
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  /// Asks for the provider or the address, unless the call answers it.
  func askProvider(_ input: inout AccountInput) throws(CommandError) -> Move {
    if let typed = input.undecided {
      input.undecided = nil
      if let next = try look(up: typed, &input) { return .passed(next) }
    }
    if input.provider != nil || input.servers != nil { return .passed(.chosen) }
    // The call names one of the two servers.
    if input.found.imap != nil, arguments.has(.imap) { return .passed(.server(.smtp)) }
    if input.found.smtp != nil, arguments.has(.smtp) { return .passed(.server(.imap)) }
    // The call has an address that is not in the catalog.
    if input.address != nil { return .passed(.saved) }
    part(.provider)
    while true {
      switch try prompter.provider(among: { catalog.ordered(for: context.region) }, initial: input.former.text) {
      case .chosen(let provider):
        input.former.type("")
        input.provider = provider
        return .answered(.chosen)
      case .typed(let typed):
        input.former.type(typed)
        if let next = try look(up: typed, &input) { return .answered(next) }
      case .byHand:
        input.former.type("")
        return .answered(.server(.imap))
      }
    }
  }

  /// Returns the question that follows the answer `typed`. `nil` after a remark if it means nothing.
  private func look(up typed: String, _ input: inout AccountInput) throws(CommandError) -> Position? {
    if Catalog.isAddress(typed) {
      guard let address = try address(typed) else {
        // The address that is not right is in the field of its own question.
        guard let doubted = try? TypedAddress(typed) else { return nil }
        input.former.doubt(doubted.address)
        return .address
      }
      input.address = address
      return .saved
    }
    switch directory.find(typed) {
    case .exactly(let provider):
      input.provider = provider
      return .chosen
    case .brand(let brand, let providers): return .variant(providers, of: brand)
    case .several(let providers): return .variant(providers, of: nil)
    case .none:
      // An address without its @.
      if !directory.corrections(of: typed).isEmpty, let address = try corrected(typed, PromptSentence.address(.noAt)) {
        input.address = address
        return .saved
      }
      input.former.type("")
      unknown(typed)
      return nil
    }
  }

  /// Looks for the provider of the address: in the catalogs, else in the network.
  func lookUp(_ input: inout AccountInput) throws(CommandError) -> Move {
    guard let address = input.address else { return .passed(.address) }
    if let provider = ProviderLookUp(directory: directory).provider(of: address) {
      input.provider = provider
      return .passed(.chosen)
    }
    return try discover(address, input)
  }

  /// Asks which of the systems of a brand the user has, or which of the providers that match or share a mail host.
  func askVariant(among providers: [Provider], of brand: Brand?, _ input: inout AccountInput) throws(CommandError) -> Move {
    if let brand {
      let items = providers.map { ($0.id, BrandLine.text($0, in: brand)) }
      let menu = Menu(.brand, title: brand.question, help: MenuHelp.brand, items: items, hasWords: true)
      guard case .given(let position) = try prompter.choose(menu) else { return .back }
      input.provider = providers[position]
    } else {
      guard case .given(let provider) = try prompter.choose(.whichProvider, among: providers, catalog) else { return .back }
      input.provider = provider
    }
    return .answered(.chosen)
  }

  func unknown(_ typed: String) {
    remark(PromptSentence.noProvider(Visible(typed, limit: 80)))
    let near = catalog.suggestions(for: typed)
    say(near.isEmpty ? PromptSentence.chooseByHand : PromptSentence.didYouMean(near))
  }
}
