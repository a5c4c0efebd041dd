// The short sequences of octets in secrets, by which a part of a secret is found in a text, wherever it was cut.

import Vocabulary

/// A table of all sequences of `length` octets. Its memory is wiped, as that of the secrets.
struct Grams: Sendable {
  /// The number of octets of a sequence, 1 to 8.
  let length: Int
  /// The hash table. The number of entries is a power of two, at most half of them are used, and 0 is free. No secret
  /// contains NUL.
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

  /// Returns whether one of the texts contains the sequence `gram`, a word from a window.
  func contains(_ gram: UInt64) -> Bool {
    table.withOctets { octets in
      let load = { octets.loadUnaligned(fromByteOffset: $0 * Self.width, as: UInt64.self) }
      return load(Self.slot(of: gram, entries, load)) == gram
    }
  }

  /// Returns the place of `gram`, or the free place for it.
  private static func slot(of gram: UInt64, _ entries: Int, _ load: (Int) -> UInt64) -> Int {
    // Fibonacci hashing: the upper half of the product depends on every octet.
    var slot = Int(truncatingIfNeeded: (gram &* 0x9e37_79b9_7f4a_7c15) >> 32) & (entries - 1)
    while true {
      let found = load(slot)
      if found == gram || found == 0 { return slot }
      slot = (slot + 1) & (entries - 1)
    }
  }

  /// The last octets of a text that is read, as one word.
  struct Window {
    private let length: Int
    private let mask: UInt64
    private var word: UInt64 = 0
    private var count = 0

    init(_ length: Int) {
      self.length = length
      mask = length == Grams.width ? .max : 1 << UInt64(length * 8) - 1
    }

    /// Adds the next octet. Returns the word of the last `length` octets, or `nil` if there are fewer. NUL starts again.
    mutating func take(_ octet: UInt8) -> UInt64? {
      count = octet == 0 ? 0 : count + 1
      word = (word << 8 | UInt64(octet)) & mask
      return count >= length ? word : nil
    }
  }
}
