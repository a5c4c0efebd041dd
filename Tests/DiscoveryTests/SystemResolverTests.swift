// Tests of the built program with the system's resolver inside a namespace (see `Namespace`): what a script may do with
// servers that only the DNS names.

import Platform
import Posix
import ScriptedServer
import TestSupport
import Testing

/// A call with `--email you@firm.example`, and its expected result.
struct ScriptedCall: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let zone: DNSZone
  let options: [String]
  let end: Int32
  /// Texts that standard error must contain.
  let says: [String]
  /// The hosts that are looked up. If there are none, the secret is not even read.
  let lookUps: Set<String>

  init(_ name: String, _ zone: DNSZone, _ options: [String] = [], end: Int32, says: [String], lookUps: Set<String> = []) {
    (testDescription, self.zone, self.options, self.end, self.says, self.lookUps) = (name, zone, options, end, says, lookUps)
  }

  private static let fastmail: DNSZone = ["firm.example": [.mx(1, "in1-smtp.messagingengine.com")]]
  private static let fastmailHosts: Set<String> = ["imap.fastmail.com", "smtp.fastmail.com"]
  private static func services(_ imap: String, _ smtp: String) -> DNSZone {
    ["_imaps._tcp.firm.example": [.srv(0, 0, 993, imap)], "_submissions._tcp.firm.example": [.srv(0, 0, 465, smtp)]]
  }

  static let all = [
    ScriptedCall(
      "a provider found by MX needs a yes", fastmail, end: 66,
      says: ["in1-smtp.messagingengine.com", "Fastmail", "imap.fastmail.com", "smtp.fastmail.com", "--yes", "--provider"]),
    ScriptedCall("with a yes its servers are asked", fastmail, ["--yes"], end: 68, says: ["Fastmail"], lookUps: fastmailHosts),
    ScriptedCall("who names the provider has agreed", fastmail, ["--provider", "fastmail"], end: 68, says: [], lookUps: fastmailHosts),
    ScriptedCall(
      "dns-srv-foreign-target: two hosts of somebody else's", services("imap.attacker.example", "smtp.attacker.example"), end: 66,
      says: ["imap.attacker.example", "smtp.attacker.example", "--yes"]),
    ScriptedCall(
      "one host of somebody else's is enough", services("imap.firm.example", "smtp.attacker.example"), end: 66,
      says: ["smtp.attacker.example", "--yes"]),
    ScriptedCall(
      "a name that only ends alike is somebody else's", services("imap.notfirm.example", "smtp.firm.example"), end: 66,
      says: ["imap.notfirm.example", "--yes"]),
    ScriptedCall(
      "with a yes these are asked", services("imap.attacker.example", "smtp.attacker.example"), ["--yes"], end: 68,
      says: ["imap.attacker.example"], lookUps: ["imap.attacker.example", "smtp.attacker.example"]),
    ScriptedCall(
      "hosts of the domain itself need no yes", services("imap.firm.example", "smtp.firm.example"), end: 68, says: ["imap.firm.example"],
      lookUps: ["imap.firm.example", "smtp.firm.example"]),
    ScriptedCall(
      "a shared platform is no answer, whatever is agreed to", ["firm.example": [.mx(1, "mx1.atmailcloud.com")]], ["--yes"], end: 64,
      says: ["virginmedia", "optus"]),
    ScriptedCall("a forwarder is no answer", ["firm.example": [.mx(1, "mx1.improvmx.com")]], ["--yes"], end: 64, says: ["ImprovMX"]),
    ScriptedCall("no such domain", ["imap.gmail.com": []], ["--yes"], end: 64, says: ["There is no domain firm.example."]),
    ScriptedCall("no mail", ["firm.example": [], "imap.gmail.com": []], ["--yes"], end: 64, says: ["receives no mail"]),
    ScriptedCall(
      "no name at all", [:], ["--yes"], end: 64, says: ["There is no domain firm.example.", "does not know imap.gmail.com either"]),
    ScriptedCall("dns-srv-dot-target: nothing offered", services(".", "."), ["--yes"], end: 64, says: ["not in the built-in list"]),
    ScriptedCall(
      "servers of the call go before the DNS", fastmail, ["--imap", "imap.firm.example:993", "--smtp", "smtp.firm.example:465"], end: 68,
      says: [], lookUps: ["imap.firm.example", "smtp.firm.example"]),
  ]
}

