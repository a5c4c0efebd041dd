// Thunderbird's autoconfiguration, which other mail programs read too: draft-ietf-mailmaint-autoconfig, config-v1.1.xml.

import Vocabulary

enum Autoconfig {
  static let profile = ClientProfile(
    name: .autoconfigFile, aliases: ["thunderbird"], protocols: [.imap, .smtp],
    destination: .web(template: "https://autoconfig.DOMAIN/mail/config-v1.1.xml"), versionCall: nil, oldest: nil,
    // Thunderbird: mail.server.default.send_client_info.
    id: .always, password: .prompt, authority: .none(.thunderbirdSettings), canRequireSTARTTLS: true, remarks: { _, _ in [] },
    imports: [
      ImportFormat(
        word: "thunderbird", aliases: [], paths: [.home(".thunderbird/profiles.ini"), .home("Library/Thunderbird/profiles.ini")],
        isProfileList: true, read: ThunderbirdReader.read),
      ImportFormat(word: "autoconfig", aliases: [], paths: [], read: AutoconfigReader.read),
    ],
    lines: { account, _ in lines(account) })

  private static func lines(_ account: MailAccount) -> [String] {
    let domain = account.address.domain.text
    let name = Quoting.xml(account.provider?.name.english ?? domain)
    let help = account.provider?.help.first.map { page in
      ["    <documentation url=\"\(Quoting.xml(page.text))\">", "      <descr lang=\"en\">\(name)</descr>", "    </documentation>"]
    }
    return [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<clientConfig version=\"1.1\">", "  <emailProvider id=\"\(domain)\">",
      "    <domain>\(domain)</domain>", "    <displayName>\(name)</displayName>", "    <displayShortName>\(name)</displayShortName>",
    ] + server("incomingServer", account, .imap) + server("outgoingServer", account, .smtp) + (help ?? [])
      + ["  </emailProvider>", "</clientConfig>"]
  }

  private static func server(_ element: String, _ account: MailAccount, _ mailProtocol: MailProtocol) -> [String] {
    let endpoint = account.endpoint(mailProtocol)
    return [
      "    <\(element) type=\"\(mailProtocol.rawValue)\">", "      <hostname>\(endpoint.host.text)</hostname>",
      "      <port>\(endpoint.port)</port>", "      <socketType>\(endpoint.security == .tls ? "SSL" : "STARTTLS")</socketType>",
      "      <authentication>password-cleartext</authentication>",
      "      <username>\(Quoting.xml(form(of: account.username(mailProtocol), account.address)))</username>", "    </\(element)>",
    ]
  }

  /// Returns the placeholder that applies to every address of the domain, or the name if there is none.
  private static func form(of name: String, _ address: MailAddress) -> String {
    switch name {
    case address.description: "%EMAILADDRESS%"
    case address.localPart: "%EMAILLOCALPART%"
    default: name
    }
  }
}
