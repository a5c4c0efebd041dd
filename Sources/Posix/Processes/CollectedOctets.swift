// The octets that came out of a pipe, in memory that belongs to a secret.

import Platform

/// At most as many octets as the buffer has. More are read and dropped.
struct CollectedOctets {
  /// The result of one read.
  enum Reading { case octets, nothingNow, end }

  private let buffer: UnsafeMutableRawBufferPointer
  private(set) var count = 0
  /// Whether no octet was dropped.
  private(set) var isWhole = true

  init(_ buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }

  /// Whether the last octet ends a line.
  var endsLine: Bool { count > 0 && buffer[count - 1] == UInt8(ascii: "\n") }

  /// Reads once from `end`, which is non-blocking. An error is the end.
  mutating func read(_ end: FileDescriptor) -> Reading {
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
    guard room.isEmpty else {
      let got = Platform.read(end.number, room.baseAddress, room.count)
      if got > 0 { count += got }
      return Self.reading(got)
    }
    return withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 1) { excess in
      // It may be the rest of a secret.
      defer { Platform.wipe(excess) }
      let got = Platform.read(end.number, excess.baseAddress, excess.count)
      if got > 0 { isWhole = false }
      return Self.reading(got)
    }
  }

  private static func reading(_ got: Int) -> Reading {
    if got > 0 { return .octets }
    return got < 0 && (errno == EAGAIN || errno == EINTR) ? .nothingNow : .end
  }
}
