// The version of a mail program: numbers separated by dots.

import Vocabulary

/// A version such as 1.4.4, 20230407 or 6.19.00. Versions are compared number by number, with 0 for missing numbers at the end.
package struct ClientVersion: Sendable, Hashable, Comparable {
  private let numbers: [Int]
  /// The version as the program prints it.
  package let text: String

  /// Creates a version from one to six numbers of at most nine digits, separated by single dots. Returns `nil` for any other
  /// text.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.count < 10 && part.allSatisfy(\.isDigit) ? Int(part.text) : nil }
    guard numbers.count == parts.count, (1...6).contains(parts.count) else { return nil }
    (self.numbers, self.text) = (numbers, text)
  }

  /// Creates the first version in the output of a program: at the beginning of a word, with or without a `v` before it.
  /// Only the first three lines count, because later ones are about libraries. Returns `nil` if there is none.
  package init?(printedIn octets: [UInt8]) {
    for line in octets.split(separator: .lineFeed).prefix(3) {
      for word in line.split(whereSeparator: { $0 == .space || $0 == .tab || $0 == UInt8(ascii: "(") }) {
        let start = word.first == UInt8(ascii: "v") ? word.dropFirst() : word
        let digits = start.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
        guard digits.first?.isDigit == true else { continue }
        let trimmed = digits.last == UInt8(ascii: ".") ? digits.dropLast() : digits
        if let version = ClientVersion(trimmed.text) {
          self = version
          return
        }
      }
    }
    return nil
  }

  package static func < (left: ClientVersion, right: ClientVersion) -> Bool {
    for index in 0..<max(left.numbers.count, right.numbers.count) {
      let (one, other) = (left[index], right[index])
      if one != other { return one < other }
    }
    return false
  }

  package static func == (left: ClientVersion, right: ClientVersion) -> Bool { !(left < right) && !(right < left) }

  package func hash(into hasher: inout Hasher) {
    var significant = numbers[...]
    while significant.last == 0 { significant.removeLast() }
    hasher.combine(significant)
  }

  private subscript(index: Int) -> Int { index < numbers.count ? numbers[index] : 0 }
}

extension ClientVersion: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Creates a version from a literal in this module. A literal that is not a version is a programming error.
  package init(stringLiteral text: String) {
    guard let version = ClientVersion(text) else { preconditionFailure("\(text) is not a version") }
    self = version
  }

  package var description: String { text }
}
