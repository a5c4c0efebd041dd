// Tests of a probe with a catalog: every server of a provider, every provider of a file. A catalog entry must not name
// this computer, so the name server of the namespace maps a name to it.

import Foundation
import LoopbackServer
import Posix
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

extension SystemResolverTests {
  private func run(_ arguments: [String]) throws -> ProcessResult { try ProcessBuilt.call(arguments).run() }

  @Test("a provider: every port once; 0 if each protocol has a good one, and the outcome says what is wrong")
  func probeEveryPort() throws {
    let here = try ProbedHost()
    let (imap, smtp) = (try here.server(.imap), try here.server(.smtp))
    let (closed, strange) = (try BlackHole.closedPort(), try here.server(.smtp, .selfSigned(for: ProbedHost.host)))
    defer { for server in [imap, smtp, strange] { server.stop() } }
    let path = try here.catalog([("here", [closed, imap.port], [smtp.port, strange.port])])
    for word in ["here", "me@here.example.org"] {
      let result = try run(["probe", word, "--json", "--catalog", path, "--ca-file", here.caFile])
      #expect(result.end == .exited(0))
      let json = try result.json
      #expect(json["outcome"].text == "insecure")
      #expect(json["provider"].text == "here")
      let servers = json["servers"].list
      #expect(servers.map { $0["port"].number } == [closed, smtp.port, imap.port, strange.port].map(Double.init))
      #expect(servers.map { $0["failure"]["outcome"].text } == ["refused", nil, nil, "certificateSelfSigned"])
    }
    let text = try run(["probe", "here", "--catalog", path, "--ca-file", here.caFile])
    #expect(text.text.contains("Reachable and trusted: 2 of 4 servers, at least one for each protocol."))
    #expect(imap.recordings.count == 3)
  }

  @Test("--all: every server of the file once, whoever shares it, in the file's order, four in parallel")
  func probeAll() throws {
    let here = try ProbedHost()
    let (imap, smtp) = (try here.server(.imap), try here.server(.smtp))
    let others = try (0..<6).map { _ in try here.server(.imap) }
    let closed = try BlackHole.closedPort()
    defer { for server in [imap, smtp] + others { server.stop() } }
    let path = try here.catalog(
      [("one", [imap.port], [smtp.port]), ("two", [imap.port], [closed])]
        + others.enumerated().map { ("more-\($0)", [$1.port], [smtp.port]) })
    let call = ["probe", "--all", "--catalog", path, "--ca-file", here.caFile, "--timeout", "10"]
    let result = try run(call)
    #expect(result.end == .exited(69))
    let lines = result.text.split(separator: "\n").map(String.init)
    try #require(lines.count == 12, "\(result.text)\(result.complaint)")
    #expect(lines[0] == "IMAP \(ProbedHost.host):\(imap.port) (one, two): ok")
    #expect(lines[1].hasPrefix("SMTP \(ProbedHost.host):\(smtp.port) (one, more-0, more-1") && lines[1].hasSuffix("): ok"))
    #expect(lines[2].hasPrefix("SMTP \(ProbedHost.host):\(closed) (two): failed  \(ProbedHost.host):\(closed) refused the connection."))
    // The report: which entry to look at, and where in it.
    #expect(lines[9] == "Entries of the provider file to look at: 1")
    #expect(lines[10].hasPrefix("two (last checked 20"))
    #expect(lines[11].hasPrefix("  servers[0].smtp[0]: \(ProbedHost.host):\(closed) refused the connection."))
    #expect(result.complaint.contains("Reachable and trusted: 8 of 9 servers."))
    let json = try run(call + ["--json"])
    #expect(json.end == .exited(69))
    #expect(json.errors == [])
    let document = try json.json
    #expect(document.keys == ["schema", "toolVersion", "variables", "checked", "outcome", "entries", "servers"])
    #expect(document["entries"].list.map { $0["id"].text } == ["two"])
    let finding = document["entries"][0]["findings"][0]
    #expect(finding["path"].text == "servers[0].smtp[0]" && finding["outcome"].text == "refused")
    #expect(document["outcome"].text == "unreachable")
    #expect(document["servers"].list.count == 9)
    #expect(document["servers"][0]["providers"].texts == ["one", "two"])
    for server in [imap, smtp] + others {
      #expect(server.recordings.count == 2)
      let said = server.recordings.map { $0.inTLS.text }.joined()
      for word in ["AUTH", "LOGIN", "MAIL", "PASS", "@"] { #expect(!said.contains(word)) }
    }
  }

  @Test("--all: silent servers delay only themselves, and Ctrl-C ends it by the signal")
  func probeSilent() throws {
    let here = try ProbedHost()
    let silent = try ScriptedServer.start([.silence])
    let smtp = try here.server(.smtp)
    defer { for server in [silent, smtp] { server.stop() } }
    let path = try here.catalog([("one", [silent.port], [smtp.port])])
    let call = ["probe", "--all", "--catalog", path, "--ca-file", here.caFile]
    let result = try run(call + ["--timeout", "0.5"])
    #expect(result.end == .exited(75))
    #expect(result.text.contains("SMTP \(ProbedHost.host):\(smtp.port) (one): ok"))
    #expect(result.seconds < 5)
    let hanging = try ProcessBuilt.call(call).start()
    try hanging.wait("the silent server") { silent.recordings.count == 2 }
    hanging.signal(SIGINT)
    #expect(try hanging.finish(within: 5).end == .signalled(SIGINT))
  }
}

/// Servers on this computer under a DNS name, and catalogs that refer to them.
private final class ProbedHost {
  static let host = "mail.firm.example"
  let caFile: String
  private let folder: ProcessFolder
  private let authority: CertificateAuthority
  private let dns: DNSServer

