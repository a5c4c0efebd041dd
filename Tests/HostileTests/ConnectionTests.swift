// Connections that break, close one half or stall, at every stage.

import LoopbackServer
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

/// How a server ends the connection.
enum Exit: String, CaseIterable, Sendable {
  case rst, fin

  var step: Step { self == .rst ? .rst : .fin }
}

/// A dialogue with STARTTLS that ends after its first steps, at its most sensitive point.
struct Cut: Sendable, CustomTestStringConvertible {
  let after: String
  let mailProtocol: MailProtocol
  /// The stages at which the client may notice the end.
  let stages: [Stage]
  /// `nil` if the secret may have been sent before the client noticed the end.
  let secretSent: Bool?
  let steps: @Sendable (ServerIdentity) -> [Step]

  var testDescription: String { "\(mailProtocol) \(after)" }

  init(
    _ after: String, _ mailProtocol: MailProtocol, _ stages: [Stage], secretSent: Bool?,
    _ steps: @escaping @Sendable (ServerIdentity) -> [Step]
  ) {
    (self.after, self.mailProtocol, self.stages) = (after, mailProtocol, stages)
    (self.secretSent, self.steps) = (secretSent, steps)
  }

  static let all: [Cut] = MailProtocol.allCases.flatMap { mailProtocol -> [Cut] in
    let inClear = Dialogues.untilStartTLS(mailProtocol)
    let inside = Dialogues.again(mailProtocol) + Dialogues.untilProof(mailProtocol)
    // Inside TLS: IMAP CAPABILITY, its answer, AUTHENTICATE, OK …; SMTP EHLO, its answer, AUTH, 235 ….
    let secured: @Sendable (ServerIdentity) -> [Step] = { inClear + [.say(Dialogues.goAhead(mailProtocol)), .tls($0)] }
    let learning: Stage = mailProtocol == .imap ? .capability : .ehlo
    let proving: [Stage] = mailProtocol == .imap ? [.list] : [.sender]
    return [
      Cut("accept", mailProtocol, [.connect, .greeting], secretSent: false) { _ in [] },
      Cut("greeting", mailProtocol, [.connect, .greeting, .tls], secretSent: false) { _ in [inClear[0]] },
      Cut("the answer to STARTTLS", mailProtocol, [.tls], secretSent: false) { _ in inClear + [.say(Dialogues.goAhead(mailProtocol))] },
      Cut("ClientHello", mailProtocol, [.tls], secretSent: false) { _ in
        inClear + [.say(Dialogues.goAhead(mailProtocol)), .expectRecord]
      },
      Cut("handshake", mailProtocol, [learning], secretSent: false) { secured($0) },
      Cut("the first question inside TLS", mailProtocol, [learning], secretSent: false) { secured($0) + inside[..<1] },
      Cut("what it offers", mailProtocol, [learning, .login], secretSent: nil) { secured($0) + inside[..<2] },
      Cut("the secret", mailProtocol, [.login], secretSent: true) { secured($0) + inside[..<3] },
      Cut("success", mailProtocol, [.login] + proving, secretSent: true) { secured($0) + inside[..<4] },
      Cut("the last question", mailProtocol, proving + [.inbox], secretSent: true) { secured($0) + inside },
    ]
  }
}

