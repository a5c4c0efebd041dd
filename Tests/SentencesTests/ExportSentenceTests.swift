// Sentences beside an exported configuration.

import MailClients
import Sentences
import Testing
import Vocabulary

@Suite("sentences about exports") struct ExportSentenceTests {
  private static let remarks: [Remark] = [
    .switchesIDOn(since: "20230407"), .programMustSendID, .loginIsNotAddress(.imap, "anna"), .addToAccounts("me-x.org"), .needsMaildir,
    .needsFolder("~/Mail/x"), .needsDelivery, .needsFileName("me-x.org"),
    .checksNoHostName, .isNotSigned, .needsFetcher(.mbsync), .trustsOnly("/etc/own.pem", "imap.example.org"),
    .savesAccepted("/etc/own.pem"), .takesTokens(since: "1.8.13"), .needsSASLPlugin, .needsPerlModule,
  ]
  @Test("are good prose in both languages") func prose() throws {
    let domain = try #require(HostName("example.org"))
    var texts =
      Self.remarks.map(ExportSentence.text)
      + MailClient.allCases.compactMap { ExportSentence.text($0.profile.destination, path: Visible("~/.x"), domain: domain) }
    let command = Visible("pass show x")
    let signIns: [MailAccount.SignIn] = [.password, .token(offered: [.xoauth2])]
    for signIn in signIns {
      texts += [ExportSentence.keptSecret(command, of: signIn), ExportSentence.givenSecret(command, of: signIn)]
      texts += [nil, "work"].map { ExportSentence.unknownSecret(command, of: signIn, savedAs: $0) }
    }
    texts += [ExportSentence.installed(.mbsync, "1.4.4"), ExportSentence.versionUnknown(.mbsync)]
    texts += signIns.flatMap { signIn in MailClient.allCases.compactMap { ExportSentence.ownPassword($0, of: signIn) } }
    texts += [ExportSentence.clients, ExportSentence.agree]
    var faults: [ExportError] = [.unicodeAddress, .unusableName, .unusableCommand, .unusableAuthority]
    faults += ExportError.Field.allCases.map { .cannotHold(.msmtp, $0) }
    let obstacles: [Obstacle] = [
      .sendsNoID, .sendsNoIDYet("20220429", since: "20230407"), .cannotInsistOnTLS, .tooOld("1.3", since: "1.4"), .takesNoToken,
      .takesNoTokenYet("1.8.11", since: "1.8.13"), .lacksTokenMechanism([.oauthbearer]), .lacksTokenMechanism([.oauthbearer, .xoauth2]),
      .knowsNoIssuer,
    ]
    faults += obstacles.map { .obstructed(.mutt, $0, alternatives: [.neomutt, .apple]) }
    // Each says what else the user can do with the client.
    faults += MailClient.allCases.map { .obstructed($0, .knowsNoAuthority, alternatives: [.neomutt]) }
    for fault in faults {
      let (error, hint) = CommandErrorSentence.text(.export(fault))
      texts += [error, hint].compactMap { $0 }
    }
    for text in texts { #expect(Prose(text: text).faults == [], "\(text)") }
  }
}
