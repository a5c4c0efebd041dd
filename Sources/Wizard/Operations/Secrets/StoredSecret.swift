// The secret of a saved account, from wherever it is kept.

import AccountStore
import SecretStores
import Sentences
import Vocabulary

struct StoredSecret {
  private let terms: CommandContext

  init(_ terms: CommandContext) { self.terms = terms }

  /// Throws why it is not to be had, above all that none was kept.
  func read(_ account: SavedAccount) throws(CommandError) -> Secret {
    switch account.secret {
    case nil: throw .noSecretKept(account.name.text)
    case .later: throw .secretUnknown(account.name.text)
    case .keyring(let keyring, let entry):
      if account.entryMarks.isUnsettled { throw .secretUnsettled(account.name.text) }
      if let store = account.entryMarks.store, !terms.keeper.isCurrent(keyring, store: store) {
        throw .keeping(.elsewhere(keyring, folder: store))
      }
      let secret: Secret
      do throws(SecretStoreError) { secret = try terms.keeper.read(keyring, entry: entry) } catch { throw .keeping(error) }
      // Another run may be changing both: then this could be the secret of the new servers, which is none of the old ones'.
      let isSettled = try SavedAccounts(terms).all().contains { now in
        now.name == account.name && now.settings == account.settings && now.secret == account.secret && !now.entryMarks.isUnsettled
      }
      guard isSettled else { throw .secretUnsettled(account.name.text) }
      return secret
    case .command(let words): return try run(words)
    }
  }

  private func run(_ words: [String]) throws(CommandError) -> Secret {
    let secret: Secret
    do throws(SecretProblem) {
      secret = try SecretReader(terms).read(.command(words))
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .fault(let fault): throw .secret(fault)
      }
    }
    switch secret.fault {
    case nil: return secret
    case .empty: throw .secret(.empty)
    case .tooLong: throw .secret(.tooLong)
    case .forbiddenOctet: throw .secret(.forbiddenOctet)
    }
  }
}
