// Input that no prompt has read yet. It may be part of a secret, so it is kept in one place and wiped.

import Platform

final class TypedOctets {
  private let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 1)
  private var range = 0..<0

  deinit {
    Platform.wipe(storage)
    storage.deallocate()
  }

  var isEmpty: Bool { range.isEmpty }

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

  func discard() {
    Platform.wipe(storage)
    range = 0..<0
  }
}
