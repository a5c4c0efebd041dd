// The dialogue of a probe: exactly these octets and never a login.

import Posix
import Session
import TestSupport
import Testing
import Vocabulary
import Wire

/// Plays `transcript` with the dialogue of a probe and records every deviation.
@discardableResult private func look(_ transcript: Transcript, at place: SourceLocation = #_sourceLocation) -> ProbedServer? {
  var last: ProbedServer?
  for delivery in ScriptedConnection.Delivery.allCases {
    let connection = ScriptedConnection(transcript, delivery)
    let trace = Trace()
    let target = ProbeTarget(transcript.plan.mailProtocol, transcript.plan.endpoint)
    let server = ServerProbe(
      ScriptedTransport(connection), timing: .usual, until: .after(seconds: TimeLimits.usual.account), trace: trace
    ).run(target)
    #expect(connection.discrepancies == [], "\(transcript.name), \(delivery)", sourceLocation: place)
    #expect(server.stages.map(\.stage) == server.stages.map(\.stage).filter(SessionReport.opening(target.mailProtocol).contains))
    #expect(server.failure?.secret ?? SecretRecord() == SecretRecord(), sourceLocation: place)
    for line in trace.lines where line.direction == .client {
      for word in ["AUTH", "LOGIN", "MAIL", "ID ", "EXAMINE", "@"] { #expect(!line.text.contains(word), sourceLocation: place) }
    }
    last = server
  }
  return last
}

@Suite("The dialogue of a probe") struct ProbeTests {
  struct Told: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ description: String, _ text: String) { (testDescription, self.text) = (description, text) }
  }

  private static let dialogues = [
    Told(
      "capabilities come with the greeting: one goodbye is all that is said",
      """
      protocol: imap
      X: tls
      S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN ID] ready
      C: A1 LOGOUT
      = verified, before IMAP4REV1 SASL-IR AUTH=PLAIN ID
      """),
    Told(
      "they are asked for where they do not",
      """
      protocol: imap
      X: tls
      S: * OK ready
      C: A1 CAPABILITY
      S: * CAPABILITY IMAP4rev1 LOGINDISABLED
      S: A1 OK done
      C: A2 LOGOUT
      = verified, before IMAP4REV1 LOGINDISABLED
      """),
    Told(
      "what was offered in clear is forgotten",
      """
      protocol: imap
      security: starttls
      port: 143
      S: * OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN] ready
      C: A1 STARTTLS
      S: A1 OK go ahead
      X: tls
      C: A2 CAPABILITY
      S: * CAPABILITY IMAP4rev1 AUTH=XOAUTH2
      S: A2 OK done
      C: A3 LOGOUT
      = verified, before IMAP4REV1 AUTH=XOAUTH2
      """),
    Told(
      "EHLO, and no AUTH after it",
      """
      protocol: smtp
      X: tls
      S: 220 ready
      C: EHLO [127.0.0.1]
      S: 250-there
      S: 250-SIZE 35882577
      S: 250 AUTH PLAIN LOGIN
      C: QUIT
      = verified, before SIZE 35882577 AUTH PLAIN LOGIN
      """),
    Told(
      "EHLO again after STARTTLS",
      """
      protocol: smtp
      security: starttls
      port: 587
      S: 220 ready
      C: EHLO [127.0.0.1]
      S: 250-there
      S: 250 STARTTLS
      C: STARTTLS
      S: 220 go ahead
      X: tls
      C: EHLO [127.0.0.1]
      S: 250-there
      S: 250 AUTH XOAUTH2
      C: QUIT
      = verified, before AUTH XOAUTH2
      """),
    Told(
      "without STARTTLS nothing more is said",
      """
      protocol: smtp
      security: starttls
      port: 587
      S: 220 ready
      C: EHLO [127.0.0.1]
      S: 250 there
      = tls noStartTLS, secretSent false
      """),
    Told(
      "octets behind the answer to STARTTLS end it",
      """
      protocol: imap
      security: starttls
      port: 143
      S: * OK [CAPABILITY IMAP4rev1 STARTTLS] ready
      C: A1 STARTTLS
      S: A1 OK go ahead
      S: * CAPABILITY IMAP4rev1 AUTH=PLAIN
      = tls tampered, secretSent false
      """),
    Told(
      "PREAUTH is no offer",
      """
      protocol: imap
      X: tls
      S: * PREAUTH [CAPABILITY IMAP4rev1] welcome
      C: A1 LOGOUT
      = greeting cannotVerify, secretSent false
      """),
    Told(
      "a server that takes nobody now",
      """
      protocol: smtp
      X: tls
      S: 554 not you
      = greeting serverUnavailable, secretSent false
      """),
    Told(
      "another protocol",
      """
      protocol: imap
      X: tls
      S: 220 mail.example.org ESMTP
      = greeting notThisProtocol, secretSent false
      """),
    Told(
      "silence",
      """
      protocol: imap
      X: tls
      X: silence
      = greeting timedOut, secretSent false
      """),
  ]

  @Test("goes exactly as described", arguments: dialogues) func dialogue(_ told: Told) throws {
    let transcript = try Transcript(name: told.testDescription, text: told.text)
    let server = try #require(look(transcript))
    switch transcript.expectation.outcome {
    case .verified:
      #expect(server.isFine)
      #expect(server.stages.allSatisfy { $0.status == ([.resolve, .connect].contains($0.stage) ? .skipped : .ok) })
      #expect(server.capabilities?.joined(separator: " ") == transcript.expectation.details[.before])
    case .failed(let stage, let outcome):
      #expect(server.failure?.stage == stage)
      #expect(server.failure?.outcome == outcome)
      #expect(server.offer == nil && !server.isFine)
    }
  }

  /// Every recorded dialogue that reaches a login.
  private static let openings = Transcripts.names.filter { (try? Transcripts.named($0))?.opening != nil }

  @Test("sends what a verification sends up to the login, and then goodbye", arguments: openings) func opening(_ name: String) throws {
    let transcript = try #require(Transcripts.named(name).opening)
    let server = try #require(look(transcript))
    guard transcript.expectation.outcome == .verified else { return }
    #expect(server.isFine && server.obstacle == nil, "\(String(describing: server.obstacle))")
    if let before = transcript.expectation.details[.before] { #expect(server.capabilities?.joined(separator: " ") == before) }
  }

  @Test("nearly all recorded services reach that point") func recorded() {
    #expect(Self.openings.count(where: Transcripts.recorded.contains) > 60)
  }
}

