// TLS on top of a socket. What comes in is read from the socket here, counted, and handed to OpenSSL piece by piece.
//
// OpenSSL would read from the socket for as long as something comes and none of it is data for the dialogue: session
// tickets (RFC 8446 4.6.1), key updates, empty records, HelloRequests within a handshake. Nobody could interrupt that.
// With its input in memory no call of it handles more than a piece, and nothing comes in uncounted.

import COpenSSL
import Platform
import Posix
import Vocabulary

/// Belongs to one connection, on one thread.
final class TLSLayer {
  /// Octets that a handshake may take: OpenSSL lets the certificates have 100 KiB, everything else is small.
  private static let handshakeLimit = 1 << 20
  /// Octets of a whole connection, records and all. A dialogue of the longest kind (WireLimits.dialogue), sent octet by
  /// octet, comes to 6 MiB; ten thousand session tickets to 3.
  private static let limit = 32 << 20
  /// Octets taken from the socket at a time: a record.
  private static let piece = 16 * 1_024

  private let ssl: OpaquePointer
  /// Owned by `ssl`.
  private let incoming: OpaquePointer
  private let witness = ChainWitness()
  private var buffer = [UInt8](repeating: 0, count: TLSLayer.piece)
  /// Octets that came in so far.
  private(set) var received = 0
  /// The first of them: they tell whether the port speaks TLS at all.
  private var said: [UInt8] = []
  /// Whether the handshake was completed. OpenSSL's own word for it is taken back by a later failure.
  private var isSecure = false

  /// A layer over `socket`, which must stay open as long. nil where there is no memory.
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
    // One attempt without waiting: the goodbye is a courtesy. After a failed handshake OpenSSL writes nothing here.
    if SSL_is_init_finished(ssl) == 1 { SSL_shutdown(ssl) }
    ERR_clear_error()
    SSL_free(ssl)
  }

  /// SNI for names, none for address literals (RFC 6066 3); the name or the address to check. Without a name to check
  /// nothing may go out.
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

  // What OpenSSL does

  /// How a call ended.
  enum Progress {
    /// With success, or so many octets.
    case done(Int)
    /// It could go on with what it has.
    case again
    case wantsInput
    case wantsRoom
    /// The peer said goodbye.
    case closed
    /// Writing to the socket failed with this errno.
    case system(Int32)
    /// OpenSSL's queue of errors says why.
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
    // Where a record is left, it was only a record without data that came to its end (SSL_MODE_AUTO_RETRY is off).
    case SSL_ERROR_WANT_READ: return BIO_ctrl_pending(incoming) > 0 ? .again : .wantsInput
    case SSL_ERROR_WANT_WRITE: return .wantsRoom
    case SSL_ERROR_ZERO_RETURN: return .closed
    case SSL_ERROR_SYSCALL: return .system(number)
    default: return .failed
    }
  }

  // What comes in

  /// Takes in what waits at `socket`, a piece at most, or that it has ended. Gives false where nothing waits. Throws
  /// `tooMuch` at the limit, and what the kernel says.
  func feed(from socket: FileDescriptor) throws(NetFailure) -> Bool {
    while true {
      let count = recv(socket.number, &buffer, buffer.count, 0)
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN || errno == EWOULDBLOCK { return false }
        throw NetFailure(errno: errno)
      }
      if count == 0 {
        // BIO_set_mem_eof_return is a macro: an empty memory is the end from now on.
        BIO_ctrl(incoming, BIO_C_SET_BUF_MEM_EOF_RETURN, 0, nil)
        return true
      }
      received += count
      if said.count < 16 { said += buffer.prefix(min(count, 16 - said.count)) }
      guard received <= (isSecure ? Self.limit : Self.handshakeLimit) else { throw .tls(.tooMuch) }
      guard BIO_write(incoming, buffer, Int32(count)) == count else { throw .system(ENOMEM) }
      return true
    }
  }

  // What is known

  /// Why the handshake, a read or a write has failed.
  var failure: NetFailure { isSecure ? fault.record() : fault.handshake(verdict: Int(SSL_get_verify_result(ssl))) }

  private var fault: TLSFault { TLSFault(witness: witness, said: said) }

  /// The alert by which the server took leave, where that has come in; what stands before it is passed over.
  var lastWord: NetFailure? {
    guard isSecure else { return fault.alertInClear }
    var passed = [UInt8](repeating: 0, count: 4_096)
    for _ in 0..<64 {
      switch read(into: &passed) {
      case .done, .again: continue
      case .wantsInput, .wantsRoom, .closed, .system: return nil
      case .failed:
        guard case .tls(let failure) = fault.record(), failure.alert != nil else { return nil }
        return .tls(failure)
      }
    }
    return nil
  }

  /// What the peer showed; nil before it has shown a certificate.
  func facts(isTrusted: Bool) -> TLSFacts? {
    guard let list = SSL_get_peer_cert_chain(ssl), let first = OPENSSL_sk_value(list, 0) else { return nil }
    return TLSFacts(
      version: SSL_get_version(ssl).map { String(cString: $0) } ?? "",
      cipher: SSL_get_current_cipher(ssl).flatMap { SSL_CIPHER_get_name($0) }.map { String(cString: $0) } ?? "",
      certificate: PeerCertificate(pointer: OpaquePointer(first)).facts, isTrusted: isTrusted,
      fault: witness.fault.map { TLSFacts.Fault(place: $0.place, certificate: $0.certificate) })
  }
}
