// A verified account and its secret, saved together or not at all.

import AccountStore
import Catalog
import SecretStores
import Vocabulary

/// What to do with the secret of a verified account.
package enum SecretWish {
  case keep(SecretSaver)
  /// A program of the user prints the secret.
  case command([String])
  case nowhere
  /// The user did not choose. The secret replaces the one that is saved.
  case asBefore
  /// The secret is the one that is saved, and was read from there.
  case unchanged
}

/// accounts.json and a keyring cannot be written in one step. The order makes sure that no secret is saved together with servers
/// that it was not verified at, and that no entry is forgotten, wherever a run ends: an entry that is changed together with the
/// servers is first marked as unsettled, and is not read before the servers are written. An entry that is created or removed is first
/// noted as pending.
package struct AccountSaving {
  package let accounts: SavedAccounts
  /// Reads the secret that a command prints.
  let reader: SecretReader
  let notify: Notify
  let mayReplace: SecretSaver.Question

  /// `mayReplace` asks whether an entry that this program did not write may be changed.
  package init(_ accounts: SavedAccounts, _ reader: SecretReader, notify: @escaping Notify, mayReplace: @escaping SecretSaver.Question) {
    (self.accounts, self.reader, self.notify, self.mayReplace) = (accounts, reader, notify, mayReplace)
  }

  private var stores: SecretStorage { accounts.stores }

  /// The keyrings that can be used here and now, best first.
  package var keyrings: [Keyring] { stores.available() }

  /// Returns the saver for a keyring. `isWarned` says whether the user knows that a file is not encrypted. Throws if the keyring
  /// cannot be used.
  package func saver(for keyring: Keyring, isWarned: Bool) throws(OperationError) -> SecretSaver {
    try SecretSaver(keyring, stores, isWarned: isWarned, notify: notify, mayReplace: mayReplace)
  }

  /// Saves what was verified with `secret` as `name`. For a sign-in in a browser `record` is kept instead of the secret, which expires.
  /// `isEdited` says whether the account of that name may get another address.
  /// Returns the account as it was saved. If it throws, account and secret are as they were.
  package func save(
    _ result: VerificationResult, as name: AccountName, isEdited: Bool = false, _ secret: Secret, record: TokenRecord? = nil,
    _ wish: SecretWish
  ) throws(OperationError) -> SavedAccount {
    try accounts.alone { () throws(OperationError) in
      let saved = try accounts.all()
      let old = saved.first { $0.name == name }
      if !isEdited, let old, old.address != result.address { throw .nameTaken(name.text) }
      if old?.address != result.address, let clash = saved.clash(of: name, result.address) { throw clash }
      var account = SavedAccount(verified: result, name: name, secret: nil)
      let step = try settle(&account, old, saved, secret, record, wish, result)
      let isLeft = old.map { $0.secret != nil && !step.keepsPlace } ?? false
      do throws(OperationError) {
        try accounts.put(account, noting: isLeft ? old?.pendingRemoval : nil)
      } catch {
        // The account may be written, so its secret has to stay.
        if case .registry(.unsettled) = error { throw error }
        step.undo()
        throw error
      }
      step.report()
      if let old, isLeft {
        let isDone = SecretRemover(accounts, notify: notify).forget(old)
        if isDone { try accounts.settle(old.secret) }
      }
      return account
    }
  }

  /// What was done with the secret.
  private struct Step {
    /// Whether the secret is in the place that the account had before.
    var keepsPlace: Bool
    var undo: () -> Void = {}
    /// Reports where the secret is.
    var report: () -> Void = {}
  }

  /// Puts the secret where `wish` says, and sets the place in `account`.
  private func settle(
    _ account: inout SavedAccount, _ old: SavedAccount?, _ saved: [SavedAccount], _ secret: Secret, _ record: TokenRecord?,
    _ wish: SecretWish, _ result: VerificationResult
  ) throws(OperationError) -> Step {
    switch wish {
    case .nowhere: return Step(keepsPlace: false)
    case .command(let words):
      account.secret = .command(words)
      return Step(keepsPlace: old?.secret == account.secret)
    case .keep(let saver): return try keep(&account, old, saved, secret, record, saver)
    case .asBefore:
      switch old?.secret {
      case nil: return Step(keepsPlace: true)
      case .later: throw .secretUnknown(account.name.text)
      case .keyring(let keyring, _): return try keep(&account, old, saved, secret, record, try saver(for: keyring, isWarned: true))
      case .command(let words):
        if prints(words, secret, result) { account.secret = .command(words) } else { notify(.commandDropped) }
        return Step(keepsPlace: account.secret != nil)
      }
    case .unchanged:
      (account.secret, account.entryMarks) = (old?.secret, old?.entryMarks ?? EntryMarks())
      // Another program may have changed it during the verification. An entry of tokens may change at any time.
      if account.signIn.oauth == nil, case .keyring(let keyring, let entry)? = account.secret {
        guard stores.isCurrent(keyring, store: account.entryMarks.store), let kept = try? stores.read(keyring, entry: entry),
          cleaned(kept, result).matches(secret)
        else { throw .keeping(.changed(keyring, entry: keyring.spelled(entry))) }
      }
      return Step(keepsPlace: true)
    }
  }

  private func keep(
    _ account: inout SavedAccount, _ old: SavedAccount?, _ saved: [SavedAccount], _ secret: Secret, _ record: TokenRecord?,
    _ saver: SecretSaver
  ) throws(OperationError) -> Step {
    let secret = if let record { try saver.line(of: record) } else { secret }
    let plan = try saver.plan(
      secret, isRecord: record != nil, for: account.name, account.address, old, among: saved, pending: try accounts.pending())
    (account.secret, account.entryMarks) = (plan.place, plan.marks)
    let notes = Notes(accounts: accounts, notify: notify, account: account, old: old, plan: plan, before: saver.exactStamp(plan))
    let kept: Kept?
    do throws(OperationError) {
      try notes.begin()
      if let record {
        kept = try accounts.aloneWithTokens(of: plan.entry) { () throws(OperationError) in try saver.carryOut(plan, record) }
      } else {
        kept = try saver.carryOut(plan, secret)
      }
    } catch {
      // The notes stay if the entry may be changed.
      if error.leavesEntry { notes.end() }
      throw error
    }
    // An entry of tokens changes with every refresh. What is in it says whose it is.
    if let kept, account.signIn.oauth == nil {
      account.entryMarks.stamp = kept.isOurs ? stores.stamp(saver.keyring, entry: plan.entry) : nil
    }
    return Step(
      keepsPlace: plan.isOwn,
      undo: { [notify] in
        guard kept?.undo() ?? true else {
          return notify(.notForgotten(saver.keyring, entry: saver.keyring.spelled(plan.entry)))
        }
        notes.end()
      }, report: { saver.report(plan) })
  }

  /// The records in accounts.json before a keyring is changed.
  private struct Notes {
    let accounts: SavedAccounts
    let notify: Notify
    let account: SavedAccount
    let old: SavedAccount?
    let plan: SecretSaver.Plan
    /// The stamp of the existing entry.
    let before: String?

    /// Whether the account's entry gets another secret, for other servers.
    private var marks: Bool {
      guard let old, plan.isOwn, !plan.holdsIt, !old.entryMarks.isUnsettled else { return false }
      return old.settings != account.settings || old.authorityFile != account.authorityFile
    }

    private var makes: Bool { plan.seen == nil && !plan.isOwn }

    func begin() throws(OperationError) {
      if marks { try accounts.mark(account.name, isUnsettled: true, before: before) }
      if makes {
        try accounts.note(PendingEntry(plan.keyring, entry: plan.entry, store: plan.marks.store, stamp: nil, isRemoval: false))
      }
    }

    /// Records that the entry is as it was.
    func end() {
      do throws(OperationError) {
        if marks { try accounts.mark(account.name, isUnsettled: false) }
        if makes { try accounts.settle(plan.place) }
        // An entry that was written back has another stamp.
        let stamp = accounts.stores.stamp(plan.keyring, entry: plan.entry)
        if plan.isAsWritten, let stamp, stamp != old?.entryMarks.stamp { try accounts.stamp(account.name, stamp) }
      } catch {
        notify(.failed(error))
      }
    }
  }

  /// Whether the user's program prints exactly this secret. `false` if that cannot be determined.
  private func prints(_ words: [String], _ secret: Secret, _ result: VerificationResult) -> Bool {
    guard let printed = try? reader.read(.command(words)) else { return false }
    return cleaned(printed, result).matches(secret)
  }

  /// Returns the secret as the sessions sent it.
  private func cleaned(_ secret: Secret, _ result: VerificationResult) -> Secret {
    (result.provider?.secret.cleaned(secret) ?? SecretKind.uncatalogued(secret)).secret
  }
}

extension OperationError {
  /// Whether a failed attempt to save a secret has left the entry as it was.
  fileprivate var leavesEntry: Bool {
    if case .storing(let error) = self { error.isRestored } else { true }
  }
}
