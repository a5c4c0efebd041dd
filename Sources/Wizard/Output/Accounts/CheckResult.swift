// What came of checking one saved account.

import AccountStore
import Catalog
import Posix
import Sentences
import Vocabulary

struct CheckResult {
  /// As it is after the check.
  private(set) var account: SavedAccount
  /// nil where no login was tried.
  private(set) var outcomes: VerificationResult?
  private let end: End

  /// Why an account that was not named was left out.
  enum Left { case paused, noSecretKept, risky }

  private enum End {
    case left(Left)
    case noSecret(CommandError)
    case noAuthority(CommandError)
    case verified
  }

  init(_ account: SavedAccount, _ reason: Left) { (self.account, end) = (account, .left(reason)) }

  /// The secret could not be had. Whether the one before may be tried again is as it was.
  init(_ account: SavedAccount, _ fault: CommandError) {
    (self.account, end) = (account, .noSecret(fault))
    // Without a place for it there is nothing that could have failed.
    guard account.secret != nil else { return }
    self.account.lastCheck = LastCheck(
      time: .now, verdict: .incomplete, cause: nil, isRisky: account.lastCheck?.isRisky ?? false)
  }

  /// The file of its authority cannot be used, so no server could be trusted.
  init(_ account: SavedAccount, unsafe fault: CommandError) {
    (self.account, end) = (account, .noAuthority(fault))
    self.account.lastCheck = LastCheck(
      time: .now, verdict: .insecure, cause: nil, isRisky: account.lastCheck?.isRisky ?? false)
  }

  init(_ account: SavedAccount, _ outcomes: VerificationResult) {
    (self.account, self.outcomes, end) = (account, outcomes, .verified)
    self.account.lastCheck = LastCheck(outcomes)
  }

  var state: AccountState {
    if case .noSecret = end { return .noSecret }
    return account.state(at: .now)
  }

  /// The date that belongs to the state, where it is not this very moment.
  var since: Timestamp? {
    if case .left = end { account.lastCheck?.time } else { nil }
  }

  /// What the account counts for in the status of the whole run.
  var status: ExitStatus {
    switch end {
    case .left(.paused): .ok
    // Whoever wants it left out says so by pausing it.
    case .left(.noSecretKept): .noInput
    case .left(.risky): account.lastCheck?.verdict == .temporary ? .temporary : .refused
    case .noSecret, .noAuthority: .noInput
    case .verified: outcomes.map { ExitStatus($0) } ?? .ok
    }
  }

  /// What is behind the state, and what to do; nil where all is well.
  func explanation(in directory: ProviderDirectory) -> Text? {
    switch end {
    case .left(.paused): CheckSentence.isPaused
    case .left(.noSecretKept): CheckSentence.noSecretKept
    case .left(.risky):
      joined([headline(in: directory), CheckSentence.waits(ShellCall.quoted(account.name.text), account.lastCheck?.verdict == .temporary)])
    case .noSecret(let fault), .noAuthority(let fault):
      joined([CommandErrorSentence.text(fault).error, CommandErrorSentence.text(fault).hint])
    case .verified:
      outcomes?.diagnosis.map { diagnosis in
        joined([
          FailureSentence.text(
            diagnosis.failure, at: outcomes?[diagnosis.mailProtocol].endpoint ?? account.imap, isSecretRight: diagnosis.isSecretRight),
          headline(in: directory),
        ])
      }
    }
  }

  private func headline(in directory: ProviderDirectory) -> Text? {
    account.lastCheck?.cause.map { CauseSentence($0, account.context(in: directory)).headline }
  }

  private func joined(_ texts: [Text?]) -> Text {
    let texts = texts.compactMap { $0 }
    return Text(texts.map(\.english).joined(separator: " "), texts.map(\.simplifiedChinese).joined())
  }
}
