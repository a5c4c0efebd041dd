// Apple's configuration profile: Device Management, Mail payload (com.apple.mail.managed). The device asks for the secret.

import Vocabulary

enum AppleProfile {
  static func lines(_ account: MailAccount) -> [String] {
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
      // On a port that begins in clear the device uses STARTTLS then.
      .flag("\(side)MailServerUseSSL"), .text("\(side)MailServerUsername", account.username(mailProtocol)),
    ]
  }

  /// Always the same for an account, so that a profile installed again replaces the old one: RFC 9562 5.8, with 122 bits of
  /// FNV-1a over the identifier.
  private static func uuid(_ identifier: String) -> String {
    func hash(_ seed: UInt8) -> UInt64 {
      ([seed] + Array(identifier.utf8)).reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
    let high = hash(1) & ~0xf000 | 0x8000
    let low = hash(2) & ~(0b11 << 62) | 0b10 << 62
    let digits = [high, low].map { number in
      let text = String(number, radix: 16, uppercase: true)
      return String(repeating: "0", count: 16 - text.utf8.count) + text
    }.joined().utf8
    var (parts, rest) = ([String](), digits[...])
    for count in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(count).text)
      rest = rest.dropFirst(count)
    }
    return parts.joined(separator: "-")
  }
}
