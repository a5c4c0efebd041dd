// Every way a session can fail, said so that a person understands it.

import Foundation
import Sentences
import Testing
import Vocabulary

@Suite("Sentences of failures") struct FailureSentenceTests {
  private static let said = Visible("said")
  private static let reply = ServerReply(condition: "NO", octets: Array("no".utf8))

  private static let causes: [SessionFailure.Cause] =
    [
      .net(.noSuchHost(exists: true)), .net(.noSuchHost(exists: false)), .net(.dnsFailed), .net(.refused), .net(.unreachable),
      .net(.connectTimeout), .net(.closedEarly(reset: true)), .net(.closedEarly(reset: false)), .net(.timedOut), .net(.interrupted),
      .net(.system(24)), .net(.tls(.notTLS(said: said))), .net(.tls(.tooOld)), .net(.tls(.failed(reason: said))), .net(.tls(.truncated)),
      .net(.tls(.wrongName(found: []))), .net(.tls(.wrongName(found: [Visible("a.example"), Visible("b.example")]))),
      .net(.tls(.expired(since: "2020-01-01"))), .net(.tls(.notYetValid(until: "2040-01-01"))), .net(.tls(.untrusted(reason: said))),
      .net(.tls(.selfSigned)), .net(.tls(.weak)), .net(.tls(.wrongPurpose)), .net(.tls(.noTrustStore)), .noStartTLS,
      .startTLSRefused(reply),
      .notThisProtocol(said: said, service: nil), .brokenReply(said: said), .serverUnavailable(reply), .temporary(reply), .loginDisabled,
      .noMechanism(offered: []), .noMechanism(offered: ["CRAM-MD5", "NTLM"]), .needsOAuth(offered: []), .needsOAuth(offered: ["XOAUTH2"]),
      .refused(reply),
    ] + SessionFailure.Tampering.allCases.map { .tampered($0) } + SessionFailure.Excess.allCases.map { .tooMuch($0) }
    + SessionFailure.Doubt.allCases.map { .cannotVerify($0) } + ForeignService.allCases.map { .notThisProtocol(said: said, service: $0) }

  private static func text(_ cause: SessionFailure.Cause, stage: Stage = .login, secretSent: Bool = false) throws -> Text {
    let endpoint = Endpoint(host: try #require(HostName("imap.example.org")), port: 993, security: .tls)
    return FailureSentence.text(SessionFailure(stage: stage, cause: cause, secretSent: secretSent), at: endpoint)
  }

  @Test("the list has every outcome") func complete() {
    #expect(Set(Self.causes.map { SessionFailure(stage: .login, cause: $0).outcome }) == Set(Outcome.allCases))
  }

  @Test("each has a sentence, right in both languages, at every stage", arguments: causes) func good(_ cause: SessionFailure.Cause) throws {
    // The system's own words and the names in a certificate come as they are.
    let quoted = ["imap.example.org:993", "imap.example.org", "said", String(cString: strerror(24)), "a.example", "b.example"]
    for stage in Stage.allCases {
      for secretSent in [false, true] {
        let text = try Self.text(cause, stage: stage, secretSent: secretSent)
        #expect(Prose(text: text, quoted: quoted).faults == [], "\(text)")
      }
    }
  }

  @Test("a text from the server stays harmless: nothing it says becomes ours (term-csi-in-reply)") func hostile() throws {
    let hostile = Visible("\u{1b}[2J\u{202e}evil\r\nIMAP is fine")
    for cause in [
      SessionFailure.Cause.brokenReply(said: hostile), .notThisProtocol(said: hostile, service: .http), .net(.tls(.notTLS(said: hostile))),
      .net(.tls(.wrongName(found: [hostile]))),
    ] {
      let text = try Self.text(cause)
      for language in Language.allCases {
        #expect(Visible.isHarmless(text[language]))
        // Shown last, after our own words.
        #expect(text[language].contains("[2Jevil IMAP is fine"))
        #expect(!text[language].hasPrefix("[2J"))
      }
    }
    let offered = try Self.text(.noMechanism(offered: ["\u{1b}[2J", String(repeating: "X", count: 9_000), "C", "D", "E", "F-SIXTH"]))
    #expect(Visible.isHarmless(offered.english))
    #expect(offered.english.count < 400)
    #expect(!offered.english.contains("F-SIXTH"))
  }

  @Test(
    "when the secret was on its way, the answer is said to be unknown",
    arguments: [.net(.closedEarly(reset: true)), .net(.timedOut)] as [SessionFailure.Cause])
  func unknownAnswer(_ cause: SessionFailure.Cause) throws {
    #expect(try Self.text(cause, secretSent: true).english.contains("not known"))
    #expect(try Self.text(cause, secretSent: true).simplifiedChinese.contains("无法得知"))
    #expect(try !Self.text(cause).english.contains("not known"))
  }

  @Test(
    "where nothing was sent, it is said so",
    arguments: [.noStartTLS, .startTLSRefused(reply), .tampered(.leftOverAtStartTLS), .tampered(.preauthInClear)] as [SessionFailure.Cause])
  func nothingSent(_ cause: SessionFailure.Cause) throws {
    #expect(try Self.text(cause).english.contains("nothing was sent"))
    #expect(try Self.text(cause).simplifiedChinese.contains("没有发送任何内容"))
  }

  @Test("the stage tells a refused login from a refused inbox or sender") func stages() throws {
    #expect(try Self.text(.refused(Self.reply), stage: .login).english.contains("refused the login"))
    for stage in [Stage.list, .inbox] {
      #expect(try Self.text(.refused(Self.reply), stage: stage).english.contains("does not open the inbox"))
    }
    #expect(try Self.text(.refused(Self.reply), stage: .sender).english.contains("refuses this sender address"))
    for stage in [Stage.list, .inbox, .sender] {
      #expect(try Self.text(.refused(Self.reply), stage: stage).english.hasPrefix("The login was accepted"))
    }
  }
}
