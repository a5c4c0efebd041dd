// Which client can work with which provider.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("abilities of clients", .waiting)
struct AbilityTests {
  @Test("those that never send ID cannot open a mailbox where it is demanded; others are named instead", arguments: MailClient.allCases)
  func demandedID(_ client: MailClient) {
    let never: [MailClient] = [.mutt, .aerc, .mbsync, .fetchmail, .curl]
    #expect((client.obstacle(for: Sample.demandsID.account) == .sendsNoID) == never.contains(client))
    #expect(client.obstacle(for: Sample.plain.account) == nil)
    guard client.protocols.contains(.imap) else { return }
    let others = client.alternatives(for: Sample.demandsID.account)
    #expect(others == [.neomutt, .himalaya, .offlineimap, .getmail, .autoconfig, .apple, .emacs].filter { $0 != client })
  }

  @Test("those that cannot insist on STARTTLS are for implicit TLS only", arguments: MailClient.allCases)
  func startTLS(_ client: MailClient) {
    let obstacle = client.obstacle(for: Sample.ownServers.account)
    #expect((obstacle == .cannotInsistOnTLS) == [.offlineimap, .getmail].contains(client))
    #expect(obstacle?.isFinal ?? true)
  }

  @Test("a login that is not the address is said to be one, for the protocols of the client")
  func login() {
    let wanted = Remark.loginIsNotAddress(.imap, "anna.b")
    for client in MailClient.allCases {
      #expect(client.remarks(for: Sample.frontPart.account).contains(wanted) == client.protocols.contains(.imap))
      #expect(!client.remarks(for: Sample.plain.account).contains(wanted))
    }
  }

  @Test("the switch for ID comes with the version it needs")
  func versions() {
    #expect(MailClient.neomutt.remarks(for: Sample.demandsID.account).contains(.switchesIDOn(since: "20230407")))
    #expect(MailClient.getmail.remarks(for: Sample.demandsID.account).contains(.switchesIDOn(since: "6.19.00")))
    #expect(MailClient.json.remarks(for: Sample.demandsID.account).contains(.programMustSendID))
    #expect(MailClient.msmtp.remarks(for: Sample.demandsID.account) == [])
  }

  @Test("each is found by its word, some by another", arguments: MailClient.allCases)
  func words(_ client: MailClient) { #expect(MailClient.named(client.rawValue) == client) }

  @Test("other words")
  func otherWords() {
    #expect(MailClient.named("isync") == .mbsync)
    #expect(MailClient.named("thunderbird") == .autoconfig)
    #expect(MailClient.named("outlook") == nil)
  }

  @Test("a command is split at blanks; what needs a shell or is not printable is none")
  func commands() {
    #expect(PasswordCommand("  pass  show x ")?.words == ["pass", "show", "x"])
    #expect(PasswordCommand("get $(x) 'a b'")?.words == ["get", "$(x)", "'a", "b'"])
    for wrong in ["", " ", "a\nb", "a\0b", "a\u{1b}b", "a\u{202e}b", "pass x | head", "a && b", "a > b", "a ; b"] {
      #expect(PasswordCommand(wrong) == nil, "\(wrong)")
    }
  }

  @Test(
    "a user name no configuration can hold is refused",
    arguments: ["", " a", "a ", "a\nb", "a\u{2028}b", "a\u{0}b", "\u{a0}a", "a\u{200b}"])
  func userNames(_ name: String) throws {
    let account = Sample.plain.account
    var settings = account.settings
    settings.imapUsername = name
    #expect(throws: ExportError.unusableName) {
      try MailAccount(address: account.address, settings: settings, secretCommand: account.secretCommand, provider: nil)
    }
  }

  @Test("what a syntax cannot write is refused, not bent")
  func cannotHold() throws {
    func refused(_ client: MailClient, _ field: ExportError.Field, _ account: MailAccount) {
      #expect(throws: ExportError.cannotHold(client, field)) { try client.configuration(account) }
    }
    for secret in ["get $x", "get `x`", "get a\\b"] {
      refused(.mutt, .secretCommand, Sample.own("me@example.org", secret: secret))
      refused(.neomutt, .secretCommand, Sample.own("me@example.org", secret: secret))
    }
    refused(.aerc, .secretCommand, Sample.own("me@example.org", secret: "get %(from)s"))
    refused(.aerc, .secretCommand, Sample.own("me@example.org", secret: "get %(\u{301}from)s"))
    refused(.msmtp, .address, Sample.own("me*@example.org", secret: "get x"))
    refused(.msmtp, .address, Sample.own("%U@example.org", secret: "get x"))
    for client in [MailClient.mutt, .neomutt, .sNail] {
      refused(client, .address, Sample.own("\"a b\"@example.org", secret: "get x"))
    }
    refused(.swaks, .address, Sample.own("-x@example.org", secret: "get x"))
    refused(.swaks, .userName, Sample.own("me@example.org", name: "-x", secret: "get x"))
    refused(.curl, .userName, Sample.own("me@example.org", name: "a:b", secret: "get x"))
    refused(.emacs, .userName, Sample.own("me@example.org", name: "a'b\"c", secret: "get x"))
  }
}
