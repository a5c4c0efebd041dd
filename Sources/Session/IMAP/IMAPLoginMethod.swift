// The form of the login at an IMAP server, chosen from what the server offers inside TLS.

import Vocabulary
import Wire

/// The command of a login.
enum IMAPLoginMethod: Equatable {
  /// AUTHENTICATE. `atOnce`: with the initial response on the command line (RFC 4959).
  case authenticate(SASLMechanismName, atOnce: Bool)
  /// The LOGIN command.
  case login

  /// The name for reports: the mechanism, or LOGIN for the command.
  var name: String {
    switch self {
    case .authenticate(let mechanism, _): mechanism.rawValue
    case .login: "LOGIN"
    }
  }

  /// Chooses the form for a password or a token. Throws `.needsOAuth`, `.takesNoToken`, `.takesNoUTF8`,
  /// `.loginDisabled` or `.noMechanism` if the server accepts none; the secret is not used then.
  static func choose(
    _ capabilities: [String]?, _ plan: SessionPlan, _ dialogue: Dialogue
  ) throws(SessionFailure) -> IMAPLoginMethod {
    let whole = LoginOffer(imap: capabilities, dialogue.channelBinding)
    let offer = whole.carrying(plan.credentials.username)
    let takesInitialResponse = offer.takesInitialResponse && !plan.quirks.saslIRBroken
    let kind = plan.credentials.kind
    if kind == .password, let method = password(offer, takesInitialResponse, plan) { return method }
    if let obstacle = whole.obstacle(for: kind, carryingOnly: offer) { throw dialogue.failure(obstacle) }
    guard let mechanism = offer.mechanism(for: kind), !plan.onlyLogin else {
      throw dialogue.failure(.noMechanism(offered: whole.mechanisms))
    }
    return .authenticate(mechanism, atOnce: takesInitialResponse)
  }

  /// Returns PLAIN in one round trip if the server takes an initial response. Otherwise LOGIN, which also takes one round
  /// trip. Otherwise PLAIN in two. Names and passwords that a quoted string of LOGIN cannot contain, or that servers
  /// misread there, prefer PLAIN. `nil` if the server offers neither.
  private static func password(_ offer: LoginOffer, _ takesInitialResponse: Bool, _ plan: SessionPlan) -> IMAPLoginMethod? {
    if offer.offers(.plain), !plan.onlyLogin {
      if takesInitialResponse { return .authenticate(.plain, atOnce: true) }
      if offer.isLoginDisabled || !IMAPCommand.fitsQuotedStrings(plan.credentials) { return .authenticate(.plain, atOnce: false) }
    }
    return offer.takesLoginCommand && offer.obstacle(for: .password) == nil ? .login : nil
  }

  /// Returns the form to try after the server replied BAD to this one. `nil` if there is none.
  func alternative(_ offer: LoginOffer) -> IMAPLoginMethod? {
    switch self {
    // CRAM-MD5 has no initial response.
    case .authenticate(.cramMD5, _): nil
    case .authenticate(let mechanism, atOnce: true): .authenticate(mechanism, atOnce: false)
    case .authenticate(.plain, atOnce: false): offer.isLoginDisabled ? nil : .login
    case .authenticate(_, atOnce: false): nil
    // A server that misreads the arguments of LOGIN may read base64.
    case .login: offer.offers(.plain) ? .authenticate(.plain, atOnce: false) : nil
    }
  }
}
