// The end of a call of a program, and the processes that it leaves.

import Platform
import Posix
import Testing

@Suite("the ends of subprocesses") struct SubprocessEndingTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// Returns the process numbers that a script has written to `$PIDS`.
  private func pids() throws -> [pid_t] { try directory.text(of: "pids").split(separator: "\n").compactMap { pid_t($0) } }

  private func script(_ text: String) -> [String] { ["/bin/sh", "-c", "PIDS=\(directory["pids"]); echo $$ > $PIDS; \(text)"] }

  private func hasEnded(_ process: pid_t) -> Bool {
    let deadline = Deadline.after(seconds: 10)
    while kill(process, 0) == 0, !deadline.hasPassed { Wait.pause(seconds: 0.01) }
    return kill(process, 0) == -1 && errno == ESRCH
  }

  @Test("a program that does not end is killed, and leaves no zombie", arguments: ["exec sleep 600", "trap '' TERM; kill -STOP $$"], 0...3)
  func ended(_ text: String, _ kind: Int) throws {
    let words = script(text)
    let call = [SubprocessCall.printing(words), .reading([], words), .answering(words), .asking(words)][kind]
    #expect(throws: Subprocess.Error.timedOut) { try call.run(within: 2) }
    let process = try #require(try pids().first)
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }

  @Test("an interrupt ends the program, before and after its start", arguments: 0...3) func interrupted(_ kind: Int) throws {
    let words = script("exec sleep 600")
    let call = [SubprocessCall.printing(words), .reading([], words), .answering(words), .asking(words)][kind]
    let latch = try #require(Interrupt())
    let file = directory["pids"]
    let worker = try Worker<Void>.start {
      let deadline = Deadline.after(seconds: 30)
      while access(file, F_OK) != 0, !deadline.hasPassed { Wait.pause(seconds: 0.01) }
      Wait.pause(seconds: 0.1)
      latch.raise(SIGINT)
    }
    #expect(throws: Subprocess.Error.interrupted) { try call.run(latch) }
    withExtendedLifetime(worker) {}
    #expect(try pids().allSatisfy(hasEnded))
    #expect(throws: Subprocess.Error.interrupted) { try call.run(latch) }
  }

  @Test("a program in its own group is ended with the processes that it started, another one alone") func group() throws {
    let words = script("sleep 600 & echo $! >> $PIDS; wait")
    #expect(throws: Subprocess.Error.timedOut) { try SubprocessCall.asking(words, variables: [:]).run(within: 2) }
    #expect(try pids().count == 2 && pids().allSatisfy(hasEnded))
    #expect(throws: Subprocess.Error.timedOut) { try SubprocessCall.answering(words).run(within: 2) }
    let left = try #require(try pids().last)
    #expect(kill(left, 0) == 0)
    kill(left, SIGKILL)
  }

  @Test("a daemon that holds the outputs is not waited for, and continues", arguments: 0...3) func daemon(_ kind: Int) throws {
    let words = script("sleep 600 & echo $! >> $PIDS; echo secret; exit 7")
    let call = [SubprocessCall.printing(words), .reading([], words), .answering(words), .asking(words)][kind]
    let began = Deadline.now
    let result = try call.run()
    #expect(result.output.text == "secret\n" && result.status == 7)
    #expect(Deadline.now.milliseconds(since: began) < 20_000)
    let left = try #require(try pids().last)
    #expect(kill(left, 0) == 0)
    kill(left, SIGKILL)
  }

  @Test("an incomplete line can be completed for one second") func line() throws {
    let late = try SubprocessCall.printing(script("printf sec; (sleep 0.3; echo ret; exec sleep 600) & echo $! >> $PIDS")).run()
    #expect(late.output.text == "secret\n" && late.status == 0)
    for process in try pids() { kill(process, SIGKILL) }
    let never = try SubprocessCall.printing(script("printf sec; (exec sleep 600) & echo $! >> $PIDS")).run()
    #expect(never.output.text == "sec" && never.status == 0)
    for process in try pids() { kill(process, SIGKILL) }
  }

  @Test("a program that has closed its output after an answer is left running") func livesOn() throws {
    let words = script("echo x; exec sleep 600 >&-")
    for call in [SubprocessCall.printing(words), .answering(words)] {
      let result = try call.run()
      #expect(result.output.text == "x\n" && result.status == nil)
      let left = try #require(try pids().first)
      #expect(kill(left, 0) == 0)
      kill(left, SIGKILL)
      #expect(hasEnded(left))
    }
  }

  @Test("a program that closes its output and then fails has failed") func failsLate() throws {
    let words = script("echo x; exec >&-; sleep 0.1; exit 9")
    for call in [SubprocessCall.printing(words), .answering(words)] { #expect(try call.run().status == 9) }
  }

  @Test("a program that closes its output without an answer is waited for if its end matters") func silent() throws {
    let words = script("exec >&-; sleep 1; exit 9")
    #expect(try SubprocessCall.answering(words).run().status == 9)
    #expect(try SubprocessCall.reading([1], words).run().status == 9)
    #expect(try SubprocessCall.asking(words).run().status == 9)
    #expect(try SubprocessCall.printing(words).run().status == nil)
  }

  @Test("a launched program continues on its own, in its own group") func launched() throws {
    try Subprocess.launch(script("exec sleep 600"))
    let deadline = Deadline.after(seconds: 30)
    while (try? pids().isEmpty) ?? true, !deadline.hasPassed { Wait.pause(seconds: 0.01) }
    let left = try #require(try pids().first)
    #expect(getpgid(left) == left && kill(left, 0) == 0)
    kill(left, SIGKILL)
    #expect(hasEnded(left))
    #expect(throws: SystemError(ENOENT)) { try Subprocess.launch(["/no/such/program"]) }
  }
}
