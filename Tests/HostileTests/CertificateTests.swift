// Valid and invalid certificates, on both ways to TLS. A single function creates the TLS context, and these tests cover
// it.

import LoopbackServer
import Net
import Posix
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

/// One certificate and the expected result. In names `{h}` is the requested host, `{p}` its protocol.
struct CertificateCase: Sendable, CustomTestStringConvertible {
  let id: String
  var host = "{p}.example.org"
  /// `nil` if the account is verified.
  let outcome: FailureKind?
  var options = TLSOptions.standard
  let identity: @Sendable (_ host: String, _ mailProtocol: String) throws -> ServerIdentity

  var testDescription: String { id }

  /// Only the names in subjectAltName matter.
  init(_ id: String, _ names: [String], host: String = "{p}.example.org", _ outcome: FailureKind? = .certificateWrongName) {
    (self.id, self.host, self.outcome) = (id, host, outcome)
    identity = { host, mailProtocol in
      try Rig.issue(CertificateRequest(names.map { .dns(filled($0, host, mailProtocol)) }, commonName: Octets(host.utf8)))
    }
  }

  init(
    _ id: String, host: String = "{p}.example.org", _ outcome: FailureKind?, _ options: TLSOptions = .standard,
    _ request: @escaping @Sendable (_ host: String) -> CertificateRequest
  ) {
    (self.id, self.host, self.outcome, self.options) = (id, host, outcome, options)
    identity = { host, _ in try Rig.issue(request(host)) }
  }

  static let all = (names + addresses + faults).filter { BlackHole.hasIPv6 || $0.host != "::1" }

  static let names: [CertificateCase] = [
    .init("tls-control-valid", ["{h}"], nil),
    .init("tls-wrong-name", ["www.other.net"]),
    .init("dns-cname-other-domain", ["mail.hoster.net"]),
    .init("tls-name-of-parent", ["example.org"]),
    .init("tls-name-of-child", ["a.{h}"]),
    .init("tls-cn-only", []),
    .init("tls-cn-matches-san-differs", ["www.attacker.net"]),
    .init("tls-wildcard-ok", ["*.example.org"], nil),
    .init("tls-wildcard-ok upper case", ["*.EXAMPLE.ORG"], nil),
    .init("tls-wildcard-two-labels", ["*.example.org"], host: "a.{p}.example.org"),
    .init("tls-wildcard-apex", ["*.example.org"], host: "example.org"),
    .init("tls-wildcard-partial", ["{p2}*.example.org"]),
    .init("tls-wildcard-tld", ["*.org"], host: "example.org"),
    .init("tls-wildcard-middle", ["{p}.*.org"]),
    .init("tls-wildcard-double", ["*.*.org"]),
    .init("tls-wildcard-only", ["*"]),
    .init("tls-san-trailing-dot", ["{h}."]),
    .init("tls-san-uppercase", ["IMAP.EXAMPLE.ORG", "SMTP.EXAMPLE.ORG"], nil),
    .init("dns-single-label", ["localhost"], host: "localhost", nil),
    .init("dns-single-label other", ["{h}.example.org"], host: "localhost"),
  ]

  static let addresses: [CertificateCase] = [
    .init("tls-ip-literal-ok", host: "127.0.0.1", nil) { _ in CertificateRequest([.ip("127.0.0.1")]) },
    .init("tls-ip-literal-without-ip-san", host: "127.0.0.1", .certificateWrongName) { _ in .valid(for: "imap.example.org") },
    .init("tls-ip-literal-in-dns-san", host: "127.0.0.1", .certificateWrongName) { _ in .valid(for: "127.0.0.1") },
    .init("tls-ipv6-literal", host: "::1", nil) { _ in CertificateRequest([.ip("::1")]) },
    .init("tls-ipv6-literal other", host: "::1", .certificateWrongName) { _ in CertificateRequest([.ip("::2")]) },
  ]

  static let faults: [CertificateCase] = [
    .init("tls-nul-in-san", .certificateWrongName) { CertificateRequest([.raw(Octets(Array($0.utf8) + Array("\0.attacker.net".utf8)))]) },
    .init("tls-expired", .certificateExpired) { .expired(for: $0) },
    .init("tls-not-yet-valid", .certificateNotYetValid) { .notYetValid(for: $0) },
    .init("tls-self-signed", .certificateSelfSigned) { .selfSigned(for: $0) },
    .init("tls-untrusted-ca", .certificateUntrusted) { .untrusted(for: $0) },
    .init("tls-untrusted-ca root sent along", .certificateUntrusted) { .valid(for: $0).with { $0.issuer = .foreign(rootSent: true) } },
    .init("tls-missing-intermediate", .certificateUntrusted) { .missingIntermediate(for: $0) },
    .init("intermediate sent", nil) { .valid(for: $0).with { $0.issuer = .intermediate(sent: true) } },
    .init("tls-name-constraints", .certificateUntrusted) { .valid(for: $0).with { $0.issuer = .constrained(permitting: ["example.com"]) } },
    .init("tls-name-constraints that permit", nil) { .valid(for: $0).with { $0.issuer = .constrained(permitting: ["example.org"]) } },
    .init("tls-wrong-purpose", .certificateWrongPurpose) { .wrongPurpose(for: $0) },
    .init("tls-weak-rsa1024", .certificateWeak, .weak) { .weakKey(for: $0) },
    .init("tls-weak-sha1", .certificateWeak, .weak) { .weakDigest(for: $0) },
    .init("tls-version-1-0-only", .tlsTooOld, .only(.tls10)) { .valid(for: $0) },
    .init("tls-version-1-1-only", .tlsTooOld, .only(.tls11)) { .valid(for: $0) },
    .init("tls-version-1-2-only", nil, .only(.tls12).with { $0.ciphers = "ECDHE-ECDSA-AES128-GCM-SHA256" }) { .valid(for: $0) },
    .init("tls-deep-chain", .certificateUntrusted) { .valid(for: $0).with { $0.issuer = .chain(150) } },
    .init("tls-hostile-subject-text", .certificateSelfSigned) { _ in hostileText },
  ]

