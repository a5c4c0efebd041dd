// Tests with a secret that no other text contains: the whole output is searched for it in every encoding.

import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("the secret stays secret", .waiting)
struct CanaryTests {
  private let canary = ProcessCanary()
  private let folder: ProcessFolder

  init() throws { folder = try ProcessFolder() }

  enum Source: String, CaseIterable, Sendable { case stdin, fd, file, env, command }

  /// Adds the option for the source, and prepares the source.
  private func prepare(_ source: Source, _ call: ProcessCall) throws -> ProcessCall {
    let typed: String
    switch source {
    case .stdin: typed = "stdin"
    case .fd: typed = "fd:7"
    case .file: typed = "file:\(try folder.write(canary.text.utf8, to: "secret"))"
    case .env: typed = "env:CANARY"
    case .command: typed = "command:\(try folder.script("printf %s \(canary.text)"))"
    }
    return call.with {
      $0.arguments += ["--secret-from", typed].map { Array($0.utf8) }
      if source == .stdin { $0.input = .text(canary.text + "\n") }
      if source == .fd { $0.descriptors[7] = Array(canary.text.utf8) }
      if source == .env { $0.environment["CANARY"] = canary.text }
    }
  }

  /// Answers to the login. Some of them repeat the secret.
  enum Answer: String, CaseIterable, Sendable {
    case accepts, refuses, echoesSecret, echoesCommand, echoesBase64, echoesOnManyLines, echoesInCapabilities, goesSilent

    func behaviour(_ mailProtocol: MailProtocol, _ canary: ProcessCanary) -> ScriptedBehaviour {
      let secret = canary.text
      let plain = Data("\0\(ScriptedAccount.address)\0\(secret)".utf8).base64EncodedString()
      let base64 = Data(secret.utf8).base64EncodedString()
      let (no, more) = mailProtocol == .imap ? ("NO", "* OK") : ("535 5.7.8", "535-5.7.8")
      switch self {
      case .accepts: return .accepting
      case .refuses: return .refusing("\(no) wrong")
      case .echoesSecret: return .refusing("\(no) the password \(secret) of \(ScriptedAccount.address) is wrong, '\(secret)'")
      case .echoesCommand: return .refusing("\(no) did not like AUTHENTICATE PLAIN \(plain)")
      case .echoesBase64: return .refusing("\(no) did not like \(base64)")
      case .echoesOnManyLines: return .saying(["\(more) \(secret)", "\(more) \(plain)", "\(no) \(base64)"])
      case .echoesInCapabilities:
        return .refusing(mailProtocol == .imap ? "OK [CAPABILITY IMAP4rev1 X-\(secret)] in" : "235 2.7.0 in, \(secret)")
      case .goesSilent: return .silentAfterLogin
      }
    }
  }

  @Test(
    "file-shell-history: in no output, no hint and no trace, from any source and whatever the servers answer",
    arguments: Source.allCases, Answer.allCases)
  func everywhere(_ source: Source, _ answer: Answer) throws {
    let account = try ScriptedAccount(imap: answer.behaviour(.imap, canary), smtp: answer.behaviour(.smtp, canary))
    for options in [["--json"], []] {
      let trace = "\(folder.path)/trace"
      let call = try ProcessBuilt.call(account.arguments + options + ["--trace", trace, "--timeout", answer == .goesSilent ? "3" : "20"])
      let result = try prepare(source, call).run()
      #expect(canary.found(in: result.output) == [])
      #expect(canary.found(in: result.errors) == [])
      #expect(canary.found(in: try #require(ProcessFolder.read(trace))) == [])
      #expect(result.end != .exited(65) && result.end != .exited(66))
    }
    // The program read this secret and sent it to the servers, so the search above could have found it.
    let plain = Array("\0\(ScriptedAccount.address)\0\(canary.text)".utf8)
    #expect(account.secretsReceived == [plain, plain, plain, plain])
    #expect(canary.found(in: account.received) != [])
  }

  @Test("argv-ps-inspection: in no argv and no environment of the program or its subprocesses, while it runs", arguments: Source.allCases)
  func processTable(_ source: Source) throws {
    let account = try ScriptedAccount(imap: .silentAfterLogin, smtp: .silentAfterLogin)
    let run = try prepare(source, ProcessBuilt.call(account.arguments)).start()
    try run.wait("the secret at the servers") { account.secretsReceived.count == 2 }
    let open = ProcessInspection.open(run.process)
    #expect(open.count >= 2)
    for (name, octets) in open {
      // The caller put it into the program's environment.
      if source == .env, name == "environ of process \(run.process)" { continue }
      #expect(canary.found(in: octets) == [], "\(name)")
    }
    run.signal(SIGKILL)
    _ = try run.finish()
  }

  @Test("argv-ps-inspection: the same for the command that prints it")
  func processTableOfCommand() throws {
    let script = try folder.script("printf %s \(canary.text); echo > \(folder.path)/printed; exec sleep 60")
    let run = try ProcessBuilt.call(["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "command:\(script)"]).start()
    try run.wait("the command") { folder.names.contains("printed") }
    let open = ProcessInspection.open(run.process)
    #expect(open.count >= 4)
    for (name, octets) in open { #expect(canary.found(in: octets) == [], "\(name)") }
    run.signal(SIGINT)
    _ = try run.finish()
  }

  @Test("file-secret-in-output: a run leaves only the files that the caller asked for", arguments: [DemoAccount.appPassword, "wrong"])
  func noFiles(_ secret: String) throws {
    let home = folder.path
    let places = [
      "HOME": home, "TMPDIR": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home,
    ]
    let result = try Tool.run(["--provider", "demo", "--email", DemoAccount.address, "--secret-from", "stdin"], environment: places) {
      $0.input = .text(secret)
    }
    #expect(result.end == .exited(secret == "wrong" ? 77 : 0))
    #expect(folder.names == [])
  }

  @Test("the search itself finds every encoding", arguments: ["raw", "base64", "hex", "reversed"])
  func search(_ dress: String) throws {
    let text = canary.text
    let dressed: [String] =
      switch dress {
      case "raw": [text, "xx\(text)yy"]
      case "base64": (0..<3).map { Data((String(repeating: "u", count: $0) + text + "tail").utf8).base64EncodedString() }
      case "hex": [text.utf8.map { String(format: "%02x", $0) }.joined(), text.utf8.map { String(format: "%%%02X", $0) }.joined()]
      default: [String(text.reversed())]
      }
    for words in dressed { #expect(canary.found(in: "before \(words) after") != []) }
    #expect(canary.found(in: "before \(ProcessCanary().text) after") == [])
  }
}
