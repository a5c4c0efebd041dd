// The real connection: a non-blocking socket, OpenSSL on top of it after secure().

import COpenSSL
import Platform
import Posix
import Vocabulary

package final class SocketConnection: Connection {
  private var socket: Descriptor?
  private let host: HostName
  private let context: TLSContext
  private let interrupt: Interrupt
  private var ssl: OpaquePointer?

  /// Takes over a connected non-blocking `socket`. `host` is the name the user or the catalog gave, the only name the
  /// certificate is checked against.
  package init(_ socket: Descriptor, host: HostName, context: TLSContext, interrupt: Interrupt) {
    self.socket = socket
    self.host = host
    self.context = context
    self.interrupt = interrupt
  }

  deinit { close() }

  package var family: AddressFamily? { socket.flatMap { AddressFamily(of: $0.number) } }

  package func read(until deadline: Deadline) throws(NetFailure) -> [UInt8] {
    guard let socket else { throw .closedEarly(reset: false) }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count: Int32
      if let ssl {
        ERR_clear_error()
        count = SSL_read(ssl, &buffer, Int32(buffer.count))
        if count <= 0 {
          try waitForTLS(ssl, count, until: deadline)
          continue
        }
      } else {
        count = Int32(recv(socket.number, &buffer, buffer.count, 0))
        if count == 0 { throw .closedEarly(reset: false) }
        if count < 0 {
          try waitAfterError(socket, for: .read, until: deadline)
          continue
        }
      }
      buffer.removeLast(buffer.count - Int(count))
      return buffer
    }
  }

  package func write(_ octets: Secret, until deadline: Deadline) throws(NetFailure) {
    guard let socket else { throw .closedEarly(reset: false) }
    try octets.withOctets { (raw) throws(NetFailure) in
      var rest = raw[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        let count: Int
        if let ssl {
          ERR_clear_error()
          let written = SSL_write(ssl, part.baseAddress, Int32(part.count))
          if written <= 0 {
            try waitForTLS(ssl, written, until: deadline)
            continue
          }
          count = Int(written)
        } else {
          count = send(socket.number, part.baseAddress, part.count, 0)
          if count < 0 {
            try waitAfterError(socket, for: .write, until: deadline)
            continue
          }
        }
        rest = rest.dropFirst(count)
      }
    }
  }

  package func secure(until deadline: Deadline) throws(NetFailure) -> TLSFacts {
    guard let socket, ssl == nil else { throw .closedEarly(reset: false) }
    // It fails for want of memory alone (SSL_new(3)).
    guard let session = SSL_new(context.pointer) else { throw .system(ENOMEM) }
    ssl = session
    SSL_set_fd(session, socket.number)
    try name(session)
    var said: [UInt8] = []
    ERR_clear_error()
    while true {
      // The first octets tell whether the port speaks TLS at all; OpenSSL has swallowed them when it complains.
      if said.isEmpty { said = peek(socket) }
      let result = SSL_connect(session)
      if result == 1 { return facts(session) }
      if SSL_get_error(session, result) == SSL_ERROR_SSL {
        let failure = TLSFault.handshake(verdict: Int(SSL_get_verify_result(session)), chain: chain(session), said: said)
        throw failure
      }
      try waitForTLS(session, result, until: deadline)
    }
  }

  package func close() {
    if let ssl {
      // One attempt without waiting: the goodbye is a courtesy. After a failed handshake OpenSSL writes nothing here.
      if SSL_is_init_finished(ssl) == 1 { SSL_shutdown(ssl) }
      ERR_clear_error()
      SSL_free(ssl)
    }
    ssl = nil
    socket = nil
  }

  /// SNI for names, none for address literals (RFC 6066 3); the name or the address to check.
  private func name(_ session: OpaquePointer) throws(NetFailure) {
    let set: Int32
    if host.kind == .name {
      // SSL_set_tlsext_host_name is a macro.
      let sent = host.text.withCString {
        SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name), UnsafeMutableRawPointer(mutating: $0))
      }
      set = sent == 1 ? SSL_set1_host(session, host.text) : 0
    } else {
      set = X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host.text)
    }
    // Without a name to check nothing may go out.
    guard set == 1 else { throw .tls(.failed(reason: Visible("the host name cannot be checked"))) }
  }

  private func chain(_ session: OpaquePointer) -> [Certificate] {
    guard let list = SSL_get_peer_cert_chain(session) else { return [] }
    return (0..<min(OPENSSL_sk_num(list), 10)).compactMap { index in
      OPENSSL_sk_value(list, index).map { Certificate(pointer: OpaquePointer($0)) }
    }
  }

  private func facts(_ session: OpaquePointer) -> TLSFacts {
    let certificate = chain(session).first
    return TLSFacts(
      version: SSL_get_version(session).map { String(cString: $0) } ?? "",
      cipher: SSL_get_current_cipher(session).flatMap { SSL_CIPHER_get_name($0) }.map { String(cString: $0) } ?? "",
      subject: certificate?.subject ?? Visible(""), issuer: certificate?.issuer ?? Visible(""),
      expires: certificate?.notAfter ?? "")
  }

  private func peek(_ socket: Descriptor) -> [UInt8] {
    var octets = [UInt8](repeating: 0, count: 16)
    let count = recv(socket.number, &octets, octets.count, Int32(MSG_PEEK))
    return Array(octets.prefix(max(count, 0)))
  }

  /// Waits for what OpenSSL asks for, or throws what went wrong.
  private func waitForTLS(_ session: OpaquePointer, _ result: Int32, until deadline: Deadline) throws(NetFailure) {
    guard let socket else { throw .closedEarly(reset: false) }
    let number = errno
    switch SSL_get_error(session, result) {
    case SSL_ERROR_WANT_READ: try wait(socket, for: .read, until: deadline)
    case SSL_ERROR_WANT_WRITE: try wait(socket, for: .write, until: deadline)
    case SSL_ERROR_ZERO_RETURN: throw .closedEarly(reset: false)
    case SSL_ERROR_SYSCALL: throw failure(number)
    default: throw TLSFault.record()
    }
  }

  private func waitAfterError(_ socket: Descriptor, for event: Wait.Event, until deadline: Deadline) throws(NetFailure) {
    let number = errno
    guard number == EAGAIN || number == EWOULDBLOCK || number == EINTR else { throw failure(number) }
    try wait(socket, for: event, until: deadline)
  }

  private func wait(_ socket: Descriptor, for event: Wait.Event, until deadline: Deadline) throws(NetFailure) {
    if event == .read { Platform.acknowledgeAtOnce(socket.number) }
    do {
      try Wait.one(socket.number, for: event, until: deadline, or: interrupt)
    } catch {
      switch error {
      case .deadline: throw .timedOut
      case .interrupted: throw .interrupted
      }
    }
  }

  private func failure(_ number: Int32) -> NetFailure {
    switch number {
    case 0: .closedEarly(reset: false)
    case ECONNRESET, EPIPE: .closedEarly(reset: true)
    case ETIMEDOUT: .timedOut
    case EHOSTUNREACH, ENETUNREACH: .unreachable
    default: .system(number)
    }
  }
}
