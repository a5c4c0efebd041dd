// The page of a test message.

import Catalog
import Foundation
import Operations
import Output
import Terminal
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import Session

@Suite("the page of a test message", .waiting) struct DeliveryPageTests {
  private static func report(_ mailProtocol: MailProtocol, _ stages: [Stage]) throws -> SessionReport {
    let host = try #require(HostName("\(mailProtocol).own.example"))
    var report = SessionReport(
      mailProtocol: mailProtocol, endpoint: Endpoint(host: host, port: 1, security: .tls), username: "me@own.example")
    report.secret = SecretRecord(sent: .login, accepted: .login)
    report.stages = stages.map { StageResult(stage: $0, milliseconds: 7, status: .ok) }
    return report
  }

  private static func result(_ arrival: Arrival?, _ removal: Removal?) throws -> DeliveryResult {
    let address = try MailAddress("me@own.example")
    let message = TestMessage(from: address, words: ("A test", ["It may be deleted."]), seconds: 1_795_296_246, token: "0123456789abcdef")
    var delivery = DeliveryReport(
      message: message, imap: try report(.imap, [.login, .inbox, .arrival, .removal]), smtp: try report(.smtp, [.login, .sender, .message]))
    (delivery.submission, delivery.arrival, delivery.removal) = (.accepted, arrival, removal)
    let verification = VerificationResult(
      provider: nil, address: address,
      settings: ServerSettings(
        imap: delivery.imap.endpoint, smtp: delivery.smtp.endpoint, imapUsername: "me@own.example", smtpUsername: "me@own.example"),
      report: AccountReport(imap: delivery.imap, smtp: delivery.smtp), signIn: .password, secretFits: nil, group: 0, authority: nil)
    return DeliveryResult(report: delivery, verification: verification, patience: 1)
  }

  private static func page(_ arrival: Arrival?, _ removal: Removal?, _ language: Language) throws -> [String] {
    let pipe = Pipe()
    try result(arrival, removal).show(on: Screen(pipe.fileHandleForWriting.fileDescriptor, usesColour: false), language)
    try pipe.fileHandleForWriting.close()
    return String(decoding: try #require(try pipe.fileHandleForReading.readToEnd()), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(
    "fault-send-test-deleted-said-early: nothing is told as deleted that is only marked, or still there",
    arguments: [Arrival.Folder.inbox, .junk(Visible("Spam"))], Language.allCases)
  func marked(_ folder: Arrival.Folder, _ language: Language) throws {
    let arrival = Arrival(folder: folder, identifier: 7, milliseconds: 12, authentication: nil)
    let (deleted, marked) = language == .english ? ("IMAP deleted", "IMAP marked") : ("IMAP 删除", "IMAP 标记")
    func times(_ removal: Removal?) throws -> [String] { try Self.page(arrival, removal, language).filter { $0.hasSuffix(" ms") } }
    #expect(try times(.deleted).contains { $0.contains(deleted) })
    #expect(try times(.marked).contains { $0.contains(marked) } && !times(.marked).contains { $0.contains(deleted) })
    #expect(try !times(nil).contains { $0.contains(deleted) || $0.contains(marked) })
  }

  @Test("what the receiving server says of the sender is on the page, with advice only where it doubts it", arguments: Language.allCases)
  func authentication(_ language: Language) throws {
    func page(_ results: AuthenticationResults?) throws -> String {
      try Self.page(Arrival(folder: .inbox, identifier: 7, milliseconds: 12, authentication: results), .deleted, language).joined(
        separator: " ")
    }
    let (pass, soft, advice) = language == .english ? ("SPF pass", "DKIM soft fail", "as junk") : ("SPF 通过", "DKIM 基本未通过", "垃圾邮件")
    #expect(try !page(nil).contains("SPF"))
    let good = try page(AuthenticationResults(spf: .pass, dkim: nil, dmarc: .policy))
    #expect(good.contains(pass) && good.contains("DMARC") && !good.contains("DKIM") && !good.contains(advice))
    let doubtful = try page(AuthenticationResults(spf: .pass, dkim: .softfail, dmarc: nil))
    #expect(doubtful.contains(soft) && doubtful.contains(advice))
  }

  @Test("JSON has what the receiving server says of the sender, in the words of RFC 8601") func document() throws {
    let results = AuthenticationResults(spf: .softfail, dkim: nil, dmarc: Optional(.none))
    let arrival = Arrival(folder: .inbox, identifier: 7, milliseconds: 12, authentication: results)
    guard case .object(let keys) = try Self.result(arrival, .deleted).document(.english), case .object(let message) = keys["message"],
      case .object(let found) = message["arrival"]
    else { return #expect(Bool(false), "no arrival") }
    #expect(found["authentication"] == .object(["spf": .text("softfail"), "dkim": .null, "dmarc": .text("none")]))
  }
}
