// What one side proves about the other, what the shape of the secret tells, and failures without a reply.

import Catalog
import Diagnosis
import TestSupport
import Testing
import Vocabulary

@Suite("Diagnosis of both sides") struct CombinationTests {
  private static let imapRefused = SessionFailure.loginRefused("NO [AUTHENTICATIONFAILED] Authentication failed.")
  private static let smtpRefused = SessionFailure.loginRefused("535 5.7.8 Error: authentication failed")

  private static func yandex() throws -> Provider { try #require(Bundled.catalog.provider(id: "yandex")) }

  @Test("nothing failed, nothing to diagnose") func nothing() throws {
    #expect(Diagnosis(Evidence(imap: nil, smtp: nil), provider: try Self.yandex()) == nil)
    #expect(Diagnosis(Evidence(imap: nil, smtp: nil, secretFits: false), provider: nil) == nil)
  }

  @Test("a secret that the other server accepted is not to blame") func innocentSecret() throws {
    let disabled = SessionFailure.loginRefused("NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled sc=x")
    let alone = try #require(Diagnosis(Evidence(imap: disabled, smtp: .unreached), provider: try Self.yandex()))
    #expect(alone.causes.contains(.appPasswordRequired))
    for other in [
      nil, SessionFailure(stage: .sender, cause: .refused(.smtp("553 no")), secret: SecretRecord(sent: .login, accepted: .login)),
    ] {
      let beside = try #require(Diagnosis(Evidence(imap: disabled, smtp: other), provider: try Self.yandex()))
      #expect(beside.mailProtocol == .imap)
      #expect(beside.causes == [.imapDisabled, .phoneBindingRequired])
    }
    // NetEase: the inbox refuses after an accepted login, so the code is right and SMTP has to be turned on.
    let inbox = SessionFailure(
      stage: .inbox, cause: .refused(.imap("NO SELECT Unsafe Login. Please contact kefu@188.com for help")),
      secret: SecretRecord(sent: .login, accepted: .login))
    let smtp = SessionFailure.loginRefused("535 Error: authentication failed")
    let netease = try #require(Bundled.catalog.provider(id: "163"))
    let both = try #require(Diagnosis(Evidence(imap: inbox, smtp: smtp), provider: netease))
    #expect(both.mailProtocol == .imap)
    #expect(both.causes == [.idRequired])
    let other = try #require(Diagnosis(Evidence(imap: nil, smtp: smtp), provider: netease))
    #expect(other.causes == [.smtpDisabled])
  }

  @Test("a server that did not answer proves nothing", arguments: [Stage.resolve, .connect, .tls, .greeting, .ehlo, .login]) func noAnswer(
    _ stage: Stage
  ) throws {
    let silent = SessionFailure(stage: stage, cause: .net(.timedOut))
    let disabled = SessionFailure.loginRefused("NO LOGIN invalid credentials or IMAP is disabled")
    let diagnosis = try #require(Diagnosis(Evidence(imap: disabled, smtp: silent), provider: try Self.yandex()))
    #expect(diagnosis.causes.contains(.appPasswordRequired))
  }

  @Test("the cause that explains both refusals comes first") func common() throws {
    let imap = SessionFailure.loginRefused("NO LOGIN invalid credentials or IMAP is disabled")
    let smtp = SessionFailure.loginRefused("535 5.7.8 Error: authentication failed: Invalid user or password!")
    let diagnosis = try #require(Diagnosis(Evidence(imap: imap, smtp: smtp), provider: try Self.yandex()))
    #expect(diagnosis.mailProtocol == .imap)
    #expect(diagnosis.causes.first == .appPasswordRequired)
    #expect(Set(diagnosis.causes) == [.imapDisabled, .appPasswordRequired, .wrongPassword, .codeExpiredOrRevoked, .phoneBindingRequired])
    #expect(diagnosis.causes.firstIndex(of: .imapDisabled) == 3)
  }

  @Test(
    "a secret of another shape is probably the password for the web",
    arguments: [(nil, .wrongPassword), (true, .wrongPassword), (false, .appPasswordRequired)] as [(Bool?, Cause)])
  func shape(_ fits: Bool?, _ first: Cause) throws {
    let evidence = Evidence(imap: Self.imapRefused, smtp: Self.smtpRefused, secretFits: fits)
    #expect(try #require(Diagnosis(evidence, provider: nil)).causes.first == first)
  }

  @Test("if the guide requires a generated secret, the account password is the usual mistake") func wantsGenerated() throws {
    let provider = try #require(SampleEntry.load(SampleEntry.whole).providers.first)
    let evidence = Evidence(imap: Self.imapRefused, smtp: .unreached)
    #expect(Diagnosis(evidence, provider: provider)?.causes == [.appPasswordRequired, .wrongPassword, .wrongUsernameForm, .imapDisabled])
    #expect(Diagnosis(evidence, provider: nil)?.causes == [.wrongPassword, .appPasswordRequired, .wrongUsernameForm, .imapDisabled])
  }

  @Test("a personal mailbox has no administrator") func noAdministrator() throws {
    let said = SessionFailure.loginRefused("NO [CONTACTADMIN] qqq")
    let evidence = Evidence(imap: said, smtp: .unreached)
    let personal = try #require(SampleEntry.load(SampleEntry.whole).providers.first)
    #expect(Diagnosis(evidence, provider: personal)?.causes == [.accountLockedOrSuspended])
    #expect(Diagnosis(evidence, provider: nil)?.causes == [.adminDisabled, .accountLockedOrSuspended])
  }

  @Test(
    "failures without a reply have the cause that they are, or none",
    arguments: [
      (.net(.noSuchHost(exists: false)), [.wrongServerOrPort, .networkProblem]), (.net(.dnsFailed), [.networkProblem]),
      (.net(.refused), [.wrongServerOrPort, .networkProblem]),
      (.net(.unreachable), [.networkProblem, .wrongServerOrPort]), (.net(.connectTimeout), [.networkProblem, .wrongServerOrPort]),
      (.net(.closedEarly(reset: true)), [.temporaryServerError, .tooManyConnections, .regionOrIPBlocked]),
      (.net(.timedOut), [.temporaryServerError]), (.net(.interrupted), []),
      (.net(.system(5)), [.unknown]),
      (.net(.tls(.notTLS(said: Visible("HTTP/1.1 400")))), [.networkProblem, .wrongServerOrPort]), (.net(.tls(.tooOld)), [.tlsProblem]),
      (.net(.tls(.failed(.damagedRecord))), [.tlsProblem]),
      (.net(.tls(.alert(TLSAlert(40)))), [.tlsProblem]),
      (.net(.tls(.clientCertificateWanted(TLSAlert(116)))), [.clientCertificateRequired]), (.net(.tls(.truncated)), [.tlsProblem]),
      (.net(.tls(.wrongName(found: []))), [.wrongServerOrPort, .tlsProblem]),
      (.net(.tls(.expired(since: ""))), [.tlsProblem, .clockWrong]),
      (.net(.tls(.notYetValid(until: ""))), [.clockWrong, .tlsProblem]),
      (.net(.tls(.untrusted(.unknownIssuer(Visible("x"))))), [.tlsProblem]),
      (.net(.tls(.selfSigned)), [.tlsProblem]), (.net(.tls(.weak())), [.tlsProblem]), (.net(.tls(.wrongPurpose())), [.tlsProblem]),
      (.net(.tls(.noTrustStore)), [.tlsProblem]), (.noStartTLS, [.tlsProblem]), (.tampered(.leftOverAtStartTLS), [.tlsProblem]),
      (.notThisProtocol(said: Visible("+OK"), service: .pop3), [.wrongServerOrPort]), (.brokenReply(said: Visible("x")), [.unknown]),
      (.tooMuch(.line), [.unknown]),
      (.loginDisabled, [.authMechanismUnsupported]), (.noMechanism(offered: ["NTLM"]), [.authMechanismUnsupported]),
      (.needsOAuth(offered: ["XOAUTH2"]), [.oauthRequired]), (.cannotVerify(.preauth), [.unknown]),
      // Unknown text: the cause is that of the failure itself, never "check your password" unless the server judged it.
      (.startTLSRefused(.smtp("454 too many login attempts, app password")), [.tlsProblem]),
      (.temporary(.smtp("499 qqq")), [.temporaryServerError]),
      (.serverUnavailable(.imap("BYE qqq")), [.temporaryServerError, .regionOrIPBlocked]), (.refused(.imap("NO qqq")), [.unknown]),
      (.takesNoToken(offered: ["PLAIN"]), [.authMechanismUnsupported]), (.takesNoUTF8, [.unicodeAddressUnsupported]),
    ] as [(SessionFailure.Cause, [Cause])])
  func withoutWords(_ cause: SessionFailure.Cause, _ expected: [Cause]) throws {
    let failure = SessionFailure(stage: .login, cause: cause)
    #expect(try #require(Diagnosis(Evidence(imap: failure, smtp: nil), provider: nil)).causes == expected)
  }

  @Test("a refused token blames no password, whatever the words are; if the other server accepted it, protocol access is off")
  func token() throws {
    let imap = SessionFailure(
      stage: .login, cause: .tokenRefused(.imap("NO [AUTHENTICATIONFAILED] Invalid credentials, wrong password"), nil))
    let smtp = SessionFailure(stage: .login, cause: .tokenRefused(.smtp("535 5.7.8 Username and Password not accepted"), nil))
    #expect(
      try #require(Diagnosis(Evidence(imap: imap, smtp: smtp), provider: nil)).causes.prefix(3) == [
        .tokenExpired, .tokenWrongScope, .tokenWrongUser,
      ])
    let causes = try #require(Diagnosis(Evidence(imap: imap, smtp: nil), provider: nil)).causes
    #expect(causes.first == .imapDisabled)
    let passwords: Set<Cause> = [.wrongPassword, .appPasswordRequired, .codeExpiredOrRevoked, .oauthRequired]
    #expect(passwords.isDisjoint(with: causes))
  }

  @Test("other servers are offered only if these refused the login for a reason that may differ between servers") func nextServers() throws
  {
    func offers(_ imap: SessionFailure?, _ smtp: SessionFailure?, has: Bool = true) -> Bool? {
      Diagnosis(Evidence(imap: imap, smtp: smtp), provider: nil, hasNextServers: has)?.offersNextServers
    }
    #expect(offers(Self.imapRefused, Self.smtpRefused) == true)
    #expect(offers(Self.imapRefused, Self.smtpRefused, has: false) == false)
    #expect(offers(.loginRefused("NO qqq"), nil) == true)
    #expect(offers(.loginRefused("NO IMAP is disabled"), .unreached) == false)
    #expect(offers(.unreached, .unreached) == false)
    #expect(offers(SessionFailure(stage: .inbox, cause: .refused(.imap("NO [NONEXISTENT] x"))), nil) == false)
    #expect(offers(SessionFailure(stage: .login, cause: .temporary(.imap("NO [UNAVAILABLE] x"))), .unreached) == false)
  }
}
