// Two failures of one account: which of them explains it.

import Diagnosis
import TestSupport
import Testing
import Vocabulary

@Suite("Two failures of one account") struct WeighingTests {
  private typealias Row = (provider: String?, imap: String?, smtp: String?, causes: [Cause])

  /// Expects the first causes of an account whose servers reply to the login so. `nil` is a server that accepts it.
  private func expect(_ rows: [Row], fits: [MailProtocol: Bool] = [:], _ location: SourceLocation = #_sourceLocation) throws {
    for row in rows {
      let provider = row.provider.flatMap { Bundled.catalog.provider(id: $0) }
      #expect((provider == nil) == (row.provider == nil), sourceLocation: location)
      let evidence = Evidence(
        imap: row.imap.map(SessionFailure.loginAnswered), smtp: row.smtp.map(SessionFailure.loginAnswered), secretFits: nil,
        usernameFits: fits)
      let causes = try #require(Diagnosis(evidence, provider: provider)).causes
      #expect(Array(causes.prefix(row.causes.count)) == row.causes, "\(row): \(causes)", sourceLocation: location)
    }
  }

  @Test("fault-switched-off-overrules-named-cause: what a server names stands, whatever the other accepted") func named() throws {
    try expect([
      ("gmail", nil, "534 5.7.9 Application-specific password required. For more information, go to", [.appPasswordRequired]),
      ("mail-ru", nil, "535 5.7.0 NEOBHODIM parol prilozheniya", [.appPasswordRequired]),
      ("aol", nil, "535 5.7.0 (#MBR1240) Please verify your account by going to https://login.aol.com", [.webLoginRequired]),
      ("163", "NO Please use the authorization code to log in", nil, [.appPasswordRequired]),
      ("zoho", nil, "535 5.7.8 Your password has expired", [.passwordExpired]),
    ])
    let gmail = try #require(Bundled.catalog.provider(id: "gmail"))
    let both = Evidence(imap: nil, smtp: .loginRefused("534 5.7.9 Application-specific password required"))
    #expect(Diagnosis(both, provider: gmail)?.isSecretRight == false)
    // "Switched off" is a guess only where there is a switch.
    let bare = Evidence(imap: nil, smtp: .loginRefused("535 5.7.8 no"))
    #expect(Diagnosis(bare, provider: gmail)?.causes.contains(.smtpDisabled) == false)
  }

  @Test("fault-typed-servers-switched-off-first: of servers that nobody knows nothing is switched off") func typed() throws {
    try expect([
      (nil, "NO LOGIN User name or passwd rejected", nil, [.wrongUsernameForm]),
      (nil, nil, "535 5.7.8 Error: authentication failed", [.wrongUsernameForm]),
      (nil, "NO [AUTHENTICATIONFAILED] no", nil, [.wrongUsernameForm]),
      // Unless the server says so.
      (nil, "NO IMAP access is disabled for this account", nil, [.imapDisabled]),
    ])
  }

  @Test("fault-one-switch-for-both: where one switch is for both, one server's word about it is enough") func oneSwitch() throws {
    try expect([
      ("163", "NO LOGIN Login error or password error", "550 User has no permission", [.smtpDisabled, .appPasswordRequired]),
      ("126", "NO LOGIN Login error password error", "550 User has no permission", [.smtpDisabled]),
      ("qq", "NO IMAP service is not open", "535 Error: authentication failed", [.imapDisabled]),
    ])
    let netease = try #require(Bundled.catalog.provider(id: "163"))
    #expect(netease.protocolSwitch == .one)
    let both = Evidence(imap: .loginRefused("NO LOGIN Login error password error"), smtp: .loginRefused("550 User has no permission"))
    let diagnosis = try #require(Diagnosis(both, provider: netease))
    #expect(diagnosis.causes.count { $0 == .imapDisabled || $0 == .smtpDisabled } == 1)
    #expect(diagnosis.mailProtocol == .smtp)
    #expect(diagnosis.stepForCause[.smtpDisabled] != nil)
  }

  @Test("fault-definite-reply-dropped: a reply that names its cause goes before the guesses about the other") func definite() throws {
    try expect([
      ("netease-enterprise", "NO LOGIN ERR.LOGIN.PERMDENY", "535 Error: authentication failed", [.planDoesNotIncludeIMAP, .adminDisabled]),
      ("netease-enterprise", "NO LOGIN ERR.LOGIN.DOMAINDENY", "535 Error: authentication failed", [.adminDisabled]),
      (nil, "NO Login failed.", "535 5.7.8 Your account has been suspended", [.accountLockedOrSuspended, .wrongPassword]),
      (nil, "NO [EXPIRED] no", "535 no", [.passwordExpired, .wrongPassword]),
    ])
  }

