// A saved account and its last check, made of a verification.

import AccountStore
import Vocabulary

extension SavedAccount {
  /// The account that `result` has verified just now.
  init(verified result: VerificationResult, name: AccountName, secret: SecretLocation?) {
    precondition(result.outcome == .verified, "only a verified account is saved")
    let (imap, smtp) = (result.report.imap, result.report.smtp)
    self.init(
      name: name, address: result.address, provider: result.provider?.id, imap: imap.endpoint, smtp: smtp.endpoint,
      imapUsername: imap.username, smtpUsername: smtp.username, authorityFile: result.authority?.path, signIn: result.signIn,
      secret: secret)
    lastCheck = LastCheck(result)
  }
}

extension LastCheck {
  /// The result of a verification that has ended now.
  package init(_ result: VerificationResult) {
    let diagnosis = result.diagnosis
    // If one server has accepted the secret, a further attempt cannot lock the account.
    let isRefused = result.outcome == .refused && diagnosis?.isSecretRight == false
    self.init(
      time: .now, outcome: result.outcome, cause: diagnosis?.causes.first, isRisky: isRefused || diagnosis?.risksLockout == true)
  }
}
