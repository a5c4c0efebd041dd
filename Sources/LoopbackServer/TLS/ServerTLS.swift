// The server's side of TLS, without a socket: OpenSSL reads from and writes to memory.

import COpenSSL

/// The TLS state of one connection. Only the thread of the connection may use it.
final class ServerTLS {
  /// The result of a call. After every call the caller has to send what `takeRecords` returns.
  enum Progress: Equatable {
    case done, wantsRecords, closed
    case failed(String)
  }

  private let context: OpaquePointer
  private let ssl: OpaquePointer
  /// `ssl` owns both.
  private let incoming: OpaquePointer
  private let outgoing: OpaquePointer
  private(set) var hello: ClientHello?

  /// Throws OpenSSL's reason if it refuses `identity` or `options`, for example because a key is too small for the
  /// security level.
  init(_ identity: ServerIdentity, _ options: TLSOptions) throws(OpenSSLError) {
    let context = try ServerContext.make(identity, options)
    guard let ssl = SSL_new(context), let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new(BIO_s_mem()) else {
      SSL_CTX_free(context)
      throw OpenSSLError.last()
    }
    SSL_set_bio(ssl, incoming, outgoing)
    SSL_set_accept_state(ssl)
    (self.context, self.ssl, self.incoming, self.outgoing) = (context, ssl, incoming, outgoing)
    SSL_CTX_set_client_hello_cb(
      context,
      { ssl, _, argument in
        guard let argument else { return SSL_CLIENT_HELLO_SUCCESS }
        Unmanaged<ServerTLS>.fromOpaque(argument).takeUnretainedValue().hello = ClientHello(ssl)
        return SSL_CLIENT_HELLO_SUCCESS
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    SSL_free(ssl)
    SSL_CTX_free(context)
  }

  /// Passes received records to OpenSSL.
  func feed(_ records: [UInt8]) { _ = BIO_write(incoming, records, Int32(clamping: records.count)) }

  /// Returns the records that are to be sent, and removes them.
  func takeRecords() -> [UInt8] { Self.take(from: outgoing) }

  /// Returns the received octets that OpenSSL has not read, after a failure.
  func takeUnread() -> [UInt8] { Self.take(from: incoming) }

  private static func take(from memory: OpaquePointer) -> [UInt8] {
    var octets = [UInt8](repeating: 0, count: BIO_ctrl_pending(memory))
    guard !octets.isEmpty else { return [] }
    let count = BIO_read(memory, &octets, Int32(clamping: octets.count))
    return Array(octets.prefix(Int(max(count, 0))))
  }

  /// Whether the client sent a certificate.
  var hasClientCertificate: Bool { SSL_get0_peer_certificate(ssl) != nil }

  /// The protocol version, for example `TLSv1.3`.
  var version: String { String(cString: SSL_get_version(ssl)) }

  func handshake() -> Progress { progress { SSL_do_handshake(ssl) } }

  /// Reads decrypted octets into the front of `buffer`. If the progress is `done`, `count` is their number.
  func read(into buffer: inout [UInt8]) -> (progress: Progress, count: Int) {
    var count: Int32 = 0
    let end = progress {
      count = SSL_read(ssl, &buffer, Int32(clamping: buffer.count))
      return count
    }
    return (end, Int(max(count, 0)))
  }

  /// Encrypts `octets`, which must not be empty. If the result is `wantsRecords`, the caller has to repeat the call
  /// with the same octets.
  func write(_ octets: [UInt8]) -> Progress { progress { SSL_write(ssl, octets, Int32(clamping: octets.count)) } }

  /// Queues the close_notify alert (RFC 8446, section 6.1).
  func closeNotify() { _ = SSL_shutdown(ssl) }

  /// Queues `count` NewSessionTicket messages (RFC 8446, section 4.6.1).
  func tickets(_ count: Int) -> Progress {
    for _ in 0..<count {
      guard SSL_new_session_ticket(ssl) == 1 else { return .failed(OpenSSLError.last().reason) }
    }
    return handshake()
  }

  /// Queues one KeyUpdate (RFC 8446, section 4.6.3) that requests one in return.
  func keyUpdate() -> Progress {
    guard SSL_key_update(ssl, SSL_KEY_UPDATE_REQUESTED) == 1 else { return .failed(OpenSSLError.last().reason) }
    return handshake()
  }

  /// Requests a new handshake with `identity` (HelloRequest, RFC 5246, section 7.4.1.1). `goOnRenegotiating` completes
  /// it.
  func renegotiate(as identity: ServerIdentity) -> Progress {
    guard SSL_use_certificate(ssl, identity.certificate.pointer) == 1, SSL_use_PrivateKey(ssl, identity.key.pointer) == 1,
      SSL_renegotiate(ssl) == 1
    else { return .failed(OpenSSLError.last().reason) }
    return handshake()
  }

  /// Reads the client's answer to the request. The result is `done` when the new handshake is complete.
  func goOnRenegotiating() -> Progress {
    // Octets of the dialogue may arrive instead of the answer. Peeking leaves them in place.
    var octet: UInt8 = 0
    let end = progress { SSL_peek(ssl, &octet, 1) }
    guard end == .wantsRecords || end == .done else { return end }
    return SSL_renegotiate_pending(ssl) == 1 ? .wantsRecords : .done
  }

  private func progress(_ call: () -> Int32) -> Progress {
    // SSL_get_error reads this thread's queue, so errors of earlier calls must not be in it.
    ERR_clear_error()
    let result = call()
    switch SSL_get_error(ssl, result) {
    case SSL_ERROR_NONE: return .done
    case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .wantsRecords
    case SSL_ERROR_ZERO_RETURN: return .closed
    default: return .failed(OpenSSLError.last().reason)
    }
  }
}
