// From what the servers said to what is behind it and which step of the guide mends it. Pure: no network, no clock.

import Vocabulary

/// What is known when a verification has ended.
package struct Findings: Sendable {
  package var imap: SessionFailure?
  package var smtp: SessionFailure?
  /// Whether the secret has the provider's shape; nil where the catalog does not know it.
  package var secretFits: Bool?

  package init(imap: SessionFailure?, smtp: SessionFailure?, secretFits: Bool? = nil) {
    self.imap = imap
    self.smtp = smtp
    self.secretFits = secretFits
  }

  package subscript(mailProtocol: MailProtocol) -> SessionFailure? {
    switch mailProtocol {
    case .imap: imap
    case .smtp: smtp
    }
  }
}

package struct Diagnosis: Sendable, Equatable {
  /// The failure that decides, and whose it is.
  package let mailProtocol: MailProtocol
  package let failure: SessionFailure
  /// Most likely first; empty where the failure speaks for itself (network, name, certificate).
  package let causes: [Cause]
  /// Positions in the provider's guide of the steps that mend the causes, in the order of the causes.
  package let steps: [Int]
  /// Whether the provider has further servers to try, because these refused the login.
  package let offersNextServers: Bool

  /// nil when nothing failed.
  package init?(_ findings: Findings, provider: Provider?, hasNextServers: Bool = false) {
    let failed = MailProtocol.allCases.compactMap { side in findings[side].map { (side, $0) } }
    let charset = provider?.session.charset
    let judged = failed.map { side, failure in
      (side, failure, Self.causes(of: failure, side, provider, charset, findings))
    }
    // Where both fail, the worse for the user decides.
    guard let worst = judged.min(by: { Verdict($0.1, $0.2).rank < Verdict($1.1, $1.2).rank }) else { return nil }
    (mailProtocol, failure) = (worst.0, worst.1)
    let other = judged.first { $0.0 != worst.0 }
    var causes = worst.2
    if let other, Self.isLoginRefusal(worst.1), Self.isLoginRefusal(other.1) {
      // What explains both refusals comes first.
      causes = causes.filter(other.2.contains) + causes.filter { !other.2.contains($0) }
    }
    self.causes = causes
    steps = provider.map { provider in Self.steps(for: causes, in: provider) } ?? []
    offersNextServers = hasNextServers && Self.isLoginRefusal(worst.1) && causes.contains { Self.doubtsServer.contains($0) }
  }

  /// Causes behind which a wrong pair of servers may stand.
  private static let doubtsServer: Set<Cause> = [
    .appPasswordRequired, .wrongPassword, .codeExpiredOrRevoked, .wrongServerOrPort, .wrongUsernameForm, .noMailboxOrLicense, .unknown,
  ]

  /// Causes that cannot be if the other server has accepted the same secret.
  private static let blamesSecret: Set<Cause> = [.appPasswordRequired, .wrongPassword, .codeExpiredOrRevoked, .twoFactorRequired]

  private static func isLoginRefusal(_ failure: SessionFailure) -> Bool { failure.stage == .login && failure.outcome == .refused }

  private static func causes(
    of failure: SessionFailure, _ side: MailProtocol, _ provider: Provider?, _ charset: Charset?, _ findings: Findings
  ) -> [Cause] {
    // What is said to STARTTLS is said in clear: whatever the words are, it is the encryption that failed.
    guard let reply = failure.reply, failure.outcome != .startTLSRefused else { return causes(without: failure) }
    let said = ReplyWords(reply, side, stage: failure.stage, charset: charset)
    guard var causes = known(said, provider) else { return causes(ofUnknownWords: failure) }
    if findings.secretFits == false { causes = causes.promoting(.appPasswordRequired) }
    let otherSide: MailProtocol = side == .imap ? .smtp : .imap
    if failure.stage == .login, acceptedSecret(findings[otherSide]) {
      let innocent = causes.filter { !blamesSecret.contains($0) }
      if !innocent.isEmpty { causes = innocent }
    }
    return causes
  }

  /// The provider's own words go before the general rules; among them the longest match wins, because short ones are
  /// contained in longer ones that mean something else.
  private static func known(_ said: ReplyWords, _ provider: Provider?) -> [Cause]? {
    let own = (provider?.replies ?? []).filter { rule in
      (rule.mailProtocol == nil || rule.mailProtocol == said.mailProtocol)
        && (rule.moment == .any || rule.moment == said.moment) && said.contains(rule.match)
    }
    if let best = own.max(by: { $0.match.count < $1.match.count }) { return best.causes }
    guard var causes = GeneralRule.all.first(where: { $0.fits(said) })?.causes else { return nil }
    // A personal mailbox has no administrator to blame.
    if causes.count > 1, provider?.category == .personal { causes.removeAll { $0 == .adminDisabled } }
    // The guide knows that a generated secret is wanted: then the account password is the usual mistake.
    let wantsGenerated = provider.map { $0.secret.isGenerated && $0.secret.accountPassword == .refused } ?? false
    return wantsGenerated && causes.first == .wrongPassword ? causes.promoting(.appPasswordRequired) : causes
  }

  /// Whether a session with this end had its login accepted.
  private static func acceptedSecret(_ failure: SessionFailure?) -> Bool {
    guard let failure else { return true }
    switch failure.stage {
    case .list, .inbox, .sender: return true
    case .resolve, .connect, .tls, .greeting, .capability, .ehlo, .id, .login: return false
    }
  }

  /// What is left where no rule knows the words.
  private static func causes(ofUnknownWords failure: SessionFailure) -> [Cause] {
    switch failure.outcome {
    case .refused: [.unknown]
    case .temporary: [.temporaryServerError]
    case .serverUnavailable, .noSuchHost, .dnsFailed, .unreachable, .connectTimeout, .closedEarly, .timedOut, .interrupted, .notTLS,
      .tlsTooOld, .tlsFailed, .truncated, .certificateWrongName, .certificateExpired, .certificateNotYetValid, .certificateUntrusted,
      .certificateSelfSigned, .certificateWeak, .certificateWrongPurpose, .noTrustStore, .noStartTLS, .startTLSRefused, .tampered,
      .notThisProtocol, .brokenReply, .tooMuch, .loginDisabled, .noMechanism, .needsOAuth, .cannotVerify, .system:
      []
    }
  }

  /// Failures in which the server refused nothing.
  private static func causes(without failure: SessionFailure) -> [Cause] {
    switch failure.outcome {
    case .needsOAuth: [.oauthRequired]
    case .loginDisabled, .noMechanism: [.authMechanismUnsupported]
    case .notTLS, .notThisProtocol: [.wrongServerOrPort]
    case .certificateWrongName: [.wrongServerOrPort, .tlsProblem]
    case .tlsTooOld, .tlsFailed, .truncated, .certificateExpired, .certificateNotYetValid, .certificateUntrusted, .certificateSelfSigned,
      .certificateWeak, .certificateWrongPurpose, .noTrustStore, .noStartTLS, .startTLSRefused, .tampered:
      [.tlsProblem]
    case .noSuchHost: [.wrongServerOrPort]
    case .dnsFailed, .refused, .unreachable, .connectTimeout, .closedEarly, .timedOut, .interrupted, .brokenReply, .tooMuch,
      .serverUnavailable, .temporary, .cannotVerify, .system:
      []
    }
  }

  /// The first step that mends each cause; a step is named once.
  private static func steps(for causes: [Cause], in provider: Provider) -> [Int] {
    var found: [Int] = []
    for cause in causes {
      if let position = provider.steps.firstIndex(where: { $0.solves.contains(cause) }), !found.contains(position) {
        found.append(position)
      }
    }
    return found
  }
}

extension [Cause] {
  /// The same list with `cause`, if it is in it, in front.
  fileprivate func promoting(_ cause: Cause) -> [Cause] {
    contains(cause) ? [cause] + filter { $0 != cause } : self
  }
}
