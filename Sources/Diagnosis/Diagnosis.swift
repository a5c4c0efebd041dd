// From the servers' replies to the likely causes and the steps of the guide that resolve them. Pure functions: no
// network, no clock.

import Catalog
import Vocabulary

package struct Diagnosis: Sendable, Equatable {
  /// The side whose failure decides the result; `failure` is that failure.
  package let mailProtocol: MailProtocol
  package let failure: SessionFailure
  /// The outcome of the verification.
  package let outcome: Outcome
  /// Most likely first. Empty only if the user or a signal ended the session.
  package let causes: [Cause]
  /// Positions in the provider's guide of the steps that resolve the likely causes, ascending, each with the steps that lead
  /// to it from the page where the user begins. Without the administrator's.
  package let steps: [Int]
  /// The position of the step that resolves each of the likely causes.
  package let stepForCause: [Cause: Int]
  /// Whether the provider has further servers to try, because these refused the login.
  package let offersNextServers: Bool
  /// The side that succeeded, if there is one.
  package let fine: MailProtocol?
  /// Whether a server accepted the secret. The secret is then right, whatever else is wrong.
  package let isSecretRight: Bool
  /// Whether the server that decides the result accepted the login, so that the failure came after it.
  package let isLoginRight: Bool
  /// Whether another try right now, at either server, may lock the account.
  package let risksLockout: Bool
  /// Whether only an administrator can resolve the cause: the mailbox belongs to an organization.
  package let needsAdministrator: Bool

  /// `nil` if nothing failed.
  package init?(_ evidence: Evidence, provider: Provider?, hasNextServers: Bool = false) {
    let judged = MailProtocol.allCases.compactMap { side in
      evidence[side].map { Self.judge($0, side, provider, evidence) }
    }
    // If both sides fail, the result that is worse for the user decides. Exhaustion of this computer's resources comes
    // first: without memory or descriptors the other session can fail for any apparent reason.
    func rank(_ judgement: Judgement) -> (Int, Int) { (judgement.failure.isExhaustion ? 0 : 1, judgement.outcome.rank) }
    guard let worse = judged.min(by: { rank($0) < rank($1) }) else { return nil }
    let other = judged.first { $0.side != worse.side }
    let (leader, causes) =
      other.map { WeighingRule.weigh(worse, $0, hasOneSwitch: provider?.protocolSwitch == .one) } ?? (worse, worse.causes)
    (mailProtocol, failure) = (leader.side, leader.failure)
    self.causes = causes
    // A script goes by what is worse for the user, whichever side explains it: a refused password is not tried again later
    // because the other server was busy.
    let said = Outcome(leader.failure, causes)
    outcome = other == nil || said.rank <= worse.outcome.rank ? said : worse.outcome
    let toMend = Self.toMend(Array(causes.prefix(Self.likely)), evidence, leader.side)
    stepForCause = provider.map { Self.steps(for: toMend, in: $0) } ?? [:]
    let stepForCause = stepForCause
    steps =
      provider.map { provider in
        let own = stepForCause.values.filter { provider.steps[$0].part != .administrator }
        return Set(own.flatMap { Self.path(to: $0, in: provider) }).sorted()
      } ?? []
    offersNextServers = hasNextServers && leader.failure.isLoginRefusal && causes.contains { Self.doubtsServer.contains($0) }
    fine = evidence[leader.side.other] == nil ? leader.side.other : nil
    isLoginRight = evidence.hasAcceptedSecret(leader.side)
    isSecretRight =
      MailProtocol.allCases.contains(where: evidence.hasAcceptedSecret)
      && !judged.contains { $0.causes.contains(where: CircumstanceRule.blamesSecret.contains) }
    risksLockout = judged.contains { $0.causes.contains(where: Self.lockouts.contains) }
    needsAdministrator =
      provider?.category != .personal && causes.first.map(Self.needAdministrator.contains) == true
      || Self.switches.contains { stepForCause[$0].map { provider?.steps[$0].part == .administrator } ?? false }
  }

  /// The number of causes that are likely enough to act on. The others are only for programs.
  package static let likely = 3

  private static let lockouts: Set<Cause> = [.rateLimited, .accountLockedOrSuspended]
  /// Causes whose step may be the administrator's.
  private static let switches: [Cause] = [.imapDisabled, .smtpDisabled, .adminDisabled]
  private static let needAdministrator: Set<Cause> = [.adminDisabled, .noMailboxOrLicense, .planDoesNotIncludeIMAP]

  /// Causes that a wrong pair of servers can produce too.
  private static let doubtsServer: Set<Cause> = [
    .appPasswordRequired, .wrongPassword, .codeExpiredOrRevoked, .wrongServerOrPort, .wrongUsernameForm, .noMailboxOrLicense, .unknown,
  ]

  /// Returns the causes of one side, and how strong they are.
  private static func judge(_ failure: SessionFailure, _ side: MailProtocol, _ provider: Provider?, _ evidence: Evidence) -> Judgement {
    let (said, strength) = causes(of: failure, side, provider, evidence)
    var causes = CircumstanceRule.all.reduce(said) { causes, rule in
      // What the server itself names stands, whatever the other server did.
      if strength == .named, rule.circumstance.isAboutAcceptance { return causes }
      return rule.circumstance.holds(side, evidence, provider) ? rule.applied(to: causes, side) : causes
    }
    if causes.isEmpty, !said.isEmpty { causes = [.unknown] }
    if case .tokenRefused = failure.cause {
      let isGood = Circumstance.secretAcceptedByOther.holds(side, evidence, provider)
      causes = TokenRule.causes(causes, of: failure, at: side, isAcceptedByOther: isGood)
    } else if evidence.usesToken {
      causes = TokenRule.causesAfterLogin(causes)
    }
    return Judgement(side: side, failure: failure, causes: causes, strength: strength)
  }

  /// Returns the causes of this failure alone, without circumstances.
  private static func causes(
    of failure: SessionFailure, _ side: MailProtocol, _ provider: Provider?, _ evidence: Evidence
  ) -> (causes: [Cause], strength: Judgement.Strength) {
    let silence: Judgement.Strength = failure.isUnreached ? .unreached : failure.tellsWhatItTakes ? .named : .broken
    // The name server hides a server of the list: nothing is wrong with the servers.
    let isHidden = failure.outcome == .noSuchHost && evidence.listed.contains(side)
    let silent = isHidden ? [.networkProblem] : failure.causesWithoutWords(isOwn: evidence.ownServers.contains(side))
    if let hint = failure.replyInClear {
      let said = NormalizedReply(hint, side, stage: .greeting, charset: provider?.session.charset)
      return ((known(said, provider, side) ?? []) + silent, silence)
    }
    // The reply to STARTTLS arrives unencrypted, so its text is not trusted: the encryption failed, whatever the reply
    // says.
    guard let reply = failure.reply, failure.outcome != .startTLSRefused else { return (silent, silence) }
    let said = NormalizedReply(reply, side, stage: failure.stage, charset: provider?.session.charset)
    let causes = known(said, provider, side) ?? failure.causesOfUnknownWords
    let isGuess = causes.contains(.wrongPassword) || causes == [.unknown]
    let strength: Judgement.Strength = !isGuess ? .named : provider?.rule(for: said) == nil ? .bare : .usual
    // A server that has accepted the secret does not blame it. The exception is a server known to the catalog for
    // accepting any secret.
    guard failure.secret.accepted != nil, provider?.rule(for: said) == nil else { return (causes, strength) }
    let others = causes.filter { !CircumstanceRule.blamesSecret.contains($0) }
    return (others.isEmpty ? [.unknown] : others, strength)
  }

  /// The provider's own rules come before the general ones. Among them the longest match wins, because short ones are
  /// contained in longer ones with another meaning.
  private static func known(_ said: NormalizedReply, _ provider: Provider?, _ side: MailProtocol) -> [Cause]? {
    let best = provider?.rule(for: said)
    // What a reply quotes is the reason for what it says itself.
    if best == nil, let quoted = said.quoted, let causes = known(quoted, provider, side) { return causes }
    if let best {
      // This provider always answers "535 Error: authentication failed"; any further text in the reply says more.
      let isGuess = said.moment == .login && best.causes.count > 1 && best.causes.contains(.wrongPassword)
      return isGuess ? GeneralRule.named(in: said.without(best.match)) ?? best.causes : best.causes
    }
    guard var causes = GeneralRule.causes(of: said) else { return nil }
    // A personal mailbox has no administrator.
    if causes.count > 1, provider?.category == .personal { causes.removeAll { $0 == .adminDisabled } }
    // If the provider requires a generated secret and refuses the account password, the account password is the usual
    // mistake.
    let wantsGenerated = provider.map { $0.secret.isGenerated && $0.secret.accountPassword == .refused } ?? false
    let isNamed = GeneralRule.named(in: said) != nil
    // Where the account's own password is the secret, there is no other.
    if let secret = provider?.secret, secret.kind == .accountPassword, !isNamed, causes.count > 1 {
      causes.removeAll { $0 == .appPasswordRequired }
    }
    // Nothing can be switched off where the provider has no switch.
    if let provider, !isNamed, causes.count > 1, !provider.hasSwitch(for: side) {
      causes.removeAll { $0 == .imapDisabled || $0 == .smtpDisabled }
    }
    return wantsGenerated && !isNamed && causes.first == .wrongPassword ? causes.promoting(.appPasswordRequired) : causes
  }

  /// Returns the causes whose steps the user should follow. For `.unknown` these are the steps most often forgotten, in
  /// the order to check, without those that a server has shown to be done.
  private static func toMend(_ causes: [Cause], _ evidence: Evidence, _ side: MailProtocol) -> [Cause] {
    let open = MailProtocol.allCases.filter { evidence[$0] != nil && !evidence.hasAcceptedSecret($0) }
    let switches: [Cause] = evidence.hasAcceptedSecret(side) ? [] : open.map { $0 == .imap ? .imapDisabled : .smtpDisabled }
    let secrets: [Cause] =
      MailProtocol.allCases.contains(where: evidence.hasAcceptedSecret)
      ? [] : [.appPasswordRequired, .codeExpiredOrRevoked]
    return causes.flatMap { $0 == .unknown ? switches + secrets : [$0] }
  }

  /// Returns the positions of the steps from the one that opens a page to the one at `position`, within its part of the
  /// guide.
  private static func path(to position: Int, in provider: Provider) -> [Int] {
    let part = provider.steps[position].part
    let start = provider.steps.indices.last { $0 <= position && provider.steps[$0].part == part && provider.steps[$0].url != nil }
    let first = provider.steps.firstIndex { $0.part == part } ?? position
    return Array((start ?? first)...position)
  }

  /// Returns the position of the first step that resolves each cause.
  private static func steps(for causes: [Cause], in provider: Provider) -> [Cause: Int] {
    var found: [Cause: Int] = [:]
    for cause in causes { found[cause] = provider.steps.firstIndex { $0.solves.contains(cause) } }
    return found
  }
}

