// The mechanism CRAM-MD5 (RFC 2195), for servers that offer nothing better.

import Vocabulary

/// One response: the user name, and HMAC-MD5 of the challenge with the password as the key.
package struct CRAMMD5: SASLMechanism {
  private let hash: any SASLHash
  private let username: String
  private let password: Secret
  package private(set) var progress = SASLProgress.incomplete

  package init(_ hash: any SASLHash, username: String, password: Secret) {
    (self.hash, self.username, self.password) = (hash, username, password)
  }

  package var name: SASLMechanismName { .cramMD5 }
  package var initialResponse: SASLMessage? { nil }

  package mutating func respond(to challenge: SASLChallenge) throws(SASLError) -> SASLMessage {
    guard progress == .incomplete, let octets = challenge.octets, !octets.isEmpty else { throw .unexpectedChallenge }
    guard let digest = hash.hmac(key: password, octets) else { throw .hashUnavailable }
    progress = .complete
    return .secret(Secret(pieces: [.plain(username + " "), .secret(Self.hexadecimal(digest))]))
  }

  private static func hexadecimal(_ digest: Secret) -> Secret {
    let digits = Array("0123456789abcdef".utf8)
    return Secret(capacity: digest.count * 2) { buffer in
      digest.withOctets { octets in
        for (index, octet) in octets.enumerated() {
          buffer[index * 2] = digits[Int(octet >> 4)]
          buffer[index * 2 + 1] = digits[Int(octet & 15)]
        }
        return octets.count * 2
      }
    }
  }
}
