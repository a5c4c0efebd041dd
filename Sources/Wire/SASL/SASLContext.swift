// What a mechanism may need: credentials, the server's address, hash functions and a nonce.

import Vocabulary

/// The input of one exchange.
package struct SASLContext: Sendable {
  let credentials: Credentials
  let endpoint: Endpoint
  let hashes: SASLHashes
  /// A random text that is used once: printable ASCII without commas (RFC 5802, section 5.1).
  let nonce: String
  /// The channel binding of the connection. `nil` if it has none.
  let channelBinding: ChannelBinding?

  package init(
    _ credentials: Credentials, _ endpoint: Endpoint, _ hashes: SASLHashes, nonce: String, channelBinding: ChannelBinding? = nil
  ) {
    (self.credentials, self.endpoint, self.hashes) = (credentials, endpoint, hashes)
    (self.nonce, self.channelBinding) = (nonce, channelBinding)
  }
}

/// A hash function with its derived functions. This target has no cryptography of its own.
package protocol SASLHash: Sendable {
  /// Returns the hash. `nil` if the library cannot compute it.
  func hash(_ octets: Secret) -> Secret?
  /// Returns HMAC (RFC 2104).
  func hmac(key: Secret, _ octets: [UInt8]) -> Secret?
  /// Returns PBKDF2 with HMAC (RFC 8018, section 5.2), with the length of the hash. RFC 5802 calls it Hi.
  func pbkdf2(_ password: Secret, salt: [UInt8], iterations: Int) -> Secret?
}

/// The hash functions of the mechanisms.
package struct SASLHashes: Sendable {
  let md5: any SASLHash
  let sha1: any SASLHash
  let sha256: any SASLHash

  package init(md5: any SASLHash, sha1: any SASLHash, sha256: any SASLHash) { (self.md5, self.sha1, self.sha256) = (md5, sha1, sha256) }
}
