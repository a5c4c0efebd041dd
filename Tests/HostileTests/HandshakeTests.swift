// What servers send in place of a handshake, around it, and in the records after it.

import LoopbackServer
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

/// Steps of a server, and how the session must end. One row is played for one protocol.
struct ServerCase: Sendable, CustomTestStringConvertible {
  let id: String
  let mailProtocol: MailProtocol
  let security: Security
  /// One of these; the network decides where the end of a connection is noticed.
  let verdicts: [Ending]
  /// For the whole account; short if the case is about waiting.
  var seconds = 20.0
  let steps: @Sendable (ServerIdentity) -> [Step]

  var testDescription: String { "\(id), \(mailProtocol) \(security)" }

  init(
    _ id: String, _ mailProtocol: MailProtocol, _ security: Security, _ verdicts: [Ending], within seconds: Double = 20,
    steps: @escaping @Sendable (ServerIdentity) -> [Step]
  ) {
    (self.id, self.mailProtocol, self.security, self.verdicts) = (id, mailProtocol, security, verdicts)
    (self.seconds, self.steps) = (seconds, steps)
  }

  /// Plays the steps, with a good server for the other protocol, which must be verified if there is time for it.
  func play(at place: SourceLocation = #_sourceLocation) throws -> (report: SessionReport, recording: Recording, seconds: Double) {
    let identity = try Rig.issue(.valid(for: mailProtocol.host))
    let party = Party(mailProtocol.host, security, steps(identity))
    func meet(within seconds: Double) throws -> Encounter {
      try mailProtocol == .imap
        ? Rig.meet(imap: party, smtp: .good(.smtp), within: seconds, at: place)
        : Rig.meet(imap: .good(.imap), smtp: party, within: seconds, at: place)
    }
    var encounter = try meet(within: seconds)
    if seconds <= 5, !isPlayed(encounter) { encounter = try meet(within: seconds * 10) }
    let report = encounter.report(mailProtocol)
    let outcome = Ending(report)
    #expect(
      outcome.map(verdicts.contains) == true, "\(id): \(String(describing: outcome)), \(String(describing: report.failure))",
      sourceLocation: place)
    if seconds > 5 { #expect(Ending(encounter.report(mailProtocol == .imap ? .smtp : .imap)) == .verified, sourceLocation: place) }
    return (report, try #require(encounter.recordings(mailProtocol).first), encounter.seconds)
  }

  /// Returns whether there was time for everything before the wait that the case is about. A busy computer may need
  /// more.
  private func isPlayed(_ encounter: Encounter) -> Bool {
    Ending(encounter.report(mailProtocol)).map(verdicts.contains) == true && encounter.recordings(mailProtocol).first != nil
  }
}

@Suite(.waiting) struct HandshakeTests {
  static let instead: [ServerCase] = [
    .init("tls-alert-handshake-failure", .imap, .tls, [.failed(.tls, .tlsFailed)]) { _ in [.expectRecord, .alert(40)] },
    .init("tls-alert-unrecognized-name", .smtp, .tls, [.failed(.tls, .tlsFailed)]) { _ in [.expectRecord, .alert(112)] },
    .init("tls-alert-warning-flood", .imap, .tls, [.failed(.tls, .tlsFailed)]) { _ in
      [.expectRecord, .flood([0x15, 0x03, 0x03, 0x00, 0x02, 0x01, 0x5a], times: 10_000)]
    },
    .init("tls-http-on-tls-port", .imap, .tls, [.failed(.tls, .notTLS)]) { _ in
      [.expectRecord, .say("HTTP/1.1 400 Bad Request\r\n\r\n")]
    },
    .init("tcp-captive-portal", .smtp, .tls, [.failed(.tls, .notTLS)]) { _ in
      [.expectRecord, .say("HTTP/1.1 302 Found\r\nLocation: http://login.example.net/\r\n\r\n")]
    },
    .init("tls-ssh-on-tls-port", .imap, .tls, [.failed(.tls, .notTLS)]) { _ in [.say("SSH-2.0-OpenSSH_9.6\r\n"), .silence] },
    .init("smtp-465-speaks-starttls", .smtp, .tls, [.failed(.tls, .notTLS)]) { _ in [.say("220 mail ESMTP\r\n"), .silence] },
    .init("tls-plaintext-banner-on-tls-port", .imap, .tls, [.failed(.tls, .notTLS)]) { _ in [.say("* OK ready\r\n"), .silence] },
    .init("tls-smtp-banner-on-tls-port", .smtp, .tls, [.failed(.tls, .notTLS)]) { _ in
      [.expectRecord, .say("220 mail ESMTP\r\n"), .silence]
    },
    .init("tls-ssl3-hello", .imap, .tls, [.failed(.tls, .tlsTooOld), .failed(.tls, .tlsFailed)]) { _ in
      // A ServerHello of SSL 3.0 with 3DES.
      let hello: [UInt8] = [0x02, 0, 0, 0x26, 0x03, 0x00] + [UInt8](repeating: 7, count: 32) + [0, 0, 0x0a, 0]
      return [.expectRecord, .say(Octets([0x16, 0x03, 0x00, 0, 0x2a] + hello)), .silence]
    },
    .init("tls-anonymous-cipher", .imap, .tls, [.failed(.tls, .tlsFailed)]) {
      [.tls($0, .only(.tls12).with { $0.ciphers = "ADH-AES128-SHA256:@SECLEVEL=0" })]
    },
    .init("tls-garbage-record", .smtp, .tls, [.failed(.tls, .tlsFailed), .failed(.tls, .closedEarly)]) { _ in
      [.expectRecord, .say(Octets([0x16, 0x03, 0x03, 0x40, 0x01] + [UInt8](repeating: 0x41, count: 5_000))), .fin]
    },
    .init("tls-eof-at-accept", .imap, .tls, [.failed(.tls, .closedEarly)]) { _ in [.fin] },
    .init("tls-rst-at-accept", .imap, .tls, [.failed(.connect, .closedEarly), .failed(.tls, .closedEarly)]) { _ in [.rst] },
    .init("tls-eof-after-clienthello", .smtp, .tls, [.failed(.tls, .closedEarly)]) { _ in [.expectRecord, .fin] },
    .init("tls-rst-after-clienthello", .smtp, .tls, [.failed(.tls, .closedEarly)]) { _ in [.expectRecord, .rst] },
    .init("tls-huge-chain", .imap, .tls, [.failed(.tls, .tlsFailed)]) { [.tls($0.padded(by: 10_000)), .silence] },
    .init("tls-slow-handshake", .imap, .tls, [.failed(.tls, .timedOut)], within: Rig.soon) {
      [.tls($0, .standard.with { $0.millisecondsPerHandshakeOctet = 20 })]
    },
    .init("tls-handshake-never-ends", .smtp, .tls, [.failed(.tls, .timedOut)], within: Rig.soon) { _ in [.silence] },
    .init("tls-client-certificate-wanted", .imap, .tls, [.failed(.greeting, .tlsFailed), .failed(.greeting, .closedEarly)]) {
      [.tls($0, .standard.with { $0.clientCertificate = .required })]
    },
    .init("tls-client-certificate-wanted in TLS 1.2", .smtp, .tls, [.failed(.tls, .tlsFailed)]) {
      [.tls($0, .only(.tls12).with { $0.clientCertificate = .required })]
    },
    .init("tls-on-starttls-port", .imap, .startTLS, [.failed(.greeting, .timedOut)], within: Rig.soon) { [.tls($0)] },
    .init("tls-on-starttls-port", .smtp, .startTLS, [.failed(.greeting, .timedOut)], within: Rig.soon) { [.tls($0)] },
    .init("tls-serverhello-on-starttls-port", .imap, .startTLS, [.failed(.greeting, .notThisProtocol)]) { _ in
      [.say([0x16, 0x03, 0x03, 0x00, 0x7a, 0x02, 0x00, 0x00, 0x76, 0x03, 0x03]), .silence]
    },
    .init("tls-serverhello-on-starttls-port", .smtp, .startTLS, [.failed(.greeting, .notThisProtocol)]) { _ in
      [.segments([[0x16], [0x03, 0x03]]), .silence]
    },
    .init("tcp-accept-then-silence", .imap, .startTLS, [.failed(.greeting, .timedOut)], within: Rig.soon) { _ in [.silence] },
    .init("tcp-accept-then-silence", .smtp, .startTLS, [.failed(.greeting, .timedOut)], within: Rig.soon) { _ in [.silence] },
  ]

