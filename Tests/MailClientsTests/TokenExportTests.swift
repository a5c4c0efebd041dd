// Exports for accounts that sign in with an access token.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("an export for an account without a password", .waiting) struct TokenExportTests {
  /// What a configuration for XOAUTH2 contains. Nothing for clients that take no token.
  private static let lines: [MailClient: [String]] = [
    .neomutt: [
      "\nset imap_authenticators = 'xoauth2'\n", "\nset imap_oauth_refresh_command = 'get-token --of me'\n",
      "\nset smtp_authenticators = 'xoauth2'\n", "\nset smtp_oauth_refresh_command = 'get-token --of me'\n",
    ],
    .mutt: ["\nset imap_authenticators = 'xoauth2'\n", "\nset smtp_oauth_refresh_command = 'get-token --of me'\n"],
    .aerc: ["\nsource = imaps+xoauth2://", "\noutgoing = smtp+xoauth2://", "\noutgoing-cred-cmd-cache = false\n"],
    .himalaya: [
      "\nimap.sasl.xoauth2.token.command = [\"get-token\", \"--of\", \"me\"]\n", "\nsmtp.sasl.xoauth2.username = \"me@outlook.com\"\n",
    ],
    .mbsync: ["\nAuthMechs XOAUTH2\n", "\nPassCmd \"get-token --of me\"\n"],
    .msmtp: ["\nauth xoauth2\n", "\npasswordeval \"get-token --of me\"\n"],
    .offlineimap: ["\nauth_mechanisms = XOAUTH2\n", "\noauth2_access_token_eval = __import__"],
    .getmail: ["\nuse_xoauth2 = True\n", "\npassword_command = (\"get-token\", \"--of\", \"me\",)\n"],
    .git: ["\n\tsmtpAuth = XOAUTH2\n"],
    .curl: ["oauth2-bearer = \"%s\"", "login-options = \"AUTH=XOAUTH2\""],
    .json: ["\"tokenMechanism\": \"XOAUTH2\""],
    .env: ["\nMAIL_TOKEN_MECHANISM=XOAUTH2\n"],
    .autoconfig: ["<authentication>OAuth2</authentication>", "<issuer>login.microsoftonline.com</issuer>"],
  ]
  private static let passwordWords = [
    "imap_pass", "smtp_pass", "password.command", "remotepasseval", "password-cleartext", "+plain", "auth on", "sasl.plain",
  ]

  @Test("says how the client gets the token, and nothing about a password", arguments: MailClient.allCases)
  func written(_ client: MailClient) throws {
    let account = TokenSample.outlook.account
    guard let wanted = Self.lines[client] else {
      #expect(client.obstacle(for: account) == .takesNoToken)
      return
    }
    #expect(client.obstacle(for: account) == nil)
    let text = "\n" + (try client.configuration(account))
    for line in wanted { #expect(text.contains(line), "\(line): \(text)") }
    for word in Self.passwordWords { #expect(!text.contains(word), "\(text)") }
  }

  @Test("an account with a password is written without a word about tokens", arguments: MailClient.allCases)
  func password(_ client: MailClient) throws {
    let text = try client.configuration(Sample.plain.account).lowercased()
    for word in ["xoauth2", "oauth2", "bearer"] { #expect(!text.contains(word), "\(text)") }
  }

  @Test("servers that offer OAUTHBEARER only are for clients that were seen to use it")
  func oauthbearerOnly() throws {
    let account = TokenSample.oauthbearerOnly.account
    for client in [MailClient.neomutt, .mutt, .mbsync, .getmail] {
      #expect(client.obstacle(for: account) == .lacksTokenMechanism([.oauthbearer]), "\(client)")
    }
    for client in [MailClient.msmtp, .aerc, .himalaya, .curl, .git, .json] { #expect(client.obstacle(for: account) == nil, "\(client)") }
    #expect(try MailClient.msmtp.configuration(account).contains("\nauth oauthbearer\n"))
    #expect(try MailClient.aerc.configuration(account).contains("\nsource = imaps+oauthbearer://"))
    let himalaya = try MailClient.himalaya.configuration(account)
    #expect(himalaya.contains("\nsmtp.sasl.oauthbearer.host = \"mail.example.org\"\nsmtp.sasl.oauthbearer.port = 587\n"))
    // Where both are offered, the one of the standard is used.
    #expect(try MailClient.msmtp.configuration(TokenSample.ownServers.account).contains("\nauth oauthbearer\n"))
  }

  @Test(
    "a version that takes no token yet is refused, whether or not the user agrees",
    arguments: [(.msmtp, "1.8.11", "1.8.13"), (.aerc, "0.12", "0.13"), (.neomutt, "20201120", "20211015"), (.himalaya, "1.2.0", "2.0")]
      as [(MailClient, ClientVersion, ClientVersion)])
  func tooOld(_ client: MailClient, _ old: ClientVersion, _ since: ClientVersion) {
    let account = TokenSample.outlook.account
    let obstacle = client.obstacle(for: account, WriterOptions(version: old))
    #expect(obstacle == .takesNoTokenYet(old, since: since))
    #expect(obstacle?.isFinal == true)
    #expect(client.obstacle(for: account, WriterOptions(version: since)) == nil)
    #expect(client.remarks(for: account).contains(.takesTokens(since: since)))
    #expect(!client.remarks(for: account, WriterOptions(version: since)).contains(.takesTokens(since: since)))
    #expect(!client.remarks(for: Sample.plain.account).contains(.takesTokens(since: since)))
  }

  @Test("Thunderbird is told of an authorization server only if it knows that", arguments: TokenSample.knownToThunderbird)
  func thunderbird(_ sample: TokenSample) throws {
    #expect(MailClient.autoconfig.obstacle(for: sample.account) == nil)
    let text = try MailClient.autoconfig.configuration(sample.account)
    #expect(text.count(of: "<authentication>OAuth2</authentication>") == 2)
    #expect(!text.contains("password-cleartext") && !text.contains("{tenant}"), "\(text)")
    #expect(text.contains("<authURL>https://") && text.contains("<tokenURL>https://"), "\(text)")
  }

  @Test("and otherwise not at all", arguments: [TokenSample.china, .ownServers, .oauthbearerOnly])
  func unknownToThunderbird(_ sample: TokenSample) {
    #expect(MailClient.autoconfig.obstacle(for: sample.account) == .knowsNoIssuer)
  }

  private static func run(_ arguments: [String]) throws -> ProcessResult {
    try ProcessBuilt.call(["export"] + Home.heard(arguments), environment: ["PATH": "/nonexistent"]).run()
  }

  @Test(
    "fault-autoconfig-oauth-as-password: no consent is needed, and the file says OAuth2",
    arguments: [
      ["autoconfig", "--email", "a@outlook.com", "--yes"], ["autoconfig", "--email", "a@outlook.com"],
      ["thunderbird", "--email", "b@hotmail.co.uk"], ["autoconfig", "--email", "c@own.example", "--provider", "microsoft365"],
    ])
  func autoconfig(_ call: [String]) throws {
    let result = try Self.run(call)
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.count(of: "<authentication>OAuth2</authentication>") == 2)
    #expect(!result.text.contains("password"))
    #expect(result.complaint.contains("signs in by itself"))
  }

  @Test(
    "fault-autoconfig-oauth-as-password: a client with a command gets the mechanism, and is said to need a token command",
    arguments: ["msmtp", "neomutt", "git"])
  func command(_ client: String) throws {
    let result = try Self.run([client, "--email", "a@outlook.com"])
    #expect(result.end == .exited(0), "\(result.complaint)")
    #expect(result.text.lowercased().contains("xoauth2"))
    #expect(result.complaint.contains("prints an access token"))
  }

  @Test(
    "fault-autoconfig-oauth-as-password: one that takes no token is refused with those that can",
    arguments: ["s-nail", "fetchmail", "apple"])
  func refused(_ client: String) throws {
    for consent in [[], ["--yes"]] {
      let result = try Self.run([client, "--email", "a@outlook.com"] + consent)
      #expect(result.end == .exited(78))
      #expect(result.output == [])
      #expect(result.complaint.contains("access token (OAuth)") && result.complaint.contains("These can: neomutt"), "\(result.complaint)")
      #expect(!result.complaint.contains("--yes"))
    }
  }
}

extension String {
  /// Returns how often the text contains `part`.
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
