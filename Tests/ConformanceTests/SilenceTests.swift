// A server that accepts connections and sends nothing, beside a real one: deadlines and Ctrl-C.

import Platform
import Posix
import RealServers
import ScriptedServer
import TestSupport
import Testing

@Suite(.enabled(if: Rig.runs, Rig.why), .waiting)
struct SilenceTests {
  @Test("A silent server ends within the deadline, and the other one's result is reported")
  func silentServer() throws {
    let silent = try ScriptedServer.start([.silence])
    defer { silent.stop() }
    let result = try Rig.verify(.anna, smtp: silent.port, ["--timeout", "1.5"])
    #expect(result.end == .exited(75), "\(result.text)")
    #expect(result.seconds < 4)
    let json = try result.json
    #expect(json["imap"]["failure"].isNull)
    #expect(json["smtp"]["failure"]["outcome"].text == "timedOut")
    #expect(json["smtp"]["failure"]["stage"].text == "tls")
  }

  @Test("SIGINT in the middle ends the program by that signal within 0.2 s")
  func interrupted() throws {
    let silent = try ScriptedServer.start([.silence])
    defer { silent.stop() }
    let servers = try Rig.servers()
    let call = try ProcessBuilt.call([
      "--email", "anna@example.org", "--secret-from", "stdin", "--json", "--ca-file", servers.caFile,
      "--imap", "localhost:\(silent.port)", "--smtp", "localhost:\(servers.smtp.tls)",
    ]).with { $0.input = .text(User.anna.password) }
    let run = try call.start()
    // The silent server has received a command, so the verification is running.
    try run.wait("hello", within: 5) { silent.recordings.contains { !$0.raw.isEmpty } }
    let before = Deadline.now
    run.signal(SIGINT)
    let result = try run.finish(within: 5)
    #expect(result.end == .signalled(SIGINT))
    #expect(Deadline.now.milliseconds(since: before) < 200)
  }
}
