// Tests of the sources of a secret, and of the errors if there is none. No error repeats the secret.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("--secret-from", .waiting)
struct SecretSourceTests {
  private let folder: ProcessFolder
  private let account: ScriptedAccount

  init() throws {
    folder = try ProcessFolder()
    account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
  }

  /// Runs a verification with this source. `change` prepares the source.
  private func run(_ source: String, _ change: (inout ProcessCall) -> Void = { _ in }) throws -> ProcessResult {
    try Tool.run(account.arguments + ["--secret-from", source], change)
  }

  /// Expects that both servers received exactly this secret, once.
  private func expectSent(_ secret: String) {
    let plain = Array("\0\(ScriptedAccount.address)\0\(secret)".utf8)
    #expect(account.secretsReceived == [plain, plain])
  }

  @Test(
    "every form yields the secret, without one trailing line break",
    arguments: ["stdin", "fd:0", "env:MAIL_SECRET", "file:*", "fd:3", "fd:9", "command:*"], ["", "\n", "\r\n"])
  func works(_ form: String, lineBreak: String) throws {
    let secret = "a secret" + lineBreak
    let kind = form.prefix { $0 != ":" }
    let path =
      kind == "command"
      ? try folder.script("printf '%s' '\(secret)'") : try folder.write(secret.utf8, to: "secret")
    let result = try run(form.replacing("*", with: path)) {
      if form == "stdin" || form == "fd:0" { $0.input = .text(secret) }
      if kind == "env" { $0.environment["MAIL_SECRET"] = secret }
      if kind == "fd", let number = Int32(form.dropFirst(3)), number > 2 { $0.descriptors[number] = Array(secret.utf8) }
    }
    #expect(result.end == .exited(0))
    #expect(!result.complaint.contains("warning"))
    expectSent("a secret")
  }

  @Test("only one line break is removed, and none at the beginning", arguments: ["\n\n", "\r\r\n", "\n\r\n"])
  func takesOffOnlyOne(_ end: String) throws {
    let result = try run("stdin") { $0.input = .text("a secret" + end) }
    #expect(result.end == .exited(65))
    #expect(account.received.isEmpty)
    #expect(result.complaint.contains("line break"))
    #expect(result.output == [])
  }

  @Test("a leading line break is part of the secret and refused")
  func leadingLineBreak() throws {
    #expect(try run("stdin") { $0.input = .text("\na secret") }.end == .exited(65))
    #expect(account.received.isEmpty)
  }

  @Test(
    "blanks and everything else are part of a secret unless the catalog says otherwise",
    arguments: [" a b ", "\ta", "a-b-c-d", "\"x\\ 'y' 密码"])
  func keeps(_ secret: String) throws {
    #expect(try run("stdin") { $0.input = .text(secret + "\n") }.end == .exited(0))
    expectSent(secret)
  }

  @Test("a command is run directly, without a shell", arguments: ["command:/bin/echo $(id) ; `id` | id", "command:echo \"x\" 'y'"])
  func noShell(_ source: String) throws {
    #expect(try run(source).end == .exited(0))
    expectSent(source.dropFirst("command:".count).split(separator: " ").dropFirst().joined(separator: " "))
  }

