// Sentences of causes that said what was not so.

import Catalog
import Diagnosis
import Sentences
import Testing
import Vocabulary

@Suite("Sentences of causes that were wrong") struct CauseFaultTests {
  private static let host = HostName("smtp.own.example")!
  private static let typed = ProviderTerms(host: host)
  private static let endpoint = Endpoint(host: host, port: 465, security: .tls)

  private func terms(_ id: String) throws -> ProviderTerms {
    ProviderTerms(try #require(ProviderDirectory().catalog.providers.first { $0.id == id }))
  }

  private func english(_ cause: Cause, _ terms: ProviderTerms) -> String {
    let sentence = CauseSentence(cause, terms)
    return sentence.headline.english + " " + sentence.advice.english
  }

  private func chinese(_ cause: Cause, _ terms: ProviderTerms) -> String {
    let sentence = CauseSentence(cause, terms)
    return sentence.headline.simplifiedChinese + sentence.advice.simplifiedChinese
  }

  @Test("fault-typed-servers-follow-the-guide: of servers that nobody knows there is no guide and no webmail", arguments: Cause.allCases)
  func noGuide(_ cause: Cause) {
    let said = english(cause, Self.typed)
    for word in ["step", "guide", "in the webmail", "'s own app password"] { #expect(!said.contains(word), "\(said)") }
    #expect(!chinese(cause, Self.typed).contains("按步骤"))
  }

  @Test("fault-smtp-said-to-be-off-at-the-imap-host: of servers that nobody knows no host is said to be off") func noHost() {
    for cause in [Cause.imapDisabled, .smtpDisabled, .appPasswordRequired] {
      #expect(!english(cause, Self.typed).contains("own.example"))
      #expect(!chinese(cause, Self.typed).contains("own.example"))
    }
    #expect(CauseSentence(.smtpDisabled, Self.typed).headline.english == "SMTP is turned off for this mailbox.")
    #expect(CauseSentence(.imapDisabled, Self.typed).headline.english == "IMAP is turned off for this mailbox.")
  }

  @Test("the account's own password is not set against the password for the web", arguments: ["aliyun", "orange", "biglobe", "gmx"])
  func ownPassword(_ id: String) throws {
    for cause in [Cause.appPasswordRequired, .wrongPassword, .unknown] {
      #expect(!(try english(cause, terms(id))).contains("not the password you use on the web"))
      #expect(!(try english(cause, terms(id))).contains("Copy the"))
    }
  }

  @Test(
    "fault-copy-again-what-is-never-shown-again: what is shown once is compared with the copy",
    arguments: ["163", "126", "icloud", "gmail"])
  func shownOnce(_ id: String) throws {
    let said = try english(.wrongPassword, terms(id))
    #expect(!said.contains("Copy the") && said.contains("your copy") && said.contains("create a new one"), "\(said)")
    #expect(try chinese(.wrongPassword, terms(id)).contains("重新生成"))
  }

  @Test("one switch is told as one, and the administrator's as the administrator's") func switches() throws {
    #expect(try english(.smtpDisabled, terms("163")).hasPrefix("IMAP and SMTP are turned off"))
    #expect(try english(.imapDisabled, terms("163")).hasPrefix("IMAP and SMTP are turned off"))
    for id in ["aliyun-enterprise", "google-workspace"] {
      #expect(try english(.imapDisabled, terms(id)).contains("Ask your administrator"))
      #expect(try chinese(.imapDisabled, terms(id)).contains("请管理员"))
    }
    #expect(try english(.imapDisabled, terms("microsoft365")).hasPrefix("IMAP is turned off"))
  }

  @Test(
    "fault-send-test-read-only-mailbox: a mailbox of which one may only read is told as that", arguments: ["READ-ONLY", "PERMANENTFLAGS"])
  func readOnly(_ code: String) {
    let reply = ServerReply(condition: "OK", responseCode: code, octets: Array("[\(code)] done".utf8))
    let failure = SessionFailure(stage: .inbox, cause: .refused(reply), secret: SecretRecord(sent: .login, accepted: .login))
    let happened = FailureSentence.text(failure, at: Self.endpoint)
    #expect(happened.english.contains("read-only") && happened.simplifiedChinese.contains("只读"))
    #expect(!happened.english.contains("does not open"))
    let causes = Diagnosis(Evidence(imap: failure, smtp: nil), provider: nil)?.causes
    #expect(causes == [.adminDisabled])
    let sentence = CauseSentence(.adminDisabled, Self.typed, behind: failure, of: .imap, at: Self.endpoint)
    #expect(sentence.headline.english.contains("not delete") && sentence.advice.english.contains("right to delete"))
    let other = SessionFailure(stage: .inbox, cause: .refused(ServerReply(condition: "NO", octets: Array("no".utf8))))
    #expect(FailureSentence.text(other, at: Self.endpoint).english.contains("does not open"))
  }

  @Test("no other form of the user name is suggested where there is one", arguments: ["aliyun-enterprise", "sina", "139"])
  func oneForm(_ id: String) throws { #expect(!(try english(.wrongUsernameForm, terms(id))).contains("part before the @")) }

  @Test(
    "fault-challenge-logins-told-wrongly: a server that takes passwords in another way takes passwords",
    arguments: ["DIGEST-MD5", "SCRAM-SHA-512", "NTLM"])
  func challenge(_ mechanism: String) {
    let failure = SessionFailure(stage: .login, cause: .noMechanism(offered: [mechanism]))
    let happened = FailureSentence.text(failure, at: Self.endpoint).english
    #expect(happened.contains(mechanism) && !happened.contains("with a password"), "\(happened)")
    let cause = CauseSentence(.authMechanismUnsupported, Self.typed, behind: failure, of: .imap, at: Self.endpoint)
    #expect(cause.headline.english.contains("accepts passwords") && cause.advice.english.contains("can still sign in"))
    // A mechanism without a password is none.
    let other = SessionFailure(stage: .login, cause: .noMechanism(offered: ["GSSAPI", "EXTERNAL"]))
    #expect(FailureSentence.text(other, at: Self.endpoint).english.contains("does not offer sign-in with a password"))
  }

  @Test(
    "fault-plain-greeting-on-a-tls-port: a greeting in clear is told as a port for STARTTLS",
    arguments: ["* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready", "220 mail.example.org ESMTP", "* PREAUTH in"])
  func plain(_ greeting: String) {
    for side in MailProtocol.allCases {
      let failure = SessionFailure(stage: .tls, cause: .net(.tls(.notTLS(said: Visible(greeting)))))
      let happened = FailureSentence.text(failure, at: Self.endpoint).english
      #expect(happened.contains("begins without TLS") && !happened.contains("sign-in page"))
      let cause = CauseSentence(.wrongServerOrPort, Self.typed, behind: failure, of: side, at: Self.endpoint)
      #expect(cause.advice.english.contains("STARTTLS instead of"))
      #expect(cause.command == "--\(side.rawValue)-security starttls")
    }
    let page = SessionFailure(stage: .tls, cause: .net(.tls(.notTLS(said: Visible("HTTP/1.1 302 Found")))))
    #expect(FailureSentence.text(page, at: Self.endpoint).english.contains("sign-in page"))
  }
}
