// The forms of a provider's name that mean the same: with and without a word for mail behind it, with and without blanks.

import Vocabulary

/// A name without the words that every mail provider may have in its name.
struct NameForms: Hashable, Sendable {
  /// Without blanks, hyphens and periods.
  let squeezed: String
  /// The same without a final word for mail.
  let base: String
  /// Whether a word for mail of a company was removed.
  let isBusiness: Bool

  /// Endings of Chinese, Japanese and Korean names, which follow without a blank. The longer ones come first.
  private static let endings = [
    ("企业邮箱", true), ("企业邮件", true), ("企業郵箱", true), ("企业邮", true), ("企邮", true), ("企业版", true), ("电子邮箱", false),
    ("电子邮件", false), ("邮箱", false), ("郵箱", false), ("邮件", false), ("信箱", false), ("邮", false), ("メール", false), ("메일", false),
  ]
  /// Endings that are words of their own.
  private static let words = [
    "mail": false, "email": false, "e-mail": false, "webmail": false, "mailbox": false, "enterprise": true, "business": true, "qiye": true,
  ]

  /// `name` is in lower case.
  init(_ name: String) {
    squeezed = Self.squeezed(name)
    var (rest, isBusiness) = (name[...], false)
    while let (shorter, marks) = Self.shortened(rest) { (rest, isBusiness) = (shorter, isBusiness || marks) }
    (base, self.isBusiness) = (Self.squeezed(rest), isBusiness)
  }

  /// Returns the names in `name` that users know it by: the whole, and the parts between slashes, without what is
  /// in brackets.
  static func parts(of name: String) -> [String] {
    var (outer, depth) = ("", 0)
    for character in name.lowercased() {
      if character == "(" || character == "（" { depth += 1 }
      if depth == 0 { outer.append(character) }
      if character == ")" || character == "）" { depth = max(0, depth - 1) }
    }
    let parts = outer.split { "/、".contains($0) }.map { String($0).trimmed }
    return ([name.lowercased(), outer.trimmed] + parts).filter { !$0.isEmpty }
  }

  static func squeezed(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace && !"-_.·・".contains($0) }) }

  private static func isSeparator(_ character: Character) -> Bool { character == " " || character == "-" || character == "_" }

  private static func trimmed(_ name: Substring) -> Substring {
    var name = name
    while let last = name.last, isSeparator(last) { name = name.dropLast() }
    return name
  }

  /// Returns `name` without one ending. `nil` if it has none, or nothing else.
  private static func shortened(_ name: Substring) -> (Substring, Bool)? {
    if let (ending, marks) = endings.first(where: { name.hasSuffix($0.0) }) {
      let rest = trimmed(name.dropLast(ending.count))
      return squeezed(rest).isEmpty ? nil : (rest, marks)
    }
    // `e-mail` has a hyphen of its own.
    for (word, marks) in words where name.hasSuffix(word) {
      let rest = name.dropLast(word.count)
      guard let last = rest.last, isSeparator(last), !(word == "mail" && rest.hasSuffix("e-")) else { continue }
      let shorter = trimmed(rest)
      return squeezed(shorter).isEmpty ? nil : (shorter, marks)
    }
    return nil
  }
}
