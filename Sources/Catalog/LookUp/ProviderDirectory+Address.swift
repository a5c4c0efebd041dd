// Addresses as users type them, with what the catalog knows of their domains.

import Vocabulary

extension ProviderDirectory {
  /// Reads `typed` as `TypedAddress` does. Throws `unicodeLocalPart` too.
  package func address(_ typed: String) throws(TypedAddress.Error) -> TypedAddress {
    let found = try TypedAddress(typed)
    guard mayExist(found.address) else { throw .unicodeLocalPart }
    return found
  }

  /// Whether the provider of the domain can have given this address to a user. No provider of the bundled list has addresses with
  /// letters outside ASCII before the `@`; a domain of the user's own catalog and an unknown one can have them (RFC 6531).
  package func mayExist(_ address: MailAddress) -> Bool {
    guard address.needsUTF8, let provider = provider(forDomain: address.domain) else { return true }
    return file(of: provider) != nil
  }
}
