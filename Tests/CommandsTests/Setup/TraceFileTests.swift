// Tests of `--trace FILE`, the dialogue of both sessions for a bug report: private, complete or absent, without
// secrets.

import Foundation
import TestSupport
import Testing

@Suite("--trace", .waiting)
struct TraceFileTests {
  private let folder: ProcessFolder
  private let account: ScriptedAccount
  private let canary = ProcessCanary()

  init() throws {
    folder = try ProcessFolder()
    account = try ScriptedAccount(imap: .accepting, smtp: .accepting)
  }

  private func run(trace path: String, _ options: [String] = []) throws -> ProcessResult {
    try Tool.run(account.arguments + ["--secret-from", "stdin", "--trace", path] + options) { $0.input = .text(canary.text + "\n") }
  }

  @Test("file-trace-mode: contains both dialogues, is readable only by its owner, and contains no secret")
  func writes() throws {
    let path = "\(folder.path)/trace"
    let result = try run(trace: path)
    let trace = try #require(ProcessFolder.read(path))
    let text = String(decoding: trace, as: UTF8.self)
    #expect(result.end == .exited(0))
    #expect(ProcessFolder.mode(path) == 0o600)
    #expect(folder.names == ["trace"])
    for words in [
      "AUTHENTICATE PLAIN <", "AUTH PLAIN <", "EXAMINE", "MAIL FROM:<\(ScriptedAccount.address)>", "* OK", "220 ready", "LOGOUT", "QUIT",
    ] {
      #expect(text.contains(words))
    }
    #expect(text.contains("session log, without passwords"))
    #expect(canary.found(in: trace + result.output + result.errors) == [])
    #expect(result.complaint.contains("Session log saved to \(path)"))
    #expect(!result.text.contains(path))
  }

  @Test("file-mode-existing-wide, file-hardlink-target: replaces an old file, whose other names keep their content")
  func replaces() throws {
    let path = try folder.write("old\n".utf8, to: "trace", mode: 0o644)
    #expect(link(path, "\(folder.path)/other") == 0)
    #expect(try run(trace: path).end == .exited(0))
    #expect(ProcessFolder.mode(path) == 0o600)
    #expect(ProcessFolder.read(path)?.starts(with: "# setup ".utf8) == true)
    #expect(ProcessFolder.read("\(folder.path)/other") == Array("old\n".utf8))
    #expect(folder.names == ["other", "trace"])
  }

  @Test("file-mode-new: the umask cannot widen its mode")
  func umask() throws {
    let script = try folder.script("umask 000; exec \"$@\"")
    let call = try ProcessBuilt.call([])
    let arguments = [call.program] + account.arguments + ["--secret-from", "stdin", "--trace", "\(folder.path)/trace"]
    let result = try ProcessCall(script, arguments, environment: call.environment).with { $0.input = .text(canary.text) }.run()
    #expect(result.end == .exited(0))
    #expect(ProcessFolder.mode("\(folder.path)/trace") == 0o600)
  }

  @Test(
    "file-special: anything but a regular file is refused before the secret is sent",
    arguments: ["directory", "link", "fifo", "/dev/null", "missing/trace"])
  func refuses(_ kind: String) throws {
    let path = kind.hasPrefix("/") ? kind : "\(folder.path)/\(kind)"
    switch kind {
    case "directory": mkdir(path, 0o700)
    case "link": symlink("\(folder.path)/elsewhere", path)
    case "fifo": mkfifo(path, 0o600)
    default: break
    }
    let before = folder.names
    let result = try run(trace: path)
    #expect(result.end == .exited(73))
    #expect(result.complaint.contains(path))
    #expect(result.output == [])
    #expect(folder.names == before)
    #expect(account.received.isEmpty)
  }

  @Test("with --json only the document is on standard output")
  func withJSON() throws {
    let result = try run(trace: "\(folder.path)/trace", ["--json"])
    #expect(try result.json["outcome"].text == "verified")
  }

  @Test("a refused login is in it too, with the server's reply")
  func refusal() throws {
    let account = try ScriptedAccount(imap: .refusing("NO [AUTHENTICATIONFAILED] no way"), smtp: .refusing("535 5.7.8 not so"))
    let path = "\(folder.path)/trace"
    let result = try Tool.run(account.arguments + ["--secret-from", "stdin", "--trace", path]) { $0.input = .text(canary.text) }
    let text = String(decoding: try #require(ProcessFolder.read(path)), as: UTF8.self)
    #expect(result.end == .exited(77))
    #expect(text.contains("no way") && text.contains("not so"))
    #expect(canary.found(in: text) == [])
  }

  @Test("file-path-hostile: a name is used unchanged, and printed without control characters")
  func hostileName() throws {
    let result = try run(trace: "\(folder.path)/a \u{1b}[31m$(id)~")
    #expect(result.end == .exited(0))
    #expect(folder.names == ["a \u{1b}[31m$(id)~"])
    #expect(!PtyText.holdsControls(result.errors))
  }
}
