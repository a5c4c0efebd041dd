// `setup check`: verifies saved accounts again. It suits cron: it prints nothing and returns 0 if all accounts work.

import AccountStore
import Catalog
import Documents
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

struct CheckCommand {
  private let arguments: Arguments
  private let terms: CommandContext
  private let directory: ProviderDirectory
  private let given: AccountInput
  /// Seconds between two logins at the same provider. Several logins in quick succession look like an attempt to guess
  /// a password.
  private static let distance = 2.0

  init(_ arguments: Arguments, _ terms: CommandContext) throws(CommandError) {
    self.arguments = arguments
    self.terms = terms
    directory = try UserCatalogs(terms).directory(arguments)
    given = try AccountInput(arguments, directory)
  }

  /// Checks the accounts one after another. With names, it checks exactly these. Without names, it skips accounts that
  /// are paused, that have no secret, or that another refusal could lock.
  func run() throws(CommandError) -> ExitStatus {
    let saved = SavedAccounts(terms)
    let isNamed = !arguments.words.isEmpty
    let accounts = isNamed ? try saved.named(arguments.words) : try saved.all()
    var visited: [String: Deadline] = [:]
    var checks: [CheckResult] = []
    var notNoted: CommandError?
    for account in accounts {
      if terms.interrupt.isRaised { break }
      let check: CheckResult
      if let reason = isNamed ? nil : reasonToLeave(account) {
        check = CheckResult(account, reason)
      } else {
        // Accounts at other providers do not wait.
        if let next = visited[account.house], !pause(until: next) { break }
        check = try verify(account)
        visited[account.house] = .after(seconds: Self.distance)
        if terms.interrupt.isRaised { break }
        // If the date of a check cannot be written, the other accounts are still checked.
        do throws(CommandError) { try note(check, saved) } catch { notNoted = error }
      }
      checks.append(check)
      report(check)
    }
    if arguments.has(.json) { terms.result.document(document(checks).json) }
    if let notNoted { terms.complain(notNoted) }
    let statuses = checks.map(\.status)
    return (ExitStatus.worstFirst + [.noInput]).first(where: statuses.contains) ?? notNoted?.status ?? .ok
  }

  private func reasonToLeave(_ account: SavedAccount) -> CheckResult.Left? {
    if account.isPaused { return .paused }
    if account.secret == nil { return .noSecretKept }
    return account.mustWait(at: .now) ? .risky : nil
  }

  /// Waits until `deadline`. Returns `false` if a signal interrupts the wait.
  private func pause(until deadline: Deadline) -> Bool {
    do throws(Wait.End) {
      _ = try Wait.any([], until: deadline, or: terms.interrupt)
      return true
    } catch {
      return error == .deadline
    }
  }

  /// Reads the secret and verifies the account. A secret that is not available is a result of its own, because no login
  /// was tried.
  private func verify(_ account: SavedAccount) throws(CommandError) -> CheckResult {
    let about: AccountInput
    do throws(CommandError) { about = try given.about(account, in: directory) } catch { return CheckResult(account, unsafe: error) }
    if let takeover = directory.takeover(by: about.provider, of: account.address) { terms.warn(takeover) }
    if let foreign = account.unagreedServers(since: account, in: directory) {
      let call = ShellCall.text(account.naming(in: arguments))
      return CheckResult(account, unagreed: .unnamedServers(foreign.text, foreign.names, call: call))
    }
    let secret: Secret
    do throws(CommandError) {
      secret = try StoredSecret(terms).read(account)
    } catch {
      return CheckResult(account, error)
    }
    let run = try AccountVerifier(about, account.address, terms)
    defer { run.stop() }
    let outcomes: VerificationResult
    do throws(CommandError) {
      outcomes = try run.verify(account.settings, run.cleaned(secret), group: 0, view: nil)
    } catch {
      // The secret is empty, or no login can carry it.
      guard case .secret = error else { throw error }
      return CheckResult(account, error)
    }
    return CheckResult(account, outcomes)
  }

  /// Writes the result to accounts.json, unless another process has changed the account's settings.
  private func note(_ check: CheckResult, _ saved: SavedAccounts) throws(CommandError) {
    try saved.update { accounts in
      guard let position = accounts.firstIndex(where: { $0.name == check.account.name }),
        accounts[position].settings == check.account.settings
      else { return }
      accounts[position].lastCheck = check.account.lastCheck
      // Of an entry that an older version has written nothing is known but that it is the right one.
      if check.status == .ok, case .keyring(let keyring, _)? = accounts[position].secret, accounts[position].secret == check.account.secret,
        accounts[position].entryMarks.store == nil, check.outcomes != nil
      {
        accounts[position].entryMarks.store = terms.keeper.folder(of: keyring)
      }
    }
  }

  /// Prints one line. On a terminal every account has one; else only accounts that do not work.
  private func report(_ check: CheckResult) {
    if arguments.has(.json) { return }
    let isWatched = terms.result.columns != nil && !arguments.has(.quiet)
    guard isWatched || check.status != .ok else { return }
    let explanation = check.explanation(in: directory)
    let line = AccountSentence.line(check.account.name, AccountSentence.state(check.state, check.since), explanation)
    terms.result.line(line[terms.language], check.status == .ok ? .plain : .bad, indent: 2)
  }

  /// Returns the JSON document: schema 1, whose keys are in JSONReference.swift.
  private func document(_ checks: [CheckResult]) -> JSONValue {
    .object([
      "schema": JSONValue.schema,
      "accounts": .list(
        checks.map { check in
          let result = check.outcomes.map { JSONValue.result($0, language: terms.language) } ?? .null
          return .object(
            JSONValue.account(check.account, at: .now).merging([
              "tried": .flag(check.outcomes != nil), "result": result,
              "explanation": .optional(check.explanation(in: directory)?[terms.language]),
            ]) { $1 })
        }),
    ])
  }
}

extension SavedAccount {
  /// The provider, or else the host, at which logins are spaced.
  fileprivate var house: String { provider ?? imap.host.text }
}
