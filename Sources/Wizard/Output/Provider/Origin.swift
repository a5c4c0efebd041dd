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

  /// Returns the remark that an entry is from a user's catalog, or `nil` for a bundled entry. It is for output that is
  /// not urgent.
  func origin(of provider: Provider, for address: MailAddress?) -> Text? {
    takeover(by: provider, of: address) ?? file(of: provider).map { CatalogSentence.from(Visible($0, limit: 200)) }
  }
}

extension CommandContext {
  /// Prints a warning if an entry of a user's catalog has replaced a bundled one.
  func warn(of provider: Provider?, for address: MailAddress?, in directory: ProviderDirectory) {
    if let text = directory.takeover(by: provider, of: address) { warn(text) }
  }
}
