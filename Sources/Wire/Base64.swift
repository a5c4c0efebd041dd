// Base64 (RFC 4648, section 4), strict: canonical padding, no line breaks, no foreign characters.

import Vocabulary

/// The two directions of base64.
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Returns the length of the encoded form of `count` octets.
  package static func encodedCount(_ count: Int) -> Int { (count + 2) / 3 * 4 }

  /// Returns the encoded form of `octets`, with padding.
  package static func encode(_ octets: some Collection<UInt8>) -> [UInt8] {
    var output = [UInt8]()
    output.reserveCapacity(encodedCount(octets.count))
    encode(octets) { output.append($0) }
    return output
  }

  /// Returns the encoded form of a secret, which is a secret too.
  package static func encode(_ secret: Secret) -> Secret {
    Secret(capacity: encodedCount(secret.count)) { buffer in
      var count = 0
      secret.withOctets { octets in
        encode(octets) {
          buffer[count] = $0
          count += 1
        }
      }
      return count
    }
  }

  /// Returns the decoded octets. `nil` if `text` is not canonical base64.
  package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    var output = [UInt8]()
    output.reserveCapacity(text.count / 4 * 3)
    var (bits, held, padding) = (UInt32(0), 0, 0)
    for character in text {
      if character == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let value = value(of: character) else { return nil }
      bits = bits << 6 | value
      held += 6
      if held >= 8 {
        held -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
        bits &= (1 << UInt32(held)) - 1
      }
    }
    // The bits that are left must be zero: two bits for one "=", four bits for two.
    guard padding <= 2, held == padding * 2, bits == 0 else { return nil }
    return output
  }

  /// Returns the octets of every whole group of four characters in either alphabet (RFC 4648, sections 4 and 5),
  /// wherever the text was cut. Ignores everything else. For searching a text for a secret, not for decoding.
  package static func decodeLoosely(_ text: some Collection<UInt8>) -> [UInt8] {
    var output = [UInt8]()
    var (bits, held) = (UInt32(0), 0)
    for character in text {
      let standard: UInt8 =
        character == UInt8(ascii: "-") ? UInt8(ascii: "+") : character == UInt8(ascii: "_") ? UInt8(ascii: "/") : character
      guard let value = value(of: standard) else { continue }
      bits = (bits << 6 | value) & 0xffff
      held += 6
      if held >= 8 {
        held -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    return output
  }

  private static func value(of character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  private static func encode(_ octets: some Collection<UInt8>, _ emit: (UInt8) -> Void) {
    var (bits, held) = (UInt32(0), 0)
    for octet in octets {
      bits = bits << 8 | UInt32(octet)
      held += 8
      while held >= 6 {
        held -= 6
        emit(alphabet[Int(bits >> UInt32(held) & 63)])
      }
      bits &= (1 << UInt32(held)) - 1
    }
    if held > 0 { emit(alphabet[Int(bits << UInt32(6 - held) & 63)]) }
    for _ in 0..<((3 - octets.count % 3) % 3) { emit(UInt8(ascii: "=")) }
  }
}
