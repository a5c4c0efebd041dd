// What to do with a verified account: show its settings, configure a mail client, save it.

import AccountStore
import Catalog
import CommandLine
import MailClients
import Operations
import Output
import Prompts
import SecretStores
import Sentences
import Terminal
import Vocabulary

/// An account that was verified just now, with its secret.
struct VerifiedAccount {
  let verification: VerificationResult
  let secret: Secret
  /// What is kept of a sign-in in a browser. `nil` for a password, and for a token of another program.
  let record: TokenRecord?
  /// The source of the secret. `nil` if the user typed it.
  let source: SecretSource?
  /// The account as it was saved. `nil` if it is not saved.
  var saved: SavedAccount?
}

extension Conversation {
  /// The raw values are the ids of the answers.
  private enum Wish: String {
    case save, export
    case card = "settings"
    case nothing = "done"
  }

  /// Asks what to do with the account until the user is finished. An error is printed and does not change the result: returns `ok`, or
  /// `software` after a signal.
  func end(_ account: VerifiedAccount, _ input: AccountInput) -> ExitStatus {
    var (account, isFinished) = (account, false)
    defer { sayKept(account, input, isFinished: isFinished) }
    do throws(CommandError) {
      while true {
        let wish = try wish(account)
        do throws(CommandError) {
          switch wish {
          case .save: try save(&account)
          case .export: try export(&account)
          case .card:
            prompter.screen.line()
            SettingsCard(verification: account.verification, language: context.console.language).show(on: context.console.result)
          case .nothing:
            isFinished = true
            return .ok
          }
        } catch {
          guard error.statusOfLeaving == nil else { throw error }
          complain(error)
        }
      }
    } catch {
      if error == .unusableAnswers { remark(DialogSentence.unusableAnswers) }
      if error == .timedOut { remark(KeySentence.timedOut) }
      // After a signal the process dies by it before the status is used.
      return error == .left ? .ok : error.statusOfLeaving ?? .software
    }
  }

  private func wish(_ account: VerifiedAccount) throws(CommandError) -> Wish {
    var wishes = [(Wish.export, EndingSentence.export), (.card, EndingSentence.card), (.nothing, EndingSentence.nothing)]
    if account.saved == nil { wishes.insert((.save, EndingSentence.save), at: 0) }
    prompter.screen.line()
    let menu = Menu(
      .afterSuccess, title: PromptSentence.whatNow, help: MenuHelp.afterSuccess, items: wishes.map { ($0.0.rawValue, $0.1) },
      mayGoBack: false, quit: wishes.count - 1)
    guard case .given(let position) = try prompter.choose(menu) else { return .nothing }
    return wishes[position].0
  }

  // Saving

  /// Asks for the name and for the place of the secret. Nothing is saved if the user goes back from the name.
  private func save(_ account: inout VerifiedAccount) throws(CommandError) {
    var initial = account.verification.address.description
    while let name = try askName(initial, account.verification.address) {
      initial = name.text
      guard let wish = try wishForSecret(account) else { continue }
      let (verification, secret) = (account.verification, account.secret)
      let saved = try operation(context.saving().save(verification, as: name, secret, record: account.record, wish))
      account.saved = saved
      say(AccountSentence.saved(saved))
      return
    }
  }

  /// Asks for the name of the account. Returns `nil` if the user goes back.
  private func askName(_ initial: String, _ address: MailAddress) throws(CommandError) -> AccountName? {
    let accounts = context.accounts
    let question = Question(
      .accountName, label: EndingSentence.name, help: EndingSentence.nameHelp, initial: initial,
      fault: { typed in
        guard let name = AccountName(typed) else { return AccountSentence.goodName }
        do throws(OperationError) { try accounts.check(name, for: address) } catch {
          if case .nameTaken = error { return EndingSentence.taken(Visible(name.text)) }
          if case .nameIsAddress = error { return OperationErrorSentence.text(error).error }
          if case .addressIsName = error { return OperationErrorSentence.text(error).error }
          // Any other error is printed when the account is saved.
        }
        return nil
      })
    guard case .given(let typed) = try prompter.ask(question) else { return nil }
    return AccountName(typed)
  }

  /// Returns where the user wants the secret. `nil` if they go back.
  private func wishForSecret(_ account: VerifiedAccount) throws(CommandError) -> SecretWish? {
    if case .command(let words)? = account.source { return .command(words) }
    // A token that no command prints expires within hours.
    if account.record == nil, account.verification.signIn.usesToken { return .nowhere }
    return try askKeyring().map { chosen in chosen.keeping.map { .keep($0) } ?? .nowhere }
  }

  /// Asks for a keyring. Returns `nil` if the user goes back, and no saver if the secret is not to be saved.
  func askKeyring() throws(CommandError) -> (keeping: SecretSaver?, Void)? {
    let saving = context.saving()
    // A keyring of the system has one place for all that is saved.
    let keyrings = context.isScratch ? [.file] : saving.keyrings
    let menu = Menu(
      .keyring, title: EndingSentence.whereSecret, help: MenuHelp.keyring,
      items: keyrings.map { ($0.rawValue, EndingSentence.keyring($0)) } + [("nowhere", EndingSentence.nowhere)])
    while true {
      guard case .given(let position) = try prompter.choose(menu) else { return nil }
      guard keyrings.indices.contains(position) else { return (nil, ()) }
      let keyring = keyrings[position]
      if keyring == .file {
        remark(SecretStoreSentence.lastResort)
        guard try confirm(.saveUnencrypted, EndingSentence.fileAnyway) else { continue }
      }
      return (try operation(saving.saver(for: keyring, isWarned: true)), ())
    }
  }

  // A mail client

  private func export(_ account: inout VerifiedAccount) throws(CommandError) {
    if account.saved == nil, try confirm(.saveFirst, EndingSentence.saveFirst) { try save(&account) }
    while let client = try askClient(account) {
      if try handOver(account, to: client, call(client, account)) { return }
    }
  }

  /// Returns the call of `setup export` for this account: with its name if it is saved, else with its settings.
  private func call(_ client: MailClient, _ account: VerifiedAccount) -> Arguments {
    if let saved = account.saved { return arguments.calling(.export, [client.rawValue, saved.name.text]) }
    let settings = account.verification.settings
    var call = arguments.calling(.export, [client.rawValue]).filled(.email, account.verification.address.description)
    // No call can name the demo's servers by the demo: they have other ports in every run.
    if let provider = account.verification.provider, !provider.isDemo { call = call.filled(.provider, provider.id) }
    let (imap, smtp) = (account.verification.report.imap.endpoint, account.verification.report.smtp.endpoint)
    call = call.filled(.imap, "\(imap)").filled(.smtp, "\(smtp)")
    // Options for a protocol that the client does not have would be refused.
    let protocols = client.protocols
    if protocols.contains(.imap) { call = call.filled(.imapSecurity, imap.security.rawValue) }
    if protocols.contains(.smtp) { call = call.filled(.smtpSecurity, smtp.security.rawValue) }
    let names = Usernames(
      imap: protocols.contains(.imap) ? settings.imapUsername : nil, smtp: protocols.contains(.smtp) ? settings.smtpUsername : nil)
    for (option, name) in ShellCall.options(names) { call = call.filled(option, name) }
    if let authority = account.verification.authority { call = call.filled(.caFile, authority.path) }
    return call
  }
}
