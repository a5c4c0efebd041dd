// Ctrl-Z, and a terminal that is another job's: it has to be put right before the process stops.

import Platform
import Posix
import Synchronization

/// Catches SIGTSTP, SIGTTIN and SIGTTOU while it lives. One at a time: prompts do not nest.
final class Suspension {
  private static let latch = Interrupt()
  private static let signals = [SIGTSTP, SIGTTIN, SIGTTOU]
  private let latch: Interrupt

  /// nil where the system has no descriptors left.
  init?() {
    guard let latch = Suspension.latch else { return nil }
    self.latch = latch
    latch.reset()
    arm()
  }

  /// Readable when one of the signals has come.
  var descriptor: Int32 { latch.descriptor }

  var isAsked: Bool { latch.isRaised }

  /// Stops the process as the shell expects; returns after SIGCONT.
  func stop() {
    end()
    kill(0, SIGTSTP)
    latch.reset()
    arm()
  }

  func end() { for signal in Self.signals { Platform.restoreDefault(signal) } }

  private func arm() { for signal in Self.signals { Platform.handle(signal, once: false) { Suspension.latch?.raise($0) } } }
}
