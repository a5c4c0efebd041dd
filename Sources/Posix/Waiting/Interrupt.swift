// The latch: a pipe that becomes readable once and stays so, which every wait in the program watches.

import Platform
import Synchronization

/// Raised by a signal handler or by a test. Raising wakes every waiter on every thread at once.
package final class Interrupt: Sendable {
  private let ends: (read: FileDescriptor, write: FileDescriptor)
  private let signalNumber = Atomic<Int32>(0)

  /// nil where the system has no descriptors left.
  package init?() {
    guard let ends = FileDescriptor.pipe() else { return nil }
    self.ends = ends
  }

  /// Readable as soon as the latch is raised.
  package var descriptor: Int32 { ends.read.number }

  /// The signal that raised the latch; 0 while it is not raised.
  package var signal: Int32 { signalNumber.load(ordering: .acquiring) }

  package var isRaised: Bool { signal != 0 }

  /// Raises the latch. Async-signal-safe: one atomic store and one write(2).
  package func raise(_ signal: Int32 = SIGINT) {
    _ = signalNumber.compareExchange(expected: 0, desired: signal, ordering: .acquiringAndReleasing)
    let saved = errno
    ends.write.signal()
    errno = saved
  }

  /// Lowers the latch again, for a conversation that goes on after Ctrl-C.
  package func reset() {
    ends.read.drain()
    signalNumber.store(0, ordering: .releasing)
  }
}

/// The signals that end this program, turned into the one latch of the process.
package enum Signals {
  // Held for the life of the process; the handlers can reach nothing else.
  private static let latch = Interrupt()
  package static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM]
  /// A fault of this program, or a signal nobody sends to it: it dies on the spot, but not with the terminal changed.
  package static let fatal = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS, SIGUSR1, SIGUSR2, SIGXCPU]

  /// Installs the handlers and gives the latch they raise; nil where the system has no descriptors left. A second
  /// signal while the latch is raised ends the process on the spot. SIGPIPE is ignored, a broken pipe is an error of
  /// write(2). A mask inherited from the parent is lifted for these signals. A signal that the parent had ignored
  /// (nohup) stays ignored.
  package static func install() -> Interrupt? {
    guard let latch else { return nil }
    Platform.ignore(SIGPIPE)
    // A parent that ignores it would leave us without the exit status of any child (POSIX wait, "SIGCHLD").
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

  /// What the handler does: raises the latch; where it is raised already, nobody is waiting for it any more.
  private static func take(_ signal: Int32) {
    guard let latch, !latch.isRaised else { return perish(signal) }
    latch.raise(signal)
  }

  /// Ends the process from within a handler; the signal comes through as soon as the handler returns.
  private static func perish(_ signal: Int32) {
    TerminalGuard.restore()
    Platform.restoreDefault(signal)
    kill(getpid(), signal)
  }

  /// Ends the process by `signal` itself, so that a calling shell sees what happened.
  package static func die(by signal: Int32) -> Never {
    Platform.restoreDefault(signal)
    kill(getpid(), signal)
    // Only reached while the signal is on its way.
    while true { pause() }
  }
}
