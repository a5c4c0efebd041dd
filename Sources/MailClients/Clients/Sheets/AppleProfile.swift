// Apple's configuration profile: Device Management, Mail payload (com.apple.mail.managed). The device asks for the password.

import Vocabulary

enum AppleProfile {
  static let profile = ClientProfile(
    name: .appleProfile, aliases: [], protocols: [.imap, .smtp], destination: .profile, versionCall: nil, oldest: nil,
    // Apple Mail sends its name and version.
    id: .always, password: .prompt, token: .none, authority: .none(.deviceSettings), canRequireSTARTTLS: true,
    remarks: { _, _ in [.isNotSigned] },
    imports: [], lines: { account, _ in lines(account) })

  private static func lines(_ account: MailAccount) -> [String] {
    let identifier = "setup.mail.\(account.label)"
    let mail: [Entry] =
      [
        .text("PayloadType", "com.apple.mail.managed"), .number("PayloadVersion", 1), .text("PayloadIdentifier", identifier + ".account"),
        .text("PayloadUUID", uuid(identifier + ".account")), .text("EmailAccountType", "EmailTypeIMAP"),
        .text("EmailAddress", account.address.description), .text("EmailAccountDescription", account.address.description),
      ] + server("Incoming", account, .imap) + server("Outgoing", account, .smtp) + [.flag("OutgoingPasswordSameAsIncomingPassword")]
    let head: [Entry] = [
      .text("PayloadType", "Configuration"), .number("PayloadVersion", 1), .text("PayloadIdentifier", identifier),
      .text("PayloadUUID", uuid(identifier)), .text("PayloadDisplayName", account.address.description),
    ]
    return [
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
      "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">",
      "<plist version=\"1.0\">", "<dict>",
    ] + head.map(\.line) + ["<key>PayloadContent</key>", "<array>", "<dict>"] + mail.map(\.line) + [
      "</dict>", "</array>", "</dict>", "</plist>",
    ]
  }

  private enum Entry {
    case text(String, String)
    case number(String, Int)
    case flag(String)

    var line: String {
      switch self {
      case .text(let key, let value): "<key>\(key)</key><string>\(Quoting.xml(value))</string>"
      case .number(let key, let value): "<key>\(key)</key><integer>\(value)</integer>"
      case .flag(let key): "<key>\(key)</key><true/>"
      }
    }
  }

  private static func server(_ side: String, _ account: MailAccount, _ mailProtocol: MailProtocol) -> [Entry] {
    let endpoint = account.endpoint(mailProtocol)
    return [
      .text("\(side)MailServerAuthentication", "EmailAuthPassword"), .text("\(side)MailServerHostName", endpoint.host.text),
      .number("\(side)MailServerPortNumber", Int(endpoint.port)),
      // On a port where the connection begins in clear text the device then uses STARTTLS.
      .flag("\(side)MailServerUseSSL"), .text("\(side)MailServerUsername", account.username(mailProtocol)),
    ]
  }

  /// Returns a UUID that is always the same for an account, so that a profile replaces the one that was installed before:
  /// RFC 9562, section 5.5, in the name space of URLs (section 6.6).
  private static func uuid(_ identifier: String) -> String {
    let urls: [UInt8] = [0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8]
    var octets = Array(SHA1.digest(urls + Array(identifier.utf8)).prefix(16))
    octets[6] = octets[6] & 0x0f | 0x50
    octets[8] = octets[8] & 0x3f | 0x80
    let digits = octets.map { octet in (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true) }
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
  }
}
