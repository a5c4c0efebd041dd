// The file of a session log.

import Platform
import Posix
import Session

package enum TraceFile {
  /// Throws if `file` cannot be written. This is checked before anything is sent.
  package static func check(_ file: String) throws(OperationError) {
    do throws(SystemError) { try AtomicFile.check(file) } catch { throw .cannotWrite(file, error) }
  }

  /// Writes the log to a file that only this user can read, and reports it.
  static func write(_ trace: Trace, to file: String, version: String, holdsAddress: Bool, _ notify: Notify) throws(OperationError) {
    let text = TraceText.text(trace, version: version, holdsAddress: holdsAddress)
    do throws(SystemError) { try AtomicFile.write(Array(text.utf8), to: file) } catch { throw .cannotWrite(file, error) }
    notify(.traceWritten(file, holdsAddress: holdsAddress))
  }
}
