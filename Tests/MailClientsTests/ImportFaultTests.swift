// Kinds of fault that were found in what people have written: each with the reported input and others of its kind.

import Catalog
import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("faults of imports", .waiting)
struct ImportFaultTests {
  private static func read(_ format: ImportFormat, _ text: String, for address: String? = nil) throws -> Import {
    format.read(Array(text.utf8), for: try address.map { try MailAddress($0) })
  }

  private static func run(_ format: ImportFormat, _ text: String, _ more: [String] = []) throws -> ProcessResult {
    let folder = try ProcessFolder()
    let file = try folder.write(text.utf8, to: "file")
    return try ProcessBuilt.call(["import", format.word, file] + more, environment: ["HOME": folder.path]).run()
  }

  // A host that nobody wrote.

  @Test(
    "fault-import-host-nobody-wrote: a host with something unresolved is no host, and what is unresolved is named",
    arguments: [
      (ImportFormat.neomutt, "set my_addr = $my_host\nset smtp_url = \"smtps://me@smtp.$my_addr\"", ["my_host"]),
      (.neomutt, "set folder = \"imaps://imap.$my_domain:993/\"", ["my_domain"]),
      (.mutt, "set spoolfile = \"imaps://${my_host}/INBOX\"", ["my_host"]),
      (.neomutt, "set smtp_url = \"smtps://me@smtp.`cat ~/domain`:465\"", ["`…`"]),
      (.neomutt, "set folder = $my_folder", ["my_folder"]),
      (.sNail, "set mta=smtps://me@smtp.$domain", ["smtp.$domain"]),
      (.env, "SMTP_HOST=smtp.${DOMAIN} SMTP_PORT=465", ["smtp.${DOMAIN}"]),
      (.offlineimap, "[Repository r]\ntype = IMAP\nremotehost = imap.%(domain)s\nremoteuser = me@own.example", ["imap.%(domain)s"]),
    ])
  func unresolved(_ format: ImportFormat, _ text: String, _ names: [String]) throws {
    let found = try Self.read(format, text)
    #expect(found.accounts.allSatisfy { $0.imap == nil && $0.smtp == nil }, "\(found)")
    #expect(found.remarks.contains(.unresolvedValue) && found.unresolved == names, "\(found)")
    let result = try Self.run(format, text)
    #expect(result.end == .exited(65) && result.text.isEmpty && result.complaint.contains(names[0]), "\(result.text)\(result.complaint)")
  }

  @Test("what is not a host may be unresolved") func unresolvedUser() throws {
    let found = try Self.read(.neomutt, "set folder = imaps://$my_user@imap.own.example/\nset imap_pass = $my_pass")
    #expect(found.accounts.first?.imap?.endpoint.host.text == "imap.own.example" && found.unresolved.isEmpty)
    #expect(!found.remarks.contains(.passwordInClear))
  }

  // Thunderbird.

  @Test(
    "fault-thunderbird-real-names: the values that were changed later are used, each by itself",
    arguments: [
      (["realhostname": "new.own.example", "realuserName": "me@own.example"], "new.own.example", "me@own.example"),
      (["realhostname": "new.own.example"], "new.own.example", "olduser"), (["realuserName": "newuser"], "old.own.example", "newuser"),
      ([:], "old.own.example", "olduser"),
    ])
  func realNames(_ more: [String: String], _ host: String, _ user: String) throws {
    var text = """
      user_pref("mail.accountmanager.accounts", "account1");
      user_pref("mail.account.account1.server", "server1");
      user_pref("mail.server.server1.type", "imap");
      user_pref("mail.server.server1.hostname", "old.own.example");
      user_pref("mail.server.server1.userName", "olduser");
      user_pref("mail.server.server1.port", 993);
      user_pref("mail.server.server1.socketType", 3);

      """
    for (key, value) in more { text += "user_pref(\"mail.server.server1.\(key)\", \"\(value)\");\n" }
    let imap = try #require(try Self.read(.thunderbird, text).accounts.first?.imap)
    #expect(imap.endpoint.host.text == host && imap.username == .written(user))
  }

  // Autoconfiguration.

