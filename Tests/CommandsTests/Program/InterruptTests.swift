// Tests of Ctrl-C while the servers are silent: the program ends immediately by the signal and sends nothing more.

import Foundation
import TestSupport
import Testing

@Suite("interrupted", .waiting)
struct InterruptTests {
  enum Silence: String, CaseIterable, Sendable {
    case handshake, greeting, login

    var behaviour: ScriptedBehaviour {
      switch self {
      case .handshake: .silentAtOnce
      case .greeting: .silentAfterTLS
      case .login: .silentAfterLogin
      }
    }

    /// Returns whether both servers have reached their last step.
    func isReached(_ account: ScriptedAccount) -> Bool {
      let recordings = account.imap.recordings + account.smtp.recordings
      guard recordings.count == 2 else { return false }
      return recordings.allSatisfy { recording in
        switch self {
        case .handshake: !recording.raw.isEmpty
        case .greeting: recording.handshake != nil
        case .login: recording.lines.contains { $0.starts(with: "A1 AUTHENTICATE".utf8) || $0.starts(with: "AUTH PLAIN".utf8) }
        }
      }
    }
  }

  /// Interrupts a verification that hangs. Returns its result and the seconds from the signal to the end.
  private func interrupt(_ silence: Silence, by signal: Int32, _ options: [String] = []) throws -> (
    ProcessResult, took: Double, ScriptedAccount
  ) {
    let account = try ScriptedAccount(imap: silence.behaviour, smtp: silence.behaviour)
    let run = try ProcessBuilt.call(account.arguments + ["--secret-from", "stdin"] + options).with { $0.input = .text("a secret\n") }
      .start()
    try run.wait("silence at the servers") { silence.isReached(account) }
    let asked = Date()
    run.signal(signal)
    let result = try run.finish()
    return (result, Date().timeIntervalSince(asked), account)
  }

