// The interrupt latch: a pipe that becomes readable once and stays readable. Every wait in the program watches it.

import Platform
import Synchronization

/// A latch that a signal handler or a test raises. Raising it wakes all waiters on all threads immediately.
package final class Interrupt: Sendable {
  private let ends: (read: FileDescriptor, write: FileDescriptor)
  private let signalNumber = Atomic<Int32>(0)

  /// Returns `nil` if the system has no descriptors left.
  package init?() {
    guard let ends = FileDescriptor.pipe() else { return nil }
    self.ends = ends
  }

  /// A descriptor that is readable while the latch is raised.
  package var descriptor: Int32 { ends.read.number }

  /// The signal that raised the latch. 0 while it is not raised.
  package var signal: Int32 { signalNumber.load(ordering: .acquiring) }

  package var isRaised: Bool { signal != 0 }

  /// Raises the latch. The first signal is kept. Async-signal-safe: one atomic store and one write(2).
  package func raise(_ signal: Int32 = SIGINT) {
    _ = signalNumber.compareExchange(expected: 0, desired: signal, ordering: .acquiringAndReleasing)
    let saved = errno
    ends.write.signal()
    errno = saved
  }

  /// Lowers the latch, for a dialogue with the user that continues after Ctrl-C.
  package func reset() {
    ends.read.drain()
    signalNumber.store(0, ordering: .releasing)
  }
}

/// The signals that end this program. Their handlers raise the one latch of the process.
package enum Signals {
  // Never released. The handlers can reach nothing else.
  private static let latch = Interrupt()
  /// The signals that raise the latch.
  package static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM]
  /// The signals of faults in this program, and signals that the program does not expect. They end the process
  /// immediately, after the terminal is restored.
  package static let fatal = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS, SIGUSR1, SIGUSR2, SIGXCPU]

  /// Installs the signal handlers and returns the latch that they raise. `nil` if the system has no descriptors left. A
  /// second signal while the latch is raised ends the process immediately. SIGPIPE is ignored, because a broken pipe is
  /// an error of write(2). Unblocks the ending signals, in case the parent has blocked them. A signal that the parent
  /// ignores (nohup) stays ignored.
  package static func install() -> Interrupt? {
    guard let latch else { return nil }
    Platform.ignore(SIGPIPE)
    Platform.ignore(SIGXFSZ)
    // If the parent ignores SIGCHLD, this program would get no exit status of its children (POSIX wait, "SIGCHLD").
    Platform.restoreDefault(SIGCHLD)
    TerminalGuard.disarm()
    var set = sigset_t()
    sigemptyset(&set)
    for signal in ending where !Platform.isIgnored(signal) {
      Platform.handle(signal, once: false) { Signals.take($0) }
      sigaddset(&set, signal)
    }
    for signal in fatal where !Platform.isIgnored(signal) {
      Platform.handle(signal, once: true) { Signals.perish($0) }
    }
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    return latch
  }

  /// Raises the latch, inside a handler. If it is already raised, no code waits for it any more, and the process ends.
  private static func take(_ signal: Int32) {
    guard let latch, !latch.isRaised else { return perish(signal) }
    latch.raise(signal)
  }

  /// Ends the process, inside a handler. The signal is delivered when the handler returns.
  private static func perish(_ signal: Int32) {
    TerminalGuard.restore()
    Platform.restoreDefault(signal)
    kill(getpid(), signal)
  }

  /// Ends the process by `signal` itself, so that a calling shell sees the reason.
  package static func die(by signal: Int32) -> Never {
    Platform.restoreDefault(signal)
    kill(getpid(), signal)
    // Reached only until the signal is delivered.
    while true { pause() }
  }
}
