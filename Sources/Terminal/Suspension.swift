// Job control: the terminal has to be restored before the process stops, on Ctrl-Z or as a background job.

import Platform
import Posix
import Synchronization

/// Catches SIGTSTP, SIGTTIN and SIGTTOU until `end` is called. Only one may exist at a time, because prompts do not
/// nest.
final class Suspension {
  private static let latch = Interrupt()
  private static let signals = [SIGTSTP, SIGTTIN, SIGTTOU]
  private let latch: Interrupt

  /// Installs the handlers. Returns `nil` if the process has no descriptors left.
  init?() {
    guard let latch = Suspension.latch else { return nil }
    self.latch = latch
    latch.reset()
    arm()
  }

  /// A descriptor that becomes readable when one of the signals arrives.
  var descriptor: Int32 { latch.descriptor }

  var isAsked: Bool { latch.isRaised }

  /// Stops the process group as the shell expects (SIGTSTP with the default action), and returns after SIGCONT.
  func stop() {
    end()
    kill(0, SIGTSTP)
    latch.reset()
    arm()
  }

  func end() { for signal in Self.signals { Platform.restoreDefault(signal) } }

  private func arm() { for signal in Self.signals { Platform.handle(signal, once: false) { Suspension.latch?.raise($0) } } }
}
