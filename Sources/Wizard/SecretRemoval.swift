// A stored secret that nobody needs any more.

import Keeping
import Registry
import Sentences
import Vocabulary

struct SecretRemoval {
  private let terms: Terms

  init(_ terms: Terms) { self.terms = terms }

  /// Removes what is at `place`, unless one of `accounts` uses it, and says what became of it. False where a secret is
  /// left behind that nobody uses.
  func forget(_ place: SecretPlace?, stillUsedBy accounts: [SavedAccount]) -> Bool {
    guard let place else { return true }
    guard case .keyring(let keyring, let entry) = place else {
      say(AccountSentence.commandStays)
      return true
    }
    if let other = accounts.first(where: { $0.secret == place }) {
      say(AccountSentence.keptForOthers(other.name))
      return true
    }
    do throws(KeepingFault) {
      try Keeper(environment: Locale.environment, interrupt: terms.interrupt).forget(keyring, entry: entry)
      say(AccountSentence.forgotten(keyring))
      return true
    } catch {
      terms.complain(.keeping(error))
      terms.warn(AccountSentence.notForgotten(keyring, Visible(entry, limit: 120)))
      return false
    }
  }

  private func say(_ text: Text) { terms.talk.line(text[terms.language]) }
}
