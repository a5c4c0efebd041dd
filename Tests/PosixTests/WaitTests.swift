// Waiting: for descriptors, until a deadline, or until the latch is raised.

import Platform
import Posix
import Testing

@Suite("Waiting") struct WaitTests {
  @Test("the result is the position of what is ready") func positions() throws {
    let (first, second, latch) = try (Self.pipe(), Self.pipe(), Self.latch())
    second.write.signal()
    let watched: [(descriptor: Int32, event: Wait.Event)] = [
      (first.read.number, .read), (second.read.number, .read), (first.write.number, .write),
    ]
    #expect(try Wait.any(watched, until: .after(seconds: 60), or: latch) == [1, 2])
  }

  @Test("what is ready counts even if the deadline has passed") func readyAfterDeadline() throws {
    let (pipe, latch) = try (Self.pipe(), Self.latch())
    pipe.write.signal()
    #expect(try Wait.any([(pipe.read.number, .read)], until: .now, or: latch) == [0])
  }

  @Test("a wait for nothing ends at the deadline", arguments: [0, 0.01]) func deadline(_ seconds: Double) throws {
    let (pipe, latch) = try (Self.pipe(), Self.latch())
    let deadline = Deadline.after(seconds: seconds)
    #expect(throws: Wait.End.deadline) { try Wait.one(pipe.read.number, for: .read, until: deadline, or: latch) }
    #expect(deadline.hasPassed)
    #expect(throws: Wait.End.deadline) { try Wait.any([], until: .now, or: nil) }
  }

  @Test("the latch takes precedence over everything that is ready") func latchFirst() throws {
    let (pipe, latch) = try (Self.pipe(), Self.latch())
    pipe.write.signal()
    latch.raise()
    #expect(throws: Wait.End.interrupted) { try Wait.one(pipe.read.number, for: .read, until: .after(seconds: 60), or: latch) }
    // A wait without the latch is not disturbed.
    #expect(try Wait.any([(pipe.read.number, .read)], until: .after(seconds: 60), or: nil) == [0])
  }

  @Test("a descriptor whose peer is gone is ready: reading tells how it ended") func hungUp() throws {
    let latch = try Self.latch()
    // Only the reading end is kept.
    let read = try Self.pipe().read
    #expect(try Wait.any([(read.number, .read)], until: .after(seconds: 60), or: latch) == [0])
  }

  @Test("a closed descriptor is ready: the call on it fails") func invalid() throws {
    #expect(try Wait.any([(Int32.max, .read)], until: .after(seconds: 60), or: Self.latch()) == [0])
  }

  @Test("a full pipe is not ready for writing") func full() throws {
    let (pipe, latch) = try (Self.pipe(), Self.latch())
    let block = [UInt8](repeating: 0, count: 4_096)
    while Platform.write(pipe.write.number, block, block.count) > 0 {}
    #expect(throws: Wait.End.deadline) { try Wait.one(pipe.write.number, for: .write, until: .after(seconds: 0.01), or: latch) }
    pipe.read.drain()
    try Wait.one(pipe.write.number, for: .write, until: .after(seconds: 60), or: latch)
  }

  @Test("signals without a handler of this program do not end a wait") func strangeSignals() async {
    await #expect(processExitsWith: .success) {
      Platform.handle(SIGALRM, once: false) { _ in }
      let waiter = pthread_self()
      let deadline = Deadline.after(seconds: 0.1)
      let pest = try? Worker<Int>.start {
        var count = 0
        while !deadline.hasPassed {
          pthread_kill(waiter, SIGALRM)
          count += 1
          Wait.pause(seconds: 0.002)
        }
        return count
      }
      guard pest != nil else { exit(2) }
      do throws(Wait.End) {
        _ = try Wait.any([], until: deadline, or: nil)
        exit(3)
      } catch {
        exit(error == .deadline && deadline.hasPassed ? EXIT_SUCCESS : 4)
      }
    }
  }

  @Test("a pause lasts as long as requested") func pause() {
    let deadline = Deadline.after(seconds: 0.005)
    Wait.pause(seconds: 0.005)
    #expect(deadline.hasPassed)
  }

  private static func latch() throws -> Interrupt { try #require(Interrupt()) }

  private static func pipe() throws -> (read: FileDescriptor, write: FileDescriptor) { try #require(FileDescriptor.pipe()) }
}
