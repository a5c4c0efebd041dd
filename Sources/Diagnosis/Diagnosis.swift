// From what the servers said to what is behind it and which step of the guide mends it. Pure: no network, no clock.

import Catalog
import Vocabulary

package struct Diagnosis: Sendable, Equatable {
  /// The failure that decides, and whose it is.
  package let mailProtocol: MailProtocol
  package let failure: SessionFailure
  /// Most likely first; empty where the failure speaks for itself (network, name, certificate).
  package let causes: [Cause]
  /// Positions in the provider's guide of the steps that mend the causes, in the order of the causes.
  package let steps: [Int]
  /// The position of the step that mends each cause.
  package let stepForCause: [Cause: Int]
  /// Whether the provider has further servers to try, because these refused the login.
  package let offersNextServers: Bool
  /// The side that did all it was asked for, if there is one.
  package let fine: MailProtocol?
  /// Whether a server accepted the secret: then it is right, whatever else is wrong.
  package let isSecretRight: Bool
  /// Whether it was the server that decides: then it is no question of the login.
  package let isLoginRight: Bool
  /// Whether trying again at once may lock the account: at either server.
  package let risksLockout: Bool
  /// Whether somebody else has to mend it: an administrator at an organisation's mailbox.
  package let needsAdministrator: Bool

  /// nil when nothing failed.
  package init?(_ findings: Evidence, provider: Provider?, hasNextServers: Bool = false) {
    let judged = MailProtocol.allCases.compactMap { side in
      findings[side].map { (side: side, failure: $0, causes: Self.causes(of: $0, side, provider, findings)) }
    }
    // If both fail, the worse for the user decides. What this computer lacks comes first: without memory or descriptors the other
    // session can fail for any apparent reason.
    func rank(_ failure: SessionFailure, _ causes: [Cause]) -> (Int, Int) {
      (failure.isExhaustion ? 0 : 1, Outcome(failure, causes).rank)
    }
    guard let worst = judged.min(by: { rank($0.failure, $0.causes) < rank($1.failure, $1.causes) }) else { return nil }
    (mailProtocol, failure) = (worst.side, worst.failure)
    var causes = worst.causes
    if let other = judged.first(where: { $0.side != worst.side }), worst.failure.isLoginRefusal, other.failure.isLoginRefusal {
      causes = Self.agreed(causes, other.causes)
    }
    self.causes = causes
    let toMend = Self.toMend(causes, findings, worst.side)
    stepForCause = provider.map { Self.steps(for: toMend, in: $0) } ?? [:]
    var steps: [Int] = []
    for cause in toMend { if let step = stepForCause[cause], !steps.contains(step) { steps.append(step) } }
    self.steps = steps
    offersNextServers = hasNextServers && worst.failure.isLoginRefusal && causes.contains { Self.doubtsServer.contains($0) }
    fine = findings[worst.side.other] == nil ? worst.side.other : nil
    isLoginRight = findings.hasAcceptedSecret(worst.side)
    isSecretRight = MailProtocol.allCases.contains { side in
      let isDoubted = judged.contains { $0.side == side && $0.causes.contains(where: CircumstanceRule.blamesSecret.contains) }
      return findings.hasAcceptedSecret(side) && !isDoubted
    }
    risksLockout = judged.contains { $0.causes.contains(where: Self.lockouts.contains) }
    needsAdministrator = provider?.category != .personal && causes.first.map(Self.needAdministrator.contains) == true
  }

  private static let lockouts: Set<Cause> = [.rateLimited, .accountLockedOrSuspended]
  private static let needAdministrator: Set<Cause> = [.adminDisabled, .noMailboxOrLicense, .planDoesNotIncludeIMAP]

  /// Causes behind which a wrong pair of servers may stand.
  private static let doubtsServer: Set<Cause> = [
    .appPasswordRequired, .wrongPassword, .codeExpiredOrRevoked, .wrongServerOrPort, .wrongUsernameForm, .noMailboxOrLicense, .unknown,
  ]

  /// Of the whole account: one server naming it explains the other's refusal as well.
  private static let concernsAccount: Set<Cause> = [
    .appPasswordRequired, .codeExpiredOrRevoked, .twoFactorRequired, .oauthRequired, .accountLockedOrSuspended, .webLoginRequired,
    .rateLimited, .regionOrIPBlocked, .phoneBindingRequired, .planDoesNotIncludeIMAP, .passwordExpired, .passwordTooWeak, .termsNotAccepted,
    .wrongUsernameForm, .noMailboxOrLicense,
  ]

  /// What two refused logins have in common comes first; what the other names alone, before all guesses.
  private static func agreed(_ causes: [Cause], _ other: [Cause]) -> [Cause] {
    if causes.count > 1, other.count == 1, concernsAccount.contains(other[0]) { return other + causes.filter { $0 != other[0] } }
    return causes.filter(other.contains) + causes.filter { !other.contains($0) }
  }

  private static func causes(of failure: SessionFailure, _ side: MailProtocol, _ provider: Provider?, _ findings: Evidence) -> [Cause] {
    let said = causes(of: failure, side, provider)
    return CircumstanceRule.all.reduce(said) { causes, rule in
      rule.circumstance.holds(side, findings, provider) ? rule.applied(to: causes, side) : causes
    }
  }

  /// By this failure alone.
  private static func causes(of failure: SessionFailure, _ side: MailProtocol, _ provider: Provider?) -> [Cause] {
    // What is said to STARTTLS is said in clear: whatever the words are, it is the encryption that failed.
    guard let reply = failure.reply, failure.outcome != .startTLSRefused else { return failure.causesWithoutWords }
    let said = NormalizedReply(reply, side, stage: failure.stage, charset: provider?.session.charset)
    let causes = known(said, provider) ?? failure.causesOfUnknownWords
    // Who has accepted the secret does not mean it, but for servers of which the catalog knows that they say yes to any.
    guard failure.secret.accepted != nil, provider?.rule(for: said) == nil else { return causes }
    let others = causes.filter { !CircumstanceRule.blamesSecret.contains($0) }
    return others.isEmpty ? [.unknown] : others
  }

  /// The provider's own words go before the general rules; among them the longest match wins, because short ones are
  /// contained in longer ones that mean something else.
  private static func known(_ said: NormalizedReply, _ provider: Provider?) -> [Cause]? {
    if let best = provider?.rule(for: said) {
      // "535 Error: authentication failed" is what this provider always says; what it adds this time tells more.
      let isGuess = said.moment == .login && best.causes.count > 1 && best.causes.contains(.wrongPassword)
      return isGuess ? GeneralRule.named(in: said.without(best.match)) ?? best.causes : best.causes
    }
    guard var causes = GeneralRule.causes(of: said) else { return nil }
    // A personal mailbox has no administrator to blame.
    if causes.count > 1, provider?.category == .personal { causes.removeAll { $0 == .adminDisabled } }
    // The guide knows that a generated secret is wanted: then the account password is the usual mistake.
    let wantsGenerated = provider.map { $0.secret.isGenerated && $0.secret.accountPassword == .refused } ?? false
    let isNamed = GeneralRule.named(in: said) != nil
    return wantsGenerated && !isNamed && causes.first == .wrongPassword ? causes.promoting(.appPasswordRequired) : causes
  }

  /// What is worth doing about the causes; where they are unknown, what is most often forgotten, in the order to check, without
  /// what a server has shown to be well.
  private static func toMend(_ causes: [Cause], _ findings: Evidence, _ side: MailProtocol) -> [Cause] {
    let switches: [Cause] = findings.hasAcceptedSecret(side) ? [] : [.imapDisabled, .smtpDisabled]
    let secrets: [Cause] =
      MailProtocol.allCases.contains(where: findings.hasAcceptedSecret)
      ? [] : [.appPasswordRequired, .codeExpiredOrRevoked]
    return causes.flatMap { $0 == .unknown ? switches + secrets : [$0] }
  }

  /// The first step that mends each cause.
  private static func steps(for causes: [Cause], in provider: Provider) -> [Cause: Int] {
    var found: [Cause: Int] = [:]
    for cause in causes { found[cause] = provider.steps.firstIndex { $0.solves.contains(cause) } }
    return found
  }
}

extension Provider {
  /// The rule of its own that fits best.
  func rule(for said: NormalizedReply) -> ReplyRule? {
    replies.filter { rule in
      (rule.mailProtocol == nil || rule.mailProtocol == said.mailProtocol)
        && (rule.moment == .any || rule.moment == said.moment) && said.contains(rule.match)
    }.max { $0.match.count < $1.match.count }
  }
}

extension SessionFailure {
  fileprivate var isLoginRefusal: Bool { stage == .login && outcome == .refused }
}

extension [Cause] {
  /// The same list with `cause`, if it is in it, in front.
  fileprivate func promoting(_ cause: Cause) -> [Cause] {
    contains(cause) ? [cause] + filter { $0 != cause } : self
  }
}
