// `setup accounts`: the saved accounts, and what can be done with them.

import AccountStore
import MailClients
import Posix
import Sentences
import Vocabulary

struct AccountsCommand {
  private let arguments: Arguments
  private let terms: CommandContext
  private let saved: SavedAccounts

  /// What follows the command; the list without a word.
  enum Action: String, CaseIterable {
    case list, pause, resume, edit, rename, remove, export, `import`

    /// The options that mean something to it, besides those that stand everywhere.
    var options: Set<Option> {
      switch self {
      case .list: [.catalog, .json]
      case .pause, .resume, .rename: []
      case .edit:
        [
          .email, .username, .imapUsername, .smtpUsername, .secretFrom, .store, .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile,
          .catalog, .json, .trace, .quiet, .plain, .timeout, .noBrowser,
        ]
      case .remove: [.yes, .plain]
      case .export: [.yes]
      case .import: [.catalog]
      }
    }
  }

  private static let name = "setup accounts"

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
    saved = SavedAccounts(terms)
  }

  func run() throws(CommandError) -> ExitStatus {
    guard let word = arguments.words.first else { return try list() }
    guard let action = Action(rawValue: word) else {
      throw .badValue(option: Self.name, value: word, expected: AccountSentence.needsAction)
    }
    let words = Array(arguments.words.dropFirst())
    switch action {
    case .list:
      try none(after: 0, words)
      return try list()
    case .pause: return try pause(words, true)
    case .resume: return try pause(words, false)
    case .edit:
      let account = try saved.named(try one(words, action))
      return try AccountEdit(account, arguments, terms).run()
    case .rename: return try rename(words)
    case .remove: return try AccountRemoval(arguments, terms).run(try some(words, action))
    case .export:
      try none(after: 1, words)
      return try AccountTransfer(arguments, terms).export(to: words.first)
    case .import:
      try none(after: 1, words)
      guard let file = words.first else { throw missing(action, AccountSentence.needsFile, "accounts.json") }
      return try AccountTransfer(arguments, terms).load(file)
    }
  }

  private func list() throws(CommandError) -> ExitStatus {
    let page = AccountsPage(accounts: try saved.all(), directory: try UserCatalogs(terms).directory(arguments), language: terms.language)
    if arguments.has(.json) { terms.result.document(page.document.json) } else { page.show(on: terms.result) }
    return .ok
  }

  private func pause(_ words: [String], _ isPaused: Bool) throws(CommandError) -> ExitStatus {
    let names = try some(words, isPaused ? .pause : .resume).map(\.name)
    _ = try saved.update { accounts in
      for position in accounts.indices where names.contains(accounts[position].name) { accounts[position].isPaused = isPaused }
    }
    for name in names { say(isPaused ? AccountSentence.paused(name) : AccountSentence.resumed(name)) }
    return .ok
  }

  private func rename(_ words: [String]) throws(CommandError) -> ExitStatus {
    guard words.count >= 2 else { throw missing(.rename, AccountSentence.needsTwoNames, "me@yandex.com work") }
    try none(after: 2, words)
    guard let new = AccountName(words[1]) else {
      throw .badValue(option: Self.name, value: words[1], expected: AccountSentence.goodName)
    }
    // Another run that saves the account goes by its name until it has ended.
    let (before, account) = try saved.alone { () throws(CommandError) in (try saved.all(), try rename(words[0], to: new)) }
    let old = account.name
    say(AccountSentence.renamed(old, new))
    guard old != new, let folders = ClientFolders(.process) else { return .ok }
    for block in CallingBlock.all(of: account.owner, among: before.map(\.owner), folders) where block.isCalling {
      say(FileUpdateSentence.stillCalls(block.client, Visible(block.file, limit: 120)))
      // Known by a name that is gone it would stay beside the new one.
      if block.owner.name != nil { say(FileUpdateSentence.takeOut(ShellCall.text(block.removal(arguments)))) }
      say(FileUpdateSentence.writeAnew(ShellCall.text(arguments.calling(.export, [block.client.rawValue, new.text]).filled(.write, ""))))
    }
    return .ok
  }

  /// Gives the account that `word` means the name `new`. Returns it as it was.
  private func rename(_ word: String, to new: AccountName) throws(CommandError) -> SavedAccount {
    let account = try saved.called(word)
    let old = account.name
    let fault = try saved.update { accounts -> CommandError? in
      if accounts.contains(where: { $0.name == new && $0.name != old }) { return .nameTaken(new.text) }
      if case .nameIsAddress(let name, let other)? = accounts.filter({ $0.name != old }).clash(of: new, account.address) {
        return .nameIsAddress(name, of: other)
      }
      for position in accounts.indices where accounts[position].name == old { accounts[position].name = new }
      return nil
    }
    if let fault { throw fault }
    return account
  }

  private func say(_ text: Text) { terms.talk.line(text[terms.language]) }

  /// The accounts that `words` mean; at least one.
  private func some(_ words: [String], _ action: Action) throws(CommandError) -> [SavedAccount] {
    guard !words.isEmpty else { throw missing(action, AccountSentence.needsName, "me@yandex.com") }
    return try saved.named(words)
  }

  private func one(_ words: [String], _ action: Action) throws(CommandError) -> String {
    guard let word = words.first else { throw missing(action, AccountSentence.needsName, "me@yandex.com") }
    try none(after: 1, words)
    return word
  }

  private func none(after count: Int, _ words: [String]) throws(CommandError) {
    if words.count > count { throw .unwantedArgument(words[count]) }
  }

  private func missing(_ action: Action, _ what: Text, _ example: String) -> CommandError {
    .missingArgument("\(Self.name) \(action.rawValue)", what: what, example: "\(Self.name) \(action.rawValue) \(example)")
  }
}
