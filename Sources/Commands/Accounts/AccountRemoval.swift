// `setup accounts remove`: removes accounts with their saved secrets, and names the configurations that still use them.

import AccountStore
import CommandLine
import MailClients
import Operations
import Posix
import Prompts
import Sentences
import Vocabulary

struct AccountRemoval {
  let arguments: Arguments
  let context: CommandContext

  /// Asks first, unless the call has `--yes`. An account whose secret cannot be removed is removed anyway, and the place of the secret
  /// is printed: otherwise an account whose keyring no longer exists could never be removed.
  func run(_ accounts: [SavedAccount]) throws(CommandError) -> ExitStatus {
    let names = accounts.map(\.name)
    let confirmation = Confirmation(of: .removal, isGranted: arguments.has(.yes), by: context.prompter, talk: context.console.talk)
    guard try confirmation.isGiven(.removeAccounts, AccountSentence.reallyRemove(names)) else {
      context.console.say(AccountSentence.nothingRemoved)
      return .noInput
    }
    let saved = context.accounts
    var status = ExitStatus.ok
    if accounts.contains(where: { $0.signIn.oauth != nil }) {
      let tokens = context.tokens(try context.directory(arguments))
      for account in accounts { tokens.revoke(account) }
    }
    let blocks = try operation(
      saved.alone { () throws(OperationError) -> [CallingBlock] in
        let before = try saved.all()
        let removed = try saved.remove(names)
        for account in removed {
          context.console.say(AccountSentence.removed(account.name))
          // An entry that is left behind stays pending, and the next run tries to remove it again.
          if SecretRemover(saved, notify: context.notify()).forget(account) {
            try saved.settle(account.secret)
          } else {
            status = .cannotCreate
          }
        }
        guard let folders = ClientFolders(context.environment) else { return [] }
        return removed.flatMap { CallingBlock.all(of: $0.owner, among: before.map(\.owner), folders) }
      })
    try remove(blocks)
    return status
  }

  /// Names the lines in configurations of mail clients that are about the accounts, and offers to remove them. Without a terminal it
  /// prints the call that does.
  private func remove(_ blocks: [CallingBlock]) throws(CommandError) {
    guard let folders = ClientFolders(context.environment) else { return }
    for block in blocks {
      let file = Visible(block.file, limit: 120)
      context.console.say(
        block.isCalling ? FileUpdateSentence.stillCalls(block.client, file) : FileUpdateSentence.stillHas(block.client, file))
      guard context.isInteractive, !arguments.has(.yes) else {
        context.console.say(FileUpdateSentence.takeOut(ShellCall.text(block.removal(arguments))))
        continue
      }
      // `--yes` was not given for this, so the lines are shown and the user is asked.
      guard let place = ClientConfigurationFile(client: block.client, owner: block.owner, folders: folders) else { continue }
      // The account is removed, whatever becomes of the lines.
      _ = try ConfigurationRemoval(place: place, confirmation: context.fileConfirmation(arguments), console: context.console).run()
    }
  }
}
