// One account of a file before it is checked, and the conversion to an `ImportedAccount`.

import Vocabulary

struct ParsedAccount {
  var name = ""
  /// An address, with or without a display name.
  var from: String?
  var imap = Server()
  var smtp = Server()
  /// The command by which the program gets the password, or the access token.
  var command: String?
  var authorityFile: String?
  /// Whether the program signs in with an access token and not with a password.
  var usesOAuth = false
  /// Whether this is an account even without a server, because the file declares it as one.
  var isDeclared = false

  struct Server {
    var host: String?
    var port: String?
    var security: Security?
    /// Whether the file turns encryption off. The port then decides how it is turned on.
    var isClear = false
    var username: FoundServer.Username?

    init() {}

    init(_ url: SettingsURL) {
      (host, port, security) = (url.host, url.port, url.security)
      username = url.user.map { .written($0) }
    }

    /// Sets the username, if the file has one.
    mutating func set(user: String?) { if let user, !user.isEmpty { username = .written(user) } }
  }

  subscript(mailProtocol: MailProtocol) -> Server {
    get { mailProtocol == .imap ? imap : smtp }
    set {
      switch mailProtocol {
      case .imap: imap = newValue
      case .smtp: smtp = newValue
      }
    }
  }
}

extension ImportedAccount {
  /// Returns `nil` if the account names no usable server, unless it is declared as an account and has an address. Values that cannot be
  /// printed or sent are left out.
  init?(_ parsed: ParsedAccount) {
    let (imap, smtp) = (FoundServer(parsed.imap, .imap), FoundServer(parsed.smtp, .smtp))
    (self.imap, self.smtp) = (imap, smtp)
    name = Visible(parsed.name, limit: 60).text
    let names = [parsed.imap, parsed.smtp].compactMap { server -> String? in
      if case .written(let name) = server.username { ImportedAccount.harmless(name, limit: 254) } else { nil }
    }
    // A username in the form of an address is the address, if the file has no other.
    address = ([parsed.from].compactMap { $0 } + names).lazy.compactMap(Self.address).first
    guard imap != nil || smtp != nil || parsed.isDeclared && address != nil && parsed.imap.host == nil && parsed.smtp.host == nil
    else { return nil }
    let command = parsed.command.flatMap(FoundCommand.init)
    usesOAuth = parsed.usesOAuth
    (secretCommand, tokenCommand) = parsed.usesOAuth ? (nil, command) : (command, nil)
    authorityFile = parsed.authorityFile.flatMap { Self.harmless($0, limit: 4_096) }.flatMap { Self.ownAuthority($0) }
  }

  /// Returns the address in `text`, which may have a display name. `nil` if there is none, or if its domain has letters outside
  /// ASCII: the user is then asked for the address and has to agree to the ASCII form.
  private static func address(in text: String) -> MailAddress? {
    guard let typed = try? TypedAddress(text), !typed.needsConsent else { return nil }
    return typed.address
  }

  /// Returns `path`, or `nil` if it names what this computer trusts anyway: by a word of the program, or by a file or folder
  /// of the distribution.
  private static func ownAuthority(_ path: String) -> String? {
    if ["system", "OS-DEFAULT"].contains(path) { return nil }
    let stores = [
      "/etc/ssl/", "/etc/pki/", "/etc/ca-certificates/", "/usr/share/ca-certificates/", "/usr/local/etc/openssl", "/opt/homebrew/etc/",
    ]
    let bundles = ["ca-certificates.crt", "ca-bundle.crt", "tls-ca-bundle.pem", "ca-bundle.trust.crt", "cert.pem", "ca-bundle.pem"]
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    return stores.contains(where: path.hasPrefix) && (bundles.contains(name) || name == "certs") ? nil : path
  }

  /// Returns the text without blanks around it, or `nil` if it is unprintable, empty or longer than `limit` octets.
  static func harmless(_ text: String, limit: Int) -> String? {
    let text = Array(text.utf8)[...].withoutBlanks.text
    return !text.isEmpty && text.utf8.count <= limit && Visible.isHarmless(text) ? text : nil
  }
}

extension FoundServer {
  fileprivate init?(_ server: ParsedAccount.Server, _ mailProtocol: MailProtocol) {
    guard let host = server.host.flatMap(UnicodeDomain.host) else { return nil }
    let usual: [Security: UInt16] =
      switch mailProtocol {
      case .imap: [.tls: 993, .startTLS: 143]
      // RFC 8314, section 3.3. Without a port in the file programs use 25, but servers rarely accept submission there.
      case .smtp: [.tls: 465, .startTLS: 587]
      }
    let port: UInt16
    if let written = server.port {
      guard let number = UInt16(port: written) else { return nil }
      port = number
    } else {
      guard let number = usual[server.security ?? .tls] else { return nil }
      port = number
    }
    // If the file does not say, the port decides. Where it says that there is no encryption, TLS from the first octet is offered only
    // at the ports that are made for it.
    let startsInClear = server.isClear ? !(server.port == nil || [993, 465].contains(port)) : [143, 587, 25].contains(port)
    let security = server.security ?? (startsInClear ? .startTLS : .tls)
    endpoint = Endpoint(host: host, port: port, security: security)
    switch server.username {
    case .written(let name): username = ImportedAccount.harmless(name, limit: 254).map { .written($0) }
    case .address, .localPart, nil: username = server.username
    }
  }
}
