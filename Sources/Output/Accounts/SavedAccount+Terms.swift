// The words of a saved account's provider.

import AccountStore
import Catalog
import Sentences

extension SavedAccount {
  /// Returns the terms of the account's provider for sentences about it.
  package func context(in directory: ProviderDirectory) -> ProviderTerms {
    provider.flatMap { directory.provider(id: $0) }.map { ProviderTerms($0) } ?? ProviderTerms(host: imap.host)
  }
}
