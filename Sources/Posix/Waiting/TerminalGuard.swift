// Restores the settings of the terminal if the process dies while they are changed.

import Platform
import Synchronization

/// The settings of at most one terminal. Signal handlers may call `restore` and nothing else here. Normal exits restore
/// the terminal on their own.
package enum TerminalGuard {
  // Written only while `descriptor` is not set. A handler reads it only while `descriptor` is set.
  private nonisolated(unsafe) static let usual = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  private static let descriptor = Atomic<Int32>(-1)
  private static let isDrawn = Atomic<Bool>(false)
  /// Switches bracketed paste off (xterm ctlseqs, mode 2004), clears the screen below the cursor, and starts a new
  /// line.
  private nonisolated(unsafe) static let goodbye = {
    let text = UnsafeMutablePointer<UInt8>.allocate(capacity: 16)
    let octets = Array("\u{1b}[?2004l\u{1b}[J\r\n".utf8)
    text.update(from: octets, count: octets.count)
    return (text: text, count: octets.count)
  }()

  /// Remembers `settings` as the settings that the terminal at `descriptor` must have at exit. `isDrawn` says whether
  /// this program draws on the terminal. If not, `restore` writes no sequences to it.
  package static func arm(_ descriptor: Int32, _ settings: termios, isDrawn: Bool) {
    _ = goodbye
    self.isDrawn.store(isDrawn, ordering: .relaxed)
    usual.pointee = settings
    self.descriptor.store(descriptor, ordering: .releasing)
  }

  /// Forgets the terminal, whose settings are restored.
  package static func disarm() { descriptor.store(-1, ordering: .releasing) }

  /// Restores the settings of the terminal if they are changed. Async-signal-safe: tcsetattr(3) and write(2) (POSIX,
  /// section 2.4.3).
  package static func restore() {
    let number = descriptor.load(ordering: .acquiring)
    guard number >= 0 else { return }
    tcsetattr(number, TCSANOW, usual)
    if isDrawn.load(ordering: .relaxed) { _ = write(number, goodbye.text, goodbye.count) }
  }
}
