// `setup accounts edit`: a saved account with something changed. What does not work is not saved.

import AccountStore
import Catalog
import Documents
import Posix
import Sentences
import Terminal
import Vocabulary

struct AccountEdit {
  private let account: SavedAccount
  private let arguments: Arguments
  private let terms: CommandContext
  private let directory: ProviderDirectory

  init(_ account: SavedAccount, _ arguments: Arguments, _ terms: CommandContext) throws(CommandError) {
    self.account = account
    self.arguments = arguments
    self.terms = terms
    directory = try UserCatalogs(terms).directory(arguments)
  }

  func run() throws(CommandError) -> ExitStatus {
    var given = try AccountInput(filled, directory)
    // Nobody should enter a secret for what cannot be saved.
    let accounts = SavedAccounts(terms)
    _ = try accounts.update { _ in }
    var draft = account
    if let address = given.address { draft.move(to: address, directory) }
    if let servers = given.servers { (draft.imap, draft.smtp) = servers }
    draft.imapUsername = given.usernames.imap ?? draft.imapUsername
    draft.smtpUsername = given.usernames.smtp ?? draft.smtpUsername
    draft.authorityFile = given.authority?.path ?? (trustsSystemOnly ? nil : account.authorityFile)
    // From here on it is the draft's.
    given.authority = nil
    if draft.address != account.address, let clash = try accounts.all().clash(of: account.name, draft.address) { throw clash }
    let isQuiet = arguments.has(.quiet) || arguments.has(.json)
    let change = SecretUpdate(of: account, given.source, store: try SecretSaver(arguments, terms), isQuiet: isQuiet, terms)
    if terms.isInteractive { return try Conversation(given, arguments, directory, terms).edit(draft, of: account, change) }
    terms.warn(of: draft.provider.flatMap { directory.provider(id: $0) }, for: draft.address, in: directory)
    if let foreign = draft.unagreedServers(since: account, in: directory) {
      try terms.require(foreign, named: arguments.namedHosts, call: arguments.naming(draft.imap, draft.smtp))
    }
    return try scripted(given, draft, change)
  }

  /// `--ca-file none` takes the authority from the account. A file of that name is `./none`.
  private var trustsSystemOnly: Bool { arguments[.caFile] == "none" }

  /// The call with the account's own values for whatever it does not say.
  private var filled: Arguments {
    let call = (trustsSystemOnly ? arguments.without(.caFile) : arguments).filled(.email, account.address.description)
    return call.naming(account.imap, account.smtp)
  }

  private func scripted(_ given: AccountInput, _ draft: SavedAccount, _ change: SecretUpdate) throws(CommandError) -> ExitStatus {
    let about = try given.about(draft, in: directory)
    let run = try AccountVerifier(about, draft.address, terms)
    defer { run.stop() }
    let secret: Secret
    if let source = given.source {
      // Said before anybody types it.
      if !change.isKept, account.secret == nil { terms.warn(TransferSentence.notKept) }
      let asked = TypedSecret(terms)
      guard let read = try asked.read(source, of: run.provider?.secret, for: draft.address, draft.settings) else { return .software }
      secret = read
    } else if account.secret == nil {
      throw .missingInput(Option.secretFrom.spelling)
    } else {
      secret = try StoredSecret(terms).read(account)
    }
    let cleaned = run.cleaned(secret)
    let showsProgress = !arguments.has(.quiet) && !arguments.has(.json)
    let view = showsProgress ? ProgressLines(draft.settings, on: terms.talk, language: terms.language, timing: run.timing) : nil
    let outcomes = try run.verify(draft.settings, cleaned, group: 0, view: view)
    if !terms.interrupt.isRaised || arguments.has(.json) { report(outcomes) }
    if terms.interrupt.isRaised { return .software }
    guard outcomes.verdict == .verified else {
      terms.talk.line(TransferSentence.unchanged(account.name)[terms.language])
      return ExitStatus(outcomes)
    }
    return terms.afterwards { () throws(CommandError) in
      try change.save(outcomes, cleaned.secret, isNew: given.source != nil)
      if !arguments.has(.quiet) { terms.talk.line(TransferSentence.changed(account.name)[terms.language]) }
    }
  }

  private func report(_ outcomes: VerificationResult) {
    if arguments.has(.json) {
      terms.result.document(JSONValue.result(outcomes, language: terms.language).json)
    } else {
      ResultPage(outcomes: outcomes, language: terms.language).show(on: terms.result)
    }
  }
}

extension SavedAccount {
  /// Another address, with the user names that were made of the old one.
  mutating func move(to address: MailAddress, _ directory: ProviderDirectory) {
    guard address != self.address else { return }
    let old = self.address
    if address.domain != old.domain { provider = directory.provider(forDomain: address.domain)?.id }
    if imapUsername == old.description { imapUsername = address.description }
    if smtpUsername == old.description { smtpUsername = address.description }
    self.address = address
  }
}
