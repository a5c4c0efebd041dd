// Tests of `setup probe`: what the servers offer and whether they can be trusted, without an account.

import Foundation
import LoopbackServer
import Posix
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

@Suite("probe", .waiting)
struct ProbeTests {
  /// Returns the call for the servers of `account`.
  private static func call(_ account: ScriptedAccount, _ options: [String] = []) -> [String] {
    ["probe"] + account.arguments.dropFirst(2) + options
  }

  private static func probe(_ account: ScriptedAccount, _ options: [String] = []) throws -> ProcessResult {
    let result = try Tool.run(call(account, options))
    let said = said(account).uppercased()
    for word in ["AUTH", "LOGIN", "PASS", "MAIL", "EXAMINE", "@"] { #expect(!said.contains(word), "\(word)") }
    return result
  }

  /// Returns everything that both servers received inside TLS.
  private static func said(_ account: ScriptedAccount) -> String {
    String(decoding: (account.imap.recordings + account.smtp.recordings).flatMap(\.inTLS), as: UTF8.self)
  }

  /// Returns servers that offer these capabilities after the TLS handshake and answer every line.
  private static func offering(imap: String, smtp: String) -> ScriptedBehaviour {
    ScriptedBehaviour { mailProtocol, identity in
      switch mailProtocol {
      case .imap: [.tls(identity), .say(Octets("* OK [CAPABILITY \(imap)] ready\r\n".utf8)), .answerEach("{t} OK bye\r\n")]
      case .smtp:
        [
          .tls(identity), .say("220 ready\r\n"), .expect("EHLO [127.0.0.1]"), .say(Octets("250-there\r\n250 \(smtp)\r\n".utf8)),
          .answerEach("221 bye\r\n"),
        ]
      }
    }
  }

  private static let good = offering(imap: "IMAP4rev1 SASL-IR ID AUTH=PLAIN", smtp: "AUTH PLAIN LOGIN")

  @Test("good servers: everything that they present, in the result alone", arguments: Language.allCases)
  func good(in language: Language) throws {
    let account = try ScriptedAccount(imap: Self.good, smtp: Self.good)
    let result = try Self.probe(account, language.option)
    #expect(result.end == .exited(0))
    for words in ["TLSv1.3", "CN=", "SASL-IR", "AUTH PLAIN LOGIN", "IPv4", language == .english ? "password (PLAIN" : "支持密码（PLAIN"] {
      #expect(result.text.contains(words), "\(words)")
    }
    #expect(!PtyText.holdsControls(result.output))
    // The program does not wait for the goodbye, so it may end before the server has read it.
    let (imap, smtp) = (try account.imap.wait(until: .after(seconds: 20)), try account.smtp.wait(until: .after(seconds: 20)))
    #expect(imap.map(\.lines) == [[Array("A1 LOGOUT".utf8)]])
    #expect(smtp.map(\.lines) == [[Array("EHLO [127.0.0.1]".utf8), Array("QUIT".utf8)]])
    #expect(try Self.probe(account, ["--quiet"]).errors == [])
  }

  @Test("the document has what a verification's has, and the servers' offers")
  func document() throws {
    let result = try Self.probe(try ScriptedAccount(imap: Self.good, smtp: Self.good), ["--json"])
    #expect(result.errors == [])
    let json = try result.json
    #expect(json.keys == ["schema", "provider", "address", "outcome", "servers"])
    #expect(json["schema"].number == 1)
    #expect(json["outcome"].text == "shown")
    #expect(json["servers"].list.map { $0["protocol"].text } == ["imap", "smtp"])
    for server in json["servers"].list {
      #expect(
        server.keys == [
          "protocol", "host", "port", "security", "family", "stages", "tls", "capabilities", "offer", "failure", "explanation",
        ])
      #expect(server["family"].text == "ipv4")
      #expect(
        server["tls"].keys == [
          "version", "cipher", "trusted", "fault", "subject", "issuer", "names", "begins", "expires", "sha256",
        ])
      #expect(server["offer"].keys == ["password", "mechanisms", "loginDisabled", "initialResponse", "id", "size"])
      #expect(server["stages"].list.map { $0["result"].text } == Array(repeating: "ok", count: 5))
      #expect(server["failure"].isNull && server["explanation"].isNull)
    }
    #expect(json["servers"][0]["capabilities"]["before"].texts == ["IMAP4REV1", "SASL-IR", "ID", "AUTH=PLAIN"])
  }

  typealias Offered = Row<(imap: String, smtp: String), (imap: String, smtp: String)>

  @Test(
    "the offers are judged",
    arguments: [
      Offered("tokens only", ("IMAP4rev1 AUTH=XOAUTH2", "AUTH XOAUTH2"), ("needsOAuth", "needsOAuth")),
      Offered("LOGINDISABLED", ("IMAP4rev1 LOGINDISABLED", "SIZE 1"), ("loginDisabled", "noMechanism")),
      Offered("LOGIN alone", ("IMAP4rev1", "AUTH LOGIN"), ("possible", "possible")),
    ])
  func judged(_ row: Offered) throws {
    let behaviour = Self.offering(imap: row.given.imap, smtp: row.given.smtp)
    let account = try ScriptedAccount(imap: behaviour, smtp: behaviour)
    let json = try Self.probe(account, ["--json"]).json
    #expect(json["servers"].list.map { $0["offer"]["password"].text } == [row.wanted.imap, row.wanted.smtp])
    #expect(json["servers"][0]["explanation"].isNull == (row.wanted.imap == "possible"))
    // The servers are as expected. The question was whether a password is possible, and the answer is no.
    let result = try Self.probe(account)
    #expect(result.end == .exited(0))
    #expect(result.text.contains("OAuth") == (row.wanted.imap == "needsOAuth"))
  }

  struct Failing: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let behaviour: ScriptedBehaviour?
    let end: Int32
    let outcome: String
    let failure: String
  }

  @Test(
    "what is wrong is reported, and nothing is sent after it",
    arguments: [
      Failing(testDescription: "self-signed", behaviour: .selfSigned, end: 76, outcome: "insecure", failure: "certificateSelfSigned"),
      Failing(testDescription: "another name", behaviour: .otherName, end: 76, outcome: "insecure", failure: "certificateWrongName"),
      Failing(testDescription: "nobody listens", behaviour: nil, end: 69, outcome: "unreachable", failure: "refused"),
      Failing(testDescription: "silence before TLS", behaviour: .silentAtOnce, end: 75, outcome: "temporary", failure: "timedOut"),
      Failing(testDescription: "silence after TLS", behaviour: .silentAfterTLS, end: 75, outcome: "temporary", failure: "timedOut"),
      Failing(testDescription: "a refusal to talk", behaviour: .closed, end: 69, outcome: "unreachable", failure: "serverUnavailable"),
    ])
  func wrong(_ row: Failing) throws {
    let account = try ScriptedAccount(imap: row.behaviour, smtp: Self.good)
    let result = try Self.probe(account, ["--json", "--timeout", row.failure == "timedOut" ? "1" : "20"])
    #expect(result.end == .exited(row.end))
    let json = try result.json
    #expect(json["outcome"].text == row.outcome)
    #expect(json["servers"][0]["failure"]["outcome"].text == row.failure)
    #expect(json["servers"][0]["explanation"].text?.isEmpty == false)
    #expect(json["servers"][0]["offer"].isNull)
    #expect(json["servers"][1]["failure"].isNull)
    #expect(result.seconds < 10)
    #expect(!account.imap.recordings.contains { $0.inTLS.text.contains("LOGOUT") })
    let text = try Self.probe(account, ["--timeout", row.failure == "timedOut" ? "1" : "20"])
    #expect(text.end == .exited(row.end))
    #expect(text.text.contains(try #require(json["servers"][0]["explanation"].text)))
  }

  @Test("if two fail, the worse decides, in the order 77, 78, 76, 69, 68, 75")
  func worse() throws {
    #expect(try Self.probe(ScriptedAccount(imap: nil, smtp: .selfSigned)).end == .exited(76))
    #expect(try Self.probe(ScriptedAccount(imap: .silentAfterTLS, smtp: nil), ["--timeout", "1"]).end == .exited(69))
  }

  @Test("words received unencrypted are not shown; --imap-security starttls")
  func inClear() throws {
    let canary = ProcessCanary()
    let imap = try ScriptedServer.start([.say(Octets("* BYE \(canary.text)\r\n".utf8)), .silence])
    let smtp = try ScriptedServer.start([
      .say("220 ready\r\n"), .expectAny, .say("250-there\r\n250 STARTTLS\r\n"), .expectAny, .say(Octets("454 \(canary.text)\r\n".utf8)),
      .silence,
    ])
    defer {
      imap.stop()
      smtp.stop()
    }
    let arguments = [
      "probe", "--imap", "localhost:\(imap.port)", "--smtp", "localhost:\(smtp.port)", "--imap-security", "starttls", "--smtp-security",
      "starttls",
    ]
    for option in [[], ["--json"]] {
      let result = try Tool.run(arguments + option)
      #expect(result.end == .exited(76))
      #expect(canary.found(in: result.output + result.errors) == [])
    }
    let said = (imap.recordings + smtp.recordings).map { String(decoding: $0.raw, as: UTF8.self) }
    #expect(said == ["", "", "EHLO [127.0.0.1]\r\nSTARTTLS\r\n", "EHLO [127.0.0.1]\r\nSTARTTLS\r\n"])
  }

  @Test("a server's control characters do not reach the screen: term-csi-in-reply")
  func harmless() throws {
    let evil = "\u{1b}[2J\u{9b}31m\u{202e}X\u{200b}"
    let behaviour = Self.offering(imap: "IMAP4rev1 AUTH=\(evil) AUTH=PLAIN \(evil)", smtp: "AUTH PLAIN \(evil)")
    let refusing = ScriptedBehaviour { mailProtocol, identity in
      [.tls(identity), .say(Octets((mailProtocol == .imap ? "* BYE \(evil)\r\n" : "554 \(evil)\r\n").utf8))]
    }
    for account in [try ScriptedAccount(imap: behaviour, smtp: behaviour), try ScriptedAccount(imap: refusing, smtp: refusing)] {
      for option in [[], ["--json"]] {
        let result = try Self.probe(account, option)
        #expect(!PtyText.holdsControls(result.output + result.errors))
        #expect(!result.text.contains { "\u{202e}\u{200b}".contains($0) })
        #expect(!result.text.contains("\\u001b"))
      }
    }
  }

  @Test(
    "sig-int-during-handshake: ends by the signal, without a goodbye", arguments: [SIGINT, SIGTERM],
    [ScriptedBehaviour.silentAtOnce, .silentAfterTLS])
  func interrupted(_ signal: Int32, _ silence: ScriptedBehaviour) throws {
    let account = try ScriptedAccount(imap: silence, smtp: silence)
    let run = try ProcessBuilt.call(Self.call(account)).start()
    try run.wait("both servers") { (account.imap.recordings + account.smtp.recordings).count { !$0.raw.isEmpty } == 2 }
    run.signal(signal)
    let result = try run.finish(within: 5)
    #expect(result.end == .signalled(signal))
    #expect(result.output == [])
    #expect(Self.said(account) == "")
  }

  @Test("--trace writes the dialogue, which contains nothing of the user's")
  func trace() throws {
    let folder = try ProcessFolder()
    let account = try ScriptedAccount(imap: Self.good, smtp: Self.good)
    let result = try Self.probe(account, ["--trace", "\(folder.path)/trace"])
    #expect(result.end == .exited(0))
    #expect(ProcessFolder.mode("\(folder.path)/trace") == 0o600)
    let text = String(decoding: try #require(ProcessFolder.read("\(folder.path)/trace")), as: UTF8.self)
    for words in ["A1 LOGOUT", "QUIT", "EHLO [127.0.0.1]", "connected to localhost:\(account.imap.port)"] { #expect(text.contains(words)) }
    #expect(!text.contains("@") && !text.contains("mail address"))
    #expect(try Self.probe(account, ["--trace", "/nonexistent/trace"]).end == .exited(73))
  }

  @Test("the demo provider, by its id and by its address", arguments: ["demo", "demo@demo.invalid"])
  func demo(_ word: String) throws {
    let json = try Tool.run(["probe", word, "--json"]).json
    #expect(json["provider"].text == "demo")
    #expect(json["address"].text == (word.contains("@") ? word : nil))
    #expect(json["outcome"].text == "shown")
  }

  @Test("a provider without servers ends with 78 and the reason", arguments: [[], ["--json"]])
  func withoutServers(_ option: [String]) throws {
    let provider = try #require(Tool.catalog.providers.first { $0.servers.isEmpty })
    let result = try Tool.run(["probe", provider.id] + option)
    #expect(result.end == .exited(78))
    #expect(result.text.contains("has no servers for mail clients"))
  }

  typealias Wrong = Row<[String], Int32>

  @Test(
    "usage errors",
    arguments: [
      Wrong("nobody's servers", ["probe"], 64), Wrong("two words", ["probe", "yandex", "qq"], 64),
      Wrong("nobody known", ["probe", "yandxe"], 64),
      Wrong("a name that fits several", ["probe", "netease"], 64), Wrong("no address", ["probe", "a b@example.org"], 65),
      Wrong("one server only", ["probe", "--imap", "localhost:1"], 64),
      Wrong("a word and --provider", ["probe", "qq", "--provider", "qq"], 64),
      Wrong("--all and a word", ["probe", "--all", "qq"], 64),
      Wrong("--all and an option", ["probe", "--all", "--email", "a@example.org"], 64),
      Wrong("--all alone", ["--all"], 64), Wrong("--all elsewhere", ["guide", "qq", "--all"], 64),
      Wrong("a secret", ["probe", "qq", "--password", "x"], 64), Wrong("no such file", ["probe", "demo", "--catalog", "/nonexistent"], 66),
      Wrong("no roots", ["probe", "--imap", "localhost:1", "--smtp", "localhost:1", "--ca-file", "/nonexistent"], 66),
    ])
  func wrongCalls(_ row: Wrong) throws {
    let result = try Tool.run(row.given)
    #expect(result.end == .exited(row.wanted))
    #expect(result.output == [])
    #expect(!result.errors.isEmpty)
  }
}
