// Input that no prompt has read yet. It may be part of a secret, so its octets are kept in one place and wiped.

import Platform

/// What was read from the terminal and not used, for all prompts of one terminal. The decoder is part of it: a paste may begin at one
/// prompt and end at the next.
final class TypedInput {
  private let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 1)
  private var range = 0..<0
  /// The state of the decoder after the octets that were taken.
  var decoder = KeyDecoder()
  /// Keys that were decoded and that no prompt has used. Few octets are more than one key.
  var keys: [Key] = []

  deinit {
    Platform.wipe(storage)
    storage.deallocate()
  }

  /// The number of octets that were read and not taken.
  var count: Int { range.count }

  /// Removes the next octet, overwrites it here, and returns it. Returns `nil` if there is none.
  func take() -> UInt8? {
    guard !range.isEmpty else { return nil }
    let octet = storage[range.lowerBound]
    storage[range.lowerBound] = 0
    range = (range.lowerBound + 1)..<range.upperBound
    return octet
  }

  /// Reads from `descriptor` and returns the result of read(2). All earlier octets must have been taken.
  func fill(from descriptor: Int32) -> Int {
    let count = Platform.read(descriptor, storage.baseAddress, storage.count)
    range = 0..<max(count, 0)
    return count
  }

  /// Discards what is here and what can be read from `descriptor` before `deadline`, without waiting. The decoder sees it, so that the
  /// rest of a paste that has begun is still known as pasted.
  func drain(_ descriptor: Int32, until isOver: () -> Bool) {
    repeat {
      while let octet = take() { _ = decoder.take(octet) }
    } while !isOver() && fill(from: descriptor) > 0
    // An ESC alone is a key, not the beginning of the next one.
    _ = decoder.lapse()
    keys = []
  }

  /// Discards what is here, for a prompt that reads from the terminal by itself.
  func discard() {
    Platform.wipe(storage)
    (range, keys, decoder) = (0..<0, [], KeyDecoder())
  }
}
