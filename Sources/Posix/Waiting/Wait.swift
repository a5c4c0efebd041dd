// Waiting with poll(2), which no other file calls. EINTR is handled here and nowhere else.

import Platform

/// Waits for descriptors, deadlines and the interrupt latch.
package enum Wait {
  /// What to wait for: data to read, or space to write.
  package enum Event: Sendable { case read, write }

  /// The reason why a wait ended without the event.
  package enum End: Error, Equatable, Sendable { case deadline, interrupted }

  /// Waits until one of `watched` is ready, until `deadline`, or until `interrupt` is raised. Returns the indices of
  /// the ready descriptors, at least one. A descriptor that has failed counts as ready: reading or writing it then
  /// reports the error. Throws `.interrupted` if the latch is raised, even if a descriptor is ready, and `.deadline`
  /// after the deadline. `interrupt` is `nil` if the caller waits for threads that watch the latch on their own.
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

  /// Waits until `descriptor` is ready. Throws as `any` does.
  package static func one(_ descriptor: Int32, for event: Event, until deadline: Deadline, or interrupt: Interrupt) throws(End) {
    _ = try any([(descriptor, event)], until: deadline, or: interrupt)
  }

  /// Waits `seconds`, for conditions that no descriptor reports. Ignores the interrupt latch.
  package static func pause(seconds: Double) {
    let deadline = Deadline.after(seconds: seconds)
    while !deadline.hasPassed { poll(nil, 0, deadline.millisecondsLeft) }
  }
}
