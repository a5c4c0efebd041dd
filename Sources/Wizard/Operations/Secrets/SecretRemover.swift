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
    let (keyring, entry): (Keyring, String)
    switch account.secret {
    case nil: return true
    case .command:
      say(AccountSentence.commandStays)
      return true
    case .later:
      say(AccountSentence.laterStays)
      return true
    case .keyring(let used, let named): (keyring, entry) = (used, named)
    }
    let name = Visible(keyring.spelled(entry), limit: 120)
    if account.entryMarks.isFound {
      say(AccountSentence.theirsStays(keyring, name))
      return true
    }
    do throws(SecretStoreError) {
      guard terms.keeper.isCurrent(keyring, store: account.entryMarks.store) else {
        throw .elsewhere(keyring, folder: account.entryMarks.store ?? "")
      }
      try terms.keeper.forget(keyring, entry: entry, stamp: account.entryMarks.stamp)
      say(AccountSentence.forgotten(keyring))
      return true
    } catch {
      if case .unalterable = error {
        say(AccountSentence.notesStay(keyring, name))
        return true
      }
      if case .changed = error {
        say(AccountSentence.changedStays(keyring, name))
        return true
      }
      terms.complain(.keeping(error))
      terms.warn(AccountSentence.notForgotten(keyring, name))
      return false
    }
  }

  private func say(_ text: Text) { if !isQuiet { terms.talk.line(text[terms.language]) } }
}
