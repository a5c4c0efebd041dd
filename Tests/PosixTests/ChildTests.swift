// Programs run for their output.

import Platform
import Posix
import Testing

@Suite("Children") struct ChildTests {
  @Test(
    "the output arrives complete, with the program's status",
    arguments: [(0, "hello"), (1, ""), (7, "x"), (255, "secret\n")] as [(Int32, String)])
  func output(_ status: Int32, _ text: String) throws {
    let child = try Child(["sh", "-c", "printf '%s' \"$1\"; exit $2", "sh", text, String(status)])
    #expect(try Self.read(child) == Array(text.utf8))
    #expect(try child.wait(until: .after(seconds: 60), or: nil) == status)
  }

  @Test(
    "arguments reach the program unchanged: there is no shell",
    arguments: ["$(id)", "a b", "; echo x", "`id`", "*", "", "\"", "-n", "密码", "a\nb"])
  func noShell(_ word: String) throws {
    let child = try Child(["printf", "%s", word])
    #expect(try Self.read(child) == Array(word.utf8))
    #expect(try child.wait(until: .after(seconds: 60), or: nil) == 0)
  }

  @Test("more output than a pipe can hold arrives too") func big() throws {
    let child = try Child(["sh", "-c", "i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done"])
    #expect(try Self.read(child).count == 220_000)
    #expect(try child.wait(until: .after(seconds: 60), or: nil) == 0)
  }

  @Test("a program that cannot be run is an error immediately") func missing() {
    #expect(throws: SystemError(ENOENT)) { try Child(["setup-no-such-program"]) }
    #expect(throws: SystemError(ENOENT)) { try Child(["/no/such/program"]) }
    #expect(throws: SystemError.self) { try Child(["/etc/passwd"]) }
    #expect(throws: SystemError.self) { try Child([""]) }
  }

  @Test("a program ended by a signal has the status 128 plus the signal's number", arguments: [SIGTERM, SIGKILL, SIGINT]) func signalled(
    _ signal: Int32
  ) throws {
    let child = try Child(["sh", "-c", "kill -\(signal) $$; exit 0"])
    #expect(try Self.read(child) == [])
    #expect(try child.wait(until: .after(seconds: 60), or: nil) == 128 + signal)
  }

  @Test("it inherits no descriptor of this process") func descriptors() throws {
    let pipe = try #require(FileDescriptor.pipe())
    let socket = FileDescriptor(Platform.makeSocket(AF_INET))
    for number in [pipe.read.number, pipe.write.number, socket.number] {
      let child = try Child(["sh", "-c", "test -e /dev/fd/\(number)"])
      #expect(try Self.read(child) == [])
      #expect(try child.wait(until: .after(seconds: 60), or: nil) == 1, "descriptor \(number)")
    }
    // The control: descriptors that the program should have exist.
    let child = try Child(["sh", "-c", "test -e /dev/fd/1"])
    #expect(try Self.read(child) == [])
    #expect(try child.wait(until: .after(seconds: 60), or: nil) == 0)
  }

  @Test("a broken pipe ends it as usual, although this program ignores SIGPIPE") func brokenPipe() async {
    await #expect(processExitsWith: .success) {
      Platform.ignore(SIGPIPE)
      guard let child = try? Child(["sh", "-c", "kill -PIPE $$; exit 0"]) else { exit(2) }
      exit((try? child.wait(until: .after(seconds: 60), or: nil)) == 128 + SIGPIPE ? EXIT_SUCCESS : 3)
    }
  }

  @Test("a program that does not end is killed, and leaves no zombie", arguments: ["exec sleep 600", "trap '' TERM; kill -STOP $$"])
  func ended(_ script: String) throws {
    var child: Child? = try Child(["sh", "-c", "echo $$; \(script)"])
    let process = try #require(child.map { try Self.line($0) }.flatMap { pid_t($0) })
    #expect(kill(process, 0) == 0)
    child?.end()
    child = nil
    #expect(kill(process, 0) == -1)
    #expect(errno == ESRCH)
  }

  @Test("a program that is not waited for is killed with its last reference") func forgotten() throws {
    var child: Child? = try Child(["sh", "-c", "echo $$; exec sleep 600"])
    let process = try #require(child.map { try Self.line($0) }.flatMap { pid_t($0) })
    child = nil
    #expect(kill(process, 0) == -1)
  }

  /// Returns everything up to the end of the output.
  private static func read(_ child: Child) throws -> [UInt8] {
    var (octets, block) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
      _ = try Wait.any([(child.output.number, .read)], until: .after(seconds: 60), or: nil)
      let count = Platform.read(child.output.number, &block, block.count)
      if count == 0 { return octets }
      if count > 0 { octets += block[..<count] }
    }
  }

  /// Returns the first line of the output, without its end.
  private static func line(_ child: Child) throws -> String {
    var line: [UInt8] = []
    var octet: UInt8 = 0
    while octet != 0x0a {
      _ = try Wait.any([(child.output.number, .read)], until: .after(seconds: 60), or: nil)
      if Platform.read(child.output.number, &octet, 1) == 1 { line.append(octet) }
    }
    return String(decoding: line.dropLast(), as: UTF8.self)
  }

  @Test("a parent that ignored SIGCHLD does not hide how a program ended") func childSignalIgnored() async {
    await #expect(processExitsWith: .success) {
      Platform.ignore(SIGCHLD)
      guard Signals.install() != nil, let child = try? Child(["false"]) else { exit(2) }
      exit((try? child.wait(until: .after(seconds: 60), or: nil)) == 1 ? EXIT_SUCCESS : 3)
    }
  }
}
