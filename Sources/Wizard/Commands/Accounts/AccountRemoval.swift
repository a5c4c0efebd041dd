// `setup accounts remove`: the accounts, and with each the secret that was stored for it; what still calls them is named.

import AccountStore
import MailClients
import Posix
import Sentences
import Terminal
import Vocabulary

struct AccountRemoval {
  private let arguments: Arguments
  private let terms: CommandContext
  private let saved: SavedAccounts

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
    saved = SavedAccounts(terms)
  }

  /// Asks first, or has `--yes`. An account whose secret cannot be removed is removed all the same, and the secret's place
  /// is named: else an account whose keyring is gone could never go.
  func run(_ accounts: [SavedAccount]) throws(CommandError) -> ExitStatus {
    guard try isMeant(accounts.map(\.name)) else {
      say(AccountSentence.nothingRemoved)
      return .noInput
    }
    let names = accounts.map(\.name)
    var status = ExitStatus.ok
    let blocks = try saved.alone { () throws(CommandError) in
      let before = try saved.all()
      let removed = try saved.remove(names)
      let folders = ClientFolders(.process)
      for account in removed {
        say(AccountSentence.removed(account.name))
        // Named or removed, it is no more to be done. What is left behind is tried again by the next run.
        if SecretRemover(terms).forget(account) { try saved.settle(account.secret) } else { status = .cannotCreate }
      }
      return folders.map { folders in removed.flatMap { CallingBlock.all(of: $0.owner, among: before.map(\.owner), folders) } } ?? []
    }
    try takeOut(blocks)
    return status
  }

  /// Names what mail programs were told of the accounts, and offers to take it out; where nobody can be asked it says how.
  private func takeOut(_ blocks: [CallingBlock]) throws(CommandError) {
    guard let folders = ClientFolders(.process) else { return }
    for block in blocks {
      let file = Visible(block.file, limit: 120)
      say(block.isCalling ? FileUpdateSentence.stillCalls(block.client, file) : FileUpdateSentence.stillHas(block.client, file))
      guard terms.isInteractive, !arguments.has(.yes) else {
        say(FileUpdateSentence.takeOut(ShellCall.text(block.removal(arguments))))
        continue
      }
      // --yes was not given for this: the lines are shown and asked about.
      let consent = Confirmation(arguments: arguments, terms: terms)
      guard let place = ClientConfigurationFile(client: block.client, owner: block.owner, folders: folders) else { continue }
      _ = try ConfigurationRemoval(place: place, consent: consent, terms: terms).run()
    }
  }

  private func isMeant(_ names: [AccountName]) throws(CommandError) -> Bool {
    if arguments.has(.yes) { return true }
    let question = AccountSentence.reallyRemove(names)
    guard terms.isInteractive, let tty = terms.tty else { throw .needsConsent(AccountSentence.removalNeedsConsent) }
    return try terms.interlocutor(tty).confirms(question) ?? false
  }

  private func say(_ text: Text) { terms.talk.line(text[terms.language]) }
}
