// Descriptors: closed once, private, and never with the number of a standard stream.

import Platform
import Posix
import Testing

@Suite("Descriptors") struct DescriptorTests {
  @Test("a descriptor is closed with its last reference") func closed() async {
    await #expect(processExitsWith: .success) {
      var pipe = FileDescriptor.pipe()
      guard let numbers = pipe.map({ [$0.read.number, $0.write.number] }) else { exit(2) }
      guard numbers.allSatisfy({ fcntl($0, F_GETFD) != -1 }) else { exit(3) }
      pipe = nil
      exit(numbers.allSatisfy { fcntl($0, F_GETFD) == -1 && errno == EBADF } ? EXIT_SUCCESS : 4)
    }
  }

  @Test("pipes are close-on-exec and never block") func flags() throws {
    let pipe = try #require(FileDescriptor.pipe())
    for end in [pipe.read, pipe.write] {
      #expect(fcntl(end.number, F_GETFD) & FD_CLOEXEC != 0)
      #expect(fcntl(end.number, F_GETFL) & O_NONBLOCK != 0)
    }
  }

  @Test("a pipe that was signaled any number of times can be drained") func drain() throws {
    let pipe = try #require(FileDescriptor.pipe())
    for _ in 0..<1_000 { pipe.write.signal() }
    #expect(try Wait.any([(pipe.read.number, .read)], until: .now, or: nil) == [0])
    pipe.read.drain()
    #expect(throws: Wait.End.deadline) { try Wait.any([(pipe.read.number, .read)], until: .now, or: nil) }
    pipe.read.drain()
  }

  @Test(
    "no file ever gets the number of standard input, output or error (term-stdout-closed, term-stdin-closed)",
    arguments: [[0], [1], [2], [0, 1, 2], []] as [[Int32]])
  func standard(_ closed: [Int32]) async {
    await #expect(processExitsWith: .success) { [closed] in
      for number in closed { close(number) }
      let occupied = FileDescriptor.occupyStandard()
      // The runtime's own threads open descriptors at any time and may have been faster.
      guard Set(occupied).isSubset(of: closed) else { exit(2) }
      for number in Int32(0)...2 where fcntl(number, F_GETFD) == -1 { exit(3) }
      guard let pipe = FileDescriptor.pipe(), pipe.read.number > 2, pipe.write.number > 2 else { exit(4) }
      var octet: UInt8 = 1
      // The replacement reads as empty and discards what is written.
      if occupied.contains(0), read(0, &octet, 1) != 0 { exit(5) }
      for number in occupied where number > 0 && Platform.write(number, &octet, 1) != 1 { exit(6) }
      exit(EXIT_SUCCESS)
    }
  }

  @Test("sockets are close-on-exec and never block") func sockets() throws {
    let socket = Platform.makeSocket(AF_INET)
    try #require(socket >= 0)
    let descriptor = FileDescriptor(socket)
    #expect(fcntl(descriptor.number, F_GETFD) & FD_CLOEXEC != 0)
    #expect(fcntl(descriptor.number, F_GETFL) & O_NONBLOCK != 0)
    #expect(Platform.makeSocket(-1) == -1)
  }
}
