// The answers that a call contains, read and checked.

import AccountStore
import Catalog
import CommandLine
import Operations
import Sentences
import Vocabulary

extension AccountInput {
  /// Reads the options of a call. With `mayAsk`, a word that means several providers is left undecided, because a question can
  /// distinguish them.
  init(_ arguments: Arguments, _ directory: ProviderDirectory, mayAsk: Bool = false) throws(CommandError) {
    self.init()
    let lookUp = ProviderLookUp(directory: directory)
    if let typed = arguments[.email] { address = try .reading(typed, directory) }
    do throws(CommandError) {
      servers = try Self.servers(arguments, directory, address)
    } catch {
      // A question can ask for the other server.
      guard mayAsk, case .missingPair(let given, _) = error, [Option.imap, .smtp].map(\.spelling).contains(given),
        !arguments.has(.provider)
      else { throw error }
      found = (
        try Self.endpoint(arguments, .imap, .imapSecurity, port: 993, directory),
        try Self.endpoint(arguments, .smtp, .smtpSecurity, port: 465, directory)
      )
    }
    if let typed = arguments[.provider] {
      do throws(ProviderLookUpError) {
        provider = try lookUp.provider(typed, address: address)
      } catch {
        guard mayAsk, error.isOpenChoice else { throw CommandError(error) }
        undecided = typed
      }
      // `--provider me@yandex.com` names both.
      if address == nil, Catalog.isAddress(typed) { address = try .reading(typed, directory) }
    } else if servers == nil, found.imap == nil, found.smtp == nil, let address {
      provider = lookUp.provider(of: address)
    }
    usernames = try Self.usernames(arguments)
    (source, signIn) = try Self.source(arguments)
    app = try AppInput(arguments)
    authority = try arguments[.caFile].map { (typed) throws(CommandError) in try operation(AuthorityFile(typed)) }
  }

  /// Reads the source of the secret, and its kind.
  private static func source(_ arguments: Arguments) throws(CommandError) -> (SecretSource?, SignIn) {
    guard let typed = arguments[.tokenFrom] else {
      return (try arguments[.secretFrom].map { (typed) throws(CommandError) in try operation(SecretSource(typed)) }, .password)
    }
    for option in [Option.secretFrom, .store] where arguments.has(option) { throw .conflict(Option.tokenFrom.spelling, option.spelling) }
    do throws(OperationError) { return (try SecretSource(typed), .token) } catch {
      guard error == .unknownSecretSource else { throw CommandError(error) }
      throw .badValue(option: Option.tokenFrom.spelling, value: "…", expected: .secretSource)
    }
  }

  /// Throws if the call names an authority for the demo, whose servers have one of their own.
  func refuseAuthorityOfDemo() throws(CommandError) {
    guard authority != nil, isDemo else { return }
    throw .conflict(Option.caFile.spelling, Provider.demo.id)
  }

  /// Reads the account that the operand `word` names, and returns it if it is a saved one. An address that is not saved means the
  /// same as `--email` with it.
  mutating func read(
    _ word: String, of arguments: Arguments, in directory: ProviderDirectory, among accounts: SavedAccounts
  ) throws(CommandError) -> SavedAccount? {
    let others = [Option.email, .provider, .username, .imapUsername, .smtpUsername, .imap, .smtp].filter(arguments.has)
    for option in others where option == .email || !Catalog.isAddress(word) { throw .conflict(word, option.spelling) }
    do throws(CommandError) {
      let account = try operation(accounts.named(word))
      // A saved account has its own values, so the options would have no effect.
      if let option = others.first { throw .conflict(word, option.spelling) }
      self = try operation(about(account, in: directory))
      return account
    } catch {
      guard case .operation(.unknownAccount) = error, Catalog.isAddress(word) else { throw error }
      let address = try MailAddress.reading(word, directory)
      self.address = address
      if provider == nil, servers == nil { provider = directory.provider(forDomain: address.domain) }
      return nil
    }
  }

  /// `--username` is for both servers. The option for one server has precedence.
  private static func usernames(_ arguments: Arguments) throws(CommandError) -> Usernames {
    func name(_ option: Option) throws(CommandError) -> String? {
      guard let name = arguments[option] else { return nil }
      guard name.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7f }), name.utf8.count <= 254 else {
        throw .badValue(option: option.spelling, value: name, expected: .userName)
      }
      return name
    }
    let (both, imap, smtp) = (try name(.username), try name(.imapUsername), try name(.smtpUsername))
    // `--username` would have no effect.
    if both != nil, imap != nil, smtp != nil { throw .conflict(Option.username.spelling, Option.imapUsername.spelling) }
    return Usernames(imap: imap ?? both, smtp: smtp ?? both)
  }

  /// If the call names one server, and it is one of a known provider, the other is that provider's.
  private static func servers(
    _ arguments: Arguments, _ directory: ProviderDirectory, _ address: MailAddress?
  ) throws(CommandError) -> (imap: Endpoint, smtp: Endpoint)? {
    let imap = try endpoint(arguments, .imap, .imapSecurity, port: 993, directory)
    let smtp = try endpoint(arguments, .smtp, .smtpSecurity, port: 465, directory)
    switch (imap, smtp) {
    case (nil, nil): return nil
    case (let imap?, let smtp?): return (imap, smtp)
    case (let imap?, nil):
      guard let smtp = directory.counterpart(of: imap, for: .imap, of: address) else {
        throw .missingPair(Option.imap.spelling, other: Option.smtp.spelling)
      }
      return (imap, smtp)
    case (nil, let smtp?):
      guard let imap = directory.counterpart(of: smtp, for: .smtp, of: address) else {
        throw .missingPair(Option.smtp.spelling, other: Option.imap.spelling)
      }
      return (imap, smtp)
    }
  }

  /// The security that the call names has precedence over the one that the catalog has for this server, and that over the one that the
  /// port suggests.
  private static func endpoint(
    _ arguments: Arguments, _ option: Option, _ securityOption: Option, port: UInt16, _ directory: ProviderDirectory
  ) throws(CommandError) -> Endpoint? {
    guard let typed = arguments[option] else {
      if arguments.has(securityOption) { throw .missingPair(securityOption.spelling, other: option.spelling) }
      return nil
    }
    guard let named = endpoint(typed, defaultPort: port, for: option == .imap ? .imap : .smtp, in: directory) else {
      throw .badValue(
        option: option.spelling, value: typed, expected: Endpoint.hasBadPort(TypedText.narrowed(typed)) ? .serverPort : .server)
    }
    var security = named.security
    if let word = arguments[securityOption] {
      guard let wanted = Security(rawValue: word) else {
        throw .badValue(option: securityOption.spelling, value: word, expected: .security)
      }
      security = wanted
    }
    return Endpoint(host: named.host, port: named.port, security: security)
  }
}

extension MailAddress {
  /// Returns the address that `typed` is. Throws `address` if it is none.
  static func reading(_ typed: String, _ directory: ProviderDirectory) throws(CommandError) -> MailAddress {
    do throws(TypedAddress.Error) { return try directory.address(typed).address } catch {
      let meant = directory.corrections(of: typed)
      throw meant.isEmpty ? .address(error) : .mistypedAddress(error, meant: meant)
    }
  }
}

extension ProviderLookUpError {
  /// Whether a question can decide.
  fileprivate var isOpenChoice: Bool {
    switch self {
    case .several, .brand: true
    case .unknown: false
    }
  }
}
