// Tests of octets that editors and programs add to a secret, and of programs that print a secret and keep running.

import Foundation
import Platform
import TestSupport
import Testing
import Vocabulary

@Suite("secrets with surrounding octets", .waiting) struct SecretFormTests {
  private let folder: ProcessFolder
  private let account: ScriptedAccount

  init() throws {
    folder = try ProcessFolder()
    account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
  }

  /// The sources of a secret other than typing.
  enum Source: CaseIterable, Sendable { case file, standardInput, descriptor, variable, command }

  private func run(_ source: Source, _ octets: [UInt8]) throws -> ProcessResult {
    let file = try folder.write(octets, to: "secret")
    func call(_ form: String, _ change: (inout ProcessCall) -> Void = { _ in }) throws -> ProcessResult {
      try Tool.run(account.arguments + ["--secret-from", form], change)
    }
    switch source {
    case .file: return try call("file:\(file)")
    case .standardInput: return try call("stdin") { $0.input = .octets(octets) }
    case .descriptor: return try call("fd:7") { $0.descriptors[7] = octets }
    case .variable: return try call("env:MAILPW") { $0.environment["MAILPW"] = String(decoding: octets, as: UTF8.self) }
    case .command: return try call("command:/bin/cat \(file)")
    }
  }

  private func expectSent(_ octets: [UInt8]) {
    let plain = Array("\0\(ScriptedAccount.address)\0".utf8) + octets
    #expect(account.secretsReceived == [plain, plain])
  }

  private static let mark: [UInt8] = [0xef, 0xbb, 0xbf]

  @Test(
    "fault-secret-file-with-bom: an editor's byte order mark is no part of the secret", arguments: Source.allCases,
    ["geheim12\r\n", "geheim12\n", "geheim12", "密码 é\r\n", " geheim\u{feff}12\n"])
  func mark(_ source: Source, _ text: String) throws {
    let result = try run(source, Self.mark + text.utf8)
    #expect(result.end == .exited(0), "\(result.complaint)")
    expectSent(Array(text.utf8.filter { $0 != 0x0a && $0 != 0x0d }))
    // A user who runs the same command without this program would send the mark.
    #expect(result.complaint.contains("byte order mark") == (source == .command), "\(result.complaint)")
  }

  @Test("fault-secret-file-with-bom: a file with only the mark is empty", arguments: Source.allCases, ["", "\n", "\r\n"])
  func onlyMark(_ source: Source, _ end: String) throws {
    let result = try run(source, Self.mark + end.utf8)
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("empty"), "\(result.complaint)")
    #expect(account.received.isEmpty)
  }

  @Test(
    "fault-secret-file-with-bom: UTF-16 and UTF-32 are refused, by their marks",
    arguments: [Source.file, .standardInput, .descriptor, .command],
    [
      [0xff, 0xfe, 0x61, 0, 0x62, 0, 0x0d, 0, 0x0a, 0], [0xfe, 0xff, 0, 0x61, 0, 0x62, 0, 0x0a], [0xff, 0xfe, 0xc6, 0x5b, 0x01, 0x78],
      [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], [0, 0, 0xfe, 0xff, 0, 0, 0, 0x61],
    ] as [[UInt8]])
  func wide(_ source: Source, _ octets: [UInt8]) throws {
    let result = try run(source, octets)
    #expect(result.end == .exited(65))
    #expect(result.complaint.contains("UTF-16 or UTF-32"), "\(result.complaint)")
    #expect(account.received.isEmpty)
  }

  @Test("with a mark and a line break a secret has the same limit as any other", arguments: [0, 1])
  func longest(_ more: Int) throws {
    let secret = [UInt8](repeating: 0x61, count: Secret.limit + more)
    let result = try run(.file, Self.mark + secret + [0x0d, 0x0a])
    // The scripted SMTP server does not read lines of this length.
    #expect((result.end == .exited(65)) == (more == 1), "\(result.complaint)")
    #expect(account.secretsReceived.first == (more == 0 ? Array("\0\(ScriptedAccount.address)\0".utf8) + secret : nil))
    if more == 1 { #expect(account.received.isEmpty) }
  }
}

@Suite("secret commands that keep running", .waiting) struct LingeringCommandTests {
  private let folder: ProcessFolder
  private let account: ScriptedAccount
  private static let secret = "geheim12"

