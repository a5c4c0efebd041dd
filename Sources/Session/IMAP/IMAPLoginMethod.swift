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

  /// Chooses PLAIN in one round trip if the server offers SASL-IR and does not fail on it. Otherwise LOGIN, which also
  /// takes one round trip. Otherwise PLAIN in two. Names and passwords that a quoted string of LOGIN cannot contain, or
  /// that servers misread there, prefer PLAIN. Throws `.needsOAuth`, `.loginDisabled` or `.noMechanism` if no password
  /// can be used; the secret is not used then.
  static func choose(
    _ capabilities: [String]?, _ plan: SessionPlan, _ dialogue: Dialogue
  ) throws(SessionFailure) -> IMAPLoginMethod {
    let offer = LoginOffer(imap: capabilities)
    if let mechanism = offer.passwordMechanism(), !plan.onlyLogin {
      if offer.takesInitialResponse, !plan.quirks.saslIRBroken { return .authenticate(mechanism, atOnce: true) }
      if offer.isLoginDisabled || !IMAPCommand.fitsQuotedStrings(plan.credentials) { return .authenticate(mechanism, atOnce: false) }
    }
    if let obstacle = offer.obstacle { throw dialogue.failure(obstacle) }
    if offer.takesLoginCommand { return .login }
    throw dialogue.failure(.noMechanism(offered: offer.mechanisms))
  }

  /// Returns the form to try after the server replied BAD to this one. `nil` if there is none.
  func alternative(_ offer: LoginOffer) -> IMAPLoginMethod? {
    switch self {
    case .authenticate(let mechanism, atOnce: true): .authenticate(mechanism, atOnce: false)
    case .authenticate(_, atOnce: false): offer.isLoginDisabled ? nil : .login
    // A server that misreads the arguments of LOGIN may read base64.
    case .login: offer.passwordMechanism().map { .authenticate($0, atOnce: false) }
    }
  }
}
