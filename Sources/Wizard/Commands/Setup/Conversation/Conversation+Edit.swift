// A saved account gone through question by question, everything filled in; then proved, then saved.

import AccountStore
import Catalog
import Platform
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

extension Conversation {
  /// Asks about `account`, as the call has changed it to `draft`, until it works or the human leaves. Nothing is saved before it works.
  func edit(_ draft: SavedAccount, of account: SavedAccount, _ change: SecretUpdate) throws(CommandError) -> ExitStatus {
    do throws(Break) {
      var (draft, change) = (draft, change)
      say(TransferSentence.editing(account.name))
      while true {
        guard try askAll(&draft) else { return left(account, .noInput) }
        guard let status = try prove(&draft, of: account, &change) else { continue }
        if status == .ok { return .ok }
        guard try agrees(TransferSentence.again) else { return unchanged(account, status) }
      }
    } catch {
      switch error {
      case .farewell(let farewell): return left(account, farewell == .left ? .noInput : .software)
      case .usage(let fault): throw fault
      }
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

  /// False where the human went back behind the first question.
  private func askAll(_ draft: inout SavedAccount) throws(Break) -> Bool {
    var place = 0
    while place < 4 {
      let isAnswered: Bool
      switch place {
      case 0: isAnswered = try askAddress(&draft)
      case 1: isAnswered = try askServer(.imap, &draft.imap)
      case 2: isAnswered = try askServer(.smtp, &draft.smtp)
      default: isAnswered = try askUserNames(&draft)
      }
      place += isAnswered ? 1 : -1
      if place < 0 { return false }
    }
    return true
  }

  private func askAddress(_ draft: inout SavedAccount) throws(Break) -> Bool {
    var given = initial
    (given.address, given.formerAddress) = (nil, draft.address)
    guard try askAddress(&given) == .on, let address = given.address else { return false }
    let (name, old) = (draft.name, draft.address)
    if address != old, let clash = try usage({ () throws(CommandError) in try SavedAccounts(terms).all().clash(of: name, address) }) {
      remark(CommandErrorSentence.text(clash).error)
      return try askAddress(&draft)
    }
    draft.move(to: address, directory)
    return true
  }

  private func askServer(_ mailProtocol: MailProtocol, _ endpoint: inout Endpoint) throws(Break) -> Bool {
    let port: UInt16 = mailProtocol == .imap ? 993 : 465
    guard let answer = try askEndpoint(mailProtocol, defaultPort: port, initial: "\(endpoint)") else { return false }
    // What was left as it stood keeps its encryption, even where the port suggests another.
    if answer.host != endpoint.host || answer.port != endpoint.port { endpoint = answer }
    return true
  }

  /// One for each server; the second follows the first where both were the same, as nearly everywhere.
  private func askUserNames(_ draft: inout SavedAccount) throws(Break) -> Bool {
    func name(_ mailProtocol: MailProtocol, _ initial: String) throws(Break) -> String? {
      let question = Question(label: PromptSentence.userName(mailProtocol), help: PromptSentence.userNameHelp, initial: initial)
      guard case .given(let name) = try ask(question) else { return nil }
      return name
    }
    let wereSame = draft.imapUsername == draft.smtpUsername
    guard let imap = try name(.imap, draft.imapUsername), let smtp = try name(.smtp, wereSame ? imap : draft.smtpUsername)
    else { return false }
    (draft.imapUsername, draft.smtpUsername) = (imap, smtp)
    return true
  }

  /// Names what is new of where the secret would go, and whether the account's authority still stands for it; false where the
  /// human does not want that.
  private func agreesToPlace(_ draft: inout SavedAccount, _ account: SavedAccount) throws(Break) -> Bool {
    guard draft.needsAgreement(as: account) else { return true }
    if let foreign = draft.unagreedServers(since: account, in: directory) {
      remark(foreign.text)
      guard try agrees(DiscoverySentence.agree(foreign.names)) else { return false }
    }
    let isElsewhere = draft.imap.host != account.imap.host || draft.smtp.host != account.smtp.host
    if isElsewhere, let file = draft.authorityFile, file == account.authorityFile {
      let isKept = try agrees(TransferSentence.keepAuthority(Visible(file, limit: 200), draft.settings.hosts))
      if !isKept { draft.authorityFile = nil }
    }
    return true
  }

  /// Proves and saves; nil where the human went back before it.
  private func prove(_ draft: inout SavedAccount, of account: SavedAccount, _ change: inout SecretUpdate) throws(Break) -> ExitStatus? {
    let named = draft
    let provider = named.provider.flatMap { directory.provider(id: $0) }
    for takeover in directory.takeovers(by: provider, of: named.address) { remark(takeover) }
    guard try agreesToPlace(&draft, account) else { return nil }
    let proved = draft
    let about = try usage { () throws(CommandError) in try initial.about(proved, in: directory) }
    let run = try usage { () throws(CommandError) in try AccountVerifier(about, proved.address, terms) }
    defer { run.stop() }
    guard let (secret, isNew) = try secret(for: account, run, about, proved.settings, &change) else { return nil }
    other.screen.line()
    let outcomes = try usage { () throws(CommandError) in
      try run.verify(proved.settings, secret, group: 0, view: other.view(of: proved.settings, timing: run.timing))
    }
    if terms.interrupt.isRaised {
      // Ctrl-C ends the verification and nothing else; any other signal ends the program.
      guard terms.interrupt.signal == SIGINT else { throw .farewell(.interrupted) }
      terms.interrupt.reset()
      remark(PromptSentence.stopped)
      return .noInput
    }
    other.screen.line()
    ResultPage(outcomes: outcomes, language: terms.language).show(on: terms.result)
    guard outcomes.verdict == .verified else { return ExitStatus(outcomes) }
    try usage { () throws(CommandError) in try change.save(outcomes, secret.secret, isNew: isNew) }
    other.screen.line()
    say(TransferSentence.changed(account.name))
    return .ok
  }

  /// The secret to prove the account with, and whether it is another one; nil where the human went back.
  private func secret(
    for account: SavedAccount, _ run: AccountVerifier, _ about: AccountInput, _ settings: ServerSettings, _ change: inout SecretUpdate
  ) throws(Break) -> (CleanedSecret, isNew: Bool)? {
    if let source = initial.source, source != .prompt { return (run.cleaned(try read(source)), true) }
    if case .command = account.secret {
      say(TransferSentence.fromCommand)
      return (run.cleaned(try usage { () throws(CommandError) in try StoredSecret(terms).read(account) }), false)
    }
    if account.secret?.isReadable != true {
      if !change.isKept {
        // Where it is to be kept is settled before it is typed.
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
    case .some: return (run.cleaned(try usage { () throws(CommandError) in try StoredSecret(terms).read(account) }), false)
    }
  }
}
