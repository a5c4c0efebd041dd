// TLS over a socket: it transports the records of `ServerTLS`.

import Posix

/// The TLS layer of one connection.
package struct TLSStream {
  private let stream: Stream
  private let tls: ServerTLS

  /// Creates the layer. `received` are the octets that were already read from `stream`. Throws `tls` if OpenSSL refuses
  /// `identity` or `options`.
  init(over stream: Stream, as identity: ServerIdentity, _ options: TLSOptions, received: [UInt8]) throws(ConnectionEnd) {
    self.stream = stream
    do { tls = try ServerTLS(identity, options) } catch { throw .tls(error.reason) }
    if !received.isEmpty { tls.feed(received) }
  }

  var hello: ClientHello? { tls.hello }
  var version: String { tls.version }
  /// Returns the octets that arrived after those at which the handshake failed.
  func takeUnread() -> [UInt8] { tls.takeUnread() }
  var hasClientCertificate: Bool { tls.hasClientCertificate }

  /// Runs the handshake. Throws `tls` with OpenSSL's reason, which names the alert if the client sent one.
  func handshake(millisecondsPerOctet pace: Int) throws(ConnectionEnd) { try drive(pace: pace) { tls.handshake() } }

  /// Returns decrypted octets, at least one.
  func read() throws(ConnectionEnd) -> [UInt8] {
    // The largest size of a record.
    var scratch = [UInt8](repeating: 0, count: 16_384)
    var count = 0
    try drive {
      let (progress, read) = tls.read(into: &scratch)
      count = read
      return progress
    }
    defer { scratch.wipe() }
    return Array(scratch.prefix(count))
  }

  func write(_ octets: [UInt8]) throws(ConnectionEnd) { try drive { tls.write(octets) } }

  /// Sends `octets` in a record whose last octet, part of its authentication tag, is corrupted.
  package func writeBroken(_ octets: [UInt8]) throws(ConnectionEnd) {
    switch tls.write(octets) {
    case .done: break
    case .wantsRecords: throw .tls("a handshake is going on")
    case .closed: throw .closed
    case .failed(let reason): throw .tls(reason)
    }
    var records = tls.takeRecords()
    if let last = records.indices.last { records[last] ^= 1 }
    try stream.send(records)
  }

  /// Sends `count` NewSessionTicket messages (TLS 1.3).
  package func tickets(_ count: Int) throws(ConnectionEnd) {
    var rest = max(count, 0)
    while rest > 0 {
      // Up to 64 messages per write. With many small writes a test would measure the kernel.
      let some = min(rest, 64)
      try drive { tls.tickets(some) }
      rest -= some
    }
  }

  /// Sends `count` KeyUpdate messages that request one in return (TLS 1.3).
  package func keyUpdates(_ count: Int) throws(ConnectionEnd) {
    for _ in 0..<max(count, 0) { try drive { tls.keyUpdate() } }
  }

  /// Requests a new handshake and runs it (TLS 1.2). Throws `tls` if the client refuses.
  package func renegotiate(as identity: ServerIdentity) throws(ConnectionEnd) {
    try drive { tls.renegotiate(as: identity) }
    try drive { tls.goOnRenegotiating() }
  }

  func closeNotify() throws(ConnectionEnd) {
    tls.closeNotify()
    try stream.send(tls.takeRecords())
  }

  /// Repeats `call` until it is done, and sends and receives records in between.
  private func drive(pace: Int = 0, _ call: () -> ServerTLS.Progress) throws(ConnectionEnd) {
    while true {
      let progress = call()
      let records = tls.takeRecords()
      switch progress {
      case .done:
        try send(records, pace)
        return
      case .wantsRecords:
        try send(records, pace)
        tls.feed(try stream.receive())
      case .closed: throw .closed
      case .failed(let reason):
        // The alert is optional. The caller needs the failure.
        try? send(records, pace)
        throw .tls(reason)
      }
    }
  }

  private func send(_ records: [UInt8], _ pace: Int) throws(ConnectionEnd) {
    guard pace > 0 else { return try stream.send(records) }
    for octet in records {
      try stream.send([octet])
      try stream.pause(Double(pace) / 1_000)
    }
  }
}
