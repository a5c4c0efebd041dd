// The provider that a word or an address means, with the demo.

import Vocabulary

/// Why a word does not name one provider.
package enum ProviderLookUpError: Error, Equatable, Sendable {
  case unknown(String, suggestions: [String])
  /// Several providers match. These are the ids of the first ones.
  case several([String])
  /// The word is the name of several systems.
  case brand(Brand, [Provider])
}

package struct ProviderLookUp {
  package let directory: ProviderDirectory

  package init(directory: ProviderDirectory) { self.directory = directory }

  /// Returns the one provider that `typed` means. If it is a brand with several systems, `address` distinguishes them.
  package func provider(_ typed: String, address: MailAddress? = nil) throws(ProviderLookUpError) -> Provider {
    switch directory.find(typed) {
    case .exactly(let provider): return provider
    case .brand(let brand, let choices):
      if let address, let owner = directory.provider(forDomain: address.domain), choices.contains(owner) { return owner }
      throw .brand(brand, choices)
    case .several(let providers): throw .several(providers.prefix(8).map(\.id))
    case .none(let suggestions): throw .unknown(typed, suggestions: suggestions)
    }
  }

  /// Returns the provider of `address`, or the demo for one of its addresses. `nil` if no catalog knows the domain.
  package func provider(of address: MailAddress) -> Provider? {
    directory.provider(forDomain: address.domain) ?? Provider.demo(named: address.domain.text)
  }
}
