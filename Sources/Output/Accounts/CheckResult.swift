// The result of checking one saved account.

import AccountStore
import Catalog
import OAuth
import Operations
import Posix
import Sentences
import Vocabulary

package struct CheckResult {
  /// The account after the check, with the new `lastCheck`.
  package private(set) var account: SavedAccount
  /// The result of the login, or `nil` if none was tried.
  package private(set) var verification: VerificationResult?
  package let end: End

  /// Why a run without names skipped an account.
  package enum Left { case paused, noSecretKept, risky }

  /// How the check ended.
  package enum End {
    case left(Left)
    case noSecret(CommandError)
    /// The authorization server gave no token.
    case noToken(CommandError)
    case noAuthority(CommandError)
    case unagreed(CommandError)
    case verified
  }

  private init(_ account: SavedAccount, end: End) { (self.account, self.end) = (account, end) }

  package init(_ account: SavedAccount, _ reason: Left) { (self.account, end) = (account, .left(reason)) }

  /// The result if the secret is not available. The account keeps its mark that another refusal could lock it.
  package init(_ account: SavedAccount, _ fault: CommandError) {
    (self.account, end) = (account, .noSecret(fault))
    // If no secret is stored for the account, nothing has failed, so the last check stays.
    guard account.secret != nil else { return }
    self.account.lastCheck = LastCheck(
      time: .now, outcome: .incomplete, cause: nil, isRisky: account.lastCheck?.isRisky ?? false)
  }

  /// The result if there was no login, because the secret could not be had.
  package init(_ account: SavedAccount, _ error: OperationError) {
    guard let (outcome, cause) = error.meaningForSignIn else {
      self.init(account, CommandError(error))
      return
    }
    self.init(account, end: .noToken(CommandError(error)))
    self.account.lastCheck = LastCheck(time: .now, outcome: outcome, cause: cause, isRisky: false)
  }

  /// The result if the account's CA file cannot be used. This program then cannot trust any server.
  package init(_ account: SavedAccount, unsafe fault: CommandError) {
    (self.account, end) = (account, .noAuthority(fault))
    self.account.lastCheck = LastCheck(
      time: .now, outcome: .insecure, cause: nil, isRisky: account.lastCheck?.isRisky ?? false)
  }

  /// The result if the user has not agreed to the account's servers, which are not those of its address. It stays unchecked.
  package init(_ account: SavedAccount, unagreed fault: CommandError) { (self.account, end) = (account, .unagreed(fault)) }

  package init(_ account: SavedAccount, _ verification: VerificationResult) {
    (self.account, self.verification, end) = (account, verification, .verified)
    self.account.lastCheck = LastCheck(verification)
  }

  package var state: AccountState {
    if case .noSecret = end { return .noSecret }
    return account.state(at: .now)
  }

  /// The date of the state, or `nil` if the state is current.
  package var since: Timestamp? {
    if case .left = end { account.lastCheck?.time } else { nil }
  }

  /// Returns the cause of the state and the advice, or `nil` if the check succeeded.
  package func explanation(in directory: ProviderDirectory) -> Text? {
    switch end {
    case .left(.paused): CheckSentence.isPaused
    case .left(.noSecretKept): CheckSentence.noSecretKept(ShellWord.quoted(account.name.text))
    case .left(.risky):
      joined([headline(in: directory), CheckSentence.waits(ShellWord.quoted(account.name.text), account.lastCheck?.outcome == .temporary)])
    case .noSecret(let fault), .noToken(let fault), .noAuthority(let fault), .unagreed(let fault):
      joined([CommandErrorSentence.text(fault).error, CommandErrorSentence.text(fault).hint])
    case .verified:
      verification?.diagnosis.map { diagnosis in
        joined([
          FailureSentence.text(
            diagnosis.failure, at: verification?[diagnosis.mailProtocol].endpoint ?? account.imap, isSecretRight: diagnosis.isSecretRight,
            isListed: verification?.isListed(diagnosis.mailProtocol) == true),
          FailureSentence.hint(diagnosis.failure), headline(in: directory),
        ])
      }
    }
  }

  private func headline(in directory: ProviderDirectory) -> Text? {
    account.lastCheck?.cause.map { CauseSentence($0, account.context(in: directory)).headline }
  }

  private func joined(_ texts: [Text?]) -> Text { Text.sentences(texts.compactMap { $0 }) }
}

extension OperationError {
  /// What a failed request for a token says about the account. `nil` for every other error.
  fileprivate var meaningForSignIn: (Outcome, Cause?)? {
    switch self {
    case .signInExpired: (.refused, .tokenExpired)
    case .oauth(let refused): (refused.failure.outcome, refused.failure.causes.first)
    case _: nil
    }
  }
}
