// A proved account and its secret, saved together or not at all.

import AccountStore
import Catalog
import SecretStores
import Sentences
import Vocabulary

/// What is to become of the secret that proved an account.
enum SecretWish {
  case keep(SecretSaver)
  /// A program of its owner's prints it.
  case command([String])
  case nowhere
  /// Nobody has said anything: where a secret was kept this one takes its place.
  case asBefore
  /// It is the one that is kept, and was read there.
  case unchanged
}

/// The registry and a keyring cannot be written at once. The order sees to it that no secret ever stands beside servers it was
/// not proved for, wherever it is broken off: an entry that is changed along with the servers is marked as unsettled first,
/// and is not given out before the servers it belongs to stand beside it.
struct AccountSaving {
  let terms: CommandContext
  var isQuiet = false

  /// Saves what was proved with `secret` as `name`; `isEdited` where the account of that name may get another address. On a
  /// fault account and secret are as they were.
  func save(
    _ outcomes: VerificationResult, as name: AccountName, isEdited: Bool = false, _ secret: Secret, _ wish: SecretWish
  ) throws(CommandError) -> SavedAccount {
    let saved = SavedAccounts(terms)
    return try saved.alone { () throws(CommandError) in
      let accounts = try saved.all()
      let old = accounts.first { $0.name == name }
      if !isEdited, let old, old.address != outcomes.address { throw .nameTaken(name.text) }
      if old?.address != outcomes.address, let clash = accounts.clash(of: name, outcomes.address) { throw clash }
      var account = SavedAccount(proved: outcomes, name: name, secret: nil)
      let undo = try settle(&account, old, accounts, secret, wish, outcomes)
      do throws(CommandError) {
        try saved.put(account)
      } catch {
        // Where it is written all the same the secret has to stay, too.
        if case .registry(.unsettled) = error { throw error }
        undo()
        throw error
      }
      if let old, old.secret != account.secret {
        _ = SecretRemover(terms, isQuiet: isQuiet).forget(old)
      }
      return account
    }
  }

  /// Has the secret where `wish` says and notes the place; gives what undoes that.
  private func settle(
    _ account: inout SavedAccount, _ old: SavedAccount?, _ accounts: [SavedAccount], _ secret: Secret, _ wish: SecretWish,
    _ outcomes: VerificationResult
  ) throws(CommandError) -> () -> Void {
    switch wish {
    case .nowhere: return {}
    case .command(let words):
      account.secret = .command(words)
      return {}
    case .keep(let keeping): return try keep(&account, old, accounts, secret, keeping)
    case .asBefore:
      switch old?.secret {
      case nil: return {}
      case .keyring(let keyring, _):
        return try keep(&account, old, accounts, secret, try SecretSaver(keyring, terms, isWarned: true, isQuiet: isQuiet))
      case .command(let words):
        if prints(words, secret, outcomes) { account.secret = .command(words) } else { terms.warn(TransferSentence.commandDropped) }
        return {}
      }
    case .unchanged:
      (account.secret, account.entryMarks) = (old?.secret, old?.entryMarks ?? EntryMarks())
      // Somebody else may have changed it while it was being proved.
      if case .keyring(let keyring, let entry)? = account.secret {
        guard let kept = try? terms.keeper.read(keyring, entry: entry), cleaned(kept, outcomes).matches(secret) else {
          throw .keeping(.changed(keyring, entry: keyring.spelled(entry)))
        }
      }
      return {}
    }
  }

  private func keep(
    _ account: inout SavedAccount, _ old: SavedAccount?, _ accounts: [SavedAccount], _ secret: Secret, _ keeping: SecretSaver
  ) throws(CommandError) -> () -> Void {
    let saved = SavedAccounts(terms)
    let plan = try keeping.plan(secret, for: account.name, account.address, old, among: accounts)
    (account.secret, account.entryMarks) = (plan.place, plan.marks)
    let isMarked =
      old.map { old in
        let goesElsewhere = old.settings != account.settings || old.authorityFile != account.authorityFile
        return goesElsewhere && old.secret == plan.place && !plan.holdsIt && !old.entryMarks.isUnsettled
      } ?? false
    let name = account.name
    func settle() {
      guard isMarked else { return }
      do throws(CommandError) { try saved.mark(name, isUnsettled: false) } catch { terms.complain(error) }
    }
    let kept: Kept?
    do throws(CommandError) {
      if isMarked { try saved.mark(name, isUnsettled: true) }
      kept = try keeping.carryOut(plan, secret)
    } catch {
      // Where the entry may be something else by now the mark has to stay.
      if error.leavesEntry { settle() }
      throw error
    }
    return {
      guard kept?.undo() ?? true else {
        return terms.warn(AccountSentence.notForgotten(keeping.keyring, Visible(keeping.keyring.spelled(plan.entry), limit: 120)))
      }
      settle()
    }
  }

  /// Whether its owner's program gives just this secret. Where that cannot be told it does not.
  private func prints(_ words: [String], _ secret: Secret, _ outcomes: VerificationResult) -> Bool {
    guard let printed = try? SecretReader(terms).read(.command(words)) else { return false }
    return cleaned(printed, outcomes).matches(secret)
  }

  /// As it was sent.
  private func cleaned(_ secret: Secret, _ outcomes: VerificationResult) -> Secret {
    (outcomes.provider?.secret.cleaned(secret) ?? SecretKind.uncatalogued(secret)).secret
  }
}

extension CommandError {
  /// Whether an attempt to keep a secret that ended this way has left the entry as it was.
  fileprivate var leavesEntry: Bool {
    guard case .keeping(let fault) = self else { return true }
    switch fault {
    case .differs(_, let isUndone): return isUndone
    case .notInstalled, .notReady, .missing, .occupied, .unalterable, .changed, .several, .noRecipient, .unusable, .badEntry, .noHome,
      .open,
      .special, .foreign:
      return true
    // The program may have done its work before it failed.
    case .locked, .failed, .timedOut, .interrupted, .unreadable, .unwritable: return false
    }
  }
}
