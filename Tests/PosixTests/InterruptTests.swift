// The latch, and the signals that raise it.

import Platform
import Posix
import Testing

@Suite("Interrupt") struct InterruptTests {
  @Test("raised once, it stays raised with its first signal") func raised() throws {
    let latch = try #require(Interrupt())
    #expect(!latch.isRaised)
    #expect(latch.signal == 0)
    latch.raise(SIGTERM)
    latch.raise(SIGINT)
    #expect(latch.isRaised)
    #expect(latch.signal == SIGTERM)
    for _ in 0..<2 { #expect(throws: Wait.End.interrupted) { try Wait.any([], until: .after(seconds: 60), or: latch) } }
  }

  @Test("lowered, it can be raised again") func reset() throws {
    let latch = try #require(Interrupt())
    latch.raise(SIGTERM)
    latch.reset()
    #expect(!latch.isRaised)
    #expect(throws: Wait.End.deadline) { try Wait.any([], until: .now, or: latch) }
    latch.raise(SIGHUP)
    #expect(latch.signal == SIGHUP)
    #expect(throws: Wait.End.interrupted) { try Wait.any([], until: .after(seconds: 60), or: latch) }
  }

  @Test("it wakes every waiter on every thread") func everyWaiter() throws {
    let latch = try #require(Interrupt())
    let unraised = try #require(Interrupt())
    let workers = try (0..<8).map { _ in
      try Worker<Wait.End?>.start {
        do throws(Wait.End) {
          _ = try Wait.any([], until: .after(seconds: 60), or: latch)
          return nil
        } catch {
          return error
        }
      }
    }
    latch.raise()
    for worker in workers { #expect(try worker.wait(until: .after(seconds: 60), or: unraised) == .interrupted) }
  }

  @Test("sig-handler-safety: raising it preserves errno of the interrupted code, however often it happens") func errorNumber() throws {
    let latch = try #require(Interrupt())
    for _ in 0..<70_000 {
      errno = ENOENT
      latch.raise()
      if errno != ENOENT { break }
    }
    #expect(errno == ENOENT)
    latch.reset()
    #expect(throws: Wait.End.deadline) { try Wait.any([], until: .now, or: latch) }
  }

  @Test("each ending signal raises the latch once; the second one ends the process immediately", arguments: Signals.ending)
  func secondSignal(_ signal: Int32) async {
    await #expect(processExitsWith: .signal(signal)) { [signal] in
      guard let latch = Signals.install() else { exit(2) }
      kill(getpid(), signal)
      do throws(Wait.End) {
        _ = try Wait.any([], until: .after(seconds: 60), or: latch)
        exit(3)
      } catch {
        guard error == .interrupted, latch.signal == signal else { exit(4) }
      }
      kill(getpid(), signal)
      Wait.pause(seconds: 60)
      exit(5)
    }
  }

  @Test("lowered again, the latch is raised by the next signal") func loweredAgain() async {
    await #expect(processExitsWith: .success) {
      guard let latch = Signals.install() else { exit(2) }
      for _ in 0..<3 {
        kill(getpid(), SIGINT)
        while !latch.isRaised { Wait.pause(seconds: 0.001) }
        latch.reset()
      }
      exit(EXIT_SUCCESS)
    }
  }

  @Test("the signal of a crash ends the process by itself", arguments: Signals.fatal)
  func fatal(_ signal: Int32) async {
    await #expect(processExitsWith: .signal(signal)) { [signal] in
      guard Signals.install() != nil else { exit(2) }
      kill(getpid(), signal)
      Wait.pause(seconds: 60)
      exit(3)
    }
  }

  @Test("a signal that the parent ignored stays ignored (sig-ignored-inherited)") func ignored() async {
    await #expect(processExitsWith: .success) {
      Platform.ignore(SIGHUP)
      guard let latch = Signals.install() else { exit(2) }
      kill(getpid(), SIGHUP)
      exit(latch.isRaised || !Platform.isIgnored(SIGHUP) ? 3 : EXIT_SUCCESS)
    }
  }

  @Test("a signal that the parent blocked is delivered") func blocked() async {
    await #expect(processExitsWith: .success) {
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, SIGTERM)
      pthread_sigmask(SIG_BLOCK, &set, nil)
      guard let latch = Signals.install() else { exit(2) }
      pthread_kill(pthread_self(), SIGTERM)
      exit(latch.signal == SIGTERM ? EXIT_SUCCESS : 3)
    }
  }

  @Test("a broken pipe is an error and does not end the process") func brokenPipe() async {
    await #expect(processExitsWith: .success) {
      guard Signals.install() != nil, let write = FileDescriptor.pipe()?.write else { exit(2) }
      var octet: UInt8 = 1
      exit(Platform.write(write.number, &octet, 1) == -1 && errno == EPIPE ? EXIT_SUCCESS : 3)
    }
  }

  @Test("the process ends by the signal itself, whether a handler was installed or the signal was ignored", arguments: Signals.ending)
  func dies(_ signal: Int32) async {
    await #expect(processExitsWith: .signal(signal)) { [signal] in
      Platform.ignore(signal)
      Signals.die(by: signal)
    }
  }
}
