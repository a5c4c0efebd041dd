// From the replies of both servers to the causes, their order, and the steps that resolve them.

import Diagnosis
import TestSupport
import Testing
import Vocabulary

@Suite("Diagnosis") struct DiagnosisTests {
  @Test("replies observed in Asia have the causes observed there", arguments: Said.asian) func asian(_ said: Said) throws {
    try observed(said)
  }

  @Test("replies observed elsewhere have the causes observed there", arguments: Said.western) func western(_ said: Said) throws {
    try observed(said)
  }

  /// Expects all causes in their order.
  private func observed(_ said: Said) throws {
    let provider = try #require(Bundled.catalog.provider(id: said.who))
    #expect(said.causes(at: provider) == said.causes)
  }

  @Test("usual software is recognized at unknown providers", arguments: Said.software) func software(_ said: Said) {
    #expect(said.causes(at: nil) == said.causes)
  }

  @Test("replies found later have the causes observed there", arguments: Said.later) func later(_ said: Said) {
    let provider = Bundled.catalog.provider(id: said.who)
    #expect((provider == nil) == said.who.hasPrefix("generic-"))
    let causes = said.causes(at: provider)
    #expect(causes.first == said.causes.first)
    // A general rule may suspect more or less than one report does. What both suspect is in the same order.
    #expect(causes.filter(said.causes.contains) == said.causes.filter(causes.contains))
  }

  @Test("replies that no rule was written from lead to their first cause", arguments: Said.allUnseen)
  func unseen(_ said: Said) throws {
    let isKnown = said.who.hasPrefix("at-")
    let provider = Bundled.catalog.provider(id: String(said.who.dropFirst(3)))
    #expect((provider != nil) == isKnown)
    let causes = said.causes(at: provider)
    #expect(causes.first == said.causes.first, "\(causes)")
  }

  @Test("tables are read completely") func tables() {
    let observed = Said.asian + Said.western + Said.software
    #expect(observed.count == 233)
    #expect(Set(observed.compactMap(\.id)).count == 233)
    #expect(Said.later.count == 92)
    #expect(Said.heldBack.count == 103)
    #expect(Said.unseen.count == 192)
    #expect(Said.unseenLater.count == 103)
    #expect(Said.unseenLast.count == 128)
    #expect(Said.unseenElsewhere.count == 197)
    #expect(Said.unseenAbroad.count == 90)
    #expect(Said.unseenAtTheEnd.count == 98)
    #expect(Said.unseenAfterwards.count == 90)
    #expect((observed + Said.later + Said.heldBack + Said.allUnseen).allSatisfy { !$0.causes.isEmpty })
  }

  @Test("replies in another charset are understood in it") func charsets() throws {
    // QQ's reply as received, in GBK, and exmail's reply to a LOGIN without arguments.
    let qq: [UInt8] =
      Array("Error: ".utf8) + [0xc7, 0xeb, 0xca, 0xb9, 0xd3, 0xc3, 0xca, 0xda, 0xc8, 0xa8, 0xc2, 0xeb, 0xb5, 0xc7, 0xc2, 0xbc, 0xa1, 0xa3]
    let exmail: [UInt8] = [0xc8, 0xb1, 0xc9, 0xd9] + Array("login".utf8) + [0xc3, 0xfb, 0xba, 0xcd, 0xc3, 0xdc, 0xc2, 0xeb]
    let smtp = SessionFailure(stage: .login, cause: .refused(ServerReply(code: 535, octets: qq)), secret: SecretRecord(sent: .login))
    let imap = SessionFailure(
      stage: .login, cause: .refused(ServerReply(condition: "BAD", octets: exmail)), secret: SecretRecord(sent: .login))
    let first = Diagnosis(Evidence(imap: .unreached, smtp: smtp), provider: Bundled.catalog.provider(id: "qq"))
    #expect(first?.causes.first == .appPasswordRequired)
    let second = Diagnosis(Evidence(imap: imap, smtp: .unreached), provider: Bundled.catalog.provider(id: "exmail"))
    #expect(second?.causes == [.clientProtocolError])
  }

  @Test("a provider's own rules apply to its servers only (cat-pattern-attack)") func foreignWords() throws {
    let said = SessionFailure.loginRefused("NO LOGIN invalid credentials or IMAP is disabled sc=x")
    let yandex = try #require(Bundled.catalog.provider(id: "yandex"))
    #expect(Diagnosis(Evidence(imap: said, smtp: .unreached), provider: yandex)?.causes.first == .imapDisabled)
    let phrase = SessionFailure.loginRefused("NO IB401 of another provider")
    #expect(Diagnosis(Evidence(imap: phrase, smtp: .unreached), provider: yandex)?.causes == [.unknown])
    #expect(Diagnosis(Evidence(imap: phrase, smtp: .unreached), provider: nil)?.steps == [])
  }

