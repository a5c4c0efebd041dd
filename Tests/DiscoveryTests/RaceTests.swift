// Tests of the race of the sources: what they say decides, and not when they say it.

import Discovery
import LoopbackServer
import Net
import Platform
import Posix
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

/// A domain whose sources say something or nothing, each after a time of its own. Both follow from the seed.
private struct Race: Sendable {
  /// What a source names: of two servers both, one, or none.
  typealias Says = Set<MailProtocol>

  let domain: String
  let first: Says
  let second: Says
  let services: Says
  let guessed: Says
  let hasMX: Bool
  /// Seconds by source: the two documents, the DNS, the usual names.
  let delays: [Double]

  init(seed: UInt64) {
    var random = SplitMix(state: seed)
    func says() -> Says {
      switch random.next() % 5 {
      case 0: [.imap, .smtp]
      case 1: [.imap]
      case 2: [.smtp]
      default: []
      }
    }
    domain = "r\(seed).example"
    (first, second, services, guessed) = (says(), says(), says(), says())
    hasMX = random.next() % 8 == 0
    delays = (0..<4).map { _ in Double(random.next() % 90) / 100 }
  }

  /// The name of the server that a source names.
  func host(_ source: String) -> String { "\(source).\(domain)" }

  /// The result by the rank of the sources alone.
  var wanted: String {
    if hasMX { return "fastmail" }
    func server(_ mailProtocol: MailProtocol) -> String? {
      let ranked = [(first, "first"), (second, "second"), (services, "srv"), (guessed, mailProtocol.rawValue)]
      return ranked.first { $0.0.contains(mailProtocol) }.map { "tls://\(host($0.1)):\(mailProtocol == .imap ? 993 : 465)" }
    }
    switch (server(.imap), server(.smtp)) {
    case (let imap?, let smtp?): return "\(imap) \(smtp)"
    case (let imap?, nil): return "imap \(imap)"
    case (nil, let smtp?): return "smtp \(smtp)"
    case (nil, nil): return "nothing"
    }
  }

  func document(_ says: Says, _ source: String) -> Page {
    let lines = says.sorted { $0.rawValue < $1.rawValue }.map { mailProtocol in
      "\(mailProtocol.rawValue),\(host(source)),\(mailProtocol == .imap ? 993 : 465),SSL,%EMAILADDRESS%,"
    }
    return .xml(
      PublishedFile(
        name: "x.xml", style: "-", domains: [domain],
        servers: lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }, imap: "-", smtp: "-"
      ).xml)
  }

  /// The answer of the name server to a question about the domain.
  func records(_ question: DNSQuestion) -> [DNSRecord] {
    switch question.kind {
    case .mx: hasMX ? [.mx(1, "in1-smtp.messagingengine.com")] : []
    case .srv where question.name.hasPrefix("_imaps.") && services.contains(.imap): [.srv(0, 0, 993, host("srv"))]
    case .srv where question.name.hasPrefix("_submissions.") && services.contains(.smtp): [.srv(0, 0, 465, host("srv"))]
    default: []
    }
  }

  func delay(of host: String) -> Double {
    switch host {
    case "autoconfig.\(domain)": delays[0]
    case domain: delays[1]
    default: delays[3] / 2
    }
  }
}

/// SplitMix64: the same numbers for the same seed everywhere.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

@Suite(Asking.trait, .waiting) struct RaceTests {
  @Test("200 domains: the result follows from the rank of the sources, in whatever order they answer, within the time limit")
  func ranks() throws {
    Platform.ignore(SIGPIPE)
    let races = (1...200).map { Race(seed: $0) }
    let interrupt = try #require(Interrupt())
    let authority = try CertificateAuthority()
    let mail = try authority.issue(CertificateRequest(races.map { .dns("*.\($0.domain)") }))
    let (imap, smtp) = (try MailServer.imap(as: mail), try MailServer.smtp(as: mail))
    defer {
      imap.stop()
      smtp.stop()
    }
    var pages: [String: Page] = [:]
    var elsewhere: [String: UInt16] = [:]
    for race in races {
      if !race.first.isEmpty { pages["autoconfig.\(race.domain)/mail/config-v1.1.xml"] = race.document(race.first, "first") }
      let second = "\(race.domain)/.well-known/autoconfig/mail/config-v1.1.xml"
      pages[second] = race.second.isEmpty ? .status(404) : race.document(race.second, "second")
      if race.guessed.contains(.imap) { elsewhere["imap.\(race.domain):993"] = imap.port }
      if race.guessed.contains(.smtp) { elsewhere["smtp.\(race.domain):465"] = smtp.port }
    }
    let dns = try DNSServer { query in
      guard let race = races.first(where: { query.question.name == $0.domain || query.question.name.hasSuffix("." + $0.domain) }) else {
        return .octets(query.reply([]))
      }
      return .later(query.reply(race.records(query.question)), race.delays[2])
    }
    let rig = try SettingsRig(
      pages, interrupt: interrupt, dns: dns, elsewhere: elsewhere, authority: authority,
      delay: { host in races.first { host == $0.domain || host.hasSuffix("." + $0.domain) }?.delay(of: host) ?? 0 })
    let pool = try WorkerPool(most: 8, count: races.count) { position -> (line: String, seconds: Double) in
      let start = Deadline.now
      let result = try? rig.find("me@\(races[position].domain)", interrupt, within: 6)
      return (result?.servers.line ?? "no result", Deadline.now.milliseconds(since: start) / 1_000)
    }
    var results: [Int: (line: String, seconds: Double)] = [:]
    let limit = Deadline.after(seconds: 300)
    while results.count < races.count, !limit.hasPassed {
      for (position, result) in pool.results(until: limit) { results[position] = result }
    }
    for (position, race) in races.enumerated() {
      let result = try #require(results[position], "\(race.domain)")
      #expect(result.line == race.wanted, "\(race)")
      #expect(result.seconds < 6.5, "\(race.domain): \(result.seconds) s")
    }
    // The seeds cover every kind of result.
    let lines = races.map(\.wanted)
    for kind in ["imap tls", "smtp tls", "tls://first", "tls://second", "tls://srv", "tls://imap", "nothing", "fastmail"] {
      #expect(lines.contains { $0.hasPrefix(kind) }, "\(kind)")
    }
  }
}