  @Test("fault-first-cause-of-the-rule-not-shown: what the entry knows of a refusal goes before what is said of any") func entry() throws {
    try expect([
      ("aliyun-enterprise", "NO LOGIN failed", "526 Authentication failure[0]", [.appPasswordRequired]),
      ("gmail", "NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "535 no", [.appPasswordRequired, .wrongPassword]),
      ("naver", "NO LOGIN failed", "535 5.7.1 Username and Password not accepted x - nsmtp", [.appPasswordRequired]),
    ])
  }

  @Test("fault-account-password-wanted-not-web-password: where the account's password is the secret, no other is wanted") func own() throws
  {
    for (id, imap, smtp) in [
      ("aliyun", "NO LOGIN failed: username or password invalid", "526 Authentication failure[0]"),
      ("orange", "NO Login failed.", "535 no"),
      ("biglobe", "NO [AUTHENTICATIONFAILED] no", "535 5.7.8 Error: authentication failed"),
    ] {
      let evidence = Evidence(imap: .loginRefused(imap), smtp: .loginRefused(smtp))
      let causes = try #require(Diagnosis(evidence, provider: Bundled.catalog.provider(id: id))).causes
      #expect(causes.first == .wrongPassword && !causes.contains(.appPasswordRequired), "\(id): \(causes)")
    }
  }

  @Test("fault-user-name-form-where-there-is-one: no other form is suggested where there is one and it was used") func oneForm() throws {
    for id in ["aliyun-enterprise", "sina", "139", "263"] {
      let provider = Bundled.catalog.provider(id: id)
      let evidence = Evidence(
        imap: .loginRefused("NO LOGIN failed"), smtp: .loginRefused("526 Authentication failure[0]"),
        usernameFits: [.imap: true, .smtp: true])
      let causes = try #require(Diagnosis(evidence, provider: provider)).causes
      #expect(!causes.contains(.wrongUsernameForm) && !causes.isEmpty, "\(id): \(causes)")
    }
  }

  @Test("fault-icloud-own-domain-user-name: at a domain of one's own the user name is that of the iCloud address") func ownDomain() throws {
    let icloud = try #require(Bundled.catalog.provider(id: "icloud"))
    for address in ["me@own.example", "you@a.example.org", "x@xn--fiqs8s.example"] {
      let address = try MailAddress(address)
      let fits = [MailProtocol.imap: address.localPart, .smtp: address.description].compactMapValues { $0 }
      var evidence = Evidence(
        imap: .loginRefused("NO [AUTHENTICATIONFAILED] Authentication failed"),
        smtp: .loginRefused("535 5.7.8 Error: authentication failed"))
      for (side, name) in fits { evidence.usernameFits[side] = icloud.fits(name, of: address, for: side) }
      #expect(Diagnosis(evidence, provider: icloud)?.causes.first == .wrongUsernameForm)
    }
  }

  @Test("fault-temporary-side-loses: a server at fault is named first, and the refused password stays refused") func temporary() throws {
    for (imap, smtp) in [
      ("NO [UNAVAILABLE] Temporary problem, please try again later", "535 Authentication failed."), ("NO [SERVERBUG] oops", "535 5.7.8 no"),
      ("NO Login failed.", "454 4.7.0 Temporary authentication failure"),
    ] {
      let evidence = Evidence(imap: .loginAnswered(imap), smtp: .loginAnswered(smtp))
      let diagnosis = try #require(Diagnosis(evidence, provider: nil))
      #expect(diagnosis.causes.prefix(2) == [.temporaryServerError, .wrongPassword], "\(diagnosis.causes)")
      #expect(diagnosis.outcome == .refused)
    }
  }

  @Test("fault-oauth-term-used-as-a-secret: where one signs in in a browser, two refused passwords say that") func oauth() throws {
    try expect([
      (
        "microsoft365", "NO AUTHENTICATE failed.", "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [x]",
        [.oauthRequired]
      ),
      ("outlook", "NO LOGIN failed.", "535 5.7.3 Authentication unsuccessful", [.oauthRequired]),
      ("microsoft365", "NO [AUTHENTICATIONFAILED] no", "535 no", [.oauthRequired]),
    ])
    let evidence = Evidence(imap: .loginRefused("NO LOGIN failed."), smtp: .loginRefused("535 5.7.3 Authentication unsuccessful"))
    #expect(Diagnosis(evidence, provider: Bundled.catalog.provider(id: "outlook"))?.outcome == .unsupported)
  }
}

extension SessionFailure {
  /// Returns a login answered with this reply, as the session classifies it.
  static func loginAnswered(_ line: String) -> SessionFailure {
    let isForNow = line.hasPrefix("4") || ["[UNAVAILABLE]", "[SERVERBUG]", "[INUSE]"].contains { line.contains($0) }
    guard isForNow, let reply = loginRefused(line).reply else { return loginRefused(line) }
    return SessionFailure(stage: .login, cause: .temporary(reply), secret: SecretRecord(sent: .login))
  }
}
