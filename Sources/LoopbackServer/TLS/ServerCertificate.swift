// An X.509 certificate of a server or of an authority.

import COpenSSL

/// Owns an OpenSSL certificate and frees it.
final class ServerCertificate: Sendable {
  // Not written after signing. OpenSSL counts references to it atomically.
  nonisolated(unsafe) let pointer: OpaquePointer

  /// Takes ownership of `pointer`.
  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { X509_free(pointer) }

  /// The certificate in PEM (RFC 7468, section 5). It is empty if OpenSSL has no memory for it.
  var pem: [UInt8] {
    guard let memory = BIO_new(BIO_s_mem()) else { return [] }
    defer { BIO_free(memory) }
    guard PEM_write_bio_X509(memory, pointer) == 1 else { return [] }
    var text = [UInt8](repeating: 0, count: BIO_ctrl_pending(memory))
    let count = BIO_read(memory, &text, Int32(clamping: text.count))
    return Array(text.prefix(Int(max(count, 0))))
  }
}

/// A certificate that may sign others, with its key.
struct Issuer: Sendable {
  let certificate: ServerCertificate
  let key: KeyPair
}