  @Test("the longest of several matches wins, at its own protocol and phase only") func longest() throws {
    let rules = """
      "replies": [
        { "protocol": "imap", "stage": "login", "match": "login error", "causes": ["wrong_password"] },
        { "protocol": "imap", "stage": "login", "match": "login error password", "causes": ["imap_disabled"] },
        { "protocol": "smtp", "stage": "login", "match": "login error password wrong", "causes": ["smtp_disabled"] },
        { "protocol": "any", "stage": "any", "match": "Login   ERROR", "causes": ["rate_limited"] },
        { "protocol": "any", "stage": "inbox", "match": "login error password wrong yes", "causes": ["id_required"] }
      ]
      """
    let entry = SampleEntry.entry("one").replacing(
      "\"replies\": [{ \"protocol\": \"imap\", \"stage\": \"login\", \"match\": \"so no\", \"causes\": [\"imap_disabled\", \"wrong_password\"] }]",
      with: rules)
    let provider = try #require(SampleEntry.load(SampleEntry.catalog([entry])).providers.first)
    func causes(_ row: String) throws -> [Cause] { try #require(Said.table("\(row) | unknown").first).causes(at: provider) }
    #expect(try causes("one imap login | NO Login Error password wrong yes") == [.imapDisabled])
    #expect(try causes("one smtp login | 535 LOGIN  error\tpassword wrong") == [.smtpDisabled])
    #expect(try causes("one imap inbox | NO login error password wrong yes") == [.idRequired])
    #expect(try causes("one smtp sender | 550 login error") == [.rateLimited])
    #expect(try causes("one smtp login | 535 login err") == [.appPasswordRequired, .wrongPassword, .wrongUsernameForm, .smtpDisabled])
  }

  @Test("steps are those that resolve the likely causes, ascending, each once") func steps() throws {
    let provider = try #require(SampleEntry.load(SampleEntry.whole).providers.first)
    let failure = SessionFailure.loginRefused("NO so no")
    let diagnosis = try #require(Diagnosis(Evidence(imap: failure, smtp: .unreached), provider: provider))
    #expect(diagnosis.causes == [.imapDisabled, .wrongPassword])
    #expect(diagnosis.steps == [1, 2])
    #expect(diagnosis.stepForCause == [.imapDisabled: 1, .wrongPassword: 2])
    let reversed = SessionFailure.loginRefused("NO [AUTHENTICATIONFAILED] no")
    #expect(Diagnosis(Evidence(imap: reversed, smtp: .unreached), provider: provider)?.steps == [2])
  }

  @Test("for unknown replies the steps are those most often forgotten") func unknown() throws {
    let provider = try #require(SampleEntry.load(SampleEntry.whole).providers.first)
    let diagnosis = try #require(Diagnosis(Evidence(imap: .loginRefused("NO qqq"), smtp: .unreached), provider: provider))
    #expect(diagnosis.causes == [.unknown])
    #expect(diagnosis.steps == [1, 2])
  }

  @Test("the side that succeeded is reported") func fine() {
    let refused = SessionFailure.loginRefused("NO qqq")
    #expect(Diagnosis(Evidence(imap: refused, smtp: nil), provider: nil)?.fine == .smtp)
    #expect(Diagnosis(Evidence(imap: nil, smtp: refused), provider: nil)?.fine == .imap)
    #expect(Diagnosis(Evidence(imap: refused, smtp: .unreached), provider: nil)?.fine == nil)
  }

  @Test(
    "a lock-out is announced only for causes that count attempts",
    arguments: [
      ("NO too many failed logins", true), ("NO account locked", true), ("NO IMAP is disabled", false),
      ("NO [AUTHENTICATIONFAILED] x", false),
    ])
  func lockout(_ line: String, _ expected: Bool) {
    #expect(Diagnosis(Evidence(imap: .loginRefused(line), smtp: .unreached), provider: nil)?.risksLockout == expected)
  }

  @Test("a secret that one server accepted is right") func rightSecret() {
    let refused = SessionFailure.loginRefused("NO qqq")
    let inbox = SessionFailure(stage: .inbox, cause: .refused(.imap("NO qqq")), secret: SecretRecord(sent: .login, accepted: .login))
    #expect(Diagnosis(Evidence(imap: refused, smtp: nil), provider: nil)?.isSecretRight == true)
    #expect(Diagnosis(Evidence(imap: inbox, smtp: .unreached), provider: nil)?.isSecretRight == true)
    #expect(Diagnosis(Evidence(imap: refused, smtp: .unreached), provider: nil)?.isSecretRight == false)
  }

  @Test("what a provider adds to its usual refusal tells more than the refusal") func added() throws {
    let gmx = try #require(Bundled.catalog.provider(id: "gmx"))
    let usual = SessionFailure.loginRefused("535 Authentication credentials invalid")
    let added = SessionFailure.loginRefused("535 Authentication credentials invalid, account locked")
    #expect(try #require(Diagnosis(Evidence(imap: .unreached, smtp: usual), provider: gmx)).causes.first == .imapDisabled)
    #expect(Diagnosis(Evidence(imap: .unreached, smtp: added), provider: gmx)?.causes == [.accountLockedOrSuspended])
  }

  @Test(
    "every cause that the catalog names can be resolved by a step, or is not the user's doing",
    arguments: ["yandex", "163", "icloud", "sina", "aliyun-enterprise"])
  func guides(_ id: String) throws {
    let provider = try #require(Bundled.catalog.provider(id: id))
    let mended = Set(provider.steps.flatMap(\.solves))
    #expect(mended.isSuperset(of: [.appPasswordRequired, .wrongPassword]))
    for line in ["NO [AUTHENTICATIONFAILED] no", "535 5.7.8 no"] {
      let failure = SessionFailure.loginRefused(line)
      let isSMTP = line.hasPrefix("5")
      let evidence = Evidence(imap: isSMTP ? .unreached : failure, smtp: isSMTP ? failure : .unreached)
      #expect(try #require(Diagnosis(evidence, provider: provider)).steps.isEmpty == false)
    }
  }
}
