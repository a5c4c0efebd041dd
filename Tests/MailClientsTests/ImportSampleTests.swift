// Configurations as users write them: comments, odd quotes, several accounts, settings that are not understood, passwords.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("import of what people have written", .waiting)
struct ImportSampleTests {
  /// Returns one line with what was found of an account.
  private static func line(_ account: ImportedAccount) -> String {
    func server(_ server: FoundServer?) -> String {
      guard let server else { return "-" }
      let name =
        switch server.username {
        case .written(let name): name
        case .address: "%address"
        case .localPart: "%local"
        case nil: "?"
        }
      return "\(name)@@\(server.endpoint)/\(server.endpoint.security.rawValue)"
    }
    return "\(account.address?.description ?? "-") \(server(account.imap)) \(server(account.smtp)) \(account.secretCommand?.text ?? "-")"
  }

  private func expect(
    _ format: ImportFormat, _ text: String, _ lines: [String], _ remarks: [ImportRemark] = [], at place: SourceLocation = #_sourceLocation
  ) {
    // Line ends of either kind and a byte order mark make no difference.
    for octets in [Array(text.utf8), [0xef, 0xbb, 0xbf] + Array(text.replacing("\n", with: "\r\n").utf8)] {
      let found = format.read(octets)
      #expect(found.accounts.map(Self.line) == lines, sourceLocation: place)
      #expect(found.remarks == remarks, sourceLocation: place)
      #expect(!"\(found)".contains("sesame"), sourceLocation: place)
    }
  }

