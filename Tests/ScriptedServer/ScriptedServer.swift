// A server that plays a script for each connection, for tests.

import LoopbackServer
import Posix
import Synchronization

package final class ScriptedServer: Sendable {
  private let listener: Listener
  private let recorders: Recorders

  /// Starts a server on the loopback interface; `script` gives the steps of the connection with this number, counted
  /// from 0. Throws where the system refuses.
  package static func start(
    on family: Listener.Family = .ipv4, script: @escaping @Sendable (Int) -> [Step]
  ) throws(SystemError) -> ScriptedServer {
    let recorders = Recorders()
    let listener = try Listener.start(on: family) { number, connection in
      Script.play(script(number), over: connection, recording: recorders.recorder(number))
    }
    return ScriptedServer(listener, recorders)
  }

  /// A server whose connections all see the same steps.
  package static func start(on family: Listener.Family = .ipv4, _ steps: [Step]) throws(SystemError) -> ScriptedServer {
    try start(on: family) { _ in steps }
  }

  private init(_ listener: Listener, _ recorders: Recorders) { (self.listener, self.recorders) = (listener, recorders) }

  package var port: UInt16 { listener.port }

  /// What the connections received so far, in the order in which they came.
  package var recordings: [Recording] { recorders.now }

  /// Waits until `count` connections have come and ended, and gives all recordings. Throws `deadline` when it passes.
  package func wait(for count: Int = 1, until deadline: Deadline) throws(Wait.End) -> [Recording] {
    guard let calm = Interrupt() else { throw .deadline }
    while true {
      if recorders.ended >= count { return recordings }
      guard !deadline.hasPassed else { throw .deadline }
      // A connection ends in one of several threads; looking every other millisecond needs no bell for it.
      _ = try? Wait.any([], until: min(deadline, .after(seconds: 0.002)), or: calm)
    }
  }

  /// Closes the port and ends all connections.
  package func stop() { listener.stop() }
}

/// The recorders of all connections.
private final class Recorders: Sendable {
  private let list = Mutex<[Recorder]>([])

  var now: [Recording] { list.withLock { $0 }.map(\.now) }

  var ended: Int { list.withLock { $0 }.count { $0.hasEnded } }

  /// The recorder of the connection with this number; makes it, and those of connections whose thread is late.
  func recorder(_ number: Int) -> Recorder {
    list.withLock {
      while $0.count <= number { $0.append(Recorder()) }
      return $0[number]
    }
  }
}
