// `setup accounts edit`: changes a saved account. Only what works is saved.

import AccountStore
import Catalog
import CommandLine
import Operations
import Output
import Posix
import Prompts
import Sentences
import Vocabulary

struct AccountEdit {
  let account: SavedAccount
  let arguments: Arguments
  let context: CommandContext
  let directory: ProviderDirectory

  func run() throws(CommandError) -> ExitStatus {
    var input = try AccountInput(filled, directory)
    // If the file cannot be written, the user should not enter a secret in vain.
    let accounts = context.accounts
    _ = try operation(accounts.update { _ in })
    var draft = account
    if let address = input.address { draft.move(to: address, directory) }
    if let servers = input.servers { (draft.imap, draft.smtp) = servers }
    draft.imapUsername = input.usernames.imap ?? draft.imapUsername
    draft.smtpUsername = input.usernames.smtp ?? draft.smtpUsername
    draft.authorityFile = input.authority?.path ?? (trustsSystemOnly ? nil : account.authorityFile)
    if input.source != nil { draft.signIn = input.signIn }
    // From now on the authority is that of the draft.
    input.authority = nil
    if draft.address != account.address, let clash = try operation(accounts.all()).clash(of: account.name, draft.address) {
      throw CommandError(clash)
    }
    let saving = context.saving(isQuiet: arguments.isQuiet)
    let update = SecretUpdate(of: account, input.source, store: try context.keyring(arguments), saving)
    if let prompter = context.prompter {
      return try Conversation(input, arguments, directory, context, prompter).edit(draft, of: account, update)
    }
    context.warn(of: draft.provider.flatMap { directory.provider(id: $0) }, for: draft.address, in: directory)
    if let foreign = draft.unagreedServers(since: account, in: directory) {
      try context.require(foreign, named: arguments.namedHosts, call: arguments.naming(draft.imap, draft.smtp))
    }
    return try scripted(input, draft, update)
  }

  /// Whether `--ca-file none` removes the authority from the account. A file of that name is `./none`.
  private var trustsSystemOnly: Bool { arguments[.caFile] == "none" }

  /// The call with the account's own values for all options that it does not have.
  private var filled: Arguments {
    let call = (trustsSystemOnly ? arguments.without(.caFile) : arguments).filled(.email, account.address.description)
    return call.naming(account.imap, account.smtp)
  }

  private func scripted(_ input: AccountInput, _ draft: SavedAccount, _ update: SecretUpdate) throws(CommandError) -> ExitStatus {
    let about = try operation(input.about(draft, in: directory))
    let verifier = try context.verifier(about, draft.address)
    defer { verifier.stop() }
    guard let secret = try secret(input, draft, verifier, update) else { return .software }
    let cleaned = verifier.cleaned(secret)
    let view = context.progress(of: draft.settings, verifier.timing, unless: arguments.isQuiet)
    let result = try verifier.verify(draft.settings, cleaned, group: 0, view: view)
    if !context.interrupt.isRaised || arguments.has(.json) {
      ResultOutput.show(result, on: context.console, asDocument: arguments.has(.json))
    }
    if context.interrupt.isRaised { return .software }
    guard result.outcome == .verified else {
      context.console.say(TransferSentence.unchanged(account.name))
      return ExitStatus(result)
    }
    return context.afterwards { () throws(CommandError) in
      try operation(update.save(result, cleaned.secret, isNew: input.source != nil))
      if !arguments.has(.quiet) { context.console.say(TransferSentence.changed(account.name)) }
    }
  }

  /// Reads the new secret from the source of the call, else the saved one. Returns `nil` if a signal interrupts.
  private func secret(
    _ input: AccountInput, _ draft: SavedAccount, _ verifier: AccountVerifier, _ update: SecretUpdate
  ) throws(CommandError) -> Secret? {
    if let source = input.source {
      // The user has to know this before they enter the secret.
      if !update.isKept, account.secret == nil { context.console.warn(TransferSentence.notKept) }
      return try context.secret(from: source, for: verifier, to: draft.settings.hosts)
    }
    if account.secret == nil { throw .missingInput(Option.secretFrom.spelling) }
    return try operation(context.stored(directory).read(account))
  }
}
