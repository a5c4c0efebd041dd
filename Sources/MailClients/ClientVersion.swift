// The version of a mail program: numbers with dots between them.

import Vocabulary

/// 1.4.4, 20230407, 6.19.00: compared number by number; what is missing at the end counts as 0.
package struct ClientVersion: Sendable, Hashable, Comparable {
  private let numbers: [Int]
  /// As the program writes it.
  package let text: String

  /// Digits with single dots between them; nil for anything else, and for numbers no program has.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.count < 10 && part.allSatisfy(\.isDigit) ? Int(part.text) : nil }
    guard numbers.count == parts.count, (1...6).contains(parts.count) else { return nil }
    (self.numbers, self.text) = (numbers, text)
  }

  /// The first that stands in what a program says of itself: at the beginning of a word, perhaps behind a `v`. Only the
  /// first lines are looked at, since nothing else is about the program itself.
  package init?(saidIn octets: [UInt8]) {
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
  /// For the tables of this module: a text that is no version is a mistake in them.
  package init(stringLiteral text: String) {
    guard let version = ClientVersion(text) else { preconditionFailure("\(text) is no version") }
    self = version
  }

  package var description: String { text }
}
