// Tests that no page contradicts itself about the secret, or says something false about it, whatever fails.

import Catalog
import Foundation
import Net
import Operations
import Output
import Session
import Terminal
import TestSupport
import Testing
import Vocabulary

@Suite("what is said about the secret", .waiting) struct SecretSentenceTests {
  /// A server that has refused the secret says which one it wants.
  private static let wantsAnother = SessionFailure.Cause.refused(
    ServerReply(code: 534, octets: Array("Application-specific password required".utf8)))

  private static let causes: [SessionFailure.Cause] = {
    let reply = ServerReply(condition: "NO", octets: Array("wobble".utf8))
    let wrong = ServerReply(code: 535, octets: Array("authentication failed, wrong password".utf8))
    let tls: [TLSFailure] = [
      .notTLS(said: Visible("x")), .tooOld, .failed(.damagedRecord), .alert(TLSAlert(40)), .tooMuch, .truncated,
      .wrongName(found: [Visible("a.example")]),
      .expired(since: "2020-01-01", of: .server), .notYetValid(until: "2040-01-01", of: .server), .untrusted(.unknownIssuer(Visible("x"))),
      .selfSigned, .weak(of: .server), .wrongPurpose(of: .server), .noTrustStore, .clientCertificateWanted(TLSAlert(116)),
    ]
    return [
      .net(.closedEarly(reset: true)), .net(.timedOut), .net(.system(24)), .noStartTLS, .startTLSRefused(reply),
      .tampered(.unaskedReply), .notThisProtocol(said: Visible("x"), service: .http), .brokenReply(said: Visible("x")),
      .brokenReply(said: Visible("")), .tooMuch(.dialogue), .serverUnavailable(reply), .temporary(reply), .loginDisabled,
      .noMechanism(offered: []), .needsOAuth(offered: ["XOAUTH2"]), .refused(reply), .refused(wrong), wantsAnother,
      .cannotVerify(.acceptedTooEarly), .cannotVerify(.preauth), .cannotVerify(.serverUnproven), .takesNoToken(offered: ["PLAIN"]),
      .takesNoUTF8,
      .tokenRefused(reply, nil),
    ] + tls.map { .net(.tls($0)) }
  }()

  /// Returns the possible states of the secret if a session ends at `stage`.
  private static func records(at stage: Stage) -> [SecretRecord] {
    switch stage {
    case .resolve, .connect, .tls, .greeting, .capability, .ehlo: [SecretRecord()]
    case .login: [SecretRecord(), SecretRecord(sent: .login)]
    case .id, .list, .inbox, .sender, .message, .arrival, .removal: [SecretRecord(sent: .login, accepted: .login)]
    }
  }

  private static func report(_ mailProtocol: MailProtocol, _ failure: SessionFailure?) throws -> SessionReport {
    let host = try #require(HostName("\(mailProtocol).own.example"))
    var report = SessionReport(
      mailProtocol: mailProtocol, endpoint: Endpoint(host: host, port: 1, security: .tls), username: "me@own.example")
    report.failure = failure
    report.secret = failure?.secret ?? SecretRecord(sent: .login, accepted: .login)
    if failure == nil { report.stages = [StageResult(stage: SessionReport.proof(mailProtocol), milliseconds: 1, status: .ok)] }
    return report
  }

