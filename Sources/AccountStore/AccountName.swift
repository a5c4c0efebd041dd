// What an account is called on a command line and in the registry.

import Vocabulary

/// Printable, without blanks at its ends, up to 254 octets, and no option.
package struct AccountName: Hashable, Sendable {
  package let text: String

  /// nil for what is no name.
  package init?(_ typed: String) {
    guard (1...254).contains(typed.utf8.count), Visible.isHarmless(typed), !typed.hasPrefix("-"),
      let first = typed.unicodeScalars.first, let last = typed.unicodeScalars.last,
      !first.properties.isWhitespace, !last.properties.isWhitespace
    else { return nil }
    text = typed
  }
}

extension AccountName: CustomStringConvertible {
  package var description: String { text }
}
