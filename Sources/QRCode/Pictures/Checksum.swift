// The checksums of PNG images.

enum Checksum {
  private static let table: [UInt32] = (0..<256).map { octet in
    (0..<8).reduce(UInt32(octet)) { value, _ in value & 1 == 1 ? 0xedb8_8320 ^ value >> 1 : value >> 1 }
  }

  /// Returns the CRC-32 of `name` followed by `octets` (W3C PNG, annex D).
  static func crc32(_ name: [UInt8], _ octets: UnsafeRawBufferPointer) -> UInt32 {
    func add(_ value: UInt32, _ octet: UInt8) -> UInt32 { table[Int((value ^ UInt32(octet)) & 0xff)] ^ value >> 8 }
    return ~octets.reduce(name.reduce(~0, add), add)
  }

  /// Returns the Adler-32 of `octets` (RFC 1950, section 2.2).
  static func adler32(_ octets: UnsafeRawBufferPointer) -> UInt32 {
    var (low, high): (UInt32, UInt32) = (1, 0)
    for octet in octets {
      low = (low + UInt32(octet)) % 65_521
      high = (high + low) % 65_521
    }
    return high << 16 | low
  }
}
