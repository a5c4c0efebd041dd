// A server for tests that plays a script for each connection.

import LoopbackServer
import Posix
import Synchronization

/// A running scripted server. It runs until `stop` is called or until it is released.
package final class ScriptedServer: Sendable {
  private let listener: Listener
  private let recorders: Recorders

  /// Starts a server on the loopback interface. `script` returns the steps for the connection with this number, counted
  /// from 0. Throws the errno if the system refuses.
  package static func start(
    on family: Listener.Family = .ipv4, script: @escaping @Sendable (Int) -> [Step]
  ) throws(SystemError) -> ScriptedServer {
    let recorders = Recorders()
    let listener = try Listener.start(on: family) { number, connection in
      Script.play(script(number), over: connection, recording: recorders.recorder(number))
    }
    return ScriptedServer(listener, recorders)
  }

  /// Starts a server that plays the same steps on every connection.
  package static func start(on family: Listener.Family = .ipv4, _ steps: [Step]) throws(SystemError) -> ScriptedServer {
    try start(on: family) { _ in steps }
  }

  private init(_ listener: Listener, _ recorders: Recorders) { (self.listener, self.recorders) = (listener, recorders) }

  /// The port, which the system chose.
  package var port: UInt16 { listener.port }

  /// The records of the connections so far, in the order of their arrival.
  package var recordings: [Recording] { recorders.now }

  /// Waits until `count` connections have ended, and returns all records. Throws `deadline` if the deadline passes
  /// first.
  package func wait(for count: Int = 1, until deadline: Deadline) throws(Wait.End) -> [Recording] {
    guard let calm = Interrupt() else { throw .deadline }
    while true {
      if recorders.ended >= count { return recordings }
      guard !deadline.hasPassed else { throw .deadline }
      // Each connection ends on its own thread. A check every two milliseconds is sufficient, without a signal.
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

  /// Returns the recorder of the connection with this number. Creates it, and those of earlier connections whose
  /// threads have not started yet.
  func recorder(_ number: Int) -> Recorder {
    list.withLock {
      while $0.count <= number { $0.append(Recorder()) }
      return $0[number]
    }
  }
}