  /// Everything that a terminal could act on, in every field of a certificate that holds text.
  private static let hostileText = CertificateRequest(
    [.raw("\u{1b}]0;x\u{7}\u{202e}\r\nevil"), .raw(Octets(Array(repeating: 0x61, count: 4_096)))],
    commonName: Octets(Array("\u{1b}]0;x\u{7}\u{202e}\r\n".utf8) + Array(repeating: 0x61, count: 4_096))
  ).with { $0.issuer = .itself }
}

private func filled(_ template: String, _ host: String, _ mailProtocol: String) -> String {
  template.replacing("{h}", with: host).replacing("{p2}", with: mailProtocol.prefix(2)).replacing("{p}", with: mailProtocol)
}

@Suite(.waiting) struct CertificateTests {
  @Test(
    "tls-same-checks-over-starttls, dns-answer-loopback: the same result on both ways to TLS", arguments: CertificateCase.all,
    Security.allCases)
  func certificate(_ fault: CertificateCase, _ security: Security) throws {
    let parties = try MailProtocol.allCases.map { mailProtocol in
      let host = filled(fault.host, "", "\(mailProtocol)")
      let steps = Dialogues.whole(mailProtocol, security, as: try fault.identity(host, "\(mailProtocol)"), fault.options)
      return Party(host, security, steps).with { $0.family = host == "::1" ? .ipv6 : .ipv4 }
    }
    let encounter = try Rig.meet(
      imap: parties[0], smtp: parties[1], resolve: { (host, port, _, _) in [host.kind == .ipv6 ? .v6(port) : .v4(port)] })
    for (mailProtocol, party) in zip(MailProtocol.allCases, parties) {
      let report = encounter.report(mailProtocol)
      #expect(Ending(report) == fault.outcome.map { .failed(.tls, $0) } ?? .verified, "\(String(describing: report.failure))")
      let recording = try #require(encounter.recordings(mailProtocol).first)
      // An IP address is never sent as a server name (RFC 6066, section 3).
      #expect(recording.serverName == (party.host.first?.isLetter == true ? party.host : nil))
      guard fault.outcome != nil else { continue }
      // After the failed handshake no further octet arrives, not even a goodbye.
      #expect(recording.inTLS == [] && recording.surplus == [])
      let said = security == .tls ? [] : Dialogues.clearLines(mailProtocol)
      #expect(recording.clear == said.flatMap { Array("\($0)\r\n".utf8) })
      #expect(report.failure?.secret == SecretRecord())
    }
  }

  @Test("the facts of a bad certificate are reported, without control characters", arguments: Security.allCases)
  func facts(_ security: Security) throws {
    func failure(_ request: CertificateRequest) throws -> TLSFailure? {
      let party = Party("imap.example.org", security, Dialogues.whole(.imap, security, as: try Rig.issue(request)))
      guard case .net(.tls(let failure)) = try Rig.meet(imap: party, smtp: .good(.smtp)).report.imap.failure?.cause else { return nil }
      return failure
    }
    let names = ["a", "b", "\u{1b}[31m\u{202e}c", "d", "e", "f"].map { CertificateRequest.Name.raw(Octets("\($0).example.net".utf8)) }
    let shown = ["a", "b", "[31mc", "d", "e"].map { Visible("\($0).example.net") }
    #expect(try failure(CertificateRequest(names)) == .wrongName(found: shown))
    guard case .expired(let since, .server) = try failure(.expired(for: "imap.example.org")),
      case .notYetValid(let until, .server) = try failure(.notYetValid(for: "imap.example.org"))
    else { throw NoSuchFailure() }
    for date in [since, until] {
      #expect(date.count == 20 && date.hasSuffix("Z") && date.dropFirst(4).hasPrefix("-") && date.dropFirst(10).hasPrefix("T"), "\(date)")
    }
    #expect(since < until)
  }

  @Test("tls-system-trust-default: the system's store does not trust our root")
  func systemStore() throws {
    let context: TLSContext
    // A computer without any roots trusts nothing, which is refused before a connection is opened.
    do { context = try TLSContext(.system) } catch {
      #expect(error == .noTrustStore)
      return
    }
    let party = try Party.good(.imap)
    let server = try ScriptedServer.start(script: party.script)
    let network = Network(context: context, interrupt: try #require(Interrupt()), resolve: Rig.loopback)
    let plan = try Rig.plan(party, .imap, port: server.port)
    let connection = try network.open(plan.endpoint, OpeningStages(begin: { _ in .after(seconds: 5) }, end: {}))
    #expect(
      performing: { try connection.secure(until: .after(seconds: 5)) }, throws: { ($0 as? NetFailure)?.outcome == .certificateUntrusted })
    connection.close()
    #expect(try server.wait(until: .after(seconds: 5))[0].inTLS == [])
    server.stop()
  }
}

struct NoSuchFailure: Error {}
