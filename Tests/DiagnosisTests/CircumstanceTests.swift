// One test for each row of the table of circumstances: the same reply with and without the circumstance.

import TestSupport
import Testing
import Vocabulary

@testable import Catalog
@testable import Diagnosis

@Suite("Circumstances") struct CircumstanceTests {
  private static let refused = SessionFailure.loginRefused("NO [AUTHENTICATIONFAILED] qqq")
  private static let smtpRefused = SessionFailure.loginRefused("535 qqq")
  private static let inbox = SessionFailure(
    stage: .inbox, cause: .refused(.imap("NO qqq")), secret: SecretRecord(sent: .login, accepted: .login))
  private static let timedOut = SessionFailure(stage: .connect, cause: .net(.connectTimeout))
  private static let host = HostName("imap.mail.example.net")!
  private static let relative = HostName("mx-17.example.net")!
  private static let stranger = HostName("proxy.hotel.example")!

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let evidence: Evidence
    let causes: [Cause]
    var provider: String?
    var testDescription: String { name }
  }

  private static func certificate(_ names: [String]) -> SessionFailure {
    SessionFailure(stage: .tls, cause: .net(.tls(.wrongName(found: names.map { Visible($0) }))))
  }

  private static let rows: [Row] = [
    Row(
      name: "nothing else is known", evidence: Evidence(imap: refused, smtp: .unreached),
      causes: [.wrongPassword, .appPasswordRequired, .wrongUsernameForm, .imapDisabled]),
    Row(name: "SMTP took the secret", evidence: Evidence(imap: refused, smtp: nil), causes: [.wrongUsernameForm]),
    Row(
      name: "SMTP took the secret, and IMAP has a switch", evidence: Evidence(imap: refused, smtp: nil),
      causes: [.imapDisabled, .wrongUsernameForm],
      provider: "sina"),
    Row(
      name: "SMTP took the secret, and the words blame nothing else",
      evidence: Evidence(imap: .loginRefused("NO Invalid user name or password."), smtp: nil), causes: [.wrongUsernameForm]),
    Row(name: "IMAP took the secret", evidence: Evidence(imap: nil, smtp: smtpRefused), causes: [.wrongUsernameForm]),
    Row(
      name: "SMTP took the secret, but IMAP blames something else", evidence: Evidence(imap: .loginRefused("NO account locked"), smtp: nil),
      causes: [.accountLockedOrSuspended]),
    Row(
      name: "the secret has another shape", evidence: Evidence(imap: refused, smtp: .unreached, secretFits: false),
      causes: [.appPasswordRequired, .wrongPassword, .wrongUsernameForm, .imapDisabled]),
    Row(
      name: "the secret has the right shape", evidence: Evidence(imap: refused, smtp: .unreached, secretFits: true),
      causes: [.wrongPassword, .wrongUsernameForm, .imapDisabled, .appPasswordRequired]),
    Row(
      name: "the user name has another form", evidence: Evidence(imap: refused, smtp: .unreached, usernameFits: [.imap: false]),
      causes: [.wrongUsernameForm, .wrongPassword, .appPasswordRequired, .imapDisabled]),
    Row(
      name: "the user name has the right form", evidence: Evidence(imap: refused, smtp: .unreached, usernameFits: [.imap: true]),
      causes: [.wrongPassword, .appPasswordRequired, .imapDisabled, .wrongUsernameForm]),
    Row(
      name: "what is known of the other side's user name says nothing",
      evidence: Evidence(imap: refused, smtp: .unreached, usernameFits: [.smtp: false]),
      causes: [.wrongPassword, .appPasswordRequired, .wrongUsernameForm, .imapDisabled]),
    Row(
      name: "tokens were on offer", evidence: Evidence(imap: refused, smtp: .unreached, offered: [.imap: ["AUTH=PLAIN", "AUTH=XOAUTH2"]]),
      causes: [.wrongPassword, .appPasswordRequired, .wrongUsernameForm, .imapDisabled, .oauthRequired]),
    Row(
      name: "an SMTP server's list is one keyword",
      evidence: Evidence(imap: .unreached, smtp: smtpRefused, offered: [.smtp: ["PIPELINING", "AUTH PLAIN OAUTHBEARER"]]),
      causes: [.wrongPassword, .appPasswordRequired, .wrongUsernameForm, .smtpDisabled, .oauthRequired]),
    Row(
      name: "no tokens were on offer",
      evidence: Evidence(imap: refused, smtp: .unreached, offered: [.imap: ["AUTH=PLAIN", "X-XOAUTH2ISH"]]),
      causes: [.wrongPassword, .appPasswordRequired, .wrongUsernameForm, .imapDisabled]),
    Row(
      name: "a stranger greeted", evidence: Evidence(imap: refused, smtp: .unreached, hosts: [.imap: (asked: host, greeted: stranger)]),
      causes: [.wrongPassword, .appPasswordRequired, .wrongUsernameForm, .imapDisabled, .wrongServerOrPort]),
    Row(
      name: "another host of the owner's greeted",
      evidence: Evidence(imap: refused, smtp: .unreached, hosts: [.imap: (asked: host, greeted: relative)]),
      causes: [.wrongPassword, .appPasswordRequired, .wrongUsernameForm, .imapDisabled]),
    Row(
      name: "SMTP is silent beside IMAP", evidence: Evidence(imap: nil, smtp: timedOut), causes: [.networkProblem, .wrongServerOrPort]),
    Row(name: "both are silent", evidence: Evidence(imap: timedOut, smtp: timedOut), causes: [.networkProblem, .wrongServerOrPort]),
    Row(name: "IMAP got as far as the inbox", evidence: Evidence(imap: inbox, smtp: smtpRefused), causes: [.unknown]),
    Row(
      name: "a certificate, and nobody knows the provider", evidence: Evidence(imap: certificate(["example.org"]), smtp: nil),
      causes: [.wrongServerOrPort, .tlsProblem]),
    Row(
      name: "a certificate of the provider's", evidence: Evidence(imap: certificate(["mail.yandex.com"]), smtp: nil),
      causes: [.wrongServerOrPort], provider: "yandex"),
    Row(
      name: "a certificate of a stranger's", evidence: Evidence(imap: certificate(["proxy.hotel.example"]), smtp: nil),
      causes: [.tlsProblem, .wrongServerOrPort], provider: "yandex"),
    Row(
      name: "only tokens are on offer: known before a secret is sent",
      evidence: Evidence(imap: SessionFailure(stage: .login, cause: .needsOAuth(offered: ["XOAUTH2"])), smtp: nil), causes: [.oauthRequired]
    ),
    Row(
      name: "one side names what is wrong with the account, the other only refuses",
      evidence: Evidence(imap: refused, smtp: .loginRefused("535 account suspended")),
      causes: [.accountLockedOrSuspended, .wrongPassword, .appPasswordRequired, .wrongUsernameForm, .imapDisabled]),
    Row(
      name: "one side names what concerns itself alone", evidence: Evidence(imap: refused, smtp: .loginRefused("535 SMTP is disabled")),
      causes: [.smtpDisabled, .wrongPassword, .appPasswordRequired, .wrongUsernameForm, .imapDisabled]),
  ]

  @Test("a circumstance changes the causes of a reply", arguments: rows) func row(_ row: Row) throws {
    let provider = row.provider.flatMap { Bundled.catalog.provider(id: $0) }
    #expect(try #require(Diagnosis(row.evidence, provider: provider)).causes == row.causes)
  }

  @Test(
    "fault-oauth-term-used-as-a-secret: where no password is taken, a refused one means that, whatever the words blame",
    arguments: [
      ("microsoft365", "NO AUTHENTICATE failed.", "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [x]"),
      ("outlook", "NO LOGIN failed.", "535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [x]"),
      ("microsoft365-china", "NO AUTHENTICATE failed.", "535 5.7.3 Authentication unsuccessful"),
      ("outlook", "NO [AUTHENTICATIONFAILED] qqq", "535 qqq"), ("microsoft365", "NO Invalid user name or password.", "535 qqq"),
    ])
  func passwordsNotTaken(_ id: String, _ imap: String, _ smtp: String) throws {
    let provider = try #require(Bundled.catalog.provider(id: id))
    let evidence = Evidence(imap: .loginRefused(imap), smtp: .loginRefused(smtp))
    let diagnosis = try #require(Diagnosis(evidence, provider: provider))
    #expect(diagnosis.causes.first == .oauthRequired)
    #expect(Set(diagnosis.causes).isDisjoint(with: CircumstanceRule.blamesSecret))
    #expect(Outcome(diagnosis.failure, diagnosis.causes) == .unsupported)
    // Elsewhere the same words blame the password.
    #expect(try #require(Diagnosis(evidence, provider: Bundled.catalog.provider(id: "yandex"))).causes.first != .oauthRequired)
  }

  @Test("a token that neither server could check was not refused")
  func tokenNotChecked() throws {
    let unchecked = SessionFailure(
      stage: .login, cause: .tokenRefused(.smtp("535 5.7.8 Error: authentication failed: (reason unavailable)"), nil),
      secret: SecretRecord(sent: .login))
    let down = SessionFailure(
      stage: .login, cause: .temporary(.imap("NO [UNAVAILABLE] Temporary authentication failure.")), secret: SecretRecord(sent: .login))
    let diagnosis = try #require(Diagnosis(Evidence(imap: down, smtp: unchecked), provider: nil))
    #expect(diagnosis.causes.first == .temporaryServerError)
    #expect(diagnosis.outcome == .temporary)
    // With a word about the token, or beside a server that has refused it too, it was refused.
    let refused = SessionFailure(stage: .login, cause: .tokenRefused(.imap("NO x"), nil), secret: SecretRecord(sent: .login))
    let both = try #require(Diagnosis(Evidence(imap: refused, smtp: unchecked), provider: nil))
    #expect(both.outcome == .refused)
    let status = TokenStatus(status: Visible("invalid_token"))
    let said = SessionFailure(
      stage: .login, cause: .tokenRefused(.smtp("535 5.7.8 Error"), status), secret: SecretRecord(sent: .login))
    #expect(try #require(Diagnosis(Evidence(imap: down, smtp: said), provider: nil)).outcome == .refused)
  }

  @Test(
    "a status that says that the token could not be checked says nothing against it",
    arguments: ["internal_failure", "server_error", "temporarily_unavailable", "503"])
  func uncheckedStatus(_ word: String) throws {
    let cause = SessionFailure.Cause.tokenRefused(.imap("NO [AUTHENTICATIONFAILED] x"), TokenStatus(status: Visible(word)))
    let failure = SessionFailure(stage: .login, cause: cause, secret: SecretRecord(sent: .login))
    for other in [nil, failure] {
      let diagnosis = try #require(Diagnosis(Evidence(imap: failure, smtp: other), provider: nil))
      #expect(diagnosis.causes.first == .temporaryServerError && diagnosis.outcome == .temporary)
    }
  }

  @Test("each circumstance has one row", arguments: Circumstance.allCases) func complete(_ circumstance: Circumstance) {
    #expect(CircumstanceRule.all.count { $0.circumstance == circumstance } == 1)
  }

  @Test("a user name is compared with its side's first form, if that form can be built from the address") func usernames() throws {
    let address = try MailAddress("you@example.org")
    let icloud = try #require(Bundled.catalog.provider(id: "icloud"))
    let mine = try MailAddress("you@icloud.com")
    #expect(icloud.fits("you", of: mine, for: .imap) == true)
    #expect(icloud.fits("you@icloud.com", of: mine, for: .imap) == false)
    #expect(icloud.fits("you@icloud.com", of: mine, for: .smtp) == true)
    // At a domain of the user's own the account is known by another address.
    #expect(icloud.fits("you", of: address, for: .imap) == false)
    #expect(icloud.fits("you@example.org", of: address, for: .smtp) == false)
    #expect(icloud.fits("me", of: address, for: .imap) == nil)
    let aliyun = try #require(Bundled.catalog.provider(id: "aliyun-enterprise"))
    #expect(aliyun.fits("you@example.org", of: address, for: .smtp) == true)
  }
}
