// `setup accounts remove`: the accounts, and with each the secret that was stored for it.

import Registry
import Sentences
import Terminal
import Vocabulary

struct AccountRemoval {
  private let arguments: Arguments
  private let terms: Terms
  private let saved: SavedAccounts

  init(_ arguments: Arguments, _ terms: Terms) {
    self.arguments = arguments
    self.terms = terms
    saved = SavedAccounts(terms)
  }

  /// Asks first, or has `--yes`. An account whose secret cannot be removed is removed all the same, and the secret's place
  /// is named: else an account whose keyring is gone could never go.
  func run(_ accounts: [SavedAccount]) throws(UsageFault) -> ExitStatus {
    guard try isMeant(accounts.map(\.name)) else {
      say(AccountSentence.nothingRemoved)
      return .noInput
    }
    let names = accounts.map(\.name)
    let rest = try saved.update { kept in
      kept.removeAll { names.contains($0.name) }
      return kept
    }
    var status = ExitStatus.ok
    for account in accounts {
      say(AccountSentence.removed(account.name))
      if !SecretRemoval(terms).forget(account.secret, stillUsedBy: rest) { status = .cannotCreate }
    }
    return status
  }

  private func isMeant(_ names: [AccountName]) throws(UsageFault) -> Bool {
    if arguments.has(.yes) { return true }
    let question = AccountSentence.reallyRemove(names)
    guard terms.isInteractive, let tty = terms.tty else { throw .needsConsent(AccountSentence.removalNeedsConsent) }
    do throws(Farewell) {
      if case .given(let agreed) = try terms.interlocutor(tty).agrees(question) { return agreed }
      return false
    } catch {
      return false
    }
  }

  private func say(_ text: Text) { terms.talk.line(text[terms.language]) }
}