  @Test("NeoMutt and Mutt") func mutt() {
    expect(
      .neomutt,
      #"""
      # my account
      set my_user='me@example.org'; set my_host = imap.example.org
      set realname = "Me \"X\" Example"   # a name
      set from=me@example.org imap_user = $my_user
      set folder   = "imaps://${my_host}:993/"
      set spoolfile = +INBOX
      set smtp_url = \
        "smtp://me%40example.org@smtp.example.org:587/"
      set imap_pass = "`pass show mail/me | head -n1`"
      set smtp_pass=$imap_pass
      unset nonsense
      bind index <f1> "!touch /tmp/x"
      source ~/.mutt/colours
      """#,
      [
        "me@example.org me@example.org@@imap.example.org:993/tls me@example.org@@smtp.example.org:587/starttls pass show mail/me | head -n1"
      ], [.includesOthers])
    expect(
      .mutt, "set spoolfile=imaps://me:sesame@imap.example.org/INBOX\nset imap_pass='sesame'\nmy_hdr From: Me <me@example.org>",
      ["me@example.org me@@imap.example.org:993/tls - -"], [.passwordInClear])
    expect(
      .mutt, "set folder=imap://imap.example.org ssl_starttls=no\nset imap_user=me",
      ["- me@@imap.example.org:143/starttls - -"], [.notEncrypted])
    expect(.mutt, "set folder=~/Mail\nset from=me@example.org", [], [.localMail])
  }

  @Test("aerc") func aerc() {
    expect(
      .aerc,
      """
      ; accounts
      [Work]
      source   = imaps://me%40example.org@imap.example.org
      outgoing = smtps+login://me%40example.org@smtp.example.org:465
      from     = "Me, Myself" <me@example.org>
      source-cred-cmd = `pass show "work # mail"`
      outgoing-cred-cmd = pass show other

      [Home]
      source = imap://home:sesame@mail.example.net:143
      outgoing = /usr/sbin/sendmail -t
      from = me@example.net ; that is me
      [Maildir]
      source = maildir://~/Mail
      """,
      [
        "me@example.org me@example.org@@imap.example.org:993/tls me@example.org@@smtp.example.org:465/tls pass show \"work # mail\"",
        "me@example.net home@@mail.example.net:143/starttls - -",
      ], [.passwordInClear, .localMail, .otherSender])
    expect(
      .aerc, "[x]\nsource = imap+insecure://me@imap.example.org\nfrom = Me <me@example.org>",
      ["me@example.org me@@imap.example.org:143/starttls - -"], [.notEncrypted])
  }

  @Test("himalaya, both generations") func himalaya() {
    expect(
      .himalaya,
      #"""
      downloads-dir = "~/Downloads" # comment
      [accounts.one]
      email = 'me@example.org'
      backend = { type = "imap", host = "imap.example.org", port = 993, login = "me", auth.type = "password", auth.raw = "sesame" }
      message.send.backend.type = "smtp"
      message.send.backend.host = "smtp.example.org"
      message.send.backend.port = 587
      message.send.backend.encryption = "start-tls"
      message.send.backend.login = "me@example.org"
      message.send.backend.auth.cmd = "pass show \"x\" | head"
      signature = """
      [accounts.fake]
      backend.host = "evil.example"
      """

      [accounts.two]
      email = "b@example.net"
      [accounts.two.imap]
      server = "imap://imap.example.net:143"
      starttls = true
      sasl.plain.username = "b"
      sasl.plain.password.command = [
        "pass", "show",   # what
        "b c",
      ]
      """#,
      [
        "me@example.org me@@imap.example.org:993/tls me@example.org@@smtp.example.org:587/starttls pass show \"x\" | head",
        "b@example.net b@@imap.example.net:143/starttls - -",
      ], [.passwordInClear])
    expect(
      .himalaya,
      "[accounts.two.imap]\nserver = \"imaps://h.example\"\nsasl.plain.password.command = [\"pass\", \"b c\"]\nsasl.plain.username=\"b\"",
      ["- b@@h.example:993/tls - pass 'b c'"])
  }

  @Test("mbsync") func mbsync() {
    expect(
      .mbsync,
      #"""
      IMAPAccount work
      Host imap.example.org # here
      User "me@example.org"
      PassCmd "+pass show \"work mail\""
      TLSType IMAPS

      IMAPStore work-remote
      Account work

      MaildirStore work-local
      Path ~/Mail/

      IMAPStore direct
      Host mail.example.net
      Port 143
      User me
      Pass sesame
      SSLType None
      """#,
      [
        "me@example.org me@example.org@@imap.example.org:993/tls - pass show \"work mail\"", "- me@@mail.example.net:143/starttls - -",
      ], [.passwordInClear, .notEncrypted])
  }

  @Test("msmtp") func msmtp() {
    expect(
      .msmtp,
      """
      defaults
      tls on
      logfile ~/.msmtp.log
      account work
      host smtp.example.org
      port 587
      from "me@example.org"
      user me@example.org
      passwordeval "pass show "work" | head"

      account home : work
      host smtp.example.net
      port 465
      tls_starttls off
      from me@example.net
      password sesame
      account default : work
      """,
      [
        "me@example.org - me@example.org@@smtp.example.org:587/starttls pass show \"work\" | head",
        "me@example.net - me@example.org@@smtp.example.net:465/tls pass show \"work\" | head",
      ], [.passwordInClear])
    expect(
      .msmtp, "account default\nhost smtp.example.org\nfrom me@example.org\ninclude ~/other",
      ["me@example.org - ?@@smtp.example.org:465/tls -"], [.notEncrypted, .includesOthers])
  }

  @Test("offlineimap") func offlineimap() {
    expect(
      .offlineimap,
      """
      [general]
      accounts = a
      [Repository a-local]
      type = Maildir
      [Repository a-remote]
      type: IMAP
      remotehost = imap.example.org
      remoteuser = 100%%me@example.org
      remotepasseval = get_pass("a")
      [Repository gmail]
      type = Gmail
      remoteuser = me@gmail.com
      remotepass = sesame
      [Repository old]
      type = IMAP
      remotehost = h.example
      ssl = no
      starttls = no
      remotepasseval = subprocess.check_output(
         ["pass", 'b c'])
      """,
      [
        "100%me@example.org 100%me@example.org@@imap.example.org:993/tls - -", "me@gmail.com me@gmail.com@@imap.gmail.com:993/tls - -",
        "- ?@@h.example:143/starttls - pass 'b c'",
      ], [.passwordInClear, .notEncrypted])
  }

  @Test("getmail") func getmail() {
    expect(
      .getmail,
      "[retriever]\ntype = SimpleIMAPSSLRetriever\nserver = imap.example.org\nusername = me@example.org\npassword = sesame\n[destination]\ntype = Maildir\n",
      ["me@example.org me@example.org@@imap.example.org:993/tls - -"], [.passwordInClear])
    expect(.getmail, "[retriever]\ntype = SimplePOP3Retriever\nserver = pop.example.org\nusername = me\n", [], [.pop3])
  }

  @Test("fetchmail") func fetchmail() {
    expect(
      .fetchmail,
      """
      # all of it
      set daemon 300
      defaults proto imap
      poll imap.example.org with proto IMAP port 993
         user "me@example.org" there with password "ses\\x61me" is me here options ssl keep
         user 'other' there has password sesame is you here ssl
      skip mail.example.net protocol imap: username me, pass "sesame"; sslproto tls1.2+
      poll pop.example.org proto pop3 user x pass sesame
      """,
      [
        "me@example.org me@example.org@@imap.example.org:993/tls - -", "- other@@imap.example.org:993/tls - -",
        "- me@@mail.example.net:143/starttls - -",
      ], [.passwordInClear, .pop3])
  }

  @Test("s-nail") func sNail() {
    expect(
      .sNail,
      #"""
      # mailx
      set v15-compat
      set from="me@example.org" folder=imaps://me%40example.org@imap.example.org
      set mta=smtp://me%40example.org@smtp.example.org:587 smtp-use-starttls
      account home {
        set from='Me <me@example.net>'
        set mta=smtps://me:sesame@smtp.example.net folder=~/mail
      }
      set password-me@smtp.example.org='sesame'
      """#,
      [
        "me@example.net - me@@smtp.example.net:465/tls -",
        "me@example.org me@example.org@@imap.example.org:993/tls me@example.org@@smtp.example.org:587/starttls -",
      ], [.passwordInClear, .localMail])
    expect(.sNail, "set smtp=smtp://smtp.example.org smtp-auth-user=me", ["- - me@@smtp.example.org:587/starttls -"], [.notEncrypted])
  }

  @Test("git") func git() {
    expect(
      .git,
      #"""
      [user]
        name = Me
      [include]
        path = ~/.gitconfig.local
      [sendemail]
        smtpServer = smtp.example.org ; mine
        SMTPServerPort = 587
        smtpencryption = tls
        smtpUser = "me@example.org"
        from = Me \"X\" <me@example.org>
      [sendemail "other"]
        smtpserver = smtp.example.net
        smtpencryption = ssl
        smtpserverport = 465
        smtppass = sesame
      """#,
      [
        "me@example.org - me@example.org@@smtp.example.org:587/starttls -", "me@example.org - me@example.org@@smtp.example.net:465/tls -",
      ], [.passwordInClear, .includesOthers])
    expect(.git, "[sendemail]\n\tsmtpserver = /usr/bin/msmtp\n\tfrom = me@example.org\n", [], [.otherSender])
  }

  @Test("Thunderbird's preferences") func thunderbird() {
    expect(
      .thunderbird,
      #"""
      // Mozilla User Preferences
      user_pref("mail.accountmanager.accounts", "account1,account2,account9");
      user_pref("mail.account.account1.server", "server1");
      user_pref("mail.account.account1.identities", "id1,id2");
      user_pref("mail.account.account2.server", "server2");
      user_pref("mail.server.server1.type", "imap");
      user_pref("mail.server.server1.hostname", "imap.example.org");
      user_pref("mail.server.server1.port", 993);
      user_pref("mail.server.server1.socketType", 3);
      user_pref("mail.server.server1.userName", "me\"x");
      user_pref("mail.server.server2.type", "none");
      user_pref("mail.identity.id1.useremail", "me@example.org");
      user_pref("mail.identity.id1.smtpServer", "smtp1");
      user_pref("mail.smtpserver.smtp1.hostname", "smtp.example.org");
      user_pref("mail.smtpserver.smtp1.try_ssl", 2);
      user_pref("mail.smtpserver.smtp1.username", "me@example.org");
      """#,
      ["me@example.org me\"x@@imap.example.org:993/tls me@example.org@@smtp.example.org:587/starttls -"])
  }

  @Test("the profile that Thunderbird opens") func profiles() {
    func usual(_ text: String) -> String? { MozillaProfiles.folder(in: Array(text.utf8)) }
    let old = "[Profile0]\nName=default\nPath=Profiles/a.default\n[Profile1]\nPath=b.release\nDefault=1\n"
    #expect(usual(old) == "b.release")
    #expect(usual("[Install4F96]\nDefault=c.default-release\nLocked=1\n" + old) == "c.default-release")
    #expect(usual("[Profile0]\nPath=/elsewhere/x\n") == "/elsewhere/x")
    #expect(usual("[Profile0]\nPath=../../etc\n") == nil)
    #expect(usual("") == nil)
  }

  @Test("an autoconfiguration is for a domain: the address fills it in") func autoconfig() throws {
    let text = """
      <?xml version="1.0"?>
      <!-- <incomingServer type="imap"><hostname>evil.example</hostname></incomingServer> -->
      <clientConfig version="1.1"><emailProvider id="example.org"><domain>example.org</domain>
       <incomingServer type="pop3"><hostname>pop.example.org</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
       <incomingServer type='imap'><hostname>imap.example.org</hostname><port> 993 </port><socketType>SSL</socketType>
         <username>%EMAILLOCALPART%</username></incomingServer>
       <outgoingServer type="smtp"><hostname><![CDATA[smtp.example.org]]></hostname><port>587</port><socketType>STARTTLS</socketType>
         <username>&quot;a&#38;b&#x22;</username></outgoingServer>
      </emailProvider></clientConfig>
      """
    expect(.autoconfig, text, ["- %local@@imap.example.org:993/tls \"a&b\"@@smtp.example.org:587/starttls -"], [.dependsOnAddress])
    let address = try MailAddress("me@example.org")
    #expect(FoundServer.Username.localPart.name(of: address) == "me")
    #expect(FoundServer.Username.address.name(of: address) == "me@example.org")
    for broken in [
      "<!DOCTYPE x [<!ENTITY a \"b\">]>" + text, text.dropLast(3) + "", text + "<x/>", text.replacing("&quot;", with: "&nope;"),
      text.replacing("</domain>", with: "</domian>"), String(repeating: "<a>", count: 50_000),
    ] { #expect(ImportFormat.autoconfig.read(Array(broken.utf8)).accounts == []) }
  }

  @Test("variables of the environment") func environment() {
    expect(
      .env,
      "# mine\nexport SMTP_HOST=smtp.example.org SMTP_PORT=587 SMTP_USER='me@example.org'\nSMTP_PASSWORD=sesame\nSMTP_FROM=\"Me <me@example.org>\"\n",
      ["me@example.org - me@example.org@@smtp.example.org:587/starttls -"], [.passwordInClear])
  }

  @Test(
    "JSON of another schema or kind holds no account",
    arguments: ["", "{", "[]", "{\"schema\":2}", "{\"schema\":1,\"address\":\"me@example.org\"}", "null"])
  func json(_ text: String) { #expect(ImportFormat.json.read(Array(text.utf8)).accounts == []) }
}
