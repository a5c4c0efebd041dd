// `setup accounts edit`: a saved account with something changed. What does not work is not saved.

import Account
import Posix
import Registry
import Sentences
import Terminal
import Vocabulary

struct AccountEdit {
  private let account: SavedAccount
  private let arguments: Arguments
  private let terms: Terms
  private let directory: Directory

  init(_ account: SavedAccount, _ arguments: Arguments, _ terms: Terms) throws(UsageFault) {
    self.account = account
    self.arguments = arguments
    self.terms = terms
    directory = try OwnCatalogs(terms).directory(arguments)
  }

  func run() throws(UsageFault) -> ExitStatus {
    let given = try Given(filled, directory)
    // Nobody should enter a secret for what cannot be saved.
    let accounts = SavedAccounts(terms)
    _ = try accounts.update { _ in }
    var draft = account
    if let address = given.address { draft.move(to: address, directory) }
    if let servers = given.servers { (draft.imap, draft.smtp) = servers }
    if let username = given.username { (draft.imapUsername, draft.smtpUsername) = (username, username) }
    if draft.address != account.address, let clash = try accounts.all().clash(of: account.name, draft.address) { throw clash }
    let isQuiet = arguments.has(.quiet) || arguments.has(.json)
    let change = SecretChange(of: account, given.source, store: try SecretKeeping(arguments, terms), isQuiet: isQuiet, terms)
    if terms.isInteractive { return try Conversation(given, arguments, directory, terms).edit(draft, change) }
    return try scripted(given, draft, change)
  }

  /// The call with the account's own values for whatever it does not say.
  private var filled: Arguments {
    var call = arguments.filled(.email, account.address.description)
    for (server, security, endpoint) in [(Option.imap, Option.imapSecurity, account.imap), (.smtp, .smtpSecurity, account.smtp)] {
      guard !call.has(server) else { continue }
      call = call.filled(server, "\(endpoint)").filled(security, endpoint.security.rawValue)
    }
    return call
  }

  private func scripted(_ given: Given, _ draft: SavedAccount, _ change: SecretChange) throws(UsageFault) -> ExitStatus {
    let about = given.about(draft, in: directory)
    terms.warn(of: about.provider, for: draft.address, in: directory)
    let run = try AccountRun(about, draft.address, terms)
    defer { run.stop() }
    let secret: Secret
    if let source = given.source {
      // Said before anybody types it.
      if !change.isKept, account.secret == nil { terms.warn(TransferSentence.notKept) }
      guard let read = try AskedSecret(terms).read(source, of: run.provider?.secret) else { return .software }
      secret = read
    } else if account.secret == nil {
      throw .missingInput(Option.secretFrom.spelling)
    } else {
      secret = try KeptSecret(terms).read(account)
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
    return terms.afterwards { () throws(UsageFault) in
      try change.save(outcomes, cleaned.secret, isNew: given.source != nil)
      if !arguments.has(.quiet) { terms.talk.line(TransferSentence.changed(account.name)[terms.language]) }
    }
  }

  private func report(_ outcomes: Outcomes) {
    if arguments.has(.json) {
      terms.result.document(Document.result(outcomes, language: terms.language).json)
    } else {
      OutcomePage(outcomes: outcomes, language: terms.language).show(on: terms.result)
    }
  }
}

extension SavedAccount {
  /// Another address, with the user names that were made of the old one.
  mutating func move(to address: MailAddress, _ directory: Directory) {
    guard address != self.address else { return }
    let old = self.address
    if address.domain != old.domain { provider = directory.provider(forDomain: address.domain)?.id }
    if imapUsername == old.description { imapUsername = address.description }
    if smtpUsername == old.description { smtpUsername = address.description }
    self.address = address
  }
}
