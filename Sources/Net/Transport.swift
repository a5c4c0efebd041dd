// How a dialogue obtains its connection.

import Posix
import Vocabulary

/// Opens connections. `Network` opens them to real servers.
package protocol Transport {
  /// Opens a connection in clear to `endpoint`, on which nothing has been sent. Reports the stages that it goes through
  /// to `stages`. Throws the failure of the last stage that it began.
  func open(_ endpoint: Endpoint, _ stages: OpeningStages) throws(NetFailure) -> any Connection
}

/// The hooks by which a transport reports its stages.
package struct OpeningStages {
  /// Called when a stage begins. Returns the deadline of the stage.
  package let begin: (Stage) -> Deadline
  /// Called when the stage has succeeded.
  package let end: () -> Void

  package init(begin: @escaping (Stage) -> Deadline, end: @escaping () -> Void) { (self.begin, self.end) = (begin, end) }
}
