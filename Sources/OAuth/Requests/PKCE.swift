// Proof Key for Code Exchange (RFC 7636), with S256 only.

import Net
import Vocabulary
import Wire

/// A verifier and its challenge.
package struct PKCE: Sendable {
  /// Sent with the code. 43 characters.
  package let verifier: Secret
  /// Sent with the authorization request. It tells nothing about the verifier.
  package let challenge: String

  /// Makes a new verifier of 32 random octets (RFC 7636, section 4.1). `nil` if memory ran out.
  package init?() { self.init(verifier: Self.random(32)) }

  package init?(verifier: Secret) {
    guard let digest = Digest.sha256.hash(verifier) else { return nil }
    self.verifier = verifier
    challenge = Self.url(digest).withOctets { $0.text }
  }

  /// Returns `count` octets of the system's random numbers, in base64url without padding (RFC 4648, section 5).
  package static func random(_ count: Int) -> Secret {
    var generator = SystemRandomNumberGenerator()
    return url(
      Secret(capacity: count) { buffer in
        for index in 0..<count { buffer[index] = UInt8.random(in: 0...255, using: &generator) }
        return count
      })
  }

  private static func url(_ octets: Secret) -> Secret {
    let standard = Base64.encode(octets)
    return Secret(capacity: standard.count) { buffer in
      standard.withOctets { standard in
        var count = 0
        for octet in standard where octet != UInt8(ascii: "=") {
          buffer[count] = octet == .plus ? .hyphen : octet == UInt8(ascii: "/") ? UInt8(ascii: "_") : octet
          count += 1
        }
        return count
      }
    }
  }
}
