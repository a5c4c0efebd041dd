// A saved account after it was changed and proved: its secret, then the account, then what nobody needs any more.

import Keeping
import Registry
import Sentences
import Vocabulary

struct SecretChange {
  private let account: SavedAccount
  private let source: SecretSource?
  private let store: SecretKeeping?
  private let terms: Terms

  /// `source` is where the call has the new secret from; `store` is the keyring it names for it.
  init(of account: SavedAccount, _ source: SecretSource?, store: SecretKeeping?, _ terms: Terms) {
    (self.account, self.source, self.store, self.terms) = (account, source, store, terms)
  }

  /// Whether a new secret has a place to go to.
  var isKept: Bool {
    if store != nil { return true }
    if case .keyring = account.secret { return true }
    return false
  }

  /// Saves what was proved with `secret`; nil means the old one, which stays where it is. In this order a fault leaves the
  /// account as it was, with its old secret or the new one in the same place.
  func save(_ outcomes: Outcomes, _ secret: Secret?) throws(UsageFault) {
    let place = try secret.map { (secret) throws(UsageFault) in try keep(secret, for: outcomes.address) } ?? account.secret
    let saved = SavedAccounts(terms)
    try saved.replace(account, by: outcomes, secret: place)
    guard place != account.secret else { return }
    _ = SecretRemoval(terms).forget(account.secret, stillUsedBy: try saved.all())
  }

  private func keep(_ secret: Secret, for address: MailAddress) throws(UsageFault) -> SecretPlace? {
    if case .command(let words)? = source { return .command(words) }
    if let store { return try store.keep(secret, for: address) }
    guard case .keyring(let keyring, _) = account.secret else {
      terms.warn(TransferSentence.notKept)
      return account.secret
    }
    return try SecretKeeping(keyring, terms).keep(secret, for: address)
  }
}