@Suite("What a server offers") struct OfferTests {
  struct IMAPRow: Sendable {
    let capabilities: [String]?
    let obstacle: SessionFailure.Cause?
    let mechanisms: [String]
  }

  @Test(
    "of IMAP tells whether it accepts a password",
    arguments: [
      IMAPRow(capabilities: nil, obstacle: nil, mechanisms: []), IMAPRow(capabilities: ["IMAP4REV1"], obstacle: nil, mechanisms: []),
      IMAPRow(capabilities: ["IMAP4REV1", "LOGINDISABLED"], obstacle: .loginDisabled, mechanisms: []),
      IMAPRow(capabilities: ["LOGINDISABLED", "AUTH=PLAIN"], obstacle: nil, mechanisms: ["PLAIN"]),
      IMAPRow(capabilities: ["LOGINDISABLED", "AUTH=GSSAPI"], obstacle: .noMechanism(offered: ["GSSAPI"]), mechanisms: ["GSSAPI"]),
      IMAPRow(capabilities: ["AUTH=GSSAPI"], obstacle: nil, mechanisms: ["GSSAPI"]),
      IMAPRow(capabilities: ["LOGINDISABLED", "AUTH=SCRAM-SHA-256"], obstacle: nil, mechanisms: ["SCRAM-SHA-256"]),
      IMAPRow(capabilities: ["LOGINDISABLED", "AUTH=LOGIN"], obstacle: .noMechanism(offered: ["LOGIN"]), mechanisms: ["LOGIN"]),
      IMAPRow(capabilities: ["AUTH=XOAUTH2"], obstacle: .needsOAuth(offered: ["XOAUTH2"]), mechanisms: ["XOAUTH2"]),
      IMAPRow(capabilities: ["AUTH=XOAUTH2", "AUTH=PLAIN", "AUTH="], obstacle: nil, mechanisms: ["XOAUTH2", "PLAIN"]),
    ])
  func imap(_ row: IMAPRow) {
    let offer = LoginOffer(imap: row.capabilities)
    #expect(offer.obstacle(for: .password) == row.obstacle)
    #expect(offer.mechanisms == row.mechanisms)
  }

  struct SMTPRow: Sendable {
    let lines: [String]
    let obstacle: SessionFailure.Cause?
    let size: Int?
  }

  @Test(
    "of SMTP tells whether it accepts a password, and the size limit of a message",
    arguments: [
      SMTPRow(lines: ["AUTH PLAIN", "SIZE 1000"], obstacle: nil, size: 1000), SMTPRow(lines: ["AUTH=LOGIN"], obstacle: nil, size: nil),
      SMTPRow(lines: ["SIZE"], obstacle: .noMechanism(offered: []), size: nil),
      SMTPRow(lines: ["AUTH DIGEST-MD5", "SIZE 0"], obstacle: .noMechanism(offered: ["DIGEST-MD5"]), size: 0),
      SMTPRow(lines: ["AUTH CRAM-MD5"], obstacle: nil, size: nil),
      SMTPRow(
        lines: ["AUTH XOAUTH2 OAUTHBEARER", "SIZE 99999999999999999999"], obstacle: .needsOAuth(offered: ["XOAUTH2", "OAUTHBEARER"]),
        size: nil),
    ])
  func smtp(_ row: SMTPRow) {
    let reply = SMTPReply(code: 250, lines: (["there"] + row.lines).map { Array($0.utf8) })
    let offer = LoginOffer(smtp: SMTPExtensions(reply))
    #expect(offer.obstacle(for: .password) == row.obstacle)
    #expect(offer.size == row.size)
  }
}