@Suite(.waiting) struct ConnectionTests {
  @Test(
    "tcp-rst-at-each-stage, tcp-fin-at-each-stage: the stage is right, the answer unknown, and nothing is tried again",
    arguments: Cut.all, Exit.allCases)
  func brokenOff(_ cut: Cut, _ exit: Exit) throws {
    let server = ServerCase(cut.after, cut.mailProtocol, .startTLS, cut.stages.map { .failed($0, .closedEarly) }) {
      cut.steps($0) + [exit.step]
    }
    let (report, recording, seconds) = try server.play()
    if let secretSent = cut.secretSent { #expect((report.secret.sent != nil) == secretSent) }
    #expect((TestAccount.forms.found(in: recording.inTLS) != nil) == (cut.secretSent == true) || cut.secretSent == nil)
    #expect(seconds < 5)
  }

  @Test("tcp-half-close-server-reads: after a noticed end the secret is not sent", arguments: MailProtocol.allCases)
  func halfClosed(_ mailProtocol: MailProtocol) throws {
    // The greeting and the end have arrived before the client reads, because it is still checking the certificate.
    let first: [Step] =
      mailProtocol == .imap
      ? [.say("* OK [CAPABILITY IMAP4rev1] ready\r\n")]
      : [.say("220 mail\r\n"), .expectAny, .say("250-mail\r\n250 AUTH PLAIN\r\n")]
    let server = ServerCase("tcp-half-close-server-reads", mailProtocol, .tls, [.failed(.login, .closedEarly)]) {
      [.tls($0)] + first + [.fin]
    }
    let (report, recording, _) = try server.play()
    // If the client noticed the end too late, it sent the secret once, inside TLS, and never more often.
    #expect((TestAccount.forms.found(in: recording.inTLS) != nil) == (report.secret.sent == .login))
  }

  @Test("tcp-half-close-server-writes: a server that stops reading ends the session and not the process", arguments: MailProtocol.allCases)
  func deaf(_ mailProtocol: MailProtocol) throws {
    let verdicts: [Ending] = [.login, .ehlo, .list, .sender].flatMap { [.failed($0, .closedEarly), .failed($0, .timedOut)] }
    let server = ServerCase("tcp-half-close-server-writes", mailProtocol, .tls, verdicts, within: Rig.soon) {
      [.tls($0), .say(Dialogues.greeting(mailProtocol)), .deaf]
    }
    _ = try server.play()
  }

  @Test(
    "tcp-slow-loris-greeting, tcp-slow-loris-reply: single octets at intervals do not extend the deadline",
    arguments: [
      ServerCase("tcp-slow-loris-greeting", .imap, .startTLS, [.failed(.greeting, .timedOut)], within: Rig.soon) { _ in
        [.drip(slow("* OK "), milliseconds: 20)]
      },
      ServerCase("tcp-slow-loris-greeting", .smtp, .tls, [.failed(.greeting, .timedOut)], within: Rig.soon) {
        [.tls($0), .drip(slow("220-"), milliseconds: 20)]
      },
      ServerCase("tcp-slow-loris-reply", .imap, .tls, [.failed(.login, .timedOut)], within: Rig.soon) {
        [.tls($0), .say(Dialogues.greeting(.imap)), .expectAny, .drip(slow("A1 OK "), milliseconds: 20)]
      },
      ServerCase("lines now and then", .imap, .tls, [.failed(.login, .timedOut)], within: Rig.soon) {
        [.tls($0), .say(Dialogues.greeting(.imap)), .expectAny, .segments(Array(repeating: "* OK wait\r\n", count: 90), milliseconds: 120)]
      },
    ])
  func trickle(_ server: ServerCase) throws {
    let (report, recording, _) = try server.play()
    if report.failure?.stage == .greeting { #expect(recording.inTLS == [] && recording.clear == []) }
  }

  private static func slow(_ start: String) -> Octets { Octets(Array(start.utf8) + Array(repeating: 0x61, count: 2_000)) }

  @Test("silence after the secret: the answer is unknown, and it is not sent again", arguments: MailProtocol.allCases)
  func silence(_ mailProtocol: MailProtocol) throws {
    let server = ServerCase("silence", mailProtocol, .tls, [.failed(.login, .timedOut)], within: Rig.soon) {
      let steps = [.tls($0), .say(Dialogues.greeting(mailProtocol))] + Dialogues.untilProof(mailProtocol)
      return steps.prefix { if case .expectPrefix = $0 { false } else { true } } + [.expectAny, .silence]
    }
    let (report, recording, _) = try server.play()
    #expect(report.secret.sent == .login)
    #expect(recording.surplus == [])
  }

  @Test(
    "imap-continuation-loop, smtp-auth-334-loop: endless challenges receive the secret once, and an asterisk",
    arguments: [
      (MailProtocol.imap, Octets("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN LOGINDISABLED] x\r\n"), Octets("+ \r\n"), "A1 AUTHENTICATE PLAIN"),
      (.smtp, "220 mail\r\n", "334 \r\n", "AUTH LOGIN"),
    ])
  func challenges(_ mailProtocol: MailProtocol, _ greeting: Octets, _ challenge: Octets, _ command: String) throws {
    let server = ServerCase("challenges", mailProtocol, .tls, [.failed(.login, .brokenReply)]) {
      let hello: [Step] = mailProtocol == .smtp ? [.expectAny, .say("250-mail\r\n250 AUTH LOGIN\r\n")] : []
      return [.tls($0), .say(greeting)] + hello + [.answerEach(challenge)]
    }
    let lines = try server.play().recording.lines.map { String(decoding: $0, as: UTF8.self) }
    let dialogue = lines.drop { $0 != command }
    #expect(dialogue.count == (mailProtocol == .imap ? 3 : 4))
    #expect(dialogue.last == "*")
    #expect(lines.count { TestAccount.forms.found(in: $0) != nil } == 1)
  }
}