  init() throws {
    folder = try ProcessFolder()
    account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
  }

  /// Returns a call whose secret comes from a shell script. A process that keeps running writes its number into the
  /// file PID. It must not keep the inherited standard error open, because the test would wait for it.
  private func call(_ script: String) throws -> ProcessCall {
    let text = "exec 2>/dev/null\n" + script.replacing("PID", with: "\(folder.path)/pid").replacing("SECRET", with: Self.secret)
    return try ProcessBuilt.call(account.arguments + ["--secret-from", "command:\(try folder.script(text, named: "helper"))"])
  }

  /// Returns the process that is still running, or `nil`. It ends with the test.
  private func survivor() -> pid_t? {
    let text = ProcessFolder.read("\(folder.path)/pid").map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .newlines) }
    return text.flatMap { pid_t($0) }.flatMap { kill($0, 0) == 0 ? $0 : nil }
  }

  @Test(
    "fault-secret-command-that-lives-on: its secret is used without waiting for it, and it keeps running",
    arguments: [
      // The script closes its output itself, or a subprocess of it keeps the output open.
      "echo $$ > PID; echo SECRET; exec >&-; exec sleep 20", "echo $$ > PID; printf SECRET; exec >/dev/null; exec sleep 20",
      "sleep 20 & echo $! > PID; echo SECRET", "(echo SECRET; exec sleep 20) & echo $! > PID; sleep 0.2",
      "sleep 20 & echo $! > PID; printf SECRET", "setsid sleep 20 & echo $! > PID; printf 'SECRET\\r\\n'; exit 0",
      "trap '' TERM HUP; echo $$ > PID; echo SECRET; exec >&-; sleep 20",
    ])
  func takesIt(_ script: String) throws {
    let result = try call(script).run()
    let left = survivor()
    defer { if let left { kill(left, SIGKILL) } }
    #expect(result.end == .exited(0), "\(result.complaint)")
    let plain = Array("\0\(ScriptedAccount.address)\0\(Self.secret)".utf8)
    #expect(account.secretsReceived == [plain, plain])
    // Half a second for the script's end, one second for a line without an end, the rest for a busy computer.
    #expect(result.seconds < 5)
    #expect(left != nil, "it was ended")
  }

  @Test(
    "a program's failure status still counts",
    arguments: [
      ("echo SECRET; exec >&-; sleep 0.1; exit 3", "status 3"), ("sleep 20 & echo $! > PID; echo SECRET; exit 4", "status 4"),
      ("echo SECRET; kill -9 $$", "status 137"), ("sleep 20 & echo $! > PID; exit 0", "empty"),
      ("echo $$ > PID; exec >&-; exec sleep 20", "empty"),
    ])
  func fails(_ script: String, _ said: String) throws {
    let result = try call(script).run()
    defer { if let left = survivor() { kill(left, SIGKILL) } }
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains(said), "\(result.complaint)")
    #expect(account.received.isEmpty)
    #expect(result.seconds < 5)
  }

  @Test("a program that prints more than a secret's length is ended")
  func garbage() throws {
    let result = try call("echo $$ > PID; exec yes SECRET").run()
    #expect(result.end == .exited(65))
    #expect(survivor() == nil)
    #expect(account.received.isEmpty)
  }

  @Test(
    "fault-secret-command-that-lives-on: Ctrl-C ends every wait for it immediately",
    arguments: [
      "echo $$ > PID; exec sleep 20", "echo $$ > PID; echo half; exec sleep 20", "trap '' TERM INT; echo $$ > PID; sleep 20; sleep 20",
      "sleep 20 & echo $! > PID; trap '' TERM INT; sleep 20; sleep 20",
    ])
  func interrupted(_ script: String) throws {
    let run = try call(script).start()
    defer { if let left = survivor() { kill(left, SIGKILL) } }
    try run.wait("helper") { survivor() != nil }
    run.signal(SIGINT)
    let sent = ContinuousClock.now
    #expect(try run.finish().end == .signalled(SIGINT))
    // It takes 0.2 s on a computer without other load.
    #expect(ContinuousClock.now - sent < .seconds(1))
    #expect(account.received.isEmpty)
  }
}
