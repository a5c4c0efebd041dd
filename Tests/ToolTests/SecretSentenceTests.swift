// Tests that no page contradicts itself about the secret, or says something false about it, whatever fails.

import Catalog
import Foundation
import Net
import Session
import Terminal
import TestSupport
import Testing
import Vocabulary

@testable import Wizard

@Suite("what is said about the secret") struct SecretSentenceTests {
  private static let causes: [SessionFailure.Cause] = {
    let reply = ServerReply(condition: "NO", octets: Array("wobble".utf8))
    let wrong = ServerReply(code: 535, octets: Array("authentication failed, wrong password".utf8))
    let generated = ServerReply(code: 534, octets: Array("Application-specific password required".utf8))
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
      .noMechanism(offered: []), .needsOAuth(offered: ["XOAUTH2"]), .refused(reply), .refused(wrong), .refused(generated),
      .cannotVerify(.acceptedTooEarly), .cannotVerify(.preauth),
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
    if failure == nil { report.stages = [StageResult(stage: SessionReport.proof(mailProtocol), milliseconds: 1, verdict: .ok)] }
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
      report: AccountReport(imap: imap, smtp: smtp), secretFits: nil, group: 0, authority: nil)
  }

  private static func page(_ outcomes: VerificationResult, _ language: Language) throws -> String {
    let pipe = Pipe()
    ResultPage(outcomes: outcomes, language: language).show(on: Screen(pipe.fileHandleForWriting.fileDescriptor, usesColour: false))
    try pipe.fileHandleForWriting.close()
    return String(decoding: try #require(try pipe.fileHandleForReading.readToEnd()), as: UTF8.self)
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
                let line = try #require(page.split(separator: "\n").first { $0.hasPrefix("\(side.rawValue.uppercased()):") })
                if line.contains(words.notSent) { #expect(failure.secret == SecretRecord(), told) }
                if line.contains(words.sent) { #expect(failure.secret == SecretRecord(sent: .login), told) }
                if line.contains(words.accepted) { #expect(failure.secret.accepted != nil, told) }
                if failure.secret.sent != nil { #expect(!line.contains("Nothing") && !line.contains("没有发送"), told) }
              }
              // The page contains only one statement about the secret itself.
              let isRight = outcomes.diagnosis?.isSecretRight == true
              #expect(isRight == (other?.secret.accepted != nil || other == nil || secret.accepted != nil), told)
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
    "fault-same-sentence-twice: what is not sent is said once for a server", arguments: MailProtocol.allCases, Language.allCases)
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
    "fault-login-advice-after-accepted-login: after an accepted login no advice speaks of it",
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
