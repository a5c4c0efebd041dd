// Which provider a call means: `--provider`, the address's domain, or a word of a command.

import Catalog
import Sentences
import Vocabulary

struct ProviderLookUp {
  let directory: ProviderDirectory

  /// The one provider `typed` means; where it is a brand with several systems, `address` tells them apart. The demo
  /// provider has no place in the catalog and is only found by its id.
  func provider(_ typed: String, address: MailAddress? = nil) throws(CommandError) -> Provider {
    if typed == DemoProvider.id { return DemoProvider.entry }
    switch directory.find(typed) {
    case .exactly(let provider): return provider
    case .brand(let brand, let choices):
      if let address, let owner = directory.provider(forDomain: address.domain), choices.contains(owner) { return owner }
      throw .brand(
        brand.question,
        choices.map { provider in
          (provider.id, BrandLine.text(provider, brand.choices.first { $0.id == provider.id }?.text ?? provider.name))
        }.map { CommandError.Option(value: $0, text: $1) })
    case .several(let providers): throw .severalProviders(providers.prefix(8).map(\.id))
    case .none(let suggestions): throw .unknownProvider(typed, suggestions: suggestions)
    }
  }

  func address(_ typed: String) throws(CommandError) -> MailAddress {
    do { return try MailAddress(typed) } catch { throw .address(error) }
  }
}
