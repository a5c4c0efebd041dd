// What the user is told to do: the steps on the page, who has to act, and what the menu offers first.

import Diagnosis
import TestSupport
import Testing
import Vocabulary

@Suite("Remedies") struct RemedyTests {
  private func diagnosis(_ provider: String, _ imap: String, _ smtp: String) throws -> Diagnosis {
    try #require(
      Diagnosis(Evidence(imap: .loginAnswered(imap), smtp: .loginAnswered(smtp)), provider: Bundled.catalog.provider(id: provider)))
  }

  private static let refused: [(String, String, String)] = [
    ("sina", "NO LOGIN Authentication failure", "535 the email account of sina smtp is not enabled"),
    (
      "qq", "NO Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy",
      "535 no"
    ),
    ("163", "NO LOGIN Login error or password error", "535 Error: authentication failed"),
    ("mail-ru", "NO [AUTHENTICATIONFAILED] NEOBHODIM parol prilozheniya", "535 5.7.0 NEOBHODIM parol prilozheniya"),
    ("infomaniak", "NO [AUTHENTICATIONFAILED] no", "535 5.7.0 Invalid login or password"), ("telstra", "NO Login failed.", "535 no"),
    ("icloud", "NO [AUTHENTICATIONFAILED] Authentication failed", "535 5.7.8 Error: authentication failed"),
  ]

  @Test("fault-remedy-steps-in-reverse, fault-remedy-step-without-its-page: the steps ascend, from the page on", arguments: refused)
  func ascending(_ id: String, _ imap: String, _ smtp: String) throws {
    let steps = try diagnosis(id, imap, smtp).steps
    let guide = try #require(Bundled.catalog.provider(id: id)).steps
    #expect(!steps.isEmpty && steps == steps.sorted() && Set(steps).count == steps.count)
    for part in Set(steps.map { guide[$0].part }) {
      let own = steps.filter { guide[$0].part == part }
      // Each part begins where the user opens a page, or at its beginning.
      #expect(guide[own[0]].url != nil || own[0] == guide.firstIndex { $0.part == part }, "\(id): \(steps)")
      #expect(own == Array(own[0]...own[own.count - 1]), "\(id): \(steps)")
    }
  }

  @Test("fault-steps-for-causes-not-shown: each step leads to one of the likely causes", arguments: refused)
  func shown(_ id: String, _ imap: String, _ smtp: String) throws {
    let diagnosis = try diagnosis(id, imap, smtp)
    let likely = Set(diagnosis.causes.prefix(Diagnosis.likely))
    #expect(Set(diagnosis.stepForCause.keys).isSubset(of: likely))
    #expect(diagnosis.steps.last == diagnosis.stepForCause.values.max())
  }

  @Test("the switch is among the likely causes where a reply lists all reasons") func commonest() throws {
    for id in ["qq", "exmail"] {
      let reply = "Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy"
      #expect(try diagnosis(id, "NO " + reply, "535 " + reply).causes.prefix(Diagnosis.likely).contains(.imapDisabled))
    }
  }

  @Test(
    "fault-administrators-step-given-to-the-user: a step of the administrator is not among the user's, and is to be forwarded",
    arguments: [
      ("aliyun-enterprise", "NO IMAP is not enabled", "535 SMTP is not enabled"),
      ("microsoft365", "NO IMAP is disabled", "535 5.7.139 SmtpClientAuthentication is disabled for the Mailbox."),
      ("google-workspace", "NO [ALERT] Your account is not enabled for IMAP use.", "535 no"),
    ])
  func administrator(_ id: String, _ imap: String, _ smtp: String) throws {
    let diagnosis = try diagnosis(id, imap, smtp)
    let guide = try #require(Bundled.catalog.provider(id: id)).steps
    #expect(diagnosis.needsAdministrator)
    #expect(diagnosis.steps.allSatisfy { guide[$0].part != .administrator })
  }

  @Test("the menu begins with what the first cause wants", arguments: Cause.allCases) func menu(_ cause: Cause) {
    let words: [Cause: String] = [
      .imapDisabled: "NO IMAP is disabled", .appPasswordRequired: "NO app password required",
      .accountLockedOrSuspended: "NO account locked",
      .rateLimited: "NO too many attempts", .temporaryServerError: "NO maintenance", .tlsRequired: "NO [PRIVACYREQUIRED] x",
    ]
    guard let reply = words[cause], let diagnosis = Diagnosis(Evidence(imap: .loginRefused(reply), smtp: nil), provider: nil) else {
      return
    }
    #expect(diagnosis.causes.first == cause)
    let risky: Set<Cause> = [.accountLockedOrSuspended, .rateLimited]
    #expect(diagnosis.remedy(after: 1) == (risky.contains(cause) ? .later : cause.remedy))
    // The third refusal endangers the account, whatever the cause is.
    #expect(diagnosis.remedy(after: 3) == .later)
    #expect(diagnosis.mayRepeat == (cause != .appPasswordRequired))
  }

  @Test(
    "a refusal that nobody understands is most often one of the secret; behind a login it is not",
    arguments: ["NO wobble", "NO 5.9.9 x"])
  func unknown(_ reply: String) throws {
    let refused = try #require(Diagnosis(Evidence(imap: .loginRefused(reply), smtp: .loginRefused("535 wobble")), provider: nil))
    #expect(refused.causes.first == .unknown && refused.remedy(after: 1) == .otherSecret && refused.mayRepeat)
    let failure = SessionFailure(
      stage: .inbox, cause: .refused(ServerReply(condition: "NO", octets: Array("wobble".utf8))),
      secret: SecretRecord(sent: .login, accepted: .login))
    let later = try #require(Diagnosis(Evidence(imap: failure, smtp: nil), provider: nil))
    #expect(later.remedy(after: 1) == .leave)
  }
}
