// The answers a call brings along, read and checked.

import Catalog
import Sentences
import Vocabulary

struct AccountInput {
  var provider: Provider?
  /// What `--provider` says where that fits several; a question tells them apart.
  var undecided: String?
  var address: MailAddress?
  /// The address as it was before somebody went back to the question: it stands in the field again.
  var formerAddress: MailAddress?
  /// Whether the servers are somebody's word that nothing backs: typed by hand, or named by the DNS outside the domain.
  var areServersDoubtful = false
  /// Servers named on the command line: for providers outside the catalog.
  var servers: (imap: Endpoint, smtp: Endpoint)?
  /// What another program's configuration has for servers, perhaps one alone: it stands in the field when it is asked for.
  var found: (imap: Endpoint?, smtp: Endpoint?) = (nil, nil)
  /// Whether those are the word of another program's file: nobody at this computer has named them.
  var areServersFound = false
  /// The hosts that somebody has agreed to, though they are not those of the address.
  var agreed: [HostName] = []
  /// Whose demands on a session the servers of the call have; see `settle`.
  var operators: (imap: Provider?, smtp: Provider?) = (nil, nil)
  var usernames = Usernames()
  var source: SecretSource?
  /// Trusted beside the system's authorities.
  var authority: AuthorityFile?
  var trace: String?
  var timeout: Double?

  /// Where somebody is there to answer (`mayAsk`), several providers that fit are left undecided instead of refused.
  init(_ arguments: Arguments, _ directory: ProviderDirectory, mayAsk: Bool = false) throws(CommandError) {
    let choice = ProviderLookUp(directory: directory)
    if let typed = arguments[.email] { address = try choice.address(typed) }
    servers = try Self.servers(arguments)
    if let typed = arguments[.provider] {
      do throws(CommandError) {
        provider = try choice.provider(typed, address: address)
      } catch {
        guard mayAsk, error.isOpenChoice else { throw error }
        undecided = typed
      }
      // `--provider me@yandex.com` has said both.
      if address == nil, typed.contains("@") { address = try choice.address(typed) }
    } else if servers == nil, let address {
      provider = directory.provider(forDomain: address.domain)
      if provider == nil, address.domain.text == DemoProvider.domain { provider = DemoProvider.entry }
    }
    usernames = try Self.usernames(arguments)
    source = try arguments[.secretFrom].map { (typed) throws(CommandError) in try SecretSource(typed) }
    authority = try arguments[.caFile].map { (typed) throws(CommandError) in try AuthorityFile(typed) }
    trace = arguments[.trace]
    timeout = try arguments[.timeout].map { (typed) throws(CommandError) in
      guard typed.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }), let seconds = Double(typed), (0.1...3_600).contains(seconds)
      else {
        throw .badValue(
          option: Option.timeout.spelling, value: typed, expected: Text("a number of seconds from 0.1 to 3600", " 0.1 到 3600 的秒数"))
      }
      return seconds
    }
    if let typed = arguments[.lang], Language(rawValue: typed) == nil {
      throw .badValue(option: Option.lang.spelling, value: typed, expected: Text("en or zh-Hans", " en 或 zh-Hans"))
    }
  }

  /// Throws if the call names an authority for the demo, whose servers have one of their own.
  func refuseAuthorityOfDemo() throws(CommandError) {
    guard authority != nil, provider?.id == DemoProvider.id, servers == nil else { return }
    throw .conflict(Option.caFile.spelling, DemoProvider.id)
  }

  /// The account at the servers of the call, with the user names of `provider` where that is known; nil without servers.
  func ownSettings(for address: MailAddress, at provider: Provider?) -> ServerSettings? {
    guard let servers else { return nil }
    func name(_ mailProtocol: MailProtocol) -> String {
      usernames[mailProtocol] ?? provider?.username[mailProtocol].first.flatMap { UsernameForms.name($0, of: address) }
        ?? address.description
    }
    return ServerSettings(imap: servers.imap, smtp: servers.smtp, imapUsername: name(.imap), smtpUsername: name(.smtp))
  }

  /// --username names both; what is said of one server alone goes before it.
  private static func usernames(_ arguments: Arguments) throws(CommandError) -> Usernames {
    func name(_ option: Option) throws(CommandError) -> String? {
      guard let name = arguments[option] else { return nil }
      guard name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }), name.utf8.count <= 254 else {
        throw .badValue(option: option.spelling, value: name, expected: Text("a username", "用户名"))
      }
      return name
    }
    let (both, imap, smtp) = (try name(.username), try name(.imapUsername), try name(.smtpUsername))
    // Then it would name nothing.
    if both != nil, imap != nil, smtp != nil { throw .conflict(Option.username.spelling, Option.imapUsername.spelling) }
    return Usernames(imap: imap ?? both, smtp: smtp ?? both)
  }

  private static func servers(_ arguments: Arguments) throws(CommandError) -> (imap: Endpoint, smtp: Endpoint)? {
    let imap = try endpoint(arguments, .imap, .imapSecurity, port: 993)
    let smtp = try endpoint(arguments, .smtp, .smtpSecurity, port: 465)
    switch (imap, smtp) {
    case (nil, nil): return nil
    case (let imap?, let smtp?): return (imap, smtp)
    case (_?, nil): throw .missingPair(Option.imap.spelling, other: Option.smtp.spelling)
    case (nil, _?): throw .missingPair(Option.smtp.spelling, other: Option.imap.spelling)
    }
  }

  /// What the call says of the security goes before what the port suggests.
  private static func endpoint(
    _ arguments: Arguments, _ option: Option, _ securityOption: Option, port: UInt16
  ) throws(CommandError) -> Endpoint? {
    guard let typed = arguments[option] else {
      if arguments.has(securityOption) { throw .missingPair(securityOption.spelling, other: option.spelling) }
      return nil
    }
    guard let named = endpoint(typed, defaultPort: port) else {
      throw .badValue(
        option: option.spelling, value: typed,
        expected: Text("HOST:PORT, such as imap.example.org:993", "「服务器:端口」，例如 imap.example.org:993"))
    }
    var security = named.security
    if let word = arguments[securityOption] {
      guard let wanted = Security(rawValue: word) else {
        throw .badValue(option: securityOption.spelling, value: word, expected: Text("tls or starttls", " tls 或 starttls"))
      }
      security = wanted
    }
    return Endpoint(host: named.host, port: named.port, security: security)
  }

  /// `HOST:PORT` or `HOST`. Ports 143, 587 and 25 begin in clear and mean STARTTLS, all others TLS at once.
  static func endpoint(_ typed: String, defaultPort: UInt16) -> Endpoint? {
    Endpoint.parse(typed, defaultPort: defaultPort).map { host, port in
      Endpoint(host: host, port: port, security: [143, 587, 25].contains(port) ? .startTLS : .tls)
    }
  }
}

extension CommandError {
  /// Whether a question would have settled it.
  fileprivate var isOpenChoice: Bool {
    if case .severalProviders = self { return true }
    if case .brand = self { return true }
    return false
  }
}
