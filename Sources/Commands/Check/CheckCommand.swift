// `setup check`: verifies saved accounts again. It suits cron: it prints nothing and returns 0 if all accounts work.

import AccountStore
import Catalog
import CommandLine
import Documents
import Operations
import Output
import Posix
import Sentences
import Terminal
import Vocabulary

struct CheckCommand {
  let arguments: Arguments
  let context: CommandContext
  let directory: ProviderDirectory
  /// The options of the call, which apply to every account.
  let input: AccountInput
  /// Seconds between two logins at the same provider. Several logins in quick succession look like an attempt to guess
  /// a password.
  private static let distance = 2.0

  init(arguments: Arguments, context: CommandContext) throws(CommandError) {
    (self.arguments, self.context) = (arguments, context)
    directory = try context.directory(arguments)
    input = try AccountInput(arguments, directory)
  }

  /// Checks the accounts one after another. With names, it checks exactly these. Without names, it skips accounts that
  /// are paused, that have no secret, or that another refusal could lock.
  func run() throws(CommandError) -> ExitStatus {
    let saved = context.accounts
    let isNamed = !arguments.words.isEmpty
    let accounts = try operation(isNamed ? saved.named(arguments.words) : saved.all())
    var visited: [String: Deadline] = [:]
    var checks: [CheckResult] = []
    var notRecorded: CommandError?
    for account in accounts {
      if context.interrupt.isRaised { break }
      let check: CheckResult
      if let reason = isNamed ? nil : reasonToLeave(account) {
        check = CheckResult(account, reason)
      } else {
        // Accounts at other providers do not wait.
        if let next = visited[account.group], !pause(until: next) { break }
        check = try verify(account)
        visited[account.group] = .after(seconds: Self.distance)
        if context.interrupt.isRaised { break }
        // If the date of a check cannot be written, the other accounts are still checked.
        do throws(CommandError) { try record(check, saved) } catch { notRecorded = error }
      }
      checks.append(check)
      report(check)
    }
    if arguments.has(.json) { context.console.show(document(checks)) }
    if let notRecorded { context.console.complain(notRecorded) }
    let statuses = checks.map(\.status)
    return (ExitStatus.worstFirst + [.noInput]).first(where: statuses.contains) ?? notRecorded?.status ?? .ok
  }

  private func reasonToLeave(_ account: SavedAccount) -> CheckResult.Left? {
    if account.isPaused { return .paused }
    if account.secret == nil { return .noSecretKept }
    return account.mustWait(at: .now) ? .risky : nil
  }

  /// Waits until `deadline`. Returns `false` if a signal interrupts the wait.
  private func pause(until deadline: Deadline) -> Bool {
    do throws(Wait.End) {
      _ = try Wait.any([], until: deadline, or: context.interrupt)
      return true
    } catch {
      return error == .deadline
    }
  }

  /// Reads the secret and verifies the account. A secret that is not available is a result of its own, because no login
  /// was tried.
  private func verify(_ account: SavedAccount) throws(CommandError) -> CheckResult {
    let about: AccountInput
    do throws(OperationError) {
      about = try input.about(account, in: directory)
    } catch {
      return CheckResult(account, unsafe: CommandError(error))
    }
    if let takeover = directory.takeover(by: about.provider, of: account.address) { context.console.warn(takeover) }
    if let foreign = account.unagreedServers(since: account, in: directory) {
      return CheckResult(account, unagreed: .unnamedServers(foreign, call: ShellCall.text(account.naming(in: arguments))))
    }
    do throws(OperationError) {
      return try account.signIn.oauth == nil
        ? verify(account, about, context.stored(directory).read(account)) : verifyTokens(of: account, about)
    } catch {
      switch error {
      case .system, .noTrustStore, .unusableFile, .cannotWrite, .demo, .noUserName: throw CommandError(error)
      case _: return CheckResult(account, error)
      }
    }
  }

  private func verify(_ account: SavedAccount, _ about: AccountInput, _ secret: Secret) throws(OperationError) -> CheckResult {
    let verifier = try AccountVerifier(
      about, account.address, context.options, context.networks, version: Version.number, notify: context.notify())
    defer { verifier.stop() }
    return CheckResult(account, try verifier.verify(account.settings, verifier.cleaned(secret), group: 0))
  }

  /// A saved token may have been revoked, so a refused one is replaced once.
  private func verifyTokens(of account: SavedAccount, _ about: AccountInput) throws(OperationError) -> CheckResult {
    let tokens = context.tokens(directory)
    let issued = try tokens.token(of: account)
    let check = try verify(account, about, issued.token)
    guard !issued.isFresh, check.verification?.diagnosis?.causes.first == .tokenExpired, !context.interrupt.isRaised else { return check }
    return try verify(account, about, tokens.token(of: account, insteadOf: issued.token).token)
  }

  private func record(_ check: CheckResult, _ saved: SavedAccounts) throws(CommandError) {
    let isVerified = check.status == .ok && check.verification != nil
    try operation(saved.record(check.account.lastCheck, of: check.account, isVerified: isVerified))
  }

  /// Prints one line. On a terminal every account has one; else only accounts that do not work.
  private func report(_ check: CheckResult) {
    if arguments.has(.json) { return }
    let screen = context.console.result
    let isWatched = screen.columns != nil && !arguments.has(.quiet)
    guard isWatched || check.status != .ok else { return }
    let explanation = check.explanation(in: directory)
    let line = AccountSentence.line(check.account.name, AccountSentence.state(check.state, check.since), explanation)
    screen.line(line[context.console.language], check.status == .ok ? .plain : .bad, indent: 2)
  }

  /// Returns the JSON document: schema 1, whose keys are in JSONReference.swift.
  private func document(_ checks: [CheckResult]) -> JSONValue {
    let language = context.console.language
    return .object([
      "schema": JSONValue.schema,
      "accounts": .list(
        checks.map { check in
          let result = check.verification.map { JSONValue.result($0, language: language) } ?? .null
          return .object(
            JSONValue.account(check.account, at: .now).merging([
              "tried": .flag(check.verification != nil), "result": result,
              "explanation": .optional(check.explanation(in: directory)?[language]),
            ]) { $1 })
        }),
    ])
  }
}

extension SavedAccount {
  /// The provider, or else the host, at which logins are spaced.
  fileprivate var group: String { provider ?? imap.host.text }
}
