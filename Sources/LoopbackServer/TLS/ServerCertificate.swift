// An X.509 certificate that is freed once.

import COpenSSL

final class ServerCertificate: Sendable {
  // Never written after it was signed; OpenSSL counts references to it atomically.
  nonisolated(unsafe) let pointer: OpaquePointer

  /// Takes over `pointer`.
  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  deinit { X509_free(pointer) }

  /// The certificate in PEM (RFC 7468 5); empty where OpenSSL has no memory for it.
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
