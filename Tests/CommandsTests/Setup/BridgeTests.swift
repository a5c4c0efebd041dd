// A provider whose own program runs on this computer: its servers are checked like any others, with the program's certificate.

import Catalog
import LoopbackServer
import Operations
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

@Suite("bridges on this computer", .waiting) struct BridgeTests {
  /// A bridge: STARTTLS on both ports, and a certificate for 127.0.0.1 of its own authority.
  private static let bridge = ScriptedBehaviour { mailProtocol, identity in
    switch mailProtocol {
    case .imap:
      [
        .say("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\n"), .expectAny, .say("{t} OK begin\r\n"), .tls(identity), .expectAny,
        .say("* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n{t} OK done\r\n"), .expectAny, .say("{t} OK [CAPABILITY IMAP4rev1] in\r\n"),
        .answerEach("{t} OK done\r\n"),
      ]
    case .smtp:
      [
        .say("220 ready\r\n"), .expectAny, .say("250-here\r\n250 STARTTLS\r\n"), .expectAny, .say("220 begin\r\n"), .tls(identity),
        .expectAny, .say("250-here\r\n250 AUTH PLAIN\r\n"), .expectAny, .say("235 in\r\n"), .answerEach("250 done\r\n"),
      ]
    }
  }

  private static func catalog(_ account: ScriptedAccount, in folder: ProcessFolder) throws -> String {
    let servers = #"{"imap": ["starttls://127.0.0.1:\#(account.imap.port)"], "smtp": ["starttls://127.0.0.1:\#(account.smtp.port)"]}"#
    let text = """
      {"schema": 1, "checked": "2026-11-29", "providers": [{
        "id": "bridged", "name": {"en": "Bridged Mail", "zh-Hans": "桥接邮箱"}, "category": "personal", "domains": ["bridged.example"],
        "status": "bridge", "statusNote": {"en": "Start its program.", "zh-Hans": "请启动它的程序。"}, "servers": [\(servers)],
        "secret": {"kind": "bridge-password", "term": {"en": "bridge password", "zh-Hans": "桥接密码"}},
        "steps": [{"part": "obtain", "text": {"en": "Copy it.", "zh-Hans": "复制。"}}], "sources": ["own"],
        "confidence": {"servers": "high", "secret": "high"}}]}
      """
    return try folder.write(text.utf8, to: "catalog.json")
  }

  @Test(
    "fault-proton-bridge-refused: with its certificate, the account at the bridge is verified by the name of the provider",
    arguments: Language.allCases)
  func verified(_ language: Language) throws {
    let account = try ScriptedAccount(imap: Self.bridge, smtp: Self.bridge)
    let folder = try ProcessFolder()
    let call = ["--catalog", try Self.catalog(account, in: folder), "--provider", "bridged", "--email", "me@bridged.example"]
    let secret = "kbXoN7o2Zc5Sg"
    let result = try Tool.run(call + ["--ca-file", account.caFile, "--secret-from", "stdin"] + language.option) { $0.input = .text(secret) }
    #expect(result.end == .exited(0), "\(result.text)\(result.complaint)")
    #expect(account.secretsReceived.count == 2)
    // Without it nothing is sent.
    let other = try ScriptedAccount(imap: Self.bridge, smtp: Self.bridge)
    let another = try ProcessFolder()
    let wary = ["--catalog", try Self.catalog(other, in: another), "--provider", "bridged", "--email", "me@bridged.example"]
    let refused = try Tool.run(wary + ["--secret-from", "stdin"] + language.option) { $0.input = .text(secret) }
    #expect(refused.end == .exited(76), "\(refused.text)")
    #expect(other.secretsReceived.isEmpty)
  }

  @Test("fault-proton-bridge-refused: a mail client is configured for the bridge", arguments: ["mutt", "msmtp", "aerc"])
  func exported(_ client: String) throws {
    let result = try Tool.run(["export", client, "--email", "me@proton.me", "--secret-command", "pass show bridge"])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.contains("127.0.0.1") && result.text.contains("1025"))
  }

  @Test("fault-catalog-endpoint-security-unused: the catalog's own server has its own encryption, whatever its port suggests")
  func securityOfTheEntry() throws {
    let account = try ScriptedAccount(imap: Self.bridge, smtp: Self.bridge)
    let folder = try ProcessFolder()
    let servers = ["--imap", "127.0.0.1:\(account.imap.port)", "--smtp", "127.0.0.1:\(account.smtp.port)"]
    let call = ["--catalog", try Self.catalog(account, in: folder), "--email", "me@bridged.example", "--ca-file", account.caFile]
    let result = try Tool.run(call + servers + ["--secret-from", "stdin"]) { $0.input = .text("kbXoN7o2Zc5Sg") }
    #expect(result.end == .exited(0), "\(result.text)\(result.complaint)")
    // What the call says has precedence.
    let other = try ScriptedAccount(imap: Self.bridge, smtp: Self.bridge)
    let named = ["--imap", "127.0.0.1:\(other.imap.port)", "--smtp", "127.0.0.1:\(other.smtp.port)", "--imap-security", "tls"]
    let another = try ProcessFolder()
    let wrong = ["--catalog", try Self.catalog(other, in: another), "--email", "me@bridged.example", "--ca-file", other.caFile]
    #expect(try Tool.run(wrong + named + ["--secret-from", "stdin"]) { $0.input = .text("kbXoN7o2Zc5Sg") }.end == .exited(76))
  }

  @Test(
    "fault-catalog-endpoint-security-unused: by host and port",
    arguments: [
      ("127.0.0.1:1143", MailProtocol.imap, Security.startTLS), ("127.0.0.1:1025", .smtp, .startTLS), ("127.0.0.1:1144", .imap, .tls),
      ("imap.gmail.com:993", .imap, .tls), ("imap.gmail.com", .imap, .tls), ("smtp.gmail.com:587", .smtp, .startTLS),
      ("mail.own.example:2143", .imap, .tls), ("mail.own.example:143", .imap, .startTLS),
    ])
  func security(_ typed: String, _ mailProtocol: MailProtocol, _ security: Security) throws {
    let directory = ProviderDirectory()
    let endpoint = AccountInput.endpoint(typed, defaultPort: mailProtocol == .imap ? 993 : 465, for: mailProtocol, in: directory)
    #expect(endpoint?.security == security)
  }

  @Test("Proton's bridge is one of them") func proton() throws {
    let provider = try #require(Tool.catalog.provider(id: "proton"))
    let settings = try #require(provider.settings(for: MailAddress("me@proton.me")))
    #expect(provider.takesPassword)
    #expect(settings.imap.description == "127.0.0.1:1143" && settings.imap.security == .startTLS)
    #expect(settings.smtp.description == "127.0.0.1:1025" && settings.smtp.security == .startTLS)
    #expect(provider.steps.contains { $0.solves.contains(.tlsProblem) && $0.url != nil })
  }
}
