// What an account from another program's configuration answers beforehand.

import Account
import Export
import Sentences
import Vocabulary

struct Prefill {
  let account: FoundAccount
  let given: Given
  /// User names of which only the first can be taken over.
  let names: (imap: String, smtp: String)?

  /// `call` is what the call itself has said, `directory` knows what the file leaves open.
  init(_ account: FoundAccount, _ call: Given, _ directory: Directory) {
    self.account = account
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
    if !isKnown, let imap, let smtp {
      given.servers = (imap, smtp)
      // Nothing but the file vouches for them.
      given.areServersDoubtful = true
    }
    names = Self.takeNames(account, catalog, &given)
    self.given = given
  }

  /// Takes over a user name that is not what would be taken anyway; gives both where there are two.
  private static func takeNames(_ account: FoundAccount, _ catalog: Settings?, _ given: inout Given) -> (imap: String, smtp: String)? {
    guard let address = account.address else { return nil }
    let usual = (imap: catalog?.imapUsername ?? address.description, smtp: catalog?.smtpUsername ?? address.description)
    let imap = account.imap?.username?.name(of: address) ?? usual.imap
    let smtp = account.smtp?.username?.name(of: address) ?? usual.smtp
    if imap == usual.imap, smtp == usual.smtp { return nil }
    // The half that the file does not have follows the other one.
    let isHalf = account.imap?.username == nil || account.smtp?.username == nil
    given.username = account.imap?.username == nil ? smtp : imap
    return isHalf || imap == smtp ? nil : (imap, smtp)
  }

  /// The protocol whose server neither the file nor the catalog has.
  var missing: MailProtocol? {
    guard given.provider == nil, given.servers == nil else { return nil }
    return given.found.imap == nil ? .imap : given.found.smtp == nil ? .smtp : nil
  }
}
