// The characters of a secret, one at a time, without a copy of the secret as text.

/// A cursor over UTF-8 octets that are only lent. Octets that are not UTF-8 are passed on as they are.
package struct SecretScalars {
  private let octets: UnsafeRawBufferPointer
  private var position = 0

  /// One character: its scalar, or `nil` if the octet is not part of one, and its octets.
  package typealias Element = (scalar: Unicode.Scalar?, octets: UnsafeRawBufferPointer)

  package init(_ octets: UnsafeRawBufferPointer) { self.octets = octets }

  /// Returns the next character, or `nil` at the end.
  package mutating func next() -> Element? {
    guard position < octets.count else { return nil }
    let (scalar, length) = read()
    defer { position += length }
    return (scalar, UnsafeRawBufferPointer(rebasing: octets[position..<(position + length)]))
  }

  private func read() -> (Unicode.Scalar?, Int) {
    let first = octets[position]
    let length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0
    guard length > 0, position + length <= octets.count else { return (nil, 1) }
    if length == 1 { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0xff >> (UInt32(length) + 1))
    for octet in octets[(position + 1)..<(position + length)] {
      guard octet & 0xc0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(octet & 0x3f)
    }
    // Overlong forms are not UTF-8 (RFC 3629, section 3).
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, length)
  }
}
