// Whether an address and a provider fit together, asked before anything is looked up, shown or sent.

import Catalog
import Vocabulary

package enum AddressDoubt: Equatable, Sendable {
  /// The domain is one slip away from known ones. These addresses were probably meant.
  case slip([MailAddress])
  /// The address is one of another provider.
  case belongs(to: Provider)
  /// The provider has fixed domains, and this is none of them.
  case outside
}

extension ProviderDirectory {
  /// Returns why `address` is probably not one at `provider`, or why it is mistyped if no provider is named. `nil` if they fit. The
  /// demo takes every address, except that those of real providers are told.
  package func doubt(about address: MailAddress, at provider: Provider?) -> AddressDoubt? {
    guard let provider else { return slip(of: address, to: lookAlikes(of: address.domain)) }
    guard self.provider(forDomain: address.domain) != provider else { return nil }
    if let owner = owner(of: address.domain) {
      // An entry of the user's own may have the domain, in place of this one.
      return owner == provider ? nil : .belongs(to: owner)
    }
    guard !provider.isDemo, provider.hasFixedDomains else { return nil }
    return slip(of: address, to: lookAlikes(of: address.domain).filter(provider.domains.contains)) ?? .outside
  }

  private func slip(of address: MailAddress, to domains: [String]) -> AddressDoubt? {
    let meant = domains.compactMap { try? MailAddress("\(address.localPart)@\($0)") }
    return meant.isEmpty ? nil : .slip(meant)
  }
}
