// A password can be an ordinary word of a server's reply. The meaning of the reply must not depend on it.

import Catalog
import Diagnosis
import TestSupport
import Testing
import Vocabulary
import Wire

@testable import Session

@Suite struct MaskedReplyTests {
  private static let ordinary = [
    "many", "IMAP", "disabled", "relay", "password", "access", "denied", "Too many", "login", "failed", "connections", "Application",
    "specific", "invalid", "credentials", "authentication", "username", "incorrect", "account", "locked", "suspended", "quota", "exceeded",
    "temporarily", "server", "mailbox", "sender", "rejected", "verify", "browser", "required", "授权码", "登录", "535", "5.7.8",
    "AUTHENTICATIONFAILED",
  ]

  /// Returns a watch that has recorded `secret` as sent.
  private static func watch(_ secret: String, _ said: Said) throws -> SecretWatch {
    let plan = SessionPlan(
      mailProtocol: said.mailProtocol, endpoint: Endpoint(host: try #require(HostName("mail.example.org")), port: 1, security: .tls),
      credentials: Credentials(username: TestAccount.username, password: Secret(copying: Array(secret.utf8))),
      sender: try MailAddress(TestAccount.username), quirks: Quirks(), recipientMeaning: { $0.recipientMeaning(at: nil) })
    let watch = SecretWatch([plan])
    watch.note(said.mailProtocol) { $0.sent = .login }
    return watch
  }

  private static func masked(_ said: Said, _ secret: String) throws -> SessionFailure {
    var report = SessionReport(
      mailProtocol: said.mailProtocol, endpoint: Endpoint(host: try #require(HostName("mail.example.org")), port: 1, security: .tls),
      username: TestAccount.username)
    report.failure = said.failure
    return try #require(report.masked(by: watch(secret, said), after: [said.reply.octets]).failure)
  }

  private static func diagnosis(_ said: Said, _ failure: SessionFailure, _ provider: Provider?) -> Diagnosis? {
    let evidence = said.mailProtocol == .imap ? Evidence(imap: failure, smtp: nil) : Evidence(imap: nil, smtp: failure)
    return Diagnosis(evidence, provider: provider)
  }

  @Test(
    "fault-cause-depends-on-the-mask: causes and status are the same for every password, and the shown text does not contain it",
    arguments: [Said.asian, Said.western, Said.software, Said.allUnseen])
  func causes(_ table: [Said]) throws {
    var changed = 0
    for said in table {
      let provider = Bundled.catalog.provider(id: said.who) ?? Bundled.catalog.provider(id: String(said.who.dropFirst(3)))
      let plain = Self.diagnosis(said, said.failure, provider)
      let words = said.line.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count >= 4 }
      // The words of the reply itself are the hardest passwords.
      let ordinary = Self.ordinary.filter { said.line.lowercased().contains($0.lowercased()) }
      for secret in ordinary.prefix(2) + words.prefix(1) + words.suffix(1) {
        let failure = try Self.masked(said, secret)
        let diagnosis = Self.diagnosis(said, failure, provider)
        #expect(diagnosis?.causes == plain?.causes, "\(secret) in \(said.line)")
        #expect(
          diagnosis.map { Outcome($0.failure, $0.causes) } == plain.map { Outcome($0.failure, $0.causes) }, "\(secret) in \(said.line)")
        if failure.reply?.octets != said.reply.octets { changed += 1 }
        // Neither printed nor reflected.
        let told = "\(failure) \(String(reflecting: failure))"
        if secret.count > 5, secret.utf8.allSatisfy({ $0 < 0x80 }), failure.reply?.octets == Array("<secret>".utf8) {
          #expect(!told.contains(secret))
        }
      }
    }
    #expect(changed > table.count / 2)
  }

  @Test("fault-cause-depends-on-the-mask: nothing prints the original of a reply")
  func unshown() throws {
    let reply = ServerReply(condition: "NO", responseCode: "KANARIE", octets: Array("[KANARIE] Kanarie-Xq7z9".utf8))
      .showing(Array("<secret>".utf8), responseCode: nil)
    var dumped = ""
    dump(reply, to: &dumped)
    for text in [
      "\(reply)", String(reflecting: reply), dumped, "\(reply.original)",
      String(describing: Mirror(reflecting: reply).children.map(\.value)),
    ] {
      #expect(!text.lowercased().contains("kanarie") && !text.contains("75, 97"), "\(text)")
    }
    #expect(reply.original.read { $0.responseCode } == "KANARIE" && reply.silenced.original.read { $0.octets } == [])
  }
}
