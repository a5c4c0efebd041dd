// A text of the search index, with a mark by which most texts that do not contain a word are told without reading them.

import Vocabulary

struct SearchText: Sendable {
  private let text: String
  private let octets: OctetSet

  init(_ text: String) { (self.text, octets) = (text, OctetSet(text)) }

  func hasPrefix(_ word: String) -> Bool { text.hasPrefix(word) }

  /// Whether the text contains `word`, whose octets are `wanted`.
  func contains(_ word: String, _ wanted: OctetSet) -> Bool { octets.isSuperset(of: wanted) && text.contains(word) }
}

/// Which octets occur in a text. Octets that differ by a multiple of 64 count as the same.
struct OctetSet: Sendable {
  private let bits: UInt64

  init(_ text: String) { bits = text.utf8.reduce(0) { $0 | 1 << (UInt64($1) & 63) } }

  func isSuperset(of other: OctetSet) -> Bool { bits & other.bits == other.bits }
}