  private static func outcomes(_ failing: MailProtocol, _ failure: SessionFailure, _ other: SessionFailure?, _ provider: Provider?) throws
    -> VerificationResult
  {
    let reports = try [
      failing: report(failing, failure), failing == .imap ? .smtp : .imap: report(failing == .imap ? .smtp : .imap, other),
    ]
    let (imap, smtp) = (try #require(reports[.imap]), try #require(reports[.smtp]))
    return VerificationResult(
      provider: provider, address: try MailAddress("me@own.example"),
      settings: ServerSettings(imap: imap.endpoint, smtp: smtp.endpoint, imapUsername: imap.username, smtpUsername: smtp.username),
      report: AccountReport(imap: imap, smtp: smtp), signIn: .password, secretFits: nil, group: 0, authority: nil)
  }

  private static func page(_ outcomes: VerificationResult, _ language: Language) throws -> String {
    let pipe = Pipe()
    ResultPage(verification: outcomes, language: language).show(on: Screen(pipe.fileHandleForWriting.fileDescriptor, usesColour: false))
    try pipe.fileHandleForWriting.close()
    return String(decoding: try #require(try pipe.fileHandleForReading.readToEnd()), as: UTF8.self)
  }

  /// Replies whose text and code contradict each other.
  private static let answers: [SessionFailure.Cause] =
    [
      .refused(ServerReply(code: 554, octets: Array("5.7.1 Relay access denied".utf8))),
      .refused(ServerReply(code: 530, octets: Array("5.7.0 Authentication required".utf8))),
      .refused(ServerReply(code: 550, octets: Array("authentication required".utf8))),
      .refused(ServerReply(code: 554, octets: Array("Client host [192.0.2.1] blocked using zen.spamhaus.org".utf8))),
      .refused(ServerReply(condition: "NO", octets: Array("use OAuth instead".utf8))),
      .refused(ServerReply(condition: "NO", octets: Array("mechanism not supported".utf8))),
      .refused(ServerReply(condition: "NO", octets: Array("Unsafe Login".utf8))),
      .temporary(ServerReply(code: 450, octets: Array("4.7.1 Sender address rejected: not owned by user".utf8))),
      .temporary(ServerReply(code: 454, octets: Array("4.7.1 Relay access denied".utf8))),
      .temporary(ServerReply(code: 450, octets: Array("4.1.8 Sender address rejected: Domain not found".utf8))),
      .temporary(ServerReply(code: 421, octets: Array("4.7.1 No required SSL certificate".utf8))),
      .temporary(ServerReply(code: 454, octets: Array("authentication failed, wrong password".utf8))),
      .serverUnavailable(ServerReply(condition: "BYE", octets: Array("IMAP access is disabled".utf8))),
    ] + causes.filter(\.isReply)

  /// Pairs of phrases that cannot both be true.
  private static let opposites: [Language: [(one: String, other: String)]] = [
    .english: [
      ("signed in", "does not offer sign-in"), ("signed in", "requires a sign-in"), ("signed in", "a sign-in is required"),
      ("signed in", "accepts only clients"), ("signed in", "does not accept passwords"), ("signed in", "does not allow sign-ins"),
      ("signed in", "did not complete the sign-in"), ("try again later", "may not send from"),
      ("Try again in a few minutes", "may not send from"),
      ("Try again in a few minutes", "does not relay"), ("at the moment", "is turned off"), ("at the moment", "accepts only clients"),
      ("had been accepted", "did not accept the connection"), ("signed in", "did not accept the connection"),
    ],
    .simplifiedChinese: [
      ("登录成功", "没有提供密码登录"), ("登录成功", "服务器要求登录"), ("登录成功", "不接受密码"), ("登录成功", "不允许从你现在的网络登录"), ("登录成功", "没有完成登录"),
      ("稍后再试", "不能用这个地址发信"), ("过几分钟再试", "不能用这个地址发信"), ("登录已经成功", "没有接受连接"), ("登录成功", "没有接受连接"),
    ],
  ]

  @Test(
    "fault-sign-in-denied-beside-signed-in, fault-put-off-sender-told-as-refused, fault-goodbye-after-login-told-as-none: no page states a thing and its opposite",
    arguments: MailProtocol.allCases, Language.allCases)
  func opposites(_ failing: MailProtocol, _ language: Language) throws {
    let provider = ProviderDirectory().catalog.provider(id: "yandex")
    for cause in Self.answers {
      for stage in [Stage.greeting, .login, SessionReport.proof(failing)] {
        for secret in Self.records(at: stage) {
          for provider in [nil, provider] {
            let failure = SessionFailure(stage: stage, cause: cause, secret: secret)
            let page = try Self.page(Self.outcomes(failing, failure, nil, provider), language)
            for (one, other) in Self.opposites[language] ?? [] {
              #expect(!page.contains(one) || !page.contains(other), "\(failing) \(stage) \(cause):\n\(page)")
            }
          }
        }
      }
    }
  }

  @Test(
    "fault-sign-in-denied-beside-signed-in: relaying denied after a login is reported as that",
    arguments: [
      "554 5.7.1 Relay access denied", "530 5.7.0 Authentication required", "550 authentication required", "550 5.7.1 Unable to relay",
      "550 relay not permitted", "454 4.7.1 Relay access denied",
    ])
  func relay(_ words: String) throws {
    let reply = ServerReply(code: Int(words.prefix(3)), octets: Array(words.dropFirst(4).utf8))
    let failure = SessionFailure(
      stage: .sender, cause: words.hasPrefix("4") ? .temporary(reply) : .refused(reply),
      secret: SecretRecord(sent: .login, accepted: .login))
    for (language, said) in [(Language.english, "does not relay mail for this address"), (.simplifiedChinese, "不为这个地址或用户名转发邮件")] {
      let page = try Self.page(Self.outcomes(.smtp, failure, nil, nil), language)
      #expect(page.contains(said) && !page.contains("465"), "\(page)")
    }
  }

  /// The sentences of the page about the secret.
  private struct Words {
    let notSent, sent, unknown, right, accepted: String
    let blames: [String]

    static let all: [Language: Words] = [
      .english: Words(
        notSent: "password was not sent to it", sent: "had already been sent to it", unknown: "not known whether it is correct",
        right: "is correct: a server accepted it", accepted: "password had been accepted",
        blames: [
          "or the username is wrong", "not the password you use on the web", "no longer works", "that it is still valid",
          "must be turned on first",
        ]),
      .simplifiedChinese: Words(
        notSent: "密码没有发给它", sent: "密码已经发给它", unknown: "不知道密码是否正确", right: "没有问题：服务器已经接受", accepted: "此前登录已经成功",
        blames: ["或用户名不对", "可能是网页登录密码", "已失效", "它是否还有效", "先开启双重验证"]),
    ]
  }

  private static let others: [SessionFailure?] = [
    nil, SessionFailure(stage: .connect, cause: .net(.connectTimeout)), SessionFailure(stage: .tls, cause: .net(.tls(.selfSigned))),
    SessionFailure(stage: .login, cause: .net(.timedOut), secret: SecretRecord(sent: .login)),
    SessionFailure(
      stage: .login, cause: .refused(ServerReply(code: 535, octets: Array("wrong password".utf8))), secret: SecretRecord(sent: .login)),
  ]

  private static func later(_ mailProtocol: MailProtocol) -> SessionFailure {
    SessionFailure(
      stage: SessionReport.proof(mailProtocol), cause: .refused(ServerReply(condition: "NO", octets: Array("wobble".utf8))),
      secret: SecretRecord(sent: .login, accepted: .login))
  }

  @Test(
    "fault-nothing-secret-was-sent-false, fault-login-answer-not-known-false, fault-advice-contradicts-accepted-secret: no page contradicts itself, whatever fails where",
    arguments: MailProtocol.allCases, Language.allCases)
  func pages(_ failing: MailProtocol, _ language: Language) throws {
    let words = try #require(Words.all[language])
    let provider = ProviderDirectory().catalog.provider(id: "yandex")
    let stages = SessionReport.course(failing) + [.id, .message, .arrival, .removal]
    for cause in Self.causes {
      for stage in stages {
        for secret in Self.records(at: stage) {
          for other in Self.others + [Self.later(failing == .imap ? .smtp : .imap)] {
            for provider in [nil, provider] {
              let failure = SessionFailure(stage: stage, cause: cause, secret: secret)
              let outcomes = try Self.outcomes(failing, failure, other, provider)
              let page = try Self.page(outcomes, language)
              let told: Comment = "\(failing) \(stage) \(cause), \(secret), other: \(String(describing: other)):\n\(page)"
              // The sentence about each server is true.
              for (side, failure) in [(failing, failure), (failing == .imap ? .smtp : .imap, other)] {
                guard let failure else { continue }
                let start = "\(side.rawValue.uppercased())\(language.colon)"
                let line = try #require(page.split(separator: "\n").first { $0.hasPrefix(start) })
                if line.contains(words.notSent) { #expect(failure.secret == SecretRecord(), told) }
                if line.contains(words.sent) { #expect(failure.secret == SecretRecord(sent: .login), told) }
                if line.contains(words.accepted) { #expect(failure.secret.accepted != nil, told) }
                if failure.secret.sent != nil { #expect(!line.contains("Nothing") && !line.contains("没有发送"), told) }
              }
              // The page contains only one statement about the secret itself.
              let isRight = outcomes.diagnosis?.isSecretRight == true
              let isAccepted = other?.secret.accepted != nil || other == nil || secret.accepted != nil
              let isBlamed = cause == Self.wantsAnother && secret.accepted == nil
              #expect(isRight == (isAccepted && !isBlamed), told)
              if page.contains(words.right) { #expect(isRight, told) }
              if isRight { #expect(!page.contains(words.unknown), told) }
              if isRight { for blame in words.blames { #expect(!page.contains(blame), told) } }
              #expect(page.components(separatedBy: words.notSent).count <= 3, told)
            }
          }
        }
      }
    }
  }

  @Test(
    "fault-same-sentence-twice: an unsent secret is mentioned once per server", arguments: MailProtocol.allCases, Language.allCases)
  func once(_ failing: MailProtocol, _ language: Language) throws {
    let words = try #require(Words.all[language])
    let causes: [TLSFailure] = [
      .selfSigned, .untrusted(.unknownIssuer(Visible("x"))), .expired(since: "2020-01-01", of: .server), .tooOld, .wrongName(found: []),
    ]
    for cause in causes {
      let failure = SessionFailure(stage: .tls, cause: .net(.tls(cause)))
      let page = try Self.page(Self.outcomes(failing, failure, nil, nil), language)
      #expect(page.components(separatedBy: words.notSent).count == 2, "\(page)")
    }
  }

  @Test(
    "fault-login-advice-after-accepted-login: after an accepted login no advice is about the login",
    arguments: [Stage.inbox, .list, .sender], ["wobble", "blah", "5.9.9 blah blah wobble"])
  func advice(_ stage: Stage, _ said: String) throws {
    let side = stage == .sender ? MailProtocol.smtp : .imap
    let reply = side == .smtp ? ServerReply(code: 554, octets: Array(said.utf8)) : ServerReply(condition: "NO", octets: Array(said.utf8))
    let failure = SessionFailure(stage: stage, cause: .refused(reply), secret: SecretRecord(sent: .login, accepted: .login))
    let page = try Self.page(Self.outcomes(side, failure, nil, nil), .english)
    #expect(page.contains("The sign-in is not the problem."))
    #expect(!page.contains("still valid") && !page.contains("turned on") && !page.contains("full address"))
  }
}

extension SessionFailure.Cause {
  /// A server's reply, whose text decides the rest of the page.
  fileprivate var isReply: Bool {
    switch self {
    case .refused, .tokenRefused, .temporary, .serverUnavailable: true
    case .net, .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .loginDisabled, .noMechanism,
      .needsOAuth, .takesNoToken, .takesNoUTF8, .cannotVerify:
      false
    }
  }
}
