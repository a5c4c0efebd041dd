// One accepted connection, in clear or inside TLS.

import Platform
import Posix
import Vocabulary

/// The server's side of a connection. Only the thread of the connection may use it.
package final class ServerConnection {
  private let stream: Stream
  private var tls: TLSStream?
  /// Octets of the dialogue that were received and are still to be read.
  private var input: [UInt8] = []

  /// The observer of everything this connection receives, or `nil`.
  package var observer: (any StreamObserver)? { didSet { stream.observer = observer } }

  init(_ stream: Stream) { self.stream = stream }

  deinit { input.wipe() }

  /// Returns the next line without its CRLF. Only CRLF ends a line (RFC 5321, section 2.3.8; RFC 9051, section 2.2); a
  /// single CR or LF is data. Throws `lineTooLong` for more than `limit` octets.
  package func readLine(limit: Int = ServerLimits.line) throws(ConnectionEnd) -> [UInt8] {
    var searched = 0
    while true {
      if let end = lineEnd(from: searched) {
        guard end <= limit else { throw .lineTooLong }
        let line = take(end)
        _ = take(2)
        return line
      }
      // The last octet may be the CR of the line end, which does not count.
      guard input.count <= limit + 1 else { throw .lineTooLong }
      searched = max(input.count - 1, 0)
      try fill()
    }
  }

  /// Returns the next `count` octets.
  package func readOctets(_ count: Int) throws(ConnectionEnd) -> [UInt8] {
    while input.count < count { try fill() }
    return take(max(count, 0))
  }

  /// Returns the octets that come next, at least one.
  package func readSome() throws(ConnectionEnd) -> [UInt8] {
    if input.isEmpty { try fill() }
    return take(input.count)
  }

  /// Sends `octets`: in clear in one write, inside TLS in one record per 16 KiB.
  package func write(_ octets: [UInt8]) throws(ConnectionEnd) {
    guard !octets.isEmpty else { return }
    if let tls { try tls.write(octets) } else { try stream.send(octets) }
  }

  /// Sends `octets` in clear, even if TLS is active.
  package func writeBeneathTLS(_ octets: [UInt8]) throws(ConnectionEnd) { try stream.send(octets) }

  /// The TLS layer, or `nil` in clear.
  package var layer: TLSStream? { tls }

  /// Runs the TLS handshake as the server.
  ///
  /// Octets that were received before this call and not read become input of the handshake. Unless they are the
  /// ClientHello, the handshake fails. Throws `tls` with OpenSSL's reason, which names the client's alert. After a
  /// failure the connection is in clear, so that the observer receives what the client sends anyway.
  package func startTLS(as identity: ServerIdentity, _ options: TLSOptions = .standard) throws(ConnectionEnd) {
    do {
      let layer = try TLSStream(over: stream, as: identity, options, received: take(input.count))
      try handshake(layer, millisecondsPerOctet: options.millisecondsPerHandshakeOctet)
      tls = layer
    } catch {
      observer?.observe(.handshakeFailed(error))
      throw error
    }
  }

  private func handshake(_ layer: TLSStream, millisecondsPerOctet: Int) throws(ConnectionEnd) {
    defer { observer?.observe(.hello(layer.hello)) }
    do { try layer.handshake(millisecondsPerOctet: millisecondsPerOctet) } catch {
      input = layer.takeUnread()
      observer?.observe(.clear(input))
      throw error
    }
    observer?.observe(.handshakeCompleted(version: layer.version, hasClientCertificate: layer.hasClientCertificate))
  }

  /// Waits for `milliseconds`. Throws `stopped` if the server is stopped, and `deadline` if the connection's time limit
  /// passes first.
  package func pause(milliseconds: Int) throws(ConnectionEnd) { try stream.pause(Double(milliseconds) / 1_000) }

  /// Sends FIN without close_notify. The client may still write.
  package func finish() { stream.finish() }

  /// Sends close_notify. TCP stays open, and the client may still write.
  package func closeNotify() throws(ConnectionEnd) { try tls?.closeNotify() }

  /// Shortens the connection's time limit to `seconds` from now.
  package func hurry(_ seconds: Double) { stream.hurry(seconds) }

  /// Stops reading. The client's writes are lost.
  package func stopReading() { stream.stopReading() }

  /// Requests that the connection ends with RST when the function that serves it returns.
  package func reset() { stream.resetOnClose() }

  /// Closes the connection gracefully and returns what the client still sent.
  ///
  /// Sends close_notify and FIN, then reads until the client closes its side, for `ServerLimits.drain` seconds at most.
  /// Without this wait the kernel would send RST, and the client could lose the last reply.
  @discardableResult
  package func leave() -> [UInt8] {
    try? tls?.closeNotify()
    stream.finish()
    stream.hurry(ServerLimits.drain)
    var rest: [UInt8] = []
    while rest.count < ServerLimits.recorded, let octets = try? readSome() { rest += octets }
    // TCP may go on after close_notify. Only the observer of raw octets sees this input.
    while (try? stream.receive()) != nil {}
    return rest
  }

  /// Waits for more input of the dialogue.
  private func fill() throws(ConnectionEnd) {
    var octets: [UInt8]
    if let tls {
      octets = try tls.read()
      observer?.observe(.inTLS(octets))
    } else {
      octets = try stream.receive()
      observer?.observe(.clear(octets))
    }
    input.append(contentsOf: octets)
    octets.wipe()
  }

  /// Removes octets from the front of the input, wipes them there, and returns a copy.
  private func take(_ count: Int) -> [UInt8] {
    let taken = Array(input.prefix(count))
    input.withUnsafeMutableBytes { Platform.wipe(UnsafeMutableRawBufferPointer(rebasing: $0[..<taken.count])) }
    input.removeFirst(taken.count)
    return taken
  }

  /// Returns the index of the next CRLF, or `nil` if there is none.
  private func lineEnd(from start: Int) -> Int? {
    var index = start
    while index + 1 < input.count {
      if input[index] == .carriageReturn, input[index + 1] == .lineFeed { return index }
      index += 1
    }
    return nil
  }
}
