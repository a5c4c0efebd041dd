// `setup accounts`: lists the saved accounts and changes them.

import AccountStore
import CommandLine
import Documents
import MailClients
import Operations
import Output
import Posix
import Sentences
import Vocabulary

struct AccountsCommand {
  let arguments: Arguments
  let context: CommandContext

  private static let name = "setup accounts"

  func run() throws(CommandError) -> ExitStatus {
    guard let word = arguments.words.first else { return try list() }
    guard let action = AccountsAction(rawValue: word) else {
      // An account is added by the verification that proves it.
      if AccountsAction.additions.contains(word) {
        throw .unknownCommand("accounts \(word)", suggestion: "setup \(Option.save.spelling) NAME")
      }
      throw .badValue(option: Self.name, value: word, expected: .accountsAction)
    }
    let words = Array(arguments.words.dropFirst())
    let transfer = AccountTransfer(arguments: arguments, context: context)
    switch action {
    case .list: return try list()
    case .pause: return try pause(words, true)
    case .resume: return try pause(words, false)
    case .edit:
      guard let word = words.first else { throw missing(action, .savedAccount, "me@yandex.com") }
      let account = try operation(context.accounts.named(word))
      return try AccountEdit(
        account: account, arguments: arguments, context: context, directory: context.directory(arguments)
      ).run()
    case .rename: return try rename(words)
    case .remove: return try AccountRemoval(arguments: arguments, context: context).run(some(words, action))
    case .export: return try transfer.export(to: words.first)
    case .import:
      guard let file = words.first else { throw missing(action, .file, "accounts.json") }
      return try transfer.load(file)
    }
  }

  private func list() throws(CommandError) -> ExitStatus {
    let page = AccountsPage(
      accounts: try operation(context.accounts.all()), directory: try context.directory(arguments), language: context.console.language)
    if arguments.has(.json) { context.console.show(page.document) } else { page.show(on: context.console.result) }
    return .ok
  }

  private func pause(_ words: [String], _ isPaused: Bool) throws(CommandError) -> ExitStatus {
    let names = try some(words, isPaused ? .pause : .resume).map(\.name)
    try operation(
      context.accounts.update { accounts in
        for position in accounts.indices where names.contains(accounts[position].name) { accounts[position].isPaused = isPaused }
      })
    for name in names { context.console.say(isPaused ? AccountSentence.paused(name) : AccountSentence.resumed(name)) }
    return .ok
  }

  private func rename(_ words: [String]) throws(CommandError) -> ExitStatus {
    guard words.count >= 2 else { throw missing(.rename, .twoNames, "me@yandex.com work") }
    guard let new = AccountName(words[1]) else { throw .badValue(option: Self.name, value: words[1], expected: .accountName) }
    let saved = context.accounts
    // Another run that saves the account identifies it by its name until it has ended.
    let (before, account) = try operation(
      saved.alone { () throws(OperationError) in (try saved.all(), try rename(words[0], to: new, in: saved)) })
    context.console.say(AccountSentence.renamed(account.name, new))
    guard account.name != new, let folders = ClientFolders(context.environment) else { return .ok }
    for block in CallingBlock.all(of: account.owner, among: before.map(\.owner), folders) where block.isCalling {
      context.console.say(FileUpdateSentence.stillCalls(block.client, Visible(block.file, limit: 120)))
      // A block with the old name in its marks would stay next to the new one.
      if block.owner.name != nil { context.console.say(FileUpdateSentence.takeOut(ShellCall.text(block.removal(arguments)))) }
      let call = arguments.calling(.export, [block.client.rawValue, new.text]).filled(.write, "")
      context.console.say(FileUpdateSentence.writeAnew(ShellCall.text(call)))
    }
    return .ok
  }

  /// Changes the name of the account that `word` means to `new`. Returns the account as it was.
  private func rename(_ word: String, to new: AccountName, in saved: SavedAccounts) throws(OperationError) -> SavedAccount {
    let account = try saved.called(word)
    let old = account.name
    let error = try saved.update { accounts -> OperationError? in
      if accounts.contains(where: { $0.name == new && $0.name != old }) { return .nameTaken(new.text) }
      if case .nameIsAddress(let name, let other)? = accounts.filter({ $0.name != old }).clash(of: new, account.address) {
        return .nameIsAddress(name, of: other)
      }
      for position in accounts.indices where accounts[position].name == old { accounts[position].name = new }
      return nil
    }
    if let error { throw error }
    return account
  }

  /// Returns the accounts that `words` name. Throws if there are no words.
  private func some(_ words: [String], _ action: AccountsAction) throws(CommandError) -> [SavedAccount] {
    guard !words.isEmpty else { throw missing(action, .savedAccount, "me@yandex.com") }
    return try operation(context.accounts.named(words))
  }

  private func missing(_ action: AccountsAction, _ expected: Expectation, _ example: String) -> CommandError {
    .missingArgument("\(Self.name) \(action.rawValue)", expected, example: "\(Self.name) \(action.rawValue) \(example)")
  }
}
