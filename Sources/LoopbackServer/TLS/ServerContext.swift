// The OpenSSL context of one server connection.

import COpenSSL

enum ServerContext {
  // Swift does not import function-like macros (SSL_OP_BIT).
  /// SSL_OP_CLEANSE_PLAINTEXT: OpenSSL wipes decrypted octets, which may be passwords, after they are read.
  private static let cleansePlaintext: UInt64 = 1 << 1

  /// Returns a context for `identity` and `options`, which the caller frees. Throws OpenSSL's reason.
  static func make(_ identity: ServerIdentity, _ options: TLSOptions) throws(OpenSSLError) -> OpaquePointer {
    let context = try OpenSSLError.check(SSL_CTX_new(TLS_server_method()))
    do {
      try setUp(context, identity, options)
      return context
    } catch {
      SSL_CTX_free(context)
      throw error
    }
  }

  private static func setUp(_ context: OpaquePointer, _ identity: ServerIdentity, _ options: TLSOptions) throws(OpenSSLError) {
    // The security level comes first, because OpenSSL applies it to everything that is set later.
    SSL_CTX_set_security_level(context, Int32(clamping: options.securityLevel))
    try control(context, SSL_CTRL_SET_MIN_PROTO_VERSION, options.minimum.number, nil)
    try control(context, SSL_CTRL_SET_MAX_PROTO_VERSION, options.maximum.number, nil)
    if let ciphers = options.ciphers { try OpenSSLError.check(SSL_CTX_set_cipher_list(context, ciphers)) }
    try OpenSSLError.check(SSL_CTX_use_certificate(context, identity.certificate.pointer))
    try OpenSSLError.check(SSL_CTX_use_PrivateKey(context, identity.key.pointer))
    for certificate in identity.chain {
      // SSL_CTX_add1_chain_cert: the context takes a reference of its own.
      try control(context, SSL_CTRL_CHAIN_CERT, 1, UnsafeMutableRawPointer(certificate.pointer))
    }
    switch options.clientCertificate {
    case .ignored: break
    case .required: SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nil)
    }
    SSL_CTX_set_options(context, cleansePlaintext)
    try OpenSSLError.check(SSL_CTX_set_num_tickets(context, max(options.tickets, 0)))
    // After a handshake has interrupted a write, the caller repeats it with the same octets, perhaps at another
    // address. The identity decides which certificates are sent, so OpenSSL must not complete the chain.
    SSL_CTX_ctrl(context, SSL_CTRL_MODE, Int(SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_NO_AUTO_CHAIN), nil)
    SSL_CTX_ctrl(context, SSL_CTRL_SET_SESS_CACHE_MODE, Int(SSL_SESS_CACHE_OFF), nil)
  }

  private static func control(
    _ context: OpaquePointer, _ command: Int32, _ number: Int, _ pointer: UnsafeMutableRawPointer?
  ) throws(OpenSSLError) {
    guard SSL_CTX_ctrl(context, command, number, pointer) == 1 else { throw OpenSSLError.last() }
  }
}
