// What was typed and not read by any prompt yet. It may be a secret, so it is kept in one place and wiped.

import Platform

final class TypedOctets {
  private let storage = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 1)
  private var range = 0..<0

  deinit {
    Platform.wipe(storage)
    storage.deallocate()
  }

  var isEmpty: Bool { range.isEmpty }

  /// Takes the next octet, which is overwritten here.
  func take() -> UInt8? {
    guard !range.isEmpty else { return nil }
    let octet = storage[range.lowerBound]
    storage[range.lowerBound] = 0
    range = (range.lowerBound + 1)..<range.upperBound
    return octet
  }

  /// Reads what `descriptor` has, once everything before has been taken; gives read(2)'s answer.
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
