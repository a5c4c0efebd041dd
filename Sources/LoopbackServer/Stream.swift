// The octets of one accepted socket: non-blocking, every wait bounded by a deadline and ended by the interrupt.

import Platform
import Posix

/// Used on the thread of its connection only, where SIGPIPE is blocked.
final class Stream {
  private let descriptor: FileDescriptor
  private let interrupt: Interrupt
  /// Nothing on this connection lasts longer.
  private var deadline: Deadline
  /// Is told of everything that is received; `nil` if nobody observes.
  var observer: (any StreamObserver)?

  init(_ descriptor: FileDescriptor, until deadline: Deadline, or interrupt: Interrupt) {
    (self.descriptor, self.deadline, self.interrupt) = (descriptor, deadline, interrupt)
    // Every write is to be a segment of its own.
    var one: Int32 = 1
    _ = setsockopt(descriptor.number, Platform.tcp, TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
  }

  /// What has arrived, at least one octet. Throws `closed` at the end of the stream.
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

  /// Sends all of `octets`, in one segment where the kernel takes them at once.
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

  /// Lets `seconds` pass.
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

  /// Leaves `seconds` at most for what is still to come.
  func hurry(_ seconds: Double) { deadline = min(deadline, .after(seconds: seconds)) }

  /// FIN: the client reads to the end of what was sent, and may still write.
  func finish() { _ = shutdown(descriptor.number, Int32(SHUT_WR)) }

  /// Reads no more.
  func stopReading() { _ = shutdown(descriptor.number, Int32(SHUT_RD)) }

  /// Makes the closing of the descriptor, which follows when its last owner goes, a RST.
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
