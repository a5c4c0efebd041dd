// The octets of one accepted socket. The socket is non-blocking; a deadline limits every wait, and the interrupt ends
// it.

import Platform
import Posix

/// A socket. Only the thread of its connection may use it, because SIGPIPE is blocked there.
final class Stream {
  private let descriptor: FileDescriptor
  private let interrupt: Interrupt
  /// The end of the connection's time limit.
  private var deadline: Deadline
  /// The observer of everything this socket receives, or `nil`.
  var observer: (any StreamObserver)?

  init(_ descriptor: FileDescriptor, until deadline: Deadline, or interrupt: Interrupt) {
    (self.descriptor, self.deadline, self.interrupt) = (descriptor, deadline, interrupt)
    // Every write becomes a TCP segment of its own.
    var one: Int32 = 1
    _ = setsockopt(descriptor.number, Platform.tcp, TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
  }

  /// Returns the octets that have arrived, at least one. Throws `closed` at the end of the stream.
  func receive() throws(ConnectionEnd) -> [UInt8] {
    var scratch = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = recv(descriptor.number, &scratch, scratch.count, 0)
      if count > 0 {
        scratch.removeLast(scratch.count - count)
        observer?.observe(.raw(scratch))
        return scratch
      }
      guard count < 0 else { throw .closed }
      try waitAfterError(for: .read)
    }
  }

  /// Sends all of `octets`, in one segment if the kernel accepts them in one write.
  func send(_ octets: [UInt8]) throws(ConnectionEnd) {
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor.number, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else {
        try waitAfterError(for: .write)
      }
    }
  }

  /// Waits for `seconds`. Throws `deadline` if the connection's time limit passes first.
  func pause(_ seconds: Double) throws(ConnectionEnd) {
    let end = Deadline.after(seconds: seconds)
    do {
      _ = try Wait.any([], until: min(end, deadline), or: interrupt)
    } catch {
      switch error {
      case .deadline: if deadline < end { throw .deadline }
      case .interrupted: throw .stopped
      }
    }
  }

  /// Shortens the connection's time limit to `seconds` from now.
  func hurry(_ seconds: Double) { deadline = min(deadline, .after(seconds: seconds)) }

  /// Sends FIN. The client reads to the end of what was sent, and may still write.
  func finish() { _ = shutdown(descriptor.number, Int32(SHUT_WR)) }

  /// Stops reading.
  func stopReading() { _ = shutdown(descriptor.number, Int32(SHUT_RD)) }

  /// Requests that the kernel sends RST when the descriptor is closed, which happens when its last owner is released.
  func resetOnClose() {
    var option = linger(l_onoff: 1, l_linger: 0)
    _ = setsockopt(descriptor.number, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  private func waitAfterError(for event: Wait.Event) throws(ConnectionEnd) {
    let number = errno
    guard number != EINTR else { return }
    guard number == EAGAIN || number == EWOULDBLOCK else { throw ConnectionEnd(errno: number) }
    do { try Wait.one(descriptor.number, for: event, until: deadline, or: interrupt) } catch { throw ConnectionEnd(error) }
  }
}
