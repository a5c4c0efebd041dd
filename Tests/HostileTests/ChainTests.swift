// Which certificate of a chain is at fault, and what is reported about an untrusted chain.

import LoopbackServer
import Net
import Posix
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

/// A chain with one fault, and the certificate that the report must name.
struct ChainCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let outcome: FailureKind
  let place: ChainPlace
  /// The beginning of the subject of the certificate at fault.
  let name: String
  var options = TLSOptions.standard
  let request: @Sendable (_ host: String) -> CertificateRequest

  init(
    _ id: String, _ outcome: FailureKind, _ place: ChainPlace, _ name: String, _ options: TLSOptions = .standard,
    _ request: @escaping @Sendable (_ host: String) -> CertificateRequest
  ) {
    (testDescription, self.outcome, self.place, self.name) = (id, outcome, place, name)
    (self.options, self.request) = (options, request)
  }

  static func flawed(_ flaw: CertificateRequest.Flaw, _ outcome: FailureKind, _ options: TLSOptions = .standard) -> ChainCase {
    ChainCase("intermediate \(flaw)", outcome, .intermediate, "CN=flawed intermediate ", options) { host in
      .valid(for: host).with { $0.issuer = .flawed(flaw) }
    }
  }

  static let all: [ChainCase] = [
    flawed(.notYetValid, .certificateNotYetValid), flawed(.expired, .certificateExpired), flawed(.weakKey, .certificateWeak, .weak),
    flawed(.weakDigest, .certificateWeak, .weak), flawed(.forClients, .certificateWrongPurpose),
    flawed(.notAnAuthority, .certificateUntrusted), flawed(.unknownExtension, .certificateUntrusted),
    flawed(.badSignature, .certificateUntrusted),
    flawed(.forLists, .certificateUntrusted),
    ChainCase("the server's own, beside an intermediate that is good", .certificateExpired, .server, "CN=imap.example.org") {
      .expired(for: $0).with { $0.issuer = .intermediate(sent: true) }
    },
    ChainCase("the server's own is not valid yet", .certificateNotYetValid, .server, "CN=imap.example.org") {
      .notYetValid(for: $0).with { $0.issuer = .intermediate(sent: true) }
    },
    ChainCase("the server's own is weak", .certificateWeak, .server, "CN=imap.example.org", .weak) {
      .weakKey(for: $0).with { $0.issuer = .intermediate(sent: true) }
    },
    ChainCase("a name that an intermediate may not sign for", .certificateUntrusted, .server, "CN=imap.example.org") {
      .valid(for: $0).with { $0.issuer = .constrained(permitting: ["example.com"]) }
    },
    ChainCase("self-signed", .certificateSelfSigned, .server, "CN=imap.example.org") { .selfSigned(for: $0) },
    ChainCase("another name", .certificateWrongName, .server, "CN=other.example.org") { _ in .valid(for: "other.example.org") },
    ChainCase("a root that nobody trusts, sent along", .certificateUntrusted, .root, "CN=foreign root ") {
      .valid(for: $0).with { $0.issuer = .foreign(rootSent: true) }
    },
    ChainCase("a root that nobody knows", .certificateUntrusted, .server, "CN=imap.example.org") { .untrusted(for: $0) },
    ChainCase("an intermediate that is not sent", .certificateUntrusted, .server, "CN=imap.example.org") { .missingIntermediate(for: $0) },
  ]
}

