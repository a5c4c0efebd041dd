// Which of two failures explains the account, and what the other one adds to its causes.

import Vocabulary

/// The failure of one side with its causes.
struct Judgement: Sendable {
  let side: MailProtocol
  let failure: SessionFailure
  let causes: [Cause]
  let strength: Strength

  /// How much a failure says about its cause, from the least to the most.
  enum Strength: Sendable, CaseIterable {
    /// Nothing answered at the port.
    case unreached
    /// The session ended without a refusal: it was not secure, it broke off, or the server took part in it wrongly.
    case broken
    /// The server refused the login, in words that fit every cause or that nobody knows.
    case bare
    /// The server refused the login in the words that this provider has for everything. Its entry knows what they
    /// usually mean.
    case usual
    /// The words of the server name the cause.
    case named
  }
}

/// One row of the table: which side leads if it is as strong as `leader` and the other side as `other`.
struct WeighingRule: Sendable {
  let leader: Set<Judgement.Strength>
  let other: Set<Judgement.Strength>
  let addition: Addition

  /// What the causes of the other side add to those of the leader.
  enum Addition: Sendable {
    /// Nothing: they explain the other side only.
    case nothing
    /// They come behind.
    case behind
    /// Those that both sides have come first, because one mistake explains both refusals. The others are guesses.
    case commonFirst
    /// Those that both sides have come first, then what each of them names.
    case commonThenAll
  }

  /// The first row that fits decides, for the side that is worse for the user first (`Outcome.rank`).
  static let all: [WeighingRule] = [
    // Words that name the cause are knowledge, everything else is a guess. They go first whichever server said them.
    .init(leader: [.named], other: [.bare, .usual], addition: .behind),
    // The entry was written from what users of this provider met. The general guesses know nothing of it.
    .init(leader: [.usual], other: [.bare], addition: .behind),
    // Two refusals of the same strength: what explains both is likelier than two mistakes.
    .init(leader: [.bare], other: [.bare], addition: .commonFirst),
    .init(leader: [.usual], other: [.usual], addition: .commonFirst),
    .init(leader: [.named], other: [.named], addition: .commonThenAll),
    // A server that was reached tells more than one that was not. A port that is closed has a reason of its own.
    .init(leader: [.named, .usual, .bare], other: [.unreached], addition: .nothing),
    // Everything else is decided by what is worse for the user: the sides have failed for different reasons.
    .init(leader: Set(Judgement.Strength.allCases), other: Set(Judgement.Strength.allCases), addition: .nothing),
  ]

  /// Returns the side that leads, and the causes. `worse` decides the result if no row says otherwise. `hasOneSwitch` if IMAP
  /// and SMTP are switched on together, so that both causes for that are one.
  static func weigh(_ worse: Judgement, _ other: Judgement, hasOneSwitch: Bool) -> (leader: Judgement, causes: [Cause]) {
    for rule in all where rule.addition == .nothing || worse.isAboutLogin && other.isAboutLogin {
      for (first, second) in [(worse, other), (other, worse)]
      where rule.leader.contains(first.strength) && rule.other.contains(second.strength) {
        return (first, rule.addition.causes(of: first.causes, with: second.causes, hasOneSwitch))
      }
    }
    return (worse, worse.causes)
  }
}

extension Judgement {
  /// Whether the server answered the login, or said that it takes none of this kind.
  fileprivate var isAboutLogin: Bool { failure.stage == .login && strength != .broken && strength != .unreached }
}

extension WeighingRule.Addition {
  func causes(of first: [Cause], with second: [Cause], _ hasOneSwitch: Bool) -> [Cause] {
    func holds(_ causes: [Cause], _ cause: Cause) -> Bool {
      causes.contains { $0 == cause || hasOneSwitch && Self.off.contains($0) && Self.off.contains(cause) }
    }
    let further = second.filter { !holds(first, $0) && $0 != .unknown }
    let (common, own) = (first.filter { holds(second, $0) }, first.filter { !holds(second, $0) })
    return switch self {
    case .nothing: first
    case .behind: first + further
    case .commonFirst: common + own
    case .commonThenAll: common + own + further
    }
  }

  private static let off: Set<Cause> = [.imapDisabled, .smtpDisabled]
}
