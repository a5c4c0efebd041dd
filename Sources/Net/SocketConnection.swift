// A connection over a non-blocking socket, with TLS after secure().

import Platform
import Posix
import Vocabulary

/// A connection to a real server.
package final class SocketConnection: Connection {
  private var socket: FileDescriptor?
  private let host: HostName
  private let context: TLSContext
  private let interrupt: Interrupt
  private var layer: TLSLayer?
  package private(set) var peer: TLSFacts?
  /// The failure that ended TLS. OpenSSL reports it only once.
  private var end: NetFailure?

  /// The maximum number of octets without data for the dialogue that are read after the deadline. They have arrived
  /// already; a read with a passed deadline must still find the data behind them.
  private static let patience = 64 * 1_024

  /// Takes over the connected non-blocking `socket`. `host` is the name from the user or the catalog. The certificate is
  /// checked against this name only.
  package init(_ socket: FileDescriptor, host: HostName, context: TLSContext, interrupt: Interrupt) {
    self.socket = socket
    self.host = host
    self.context = context
    self.interrupt = interrupt
  }

  deinit { close() }

  package var family: AddressFamily? { socket.flatMap { AddressFamily(of: $0.number) } }

  package var channelBinding: ChannelBinding? { layer?.channelBinding }

  package func read(until deadline: Deadline) throws(NetFailure) -> [UInt8] {
    guard let socket else { throw .closedEarly(reset: false) }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    var count = 0
    if let layer {
      count = try drive(layer, socket, until: deadline) { layer.read(into: &buffer) }
    } else {
      while true {
        if interrupt.isRaised { throw .interrupted }
        count = recv(socket.number, &buffer, buffer.count, 0)
        if count > 0 { break }
        if count == 0 { throw .closedEarly(reset: false) }
        try waitAfterError(socket, for: .read, until: deadline)
      }
    }
    buffer.removeLast(buffer.count - count)
    return buffer
  }

  package func write(_ octets: Secret, until deadline: Deadline) throws(NetFailure) {
    guard let socket else { throw .closedEarly(reset: false) }
    try octets.withOctets { (raw) throws(NetFailure) in
      var rest = raw[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        if let layer {
          rest = rest.dropFirst(try drive(layer, socket, until: deadline) { layer.write(part) })
          continue
        }
        if interrupt.isRaised { throw .interrupted }
        let count = send(socket.number, part.baseAddress, part.count, 0)
        if count < 0 { try waitAfterError(socket, for: .write, until: deadline) } else { rest = rest.dropFirst(count) }
      }
    }
  }

  package func secure(until deadline: Deadline) throws(NetFailure) -> TLSFacts {
    guard let socket, layer == nil else { throw .closedEarly(reset: false) }
    // SSL_new(3) fails only if there is no memory.
    guard let layer = TLSLayer(over: socket, context) else { throw .system(ENOMEM) }
    self.layer = layer
    try layer.name(host)
    do throws(NetFailure) {
      _ = try drive(layer, socket, until: deadline) { layer.handshake() }
    } catch {
      peer = layer.facts(isTrusted: false)
      throw error
    }
    // No handshake is completed without a certificate.
    guard let facts = layer.facts(isTrusted: true) else { throw .closedEarly(reset: false) }
    peer = facts
    return facts
  }

  package func close() {
    layer = nil
    socket = nil
  }

  // TLS

  /// Repeats `call` until it is done, and returns its result. The latch and the deadline end this, whatever the server
  /// sends meanwhile.
  private func drive(
    _ layer: TLSLayer, _ socket: FileDescriptor, until deadline: Deadline, _ call: () -> TLSLayer.Progress
  ) throws(NetFailure) -> Int {
    if let end { throw end }
    let start = layer.received
    while true {
      if interrupt.isRaised { throw .interrupted }
      switch call() {
      case .done(let count): return count
      case .again: break
      case .wantsInput:
        if layer.received - start > Self.patience, deadline.hasPassed { throw .timedOut }
        while try !layer.feed(from: socket) { try wait(socket, for: .read, until: deadline) }
      case .wantsRoom: try wait(socket, for: .write, until: deadline)
      case .closed: throw ended(.closedEarly(reset: false))
      case .system(let number): throw ended(lastWord(layer, socket) ?? NetFailure(errno: number))
      case .failed: throw ended(layer.failure)
      }
    }
  }

  private func ended(_ failure: NetFailure) -> NetFailure {
    end = failure
    return failure
  }

  /// Returns the alert that the server sent before it closed the connection, if a write failed for that reason. In TLS
  /// 1.3 a server refuses a client after the client's handshake is complete. Does not wait, and ignores data.
  private func lastWord(_ layer: TLSLayer, _ socket: FileDescriptor) -> NetFailure? {
    var before = -1
    do {
      while layer.received > before, layer.received < Self.patience {
        before = layer.received
        _ = try layer.feed(from: socket)
      }
    } catch {}
    return layer.lastWord
  }

  // The socket

  private func waitAfterError(_ socket: FileDescriptor, for event: Wait.Event, until deadline: Deadline) throws(NetFailure) {
    let number = errno
    guard number == EAGAIN || number == EWOULDBLOCK || number == EINTR else { throw NetFailure(errno: number) }
    try wait(socket, for: event, until: deadline)
  }

  private func wait(_ socket: FileDescriptor, for event: Wait.Event, until deadline: Deadline) throws(NetFailure) {
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
}

extension NetFailure {
  /// Translates the errno of send(2) or recv(2).
  init(errno number: Int32) {
    self =
      switch number {
      case 0: .closedEarly(reset: false)
      case ECONNRESET, EPIPE: .closedEarly(reset: true)
      case ETIMEDOUT: .timedOut
      case EHOSTUNREACH, ENETUNREACH: .unreachable
      default: .system(number)
      }
  }
}
