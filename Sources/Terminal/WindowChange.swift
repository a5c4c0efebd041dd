// Changes of the window size.

import Platform
import Posix

/// Catches SIGWINCH until `end` is called.
final class WindowChange {
  private static let latch = Interrupt()
  private let latch: Interrupt

  /// Installs the handler. Returns `nil` if the process has no descriptors left.
  init?() {
    guard let latch = WindowChange.latch else { return nil }
    self.latch = latch
    latch.reset()
    Platform.handle(SIGWINCH, once: false) { WindowChange.latch?.raise($0) }
  }

  /// A descriptor that becomes readable when the signal arrives.
  var descriptor: Int32 { latch.descriptor }

  /// Returns whether the signal has arrived since the previous call.
  func take() -> Bool {
    guard latch.isRaised else { return false }
    latch.reset()
    return true
  }

  func end() { Platform.restoreDefault(SIGWINCH) }
}
