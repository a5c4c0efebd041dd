// What every configuration says about an account, client by client.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("an exported configuration", .waiting)
struct FactTests {
  @Test(
    "names host, port, security and user name, gets the secret by the command, and keeps the check of certificates on",
    arguments: MailClient.allCases, Sample.ordinary)
  func facts(_ client: MailClient, _ sample: Sample) throws {
    let text = try client.configuration(sample.account)
    for fact in Self.facts(client, sample.account) { #expect(text.contains(fact), "\(fact)") }
    for slip in [
      "insecure", "certcheck off", "\ntls off", "verify = no", "verify_host = no", "SSLType None", "TLSType None", "--tls-optional",
    ] {
      #expect(!text.contains(slip))
    }
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(!text.contains("\r"))
  }

  @Test("is the same text each time", arguments: MailClient.allCases)
  func isStable(_ client: MailClient) throws {
    #expect(try client.configuration(Sample.plain.account) == client.configuration(Sample.plain.account))
  }

  @Test("a server that demands ID gets it from every client that has the switch")
  func introducesItself() throws {
    func text(_ client: MailClient, _ sample: Sample) throws -> String { try client.configuration(sample.account) }
    for (client, line) in [
      (MailClient.neomutt, "\nset imap_send_id = yes\n"), (.getmail, "\nimap_id_extension = true\n"),
      (.himalaya, "\nimap.id.auto = true\nimap.sasl-ir = false\n"), (.json, "\"id\": [\"after-login\"]"),
      (.emacs, "\"offlineimap -a me-163.com\""),
    ] {
      #expect(try text(client, Sample.demandsID).contains(line))
      #expect(try !text(client, Sample.plain).contains(line))
    }
    #expect(try !text(.mutt, Sample.demandsID).contains("imap_send_id"))
  }

  @Test("where an initial response is not understood, LOGIN is used")
  func login() throws {
    for (client, line) in [
      (MailClient.neomutt, "\nset imap_authenticators = 'login'\n"), (.mutt, "'login'"), (.mbsync, "\nAuthMechs LOGIN\n"),
    ] {
      #expect(try client.configuration(Sample.demandsID.account).contains(line))
      #expect(try !client.configuration(Sample.plain.account).contains(line))
    }
  }

  @Test("aerc before 0.15 is told to use STARTTLS, which it would not otherwise")
  func aerc() throws {
    #expect(try MailClient.aerc.configuration(Sample.frontPart.account).contains("\nsmtp-starttls = true\n"))
    #expect(try !MailClient.aerc.configuration(Sample.plain.account).contains("starttls"))
  }

  private static func facts(_ client: MailClient, _ account: MailAccount) -> [String] {
    let (imap, smtp) = (account.settings.imap, account.settings.smtp)
    let (imapTLS, smtpTLS) = (imap.security == .tls, smtp.security == .tls)
    let (imapName, smtpName) = (account.settings.imapUsername, account.settings.smtpUsername)
    let command = account.secretCommand.words.joined(separator: " ")
    let words = account.secretCommand.words.map { "\"\($0)\"" }.joined(separator: ", ")
    // The usernames of these accounts have no other special character.
    func encoded(_ name: String) -> String { name.replacing("@", with: "%40") }
    let imapURL = "\(imapTLS ? "imaps" : "imap")://\(encoded(imapName))@\(imap)"
    let smtpURL = "://\(encoded(smtpName))@\(smtp)"
    switch client {
    case .neomutt, .mutt:
      return [
        "set from = '\(account.address)'\n", "set imap_user = '\(imapName)'\n", "set folder = '\(imapURL)/'\n",
        "set smtp_url = '\(smtpTLS ? "smtps" : "smtp")\(smtpURL)/'\n", "set ssl_force_tls = yes\n", "set ssl_verify_host = yes\n",
        "set imap_pass = \"`\(command)`\"\n", "set smtp_pass = $imap_pass\n",
      ]
    case .aerc:
      return [
        "[\(account.label)]\n", "\nsource = \(imapURL)\n", "\nsource-cred-cmd = \(command)\n",
        "\noutgoing = \(smtpTLS ? "smtps" : "smtp")+plain\(smtpURL)\n", "\noutgoing-cred-cmd = \(command)\n",
        "\nfrom = \(account.address)\n",
      ]
    case .himalaya:
      return [
        "\ndefault = true\nemail = \"\(account.address)\"\n",
        "\nimap.server = \"\(imapTLS ? "imaps" : "imap")://\(imap)\"\n\(imapTLS ? "" : "imap.starttls = true\n")imap.sasl.plain.username = \"\(imapName)\"\nimap.sasl.plain.password.command = [\(words)]\n",
        "\nsmtp.server = \"\(smtpTLS ? "smtps" : "smtp")://\(smtp)\"\n\(smtpTLS ? "" : "smtp.starttls = true\n")smtp.sasl.plain.username = \"\(smtpName)\"\nsmtp.sasl.plain.password.command = [\(words)]\n",
      ]
    case .mbsync:
      return [
        "\nHost \"\(imap.host)\"\nPort \(imap.port)\nUser \"\(imapName)\"\nPassCmd \"\(command)\"\nSSLType \(imapTLS ? "IMAPS" : "STARTTLS")\n"
      ]
    case .msmtp:
      return [
        "\nhost \(smtp.host)\nport \(smtp.port)\ntls on\ntls_starttls \(smtpTLS ? "off" : "on")\ntls_certcheck on\n",
        "\nfrom \"\(account.address)\"\nuser \"\(smtpName)\"\npasswordeval \"\(command)\"\n",
      ]
    case .offlineimap:
      return [
        "\nremotehost = \(imap.host)\nremoteport = \(imap.port)\nremoteuser = \(imapName)\n", "check_output([\(words)])",
        "\nssl = yes\nsslcacertfile = OS-DEFAULT\n",
      ]
    case .getmail:
      return [
        "\ntype = SimpleIMAPSSLRetriever\nserver = \(imap.host)\nport = \(imap.port)\nusername = \(imapName)\n",
        "\npassword_command = (\(account.secretCommand.words.map { "\"\($0)\"," }.joined(separator: " ")))\n", "\nca_certs = /etc/ssl/",
      ]
    case .fetchmail:
      return [
        "secret=$(\(command)) || exit\n", "'poll \(imap.host) service \(imap.port) protocol IMAP auth password'",
        "'  user \"\(imapName)\"'",
        imapTLS ? " ssl sslproto \"auto\" sslcertck keep" : " sslproto \"TLS1.2+\" sslcertck keep",
      ]
    case .sNail:
      return [
        "set from=\(account.address)\n", "set mta=\(smtpTLS ? "smtps" : "smtp")\(smtpURL) smtp-auth=plain\n",
        smtpTLS ? "" : "set smtp-use-starttls\n", "set tls-verify=strict\n", "secret=$(\(command)) &&",
        "machine \(smtp.host) login \"\(smtpName)\" password",
      ].filter { !$0.isEmpty }
    case .git:
      return [
        "\tsmtpServer = \(smtp.host)\n\tsmtpServerPort = \(smtp.port)\n\tsmtpEncryption = \(smtpTLS ? "ssl" : "tls")\n",
        "\tsmtpUser = \"\(smtpName)\"\n\tfrom = \"\(account.address)\"\n", "[credential \"smtp://\(smtp)\"]\n", "secret=$(\(command)) &&",
      ]
    case .swaks:
      return [
        "secret=$(\(command)) || exit\n",
        "exec swaks --server \(smtp.host) --port \(smtp.port) \(smtpTLS ? "--tls-on-connect" : "--tls") --tls-verify --auth PLAIN --auth-user \(smtpName) ",
      ]
    case .curl:
      return [
        "secret=$(\(command)) || exit\n", "'url = \"\(imapTLS ? "imaps" : "imap")://\(imap)/INBOX\"'", "'user = \"\(imapName):'",
        "'url = \"\(smtpTLS ? "smtps" : "smtp")://\(smtp)\"'", "'user = \"\(smtpName):'", " ssl-reqd\n",
      ]
    case .autoconfig:
      return [
        "<hostname>\(imap.host)</hostname>\n      <port>\(imap.port)</port>\n      <socketType>\(imapTLS ? "SSL" : "STARTTLS")</socketType>\n",
        "<hostname>\(smtp.host)</hostname>\n      <port>\(smtp.port)</port>\n      <socketType>\(smtpTLS ? "SSL" : "STARTTLS")</socketType>\n",
        "<username>\(imapName == account.address.description ? "%EMAILADDRESS%" : "%EMAILLOCALPART%")</username>",
        "<username>%EMAILADDRESS%</username>\n    </outgoingServer>",
      ]
    case .apple:
      return [
        "<key>IncomingMailServerHostName</key><string>\(imap.host)</string>\n<key>IncomingMailServerPortNumber</key><integer>\(imap.port)</integer>\n<key>IncomingMailServerUseSSL</key><true/>\n<key>IncomingMailServerUsername</key><string>\(imapName)</string>\n",
        "<key>OutgoingMailServerHostName</key><string>\(smtp.host)</string>\n<key>OutgoingMailServerPortNumber</key><integer>\(smtp.port)</integer>\n<key>OutgoingMailServerUseSSL</key><true/>\n<key>OutgoingMailServerUsername</key><string>\(smtpName)</string>\n",
      ]
    case .emacs:
      return [
        "\n;; machine \(imap.host) login \(imapName) port \(imap.port) password SECRET\n",
        "\n;; machine \(smtp.host) login \(smtpName) port \(smtp.port) password SECRET\n",
        " smtpmail-smtp-server \"\(smtp.host)\"\n", " smtpmail-smtp-service \(smtp.port)\n",
        " smtpmail-stream-type '\(smtpTLS ? "ssl" : "starttls")\n", " smtpmail-smtp-user \"\(smtpName)\"\n",
      ]
    case .json:
      return [
        "\"imap\": { \"host\": \"\(imap.host)\", \"port\": \(imap.port), \"security\": \"\(imap.security.rawValue)\", \"username\": \"\(imapName)\" }",
        "\"smtp\": { \"host\": \"\(smtp.host)\", \"port\": \(smtp.port), \"security\": \"\(smtp.security.rawValue)\", \"username\": \"\(smtpName)\" }",
      ]
    case .env:
      return [
        "MAIL_ADDRESS=\(account.address)\n", "\nIMAP_HOST=\(imap.host)\nIMAP_PORT=\(imap.port)\nIMAP_SECURITY=\(imap.security.rawValue)\n",
        "\nIMAP_USER=\(imapName)\n", "\nSMTP_HOST=\(smtp.host)\nSMTP_PORT=\(smtp.port)\nSMTP_SECURITY=\(smtp.security.rawValue)\n",
        "\nMAIL_SECRET_COMMAND='\(command)'\n",
      ]
    }
  }
}
