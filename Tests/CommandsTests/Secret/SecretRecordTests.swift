// Tests with servers that end a session directly after the secret was sent, and after they accepted it.

import LoopbackServer
import ScriptedServer
import TestSupport
import Testing
import Vocabulary

@Suite("the record of the secret", .waiting) struct SecretRecordTests {
  /// Returns a server that sends an invalid TLS record after the client has sent `lines` lines.
  private static func breaking(after lines: Int) -> ScriptedBehaviour {
    ScriptedBehaviour { mailProtocol, identity in
      let good = ScriptedBehaviour.accepting.steps(mailProtocol, identity)
      var (kept, seen) = ([Step](), 0)
      for step in good {
        kept.append(step)
        if case .expectAny = step { seen += 1 }
        if seen == lines { break }
      }
      return kept + [.rawAfterTLS(Octets([0x17, 0x03, 0x03, 0x00, 0x20] + Array(repeating: 0x42, count: 32)))]
    }
  }

  @Test(
    "fault-nothing-secret-was-sent-false: if TLS breaks after the secret, the page says that it was sent",
    arguments: MailProtocol.allCases, Language.allCases)
  func broken(_ side: MailProtocol, _ language: Language) throws {
    let breaking = Self.breaking(after: side == .imap ? 1 : 2)
    for other in [ScriptedBehaviour.accepting, .refusing(side == .imap ? "535 no" : "NO no"), .silentAtOnce] {
      let account = try ScriptedAccount(imap: side == .imap ? breaking : other, smtp: side == .smtp ? breaking : other)
      let call = account.arguments + ["--secret-from", "stdin", "--quiet", "--timeout", "5"] + language.option
      let page = try ProcessBuilt.call(call).with { $0.input = .text("some secret") }.run().text
      let line = try #require(page.split(separator: "\n").first { $0.hasPrefix("\(side.rawValue.uppercased())\(language.colon)") })
      #expect(!line.contains("was not sent to it") && !line.contains("密码没有发给它"))
      #expect(line.contains(language == .english ? "had already been sent to it" : "密码已经发给它"))
      let json = try ProcessBuilt.call(call + ["--json"]).with { $0.input = .text("some secret") }.run().json
      #expect(json[side.rawValue]["secretSent"].flag == true && json[side.rawValue]["secretAccepted"].flag == false)
    }
  }

  @Test(
    "fault-login-answer-not-known-false: if the login was accepted, the page does not call it unknown",
    arguments: [
      (MailProtocol.imap, [Step.fin]), (.imap, [.silence]), (.smtp, [.fin]), (.smtp, [.silence]),
      (.imap, [.say("* BYE IMAP access disabled for this account.\r\n")]),
    ])
  func accepted(_ side: MailProtocol, _ end: [Step]) throws {
    let ending = ScriptedBehaviour { mailProtocol, identity in
      Array(ScriptedBehaviour.accepting.steps(mailProtocol, identity).dropLast()) + end
    }
    let account = try ScriptedAccount(imap: side == .imap ? ending : .accepting, smtp: side == .smtp ? ending : .accepting)
    let call = account.arguments + ["--secret-from", "stdin", "--quiet", "--timeout", "3"]
    let page = try ProcessBuilt.call(call).with { $0.input = .text("some secret") }.run().text
    #expect(!page.contains("not known"))
    #expect(page.contains("The password had been accepted."))
    let json = try ProcessBuilt.call(call + ["--json"]).with { $0.input = .text("some secret") }.run().json
    #expect(json[side.rawValue]["secretAccepted"].flag == true)
  }
}
