// NO STARTTLS: octets inserted between the unencrypted dialogue and the handshake, in real segments.

import LoopbackServer
import Session
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct StartTLSTests {
  static let injections: [(id: String, mailProtocol: MailProtocol, octets: Octets)] = [
    ("imap-starttls-injected-line", .imap, "{t} OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n{t+1} OK capability done.\r\n"),
    ("imap-starttls-injected-tagged-ok", .imap, "{t} OK begin\r\n{t+1} OK LOGIN completed\r\n{t+2} OK\r\n"),
    ("imap-starttls-injected-partial", .imap, "{t} OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=LOGIN X"),
    ("imap-starttls-injected-one-byte", .imap, "{t} OK begin\r\n\n"),
    ("imap-starttls-injected-bye", .imap, "{t} OK begin\r\n* BYE call +1 555 0100\r\n"),
    ("smtp-starttls-injected-line", .smtp, "220 Ready to start TLS\r\n250-example.org\r\n250 AUTH LOGIN\r\n"),
    ("smtp-starttls-injected-partial", .smtp, "220 Ready to start TLS\r\n250-exam"),
    ("smtp-starttls-injected-one-byte", .smtp, "220 Ready to start TLS\r\n\0"),
    ("smtp-starttls-pipelined-success", .smtp, "454 currently unavailable\r\n235 Authenticated\r\n"),
  ]

  @Test("octets after the reply to STARTTLS, although a good handshake would follow", arguments: injections)
  func injected(_ id: String, _ mailProtocol: MailProtocol, _ octets: Octets) throws {
    let server = ServerCase(id, mailProtocol, .startTLS, [.failed(.tls, .tampered)]) { identity in
      Dialogues.untilStartTLS(mailProtocol) + [.say(octets), .tls(identity)] + Dialogues.again(mailProtocol) + Dialogues.login(mailProtocol)
    }
    let recording = try server.play().recording
    // The client does not even start the handshake.
    #expect(recording.hello == nil)
    #expect(recording.clear == Dialogues.clearLines(mailProtocol).flatMap { Array("\($0)\r\n".utf8) })
    #expect(recording.inTLS == [] && recording.surplus == [])
  }

  @Test(
    "imap-starttls-injected-later-segment: what arrives in place of the ServerHello reaches only the handshake",
    arguments: [
      ("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n", MailProtocol.imap), ("250-mail\r\n250 AUTH PLAIN\r\n", .smtp),
    ])
  func later(_ octets: String, _ mailProtocol: MailProtocol) throws {
    let server = ServerCase("imap-starttls-injected-later-segment", mailProtocol, .startTLS, [.failed(.tls, .notTLS)]) { _ in
      Dialogues.inClear(mailProtocol) + [.expectRecord, .say(Octets(octets.utf8)), .silence]
    }
    let (report, recording, _) = try server.play()
    #expect(recording.inTLS == [])
    #expect(report.failure?.secret == SecretRecord())
  }

  static let refusals: [ServerCase] = [
    refusal("imap-starttls-no", .imap, .startTLSRefused, "{t} NO do not begin TLS now.\r\n"),
    refusal("imap-starttls-bad", .imap, .startTLSRefused, "{t} BAD\r\n"),
    refusal("imap-starttls-wrong-tag", .imap, .tampered, "ZZ9 OK begin\r\n"),
    refusal("imap-starttls-continuation", .imap, .brokenReply, "+ continue with something.\r\n"),
    refusal("smtp-starttls-502", .smtp, .startTLSRefused, "502 Command not implemented\r\n"),
    refusal("smtp-starttls-454", .smtp, .startTLSRefused, "454 TLS not available\r\n"),
    refusal("smtp-starttls-354", .smtp, .brokenReply, "354 do something else\r\n"),
    refusal("smtp-starttls-250", .smtp, .brokenReply, "250 ok\r\n"),
  ]

  private static func refusal(_ id: String, _ mailProtocol: MailProtocol, _ outcome: FailureKind, _ octets: Octets) -> ServerCase {
    ServerCase(id, mailProtocol, .startTLS, [.failed(.tls, outcome)]) { _ in
      Dialogues.untilStartTLS(mailProtocol) + [.say(octets), .answerEach("{t} OK\r\n")]
    }
  }

  @Test("no TLS, no login: the server never receives an unencrypted one", arguments: refusals)
  func refused(_ server: ServerCase) throws {
    let recording = try server.play().recording
    #expect(recording.lines.map { String(decoding: $0, as: UTF8.self) } == Dialogues.clearLines(server.mailProtocol))
    #expect(recording.surplus == [] && recording.hello == nil)
  }

  @Test(
    "tcp-everything-in-one-segment: answers to commands that were not sent",
    arguments: [
      ServerCase("imap", .imap, .tls, [.failed(.capability, .tampered)]) {
        [.tls($0), .say("* OK [CAPABILITY IMAP4rev1] ready\r\nA1 OK\r\nA2 OK\r\nA3 OK\r\n"), .silence]
      },
      ServerCase("imap", .imap, .startTLS, [.failed(.tls, .tampered)]) { _ in
        [.say("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready\r\nA1 OK\r\nA2 OK\r\nA3 OK\r\n"), .silence]
      },
      ServerCase("smtp", .smtp, .tls, [.failed(.ehlo, .tampered)]) {
        [.tls($0), .say("220 mail\r\n250-mail\r\n250 AUTH PLAIN\r\n235 ok\r\n250 ok\r\n"), .silence]
      },
      ServerCase("smtp", .smtp, .startTLS, [.failed(.tls, .tampered)]) { _ in
        [.say("220 mail\r\n250-mail\r\n250 STARTTLS\r\n220 go\r\n"), .silence]
      },
    ])
  func inAdvance(_ server: ServerCase) throws {
    let recording = try server.play().recording
    #expect(recording.inTLS == [] && recording.surplus == [])
    #expect(recording.clear == [])
  }

  @Test("tcp-one-byte-segments: single octets change nothing", arguments: MailProtocol.allCases, Security.allCases)
  func dripping(_ mailProtocol: MailProtocol, _ security: Security) throws {
    let server = ServerCase("tcp-one-byte-segments", mailProtocol, security, [.verified]) {
      Dialogues.whole(mailProtocol, security, as: $0).map { step in
        if case .say(let octets) = step { .drip(octets, milliseconds: 1) } else { step }
      }
    }
    let (_, recording, _) = try server.play()
    #expect(recording.isFinished, "\(String(describing: recording.end))")
  }

  @Test("smtp-greeting-multiline: nothing is sent before the last line of a greeting", arguments: Security.allCases)
  func patience(_ security: Security) throws {
    let server = ServerCase("smtp-greeting-multiline", .smtp, security, [.failed(.greeting, .timedOut)], within: Rig.soon) {
      (security == .tls ? [.tls($0)] : []) + [.say("220-mail.example.org ESMTP\r\n"), .silence]
    }
    let recording = try server.play().recording
    #expect(recording.surplus == [] && recording.inTLS == [] && recording.clear == [])
  }
}
