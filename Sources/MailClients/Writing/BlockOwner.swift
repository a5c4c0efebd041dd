// Whose lines a block in a mail program's file is made of, and what the account is called there.

import Vocabulary

/// An account as mail programs' files know it: by its address, and by its saved name if several accounts share the address.
package struct BlockOwner: Sendable, Hashable {
  package let address: MailAddress
  /// `nil` for the account that is known by its address alone.
  package let name: String?
  /// Octets of a name that stand in a label as they are; a file or a folder may be called like the label.
  private static let limit = 60

  package init(_ address: MailAddress, name: String? = nil) { (self.address, self.name) = (address, name) }

  /// Reads what stands in a mark. Returns `nil` if it does not begin with an address.
  package init?(_ text: String) {
    if let address = try? MailAddress(text) {
      self.init(address)
      return
    }
    // A quoted local part may hold blanks, too.
    let scalars = text.unicodeScalars
    for index in scalars.indices where scalars[index] == " " {
      guard let address = try? MailAddress(String(scalars[..<index])) else { continue }
      self.init(address, name: String(scalars[scalars.index(after: index)...]))
      return
    }
    return nil
  }

  /// As it stands in a mark.
  package var text: String { name.map { "\(address) \($0)" } ?? "\(address)" }

  /// What the account is called in a configuration: letters, digits, dots and hyphens, so that it needs no quotes anywhere.
  package var label: String {
    let base = Self.plain(address.description)
    guard let name else { return base }
    let plain = String(Self.plain(name).prefix(Self.limit))
    if plain == name { return "\(base)-\(plain)" }
    // Names that differ only in what is left out of them have labels that differ.
    let sum = SHA1.digest(Array(name.utf8)).prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "\(base)-\(plain)-\(sum)"
  }

  private static func plain(_ text: String) -> String {
    String(decoding: text.utf8.map { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") ? $0 : .hyphen }, as: UTF8.self)
  }
}