  @Test("a command inherits only the three standard descriptors")
  func commandInheritsNothing() throws {
    let script = try folder.script("ls /proc/$$/fd > \(folder.path)/fds; printf %s secret")
    #expect(try run("command:\(script)").end == .exited(0))
    let names = String(decoding: try #require(ProcessFolder.read("\(folder.path)/fds")), as: UTF8.self).split(separator: "\n")
    // The shell's own descriptors begin with 10.
    #expect(names.filter { $0.count == 1 }.sorted() == ["0", "1", "2"])
  }

  typealias Failing = Row<String, (status: Int32, words: [String])>

  @Test(
    "ux-43, ux-45: a failing source is reported, not tried at any server, and ends with its status",
    arguments: [
      Failing("unset variable", "env:NOT_SET", (66, ["NOT_SET"])), Failing("empty variable", "env:EMPTY", (66, ["empty"])),
      Failing("missing file", "file:/nonexistent/secret", (66, ["/nonexistent/secret", "No such file"])),
      Failing("directory", "file:/tmp", (66, ["/tmp", "directory"])), Failing("empty file", "file:/dev/null", (66, ["empty"])),
      Failing("nothing on standard input", "stdin", (66, ["empty"])), Failing("descriptor that is not open", "fd:9", (66, ["fd:9"])),
      Failing("the lowest descriptor that is not open", "fd:3", (66, ["fd:3"])), Failing("one above it", "fd:4", (66, ["fd:4"])),
      Failing("standard output", "fd:1", (64, ["--secret-from"])), Failing("standard error", "fd:2", (64, ["--secret-from"])),
      Failing("no number", "fd:x", (64, ["--secret-from"])), Failing("negative", "fd:-1", (64, ["--secret-from"])),
      Failing("no program", "command:/nonexistent/program", (66, ["/nonexistent/program", "No such file"])),
      Failing("failing program", "command:false", (66, ["false", "status 1"])),
      Failing("program that says nothing", "command:true", (66, ["empty"])),
      Failing("no words", "command: ", (64, ["--secret-from"])), Failing("no form", "secret", (64, ["--secret-from"])),
      Failing("no name", "env:", (64, ["--secret-from"])), Failing("no path", "file:", (64, ["--secret-from"])),
      Failing("prompt without a terminal", "prompt", (66, ["no terminal"])),
    ])
  func fails(_ row: Failing) throws {
    let result = try run(row.given) { $0.environment["EMPTY"] = "" }
    #expect(result.end == .exited(row.wanted.status))
    #expect(result.output == [])
    for word in row.wanted.words { #expect(result.complaint.contains(word)) }
    #expect(account.received.isEmpty)
    #expect(result.seconds < 5)
  }

  @Test("a program that prints a secret and then fails yields no secret")
  func failingProgram() throws {
    let canary = ProcessCanary()
    let result = try run("command:\(try folder.script("echo \(canary.text); exit 3"))")
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("status 3"))
    #expect(canary.found(in: result.output + result.errors) == [])
  }

  @Test(
    "octets that no login can carry are refused before anything is sent",
    arguments: [[0x61, 0], [0x61, 13, 0x62], [0x61, 10, 0x62, 10], [10]])
  func forbidden(_ octets: [UInt8]) throws {
    let result = try run("stdin") { $0.input = .octets(octets) }
    #expect(result.end == .exited(octets == [10] ? 66 : 65))
    #expect(result.output == [])
  }

  @Test("a secret may have 1,024 octets and no more", arguments: [1_024, 1_025, 5_000, 3_000_000])
  func limit(_ count: Int) throws {
    let result = try run("stdin") { $0.input = .octets([UInt8](repeating: 0x61, count: count) + [10]) }
    #expect((result.end == .exited(65)) == (count > 1_024))
    #expect(account.received.isEmpty == (count > 1_024))
  }

  @Test(
    "a file that other users can read is used, with a warning",
    arguments: [(0o600, false), (0o640, true), (0o604, true), (0o400, false)] as [(mode_t, Bool)])
  func looseFile(_ mode: mode_t, warns: Bool) throws {
    let file = try folder.write("a secret".utf8, to: "secret", mode: mode)
    let result = try run("file:\(file)")
    #expect(result.end == .exited(0))
    #expect(result.complaint.contains("warning: Other users of this computer can read \(file).") == warns)
  }

  @Test("the secret's shape is a warning, not a refusal")
  func shape() throws {
    let result = try Tool.demo(DemoAccount.address, secret: "abcdefghijklmno")
    #expect(result.complaint.contains("You entered 15 characters. The app password has 19"))
    #expect(result.end == .exited(77))
  }

  @Test(
    "argv-env-password: variables that the caller did not name are not read",
    arguments: ["PASSWORD", "IMAP_PASSWORD", "SETUP_PASSWORD", "SETUP_SECRET"])
  func ignoresEnvironment(_ name: String) throws {
    let result = try Tool.run(account.arguments, environment: [name: "a secret"])
    #expect(result.end == .exited(66))
    #expect(result.complaint.contains("--secret-from"))
    #expect(result.output == [])
  }
}
