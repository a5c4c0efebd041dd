// The window has another size.

import Platform
import Posix

/// Catches SIGWINCH while it lives.
final class WindowChange {
  private static let latch = Interrupt()
  private let latch: Interrupt

  /// nil where the system has no descriptors left.
  init?() {
    guard let latch = WindowChange.latch else { return nil }
    self.latch = latch
    latch.reset()
    Platform.handle(SIGWINCH, once: false) { WindowChange.latch?.raise($0) }
  }

  /// Readable when the signal has come.
  var descriptor: Int32 { latch.descriptor }

  /// Whether it has come since the last time of asking.
  func take() -> Bool {
    guard latch.isRaised else { return false }
    latch.reset()
    return true
  }

  func end() { Platform.restoreDefault(SIGWINCH) }
}
