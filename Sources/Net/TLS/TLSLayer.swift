// TLS on top of a socket. Input is read from the socket here, counted, and passed to OpenSSL in pieces.
//
// With the socket itself, OpenSSL would read as long as octets arrive that are not data for the dialogue: session tickets
// (RFC 8446, section 4.6.1), key updates, empty records, HelloRequests during a handshake. That could not be interrupted.
// With its input in memory, each call handles at most one piece, and all input is counted.

import COpenSSL
import Platform
import Posix
import Vocabulary

/// The TLS state of one connection, on one thread.
final class TLSLayer {
  /// The maximum size of a handshake in octets. OpenSSL allows 100 KiB for the certificates; everything else is small.
  private static let handshakeLimit = 1 << 20
  /// The maximum input of a whole connection in octets, including the records. The longest dialogue
  /// (WireLimits.dialogue), sent octet by octet, has 6 MiB. Ten thousand session tickets have 3 MiB.
  private static let limit = 32 << 20
  /// The number of octets that are read from the socket at a time: one record.
  private static let piece = 16 * 1_024

  private let ssl: OpaquePointer
  /// Owned by `ssl`.
  private let incoming: OpaquePointer
  private let witness = ChainWitness()
  private var buffer = [UInt8](repeating: 0, count: TLSLayer.piece)
  /// The number of octets received so far.
  private(set) var received = 0
  /// The first octets. They show whether the port speaks TLS at all.
  private var said: [UInt8] = []
  /// Whether the handshake was completed. OpenSSL's own state changes after a later failure.
  private var isSecure = false

  /// Creates a layer over `socket`, which must stay open as long as the layer exists. `nil` if there is no memory.
  init?(over socket: FileDescriptor, _ context: TLSContext) {
    guard let ssl = SSL_new(context.pointer) else { return nil }
    guard let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new_socket(socket.number, BIO_NOCLOSE) else {
      SSL_free(ssl)
      return nil
    }
    SSL_set_bio(ssl, incoming, outgoing)
    (self.ssl, self.incoming) = (ssl, incoming)
    witness.attend(ssl)
  }

  deinit {
    // One attempt to send close_notify, without waiting. After a failed handshake OpenSSL writes nothing here.
    if SSL_is_init_finished(ssl) == 1 { SSL_shutdown(ssl) }
    ERR_clear_error()
    SSL_free(ssl)
  }

  /// Sets the name or the address that the certificate is checked against, and SNI for names. Address literals have no
  /// SNI (RFC 6066, section 3). Throws if OpenSSL does not accept the name; nothing may be sent then.
  func name(_ host: HostName) throws(NetFailure) {
    let set: Int32
    if host.kind == .name {
      // SSL_set_tlsext_host_name is a macro.
      let sent = host.text.withCString {
        SSL_ctrl(ssl, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name), UnsafeMutableRawPointer(mutating: $0))
      }
      set = sent == 1 ? SSL_set1_host(ssl, host.text) : 0
    } else {
      set = X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.text)
    }
    guard set == 1 else { throw .tls(.failed(.uncheckableName)) }
  }

  // Calls of OpenSSL

  /// The result of a call.
  enum Progress {
    /// Success. For reads and writes, the number of octets.
    case done(Int)
    /// OpenSSL can continue with the input that it has.
    case again
    case wantsInput
    case wantsRoom
    /// The peer sent close_notify.
    case closed
    /// Writing to the socket failed with this errno.
    case system(Int32)
    /// OpenSSL's error queue contains the reason.
    case failed
  }

  func handshake() -> Progress {
    let end = progress { SSL_connect(ssl) }
    if case .done = end { isSecure = true }
    return end
  }

  func read(into buffer: inout [UInt8]) -> Progress { progress { SSL_read(ssl, &buffer, Int32(clamping: buffer.count)) } }

  func write(_ octets: UnsafeRawBufferPointer) -> Progress {
    progress { SSL_write(ssl, octets.baseAddress, Int32(clamping: octets.count)) }
  }

  private func progress(_ call: () -> Int32) -> Progress {
    ERR_clear_error()
    let result = call()
    let number = errno
    switch SSL_get_error(ssl, result) {
    case SSL_ERROR_NONE: return .done(Int(result))
    // If input is left, only a record without data has ended (SSL_MODE_AUTO_RETRY is off).
    case SSL_ERROR_WANT_READ: return BIO_ctrl_pending(incoming) > 0 ? .again : .wantsInput
    case SSL_ERROR_WANT_WRITE: return .wantsRoom
    case SSL_ERROR_ZERO_RETURN: return .closed
    case SSL_ERROR_SYSCALL: return .system(number)
    default: return .failed
    }
  }

  // Input

  /// Reads at most one piece from `socket`, or notes its end. Returns `false` if there is nothing to read. Throws
  /// `.tls(.tooMuch)` at the limit, or the error of the kernel.
  func feed(from socket: FileDescriptor) throws(NetFailure) -> Bool {
    while true {
      let count = recv(socket.number, &buffer, buffer.count, 0)
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN || errno == EWOULDBLOCK { return false }
        throw NetFailure(errno: errno)
      }
      if count == 0 {
        // BIO_set_mem_eof_return is a macro. From now on empty memory is the end of the input.
        BIO_ctrl(incoming, BIO_C_SET_BUF_MEM_EOF_RETURN, 0, nil)
        return true
      }
      received += count
      if said.count < OpenSSLErrors.quoted { said += buffer.prefix(min(count, OpenSSLErrors.quoted - said.count)) }
      guard received <= (isSecure ? Self.limit : Self.handshakeLimit) else { throw .tls(.tooMuch) }
      guard BIO_write(incoming, buffer, Int32(count)) == count else { throw .system(ENOMEM) }
      return true
    }
  }

  // Results

  /// The reason why the handshake, a read or a write has failed.
  var failure: NetFailure { isSecure ? errors.record() : errors.handshake(verdict: Int(SSL_get_verify_result(ssl))) }

  private var errors: OpenSSLErrors { OpenSSLErrors(witness: witness, said: said) }

  /// The alert by which the server ended the connection, if it has arrived. Data before it is ignored.
  var lastWord: NetFailure? {
    guard isSecure else { return errors.alertInClear }
    var passed = [UInt8](repeating: 0, count: 4_096)
    for _ in 0..<64 {
      switch read(into: &passed) {
      case .done, .again: continue
      case .wantsInput, .wantsRoom, .closed, .system: return nil
      case .failed:
        guard case .tls(let failure) = errors.record(), failure.alert != nil else { return nil }
        return .tls(failure)
      }
    }
    return nil
  }

  /// The channel binding. `nil` before the handshake.
  var channelBinding: ChannelBinding? { isSecure ? channelBinding(of: ssl) : nil }

  /// Returns what the peer has shown. `nil` before it has shown a certificate.
  func facts(isTrusted: Bool) -> TLSFacts? {
    guard let list = SSL_get_peer_cert_chain(ssl), let first = OPENSSL_sk_value(list, 0) else { return nil }
    return TLSFacts(
      version: SSL_get_version(ssl).map { String(cString: $0) } ?? "",
      cipher: SSL_get_current_cipher(ssl).flatMap { SSL_CIPHER_get_name($0) }.map { String(cString: $0) } ?? "",
      certificate: PeerCertificate(pointer: OpaquePointer(first)).facts, isTrusted: isTrusted,
      rejected: witness.failure.map { TLSFacts.RejectedCertificate(place: $0.place, certificate: $0.certificate) })
  }
}
