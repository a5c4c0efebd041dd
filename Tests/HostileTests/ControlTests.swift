// Controls: without a fault everything succeeds, which proves that the other tests of this folder could succeed.

import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct ControlTests {
  @Test("tls-control-valid: a good account is verified", arguments: Security.allCases, Security.allCases)
  func good(_ imap: Security, _ smtp: Security) throws {
    let encounter = try Rig.meet(imap: .good(.imap, imap), smtp: .good(.smtp, smtp))
    for (mailProtocol, security) in zip(MailProtocol.allCases, [imap, smtp]) {
      let report = encounter.report(mailProtocol)
      #expect(Ending(report) == .verified)
      #expect(report.tls?.version == "TLSv1.3")
      #expect(report.tls?.certificate.subject.text == "CN=\(mailProtocol.host)")
      let recording = try #require(encounter.recordings(mailProtocol).first)
      #expect(recording.isFinished)
      #expect(recording.surplus == [])
      #expect(recording.serverName == mailProtocol.host)
      #expect(recording.handshake == .completed(version: "TLSv1.3"))
      // This server must receive it, or its absence elsewhere would mean nothing.
      #expect(TestAccount.forms.found(in: recording.inTLS) == "in its SASL message")
      let said = security == .tls ? [] : Dialogues.clearLines(mailProtocol).flatMap { Array("\($0)\r\n".utf8) }
      #expect(recording.clear == said)
    }
  }

  @Test("stages begin and end in order, for the observer as in the report")
  func progress() throws {
    var seen: [MailProtocol: [String]] = [:]
    let encounter = try Rig.meet(
      imap: .good(.imap), smtp: .good(.smtp),
      observe: { progress in
        let word =
          switch progress.event {
          case .started(let stage): "\(stage)…"
          case .ended(let result): "\(result.stage) \(result.status)"
          }
        seen[progress.mailProtocol, default: []].append(word)
      })
    for mailProtocol in MailProtocol.allCases {
      let course = SessionReport.course(mailProtocol)
      #expect(seen[mailProtocol] == course.flatMap { ["\($0)…", "\($0) ok"] })
      #expect(encounter.report(mailProtocol).stages.map(\.stage) == course)
    }
  }

  @Test("tls-no-session-reuse: no connection offers the session of another", arguments: [1, 2])
  func sessions(_ run: Int) throws {
    let encounter = try Rig.meet(imap: .good(.imap), smtp: .good(.smtp))
    let recordings = encounter.imap + encounter.smtp
    #expect(recordings.map { $0.hello?.offersSession } == [false, false])
  }

  @Test("tls-one-good-one-bad: only the good server receives the secret", arguments: MailProtocol.allCases)
  func oneBad(_ bad: MailProtocol) throws {
    let party = Party(bad.host, .tls, Dialogues.whole(bad, .tls, as: try Rig.issue(.untrusted(for: bad.host))))
    let encounter = try bad == .imap ? Rig.meet(imap: party, smtp: .good(.smtp)) : Rig.meet(imap: .good(.imap), smtp: party)
    #expect(Ending(encounter.report(bad)) == .failed(.tls, .certificateUntrusted))
    #expect(Ending(encounter.report(bad == .imap ? .smtp : .imap)) == .verified)
    #expect(!encounter.report.isVerified)
  }

  @Test("smtp-parallel-lockout: a wrong password is sent once to each server")
  func lockout() throws {
    let encounter = try Rig.meet(imap: try refusing(.imap), smtp: try refusing(.smtp))
    for mailProtocol in MailProtocol.allCases {
      #expect(Ending(encounter.report(mailProtocol)) == .failed(.login, .refused))
      let lines = encounter.recordings(mailProtocol).flatMap(\.lines).map { String(decoding: $0, as: UTF8.self) }
      #expect(encounter.recordings(mailProtocol).count == 1)
      #expect(lines.count { $0.contains("AUTH") || $0.contains("LOGIN") } == 1, "\(lines)")
      #expect(lines.last == (mailProtocol == .imap ? "A2 LOGOUT" : "QUIT"))
    }
  }

  /// Refuses every login and answers everything else.
  private func refusing(_ mailProtocol: MailProtocol) throws -> Party {
    let answers: [Step] =
      switch mailProtocol {
      case .imap: [.expectPrefix("{t} AUTHENTICATE "), .say("{t} NO [AUTHENTICATIONFAILED] no\r\n"), .answerEach("{t} BAD\r\n")]
      case .smtp:
        [
          .expectAny, .say("250-mail\r\n250 AUTH PLAIN LOGIN\r\n"), .expectPrefix("AUTH "), .say("535 5.7.8 no\r\n"),
          .answerEach("500 no\r\n"),
        ]
      }
    let identity = try Rig.issue(.valid(for: mailProtocol.host))
    return Party(mailProtocol.host, .tls, [.tls(identity), .say(Dialogues.greeting(mailProtocol))] + answers)
  }
}
