// A provider whose own program runs on this computer: its servers are checked like any others, with the program's certificate.

import LoopbackServer
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

@Suite("bridges on this computer") struct BridgeTests {
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

  @Test("with its certificate, the account at the bridge is verified by the name of the provider", arguments: Language.allCases)
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

  @Test("Proton's bridge is one of them") func proton() throws {
    let provider = try #require(Tool.catalog.provider(id: "proton"))
    let settings = try #require(provider.settings(for: MailAddress("me@proton.me")))
    #expect(provider.takesPassword)
    #expect(settings.imap.description == "127.0.0.1:1143" && settings.imap.security == .startTLS)
    #expect(settings.smtp.description == "127.0.0.1:1025" && settings.smtp.security == .startTLS)
    #expect(provider.steps.contains { $0.solves.contains(.tlsProblem) && $0.url != nil })
  }
}