extension Provider {
  /// Returns the provider's own rule with the longest match, or `nil` if none applies.
  func rule(for said: NormalizedReply) -> ReplyRule? {
    replies.filter { rule in
      (rule.mailProtocol == nil || rule.mailProtocol == said.mailProtocol)
        && (rule.moment == .any || rule.moment == said.moment) && said.contains(rule.match)
    }.max { $0.match.count < $1.match.count }
  }
}

extension SessionFailure {
  /// Whether the server said before the login which logins it takes.
  fileprivate var tellsWhatItTakes: Bool {
    switch cause {
    case .needsOAuth, .loginDisabled, .noMechanism, .takesNoToken, .takesNoUTF8: true
    case .net, .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .serverUnavailable, .temporary,
      .refused, .tokenRefused, .cannotVerify:
      false
    }
  }
}

extension Judgement {
  /// The outcome of this side alone.
  fileprivate var outcome: Outcome { Outcome(failure, causes) }
}

extension Circumstance {
  /// Whether this is that the other server accepted the secret.
  fileprivate var isAboutAcceptance: Bool { self == .secretAcceptedByOther || self == .secretAcceptedWithoutSwitch }
}

extension [Cause] {
  /// Returns the list with `cause` moved to the front if it is in it.
  fileprivate func promoting(_ cause: Cause) -> [Cause] {
    contains(cause) ? [cause] + filter { $0 != cause } : self
  }
}
