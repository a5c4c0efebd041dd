// What becomes of an account that was proved: a card, a mail program's configuration, a place among the saved ones.

import AccountStore
import Catalog
import MailClients
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

/// An account that was proved a moment ago, with the secret that proved it.
struct Proved {
  let outcomes: VerificationResult
  let secret: Secret
  /// Where the call has the secret from; nil where it was typed.
  let source: SecretSource?
  /// As it was saved; nil as long as it was not.
  var saved: SavedAccount?
}

extension Conversation {
  private enum Wish { case save, export, card, nothing }

  /// Asks what to do with it until nothing more is wanted. What fails here is said and changes nothing about the proof:
  /// gives `ok`, or what a signal makes of it.
  func end(_ account: Proved) -> ExitStatus {
    var account = account
    do throws(Break) {
      while true {
        let wish = try wish(account)
        do throws(Break) {
          switch wish {
          case .save: try save(&account)
          case .export: try export(&account)
          case .card:
            other.screen.line()
            SettingsCard(outcomes: account.outcomes, language: terms.language).show(on: terms.result)
          case .nothing: return .ok
          }
        } catch {
          guard case .usage(let fault) = error, fault != .interrupted else { throw error }
          terms.complain(fault)
        }
      }
    } catch {
      switch error {
      case .farewell(.left): return .ok
      // The process ends by the signal.
      case .farewell(.interrupted), .usage: return .software
      }
    }
  }

  private func wish(_ account: Proved) throws(Break) -> Wish {
    var wishes = [(Wish.export, EndingSentence.export), (.card, EndingSentence.card), (.nothing, EndingSentence.nothing)]
    if account.saved == nil { wishes.insert((.save, EndingSentence.save), at: 0) }
    other.screen.line()
    let menu = Menu(title: PromptSentence.whatNow, items: wishes.map(\.1), mayGoBack: false, quit: wishes.count - 1)
    guard case .given(let position) = try choose(menu) else { return .nothing }
    return wishes[position].0
  }

  // Saving

  /// Asks for the name and for the place of the secret. Nothing is saved where the human goes back.
  private func save(_ account: inout Proved) throws(Break) {
    let registry = SavedAccounts(terms)
    let address = account.outcomes.address
    let question = Question(
      label: EndingSentence.name, help: EndingSentence.nameHelp, initial: address.description,
      fault: { typed in
        guard let name = AccountName(typed) else { return AccountSentence.goodName }
        do throws(CommandError) { try registry.check(name, for: address) } catch {
          if case .nameTaken = error { return EndingSentence.taken(Visible(name.text)) }
          if case .nameIsAddress = error { return CommandErrorSentence.text(error).error }
          if case .addressIsName = error { return CommandErrorSentence.text(error).error }
          // What else there is will be said when it is saved.
        }
        return nil
      })
    guard case .given(let typed) = try ask(question), let name = AccountName(typed) else { return }
    guard let wish = try wishForSecret(account) else { return }
    account.saved = try usage { () throws(CommandError) in
      try AccountSaving(terms: terms).save(account.outcomes, as: name, account.secret, wish)
    }
    say(AccountSentence.saved(name, account.saved?.secret))
  }

  /// Where the human wants the secret; nil where they went back.
  private func wishForSecret(_ account: Proved) throws(Break) -> SecretWish? {
    if case .command(let words)? = account.source { return .command(words) }
    return try askKeyring().map { chosen in chosen.keeping.map { .keep($0) } ?? .nowhere }
  }

  /// Asks for a keyring; nil where the human went back. Inside, nil means none.
  func askKeyring() throws(Break) -> (keeping: SecretSaver?, Void)? {
    let keyrings = SecretSaver.choices(terms)
    let menu = Menu(title: EndingSentence.whereSecret, items: keyrings.map(EndingSentence.keyring) + [EndingSentence.nowhere])
    while true {
      guard case .given(let position) = try choose(menu) else { return nil }
      guard keyrings.indices.contains(position) else { return (nil, ()) }
      let keyring = keyrings[position]
      if keyring == .file {
        remark(SecretStoreSentence.lastResort)
        guard try agrees(EndingSentence.fileAnyway) else { continue }
      }
      return (try usage { () throws(CommandError) in try SecretSaver(keyring, terms, isWarned: true) }, ())
    }
  }

  // A mail program

  private func export(_ account: inout Proved) throws(Break) {
    if account.saved == nil, try agrees(EndingSentence.saveFirst) { try save(&account) }
    let clients = MailClient.allCases
    let menu = Menu(title: EndingSentence.whichClient, items: clients.map(EndingSentence.client), words: clients.map(\.rawValue))
    guard case .given(let position) = try choose(menu) else { return }
    let client = clients[position]
    var call = call(client, account)
    if client.file != nil {
      guard case .given(let way) = try choose(Menu(title: EndingSentence.whatWithIt, items: [EndingSentence.write, EndingSentence.print]))
      else { return }
      if way == 0 { call = call.filled(.write, "") }
    }
    say(EndingSentence.call(ShellCall.text(call)))
    other.screen.line()
    _ = try usage { () throws(CommandError) in try ExportCommand(call, terms).run() }
  }

  /// `setup export CLIENT` about this account: by its name where it is saved, else with all that is known of it.
  private func call(_ client: MailClient, _ account: Proved) -> Arguments {
    if let saved = account.saved { return arguments.calling(.export, [client.rawValue, saved.name.text]) }
    let settings = account.outcomes.settings
    var call = arguments.calling(.export, [client.rawValue]).filled(.email, account.outcomes.address.description)
    if let provider = account.outcomes.provider { call = call.filled(.provider, provider.id) }
    let (imap, smtp) = (account.outcomes.report.imap.endpoint, account.outcomes.report.smtp.endpoint)
    call = call.filled(.imap, "\(imap)").filled(.smtp, "\(smtp)")
    // Only what means something to the client.
    let protocols = client.protocols
    if protocols.contains(.imap) { call = call.filled(.imapSecurity, imap.security.rawValue) }
    if protocols.contains(.smtp) { call = call.filled(.smtpSecurity, smtp.security.rawValue) }
    let names = Usernames(
      imap: protocols.contains(.imap) ? settings.imapUsername : nil, smtp: protocols.contains(.smtp) ? settings.smtpUsername : nil)
    for (option, name) in ShellCall.options(names) { call = call.filled(option, name) }
    if let authority = account.outcomes.authority { call = call.filled(.caFile, authority.path) }
    return call
  }
}
