// One accepted connection, in clear or inside TLS. Used on its own thread only.

import Platform
import Posix
import Vocabulary

package final class ServerConnection {
  private let stream: Stream
  private var tls: TLSStream?
  /// Octets of the dialogue that were received and not read yet.
  private var input: [UInt8] = []

  /// Is told of everything that is received; `nil` if nobody observes.
  package var observer: (any StreamObserver)? { didSet { stream.observer = observer } }

  init(_ stream: Stream) { self.stream = stream }

  deinit { input.wipe() }

  /// The next line without its CRLF. Only CRLF ends a line (RFC 5321 2.3.8, RFC 9051 2.2); a lone CR or LF is data.
  /// Throws `lineTooLong` above `limit` octets.
  package func readLine(limit: Int = ServerLimits.line) throws(ConnectionEnd) -> [UInt8] {
    var searched = 0
    while true {
      if let end = lineEnd(from: searched) {
        guard end <= limit else { throw .lineTooLong }
        let line = take(end)
        _ = take(2)
        return line
      }
      // A CR that will turn out to belong to the line end does not count.
      guard input.count <= limit + 1 else { throw .lineTooLong }
      searched = max(input.count - 1, 0)
      try fill()
    }
  }

  /// The next `count` octets.
  package func readOctets(_ count: Int) throws(ConnectionEnd) -> [UInt8] {
    while input.count < count { try fill() }
    return take(max(count, 0))
  }

  /// Whatever comes next, at least one octet.
  package func readSome() throws(ConnectionEnd) -> [UInt8] {
    if input.isEmpty { try fill() }
    return take(input.count)
  }

  /// Sends `octets`: in clear in one write, inside TLS in one record for each 16 KiB.
  package func write(_ octets: [UInt8]) throws(ConnectionEnd) {
    guard !octets.isEmpty else { return }
    if let tls { try tls.write(octets) } else { try stream.send(octets) }
  }

  /// Sends `octets` in clear, whatever layer is on top.
  package func writeBeneathTLS(_ octets: [UInt8]) throws(ConnectionEnd) { try stream.send(octets) }

  /// The layer in force; nil in clear.
  package var layer: TLSStream? { tls }

  /// Runs the handshake. What was received before and not read belongs to it: there it can only fail, unless it is
  /// the ClientHello. Throws `tls` with OpenSSL's reason, which names the client's alert; the connection is in clear
  /// then, so that what the client sends all the same is seen.
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

  package func pause(milliseconds: Int) throws(ConnectionEnd) { try stream.pause(Double(milliseconds) / 1_000) }

  /// FIN without close_notify; the client may still write.
  package func finish() { stream.finish() }

  /// close_notify; TCP stays open, and the client may still write.
  package func closeNotify() throws(ConnectionEnd) { try tls?.closeNotify() }

  /// Reads no more; the client's writes go nowhere.
  package func stopReading() { stream.stopReading() }

  /// Ends the connection by RST as soon as the function that serves it returns.
  package func reset() { stream.resetOnClose() }

  /// Leaves in good order: close_notify, FIN, then reads what the client still sends until it leaves too, for a short
  /// time at most. Closing at once would turn into a RST, and the client might lose our last words. Gives what came.
  @discardableResult
  package func leave() -> [UInt8] {
    try? tls?.closeNotify()
    stream.finish()
    stream.hurry(ServerLimits.drain)
    var rest: [UInt8] = []
    while rest.count < ServerLimits.recorded, let octets = try? readSome() { rest += octets }
    // After a close_notify TCP may go on; only the recording of the raw octets sees what comes then.
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

  /// Takes octets from the front of the input and wipes them there.
  private func take(_ count: Int) -> [UInt8] {
    let taken = Array(input.prefix(count))
    input.withUnsafeMutableBytes { Platform.wipe(UnsafeMutableRawBufferPointer(rebasing: $0[..<taken.count])) }
    input.removeFirst(taken.count)
    return taken
  }

  /// Where the next CRLF begins.
  private func lineEnd(from start: Int) -> Int? {
    var index = start
    while index + 1 < input.count {
      if input[index] == .carriageReturn, input[index + 1] == .lineFeed { return index }
      index += 1
    }
    return nil
  }
}
