// Servers written as URLs, such as imaps://user@host:port/, in the files of NeoMutt, aerc, s-nail and himalaya.

import Vocabulary

struct SettingsURL {
  let mailProtocol: MailProtocol
  let security: Security
  let user: String?
  let host: String
  let port: String?
  let holdsPassword: Bool
  /// `+insecure` or `+none`: the connection is not encrypted, or the certificate is not verified.
  let isInsecure: Bool
  /// Whether the mechanism takes an access token.
  let usesOAuth: Bool
  /// Whether the URL names an authorization server, as aerc's may: the program's command then prints a refresh token.
  let hasTokenEndpoint: Bool

  /// Returns `nil` if the text is not the URL of a mail server. The part after a `+` in the scheme is the mechanism.
  init?(_ text: String) {
    let octets = Array(text.utf8)
    guard let colon = octets.firstRange(of: Array("://".utf8)) else { return nil }
    let scheme = octets[..<colon.lowerBound].split(separator: .plus).map { $0.text.lowercasedASCII }
    switch scheme.first {
    case "imaps": (mailProtocol, security) = (.imap, .tls)
    case "imap": (mailProtocol, security) = (.imap, .startTLS)
    case "smtps", "submissions": (mailProtocol, security) = (.smtp, .tls)
    case "smtp", "submission": (mailProtocol, security) = (.smtp, .startTLS)
    default: return nil
    }
    usesOAuth = scheme.contains(where: TokenWords.isMechanism)
    hasTokenEndpoint = octets[colon.upperBound...].firstRange(of: Array("token_endpoint=".utf8)) != nil
    isInsecure = scheme.contains("insecure") || scheme.contains("none")
    let authority = octets[colon.upperBound...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    var hostPort = authority
    if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
      hostPort = authority[(at + 1)...]
      let userPart = authority[..<at]
      let name = userPart.prefix { $0 != UInt8(ascii: ":") }
      user = Self.decoded(name)
      holdsPassword = name.count + 1 < userPart.count
    } else {
      (user, holdsPassword) = (nil, false)
    }
    if hostPort.first == UInt8(ascii: "["), let close = hostPort.firstIndex(of: UInt8(ascii: "]")) {
      host = hostPort[...close].text
      hostPort = hostPort[(close + 1)...]
    } else {
      let name = hostPort.prefix { $0 != UInt8(ascii: ":") }
      host = name.text
      hostPort = hostPort.dropFirst(name.count)
    }
    let number = hostPort.dropFirst()
    port = number.isEmpty ? nil : number.text
  }

  /// Decodes percent-encoding (RFC 3986, section 2.1). Returns `nil` for an empty name. A percent sign without two digits is
  /// unchanged.
  private static func decoded(_ octets: ArraySlice<UInt8>) -> String? {
    guard !octets.isEmpty else { return nil }
    var (output, rest) = ([UInt8](), octets)
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(rest.prefix(2).text, radix: 16), rest.first != .plus {
        output.append(value)
        rest = rest.dropFirst(2)
      } else {
        output.append(octet)
      }
    }
    return output.text
  }
}

extension ParsedAccount {
  /// Sets one of the servers from a URL.
  mutating func set(_ url: SettingsURL, _ collector: inout ImportCollector) {
    self[url.mailProtocol] = Server(url)
    if url.holdsPassword { collector.remark(.passwordInClear) }
    if url.isInsecure { collector.remark(.notEncrypted) }
    if url.usesOAuth { usesOAuth = true }
  }
}
