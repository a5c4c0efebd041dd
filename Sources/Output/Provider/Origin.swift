// The origin of a catalog entry, which is printed wherever the entry decides about servers.

import Catalog
import Sentences
import Vocabulary

extension ProviderDirectory {
  /// Returns the warning for an entry of a user's catalog that replaces a bundled one, or `nil` for all other entries.
  package func takeover(by provider: Provider?, of address: MailAddress?) -> Text? {
    guard let provider, let file = file(of: provider), let bundled = displaced(by: provider, for: address?.domain) else { return nil }
    return CatalogSentence.displaces(bundled, address?.domain, Visible(file, limit: 200))
  }

  /// Returns the warnings for an entry that is used, and for the one for the domain of `address`. The user must not mistake either for
  /// an entry of the bundled catalog.
  package func takeovers(by provider: Provider?, of address: MailAddress?) -> [Text] {
    let entries = [provider, address.flatMap { self.provider(forDomain: $0.domain) }]
    return entries.compactMap { takeover(by: $0, of: address) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Returns the remark that an entry is from a user's catalog, or `nil` for a bundled entry. It is for output that is
  /// not urgent.
  package func origin(of provider: Provider, for address: MailAddress?) -> Text? {
    takeover(by: provider, of: address) ?? file(of: provider).map { CatalogSentence.from(Visible($0, limit: 200)) }
  }
}
