// Imports from programs that no configuration is written for.

import MailClients
import TestSupport
import Testing
import Vocabulary

@Suite("import from other programs", .waiting)
struct ImportForeignTests {
  private static func line(_ account: ImportedAccount) -> String {
    let servers = [account.imap, account.smtp].map { server in
      server.map {
        "\($0.username.map { if case .written(let name) = $0 { name } else { "%" } } ?? "?")@@\($0.endpoint)/\($0.endpoint.security.rawValue)"
      } ?? "-"
    }
    return "\(account.address?.description ?? "-") \(servers.joined(separator: " "))"
  }

  private func expect(
    _ format: ImportFormat, _ text: String, _ lines: [String], _ remarks: [ImportRemark] = [], at place: SourceLocation = #_sourceLocation
  ) {
    let found = format.read(Array(text.utf8))
    #expect(found.accounts.map(Self.line) == lines && found.remarks == remarks, "\(found)", sourceLocation: place)
    #expect(!"\(found)".contains("sesame"), sourceLocation: place)
  }

  @Test("Geary, its format and the older one") func geary() {
    expect(
      .geary,
      """
      [Metadata]
      version=1
      status=enabled
      [Account]
      label=Work
      sender_mailboxes=Me <me@own.example>;Other <other@own.example>;
      service_provider=other
      [Incoming]
      login=me
      remember_password=true
      host=imap.own.example
      port=993
      transport_security=transport
      [Outgoing]
      credentials=use-incoming
      host=smtp.own.example
      port=587
      transport_security=start-tls
      """, ["me@own.example me@@imap.own.example:993/tls me@@smtp.own.example:587/starttls"])
    expect(
      .geary,
      "[AccountInformation]\nprimary_email=me@own.example\nimap_host=mail.own.example\nimap_port=143\nimap_ssl=false\nimap_starttls=true\nimap_username=me\nsmtp_host=mail.own.example\nsmtp_port=25\nsmtp_use_imap_credentials=true\n",
      ["me@own.example me@@mail.own.example:143/starttls me@@mail.own.example:25/starttls"], [.notEncrypted])
    // Without servers the account is that of a provider that Geary knows.
    expect(.geary, "[Account]\nservice_provider=gmail\nsender_mailboxes=me@gmail.com;\n", ["me@gmail.com - -"])
  }

  private static let evolution: [(file: String, text: String)] = [
    (
      "1a.source",
      "[Data Source]\nDisplayName=Work\nEnabled=true\n[Mail Account]\nBackendName=imapx\nIdentityUid=1b\n[Authentication]\nHost=imap.own.example\nPort=993\nUser=me\nMethod=PLAIN\n[Security]\nMethod=ssl-on-alternate-port\n"
    ),
    (
      "1b.source", "[Data Source]\nDisplayName=Work\n[Mail Identity]\nAddress=me@own.example\nName=Me\n[Mail Submission]\nTransportUid=1c\n"
    ),
    (
      "1c.source",
      "[Data Source]\nDisplayName=Work\n[Mail Transport]\nBackendName=smtp\n[Authentication]\nHost=smtp.own.example\nPort=587\nUser=me@own.example\n[Security]\nMethod=starttls-on-standard-port\n"
    ),
    ("2a.source", "[Data Source]\nDisplayName=Old\n[Mail Account]\nBackendName=pop\n[Authentication]\nHost=pop.own.example\n"),
    ("2b.source", "[Data Source]\nDisplayName=Other\n[Mail Identity]\nAddress=other@own.example\n"),
    ("2c.source", "[Data Source]\nDisplayName=Other\n[Mail Transport]\nBackendName=smtp\n[Authentication]\nHost=other.own.example\n"),
    ("local.source", "[Data Source]\nDisplayName=On This Computer\n[Mail Account]\nBackendName=maildir\n"),
    ("book.source", "[Data Source]\nDisplayName=Personal\n[Address Book]\nBackendName=local\n"),
  ]

  @Test("Evolution: the files of a folder name each other") func evolution() throws {
    let folder = try ProcessFolder()
    for (file, text) in Self.evolution { _ = try folder.write(text.utf8, to: file) }
    let result = try ProcessBuilt.call(["import", "evolution", folder.path, "--json"], environment: ["HOME": folder.path]).run()
    let json = try result.json
    #expect(json["accounts"].list.count == 1 && json["remarks"].texts == ["pop3", "local_mail"], "\(result.text)")
    let account = json["accounts"][0]
    #expect(account["address"].text == "me@own.example")
    #expect(account["imap"]["host"].text == "imap.own.example" && account["imap"]["username"].text == "me")
    #expect(account["smtp"]["host"].text == "smtp.own.example" && account["smtp"]["security"].text == "starttls")
  }

  @Test("Evolution: a single file has its half") func evolutionFile() {
    expect(.evolution, Self.evolution[0].text, ["- me@@imap.own.example:993/tls -"])
    expect(
      .evolution, Self.evolution[..<3].map(\.text).joined(),
      ["me@own.example me@@imap.own.example:993/tls me@own.example@@smtp.own.example:587/starttls"])
  }

  @Test("mpop speaks POP3 only") func mpop() {
    expect(
      .mpop, "defaults\ntls on\naccount a\nhost pop.own.example\nuser me@own.example\npassword sesame\n", ["me@own.example - -"],
      [.passwordInClear, .pop3])
  }

  @Test("authinfo and netrc: the entries of mail, joined by their login") func authinfo() {
    expect(
      .authinfo,
      """
      # mail
      machine imap.own.example login me@own.example port 993 password sesame
      machine smtp.own.example login me@own.example port 587 password "ses ame"
      machine mail.own.example port imaps login other password sesame
      machine api.github.com login me password sesame
      machine pop.own.example port 995 login me password sesame
      default login anonymous password sesame
      """,
      [
        "me@own.example me@own.example@@imap.own.example:993/tls me@own.example@@smtp.own.example:587/starttls",
        "- other@@mail.own.example:993/tls -",
      ], [.passwordInClear, .pop3])
    expect(
      .authinfo, "machine smtp.own.example\n  login me\n  password sesame\nmacdef init\n  machine evil.example port 993\n\n",
      ["- - me@@smtp.own.example:465/tls"], [.passwordInClear])
  }
}
