// What an account from another program's configuration answers in advance.

import Catalog
import MailClients
import Operations
import Posix
import Vocabulary

struct ImportedInput {
  let account: ImportedAccount
  private(set) var given: AccountInput
  /// The authority that the file trusts, or why it cannot be used. `nil` if the call names one. The user decides whether to trust it.
  let authority: Result<AuthorityFile, OperationError>?
  /// The servers that are not those of the address. `nil` if there are none.
  let foreign: ForeignServers?

  /// `call` contains the options of the call. `directory` has the settings that are not in the file.
  init(_ account: ImportedAccount, _ call: AccountInput, _ directory: ProviderDirectory, _ environment: Environment) {
    self.account = account
    let home = UserFolders(environment).home ?? ""
    authority = call.authority == nil ? account.authorityFile.map { Self.authority($0, home) } : nil
    var given = call
    given.address = account.address
    given.provider = account.address.flatMap { directory.provider(forDomain: $0.domain) }
    let catalog = account.address.flatMap { given.provider?.settings(for: $0) }
    given.found = (account.imap?.endpoint, account.smtp?.endpoint)
    let (imap, smtp) = (given.found.imap ?? catalog?.imap, given.found.smtp ?? catalog?.smtp)
    // If the catalog has the servers, at any port, its other settings apply too.
    let groups = account.address.flatMap { given.provider?.groups(for: $0) } ?? []
    let isKnown = groups.contains { group in
      (given.found.imap.map(group.imap.contains) ?? true) && (given.found.smtp.map(group.smtp.contains) ?? true)
    }
    // A user's entry for a known domain confirms servers no better than the file does.
    if !isKnown || given.foreign(in: directory) != nil, let imap, let smtp {
      given.servers = (imap, smtp)
      // Only the file names them.
      (given.areServersDoubtful, given.areServersFound) = (true, true)
    }
    foreign = given.foreign(in: directory)
    given.settle(in: directory)
    Self.takeNames(account, given.provider == nil ? nil : catalog, &given)
    self.given = given
  }

  /// Returns the same input with the authority of the file, if that can be used.
  func trusting() -> ImportedInput {
    var trusting = self
    if case .success(let file)? = authority { trusting.given.authority = file }
    return trusting
  }

  private static func authority(_ path: String, _ home: String) -> Result<AuthorityFile, OperationError> {
    // A relative path depends on a folder of the other program.
    let whole = path.hasPrefix("~/") && home.hasPrefix("/") ? home + path.dropFirst(1) : path
    guard whole.hasPrefix("/") else { return .failure(.unusableFile(path, .notAbsolute)) }
    do throws(OperationError) { return .success(try AuthorityFile(whole)) } catch { return .failure(error) }
  }

  /// Sets the user names of the file if they differ from the usual ones.
  private static func takeNames(_ account: ImportedAccount, _ catalog: ServerSettings?, _ given: inout AccountInput) {
    guard let address = account.address else { return }
    let usual = Usernames(imap: catalog?.imapUsername ?? address.description, smtp: catalog?.smtpUsername ?? address.description)
    var found = Usernames(imap: account.imap?.username?.name(of: address), smtp: account.smtp?.username?.name(of: address))
    // A user name that is not in the file is the same as the other one, if that is not the usual one.
    for (mailProtocol, other) in [(MailProtocol.imap, MailProtocol.smtp), (.smtp, .imap)] where found[mailProtocol] == nil {
      found[mailProtocol] = found[other].flatMap { $0 == usual[other] ? nil : $0 } ?? usual[mailProtocol]
    }
    if found != usual { given.usernames = found }
  }

  /// The protocol whose server is neither in the file nor in the catalog. `nil` if both servers are known.
  var missing: MailProtocol? {
    guard given.provider == nil, given.servers == nil else { return nil }
    return given.found.imap == nil ? .imap : given.found.smtp == nil ? .smtp : nil
  }
}
