// A saved account that is edited: the questions contain its values. Then it is verified, then saved.

import AccountStore
import Catalog
import CommandLine
import Operations
import Output
import Platform
import Prompts
import Sentences
import Vocabulary

extension Conversation {
  /// Asks about `account`, which the call has changed to `draft`, until it works or the user leaves. Nothing is saved before it works.
  func edit(_ draft: SavedAccount, of account: SavedAccount, _ change: SecretUpdate) throws(CommandError) -> ExitStatus {
    do throws(CommandError) {
      var (draft, change) = (draft, change)
      say(TransferSentence.editing(account.name))
      var first = Field.address
      while true {
        guard try askAll(&draft, from: first) else { return left(account, .noInput) }
        switch try prove(&draft, of: account, &change) {
        case .again(let field): first = field
        case .ended(.ok): return .ok
        case .ended(let status):
          guard try confirm(.editAgain, TransferSentence.again) else { return unchanged(account, status) }
          first = .address
        }
      }
    } catch {
      guard let status = error.statusOfLeaving else { throw error }
      if error == .timedOut { remark(KeySentence.timedOut) }
      if error == .unusableAnswers { remark(DialogSentence.unusableAnswers) }
      return left(account, status)
    }
  }

  private func left(_ account: SavedAccount, _ status: ExitStatus) -> ExitStatus {
    say(TransferSentence.left(account.name))
    return status
  }

  private func unchanged(_ account: SavedAccount, _ status: ExitStatus) -> ExitStatus {
    say(TransferSentence.unchanged(account.name))
    return status
  }

  /// The fields of a saved account, in the order of their questions.
  private enum Field: Int { case address, imap, smtp, imapUsername, smtpUsername }

  /// How the verification of a changed account ended.
  private enum Proof {
    case ended(ExitStatus)
    /// The user goes back, or does not agree to what this field says.
    case again(Field)
  }

  /// Asks for the fields from `first` on. Returns `false` if the user goes back from the address.
  private func askAll(_ draft: inout SavedAccount, from first: Field) throws(CommandError) -> Bool {
    var place: Field? = first
    while let field = place {
      let isAnswered: Bool
      switch field {
      case .address: isAnswered = try askAddress(&draft)
      case .imap: isAnswered = try askServer(.imap, &draft.imap)
      case .smtp: isAnswered = try askServer(.smtp, &draft.smtp)
      case .imapUsername: isAnswered = try askUserName(.imap, &draft)
      case .smtpUsername: isAnswered = try askUserName(.smtp, &draft)
      }
      if !isAnswered, field == .address { return false }
      place = Field(rawValue: field.rawValue + (isAnswered ? 1 : -1))
    }
    return true
  }

  private func askAddress(_ draft: inout SavedAccount) throws(CommandError) -> Bool {
    var input = initial
    input.address = draft.address
    input.former.keep(input)
    guard let address = try typedAddress(for: input) else { return false }
    let (name, old) = (draft.name, draft.address)
    if address != old, let clash = try operation(context.accounts.all()).clash(of: name, address) {
      remark(OperationErrorSentence.text(clash).error)
      return try askAddress(&draft)
    }
    draft.move(to: address, directory)
    return true
  }

  private func askServer(_ mailProtocol: MailProtocol, _ endpoint: inout Endpoint) throws(CommandError) -> Bool {
    let port: UInt16 = mailProtocol == .imap ? 993 : 465
    guard let answer = try askEndpoint(mailProtocol, defaultPort: port, initial: "\(endpoint)") else { return false }
    // An unchanged server keeps its encryption, even if the port suggests another one.
    if answer.host != endpoint.host || answer.port != endpoint.port { endpoint = answer }
    return true
  }

  /// Asks for a user name. The second one follows the first if they were the same, as for nearly all accounts.
  private func askUserName(_ mailProtocol: MailProtocol, _ draft: inout SavedAccount) throws(CommandError) -> Bool {
    let initial = mailProtocol == .imap ? draft.imapUsername : draft.smtpUsername
    let question = Question(
      mailProtocol.question, label: PromptSentence.userName(mailProtocol), help: PromptSentence.userNameHelp, initial: initial)
    guard case .given(let name) = try prompter.ask(question) else { return false }
    switch mailProtocol {
    case .imap:
      if draft.smtpUsername == draft.imapUsername { draft.smtpUsername = name }
      draft.imapUsername = name
    case .smtp: draft.smtpUsername = name
    }
    return true
  }

