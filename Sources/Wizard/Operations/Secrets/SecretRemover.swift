// A stored secret that nobody needs any more.

import AccountStore
import SecretStores
import Sentences
import Vocabulary

struct SecretRemover {
  private let terms: CommandContext
  private let isQuiet: Bool

  init(_ terms: CommandContext, isQuiet: Bool = false) { (self.terms, self.isQuiet) = (terms, isQuiet) }

  /// Removes the secret that was stored for `account`, which the registry has no longer there, and says what became of it. What
  /// a person made or wrote stays. False where a secret is left behind that this program made.
  func forget(_ account: SavedAccount) -> Bool {
    guard let place = account.secret else { return true }
    guard case .keyring(let keyring, let entry) = place else {
      say(AccountSentence.commandStays)
      return true
    }
    let name = Visible(keyring.spelled(entry), limit: 120)
    if account.entryMarks.isFound {
      say(AccountSentence.theirsStays(keyring, name))
      return true
    }
    do throws(SecretStoreError) {
      try terms.keeper.forget(keyring, entry: entry)
      say(AccountSentence.forgotten(keyring))
      return true
    } catch {
      if case .unalterable = error {
        say(AccountSentence.notesStay(keyring, name))
        return true
      }
      terms.complain(.keeping(error))
      terms.warn(AccountSentence.notForgotten(keyring, name))
      return false
    }
  }

  private func say(_ text: Text) { if !isQuiet { terms.talk.line(text[terms.language]) } }
}