  @Test("in place of a good handshake, nothing is sent, neither inside TLS nor unencrypted", arguments: instead)
  func noHandshake(_ server: ServerCase) throws {
    let (report, recording, _) = try server.play()
    #expect(recording.inTLS == [])
    #expect(TestAccount.forms.found(in: recording.surplus) == nil)
    if server.security == .startTLS { #expect(recording.clear == [] && recording.surplus == []) }
    #expect(report.failure?.secret == SecretRecord())
  }

  @Test(
    "fault-quote-cut-or-empty: an unencrypted answer is reported with its first line, and an ellipsis where that is cut",
    arguments: [
      ("HTTP/1.1 400 Bad Request\r\n\r\n", "HTTP/1.1 400 Bad Request"), ("SSH-2.0-\u{1b}[31m\r\n", "SSH-2.0-[31m"),
      ("220 mail\r\n", "220 mail"),
      ("* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready\r\n", "* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready"),
      (
        "421 Too many concurrent SMTP connections from this IP address; please try again later.\r\n",
        "421 Too many concurrent SMTP connections from this IP address; please try again later."
      ),
      ("220 " + String(repeating: "x", count: 300) + "\r\n", "220 " + String(repeating: "x", count: 196) + "…"),
    ])
  func clearAnswers(_ said: String, _ shown: String) throws {
    let server = ServerCase("notTLS", .imap, .tls, [.failed(.tls, .notTLS)]) { _ in
      // Delayed after the ClientHello, so that the client is waiting.
      [.expectRecord, .pause(milliseconds: 20), .say(Octets(said.utf8)), .silence]
    }
    let cause = try server.play().report.failure?.cause
    #expect(cause == .net(.tls(.notTLS(said: Visible(shown)))))
  }

  static let records: [ServerCase] = [
    .init("tls-bad-record-mac", .imap, .tls, [.failed(.greeting, .tlsFailed)]) { [.tls($0), .sayBroken("* OK ready\r\n")] },
    .init("tls-bad-record-mac", .smtp, .tls, [.failed(.greeting, .tlsFailed)]) { [.tls($0), .sayBroken("220 ready\r\n")] },
    .init("tls-record-overflow", .imap, .tls, [.failed(.greeting, .tlsFailed)]) {
      [.tls($0), .rawAfterTLS(Octets([0x17, 0x03, 0x03, 0x49, 0x00] + [UInt8](repeating: 0x41, count: 0x4900))), .silence]
    },
    .init("tls-truncated-greeting", .imap, .tls, [.failed(.greeting, .truncated)]) { [.tls($0), .say("* OK par"), .fin] },
    .init("tls-truncated-greeting", .smtp, .tls, [.failed(.greeting, .truncated)]) { [.tls($0), .say("220 par"), .fin] },
    .init("tls-truncated-mid-multiline", .smtp, .tls, [.failed(.ehlo, .truncated)]) {
      [.tls($0), .say("220 mail\r\n"), .expectAny, .say("250-mail\r\n250-AUTH PLAIN\r\n"), .fin]
    },
    .init("tls-close-notify-before-greeting", .imap, .tls, [.failed(.greeting, .closedEarly)]) { [.tls($0), .closeNotify] },
    .init("tls-close-notify-before-greeting", .smtp, .tls, [.failed(.greeting, .closedEarly)]) { [.tls($0), .closeNotify] },
    .init("tls-close-notify-tcp-open", .imap, .tls, [.failed(.capability, .closedEarly)]) {
      [.tls($0), .say("* OK ready\r\n"), .closeNotify, .rawAfterTLS("A1 OK\r\n"), .silence]
    },
    .init("tls-renegotiation-other-cert", .imap, .tls, [.failed(.greeting, .tlsFailed), .failed(.greeting, .closedEarly)]) {
      [.tls($0, .only(.tls12)), .renegotiate(another(for: "other.example.net")), .say(Dialogues.greeting(.imap))] + Dialogues.login(.imap)
    },
    .init("tls-renegotiation-server", .smtp, .tls, [.failed(.greeting, .tlsFailed), .failed(.greeting, .closedEarly)]) {
      [.tls($0, .only(.tls12)), .renegotiate(another(for: "smtp.example.org")), .say(Dialogues.greeting(.smtp))] + Dialogues.login(.smtp)
    },
  ]

  /// Returns a valid certificate for `host`.
  private static func another(for host: String) -> ServerIdentity {
    guard let identity = try? Rig.issue(.valid(for: host)) else { preconditionFailure("OpenSSL makes no certificate") }
    return identity
  }

  @Test("an invalid record or an unexpected end ends the session before the secret is sent", arguments: records)
  func brokenRecords(_ server: ServerCase) throws {
    let (report, recording, _) = try server.play()
    #expect(report.failure?.secret == SecretRecord())
    #expect(TestAccount.forms.found(in: recording.inTLS) == nil)
    if report.failure?.stage == .greeting { #expect(recording.inTLS == []) }
  }

  @Test("tls-truncated-after-auth-ok: the result is valid without close_notify", arguments: MailProtocol.allCases)
  func withoutFarewell(_ mailProtocol: MailProtocol) throws {
    let server = ServerCase("tls-truncated-after-auth-ok", mailProtocol, .tls, [.verified]) {
      [.tls($0), .say(Dialogues.greeting(mailProtocol))] + Dialogues.untilProof(mailProtocol) + [.say(Dialogues.proof(mailProtocol)), .fin]
    }
    _ = try server.play()
  }

  @Test("imap-logout-never-answered, smtp-quit-421: however the server says goodbye, the result is valid", arguments: MailProtocol.allCases)
  func farewells(_ mailProtocol: MailProtocol) throws {
    let farewells: [[Step]] = [[.silence], [.say("421 no\r\n* BYE\r\n"), .silence], [.fin], [.closeNotify], [.rst]]
    for farewell in farewells {
      let server = ServerCase("farewell", mailProtocol, .tls, [.verified]) {
        [.tls($0), .say(Dialogues.greeting(mailProtocol))] + Dialogues.untilProof(mailProtocol) + [.say(Dialogues.proof(mailProtocol))]
          + farewell
      }
      #expect(try server.play().seconds < 5)
    }
  }

  @Test("tcp-server-sends-after-success: the client leaves a server that continues to send", arguments: MailProtocol.allCases)
  func talker(_ mailProtocol: MailProtocol) throws {
    let server = ServerCase("tcp-server-sends-after-success", mailProtocol, .tls, [.verified]) {
      [.tls($0), .say(Dialogues.greeting(mailProtocol))] + Dialogues.untilProof(mailProtocol)
        + [.say(Dialogues.proof(mailProtocol)), .flood("* OK still here\r\n", times: .max)]
    }
    #expect(try server.play().seconds < 5)
  }

  @Test("tcp-greeting-delayed-12s: a server that delays its greeting is waited for")
  func delayed() throws {
    let server = ServerCase("tcp-greeting-delayed-12s", .smtp, .tls, [.verified], within: 40) {
      [.tls($0), .pause(milliseconds: 12_000), .say(Dialogues.greeting(.smtp))] + Dialogues.login(.smtp)
    }
    _ = try server.play()
  }

  @Test("tls-ticket-flood: ten thousand session tickets before the greeting do no harm")
  func tickets() throws {
    let server = ServerCase("tls-ticket-flood", .imap, .tls, [.verified]) {
      [.tls($0), .tickets(10_000), .say(Dialogues.greeting(.imap))] + Dialogues.login(.imap)
    }
    #expect(try server.play().seconds < 10)
  }
}
