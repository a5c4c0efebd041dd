// The name of a saved account, on the command line and in accounts.json.

import Vocabulary

/// Printable text of at most 254 octets, without blanks at its ends, which does not look like an option.
package struct AccountName: Hashable, Sendable {
  package let text: String

  /// Returns `nil` if `typed` is not a valid name.
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
