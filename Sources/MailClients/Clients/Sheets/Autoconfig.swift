// Thunderbird's autoconfiguration, which other mail programs read too: draft-ietf-mailmaint-autoconfig, config-v1.1.xml.

import Catalog
import Vocabulary

enum Autoconfig {
  static let profile = ClientProfile(
    name: .autoconfigFile, aliases: ["thunderbird"], protocols: [.imap, .smtp],
    destination: .web(template: "https://autoconfig.DOMAIN/mail/config-v1.1.xml"), versionCall: nil, oldest: nil,
    // Thunderbird: mail.server.default.send_client_info.
    id: .always, password: .prompt, token: .ownSignIn(known), authority: .none(.thunderbirdSettings), canRequireSTARTTLS: true,
    remarks: { _, _ in [] },
    imports: [
      ImportFormat(
        word: "thunderbird", aliases: [], paths: [.home(".thunderbird/profiles.ini"), .home("Library/Thunderbird/profiles.ini")],
        kind: .profileList, read: ThunderbirdReader.read),
      ImportFormat(word: "autoconfig", aliases: [], paths: [], read: AutoconfigReader.read),
    ],
    lines: { account, _ in lines(account) })

  /// Thunderbird's map of servers to authorization servers: mailnews/base/src/OAuth2Providers.sys.mjs. An `oAuth2` element
  /// with another issuer has no effect.
  private static let known = TokenIssuers([
    "gmail.com": "accounts.google.com", "googlemail.com": "accounts.google.com", "office365.com": "login.microsoftonline.com",
    "outlook.com": "login.microsoftonline.com", "yahoo.com": "login.yahoo.com", "att.net": "login.yahoo.com",
    "aol.com": "login.aol.com", "imap.mail.ru": "o2.mail.ru", "smtp.mail.ru": "o2.mail.ru",
    "imap.yandex.com": "oauth.yandex.com", "smtp.yandex.com": "oauth.yandex.com", "imap.fastmail.com": "www.fastmail.com",
    "smtp.fastmail.com": "www.fastmail.com", "imap.comcast.net": "comcast.net", "smtp.comcast.net": "comcast.net",
    "thundermail.com": "auth.tb.pro",
  ])

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
      + ["  </emailProvider>"] + authorization(account) + ["</clientConfig>"]
  }

  private static func server(_ element: String, _ account: MailAccount, _ mailProtocol: MailProtocol) -> [String] {
    let endpoint = account.endpoint(mailProtocol)
    return [
      "    <\(element) type=\"\(mailProtocol.rawValue)\">", "      <hostname>\(endpoint.host.text)</hostname>",
      "      <port>\(endpoint.port)</port>", "      <socketType>\(endpoint.security == .tls ? "SSL" : "STARTTLS")</socketType>",
      "      <authentication>\(account.tokenMechanisms == nil ? "password-cleartext" : "OAuth2")</authentication>",
      "      <username>\(Quoting.xml(form(of: account.username(mailProtocol), account.address)))</username>", "    </\(element)>",
    ]
  }

  /// Returns the element about the authorization server, for an account that signs in with tokens.
  private static func authorization(_ account: MailAccount) -> [String] {
    guard account.tokenMechanisms != nil, let issuer = known.name(for: account), let service = account.provider?.oauth,
      let authorize = service.authorize
    else { return [] }
    let scopes = service.scopes
    let all = (scopes.imap + scopes.smtp.filter { !scopes.imap.contains($0) } + scopes.extra).joined(separator: " ")
    // The file is for everybody at the domain.
    let tenant = service.tenants.contains("common") ? "common" : service.tenants.first ?? ""
    func address(_ text: String) -> String { Quoting.xml(text.replacing(OAuthService.tenantPlaceholder, with: tenant)) }
    return [
      "  <oAuth2>", "    <issuer>\(issuer)</issuer>", "    <scope>\(Quoting.xml(all))</scope>",
      "    <authURL>\(address(authorize))</authURL>", "    <tokenURL>\(address(service.token))</tokenURL>", "  </oAuth2>",
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
