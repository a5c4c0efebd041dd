// A secret that no other text contains, and the search for it in every encoding.

import Platform
import Vocabulary

/// A random word. It consists of letters, so that it can be part of any secret and every encoding preserves it.
package struct ProcessCanary: Sendable {
  /// The word, which differs in every test.
  package let text: String

  package init() {
    let letters = Array("bcdfghjkmnpqrstvwxyz")
    text = "Kanari" + String((0..<14).map { _ in letters[Int.random(in: letters.indices)] })
  }

  /// Returns the names of the encodings in which `octets` contain the word.
  package func found(in octets: some Collection<UInt8>) -> [String] {
    let octets = Array(octets)
    return forms.filter { Self.contains(octets, $0.octets) }.map(\.name)
  }

  package func found(in text: String) -> [String] { found(in: Array(text.utf8)) }

  private var forms: [(name: String, octets: [UInt8])] {
    let raw = Array(text.utf8)
    let digits = Array("0123456789abcdef".utf8)
    let hex = raw.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    let percent = raw.flatMap { [UInt8(ascii: "%"), digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    let spaced = raw.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)], UInt8.space] }
    let base64 = (0..<3).map { (name: "base64 at offset \($0)", octets: Self.base64(raw, offset: $0)) }
    return base64 + [
      ("raw", raw), ("upper case", raw.map { (0x61...0x7a).contains($0) ? $0 - 32 : $0 }), ("reversed", raw.reversed()), ("hex", hex),
      ("hex in capitals", Self.capitals(hex)), ("hex with blanks", spaced), ("percent", percent),
      ("percent in capitals", Self.capitals(percent)),
      ("UTF-16", raw.flatMap { [$0, 0] }), ("with NUL between", raw.flatMap { [0, $0] }),
    ]
  }

  private static func capitals(_ octets: [UInt8]) -> [UInt8] { octets.map { (0x61...0x66).contains($0) ? $0 - 32 : $0 } }

  /// Returns the base64 characters that depend on `raw` alone, if it begins at `offset` modulo three in the encoded
  /// text.
  private static func base64(_ raw: [UInt8], offset: Int) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bits: [UInt8] = []
    for octet in [UInt8](repeating: 0, count: offset) + raw { bits += (0..<8).map { octet >> (7 - $0) & 1 } }
    let characters = stride(from: 0, to: bits.count / 6 * 6, by: 6).map { start in
      alphabet[bits[start..<(start + 6)].reduce(0) { $0 << 1 | Int($1) }]
    }
    // The first characters also depend on the octets before.
    return Array(characters.dropFirst((offset * 8 + 5) / 6))
  }

  private static func contains(_ octets: [UInt8], _ wanted: [UInt8]) -> Bool {
    octets.withUnsafeBytes { all in
      var position = 0
      // memchr and memcmp, because other searches are too slow in a debug build.
      while position + wanted.count <= all.count, let start = all.baseAddress,
        let found = memchr(start + position, Int32(wanted[0]), all.count - position - wanted.count + 1)
      {
        if memcmp(found, wanted, wanted.count) == 0 { return true }
        position = UnsafeRawPointer(found) - start + 1
      }
      return false
    }
  }
}
