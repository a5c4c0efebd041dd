// Facts beside a server's reply that change which causes are likely.

import Catalog
import Vocabulary

/// A fact known beside the server's reply. Each has one row in `CircumstanceRule.all`.
enum Circumstance: CaseIterable {
  /// The other server accepted the same secret, and the provider has a switch for this protocol.
  case secretAcceptedByOther
  /// The other server accepted the same secret, and nothing is known that could be switched off here.
  case secretAcceptedWithoutSwitch
  /// Mail clients sign in to this provider in a browser, and both servers refused the password.
  case passwordRefusedByBoth
  /// The secret does not have the shape of the provider's secrets: it is probably the password for the web.
  case secretOfOtherShape
  /// The secret has the shape of the provider's secrets, so it is not the password for the web.
  case secretOfRightShape
  /// The user name does not have the form that the provider expects.
  case usernameOfOtherForm
  case usernameOfRightForm
  /// The user name has the only form that the provider has.
  case usernameOfOnlyForm
  /// The server refused a token without a word about it, and the other server could not check tokens: neither can this one. Postfix
  /// answers 535 then, as Dovecot's authentication tells it to.
  case tokenNotChecked
  /// The server offered a token mechanism beside the password mechanisms.
  case tokensOffered
  /// The greeting names a host of another owner: the connection was redirected, or the name points elsewhere.
  case greetedByOtherHost
  /// This server could not be reached but the other could: the port is blocked on the way, as 465 is in many networks.
  case unreachedBesideOther
  /// The port of a server that the user has typed refused the connection, while the other server was reached.
  case refusedBesideOther
  /// The server said nothing at a port that begins with TLS, to a client that waited for its greeting in clear.
  case silentForSTARTTLS
  /// The certificate is for other hosts of the same owner: a wrong host name, not an intercepted connection.
  case certificateOfSameOwner
  /// The certificate is for hosts of other owners although the catalog lists this server: another machine answers in
  /// its place.
  case certificateOfStranger

  /// Returns whether this circumstance applies to `side`.
  func holds(_ side: MailProtocol, _ evidence: Evidence, _ provider: Provider?) -> Bool {
    guard let failure = evidence[side] else { return false }
    switch self {
    case .secretAcceptedByOther: return Self.isAccepted(evidence, side) && Self.maySwitchOff(failure, side, provider)
    case .secretAcceptedWithoutSwitch: return Self.isAccepted(evidence, side) && !Self.maySwitchOff(failure, side, provider)
    case .passwordRefusedByBoth:
      return provider?.secret.kind == .oauth && MailProtocol.allCases.allSatisfy { evidence[$0]?.isLoginRefusal == true }
    case .secretOfOtherShape: return evidence.secretFits == false
    case .secretOfRightShape: return evidence.secretFits == true
    case .usernameOfOtherForm: return evidence.usernameFits[side] == false
    case .usernameOfRightForm: return evidence.usernameFits[side] == true
    case .usernameOfOnlyForm: return evidence.usernameFits[side] == true && provider?.username[side].count == 1
    case .tokenNotChecked:
      guard case .tokenRefused(_, nil) = failure.cause, let other = evidence[side.other] else { return false }
      return other.stage == .login && other.outcome == .temporary
    case .tokensOffered: return evidence.offered[side]?.contains(where: Self.isToken) ?? false
    case .greetedByOtherHost: return evidence.hosts[side].map { !Self.haveSameOwner($0.asked.text, $0.greeted.text) } ?? false
    // If this computer ran out of resources before it reached the other server, that server's state is unknown.
    case .unreachedBesideOther: return Self.isAloneUnreached(failure, evidence, side)
    case .refusedBesideOther:
      return Self.isAloneUnreached(failure, evidence, side) && failure.outcome == .refused && !evidence.ownServers.contains(side)
    case .silentForSTARTTLS:
      guard let endpoint = evidence.endpoints[side], endpoint.security == .startTLS else { return false }
      return failure.stage == .greeting && failure.outcome == .timedOut && [465, 993, 443].contains(endpoint.port)
    case .certificateOfSameOwner: return Self.names(failure).contains { Self.isOf($0, provider) }
    case .certificateOfStranger:
      let names = Self.names(failure)
      return provider?.servers.isEmpty == false && !names.isEmpty && !names.contains { Self.isOf($0, provider) }
    }
  }

  /// A token names its user, so that a refusal of it at one server alone means that access by this protocol is off.
  private static func maySwitchOff(_ failure: SessionFailure, _ side: MailProtocol, _ provider: Provider?) -> Bool {
    if case .tokenRefused = failure.cause { return true }
    return provider?.hasSwitch(for: side) == true
  }

  private static func isAccepted(_ evidence: Evidence, _ side: MailProtocol) -> Bool {
    evidence[side]?.secret.accepted == nil && evidence.hasAcceptedSecret(side.other)
  }

  private static func isAloneUnreached(_ failure: SessionFailure, _ evidence: Evidence, _ side: MailProtocol) -> Bool {
    failure.isUnreached && !(evidence[side.other].map { $0.isUnreached || $0.isExhaustion } ?? false)
  }

  /// Returns whether `offer` is OAUTHBEARER (RFC 7628) or its predecessor XOAUTH2, as a mechanism or as a capability.
  private static func isToken(_ offer: String) -> Bool {
    offer.uppercased().split { $0 == " " || $0 == "=" }.contains { $0 == "XOAUTH2" || $0 == "OAUTHBEARER" }
  }

  private static func names(_ failure: SessionFailure) -> [String] {
    guard case .net(.tls(.wrongName(let found, _))) = failure.cause else { return [] }
    return found.map(\.text)
  }

  private static func isOf(_ name: String, _ provider: Provider?) -> Bool {
    (provider?.servers ?? []).contains { group in (group.imap + group.smtp).contains { haveSameOwner(name, $0.host) } }
      || provider?.hostSuffixes.contains { haveSameOwner(name, $0) } == true
  }

  /// Compares the last two labels, or the last three below a suffix such as com.cn. That is enough to tell a provider's
  /// hosts from others.
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
  /// Whether a server refused a login with a password.
  var isLoginRefusal: Bool {
    if case .tokenRefused = cause { return false }
    return stage == .login && outcome == .refused
  }

  /// `true` if nothing answered at the port.
  var isUnreached: Bool {
    switch outcome {
    case .unreachable, .connectTimeout: true
    case .refused, .timedOut, .closedEarly: stage == .connect
    case .noSuchHost, .dnsFailed, .interrupted, .notTLS, .tlsTooOld, .tlsFailed, .truncated, .certificateWrongName, .certificateExpired,
      .certificateNotYetValid, .certificateUntrusted, .certificateSelfSigned, .certificateWeak, .certificateWrongPurpose, .noTrustStore,
      .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol, .brokenReply, .tooMuch, .serverUnavailable, .temporary, .loginDisabled,
      .noMechanism, .noUTF8, .needsOAuth, .cannotVerify, .system:
      false
    }
  }
}
