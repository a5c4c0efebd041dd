// A private key in memory.

import COpenSSL

/// Owns an OpenSSL key and frees it.
final class KeyPair: Sendable {
  // Not written after the initialiser. OpenSSL counts references to it atomically.
  nonisolated(unsafe) let pointer: OpaquePointer

  private init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { EVP_PKEY_free(pointer) }

  /// Creates a new key of `kind`. Throws OpenSSL's reason if it refuses, for example because of the number of bits.
  static func make(_ kind: CertificateRequest.Key) throws(OpenSSLError) -> KeyPair {
    let algorithm =
      switch kind {
      case .p256: EVP_PKEY_EC
      case .rsa: EVP_PKEY_RSA
      }
    let context = try OpenSSLError.check(EVP_PKEY_CTX_new_id(algorithm, nil))
    defer { EVP_PKEY_CTX_free(context) }
    try OpenSSLError.check(EVP_PKEY_keygen_init(context))
    switch kind {
    case .p256: try OpenSSLError.check(EVP_PKEY_CTX_set_group_name(context, "P-256"))
    case .rsa(let bits): try OpenSSLError.check(EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(clamping: bits)))
    }
    var key: OpaquePointer?
    try OpenSSLError.check(EVP_PKEY_keygen(context, &key))
    return KeyPair(try OpenSSLError.check(key))
  }
}
