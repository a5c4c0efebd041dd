// What else is known about a failure, and how that changes what is behind it.

import Catalog
import Vocabulary

/// A fact beside the server's words. Each has one row in `CircumstanceRule.all`.
enum Circumstance: CaseIterable {
  /// The other server accepted the same secret.
  case secretAcceptedByOther
  /// The secret does not have the shape the provider's have: it is probably the password for the web.
  case secretOfOtherShape
  /// It has: then it is not the password for the web.
  case secretOfRightShape
  /// The user name is not written as the provider wants it.
  case usernameOfOtherForm
  case usernameOfRightForm
  /// A token mechanism was on offer beside the passwords.
  case tokensOffered
  /// The greeting names a host of somebody else: the connection was redirected, or the name points elsewhere.
  case greetedByOtherHost
  /// This server could not be reached while the other was: the port is blocked on the way, as 465 in many networks.
  case unreachedBesideOther
  /// The certificate is for hosts of the same owner: the right house, the wrong door.
  case certificateOfSameOwner
  /// It is for strangers, though the catalog names this server: somebody answers in its place.
  case certificateOfStranger

  /// Whether it is so for this side.
  func holds(_ side: MailProtocol, _ findings: Evidence, _ provider: Provider?) -> Bool {
    guard let failure = findings[side] else { return false }
    switch self {
    case .secretAcceptedByOther: return failure.secret.accepted == nil && findings.hasAcceptedSecret(side.other)
    case .secretOfOtherShape: return findings.secretFits == false
    case .secretOfRightShape: return findings.secretFits == true
    case .usernameOfOtherForm: return findings.usernameFits[side] == false
    case .usernameOfRightForm: return findings.usernameFits[side] == true
    case .tokensOffered: return findings.offered[side]?.contains(where: Self.isToken) ?? false
    case .greetedByOtherHost: return findings.hosts[side].map { !Self.haveSameOwner($0.asked.text, $0.greeted.text) } ?? false
    // Of a server that this computer had nothing left to ask with nothing is known.
    case .unreachedBesideOther: return failure.isUnreached && !(findings[side.other].map { $0.isUnreached || $0.isExhaustion } ?? false)
    case .certificateOfSameOwner: return Self.names(failure).contains { Self.isOf($0, provider) }
    case .certificateOfStranger:
      let names = Self.names(failure)
      return provider?.servers.isEmpty == false && !names.isEmpty && !names.contains { Self.isOf($0, provider) }
    }
  }

  /// RFC 7628 and its predecessor, as a mechanism or as a capability.
  private static func isToken(_ offer: String) -> Bool {
    offer.uppercased().split { $0 == " " || $0 == "=" }.contains { $0 == "XOAUTH2" || $0 == "OAUTHBEARER" }
  }

  private static func names(_ failure: SessionFailure) -> [String] {
    guard case .net(.tls(.wrongName(let found, _))) = failure.cause else { return [] }
    return found.map(\.text)
  }

  private static func isOf(_ name: String, _ provider: Provider?) -> Bool {
    (provider?.servers ?? []).contains { group in (group.imap + group.smtp).contains { haveSameOwner(name, $0.host) } }
  }

  /// The last two labels, three below such as com.cn: enough to tell a provider's hosts from a stranger's.
  private static func haveSameOwner(_ left: String, _ right: String) -> Bool { owner(left) == owner(right) }

  private static func owner(_ host: String) -> String {
    let labels = host.lowercased().split(separator: ".")
    let isCountry = labels.last?.count == 2 && labels.dropLast().last.map { $0.count <= 3 } ?? false
    return labels.suffix(isCountry ? 3 : 2).joined(separator: ".")
  }
}

extension MailProtocol {
  var other: MailProtocol { self == .imap ? .smtp : .imap }
}

extension SessionFailure {
  /// Nothing answered at the port.
  var isUnreached: Bool {
    switch outcome {
    case .unreachable, .connectTimeout: true
    case .refused, .timedOut, .closedEarly: stage == .connect
    case .noSuchHost, .dnsFailed, .interrupted, .notTLS, .tlsTooOld, .tlsFailed, .truncated, .certificateWrongName, .certificateExpired,
      .certificateNotYetValid, .certificateUntrusted, .certificateSelfSigned, .certificateWeak, .certificateWrongPurpose, .noTrustStore,
      .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .serverUnavailable, .temporary, .loginDisabled,
      .noMechanism, .needsOAuth, .cannotVerify, .system:
      false
    }
  }
}
