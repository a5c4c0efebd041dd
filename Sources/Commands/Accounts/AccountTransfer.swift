// `setup accounts export` and `import`: accounts for another computer, without the places of their secrets. These mean nothing on
// another computer, and a command from another user's file would run that user's program.

import AccountStore
import Catalog
import CommandLine
import Operations
import Platform
import Posix
import Sentences
import Vocabulary

struct AccountTransfer {
  let arguments: Arguments
  let context: CommandContext

  /// Prints the accounts, or writes them to a new file. An existing file is replaced only with `--yes`.
  func export(to file: String?) throws(CommandError) -> ExitStatus {
    let saved = try operation(context.accounts.all())
    let octets = AccountsDocument(accounts: saved.map(Self.portable)).octets
    guard let file else {
      // Without a file there is nothing to agree to.
      if arguments.has(.yes) {
        let call = "setup accounts export"
        throw .missingArgument("\(call) \(Option.yes.spelling)", .file, example: "\(call) accounts.json --yes")
      }
      warnOfAuthorities(of: saved)
      context.console.result.document(String(decoding: octets, as: UTF8.self))
      return .ok
    }
    if access(file, F_OK) == 0, !arguments.has(.yes) { throw .needsConsent(.replacement(file)) }
    do throws(SystemError) { try AtomicFile.write(octets, to: file) } catch { throw .operation(.cannotWrite(file, error)) }
    warnOfAuthorities(of: saved)
    context.console.say(TransferSentence.exported(saved.count, Visible(file, limit: 120)))
    return .ok
  }

  /// Adds the accounts of `file` whose names are free. Accounts that exist already are not changed, and their names are printed.
  func load(_ file: String) throws(CommandError) -> ExitStatus {
    let read = try operation(read(file))
    let incoming = read.map(Self.portable)
    warnOfAuthorities(of: read)
    let saved = context.accounts
    // While another run saves an account, no other account gets its name.
    let results = try operation(saved.alone { () throws(OperationError) in try add(incoming, to: saved) })
    let directory = try context.directory(arguments)
    for (account, arrival) in results { report(account, arrival, directory) }
    if results.contains(where: { $0.1 == .added }) { context.console.say(TransferSentence.next) }
    return results.allSatisfy { $0.1 == .added || $0.1 == .same } ? .ok : .cannotCreate
  }

  private func report(_ account: SavedAccount, _ arrival: Arrival, _ directory: ProviderDirectory) {
    let (screen, language) = (context.console.result, context.console.language)
    switch arrival {
    case .added:
      screen.line(TransferSentence.added(account)[language])
      context.warn(of: account.provider.flatMap { directory.provider(id: $0) }, for: account.address, in: directory)
      if let foreign = account.unagreedServers(since: account, in: directory) { context.console.warn(foreign.text) }
    case .same: screen.line(TransferSentence.same(account.name)[language])
    case .different: screen.line(TransferSentence.other(account.name)[language])
    case .clashing(let error): screen.line(TransferSentence.leftOut(account.name, OperationErrorSentence.text(error).error)[language])
    }
  }

  private func add(_ incoming: [SavedAccount], to saved: SavedAccounts) throws(OperationError) -> [(SavedAccount, Arrival)] {
    try saved.update { accounts in
      incoming.map { account -> (SavedAccount, Arrival) in
        if let present = accounts.first(where: { $0.name == account.name }) {
          return (account, Self.portable(present) == account ? .same : .different)
        }
        if let clash = accounts.clash(of: account.name, account.address) { return (account, .clashing(clash)) }
        accounts.append(account)
        return (account, .added)
      }
    }
  }

  private enum Arrival: Equatable {
    case added, same, different
    /// The name or address of the account is the address or name of another one.
    case clashing(OperationError)
  }

  /// Reads a file that another user may have written. Every part is checked, and a newer or broken file is refused as a whole.
  private func read(_ file: String) throws(OperationError) -> [SavedAccount] {
    let octets: [UInt8]
    do throws(FileContents.Error) {
      octets = try FileContents.read(file, limit: AccountsDocument.limit).octets
    } catch {
      throw .registry(AccountStoreError(error))
    }
    let document: AccountsDocument
    do throws(AccountsDocument.Error) {
      document = try AccountsDocument(reading: octets)
    } catch {
      throw .registry(AccountStoreError(error, in: file))
    }
    // An account with parts that this version does not know is not imported.
    if !document.unknownPlaces.isEmpty { throw .registry(.unknownKeys(file, document.unknownPlaces)) }
    return document.accounts
  }

  /// Warns that authority files stay on this computer. The user of the other computer has to decide about trust.
  private func warnOfAuthorities(of accounts: [SavedAccount]) {
    let names = accounts.filter { $0.authorityFile != nil }.map(\.name)
    if !names.isEmpty { context.console.warn(TransferSentence.authorityStays(names)) }
  }

  /// Returns the parts of an account that mean the same on every computer.
  private static func portable(_ account: SavedAccount) -> SavedAccount {
    var portable = account
    (portable.secret, portable.lastCheck, portable.isPaused) = (nil, nil, false)
    portable.unknownKeys = UnknownParts()
    portable.authorityFile = nil
    return portable
  }
}