  private static func autoconfig(_ domain: String, imap: String, smtp: String, user: String) -> String {
    """
    <clientConfig version="1.1"><emailProvider id="x"><domain>\(domain)</domain>
    <incomingServer type="imap"><hostname>\(imap)</hostname><port>993</port><socketType>SSL</socketType><username>\(user)</username></incomingServer>
    <outgoingServer type="smtp"><hostname>\(smtp)</hostname><port>465</port><socketType>SSL</socketType><username>\(user)</username></outgoingServer>
    </emailProvider></clientConfig>
    """
  }

  @Test(
    "fault-autoconfig-emaildomain: the domain of the address, or the only one of the file, stands in the host",
    arguments: [
      ("%EMAILDOMAIN%", "mail.%EMAILDOMAIN%", "mail.%EMAILDOMAIN%"), ("%EMAILDOMAIN%", "%EMAILDOMAIN%", "smtp.%EMAILDOMAIN%"),
      ("own.example", "imap.%EMAILDOMAIN%", "smtp.host.example"),
      ("own.example</domain><domain>other.example", "mx.%EMAILDOMAIN%", "a.%EMAILDOMAIN%"),
    ])
  func emailDomain(_ domain: String, _ imap: String, _ smtp: String) throws {
    let text = Self.autoconfig(domain, imap: imap, smtp: smtp, user: "%EMAILADDRESS%")
    let known = try #require(try Self.read(.autoconfig, text, for: "me@own.example").accounts.first)
    #expect(known.imap?.endpoint.host.text == imap.replacing("%EMAILDOMAIN%", with: "own.example"))
    #expect(known.smtp?.endpoint.host.text == smtp.replacing("%EMAILDOMAIN%", with: "own.example"))
    // Without an address the file alone may say it.
    let found = try Self.read(.autoconfig, text)
    if domain == "own.example" {
      #expect(found.accounts == [try #require(found.accounts.first)] && found.accounts.first?.imap?.endpoint == known.imap?.endpoint)
    } else {
      #expect(found.accounts.isEmpty && found.remarks == [.dependsOnAddress])
      let result = try Self.run(.autoconfig, text)
      #expect(result.end == .exited(65) && result.complaint.contains("--email ADDRESS"), "\(result.complaint)")
    }
    let call = try Self.run(.autoconfig, text, ["--email", "me@own.example"])
    #expect(
      call.end == .exited(0) && call.text.contains("--imap \(imap.replacing("%EMAILDOMAIN%", with: "own.example")):993"), "\(call.text)")
  }

  @Test(
    "fault-autoconfig-localpart: the user name follows the address",
    arguments: [
      ("%EMAILLOCALPART%", "me"), ("%EMAILLOCALPART%.%EMAILDOMAIN%", "me.own.example"),
      ("%EMAILDOMAIN%\\%EMAILLOCALPART%", "own.example\\me"),
      ("%EMAILLOCALPART%@mail.own.example", "me@mail.own.example"),
    ])
  func localPart(_ form: String, _ name: String) throws {
    let text = Self.autoconfig("own.example", imap: "imap.own.example", smtp: "smtp.own.example", user: form)
    let result = try Self.run(.autoconfig, text, ["--email", "me@own.example"])
    #expect(result.end == .exited(0) && result.text.contains("--username \(name.contains("\\") ? "'\(name)'" : name)"), "\(result.text)")
    #expect(try Self.run(.autoconfig, text).complaint.contains("--email ADDRESS"))
    // At a terminal the address is asked for first.
    let folder = try ProcessFolder()
    let session = try PtySession(
      ProcessBuilt.call(
        ["import", "autoconfig", try folder.write(text.utf8, to: "file"), "--plain"], environment: ["HOME": folder.path]), columns: 200)
    try session.answer("Your email address", "me@own.example")
    try session.wait(for: name)
    session.hangUp()
    _ = try session.finish()
  }

  // Older files of himalaya.

  private static let himalayaFiles: [(name: String, text: String, line: String)] = [
    (
      "0.5",
      """
      [a]
      email = "me@own.example"
      default = true
      imap-host = "imap.own.example"
      imap-port = 993
      imap-login = "me@own.example"
      imap-passwd-cmd = "pass show x"
      smtp-host = "smtp.own.example"
      smtp-port = 465
      smtp-login = "me@own.example"
      """, "me@own.example imap.own.example:993 tls smtp.own.example:465 tls pass show x"
    ),
    (
      "0.9",
      """
      downloads-dir = "/tmp"
      [work]
      backend = "imap"
      email = "me@own.example"
      imap-host = "imap.own.example"
      imap-port = 993
      imap-ssl = true
      imap-auth = "passwd"
      imap-login = "me"
      imap-passwd.cmd = "cat /run/mail"
      sender = "smtp"
      smtp-host = "smtp.own.example"
      smtp-port = 587
      smtp-starttls = true
      smtp-passwd.cmd = "cat /run/mail"
      """, "me@own.example imap.own.example:993 tls smtp.own.example:587 starttls cat /run/mail"
    ),
    (
      "1.0 beta",
      """
      [accounts.a]
      email = "me@own.example"
      backend = "imap"
      imap.host = "imap.own.example"
      imap.port = 993
      imap.encryption = "tls"
      imap.login = "me@own.example"
      imap.passwd.cmd = "pass show x"
      message.send.backend = "smtp"
      smtp.host = "smtp.own.example"
      smtp.port = 587
      smtp.encryption = "start-tls"
      smtp.passwd.raw = "correcthorse"
      """, "me@own.example imap.own.example:993 tls smtp.own.example:587 starttls pass show x"
    ),
  ]

  @Test("fault-himalaya-older-formats: files of all its versions", arguments: himalayaFiles.map(\.name)) func himalaya(_ name: String)
    throws
  {
    let row = try #require(Self.himalayaFiles.first { $0.name == name })
    let found = try Self.read(.himalaya, row.text)
    let account = try #require(found.accounts.first)
    let servers = [account.imap, account.smtp].compactMap { $0?.endpoint }.map { "\($0) \($0.security.rawValue)" }
    let line = ([account.address?.description ?? "-"] + servers + [account.secretCommand?.text ?? "-"]).joined(separator: " ")
    #expect(line == row.line && found.accounts.count == 1)
    #expect(found.remarks == (row.text.contains("raw") ? [.passwordInClear] : []) && !"\(found)".contains("correcthorse"))
  }

  // Encryption that is turned off.

  @Test(
    "fault-mbsync-none-becomes-tls: without encryption in the file the port decides how it is turned on",
    arguments: [
      (ImportFormat.mbsync, "IMAPAccount a\nHost 127.0.0.1\nPort 1143\nUser me@own.example\nSSLType None\n", Security.startTLS),
      (.mbsync, "IMAPAccount a\nHost mail.own.example\nPort 10143\nUser me@own.example\nTLSType None\n", .startTLS),
      (.mbsync, "IMAPAccount a\nHost mail.own.example\nPort 993\nUser me@own.example\nSSLType None\n", .tls),
      (
        .himalaya,
        "[accounts.a]\nemail = \"me@own.example\"\nbackend.type = \"imap\"\nbackend.host = \"127.0.0.1\"\nbackend.port = 1143\nbackend.encryption = \"none\"\n",
        .startTLS
      ),
      (.msmtp, "account a\nhost 127.0.0.1\nport 1025\nfrom me@own.example\ntls off\n", .startTLS),
      (.git, "[sendemail]\nsmtpserver = 127.0.0.1\nsmtpserverport = 1025\nfrom = me@own.example\n", .startTLS),
    ])
  func clear(_ format: ImportFormat, _ text: String, _ security: Security) throws {
    let found = try Self.read(format, text)
    let account = try #require(found.accounts.first)
    #expect((account.imap ?? account.smtp)?.endpoint.security == security)
    #expect(found.remarks == [.notEncrypted])
  }

  @Test(
    "fault-fetchmail-clear-without-remark: encryption that is not demanded is noted",
    arguments: [
      ("poll imap.own.example proto imap user \"me@own.example\"", true),
      ("poll imap.own.example proto imap port 143 user me@own.example pass x", true),
      ("defaults proto imap\npoll imap.own.example user \"me@own.example\"", true),
      ("poll imap.own.example proto imap user \"me@own.example\" ssl", false),
      ("poll imap.own.example proto imap user \"me@own.example\" sslproto tls1.2", false),
      ("defaults ssl\npoll imap.own.example proto imap user \"me@own.example\"", false),
    ])
  func fetchmailClear(_ text: String, _ isNoted: Bool) throws {
    let found = try Self.read(.fetchmail, text)
    #expect(found.accounts.count == 1 && found.remarks.contains(.notEncrypted) == isNoted, "\(found)")
  }

  @Test(
    "fault-fetchmail-defaults-pop3: what `defaults` says is true of every server",
    arguments: [
      ("defaults proto pop3\npoll pop.own.example user \"me@own.example\" there ssl", [String](), true),
      ("defaults protocol POP3 ssl\npoll a.own.example user a\npoll b.own.example user b", [], true),
      ("defaults proto pop3\npoll pop.own.example user a\npoll imap.own.example proto imap user b ssl", ["imap.own.example:993"], true),
      ("defaults proto imap ssl port 1993\npoll imap.own.example user a", ["imap.own.example:1993"], false),
    ])
  func fetchmailDefaults(_ text: String, _ servers: [String], _ hasPOP3: Bool) throws {
    let found = try Self.read(.fetchmail, text)
    #expect(found.accounts.compactMap { $0.imap.map { "\($0.endpoint)" } } == servers)
    #expect(found.remarks.contains(.pop3) == hasPOP3)
  }

  // Defaults and addresses.

  @Test(
    "fault-offlineimap-default-section: [DEFAULT] is part of every section, and its values stand in others",
    arguments: [
      ("[DEFAULT]\nremotehost = imap.own.example\nssl = yes\n", "", "imap.own.example:993"),
      ("[DEFAULT]\ndomain = own.example\n", "remotehost = mail.%(domain)s\n", "mail.own.example:993"),
      ("[DEFAULT]\nhost = mail.%(domain)s\ndomain = own.example\nremoteport = 1993\n", "remotehost = %(host)s\n", "mail.own.example:1993"),
      ("[DEFAULT]\nremotehost = wrong.example\n", "remotehost = right.example\n", "right.example:993"),
    ])
  func offlineIMAPDefaults(_ defaults: String, _ own: String, _ server: String) throws {
    let text = """
      [general]
      accounts = a
      [Account a]
      localrepository = l
      remoterepository = r
      [Repository l]
      type = Maildir
      [Repository r]
      type = IMAP
      remoteuser = me@own.example

      """
    // The order of the sections makes no difference.
    for whole in [defaults + text + own, text + own + defaults] {
      let found = try Self.read(.offlineimap, whole)
      #expect(found.accounts.map { $0.imap.map { "\($0.endpoint)" } } == [server], "\(found)")
    }
  }

  @Test("references that contain each other end") func circular() throws {
    let text = "[DEFAULT]\na = %(b)s%(b)s\nb = %(a)s%(a)s\n[Repository r]\ntype = IMAP\nremotehost = %(a)s\nremoteuser = me@own.example\n"
    #expect(try Self.read(.offlineimap, text).accounts == [])
  }

  @Test(
    "fault-msmtp-without-host: an account without a server is that of its provider, if the built-in list knows it",
    arguments: [
      (ImportFormat.msmtp, "account a\nfrom me@126.com\nuser me@126.com\nauth on\n", "--provider 126 --email me@126.com"),
      (.msmtp, "defaults\nauth on\naccount a\nuser me@163.com\n", "--provider 163 --email me@163.com"),
      (
        .mbsync, "IMAPAccount a\nUser me@gmail.com\nPassCmd \"pass x\"\n",
        "--provider gmail --email me@gmail.com --secret-from 'command:pass x'"
      ),
      (.getmail, "[retriever]\ntype = SimpleIMAPSSLRetriever\nusername = me@126.com\n", "--provider 126 --email me@126.com"),
      (.mpop, "account a\nhost pop.126.com\nuser me@126.com\n", "--provider 126 --email me@126.com"),
    ])
  func withoutHost(_ format: ImportFormat, _ text: String, _ call: String) throws {
    let result = try Self.run(format, text)
    #expect(result.end == .exited(0) && result.text == "setup \(call)\n", "\(result.text)\(result.complaint)")
    let unknown = text.replacing("126.com", with: "own.example").replacing("163.com", with: "own.example").replacing(
      "gmail.com", with: "own.example")
    let refused = try Self.run(format, unknown)
    #expect(refused.end == .exited(65) && refused.complaint.contains("has no server"), "\(refused.text)\(refused.complaint)")
  }

  @Test(
    "fault-git-user-email: without `from` git sends as the author",
    arguments: [
      ("[user]\n\temail = me@own.example\n", "me@own.example"), ("[user]\n\temail = \"me@own.example\" ; mine\n", "me@own.example"),
      ("[user]\nemail = you@own.example\n[author]\nemail = me@own.example\n", "me@own.example"),
    ])
  func gitAddress(_ head: String, _ address: String) throws {
    let servers = "[sendemail]\nsmtpserver = smtp.own.example\nsmtpencryption = tls\nsmtpserverport = 587\n"
    for text in [head + servers, servers + head] {
      #expect(try Self.run(.git, text).text.contains("--email \(address)"), "\(text)")
    }
    #expect(try Self.read(.git, head + servers + "from = it@own.example\n").accounts.first?.address?.description == "it@own.example")
    // An address alone is no account.
    #expect(try Self.read(.git, head).accounts == [])
  }

  // Nothing found.

  @Test(
    "fault-import-nothing-found-without-hint: where the servers are, or why there is none",
    arguments: [
      (
        ImportFormat.neomutt,
        "set folder = \"~/Mail\"\nset spoolfile = \"+INBOX\"\nset from = \"me@own.example\"\nset sendmail = \"/usr/bin/msmtp -a a\"",
        [ImportRemark.localMail, .otherSender], ["setup import mbsync", "setup import msmtp"]
      ),
      (.fetchmail, "poll pop.own.example proto pop3 user me", [.pop3], ["POP3"]),
      (
        .thunderbird,
        "user_pref(\"mail.accountmanager.accounts\", \"account1\");\nuser_pref(\"mail.account.account1.server\", \"server1\");\nuser_pref(\"mail.server.server1.type\", \"pop3\");\n",
        [.pop3], ["POP3"]
      ),
      (.mutt, "folder-hook work 'set folder=imaps://imap.own.example'\n", [.settingsInHooks], ["hook"]),
      (.getmail, "[retriever]\ntype = SimplePOP3SSLRetriever\nserver = pop.own.example\nusername = me\n", [.pop3], ["POP3"]),
      (
        .aerc, "[a]\nsource = maildir://~/Mail\noutgoing = /usr/bin/msmtp\nfrom = me@own.example\n", [.localMail, .otherSender],
        ["setup import msmtp"]
      ),
      (
        .himalaya, "[accounts.a]\nemail = \"me@own.example\"\nbackend.type = \"maildir\"\nmessage.send.backend.type = \"sendmail\"\n",
        [.localMail, .otherSender], ["setup import mbsync"]
      ),
      (.git, "[sendemail]\nsmtpserver = /usr/bin/msmtp\nfrom = me@own.example\n", [.otherSender], ["setup import msmtp"]),
      (.sNail, "set folder=~/mail mta=/usr/sbin/sendmail\n", [.localMail, .otherSender], ["setup import msmtp"]),
      (
        .autoconfig,
        "<clientConfig><emailProvider id=\"x\"><incomingServer type=\"pop3\"><hostname>pop.own.example</hostname><port>995</port><socketType>SSL</socketType></incomingServer></emailProvider></clientConfig>",
        [.pop3], ["POP3"]
      ),
    ])
  func nothing(_ format: ImportFormat, _ text: String, _ remarks: [ImportRemark], _ says: [String]) throws {
    let found = try Self.read(format, text)
    #expect(found.accounts == [] && found.remarks == remarks, "\(found)")
    for language in Language.allCases {
      let result = try Self.run(format, text, ["--lang", language.rawValue])
      #expect(result.end == .exited(65), "\(result.complaint)")
      for word in says { #expect(result.complaint.contains(word), "\(result.complaint)") }
    }
  }

  @Test("in a file with both, the accounts of POP3 are not left out without a word") func mixed() throws {
    let found = try Self.read(.fetchmail, "poll pop.own.example proto pop3 user me\npoll imap.own.example proto imap user me ssl\n")
    #expect(found.accounts.count == 1 && found.remarks == [.pop3])
  }
}