  @Test(
    "sig-int-during-handshake, sig-int-during-auth, sig-term-everywhere, sig-hup-everywhere: ends by the signal within 0.2 s",
    arguments: Silence.allCases, [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func ends(_ silence: Silence, _ signal: Int32) throws {
    var fastest = Double.infinity
    // A busy computer may be late, so the fastest of three runs counts.
    for _ in 0..<3 where fastest >= 0.2 {
      let (result, took, account) = try interrupt(silence, by: signal)
      #expect(result.end == .signalled(signal))
      #expect(result.output == [])
      let said = (account.imap.recordings + account.smtp.recordings).map { String(decoding: $0.inTLS, as: UTF8.self) }
      #expect(!said.contains { $0.contains("LOGOUT") || $0.contains("QUIT") })
      fastest = min(fastest, took)
    }
    #expect(fastest < 0.2)
  }

  @Test("fault-session-tickets-block-interrupt: also while 600,000 session tickets arrive", arguments: [SIGINT, SIGTERM])
  func tickets(_ signal: Int32) throws {
    let behaviour = ScriptedBehaviour { _, identity in [.tls(identity), .tickets(600_000)] }
    var fastest = Double.infinity
    for _ in 0..<5 where fastest >= 0.2 {
      let account = try ScriptedAccount(imap: behaviour, smtp: behaviour)
      let run = try ProcessBuilt.call(account.arguments + ["--secret-from", "stdin"]).with { $0.input = .text("a secret\n") }.start()
      try run.wait("handshakes") { Silence.greeting.isReached(account) }
      let asked = Date(timeIntervalSinceNow: 0.1)
      try run.wait("a flood") { Date() > asked }
      run.signal(signal)
      let result = try run.finish()
      fastest = min(fastest, Date().timeIntervalSince(asked))
      #expect(result.end == .signalled(signal))
    }
    #expect(fastest < 0.2)
  }

  @Test("sig-tstp-during-network: stopped for longer than the deadline, it ends at the deadline after it is continued")
  func stopped() throws {
    let account = try ScriptedAccount(imap: .silentAfterLogin, smtp: .silentAfterLogin)
    let options = ["--secret-from", "stdin", "--json", "--timeout", "1"]
    let run = try ProcessBuilt.call(account.arguments + options).with { $0.input = .text("a secret\n") }.start()
    try run.wait("silence at the servers") { Silence.login.isReached(account) }
    run.signal(SIGSTOP)
    try run.wait("stop") { ProcessInspection.isStopped(run.process) }
    let passed = Date(timeIntervalSinceNow: 1.2)
    try run.wait("deadline") { Date() > passed }
    run.signal(SIGCONT)
    let result = try run.finish(within: 3)
    #expect(result.end == .exited(75))
    #expect(try result.json["imap"]["failure"]["outcome"].text == "timedOut")
  }

  @Test("with --json the document reports it")
  func document() throws {
    let (result, _, _) = try interrupt(.login, by: SIGINT, ["--json"])
    #expect(result.end == .signalled(SIGINT))
    #expect(try result.json["outcome"].text == "interrupted")
    #expect(try result.json["imap"]["failure"]["outcome"].text == "interrupted")
  }

  @Test("sig-int-during-write: an old trace is replaced with a complete one or stays; nothing else is left")
  func trace() throws {
    let folder = try ProcessFolder()
    let path = try folder.write("old\n".utf8, to: "trace")
    let (result, _, _) = try interrupt(.login, by: SIGINT, ["--trace", path])
    let text = String(decoding: try #require(ProcessFolder.read(path)), as: UTF8.self)
    #expect(result.end == .signalled(SIGINT))
    #expect(folder.names == ["trace"])
    #expect(text == "old\n" || text.hasPrefix("# setup "))
  }

  @Test("ux-57: Ctrl-C during the verification leads to the menu, a second one ends the program", arguments: Silence.allCases)
  func conversation(_ silence: Silence) throws {
    let account = try ScriptedAccount(imap: silence.behaviour, smtp: silence.behaviour)
    let session = try Tool.terminal(account.reviewed)
    let before = session.attributes
    try session.answer("Password (hidden", "a secret")
    try session.wait(for: "Checking IMAP")
    try session.wait("silence at the servers") { silence.isReached(account) }
    try session.type("\u{3}")
    try session.wait(for: Prompts(.english).choice)
    #expect(!session.text.contains("does not work yet"))
    try session.type("\u{3}")
    let end = try session.finish()
    #expect(end.end == .signalled(SIGINT))
    #expect(end.seconds < 2)
    #expect(session.attributes == before)
    #expect(session.text.contains("setup --email"))
  }

  @Test("a user who stops the verification and quits at the menu has no result, and the program reports no fault of its own")
  func stoppedThenQuit() throws {
    let account = try ScriptedAccount(imap: Silence.login.behaviour, smtp: Silence.login.behaviour)
    let session = try Tool.terminal(account.reviewed)
    try session.answer("Password (hidden", "a secret")
    try session.wait("silence at the servers") { Silence.login.isReached(account) }
    try session.type("\u{3}")
    try session.answer(Prompts(.english).choice, "q")
    #expect(try session.finish().end == .exited(66))
  }

  @Test("while a command reads the secret, Ctrl-C ends both")
  func command() throws {
    let folder = try ProcessFolder()
    let script = try folder.script("echo $$ > \(folder.path)/number; exec sleep 60")
    let run = try ProcessBuilt.call(["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "command:\(script)"]).start()
    var number: pid_t?
    try run.wait("the command") {
      number = ProcessFolder.read("\(folder.path)/number").flatMap { pid_t(String(decoding: $0.dropLast(), as: UTF8.self)) }
      return number != nil
    }
    run.signal(SIGINT)
    #expect(try run.finish().end == .signalled(SIGINT))
    #expect(kill(try #require(number), 0) == -1)
  }

  @Test("while standard input is silent, a signal ends the wait", arguments: [SIGINT, SIGTERM])
  func waitingForSecret(_ signal: Int32) throws {
    let run = try ProcessBuilt.call(["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "stdin"]).with {
      $0.input = .silence
    }.start()
    // The program installs its handlers before anything else. /proc shows them.
    try run.wait("handlers") { ProcessInspection.catches(SIGTERM, run.process) }
    run.signal(signal)
    let result = try run.finish()
    #expect(result.end == .signalled(signal))
    #expect(result.output == [])
  }
}