@Suite(.waiting) struct ChainTests {
  @Test(
    "tls-expired-intermediate, fault-intermediate-told-as-the-servers-certificate: the report names the certificate at fault, whichever it is",
    arguments: ChainCase.all,
    Security.allCases)
  func blamed(_ row: ChainCase, _ security: Security) throws {
    let identity = try Rig.issue(row.request("imap.example.org"))
    let party = Party("imap.example.org", security, Dialogues.whole(.imap, security, as: identity, row.options))
    let report = try Rig.meet(imap: party, smtp: .good(.smtp)).report.imap
    #expect(Ending(report) == .failed(.tls, row.outcome))
    let fault = try #require(report.tls?.rejected)
    #expect(fault.place == row.place)
    #expect(fault.certificate.subject.text.hasPrefix(row.name), "\(fault.certificate.subject)")
    let member = row.place == .server ? ChainMember.server : ChainMember(row.place, name: fault.certificate.subject)
    guard case .net(.tls(let failure)) = report.failure?.cause else { throw NoSuchFailure() }
    switch failure {
    case .expired(let since, let of): #expect(of == member && since == fault.certificate.expires)
    case .notYetValid(let until, let of): #expect(of == member && until == fault.certificate.begins)
    case .weak(let of), .wrongPurpose(let of), .untrusted(.notAnAuthority(let of)), .untrusted(.nameNotPermitted(let of)),
      .untrusted(.unknownExtension(let of)), .untrusted(.badSignature(let of)):
      #expect(of == member)
    case .untrusted(.unknownRoot(let name)): #expect(name == fault.certificate.subject)
    case .untrusted(.unknownIssuer(let name)): #expect(name == fault.certificate.issuer && name != fault.certificate.subject)
    case .selfSigned, .wrongName: #expect(member == .server)
    default: Issue.record("\(failure)")
    }
  }

  @Test(
    "fault-intermediate-told-as-the-servers-certificate: also if it is the root",
    arguments: [(-3, -1, FailureKind.certificateExpired), (1, 3, .certificateNotYetValid)])
  func root(_ from: Int, _ to: Int, _ outcome: FailureKind) throws {
    let day = 86_400
    let authority = try CertificateAuthority(notBefore: from * day, notAfter: to * day)
    let identity = try authority.issue(.valid(for: "imap.example.org"))
    let (failure, facts) = try Self.handshake(identity, trusting: authority.pem)
    #expect(failure.outcome == outcome)
    #expect(facts?.rejected?.place == .root && facts?.rejected?.certificate.subject.text.hasPrefix("CN=dated root ") == true)
    switch failure {
    case .tls(.expired(_, let member)), .tls(.notYetValid(_, let member)): #expect(member.place == .root)
    default: Issue.record("\(failure)")
    }
  }

