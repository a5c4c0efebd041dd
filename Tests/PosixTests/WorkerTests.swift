// A function on its own thread.

import Platform
import Posix
import Testing

@Suite("Workers") struct WorkerTests {
  @Test("the value arrives, and the descriptor signals it") func value() throws {
    let latch = try #require(Interrupt())
    let worker = try Worker<Int>.start { 42 }
    try Wait.one(worker.descriptor, for: .read, until: .after(seconds: 60), or: latch)
    #expect(worker.value == 42)
    #expect(try worker.wait(until: .now, or: latch) == 42)
  }

  @Test("many workers run beside the caller") func concurrent() throws {
    let latch = try #require(Interrupt())
    let gate = try #require(Interrupt())
    let workers = try (0..<32).map { number in
      try Worker<Int>.start {
        // All of them block. On a pool of two threads the first ones would starve the rest.
        do { _ = try Wait.any([], until: .after(seconds: 60), or: gate) } catch {}
        return number
      }
    }
    #expect(workers.allSatisfy { $0.value == nil })
    gate.raise()
    #expect(try workers.map { try $0.wait(until: .after(seconds: 60), or: latch) } == Array(0..<32))
  }

  @Test("work that does not end is abandoned at the deadline or by the latch") func abandoned() throws {
    let (latch, gate) = (try #require(Interrupt()), try #require(Interrupt()))
    let worker = try Worker<Bool>.start {
      do { _ = try Wait.any([], until: .after(seconds: 60), or: gate) } catch {}
      return true
    }
    #expect(throws: Wait.End.deadline) { try worker.wait(until: .after(seconds: 0.01), or: latch) }
    latch.raise()
    #expect(throws: Wait.End.interrupted) { try worker.wait(until: .after(seconds: 60), or: latch) }
    #expect(worker.value == nil)
    gate.raise()
    latch.reset()
    #expect(try worker.wait(until: .after(seconds: 60), or: latch))
  }

  @Test("failures arrive as values") func failures() throws {
    let latch = try #require(Interrupt())
    let worker = try Worker<Result<Int, SystemError>>.start { .failure(SystemError(ENOENT)) }
    #expect(try worker.wait(until: .after(seconds: 60), or: latch) == .failure(SystemError(ENOENT)))
  }

  @Test("a thousand workers leave no descriptor behind (res-fd-leak)") func leaks() async {
    await #expect(processExitsWith: .success) {
      guard let latch = Interrupt() else { exit(2) }
      let before = openDescriptors()
      for number in 0..<1_000 {
        do {
          guard try Worker<Int>.start({ number }).wait(until: .after(seconds: 60), or: latch) == number else { exit(3) }
        } catch {
          exit(4)
        }
      }
      // A thread releases its worker a moment after the value has arrived, and the Swift runtime opens a few
      // descriptors of its own.
      let (deadline, most) = (Deadline.after(seconds: 30), before + 10)
      while openDescriptors() > most, !deadline.hasPassed { Wait.pause(seconds: 0.001) }
      exit(openDescriptors() > most ? 5 : EXIT_SUCCESS)
    }
  }

  @Test("no descriptors left is an error with its number (res-fd-limit)") func noDescriptors() async {
    await #expect(processExitsWith: .success) {
      guard let latch = Interrupt() else { exit(7) }
      exhaustDescriptors()
      if Interrupt() != nil { exit(2) }
      do throws(SystemError) {
        _ = try Worker<Int>.start { 1 }
        exit(3)
      } catch {
        guard error == SystemError(EMFILE) else { exit(4) }
      }
      do throws(Subprocess.Error) {
        _ = try Subprocess.run(.printing(["true"]), until: .after(seconds: 60), or: latch)
        exit(5)
      } catch {
        exit(error == .notStarted(SystemError(EMFILE)) ? EXIT_SUCCESS : 6)
      }
    }
  }

  @Test("system errors have the system's text") func text() {
    #expect(SystemError(ENOENT).text == String(cString: strerror(ENOENT)))
    #expect(!SystemError(123_456).text.isEmpty)
    errno = EACCES
    #expect(SystemError.last == SystemError(EACCES))
  }
}

/// Returns how many descriptors of this process are open.
private func openDescriptors() -> Int { (0..<1_024).filter { fcntl($0, F_GETFD) != -1 }.count }

/// Opens descriptors until none are left.
private func exhaustDescriptors() { while open("/dev/null", O_RDONLY) >= 0 {} }
