// What an account from another program's configuration answers beforehand.

import Catalog
import MailClients
import Posix
import Sentences
import Vocabulary

struct ImportedInput {
  let account: ImportedAccount
  private(set) var given: AccountInput
  /// The authority that the file trusts, where the call names none; or why that cannot be used. It is only offered: trust is the
  /// person's to give.
  let authority: Result<AuthorityFile, CommandError>?
  /// Servers that are not those of the address.
  let foreign: ForeignServers?

  /// `call` is what the call itself has said, `directory` knows what the file leaves open.
  init(_ account: ImportedAccount, _ call: AccountInput, _ directory: ProviderDirectory) {
    self.account = account
    authority = call.authority == nil ? account.authorityFile.map(Self.authority) : nil
    var given = call
    given.address = account.address
    given.provider = account.address.flatMap { directory.provider(forDomain: $0.domain) }
    let catalog = account.address.flatMap { given.provider?.settings(for: $0) }
    given.found = (account.imap?.endpoint, account.smtp?.endpoint)
    let (imap, smtp) = (given.found.imap ?? catalog?.imap, given.found.smtp ?? catalog?.smtp)
    // Where the catalog knows them, at whatever port, all that it knows besides counts, too.
    let groups = account.address.flatMap { given.provider?.groups(for: $0) } ?? []
    let isKnown = groups.contains { group in
      (given.found.imap.map(group.imap.contains) ?? true) && (given.found.smtp.map(group.smtp.contains) ?? true)
    }
    // What only an own entry has for a known domain is no better known than what the file names.
    if !isKnown || given.foreign(in: directory) != nil, let imap, let smtp {
      given.servers = (imap, smtp)
      // Nothing but the file vouches for them.
      (given.areServersDoubtful, given.areServersFound) = (true, true)
    }
    foreign = given.foreign(in: directory)
    given.settle(in: directory)
    Self.takeNames(account, given.provider == nil ? nil : catalog, &given)
    self.given = given
  }

  /// The same with the authority of the file taken over, where it can be.
  func trusting() -> ImportedInput {
    var trusting = self
    if case .success(let file)? = authority { trusting.given.authority = file }
    return trusting
  }

  private static func authority(_ path: String) -> Result<AuthorityFile, CommandError> {
    let home = UserFolders(.process).home ?? ""
    // A path that is not from the root means something to the program alone that it was written for.
    let whole = path.hasPrefix("~/") && home.hasPrefix("/") ? home + path.dropFirst(1) : path
    guard whole.hasPrefix("/") else { return .failure(.unreadableFile(path, reason: "not an absolute path")) }
    do throws(CommandError) { return .success(try AuthorityFile(whole)) } catch { return .failure(error) }
  }

  /// Takes over the user names that are not what would be taken anyway.
  private static func takeNames(_ account: ImportedAccount, _ catalog: ServerSettings?, _ given: inout AccountInput) {
    guard let address = account.address else { return }
    let usual = Usernames(imap: catalog?.imapUsername ?? address.description, smtp: catalog?.smtpUsername ?? address.description)
    var found = Usernames(imap: account.imap?.username?.name(of: address), smtp: account.smtp?.username?.name(of: address))
    // The half that the file does not have follows the other one, where that has a name of its own.
    for (mailProtocol, other) in [(MailProtocol.imap, MailProtocol.smtp), (.smtp, .imap)] where found[mailProtocol] == nil {
      found[mailProtocol] = found[other].flatMap { $0 == usual[other] ? nil : $0 } ?? usual[mailProtocol]
    }
    if found != usual { given.usernames = found }
  }

  /// The protocol whose server neither the file nor the catalog has.
  var missing: MailProtocol? {
    guard given.provider == nil, given.servers == nil else { return nil }
    return given.found.imap == nil ? .imap : given.found.smtp == nil ? .smtp : nil
  }
}