  init() throws {
    folder = try ProcessFolder()
    authority = try CertificateAuthority()
    caFile = try folder.write(authority.pem, to: "ca.pem", mode: 0o644)
    dns = try DNSServer(port: SystemResolverTests.port, zone: [Self.host: [.loopback]])
  }

  func server(_ mailProtocol: MailProtocol, _ request: CertificateRequest = .valid(for: ProbedHost.host)) throws -> ScriptedServer {
    let identity = try authority.issue(request)
    switch mailProtocol {
    case .imap:
      return try ScriptedServer.start([
        .tls(identity), .say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n"), .answerEach("{t} OK bye\r\n"),
      ])
    case .smtp:
      return try ScriptedServer.start([
        .tls(identity), .say("220 ready\r\n"), .expectAny, .say("250-there\r\n250 AUTH PLAIN\r\n"), .answerEach("221 bye\r\n"),
      ])
    }
  }

  /// Returns a catalog of these providers, each with one group of servers on this computer.
  func catalog(_ providers: [(id: String, imap: [UInt16], smtp: [UInt16])]) throws -> String {
    func list(_ ports: [UInt16]) -> String { ports.map { "\"tls://\(Self.host):\($0)\"" }.joined(separator: ", ") }
    let entries = providers.map { provider in
      """
      { "id": "\(provider.id)", "name": { "en": "Mail \(provider.id)", "zh-Hans": "邮箱 \(provider.id)" }, "aliases": [],
        "category": "personal", "regions": ["worldwide"], "domains": ["\(provider.id).example.org"],
        "servers": [ { "imap": [\(list(provider.imap))], "smtp": [\(list(provider.smtp))] } ],
        "secret": { "kind": "app-password", "term": { "en": "app password", "zh-Hans": "应用密码" }, "accountPassword": "refused" },
        "twoFactor": "optional", "steps": [ { "part": "obtain", "text": { "en": "Make one.", "zh-Hans": "生成一个。" }, "menu": ["S"] } ],
        "notes": [], "sources": ["https://example.org/help"], "confidence": { "servers": "high", "secret": "high" } }
      """
    }
    let text = #"{ "schema": 1, "checked": "2026-11-21", "providers": ["# + entries.joined(separator: ",") + "] }"
    return try folder.write(text.utf8, to: "catalog.json", mode: 0o600)
  }
}
