// Saved accounts in a new conversation: they are named above the first question, and the address of one leads to what can be done with it.
// Each of these is the same as the command of its own.

import AccountStore
import CommandLine
import Operations
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  /// The most addresses that are named.
  private static let named = 3

  /// The raw values are the ids of the answers.
  private enum SavedWish: String, CaseIterable {
    case check, edit, remove
    /// No account has a name that begins like this.
    case anew = "-new"
    case quit

    var text: Text {
      switch self {
      case .check: SavedSentence.check
      case .edit: SavedSentence.edit
      case .remove: SavedSentence.remove
      case .anew: SavedSentence.anew
      case .quit: PromptSentence.quit
      }
    }
  }

  /// Names the saved accounts, if there are any.
  func saySaved() {
    let addresses = savedAccounts.map(\.address).reduce(into: [MailAddress]()) { if !$0.contains($1) { $0.append($1) } }
    guard !addresses.isEmpty else { return }
    say(SavedSentence.hint(Array(addresses.prefix(Self.named)), more: max(0, addresses.count - Self.named)))
  }

  /// The accounts of a file that can be read. What is wrong with it is said when an account is saved.
  private var savedAccounts: [SavedAccount] {
    guard arguments.command == .setup, let accounts = try? context.accounts.all() else { return [] }
    return accounts
  }

  /// Whether the call says more of the account than its address, so that it is about another one or about a change.
  private var describesAccount: Bool {
    let options: [Option] = [
      .username, .imapUsername, .smtpUsername, .imap, .smtp, .save, .store, .secretFrom, .tokenFrom, .signIn, .caFile, .yes,
    ]
    return options.contains(where: arguments.has)
  }

  /// Asks what to do with the account that is saved for the address.
  func askSaved(_ input: inout AccountInput) throws(CommandError) -> Move {
    let next: Position = input.provider == nil && input.servers == nil ? .spelling : .owner
    let accounts = savedAccounts.filter { $0.address == input.address }
    guard !input.isAnew, !describesAccount, let first = accounts.first else { return .passed(next) }
    var account = first
    if accounts.count > 1 {
      let names = accounts.map { ($0.name.text, SavedSentence.account($0.name, $0.settings)) }
      let items = names + [(SavedWish.anew.rawValue, SavedSentence.anew)]
      let menu = Menu(.whichAccount, title: SavedSentence.which(first.address), help: MenuHelp.whichSaved, items: items)
      guard case .given(let position) = try prompter.choose(menu) else { return .back }
      guard accounts.indices.contains(position) else {
        input.isAnew = true
        return .answered(next)
      }
      account = accounts[position]
    }
    let wishes = SavedWish.allCases
    let title = SavedSentence.whatNow(account.name, account.address)
    var status: ExitStatus?
    while true {
      let menu = Menu(
        .savedAccount, title: title, help: MenuHelp.saved, items: wishes.map { ($0.rawValue, $0.text) }, quit: wishes.count - 1,
        initial: 0)
      guard case .given(let position) = try prompter.choose(menu) else { return .back }
      switch wishes[position] {
      case .check: status = try run(.check, [account.name.text])
      case .edit: status = try run(.accounts, ["edit", account.name.text])
      case .remove: status = try run(.accounts, ["remove", account.name.text])
      case .anew:
        input.isAnew = true
        return .answered(next)
      case .quit: return .ended(status.map { .done($0) } ?? .left(.noInput))
      }
      // The menu comes again if the user has gone back, or if the account does not work.
      if let status, status == .ok || context.interrupt.isRaised { return .ended(.done(status)) }
    }
  }

  /// Runs another command in this conversation, and says which.
  private func run(_ command: Command, _ words: [String]) throws(CommandError) -> ExitStatus {
    let call = arguments.calling(command, words)
    show(ShellCall.text(call), as: EndingSentence.call)
    prompter.screen.line()
    return try Program.run(call, context)
  }
}
