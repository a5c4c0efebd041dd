// A password, app password or authorization code, and every octet string made from one.

import Platform

/// A secret. The object is the only owner of its octets and wipes them when the last reference to it is released. It
/// prints as a placeholder, cannot be compared and cannot be encoded. `withOctets` lends the octets for the length of a
/// call.
package final class Secret: Sendable {
  // Written once, in the initialiser, before any other thread can see it. Read-only after that.
  private nonisolated(unsafe) let storage: UnsafeMutableRawBufferPointer

  /// The number of octets.
  package let count: Int

  /// Creates a secret of at most `capacity` octets. `fill` writes the octets and returns how many it wrote. Rethrows
  /// the error of `fill`; the buffer is wiped before.
  package init<Failure: Swift.Error>(
    capacity: Int, fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(capacity, 1), alignment: 1)
    // Best effort: keeps the page out of swap if the limit on locked memory allows it.
    _ = mlock(buffer.baseAddress, buffer.count)
    do {
      count = try fill(buffer)
      storage = buffer
    } catch {
      Platform.wipe(buffer)
      buffer.deallocate()
      throw error
    }
  }

  /// Copies `octets`. The caller has to wipe its own copy.
  package convenience init(copying octets: some Collection<UInt8>) {
    self.init(capacity: octets.count) { buffer in
      buffer.copyBytes(from: octets)
      return octets.count
    }
  }

  deinit {
    Platform.wipe(storage)
    storage.deallocate()
  }

  /// Lends the octets to `body`, which must not keep them. Returns the result of `body` and rethrows its error.
  package func withOctets<Result, Failure: Swift.Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: storage[..<count]))
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<secret>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
