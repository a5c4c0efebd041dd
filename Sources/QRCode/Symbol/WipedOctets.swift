// Memory of an encoder whose input may be a secret.

import Platform

/// A fixed number of octets, which are zero at first and are wiped when the object is released.
final class WipedOctets {
  let count: Int
  private let storage: UnsafeMutableRawBufferPointer

  init(count: Int) {
    self.count = count
    storage = .allocate(byteCount: count, alignment: 1)
    storage.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit {
    Platform.wipe(storage)
    storage.deallocate()
  }

  subscript(position: Int) -> UInt8 {
    get { storage[position] }
    set { storage[position] = newValue }
  }
}