  /// Returns the failure of one handshake with a server that presents `identity`.
  private static func handshake(_ identity: ServerIdentity, trusting pem: [UInt8]) throws -> (NetFailure, TLSFacts?) {
    let party = Party("imap.example.org", .tls, Dialogues.whole(.imap, .tls, as: identity))
    let server = try ScriptedServer.start(script: party.script)
    defer { server.stop() }
    let network = Network(context: try TLSContext(.only(pem: pem)), interrupt: try #require(Interrupt()), resolve: Rig.loopback)
    let connection = try network.open(
      Rig.plan(party, .imap, port: server.port).endpoint, OpeningStages(begin: { _ in .after(seconds: 5) }, end: {}))
    defer { connection.close() }
    do throws(NetFailure) {
      _ = try connection.secure(until: .after(seconds: 5))
    } catch { return (error, connection.peer) }
    throw NoSuchFailure()
  }

  @Test("fault-ca-file-advised-in-vain: a chain that is too long is reported as that")
  func tooLong() throws {
    let identity = try Rig.issue(.valid(for: "imap.example.org").with { $0.issuer = .flawed(.tooDeep) })
    let party = Party("imap.example.org", .tls, Dialogues.whole(.imap, .tls, as: identity))
    #expect(try Rig.meet(imap: party, smtp: .good(.smtp)).report.imap.failure?.cause == .net(.tls(.untrusted(.tooLong))))
  }

  @Test(
    "fault-ca-file-advised-in-vain: an intermediate or a server's own certificate in place of a root is reported as that",
    arguments: [
      CertificateRequest.valid(for: "imap.example.org"), .valid(for: "imap.example.org").with { $0.issuer = .intermediate(sent: true) },
      .valid(for: "imap.example.org").with { $0.issuer = .chain(2) },
    ], [false, true])
  func noRoot(_ request: CertificateRequest, _ isLeaf: Bool) throws {
    let identity = try Rig.issue(request)
    let blocks = identity.pem.text.split(separator: "-----END CERTIFICATE-----\n").map { $0 + "-----END CERTIFICATE-----\n" }
    let given = isLeaf ? blocks[0] : blocks[blocks.count - 1]
    let (failure, facts) = try Self.handshake(identity, trusting: Array(given.utf8))
    guard case .tls(.untrusted(.noRoot(let member, let issuer))) = failure else {
      Issue.record("\(failure)")
      return
    }
    #expect(member.place == (isLeaf || blocks.count == 1 ? .server : .intermediate))
    if member.place == .server { #expect(issuer == facts?.certificate.issuer) } else { #expect(issuer != member.name) }
  }

  @Test(
    "fault-name-that-only-looks-right: a name in the subject is recognized, and so is an address written as a name",
    arguments: [
      (CertificateRequest.commonNameOnly("imap.example.org"), true),
      (CertificateRequest([.dns("b.example")], commonName: "IMAP.example.org"), true),
      (CertificateRequest([], commonName: "other.example"), false), (.valid(for: "other.example"), false),
      (CertificateRequest([.dns("a.example")], commonName: "imap.example.org"), true),
    ])
  func commonName(_ request: CertificateRequest, _ isCommonName: Bool) throws {
    let party = Party("imap.example.org", .tls, Dialogues.whole(.imap, .tls, as: try Rig.issue(request)))
    let failure = try Rig.meet(imap: party, smtp: .good(.smtp)).report.imap.failure
    guard case .net(.tls(.wrongName(_, isCommonName))) = failure?.cause else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test(
    "fault-names-open-our-quotes: a comma and a quotation mark inside a value have a backslash",
    arguments: [
      (#"a, O=Bank"#, #"CN=a\, O=Bank"#), (#"a+CN=b"#, #"CN=a\+CN=b"#), (#"x" y"#, #"CN=x\" y"#), ("a.example", "CN=a.example"),
    ])
  func escaped(_ name: String, _ shown: String) throws {
    let request = CertificateRequest.selfSigned(for: "imap.example.org").with { $0.commonName = Octets(name.utf8) }
    let party = Party("imap.example.org", .tls, Dialogues.whole(.imap, .tls, as: try Rig.issue(request)))
    #expect(try Rig.meet(imap: party, smtp: .good(.smtp)).report.imap.tls?.certificate.subject.text == shown)
  }

  static let untrusted: [CertificateRequest] = [
    .selfSigned(for: "imap.example.org"), .untrusted(for: "imap.example.org"), .missingIntermediate(for: "imap.example.org"),
    .expired(for: "imap.example.org"), .valid(for: "other.example.org"), .wrongPurpose(for: "imap.example.org"),
    .valid(for: "imap.example.org").with { $0.issuer = .flawed(.expired) },
  ]

  @Test(
    "fault-untrusted-certificate-not-shown: names, issuer, dates and fingerprint are reported, and that it is not trusted",
    arguments: untrusted, Security.allCases)
  func shown(_ request: CertificateRequest, _ security: Security) throws {
    let request = request.with {
      $0.names += [.dns("also.example.net"), .ip("192.0.2.7"), .raw("\u{1b}[31m\u{202e}c.example.net")]
      $0.commonName = "\u{1b}]0;x\u{7}imap"
    }
    let party = Party("imap.example.org", security, Dialogues.whole(.imap, security, as: try Rig.issue(request)))
    let report = try Rig.meet(imap: party, smtp: .good(.smtp)).report.imap
    let tls = try #require(report.tls)
    let certificate = tls.certificate
    #expect(!tls.isTrusted && report.failure?.stage == .tls && tls.version == "TLSv1.3" && !tls.cipher.isEmpty)
    #expect(certificate.subject == Visible("CN=]0\\;ximap"))
    #expect(certificate.names.map(\.text).suffix(3) == ["also.example.net", "192.0.2.7", "[31mc.example.net"])
    #expect(certificate.issuer.text.hasPrefix("CN="))
    #expect(certificate.begins < certificate.expires && certificate.begins.count == 20 && certificate.expires.count == 20)
    #expect(certificate.sha256.wholeMatch(of: /([0-9A-F]{2}:){31}[0-9A-F]{2}/) != nil)
    // A verified chain is reported in the same way.
    let good = try Rig.meet(imap: .good(.imap), smtp: .good(.smtp)).report.imap
    #expect(good.tls?.isTrusted == true && good.tls?.rejected == nil && good.tls?.certificate.names == [Visible("imap.example.org")])
  }
}
