// What is known of an account before it is verified.

import AccountStore
import Catalog
import Vocabulary

/// The answers that a call or a conversation has so far.
package struct AccountInput {
  package var provider: Provider?
  /// The word of `--provider` if several providers match. A question distinguishes them.
  package var undecided: String?
  package var address: MailAddress?
  /// Where the answers come from.
  package var sources = AnswerSources()
  /// The answers before the user went back.
  package var former = FormerAnswers()
  /// Whether nothing confirms the servers: the user typed them, or the DNS names them outside the domain.
  package var areServersDoubtful = false
  /// Servers that are not from the catalog.
  package var servers: (imap: Endpoint, smtp: Endpoint)?
  /// The servers in another program's configuration, or of which the user has typed only one so far. They are in the fields of the
  /// questions. One may be missing.
  package var found: (imap: Endpoint?, smtp: Endpoint?) = (nil, nil)
  /// Whether `servers` are from another program's configuration, so that no user of this computer has named them.
  package var areServersFound = false
  /// The hosts that the user has agreed to, though they are not those of the address.
  package var agreed: [HostName] = []
  /// The providers whose demands on a session the servers of the call have. See `settle`.
  package var operators: (imap: Provider?, smtp: Provider?) = (nil, nil)
  /// The providers of the two servers of the call, if both are known and differ. See `settle`.
  package var halves: (imap: Provider, smtp: Provider)?
  package var usernames = Usernames()
  /// Whether the user sets up an address from the beginning although an account is saved for it.
  package var isAnew = false
  package var source: SecretSource?
  /// The kind of the secret that `source` gives.
  package var signIn = SignIn.password
  /// The app for a sign-in in a browser.
  package var app = AppInput()
  /// The authority that is trusted together with those of the system.
  package var authority: AuthorityFile?

  package init() {}

  /// Whether the servers get an access token.
  package var usesToken: Bool { signIn.usesToken || app.wantsSignIn }

  /// Whether the account is at the demo's own servers.
  package var isDemo: Bool { provider?.isDemo == true && servers == nil }

  /// Returns the account at the servers of the call, with the user names of `provider` if it is known. `nil` without servers.
  package func ownSettings(for address: MailAddress, at provider: Provider?) -> ServerSettings? {
    guard let servers else { return nil }
    func name(_ mailProtocol: MailProtocol) -> String {
      usernames[mailProtocol] ?? provider?.username[mailProtocol].first.flatMap { UsernameForms.name($0, of: address) }
        ?? address.description
    }
    return ServerSettings(imap: servers.imap, smtp: servers.smtp, imapUsername: name(.imap), smtpUsername: name(.smtp))
  }

  /// Returns the server that `typed` names as `HOST:PORT` or `HOST`. Ports 143, 587 and 25 start without encryption and mean
  /// STARTTLS, all others TLS from the first octet (RFC 8314, section 3). Full-width characters mean those in ASCII, and a name in
  /// other letters its ASCII form, which the user has to confirm. `nil` if `typed` is not a server.
  package static func endpoint(_ typed: String, defaultPort: UInt16) -> Endpoint? {
    TypedServer(typed, defaultPort: defaultPort).map { server in
      Endpoint(host: server.host, port: server.port, security: [143, 587, 25].contains(server.port) ? .startTLS : .tls)
    }
  }

  /// Returns the same with the encryption that `directory` has for exactly this server. A bridge on this computer has ports of its own.
  package static func endpoint(
    _ typed: String, defaultPort: UInt16, for mailProtocol: MailProtocol, in directory: ProviderDirectory
  ) -> Endpoint? {
    guard let named = endpoint(typed, defaultPort: defaultPort) else { return nil }
    guard let security = directory.security(of: named.host, port: named.port, for: mailProtocol) else { return named }
    return Endpoint(host: named.host, port: named.port, security: security)
  }

  /// Returns the same input about a saved account: its own servers, user names, kind of sign-in and authority, and its provider if the
  /// catalog still has it. Throws if the account's authority file cannot be used.
  package func about(_ account: SavedAccount, in directory: ProviderDirectory) throws(OperationError) -> AccountInput {
    var input = self
    input.provider = account.provider.flatMap { directory.provider(id: $0) }
    (input.address, input.servers) = (account.address, (account.imap, account.smtp))
    input.usernames = Usernames(imap: account.imapUsername, smtp: account.smtpUsername)
    // A secret that the call names has its own kind.
    if input.source == nil { input.signIn = account.signIn }
    // An authority that the call names has precedence.
    if input.authority == nil {
      input.authority = try account.authorityFile.map { (path) throws(OperationError) in try AuthorityFile(path) }
    }
    input.settle(in: directory)
    return input
  }
}
