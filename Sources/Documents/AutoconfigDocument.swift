// Mail settings that a domain publishes for mail clients: config-v1.1.xml (draft-ietf-mailmaint-autoconfig, and the older format of
// Thunderbird, which it extends).

import Vocabulary

/// The IMAP and SMTP servers of a document. What is not understood is skipped server by server: a document may serve other clients too.
package struct AutoconfigDocument: Equatable, Sendable {
  /// One usable server: its connection is encrypted.
  package struct Server: Equatable, Sendable {
    package let mailProtocol: MailProtocol
    /// The name of the host, in which `%EMAILDOMAIN%` and its like may stand.
    package let host: String
    package let port: UInt16
    package let security: Security
    /// The form of the user name, with placeholders. `nil` if the document has none: then it is the whole address.
    package let username: String?
    /// Whether OAuth 2.0 is the only way to sign in that the document names.
    package let takesOnlyTokens: Bool
  }

  /// The domains whose addresses the document is about.
  package let domains: [String]
  /// In the order of the document, which is the provider's preference.
  package let servers: [Server]
  /// The protocols that the document offers without encryption, whether or not it offers them with it.
  package let inClear: Set<MailProtocol>
  package let hasPOP3: Bool
  /// Whether the document contains a password, which is not read.
  package let hasPassword: Bool

  /// More servers than any provider has.
  private static let limit = 64

  /// Reads a document. `nil` if it is not well-formed (see `XMLElement`) or not about mail settings.
  package init?(_ octets: [UInt8]) {
    guard let root = XMLElement.document(octets), root.name == "clientConfig" else { return nil }
    let providers = root.all("emailProvider")
    domains = providers.flatMap { $0.all("domain").map(\.text) }.filter { !$0.isEmpty }
    let sections = providers.flatMap { $0.all("incomingServer") + $0.all("outgoingServer") }.prefix(Self.limit)
    servers = sections.compactMap(Server.init)
    inClear = Set(sections.filter { Server.security(of: $0) == nil }.compactMap(Server.mailProtocol))
    hasPOP3 = sections.contains { $0.attributes["type"]?.lowercasedASCII == "pop3" }
    hasPassword = sections.contains { $0["password"]?.text.isEmpty == false }
  }

  /// The server of `mailProtocol` to prefer: the first with TLS from the first octet, else the first with STARTTLS (RFC 8314, section 3).
  /// `nil` if none is encrypted.
  package func preferred(_ mailProtocol: MailProtocol) -> Server? {
    let fitting = servers.filter { $0.mailProtocol == mailProtocol }
    return fitting.first { $0.security == .tls } ?? fitting.first
  }
}

extension AutoconfigDocument.Server {
  /// Returns `nil` if the element is no usable server of IMAP or SMTP.
  init?(_ element: XMLElement) {
    guard let mailProtocol = Self.mailProtocol(element), let security = Self.security(of: element),
      let host = element["hostname"]?.text, !host.isEmpty, let port = element["port"].flatMap({ UInt16($0.text) }), port > 0
    else { return nil }
    (self.mailProtocol, self.host, self.port, self.security) = (mailProtocol, host, port, security)
    username = element["username"].flatMap { $0.text.isEmpty ? nil : $0.text }
    let ways = element.all("authentication").map { $0.text.lowercasedASCII }
    // The draft once writes `OAuth`.
    takesOnlyTokens = !ways.isEmpty && ways.allSatisfy { ["oauth2", "oauth", "xoauth2", "oauthbearer"].contains($0) }
  }

  static func mailProtocol(_ element: XMLElement) -> MailProtocol? {
    switch (element.name, element.attributes["type"]?.lowercasedASCII) {
    case ("incomingServer", "imap"): .imap
    case ("outgoingServer", "smtp"): .smtp
    case (_, .some), (_, .none): nil
    }
  }

  /// Returns when TLS starts. `nil` without encryption: the port alone never decides. `TLS` is the word of old files.
  static func security(of element: XMLElement) -> Security? {
    switch element["socketType"]?.text.uppercasedASCII {
    case "SSL", "TLS": .tls
    case "STARTTLS": .startTLS
    default: nil
    }
  }

  /// Returns the server for `address`. `nil` if the host is none, or contains what the address does not replace.
  package func endpoint(for address: MailAddress) -> Endpoint? { endpoint(AutoconfigPlaceholders(address: address)) }

  /// Returns the server for an address at `domain`. `nil` also if the host depends on the part before the @.
  package func endpoint(for domain: HostName?) -> Endpoint? { endpoint(AutoconfigPlaceholders(domain: domain)) }

  private func endpoint(_ placeholders: AutoconfigPlaceholders) -> Endpoint? {
    guard let host = placeholders.replaced(in: host).flatMap(UnicodeDomain.host), host.kind == .name, host.labels.count > 1 else {
      return nil
    }
    return Endpoint(host: host, port: port, security: security)
  }

  /// The user name if it is the same for every address. `nil` if the document has none, or if it depends on the address.
  package var literalUsername: String? { username.flatMap { AutoconfigPlaceholders(domain: nil).replaced(in: $0) } }

  /// Returns the user name for `address`. `nil` if it contains what the address does not replace.
  package func username(for address: MailAddress) -> String? {
    guard let username else { return address.description }
    return AutoconfigPlaceholders(address: address).replaced(in: username)
  }
}

/// The values of the placeholders.
struct AutoconfigPlaceholders {
  private let values: [String: String]

  init(address: MailAddress) {
    values = ["EMAILADDRESS": address.description, "EMAILLOCALPART": address.localPart, "EMAILDOMAIN": address.domain.text]
  }

  init(domain: HostName?) { values = domain.map { ["EMAILDOMAIN": $0.text] } ?? [:] }

  /// Returns `text` with every placeholder replaced once: what a value contains is not replaced again. `nil` if capital letters between
  /// two percent signs are no known placeholder, or if the second sign of a known one is missing. Other percent signs mean themselves.
  /// `nil` also if there is a character in it that nobody can see: no host and no user name has one.
  func replaced(in text: String) -> String? {
    var (output, rest) = ([UInt8](), Array(text.utf8)[...])
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "%") else {
        output.append(octet)
        continue
      }
      let name = rest.prefix { (0x41...0x5a).contains($0) }
      guard rest.dropFirst(name.count).first == UInt8(ascii: "%"), !name.isEmpty else {
        if Self.names.contains(name.text) { return nil }
        output.append(octet)
        continue
      }
      guard let value = values[name.text] else { return nil }
      output += value.utf8
      rest = rest.dropFirst(name.count + 1)
    }
    let replaced = output.text
    return replaced.unicodeScalars.allSatisfy(Self.isSeen) ? replaced : nil
  }

  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .control && !scalar.properties.isDefaultIgnorableCodePoint
      && scalar.properties.generalCategory != .format
  }

  private static let names: Set<String> = ["EMAILADDRESS", "EMAILLOCALPART", "EMAILDOMAIN"]
}
