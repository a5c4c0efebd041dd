// Hash functions of the system's OpenSSL.

import COpenSSL
import Vocabulary

/// A hash function. Its results are secrets, because they are computed from secrets.
package enum Digest: Sendable {
  case md5, sha1, sha256

  private var function: OpaquePointer? {
    // Without a configuration, as for TLS: it could replace the functions.
    OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
    switch self {
    case .md5: return EVP_md5()
    case .sha1: return EVP_sha1()
    case .sha256: return EVP_sha256()
    }
  }

  /// The length of the hash in octets.
  private var length: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha256: 32
    }
  }

  /// Returns the hash of `octets`. `nil` if OpenSSL does not have the function (MD5 in FIPS mode) or no memory.
  package func hash(_ octets: Secret) -> Secret? {
    result { output in octets.withOctets { EVP_Digest($0.baseAddress, $0.count, output, nil, function, nil) == 1 } }
  }

  /// Returns HMAC (RFC 2104) of `octets`. `nil` as `hash`.
  package func hmac(key: Secret, _ octets: [UInt8]) -> Secret? {
    result { output in
      key.withOctets { HMAC(function, $0.baseAddress, Int32($0.count), octets, octets.count, output, nil) != nil }
    }
  }

  /// Returns PBKDF2 with HMAC (RFC 8018, section 5.2), with the length of the hash. `nil` as `hash`.
  package func pbkdf2(_ password: Secret, salt: [UInt8], iterations: Int) -> Secret? {
    result { output in
      password.withOctets {
        PKCS5_PBKDF2_HMAC(
          $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), salt, Int32(salt.count), Int32(clamping: iterations),
          function, Int32(length), output) == 1
      }
    }
  }

  private func result(_ compute: (UnsafeMutablePointer<UInt8>) -> Bool) -> Secret? {
    var isComputed = false
    let secret = Secret(capacity: length) { buffer in
      guard let start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return 0 }
      isComputed = compute(start)
      return isComputed ? length : 0
    }
    ERR_clear_error()
    return isComputed ? secret : nil
  }
}
