// Ctrl-Z at a prompt without echo: the terminal has to be put right before the process stops.

import Platform
import Posix
import Synchronization

/// Catches SIGTSTP while it lives. One at a time: prompts do not nest.
final class Suspension {
  private static let latch = Interrupt()
  private let latch: Interrupt

  /// nil where the system has no descriptors left.
  init?() {
    guard let latch = Suspension.latch else { return nil }
    self.latch = latch
    latch.reset()
    arm()
  }

  /// Readable when SIGTSTP has come.
  var descriptor: Int32 { latch.descriptor }

  var isAsked: Bool { latch.isRaised }

  /// Stops the process as the shell expects; returns after SIGCONT.
  func stop() {
    Platform.restoreDefault(SIGTSTP)
    kill(0, SIGTSTP)
    latch.reset()
    arm()
  }

  func end() { Platform.restoreDefault(SIGTSTP) }

  private func arm() { Platform.handle(SIGTSTP, once: false) { Suspension.latch?.raise($0) } }
}
