// `setup accounts export` and `import`: accounts for another computer. Where secrets are stays behind: the places mean
// nothing there, and a command out of somebody's file would be a program run for somebody else.

import AccountStore
import FoundationEssentials
import Platform
import Posix
import Sentences
import Vocabulary

struct AccountTransfer {
  private let arguments: Arguments
  private let terms: CommandContext
  private let saved: SavedAccounts

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
    saved = SavedAccounts(terms)
  }

  /// Prints the accounts, or writes them into a new file; an existing one is only replaced with `--yes`.
  func export(to file: String?) throws(CommandError) -> ExitStatus {
    let accounts = try saved.all().map(Self.portable)
    let octets = AccountsDocument(accounts: accounts).octets
    guard let file else {
      // There is nothing to agree to.
      if arguments.has(.yes) {
        let call = "setup accounts export"
        throw .missingArgument("\(call) \(Option.yes.spelling)", what: AccountSentence.needsFile, example: "\(call) accounts.json --yes")
      }
      sayWhatStays(of: try saved.all())
      terms.result.document(String(decoding: octets, as: UTF8.self))
      return .ok
    }
    if access(file, F_OK) == 0, !arguments.has(.yes) { throw .needsConsent(TransferSentence.exists(Visible(file, limit: 120))) }
    do throws(SystemError) { try AtomicFile.write(octets, to: file) } catch { throw .cannotWrite(file, reason: error.text) }
    sayWhatStays(of: try saved.all())
    terms.talk.line(TransferSentence.exported(accounts.count, Visible(file, limit: 120))[terms.language])
    return .ok
  }

  /// Adds the accounts of `file` whose names are free. Those that are here already stay as they are, and are named.
  func load(_ file: String) throws(CommandError) -> ExitStatus {
    let read = try read(file)
    let incoming = read.map(Self.portable)
    sayWhatStays(of: read)
    let results = try saved.alone { () throws(CommandError) in try add(incoming) }
    let directory = try UserCatalogs(terms).directory(arguments)
    for (account, arrival) in results {
      switch arrival {
      case .added:
        terms.result.line(TransferSentence.added(account)[terms.language])
        terms.warn(of: account.provider.flatMap { directory.provider(id: $0) }, for: account.address, in: directory)
        if let foreign = account.unagreedServers(since: account, in: directory) { terms.warn(foreign.text) }
      case .same: terms.result.line(TransferSentence.same(account.name)[terms.language])
      case .different: terms.result.line(TransferSentence.other(account.name)[terms.language])
      case .clashing(let fault):
        terms.result.line(TransferSentence.leftOut(account.name, CommandErrorSentence.text(fault).error)[terms.language])
      }
    }
    if results.contains(where: { $0.1 == .added }) { terms.talk.line(TransferSentence.next[terms.language]) }
    return results.allSatisfy { $0.1 == .added || $0.1 == .same } ? .ok : .cannotCreate
  }

  /// While another run saves an account no other one gets its name.
  private func add(_ incoming: [SavedAccount]) throws(CommandError) -> [(SavedAccount, Arrival)] {
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
    /// Its name or address is what another one's address or name is.
    case clashing(CommandError)
  }

  /// A file of anybody's: every part of it is checked, a newer or broken one is refused as a whole.
  private func read(_ file: String) throws(CommandError) -> [SavedAccount] {
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
    // What an account of somebody else's means is known, or it is not taken.
    if !document.unknownPlaces.isEmpty { throw .registry(.unknownKeys(file, document.unknownPlaces)) }
    return document.accounts
  }

  /// Trust is not for others to bring along: an authority's file stays with the computer it is on, and has to be named again.
  private func sayWhatStays(of accounts: [SavedAccount]) {
    let names = accounts.filter { $0.authorityFile != nil }.map(\.name)
    if !names.isEmpty { terms.warn(TransferSentence.authorityStays(names)) }
  }

  /// What means the same on every computer.
  private static func portable(_ account: SavedAccount) -> SavedAccount {
    var portable = account
    (portable.secret, portable.lastCheck, portable.isPaused) = (nil, nil, false)
    portable.unknownKeys = UnknownParts()
    portable.authorityFile = nil
    return portable
  }
}
