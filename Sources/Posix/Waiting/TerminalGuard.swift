// The terminal's settings to go back to when the process dies while they are changed.

import Platform
import Synchronization

/// Knows at most one terminal. `restore` is all a signal handler may do; ordinary ways out restore for themselves.
package enum TerminalGuard {
  // Written before `descriptor` is set and not while it is; a handler reads it only while it is.
  private nonisolated(unsafe) static let usual = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  private static let descriptor = Atomic<Int32>(-1)
  private static let isDrawn = Atomic<Bool>(false)
  /// Bracketed paste off (xterm ctlseqs, mode 2004), nothing left of what was drawn below, the cursor on a new line.
  private nonisolated(unsafe) static let goodbye = {
    let text = UnsafeMutablePointer<UInt8>.allocate(capacity: 16)
    let octets = Array("\u{1b}[?2004l\u{1b}[J\r\n".utf8)
    text.update(from: octets, count: octets.count)
    return (text: text, count: octets.count)
  }()

  /// From now on `settings` are what the terminal at `descriptor` is to have in the end. Sequences are written only to
  /// a terminal that is drawn on.
  package static func arm(_ descriptor: Int32, _ settings: termios, isDrawn: Bool) {
    _ = goodbye
    self.isDrawn.store(isDrawn, ordering: .relaxed)
    usual.pointee = settings
    self.descriptor.store(descriptor, ordering: .releasing)
  }

  package static func disarm() { descriptor.store(-1, ordering: .releasing) }

  /// Puts the terminal right, if it is changed. Async-signal-safe: tcsetattr(3) and write(2) (POSIX 2.4.3).
  package static func restore() {
    let number = descriptor.load(ordering: .acquiring)
    guard number >= 0 else { return }
    tcsetattr(number, TCSANOW, usual)
    if isDrawn.load(ordering: .relaxed) { _ = write(number, goodbye.text, goodbye.count) }
  }
}
