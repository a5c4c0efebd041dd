// A buffer that grows, for octets that may contain a secret and arrive in pieces.

import Platform

/// A growing sequence of octets. Every copy that growth leaves behind, and the last one, is wiped. Not Sendable: one thread fills it.
package final class SecretBuffer {
  private var storage: UnsafeMutableRawBufferPointer

  /// The number of octets.
  package private(set) var count = 0

  package init() { storage = .allocate(byteCount: 1_024, alignment: 1) }

  deinit {
    Platform.wipe(storage)
    storage.deallocate()
  }

  /// Appends one octet.
  package func append(_ octet: UInt8) {
    if count == storage.count { grow() }
    storage[count] = octet
    count += 1
  }

  /// Appends `octets`. The caller has to wipe its own copy.
  package func append(_ octets: some Sequence<UInt8>) {
    for octet in octets { append(octet) }
  }

  /// Wipes and removes all octets.
  package func removeAll() {
    Platform.wipe(UnsafeMutableRawBufferPointer(rebasing: storage[..<count]))
    count = 0
  }

  /// Lends the octets to `body`, which must not keep them. Returns the result of `body` and rethrows its error.
  package func withOctets<Result, Failure: Error>(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Result) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: storage[..<count]))
  }

  /// A copy of the octets.
  package var secret: Secret { withOctets { Secret(copying: $0) } }

  private func grow() {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * storage.count, alignment: 1)
    larger.copyMemory(from: UnsafeRawBufferPointer(storage))
    Platform.wipe(storage)
    storage.deallocate()
    storage = larger
  }
}

extension SecretBuffer: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<secret>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
