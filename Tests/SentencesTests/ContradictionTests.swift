// A page must not say two things that exclude each other. All pairs of failures are composed, at servers that nobody knows and
// at providers of every kind.

import Catalog
import Diagnosis
import Sentences
import Testing
import Vocabulary

@Suite("Pages without contradictions") struct ContradictionTests {
  private static let words: [String] = [
    "no", "app password required", "IMAP is disabled", "SMTP is disabled", "account locked", "too many attempts", "password expired",
    "your country is blocked", "try again later", "use full email address as username",
  ]

  /// A session's failures: those without words at every stage, and refusals with words at the stages that have them.
  private static func failures(_ side: MailProtocol) -> [SessionFailure] {
    let silent: [SessionFailure.Cause] = [
      .net(.noSuchHost(exists: false)), .net(.refused), .net(.connectTimeout), .net(.closedEarly(reset: false)), .net(.timedOut),
      .net(.tls(.selfSigned)), .net(.tls(.truncated)), .noStartTLS, .needsOAuth(offered: ["XOAUTH2"]), .noMechanism(offered: ["GSSAPI"]),
      .takesNoUTF8, .brokenReply(said: Visible("x")),
    ]
    var failures = silent.map { SessionFailure(stage: .connect, cause: $0) }
    // After the secret has left, and after it was accepted, a session can still break.
    for cause in silent.filter({ if case .net(.tls) = $0 { false } else { true } }).suffix(4) + [silent[3], silent[4]] {
      failures.append(SessionFailure(stage: .login, cause: cause, secret: SecretRecord(sent: .login)))
      failures.append(SessionFailure(stage: .inbox, cause: cause, secret: SecretRecord(sent: .login, accepted: .login)))
    }
    for words in words {
      let reply = ServerReply(code: side == .smtp ? 535 : nil, condition: side == .imap ? "NO" : nil, octets: Array(words.utf8))
      let late = ServerReply(code: side == .smtp ? 550 : nil, condition: side == .imap ? "NO" : nil, octets: Array(words.utf8))
      failures.append(SessionFailure(stage: .login, cause: .refused(reply), secret: SecretRecord(sent: .login)))
      failures.append(SessionFailure(stage: .login, cause: .temporary(reply), secret: SecretRecord(sent: .login)))
      failures.append(
        SessionFailure(
          stage: side == .imap ? .inbox : .sender, cause: .refused(late), secret: SecretRecord(sent: .login, accepted: .login)))
    }
    return failures
  }

  /// What the page of these two sides asserts: `ResultPage` shows the outcome of each side, the likely causes, and whether the
  /// secret is right.
  private static func page(_ imap: SessionFailure?, _ smtp: SessionFailure?, _ provider: Provider?) -> [Assertion] {
    guard let diagnosis = Diagnosis(Evidence(imap: imap, smtp: smtp), provider: provider) else { return [] }
    var asserted = Array(Set<Assertion>.established(imap: imap, smtp: smtp, isSecretRight: diagnosis.isSecretRight))
    for cause in diagnosis.causes.prefix(Diagnosis.likely) { asserted += cause.asserts(at: diagnosis.mailProtocol) }
    return asserted
  }

  @Test(
    "fault-advice-contradicts-accepted-secret, fault-switched-off-overrules-named-cause: no page asserts what excludes another assertion",
    arguments: [nil, "163", "gmail", "microsoft365", "aliyun", "fastmail"] as [String?])
  func pages(_ id: String?) throws {
    let provider = id.flatMap { id in ProviderDirectory().catalog.providers.first { $0.id == id } }
    #expect((provider == nil) == (id == nil))
    let (imaps, smtps) = (Self.failures(.imap), Self.failures(.smtp))
    for imap in [nil] + imaps.map(Optional.init) {
      for smtp in [nil] + smtps.map(Optional.init) {
        let asserted = Self.page(imap, smtp, provider)
        for (position, one) in asserted.enumerated() {
          for two in asserted[..<position] where !one.agrees(with: two) {
            Issue.record("\(id ?? "typed servers"): \(one) beside \(two): \(String(describing: imap)), \(String(describing: smtp))")
          }
        }
      }
    }
  }

  @Test("the test finds what excludes each other") func finds() {
    #expect(!Assertion.secretIsRight.agrees(with: .secretMayBeWrong) && !Assertion.works(.imap).agrees(with: .isOff(.imap)))
    #expect(
      !Assertion.secretSent(.smtp).agrees(with: .secretNotSent(.smtp)) && Assertion.secretSent(.smtp).agrees(with: .secretNotSent(.imap)))
  }
}
