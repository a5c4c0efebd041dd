// What an account from another program's configuration answers in advance.

import AccountStore
import Catalog
import CommandLine
import MailClients
import Operations
import Posix
import Sentences
import Vocabulary

struct ImportedInput {
  let account: ImportedAccount
  private(set) var accountInput: AccountInput
  /// The authority that the file trusts, or why it cannot be used. `nil` if the call names one. The user decides whether to trust it.
  let authority: Result<AuthorityFile, OperationError>?
  /// The servers that are not those of the address. `nil` if there are none.
  let foreign: ForeignServers?
  /// The value of `--token-from` that runs the file's command for an access token. `nil` if there is none, or if the call names a
  /// secret. The user decides whether to run it.
  let tokenSource: String?
  /// The value of `--secret-from` that runs the file's command for a password, under the same conditions.
  private let secretSource: String?

  /// `call` contains the options of the call. `directory` has the settings that are not in the file.
  init(_ account: ImportedAccount, _ call: AccountInput, _ directory: ProviderDirectory, _ environment: Environment) {
    self.account = account
    let isOpen = call.source == nil && !call.app.wantsSignIn
    tokenSource = isOpen ? account.tokenCommand.flatMap { Self.source($0, environment) } : nil
    secretSource = isOpen ? account.secretCommand.flatMap { Self.source($0, environment) } : nil
    let home = UserFolders(environment).home ?? ""
    authority = call.authority == nil ? account.authorityFile.map { Self.authority($0, home) } : nil
    var input = call
    // What no provider has given to anybody is a name before the address: the user is asked for the address.
    input.address = account.address.flatMap { directory.mayExist($0) ? $0 : nil } ?? call.address
    input.provider = input.address.flatMap { directory.provider(forDomain: $0.domain) }
    let catalog = input.address.flatMap { input.provider?.settings(for: $0) }
    input.found = (account.imap?.endpoint, account.smtp?.endpoint)
    // A server that the file lacks is that of the provider of the other one, whatever the address is.
    let counterpart = (
      imap: input.found.smtp.flatMap { directory.counterpart(of: $0, for: .smtp, of: input.address) },
      smtp: input.found.imap.flatMap { directory.counterpart(of: $0, for: .imap, of: input.address) }
    )
    let (imap, smtp) = (
      input.found.imap ?? counterpart.imap ?? catalog?.imap, input.found.smtp ?? counterpart.smtp ?? catalog?.smtp
    )
    // If the catalog has the servers, at any port, its other settings apply too.
    let groups = input.address.flatMap { input.provider?.groups(for: $0) } ?? []
    let isKnown = groups.contains { group in
      (input.found.imap.map(group.imap.contains) ?? true) && (input.found.smtp.map(group.smtp.contains) ?? true)
    }
    // A user's entry for a known domain confirms servers no better than the file does.
    if !isKnown || input.foreign(in: directory) != nil, let imap, let smtp {
      input.servers = (imap, smtp)
      // Only the file names them.
      (input.areServersDoubtful, input.areServersFound) = (true, true)
    }
    foreign = input.foreign(in: directory)
    input.settle(in: directory)
    Self.takeNames(account, input.provider == nil ? nil : catalog, &input)
    accountInput = input
  }

  /// Returns what it means that the account signs in with an access token in the file.
  func oauthSentence(of title: Text) -> Text {
    let provider = accountInput.provider ?? accountInput.operators.imap ?? accountInput.operators.smtp
    if tokenSource != nil { return ImportSentence.usesOAuthByCommand(title) }
    return ImportSentence.usesOAuth(
      title, term: provider.flatMap { $0.takesPassword ? $0.secret.term : nil },
      takesTokensOnly: provider.map { !$0.takesPassword && $0.oauth != nil } ?? false)
  }

  /// Returns the same input with the authority of the file, if that can be used.
  func trusting() -> ImportedInput {
    var trusting = self
    if case .success(let file)? = authority { trusting.accountInput.authority = file }
    return trusting
  }

  /// Returns the source. `nil` if the command needs a shell, contains a secret, or has an argument that the option would divide.
  private static func source(_ command: FoundCommand, _ environment: Environment) -> String? {
    guard let words = command.words else { return nil }
    let home = UserFolders(environment).home ?? "~"
    let whole = words.map { $0.hasPrefix("~/") ? home + $0.dropFirst() : $0 }
    return whole.allSatisfy { !$0.isEmpty && !$0.contains(where: \.isWhitespace) } ? "command:" + whole.joined(separator: " ") : nil
  }

  /// Returns `call` with the command of the file as the source of the token or the password, if there is one.
  func calling(_ call: Arguments) -> Arguments {
    if let tokenSource { return call.filled(.tokenFrom, tokenSource) }
    return secretSource.map { call.filled(.secretFrom, $0) } ?? call
  }

  /// Returns the same input with the command of the file as the source of the token.
  func runningCommand() throws(CommandError) -> ImportedInput {
    guard let tokenSource else { return self }
    var running = self
    running.accountInput.source = try operation(SecretSource(tokenSource))
    running.accountInput.signIn = .token
    return running
  }

  private static func authority(_ path: String, _ home: String) -> Result<AuthorityFile, OperationError> {
    // A relative path depends on a folder of the other program.
    let whole = path.hasPrefix("~/") && home.hasPrefix("/") ? home + path.dropFirst(1) : path
    guard whole.hasPrefix("/") else { return .failure(.unusableFile(path, .notAbsolute)) }
    do throws(OperationError) { return .success(try AuthorityFile(whole)) } catch { return .failure(error) }
  }

  /// Sets the user names of the file if they differ from the usual ones.
  private static func takeNames(_ account: ImportedAccount, _ catalog: ServerSettings?, _ input: inout AccountInput) {
    guard let address = input.address else { return }
    let usual = Usernames(imap: catalog?.imapUsername ?? address.description, smtp: catalog?.smtpUsername ?? address.description)
    var found = Usernames(imap: account.imap?.username?.name(of: address), smtp: account.smtp?.username?.name(of: address))
    // A user name that is not in the file is the same as the other one, if that is not the usual one.
    for (mailProtocol, other) in [(MailProtocol.imap, MailProtocol.smtp), (.smtp, .imap)] where found[mailProtocol] == nil {
      found[mailProtocol] = found[other].flatMap { $0 == usual[other] ? nil : $0 } ?? usual[mailProtocol]
    }
    if found != usual { input.usernames = found }
  }

  /// Whether there is a server, in the file or in the catalog.
  var hasServer: Bool { account.imap != nil || account.smtp != nil || accountInput.provider != nil }

  /// The protocol whose server is neither in the file nor in the catalog. `nil` if both servers are known.
  var missing: MailProtocol? {
    guard accountInput.provider == nil, accountInput.servers == nil else { return nil }
    return accountInput.found.imap == nil ? .imap : accountInput.found.smtp == nil ? .smtp : nil
  }
}
