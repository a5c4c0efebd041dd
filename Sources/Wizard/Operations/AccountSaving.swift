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

/// The registry and a keyring cannot be written in one step. The order makes sure that no secret is ever beside servers that it
/// was not proved for, and that no entry is forgotten, wherever it ends: an entry that is changed along with the servers is
/// first marked as unsettled, and is not given out before the servers it belongs to are beside it; an entry that is made or
/// removed is first noted as pending.
struct AccountSaving {
  let terms: CommandContext
  var isQuiet = false

  /// Saves what was proved with `secret` as `name`; `isEdited` where the account of that name may get another address. On an
  /// error account and secret are as they were.
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
      let step = try settle(&account, old, accounts, secret, wish, outcomes)
      let isLeft = old.map { $0.secret != nil && !step.keepsPlace } ?? false
      do throws(CommandError) {
        try saved.put(account, noting: isLeft ? old?.pendingRemoval : nil)
      } catch {
        // Where it is written all the same the secret has to stay, too.
        if case .registry(.unsettled) = error { throw error }
        step.undo()
        throw error
      }
      step.report()
      if let old, isLeft {
        let isDone = SecretRemover(terms, isQuiet: isQuiet).forget(old)
        if isDone { try saved.settle(old.secret) }
      }
      return account
    }
  }

  /// What was done with the secret.
  private struct Step {
    /// Whether it is where the account had one before.
    var keepsPlace: Bool
    var undo: () -> Void = {}
    /// Says where it is.
    var report: () -> Void = {}
  }

  /// Has the secret where `wish` says and notes the place.
  private func settle(
    _ account: inout SavedAccount, _ old: SavedAccount?, _ accounts: [SavedAccount], _ secret: Secret, _ wish: SecretWish,
    _ outcomes: VerificationResult
  ) throws(CommandError) -> Step {
    switch wish {
    case .nowhere: return Step(keepsPlace: false)
    case .command(let words):
      account.secret = .command(words)
      return Step(keepsPlace: old?.secret == account.secret)
    case .keep(let keeping): return try keep(&account, old, accounts, secret, keeping)
    case .asBefore:
      switch old?.secret {
      case nil: return Step(keepsPlace: true)
      case .later: throw .secretUnknown(account.name.text)
      case .keyring(let keyring, _):
        return try keep(&account, old, accounts, secret, try SecretSaver(keyring, terms, isWarned: true, isQuiet: isQuiet))
      case .command(let words):
        if prints(words, secret, outcomes) { account.secret = .command(words) } else { terms.warn(TransferSentence.commandDropped) }
        return Step(keepsPlace: account.secret != nil)
      }
    case .unchanged:
      (account.secret, account.entryMarks) = (old?.secret, old?.entryMarks ?? EntryMarks())
      // Somebody else may have changed it while it was being proved.
      if case .keyring(let keyring, let entry)? = account.secret {
        guard terms.keeper.isCurrent(keyring, store: account.entryMarks.store),
          let kept = try? terms.keeper.read(keyring, entry: entry), cleaned(kept, outcomes).matches(secret)
        else { throw .keeping(.changed(keyring, entry: keyring.spelled(entry))) }
      }
      return Step(keepsPlace: true)
    }
  }

  private func keep(
    _ account: inout SavedAccount, _ old: SavedAccount?, _ accounts: [SavedAccount], _ secret: Secret, _ keeping: SecretSaver
  ) throws(CommandError) -> Step {
    let saved = SavedAccounts(terms)
    let plan = try keeping.plan(secret, for: account.name, account.address, old, among: accounts, pending: try saved.pending())
    (account.secret, account.entryMarks) = (plan.place, plan.marks)
    let notes = Notes(saved: saved, account: account, old: old, plan: plan, before: keeping.exactStamp(plan))
    let kept: Kept?
    do throws(CommandError) {
      try notes.begin()
      kept = try keeping.carryOut(plan, secret)
    } catch {
      // Where the entry may be something else by now the notes have to stay.
      if error.leavesEntry { notes.end(terms) }
      throw error
    }
    if let kept { account.entryMarks.stamp = kept.isOurs ? terms.keeper.stamp(keeping.keyring, entry: plan.entry) : nil }
    return Step(
      keepsPlace: plan.isOwn,
      undo: {
        guard kept?.undo() ?? true else {
          return terms.warn(AccountSentence.notForgotten(keeping.keyring, Visible(keeping.keyring.spelled(plan.entry), limit: 120)))
        }
        notes.end(terms)
      }, report: { keeping.report(plan) })
  }

  /// What the registry is told before a keyring is touched.
  private struct Notes {
    let saved: SavedAccounts
    let account: SavedAccount
    let old: SavedAccount?
    let plan: SecretSaver.Plan
    /// The stamp of the entry that is there.
    let before: String?

    /// Whether the account's entry is about to be another secret's, for other servers.
    private var marks: Bool {
      guard let old, plan.isOwn, !plan.holdsIt, !old.entryMarks.isUnsettled else { return false }
      return old.settings != account.settings || old.authorityFile != account.authorityFile
    }

    private var makes: Bool { plan.seen == nil && !plan.isOwn }

    func begin() throws(CommandError) {
      if marks { try saved.mark(account.name, isUnsettled: true, before: before) }
      if makes {
        try saved.note(PendingEntry(plan.keyring, entry: plan.entry, store: plan.marks.store, stamp: nil, isRemoval: false))
      }
    }

    /// The entry is as it was.
    func end(_ terms: CommandContext) {
      do throws(CommandError) {
        if marks { try saved.mark(account.name, isUnsettled: false) }
        if makes { try saved.settle(plan.place) }
        // Where it was written again to be as it was it has another stamp.
        let stamp = terms.keeper.stamp(plan.keyring, entry: plan.entry)
        if plan.isAsWritten, let stamp, stamp != old?.entryMarks.stamp { try saved.stamp(account.name, stamp) }
      } catch {
        terms.complain(error)
      }
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
    if case .storing(let error) = self { error.isRestored } else { true }
  }
}