  /// Names the new hosts that the secret would go to, and asks whether the account's authority is still trusted for them. Returns
  /// `false` if the user does not agree.
  private func agreesToPlace(_ draft: inout SavedAccount, _ account: SavedAccount) throws(CommandError) -> Bool {
    guard draft.needsAgreement(as: account) else { return true }
    if let foreign = draft.unagreedServers(since: account, in: directory) {
      remark(foreign.text)
      guard try confirm(.agreeToServers, DiscoverySentence.agree(foreign.names)) else { return false }
    }
    let isElsewhere = draft.imap.host != account.imap.host || draft.smtp.host != account.smtp.host
    if isElsewhere, let file = draft.authorityFile, file == account.authorityFile {
      let isKept = try confirm(
        .keepAuthority, TransferSentence.keepAuthority(Visible(file, limit: 200), draft.settings.hosts))
      if !isKept { draft.authorityFile = nil }
    }
    return true
  }

  /// Verifies and saves the account.
  private func prove(
    _ draft: inout SavedAccount, of account: SavedAccount, _ change: inout SecretUpdate
  ) throws(CommandError) -> Proof {
    let named = draft
    let provider = named.provider.flatMap { directory.provider(id: $0) }
    for takeover in directory.takeovers(by: provider, of: named.address) { remark(takeover) }
    guard try agreesToPlace(&draft, account) else { return .again(.imap) }
    let proved = draft
    let about = try operation(initial.about(proved, in: directory))
    let run = try context.verifier(about, proved.address)
    defer { run.stop() }
    guard let (secret, isNew) = try secret(for: account, run, about, proved.settings, &change) else { return .again(.smtpUsername) }
    prompter.screen.line()
    let verification = try run.verify(proved.settings, secret, group: 0, view: prompter.view(of: proved.settings, timing: run.timing))
    if context.interrupt.isRaised {
      // Ctrl-C ends only the verification. Any other signal ends the program.
      guard context.interrupt.signal == SIGINT else { throw .interrupted }
      context.interrupt.reset()
      remark(PromptSentence.stopped)
      return .ended(.noInput)
    }
    prompter.screen.line()
    ResultOutput.show(verification, on: context.console, asDocument: false, surface: .conversation)
    guard verification.outcome == .verified else { return .ended(ExitStatus(verification)) }
    try operation(change.save(verification, secret.secret, isNew: isNew))
    prompter.screen.line()
    say(TransferSentence.changed(account.name))
    return .ended(.ok)
  }

  /// Returns the secret for the verification, and whether it is a new one. `nil` if the user goes back.
  private func secret(
    for account: SavedAccount, _ run: AccountVerifier, _ about: AccountInput, _ settings: ServerSettings, _ change: inout SecretUpdate
  ) throws(CommandError) -> (CleanedSecret, isNew: Bool)? {
    if let source = initial.source, source != .prompt {
      return (run.cleaned(try operation(context.reader.read(source, as: run.secretKind))), true)
    }
    if case .command = account.secret {
      say(TransferSentence.fromCommand)
      return (run.cleaned(try operation(context.stored(directory).read(account))), false)
    }
    if about.signIn.oauth != nil { return (run.cleaned(try operation(context.stored(directory).read(account))), false) }
    if account.secret?.isReadable != true {
      if !change.isKept {
        // The user decides where to save the secret before they enter it.
        guard let chosen = try askKeyring() else { return nil }
        change.store = chosen.keeping
        if chosen.keeping == nil { say(TransferSentence.once) }
      }
      return try askSecret(run, about, for: settings).map { ($0, true) }
    }
    say(TransferSentence.emptyKeeps)
    switch try askSecret(run, about, for: settings, mayBeEmpty: true) {
    case nil: return nil
    case let typed? where typed.secret.count > 0: return (typed, true)
    case .some: return (run.cleaned(try operation(context.stored(directory).read(account))), false)
    }
  }
}
