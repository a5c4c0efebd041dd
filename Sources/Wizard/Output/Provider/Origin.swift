// Where an entry of the catalog comes from, said wherever it decides about servers.

import Catalog
import Sentences
import Vocabulary

extension ProviderDirectory {
  /// What is to be said of an entry of the user's own that stands in the place of a bundled one; nil for all others.
  func takeover(by provider: Provider?, of address: MailAddress?) -> Text? {
    guard let provider, let file = file(of: provider), let bundled = displaced(by: provider, for: address?.domain) else { return nil }
    return CatalogSentence.displaces(bundled, address?.domain, Visible(file, limit: 200))
  }

  /// What is to be said of an entry where there is the time for it: that it is not the program's own.
  func origin(of provider: Provider, for address: MailAddress?) -> Text? {
    takeover(by: provider, of: address) ?? file(of: provider).map { CatalogSentence.from(Visible($0, limit: 200)) }
  }
}

extension CommandContext {
  /// Warns of an entry of the user's own that has taken over what the bundled catalog knows.
  func warn(of provider: Provider?, for address: MailAddress?, in directory: ProviderDirectory) {
    if let text = directory.takeover(by: provider, of: address) { warn(text) }
  }
}
