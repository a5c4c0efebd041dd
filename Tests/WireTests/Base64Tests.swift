// Base64: the canonical encoding and its strict decoding.

import Testing
import Vocabulary
import Wire

@Suite("Base64") struct Base64Tests {
  /// The test vectors of RFC 4648, section 10, and the last two characters of the alphabet.
  private static let pairs: [(String, String)] = [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ("Username:", "VXNlcm5hbWU6"), ("密码", "5a+G56CB"), ("???", "Pz8/"),
  ]

  @Test("octets and their base64", arguments: pairs) func pair(_ plain: String, _ encoded: String) {
    #expect(Base64.encode(Array(plain.utf8)).text == encoded)
    #expect(Base64.decode(Array(encoded.utf8)) == Array(plain.utf8))
    #expect(Base64.encodedCount(plain.utf8.count) == encoded.utf8.count)
  }

  @Test("a secret stays a secret", arguments: pairs) func secret(_ plain: String, _ encoded: String) {
    #expect(Base64.encode(Secret(copying: plain.utf8)).withOctets { $0.text } == encoded)
  }

  @Test(
    "what is not canonical is not base64",
    arguments: [
      "Z", "Zg", "Zg=", "Zg===", "=", "==", "===", "====", "Z===", "=Zg=", "Zg=g", "Z=g=", "Zg==Zg==", "Zm8=Zm8=", "Zm9v=", "Zm9v====",
      // Bits that padding must leave zero.
      "Zh==", "Zm9=", "Zv==", "ZmF=",
      // Characters of other alphabets, blanks, line ends.
      "Zm9-", "Zm9_", "Zm9 ", " Zm9", "Zm9v\r\n", "Zm\n9", "Zm9v\u{0}", "Zm9*", "%%%%", "VXNlc***", "Ｚm9v", "Zm9\u{e9}",
    ])
  func refused(_ text: String) { #expect(Base64.decode(Array(text.utf8)) == nil) }

  @Test("every length and every octet is restored", arguments: 0...260) func roundTrip(_ count: Int) {
    let octets = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ count) }
    let encoded = Base64.encode(octets)
    #expect(encoded.count == Base64.encodedCount(count))
    #expect(Base64.decode(encoded) == octets)
    #expect(encoded.allSatisfy { $0.isLetter || $0.isDigit || "+/=".utf8.contains($0) })
  }

  @Test("no two texts decode to the same octets", arguments: UInt8.min...UInt8.max) func canonical(_ last: UInt8) {
    // If a text decodes, encoding the octets must return the same text.
    for text in [[0x5a, last, 0x3d, 0x3d], [0x5a, 0x6d, last, 0x3d], [0x5a, 0x6d, 0x39, last]] as [[UInt8]] {
      if let octets = Base64.decode(text) { #expect(Base64.encode(octets) == text) }
    }
  }
}
