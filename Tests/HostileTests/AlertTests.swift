// Reasons of TLS failures: the server's alerts, and what this side detects.

import LoopbackServer
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct AlertTests {
  private func failure(
    _ mailProtocol: MailProtocol, _ security: Security, _ steps: @escaping @Sendable (ServerIdentity) -> [Step]
  ) throws -> (stage: Stage, failure: TLSFailure) {
    let clear = security == .startTLS ? Dialogues.inClear(mailProtocol) : []
    let identity = try Rig.issue(.valid(for: mailProtocol.host))
    let party = Party(mailProtocol.host, security, clear + steps(identity))
    let encounter = try mailProtocol == .imap ? Rig.meet(imap: party, smtp: .good(.smtp)) : Rig.meet(imap: .good(.imap), smtp: party)
    let failure = try #require(encounter.report(mailProtocol).failure)
    #expect(failure.secret == SecretRecord())
    guard case .net(.tls(let reason)) = failure.cause else {
      Issue.record("\(failure)")
      throw NoSuchFailure()
    }
    return (failure.stage, reason)
  }

  @Test(
    "fault-tls-failure-without-reason: an alert in place of a handshake is reported by its name",
    arguments: [
      (40, "handshake_failure"), (49, "access_denied"), (80, "internal_error"), (112, "unrecognized_name"), (71, "insufficient_security"),
      (48, "unknown_ca"), (120, "no_application_protocol"), (47, "illegal_parameter"), (10, "unexpected_message"), (200, "200"),
    ] as [(UInt8, String)], Security.allCases)
  func alerts(_ row: (number: UInt8, name: String), _ security: Security) throws {
    let (number, name) = row
    for mailProtocol in MailProtocol.allCases {
      let (stage, failure) = try failure(mailProtocol, security) { _ in [.expectRecord, .alert(number)] }
      #expect(stage == .tls && failure == .alert(TLSAlert(number)) && failure.alert?.name == name)
      #expect(failure.outcome == .tlsFailed)
    }
  }

  @Test("fault-tls-failure-without-reason: protocol_version means an old TLS", arguments: Security.allCases)
  func old(_ security: Security) throws {
    #expect(try failure(.imap, security) { _ in [.expectRecord, .alert(70)] }.failure == .alert(TLSAlert(70)))
  }

  @Test(
    "fault-tls-failure-without-reason: a server that requires a client certificate is recognized, before and after the handshake",
    arguments: MailProtocol.allCases, Security.allCases)
  func clientCertificate(_ mailProtocol: MailProtocol, _ security: Security) throws {
    // TLS 1.3 reports it after the client's handshake (RFC 8446, section 4.4.2.4), TLS 1.2 within it.
    for (version, alert) in [(TLSOptions.Version.tls13, UInt8(116)), (.tls12, 40)] {
      let (stage, failure) = try failure(mailProtocol, security) {
        [.tls($0, .only(version).with { $0.clientCertificate = .required }), .say(Dialogues.greeting(mailProtocol))]
      }
      #expect(failure == .clientCertificateWanted(TLSAlert(alert)), "\(version)")
      #expect((stage == .tls) == (version == .tls12))
    }
  }

  @Test(
    "fault-tls-failure-without-reason: the same alerts from a server that requested no certificate are not mistaken for that",
    arguments: [40, 42, 46])
  func notAsked(_ number: UInt8) throws {
    #expect(try failure(.smtp, .tls) { _ in [.expectRecord, .alert(number)] }.failure == .alert(TLSAlert(number)))
  }

  @Test("fault-tls-failure-without-reason: the fault of invalid records is reported", arguments: MailProtocol.allCases)
  func records(_ mailProtocol: MailProtocol) throws {
    let greeting = Dialogues.greeting(mailProtocol)
    for version in [TLSOptions.Version.tls12, .tls13] {
      #expect(try failure(mailProtocol, .tls) { [.tls($0, .only(version)), .sayBroken(greeting)] }.failure == .failed(.damagedRecord))
    }
    #expect(try failure(mailProtocol, .tls) { [.tls($0.padded(by: 10_000)), .silence] }.failure == .failed(.excess))
    let inClear = try failure(mailProtocol, .tls) { [.tls($0), .rawAfterTLS([0x16, 0x03, 0x03, 0x00, 0x01, 0x00]), .silence] }.failure
    guard case .failed(.notAllowed(let number)) = inClear else { throw NoSuchFailure() }
    #expect(number != 0)
  }

  @Test("every alert has its own name and its IANA number")
  func names() {
    let known = (UInt8.min...UInt8.max).map { TLSAlert($0) }.filter { $0.kind != nil }
    #expect(Set(known.compactMap(\.kind)) == Set(TLSAlert.Kind.allCases) && known.count == TLSAlert.Kind.allCases.count)
    #expect(TLSAlert(20).name == "bad_record_mac" && TLSAlert(48).name == "unknown_ca" && TLSAlert(115).name == "unknown_psk_identity")
    #expect(TLSAlert(99).name == "99")
  }

  // Cipher suites and key exchanges.

  @Test(
    "fault-rsa-key-exchange-accepted: no key exchange without forward secrecy",
    arguments: ["AES128-SHA", "AES256-GCM-SHA384", "AES128-SHA256", "AES128-GCM-SHA256:AES256-SHA"], MailProtocol.allCases)
  func staticRSA(_ ciphers: String, _ mailProtocol: MailProtocol) throws {
    let identity = try Self.withRSA(mailProtocol)
    for security in Security.allCases {
      let (stage, failure) = try failure(mailProtocol, security) { _ in [.tls(identity, .only(.tls12).with { $0.ciphers = ciphers })] }
      #expect(stage == .tls && failure == .alert(TLSAlert(40)))
    }
  }

  @Test(
    "fault-rsa-key-exchange-accepted: with ECDHE an RSA key is accepted, and CBC is the last choice",
    arguments: ["ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-RSA-CHACHA20-POLY1305", "ECDHE-RSA-AES256-SHA384", "ECDHE-RSA-AES128-SHA"])
  func ephemeral(_ cipher: String) throws {
    func meet(_ ciphers: String) throws -> SessionReport {
      let options = TLSOptions.only(.tls12).with { $0.ciphers = ciphers }
      let party = Party("imap.example.org", .tls, Dialogues.whole(.imap, .tls, as: try Self.withRSA(.imap), options))
      return try Rig.meet(imap: party, smtp: .good(.smtp)).report.imap
    }
    #expect(try meet(cipher).tls?.cipher == cipher)
    #expect(try meet("AES128-SHA:ECDHE-RSA-AES128-SHA:\(cipher):ECDHE-RSA-AES128-GCM-SHA256").isVerified)
  }

  private static func withRSA(_ mailProtocol: MailProtocol) throws -> ServerIdentity {
    try Rig.issue(.valid(for: mailProtocol.host).with { $0.key = .rsa(bits: 2_048) })
  }
}
