// Configurations of accounts that sign in with an access token, as users and the documentation of helpers write them.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("import of accounts without a password", .waiting) struct ImportOAuthTests {
  struct File: Sendable, CustomStringConvertible {
    let word: String
    let text: String
    /// The command for the token, if the file has one that can be read.
    var command: String?
    var remarks: [ImportRemark] = []
    var description: String { "\(word): \(text.prefix(60))" }
  }

  private static let files = [
    File(
      word: "aerc",
      text: """
        [a]
        source = imaps+xoauth2://me%40own.example@outlook.office365.com:993
        source-cred-cmd = oama access me@own.example
        outgoing = smtp+xoauth2://me%40own.example@smtp.office365.com:587
        from = Me <me@own.example>
        """, command: "oama access me@own.example"),
    File(
      word: "aerc", text: "[b]\nsource = imaps+oauthbearer://me%40gmail.com@imap.gmail.com\nsource-cred-cmd = pizauth show me\n",
      command: "pizauth show me"),
    // Its command prints a refresh token.
    File(
      word: "aerc",
      text: """
        [c]
        source = imaps+oauthbearer://me%40gmail.com@imap.gmail.com?client_id=x&client_secret=sesame&token_endpoint=https%3A%2F%2Fx.example
        source-cred-cmd = pass show refresh
        """),
    File(word: "aerc", text: "[d]\noutgoing = smtps+xoauth2://me@smtp.example.org\noutgoing-cred-cmd = get it\n", command: "get it"),
    File(
      word: "mbsync",
      text:
        "IMAPAccount a\nHost outlook.office365.com\nUser me@outlook.com\nPassCmd \"mutt_oauth2.py /home/me/.t\"\nTLSType IMAPS\nAuthMechs XOAUTH2\n",
      command: "mutt_oauth2.py /home/me/.t"),
    File(
      word: "mbsync", text: "IMAPStore a\nHost i.example.org\nSSLType IMAPS\nAuthMech oauthbearer\nPassCmd +\"get it\"\n", command: "get it"
    ),
    File(
      word: "msmtp",
      text: "account a\nhost smtp.office365.com\nport 587\ntls on\nauth xoauth2\nuser me@outlook.com\npasswordeval \"oama access me\"\n",
      command: "oama access me"),
    File(
      word: "msmtp", text: "defaults\ntls on\nauth OAUTHBEARER\naccount a\nhost smtp.gmail.com\nfrom me@gmail.com\npasswordeval get it\n",
      command: "get it"),
    File(
      word: "neomutt",
      text: """
        set imap_user = me@outlook.com
        set folder = imaps://outlook.office365.com/
        set imap_authenticators = "oauthbearer:xoauth2"
        set imap_oauth_refresh_command = "oama access me@outlook.com"
        set smtp_oauth_refresh_command = $imap_oauth_refresh_command
        """, command: "oama access me@outlook.com"),
    File(word: "mutt", text: "set folder=imaps://me@imap.example.org\nset smtp_authenticators=xoauth2\n"),
    File(
      word: "mutt",
      text:
        "set folder=imaps://me@imap.gmail.com\nset imap_oauth_refresh_command=\"oauth2.py --quiet --user=me --client_id=1 --client_secret=sesame --refresh_token=sesame\"\n",
      command: "oauth2.py --quiet --user=me --client_id=1 --client_secret=*** --refresh_token=***", remarks: [.passwordInClear]),
    File(
      word: "himalaya",
      text: """
        [accounts.a]
        email = "me@outlook.com"
        backend.type = "imap"
        backend.host = "outlook.office365.com"
        backend.port = 993
        backend.login = "me@outlook.com"
        backend.auth.type = "oauth2"
        backend.auth.method = "xoauth2"
        backend.auth.client-secret.raw = "sesame"
        backend.auth.access-token.cmd = "oama access me"
        """, command: "oama access me", remarks: [.passwordInClear]),
    File(
      word: "himalaya",
      text: """
        [accounts.b]
        imap.server = "imaps://imap.example.org"
        imap.sasl.xoauth2.username = "me@example.org"
        imap.sasl.xoauth2.token.command = ["ortie", "token", "show"]
        """, command: "ortie token show"),
    File(
      word: "himalaya",
      text:
        "[accounts.c]\nsmtp.server = \"smtps://smtp.example.org\"\n[accounts.c.smtp.sasl.oauthbearer]\nusername = \"me@example.org\"\ntoken.raw = \"sesame\"\n",
      remarks: [.passwordInClear]),
    File(
      word: "offlineimap",
      text:
        "[Repository r]\ntype = IMAP\nremotehost = outlook.office365.com\nremoteuser = me@outlook.com\nauth_mechanisms = XOAUTH2\noauth2_access_token_eval = get_token(\"me\")\n"
    ),
    File(
      word: "offlineimap",
      text:
        "[Repository r]\ntype = Gmail\nremoteuser = me@gmail.com\noauth2_client_id = x\noauth2_client_secret = sesame\noauth2_refresh_token = sesame\n",
      remarks: [.passwordInClear]),
    File(
      word: "offlineimap",
      text:
        "[Repository r]\ntype = IMAP\nremotehost = i.example.org\noauth2_access_token_eval = __import__(\"subprocess\").check_output([\"oama\", \"access\", \"me\"])\n",
      command: "oama access me"),
    File(
      word: "getmail",
      text:
        "[retriever]\ntype = SimpleIMAPSSLRetriever\nserver = imap.gmail.com\nusername = me@gmail.com\nuse_xoauth2 = True\npassword_command = (\"getmail-gmail-xoauth-tokens\", \"/home/me/f\")\n",
      command: "getmail-gmail-xoauth-tokens /home/me/f"),
    File(word: "fetchmail", text: "poll imap.gmail.com protocol IMAP auth oauthbearer username me@gmail.com ssl\n"),
    File(word: "fetchmail", text: "poll imap.gmail.com protocol IMAP user me@gmail.com authenticate xoauth2 ssl\n"),
    File(word: "s-nail", text: "set mta=smtps://me@smtp.office365.com smtp-auth=oauthbearer\n"),
    File(word: "s-nail", text: "account a {\n set folder=imaps://me@imap.example.org imap-auth=xoauth2\n}\n"),
    File(
      word: "git",
      text: "[sendemail]\nsmtpServer = smtp.office365.com\nsmtpEncryption = tls\nsmtpUser = me@outlook.com\nsmtpAuth = XOAUTH2\n"),
    File(word: "git", text: "[sendemail \"work\"]\nsmtpserver = smtp.gmail.com\nsmtpencryption = ssl\nsmtpauth = oauthbearer\n"),
    File(
      word: "thunderbird",
      text: """
        user_pref("mail.accountmanager.accounts", "account1");
        user_pref("mail.account.account1.server", "server1");
        user_pref("mail.server.server1.type", "imap");
        user_pref("mail.server.server1.hostname", "outlook.office365.com");
        user_pref("mail.server.server1.socketType", 3);
        user_pref("mail.server.server1.userName", "me@outlook.com");
        user_pref("mail.server.server1.authMethod", 10);
        """),
    File(
      word: "thunderbird",
      text: """
        user_pref("mail.accountmanager.accounts", "account1");
        user_pref("mail.account.account1.server", "server1");
        user_pref("mail.account.account1.identities", "id1");
        user_pref("mail.server.server1.type", "imap");
        user_pref("mail.server.server1.hostname", "imap.example.org");
        user_pref("mail.server.server1.socketType", 3);
        user_pref("mail.server.server1.authMethod", 3);
        user_pref("mail.identity.id1.smtpServer", "smtp1");
        user_pref("mail.smtpserver.smtp1.hostname", "smtp.office365.com");
        user_pref("mail.smtpserver.smtp1.try_ssl", 2);
        user_pref("mail.smtpserver.smtp1.authMethod", 10);
        """),
    File(
      word: "autoconfig",
      text:
        "<clientConfig version=\"1.1\"><emailProvider id=\"x.example\"><incomingServer type=\"imap\"><hostname>i.x.example</hostname><port>993</port><socketType>SSL</socketType><authentication>OAuth2</authentication></incomingServer></emailProvider></clientConfig>"
    ),
    File(
      word: "json",
      text:
        "{\"schema\":1,\"address\":\"me@x.example\",\"imap\":{\"host\":\"i.x.example\",\"port\":993,\"security\":\"tls\",\"username\":\"me\"},\"smtp\":{\"host\":\"s.x.example\",\"port\":465,\"security\":\"tls\",\"username\":\"me\"},\"tokenMechanism\":\"XOAUTH2\",\"secretCommand\":[\"get\",\"it\"]}",
      command: "get it"),
    File(
      word: "env", text: "SMTP_HOST=smtp.office365.com SMTP_USERNAME=me@outlook.com SMTP_AUTH_MECHANISM=Xoauth2 SMTP_PASSWORD=sesame\n",
      remarks: [.passwordInClear]),
  ]

  @Test("fault-import-oauth-unnoticed: the token is noticed in the file of every client, with its command", arguments: files)
  func noticed(_ file: File) throws {
    let format = try #require(ImportFormat.named(file.word))
    let found = format.read(Array(file.text.utf8))
    #expect(found.accounts.count == 1)
    let account = try #require(found.accounts.first)
    #expect(account.usesOAuth)
    #expect(account.secretCommand == nil)
    #expect(account.tokenCommand?.text == file.command)
    #expect(found.remarks.filter { $0 == .passwordInClear } == file.remarks)
    #expect(!"\(found)".contains("sesame"))
  }

  @Test(
    "an account with a password is not taken for one",
    arguments: [
      ("aerc", "[a]\nsource = imaps+plain://me@imap.example.org\n"),
      ("mbsync", "IMAPAccount a\nHost i.example.org\nAuthMechs PLAIN LOGIN\n"),
      ("msmtp", "account a\nhost s.example.org\nauth on\n"),
      ("mutt", "set folder=imaps://me@i.example.org imap_authenticators=plain:login\n"),
      // Without a command for the token the next mechanism is used.
      ("mutt", "set folder=imaps://me@i.example.org imap_authenticators=xoauth2:plain imap_pass=\"`pass show x`\"\n"),
      ("himalaya", "[accounts.a]\nimap.server = \"imaps://i.example.org\"\nimap.sasl.plain.username = \"me\"\n"),
      ("offlineimap", "[Repository r]\ntype = Gmail\nremoteuser = me@gmail.com\nauth_mechanisms = GSSAPI, XOAUTH2, PLAIN\n"),
      ("getmail", "[retriever]\ntype = SimpleIMAPSSLRetriever\nserver = i.example.org\nuse_xoauth2 = False\n"),
      ("fetchmail", "poll i.example.org protocol IMAP auth password user me ssl\n"),
      ("s-nail", "set mta=smtps://me@s.example.org smtp-auth=login\n"),
      ("git", "[sendemail]\nsmtpServer = s.example.org\nsmtpAuth = LOGIN PLAIN\n"),
      // A password is the second way.
      (
        "autoconfig",
        "<clientConfig version=\"1.1\"><emailProvider id=\"x.example\"><incomingServer type=\"imap\"><hostname>i.x.example</hostname><port>993</port><socketType>SSL</socketType><authentication>OAuth2</authentication><authentication>password-cleartext</authentication></incomingServer></emailProvider></clientConfig>"
      ),
    ])
  func password(_ word: String, _ text: String) throws {
    let found = try #require(ImportFormat.named(word)).read(Array(text.utf8))
    #expect(found.accounts.map(\.usesOAuth) == [false])
  }

  @Test(
    "a secret among the arguments of a command is not shown, and the command is not offered",
    arguments: [
      "x --client-secret sesame", "x --client-secret=sesame y", "x --clientSecret 'se same' y", "x --refresh-token \"sesame\"",
      "curl -d client_id=1&client_secret=sesame&refresh_token=sesame https://x.example", "x -dclient_secret=sesame",
      "CLIENT_SECRET=sesame x", "x {\"client_secret\":\"sesame\",\"a\":1}", "x --password sesame", "x PASSWORD='a sesame b' c",
    ])
  func masked(_ command: String) throws {
    let text = "account a\nhost s.example.org\ntls on\nauth xoauth2\npasswordeval \(command)\n"
    let found = ImportFormat.msmtp.read(Array(text.utf8))
    let token = try #require(found.accounts.first?.tokenCommand)
    #expect(!token.text.contains("same"), "\(token.text)")
    #expect(token.words == nil)
    #expect(found.remarks == [.passwordInClear])
  }

  @Test("a command without a secret is shown unchanged; its words are known if no shell is needed")
  func words() throws {
    for (command, words) in [
      ("oama access me@x.example", ["oama", "access", "me@x.example"]), ("pass show token/work", ["pass", "show", "token/work"]),
      ("setup secret 'my work'", ["setup", "secret", "my work"]), ("~/bin/token me", ["~/bin/token", "me"]),
      ("pass show x | head -n1", nil),
      ("get $(x)", nil), ("x > y", nil), ("x *", nil),
    ] as [(String, [String]?)] {
      let text = "account a\nhost s.example.org\ntls on\nauth xoauth2\npasswordeval \(command)\n"
      let token = try #require(ImportFormat.msmtp.read(Array(text.utf8)).accounts.first?.tokenCommand)
      #expect(token.text == command)
      #expect(token.words == words)
    }
  }

  @Test(
    "fault-import-oauth-unnoticed: the call says that the file uses a token, and what that means for the provider",
    arguments: [
      ("outlook.office365.com", "me@outlook.com", "Its provider accepts no password."),
      ("imap.gmail.com", "me@gmail.com", "asks for the app password"), ("imap.own.example", "me@own.example", "not with a password."),
    ])
  func said(_ host: String, _ address: String, _ meaning: String) throws {
    let folder = try ProcessFolder()
    // The command needs a shell.
    let command = "oama access x | head -n1"
    let file = try folder.write(
      "IMAPAccount a\nHost \(host)\nUser \(address)\nTLSType IMAPS\nAuthMechs XOAUTH2\nPassCmd \"\(command)\"\n".utf8, to: "rc")
    let result = try ProcessBuilt.call(["import", "mbsync", file]).run()
    #expect(result.end == .exited(0))
    #expect(result.complaint.contains("signs in with an access token (OAuth)"), "\(result.complaint)")
    #expect(result.complaint.contains(meaning), "\(result.complaint)")
    #expect(result.complaint.contains("oama access x"))
    let account = try ProcessBuilt.call(["import", "mbsync", file, "--json"]).run().json["accounts"][0]
    #expect(account["oauth"].flag == true)
    #expect(account["tokenCommand"].text == command)
    #expect(account["secretCommand"].isNull)
    #expect(!result.text.contains("--token-from"))
  }

  @Test("fault-import-oauth-unnoticed: a command that can be run without a shell is offered as --token-from, and not run")
  func offered() throws {
    let folder = try ProcessFolder()
    let program = try folder.script("touch '\(folder.path)/ran'; echo x", named: "get-token")
    let file = try folder.write(
      "account a\nhost smtp.office365.com\nport 587\ntls on\nauth xoauth2\nfrom me@outlook.com\npasswordeval \(program) me\n".utf8, to: "rc"
    )
    let result = try ProcessBuilt.call(["import", "msmtp", file]).run()
    #expect(result.end == .exited(0))
    let call = "setup --provider outlook --email me@outlook.com"
    #expect(result.text.hasPrefix("\(call) --token-from 'command:\(program) me'"), "\(result.text)")
    #expect(result.complaint.contains("The command above runs the file's command"), "\(result.complaint)")
    let json = try ProcessBuilt.call(["import", "msmtp", file, "--json"]).run().json["accounts"][0]
    #expect(json["call"].text?.contains("--token-from 'command:\(program) me'") == true)
    #expect(ProcessFolder.read("\(folder.path)/ran") == nil)
    // A secret that the call names comes first.
    let own = try ProcessBuilt.call(["import", "msmtp", file, "--secret-from", "stdin"]).run()
    #expect(!own.text.contains("--token-from"))
  }
}
