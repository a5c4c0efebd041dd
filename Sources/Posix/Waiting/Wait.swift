// The only call of poll(2) in the program. EINTR is handled here and nowhere else.

import Platform

package enum Wait {
  package enum Event: Sendable { case read, write }

  /// How a wait ended without the event.
  package enum End: Error, Equatable, Sendable { case deadline, interrupted }

  /// Waits until one of `watched` is ready (or has failed: reading or writing it then says how), until `deadline`, or
  /// until `interrupt` is raised, which goes before everything else. Gives the positions that are ready, never empty.
  /// Without an interrupt only the deadline ends the wait: for who waits for others that watch the latch themselves.
  package static func any(
    _ watched: [(descriptor: Int32, event: Event)], until deadline: Deadline, or interrupt: Interrupt?
  ) throws(End) -> [Int] {
    var list = watched.map { pollfd(fd: $0.descriptor, events: Int16($0.event == .read ? POLLIN : POLLOUT), revents: 0) }
    if let interrupt { list.append(pollfd(fd: interrupt.descriptor, events: Int16(POLLIN), revents: 0)) }
    while true {
      let count = poll(&list, nfds_t(list.count), deadline.millisecondsLeft)
      if interrupt?.isRaised == true { throw .interrupted }
      if count > 0 {
        let ready = watched.indices.filter { list[$0].revents != 0 }
        if !ready.isEmpty { return ready }
      }
      if deadline.hasPassed { throw .deadline }
    }
  }

  package static func one(_ descriptor: Int32, for event: Event, until deadline: Deadline, or interrupt: Interrupt) throws(End) {
    _ = try any([(descriptor, event)], until: deadline, or: interrupt)
  }

  /// Lets `seconds` pass: for what cannot be waited for by a descriptor.
  package static func pause(seconds: Double) {
    let deadline = Deadline.after(seconds: seconds)
    while !deadline.hasPassed { poll(nil, 0, deadline.millisecondsLeft) }
  }
}
