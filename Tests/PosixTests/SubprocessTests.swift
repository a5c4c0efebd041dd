// Programs run for their output.

import Platform
import Posix
import Testing

@Suite("subprocesses") struct SubprocessTests {
  @Test(
    "the output arrives complete, with the program's status",
    arguments: [(0, "hello"), (1, ""), (7, "x"), (255, "secret\n")] as [(Int32, String)])
  func output(_ status: Int32, _ text: String) throws {
    let result = try SubprocessCall.printing(["sh", "-c", "printf '%s' \"$1\"; exit $2", "sh", text, String(status)]).run()
    #expect(result.output.text == text && result.status == status && result.isWhole && result.errors.count == 0)
  }

  @Test(
    "arguments reach the program unchanged: there is no shell",
    arguments: ["$(id)", "a b", "; echo x", "`id`", "*", "", "\"", "-n", "密码", "a\nb"])
  func noShell(_ word: String) throws {
    let result = try SubprocessCall.printing(["printf", "%s", word]).run()
    #expect(result.output.text == word && result.status == 0)
  }

  @Test("more output than a pipe can hold arrives too") func big() throws {
    let result = try SubprocessCall.printing(["sh", "-c", "i=0; while [ $i -lt 20000 ]; do echo 0123456789; i=$((i+1)); done"]).run()
    #expect(result.output.count == 220_000 && result.status == 0)
  }

  @Test("a program that cannot be run is an error immediately") func missing() {
    let missing = Subprocess.Error.notStarted(SystemError(ENOENT))
    #expect(throws: missing) { try SubprocessCall.printing(["setup-no-such-program"]).run() }
    #expect(throws: missing) { try SubprocessCall.printing(["/no/such/program"]).run() }
    #expect(throws: missing) { try SubprocessCall.asking(["/nonexistent/x"]).run() }
    #expect(throws: Subprocess.Error.self) { try SubprocessCall.printing(["/etc/passwd"]).run() }
    #expect(throws: Subprocess.Error.self) { try SubprocessCall.printing([""]).run() }
  }

  @Test("a program ended by a signal has the status 128 plus the signal's number", arguments: [SIGTERM, SIGKILL, SIGINT]) func signalled(
    _ signal: Int32
  ) throws {
    let result = try SubprocessCall.printing(["sh", "-c", "kill -\(signal) $$; exit 0"]).run()
    #expect(result.output.count == 0 && result.status == 128 + signal)
  }

  @Test("it inherits no descriptor of this process") func descriptors() throws {
    let pipe = try #require(FileDescriptor.pipe())
    let socket = FileDescriptor(Platform.makeSocket(AF_INET))
    for number in [pipe.read.number, pipe.write.number, socket.number] {
      let result = try SubprocessCall.printing(["sh", "-c", "test -e /dev/fd/\(number)"]).run()
      #expect(result.status == 1, "descriptor \(number)")
    }
    // The control: descriptors that the program should have exist.
    #expect(try SubprocessCall.printing(["sh", "-c", "test -e /dev/fd/1"]).run().status == 0)
  }

  @Test("a broken pipe ends it as usual, although this program ignores SIGPIPE") func brokenPipe() async {
    await #expect(processExitsWith: .success) {
      Platform.ignore(SIGPIPE)
      guard let result = try? SubprocessCall.printing(["sh", "-c", "kill -PIPE $$; exit 0"]).run() else { exit(2) }
      exit(result.status == 128 + SIGPIPE ? EXIT_SUCCESS : 3)
    }
  }

  @Test("a parent that ignored SIGCHLD does not hide how a program ended") func childSignalIgnored() async {
    await #expect(processExitsWith: .success) {
      Platform.ignore(SIGCHLD)
      guard Signals.install() != nil, let result = try? SubprocessCall.printing(["false"]).run() else { exit(2) }
      exit(result.status == 1 ? EXIT_SUCCESS : 3)
    }
  }

  @Test(
    "output of exactly the limit arrives complete; more is refused or cut", arguments: [1, 65_536, 100_000, 262_144], [true, false])
  func limit(_ limit: Int, _ isErrors: Bool) throws {
    func script(_ count: Int) -> [String] { ["/bin/sh", "-c", "\(isErrors ? "exec >&2; " : "")head -c \(count) /dev/zero"] }
    for count in [limit, limit + 1, limit + 300_000] {
      let cut = try SubprocessCall.answering(script(count), limit: limit).run()
      #expect((isErrors ? cut.errors : cut.output).count == limit && cut.status == 0)
      #expect(cut.isWhole == (isErrors || count == limit))
      let refusing = SubprocessCall.asking(script(count), limit: limit)
      if count > limit {
        #expect(throws: Subprocess.Error.tooMuch) { try refusing.run() }
      } else {
        #expect(try (isErrors ? refusing.run().errors : refusing.run().output).count == limit)
      }
    }
  }

  @Test("a program that prints without end is ended at the deadline", arguments: ["yes", "yes >&2"]) func flood(_ script: String) throws {
    let began = Deadline.now
    #expect(throws: Subprocess.Error.timedOut) { try SubprocessCall.answering(["sh", "-c", script], limit: 100).run(within: 0.3) }
    #expect(Deadline.now.milliseconds(since: began) < 10_000)
  }
}
