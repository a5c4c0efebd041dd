// Which short sequences of octets occur in some secrets: how a part of one is noticed in a text, wherever it was cut.

import Vocabulary

/// A table of every sequence of `length` octets. It lies in memory that is wiped, as what it was made from.
struct Grams: Sendable {
  /// 4 to 8.
  let length: Int
  /// Octets of the table's entries, a power of two of them at most half used; 0 is free. No secret holds NUL.
  private let table: Secret
  private let entries: Int
  private static let width = MemoryLayout<UInt64>.size

  init(length: Int, of texts: [Secret]) {
    precondition((1...Self.width).contains(length), "a gram fits in a word")
    self.length = length
    let count = texts.reduce(0) { $0 + max($1.count - length + 1, 0) }
    var entries = 2
    while entries < count * 2 { entries *= 2 }
    self.entries = entries
    table = Secret(capacity: entries * Self.width) { buffer in
      buffer.initializeMemory(as: UInt8.self, repeating: 0)
      for text in texts {
        text.withOctets { octets in
          var window = Window(length)
          for octet in octets {
            guard let gram = window.take(octet) else { continue }
            let slot = Self.slot(of: gram, entries) { buffer.loadUnaligned(fromByteOffset: $0 * Self.width, as: UInt64.self) }
            buffer.storeBytes(of: gram, toByteOffset: slot * Self.width, as: UInt64.self)
          }
        }
      }
      return entries * Self.width
    }
  }

  /// Whether the octets of `gram`, as a window gives it, stand somewhere in the texts in one piece.
  func contains(_ gram: UInt64) -> Bool {
    table.withOctets { octets in
      let load = { octets.loadUnaligned(fromByteOffset: $0 * Self.width, as: UInt64.self) }
      return load(Self.slot(of: gram, entries, load)) == gram
    }
  }

  /// Where `gram` is, or the free place it would get.
  private static func slot(of gram: UInt64, _ entries: Int, _ load: (Int) -> UInt64) -> Int {
    // Fibonacci hashing: the upper half of the product depends on every octet.
    var slot = Int(truncatingIfNeeded: (gram &* 0x9e37_79b9_7f4a_7c15) >> 32) & (entries - 1)
    while true {
      let found = load(slot)
      if found == gram || found == 0 { return slot }
      slot = (slot + 1) & (entries - 1)
    }
  }

  /// The last octets of a text that is gone through, as one word.
  struct Window {
    private let length: Int
    private let mask: UInt64
    private var word: UInt64 = 0
    private var count = 0

    init(_ length: Int) {
      self.length = length
      mask = length == Grams.width ? .max : 1 << UInt64(length * 8) - 1
    }

    /// Takes the next octet; gives the word of the last `length` ones where there are so many. NUL begins anew.
    mutating func take(_ octet: UInt8) -> UInt64? {
      count = octet == 0 ? 0 : count + 1
      word = (word << 8 | UInt64(octet)) & mask
      return count >= length ? word : nil
    }
  }
}
