// The account that a block in a mail program's file is about, and the name of the account there.

import Vocabulary

/// An account in the files of mail programs: by its address, and by its saved name if several accounts share the address.
package struct BlockOwner: Sendable, Hashable {
  package let address: MailAddress
  /// `nil` for the account that is known by its address alone.
  package let name: String?
  /// The most characters of a name in a label. A file or a folder may have the label as its name.
  private static let limit = 60

  package init(_ address: MailAddress, name: String? = nil) { (self.address, self.name) = (address, name) }

  /// Reads the text of a mark. Returns `nil` if it does not begin with an address.
  package init?(_ text: String) {
    if let address = try? MailAddress(text) {
      self.init(address)
      return
    }
    // A quoted local part may contain blanks too.
    let scalars = text.unicodeScalars
    for index in scalars.indices where scalars[index] == " " {
      guard let address = try? MailAddress(String(scalars[..<index])) else { continue }
      self.init(address, name: String(scalars[scalars.index(after: index)...]))
      return
    }
    return nil
  }

  /// The text of a mark.
  package var text: String { name.map { "\(address) \($0)" } ?? "\(address)" }

  /// The name of the account in a configuration: letters, digits, dots and hyphens, which need no quotes in any syntax.
  package var label: String {
    let base = Self.plain(address.description)
    guard let name else { return base }
    let plain = String(Self.plain(name).prefix(Self.limit))
    if plain == name { return "\(base)-\(plain)" }
    // Names that differ only in characters that are left out have different labels.
    let sum = SHA1.digest(Array(name.utf8)).prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return "\(base)-\(plain)-\(sum)"
  }

  private static func plain(_ text: String) -> String {
    String(decoding: text.utf8.map { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") ? $0 : .hyphen }, as: UTF8.self)
  }
}
