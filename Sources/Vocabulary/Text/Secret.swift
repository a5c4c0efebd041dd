// A password, app password or authorization code, and every octet string made from one.

import Platform

/// Owns its octets alone and wipes them when the last reference goes. Prints as a placeholder, compares with nothing,
/// encodes to nothing; its octets are handed out only for the length of a call.
package final class Secret: Sendable {
  // Written once, in the initialiser, before anyone else can see it; read-only from then on.
  private nonisolated(unsafe) let storage: UnsafeMutableRawBufferPointer

  /// The number of octets.
  package let count: Int

  /// Makes a secret of `capacity` octets at most, which `fill` writes; `fill` gives the number it wrote.
  package init<Failure: Error>(
    capacity: Int, fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int
  ) throws(Failure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(capacity, 1), alignment: 1)
    // Best effort: keeps the page out of swap where the limit on locked memory allows it.
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

  /// Copies `octets`; the caller wipes its own copy.
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

  /// Lends the octets to `body`, which must not keep them.
  package func withOctets<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: storage[..<count]))
  }

  /// Why octets cannot be a secret this program sends.
  package enum Fault: Error, Equatable, Sendable, CaseIterable {
    /// CR, LF or NUL would end or split a protocol line (RFC 4616 2 forbids NUL).
    case empty, forbiddenOctet, tooLong
  }

  /// The most octets a secret may have; RFC 4954 4 would take 12,288 in base64, no provider needs a tenth of it.
  package static let limit = 1024

  /// What is wrong with this secret, or nil when it can be sent.
  package var fault: Fault? {
    withOctets { octets in
      if octets.isEmpty { return .empty }
      if octets.count > Self.limit { return .tooLong }
      return octets.contains { $0 == .nul || $0 == .carriageReturn || $0 == .lineFeed } ? .forbiddenOctet : nil
    }
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<secret>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
