// Sentences about test messages, and about accounts read from another program's configuration.

import MailClients
import Sentences
import Testing
import Vocabulary

@Suite("Sentences about messages and imports") struct MessageSentenceTests {
  private static let quoted = [
    "me@example.org", "imap.example.org:993", "smtp.example.org:465", "Junk", "SUBJECT", "~/.msmtprc", "pass show x", "one", "two",
  ]

  private static func texts() throws -> [Text] {
    let address = try MailAddress("me@example.org")
    guard let imap = HostName("imap.example.org"), let smtp = HostName("smtp.example.org") else { return [] }
    let message = [
      SendTestSentence.plan(
        address, Endpoint(host: imap, port: 993, security: .tls), Endpoint(host: smtp, port: 465, security: .tls), seconds: 60),
      SendTestSentence.needsConsent(address, .noTerminal), SendTestSentence.needsConsent(address, .inputRedirected),
      SendTestSentence.nothingSent, SendTestSentence.arrived(address),
      SendTestSentence.came(address),
      SendTestSentence.arrived(in: Visible("Junk")), SendTestSentence.deleted, SendTestSentence.notArrived(60),
      SendTestSentence.perhaps("SUBJECT"), SendTestSentence.whole("SUBJECT"), SendTestSentence.marked, SendTestSentence.copies,
    ]
    let file = Visible("~/.msmtprc")
    let msmtp = try #require(ImportFormat.named("msmtp"))
    let imports =
      [
        ImportSentence.noFile(msmtp, [file]), ImportSentence.noAccount(file, msmtp), ImportSentence.from(file, count: 1),
        ImportSentence.from(file, count: 3), ImportSentence.which, ImportSentence.secretCommand(Visible("pass show x")),
        ImportSentence.secretCommand(Visible("pass show x"), of: Text(same: "me@example.org")),
        ImportSentence.usesOAuthByCommand(Text(same: "me@example.org")), ImportSentence.runsTokenCommand(Visible("get x")),
        ImportSentence.usesOAuth, ImportSentence.tokenCommand(Visible("pass show x")),
        ImportSentence.tokenCommand(Visible("pass show x"), of: Text(same: "me@example.org")),
        ImportSentence.usesOAuth(Text(same: "me@example.org"), term: nil, takesTokensOnly: true),
        ImportSentence.usesOAuth(Text(same: "me@example.org"), term: Text("app password", "应用密码"), takesTokensOnly: false),
        ImportSentence.trusts(Visible("/etc/own.pem")), ImportSentence.trust(Visible("/etc/own.pem")), ImportSentence.half(.imap),
        ImportSentence.needsAddress,
        ImportSentence.nothingVerified,
      ] + ImportRemark.allCases.map { ImportSentence.text($0, file) }
    return message + imports + SendTestSentence.body
  }

  @Test("each is right in both languages") func prose() throws {
    let texts = try Self.texts()
    #expect(texts.count > 20)
    // A colon ends a sentence that something follows.
    for text in texts where !text.english.hasSuffix(":") && !text.english.hasSuffix("SUBJECT") && !text.english.hasSuffix("pass show x") {
      #expect(Prose(text: text, quoted: Self.quoted).faults == [], "\(text)")
    }
  }

  @Test("the subject is short and says in every language that the message may be deleted") func subject() {
    #expect(SendTestSentence.subject.english.contains("you can delete it"))
    #expect(SendTestSentence.subject.simplifiedChinese.contains("可以删除"))
    #expect(SendTestSentence.subject.english.utf8.count < 60)
  }
}
