// Thunderbird's autoconfiguration, which many mail programs read: draft-ietf-mailmaint-autoconfig, config-v1.1.xml.

import Vocabulary

enum Autoconfig {
  static func lines(_ account: MailAccount) -> [String] {
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

  /// The placeholder that holds for every address of the domain, where there is one.
  private static func form(of name: String, _ address: MailAddress) -> String {
    switch name {
    case address.description: "%EMAILADDRESS%"
    case address.localPart: "%EMAILLOCALPART%"
    default: name
    }
  }
}
