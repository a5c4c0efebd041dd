// The origin of a catalog entry, which is printed wherever the entry decides about servers.

import Catalog
import Sentences
import Vocabulary

extension ProviderDirectory {
  /// Returns the warning for an entry of a user's catalog that replaces a bundled one, or `nil` for all other entries.
  func takeover(by provider: Provider?, of address: MailAddress?) -> Text? {
    guard let provider, let file = file(of: provider), let bundled = displaced(by: provider, for: address?.domain) else { return nil }
    return CatalogSentence.displaces(bundled, address?.domain, Visible(file, limit: 200))
  }

  /// The same of an entry that is used, and of the one for the domain of `address`: what that says of a domain must not pass for
  /// what the bundled catalog says.
  func takeovers(by provider: Provider?, of address: MailAddress?) -> [Text] {
    let entries = [provider, address.flatMap { self.provider(forDomain: $0.domain) }]
    return entries.compactMap { takeover(by: $0, of: address) }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Returns the remark that an entry is from a user's catalog, or `nil` for a bundled entry. It is for output that is
  /// not urgent.
  func origin(of provider: Provider, for address: MailAddress?) -> Text? {
    takeover(by: provider, of: address) ?? file(of: provider).map { CatalogSentence.from(Visible($0, limit: 200)) }
  }
}

extension CommandContext {
  /// Warns of entries of the user's own that have taken over what the bundled catalog knows: that of `provider`, and that for the
  /// domain of `address`.
  func warn(of provider: Provider?, for address: MailAddress?, in directory: ProviderDirectory) {
    for text in directory.takeovers(by: provider, of: address) { warn(text) }
  }
}