@Suite(.serialized, .enabled(if: Namespace.isInside, "runs inside NamespaceTests"), .waiting) struct SystemResolverTests {
  static let port: UInt16 = 53
  private let folder: ProcessFolder
  private let canary = ProcessCanary()

  init() throws {
    try Namespace.raiseLoopback()
    folder = try ProcessFolder()
  }

  /// Returns the call for `you@firm.example`. Reading the secret creates the file `fetched`.
  private func call(_ options: [String]) throws -> ProcessCall {
    let script = try folder.script("touch \(folder.path)/fetched; printf \(canary.text)")
    return try ProcessBuilt.call(["--email", "you@firm.example", "--secret-from", "command:\(script)"] + options)
  }

  private var isSecretFetched: Bool { folder.names.contains("fetched") }

  /// Returns the names whose addresses were looked up, without those of the discovery itself.
  private func lookUps(_ server: DNSServer, _ wanted: Set<String> = []) -> Set<String> {
    server.lookUps(besidesDiscoveryOf: "firm.example", wanted: wanted)
  }

  @Test("dns-mx-picks-provider, dns-search-list: a script", arguments: ScriptedCall.all) func script(_ row: ScriptedCall) throws {
    let server = try DNSServer(port: Self.port, zone: row.zone)
    let result = try call(row.options).run()
    #expect(result.end == .exited(row.end), "\(result.complaint)")
    for text in row.says { #expect(result.complaint.contains(text), "\(result.complaint)") }
    #expect(lookUps(server, row.lookUps) == row.lookUps)
    #expect(isSecretFetched == !row.lookUps.isEmpty)
    #expect(server.questions.allSatisfy { !$0.name.hasSuffix("evil.test") }, "\(server.questions)")
    #expect(canary.found(in: result.output + result.errors).isEmpty)
  }

  @Test func `dns-typo-domain: a domain one typing error away from a known one needs confirmation, although its servers are its own`()
    throws
  {
    let zone: DNSZone = [
      "_imaps._tcp.gmial.com": [.srv(0, 0, 993, "imap.gmial.com")], "_submissions._tcp.gmial.com": [.srv(0, 0, 465, "smtp.gmial.com")],
    ]
    let server = try DNSServer(port: Self.port, zone: zone)
    let script = try folder.script("touch \(folder.path)/fetched; printf \(canary.text)")
    let result = try ProcessBuilt.call(["--email", "you@gmial.com", "--secret-from", "command:\(script)"]).run()
    #expect(result.end == .exited(66), "\(result.complaint)")
    for text in ["gmail.com", "--yes"] { #expect(result.complaint.contains(text), "\(result.complaint)") }
    #expect(server.questions.isEmpty && !isSecretFetched)
  }

  @Test func `The refusal is a JSON document too`() throws {
    let server = try DNSServer(port: Self.port, zone: ["firm.example": [.mx(1, "in1-smtp.messagingengine.com")]])
    let result = try call(["--json"]).run()
    let document = try result.json
    #expect(document["outcome"].text == "incomplete")
    #expect(document["address"].text == "you@firm.example")
    #expect(result.text.contains("imap.fastmail.com"))
    #expect(lookUps(server).isEmpty && !isSecretFetched)
  }

  /// Servers at a found host that never start TLS.
  static let clearServers: [(name: String, service: String, steps: [Step])] = [
    (
      "an IMAP server without STARTTLS", "_imap",
      [.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n"), .answerEach("{t} OK done\r\n")]
    ),
    ("a server that is already logged in", "_imap", [.say("* PREAUTH ready\r\n"), .answerEach("{t} OK done\r\n")]),
    ("a server in clear where TLS was named", "_imaps", [.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n"), .silence]),
  ]

  @Test("What the DNS names receives nothing without TLS", arguments: clearServers.map(\.name)) func neverInClear(_ name: String) throws {
    let row = try #require(Self.clearServers.first { $0.name == name })
    let imap = try ScriptedServer.start(row.steps)
    let smtp = try ScriptedServer.start([.say("220 ready\r\n"), .answerEach("250 AUTH PLAIN\r\n")])
    defer {
      imap.stop()
      smtp.stop()
    }
    let server = try DNSServer(
      port: Self.port,
      zone: [
        "\(row.service)._tcp.firm.example": [.srv(0, 0, imap.port, "mail.firm.example")],
        "_submission._tcp.firm.example": [.srv(0, 0, smtp.port, "mail.firm.example")], "mail.firm.example": [.loopback],
      ])
    // The server is on this computer, to which the domain has no right without a yes.
    let refused = try call([]).run()
    #expect(refused.end == .exited(66) && refused.complaint.contains("your own network"), "\(refused.complaint)")
    #expect(!isSecretFetched)
    let result = try call(["--yes"]).run()
    #expect(result.end == .exited(76), "\(result.complaint)")
    #expect(lookUps(server, ["mail.firm.example"]) == ["mail.firm.example"])
    let recordings = try imap.wait(until: .after(seconds: 10)) + smtp.wait(until: .after(seconds: 10))
    #expect(recordings.count >= 2)
    for recording in recordings {
      #expect(canary.found(in: recording.raw).isEmpty)
      #expect(!String(decoding: recording.raw, as: UTF8.self).contains("you@firm.example"))
    }
  }

  @Test("cat-network-update: the guide, the catalog and its check make no query, whatever a catalog names")
  func noNetwork() throws {
    let catalog = try folder.write(
      "{\"schema\": 1, \"checked\": \"2026-11-21\", \"update\": \"https://update.firm.example/providers.json\", \"providers\": []}".utf8,
      to: "own.json")
    let server = try DNSServer(port: Self.port, zone: ["update.firm.example": [.loopback]])
    for (arguments, end) in [
      (["guide", "gmail"], 0), (["guide", "you@firm.example"], 64), (["providers", "qq"], 0), (["catalog", "check", catalog], 65),
      (["--provider", "gmail"], 0),
    ] {
      let own = arguments[0] == "catalog" ? [] : ["--catalog", catalog]
      #expect(try ProcessBuilt.call(arguments + own).run().end == .exited(Int32(end)), "\(arguments)")
    }
    #expect(server.questions == [])
  }

  @Test(
    "fault-nxdomain-of-a-catalog-host: a server of the built-in list that the name server does not know is hidden by the network",
    arguments: [("gmail", "you@gmail.com"), ("163", "you@163.com"), ("fastmail", "you@fastmail.com")])
  func hidden(_ id: String, _ address: String) throws {
    let server = try DNSServer(port: Self.port, zone: [:])
    for language in ["en", "zh-Hans"] {
      let call = ["--provider", id, "--email", address, "--secret-from", "env:PW", "--lang", language]
      let environment = ["PW": "abcdabcdabcdabcd"]
      let page = try ProcessBuilt.call(call, environment: environment).run()
      #expect(page.end == .exited(68), "\(page.complaint)")
      let (blames, hides) = language == "en" ? ("spelling", "a filter may be in the way") : ("拼写", "过滤器")
      #expect(!page.text.contains(blames) && page.text.contains(hides), "\(page.text)")
      let document = try ProcessBuilt.call(call + ["--json"], environment: environment).run().json
      #expect(
        document["diagnosis"]["causes"].texts == ["network_problem"] && document["diagnosis"]["explanation"].text?.contains(hides) == true)
      let probe = try ProcessBuilt.call(["probe", id, "--lang", language]).run().text
      #expect(!probe.contains(blames) && probe.contains(hides), "\(probe)")
    }
    // A server that the user named may be mistyped.
    let typed = try ProcessBuilt.call(
      ["--email", "you@own.example", "--imap", "imap.own.example", "--smtp", "smtp.own.example", "--secret-from", "env:PW"],
      environment: ["PW": "x"]
    ).run()
    #expect(typed.text.contains("Check the spelling"), "\(typed.text)")
    withExtendedLifetime(server) {}
  }

  @Test("dns-offline: a failing name server is a temporary failure, not a usage error") func failing() throws {
    let server = try DNSServer(port: Self.port) { .octets($0.reply([], code: 2)) }
    let result = try call(["--json"]).run()
    #expect(result.end == .exited(75))
    #expect(try result.json["outcome"].text == "temporary")
    #expect(result.complaint.contains("Are you online?"))
    #expect(lookUps(server).isEmpty && !isSecretFetched)
  }

  @Test func `dns-timeout: Ctrl-C ends the wait for a silent name server immediately`() throws {
    let server = try DNSServer(port: Self.port) { _ in .silence }
    let run = try call([]).start()
    try run.wait("question") { !server.questions.isEmpty }
    let start = Deadline.now
    run.signal(SIGINT)
    let result = try run.finish()
    #expect(Deadline.now.milliseconds(since: start) < 200)
    #expect(result.end == .signalled(SIGINT))
    #expect(!isSecretFetched)
  }
}
