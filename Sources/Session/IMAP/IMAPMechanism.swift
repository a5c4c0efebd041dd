// Which login an IMAP server gets: decided from what it offers inside TLS, before the secret is touched.

import Vocabulary
import Wire

enum IMAPMechanism: Equatable {
  /// AUTHENTICATE PLAIN with the response on the command line (RFC 4959).
  case plainAtOnce
  /// AUTHENTICATE PLAIN with the response after `+`.
  case plain
  /// The LOGIN command.
  case login

  var name: String {
    switch self {
    case .plainAtOnce, .plain: "PLAIN"
    case .login: "LOGIN"
    }
  }

  /// PLAIN in one round trip where SASL-IR is offered and to be trusted; else LOGIN, which takes one as well; else PLAIN
  /// in two. Secrets and names that cannot stand in LOGIN's quotes, or that servers misread there, prefer PLAIN. Throws `needsOAuth`, `loginDisabled` or
  /// `noMechanism` where no password can be used.
  static func choose(
    _ capabilities: [String]?, _ plan: SessionPlan, _ dialogue: Dialogue
  ) throws(SessionFailure) -> IMAPMechanism {
    let offer = LoginOffer(imap: capabilities)
    if offer.mechanisms.contains("PLAIN"), !plan.quirks.onlyLogin {
      if offer.takesInitialResponse, !plan.quirks.saslIRBroken { return .plainAtOnce }
      if offer.isLoginDisabled || !IMAPCommand.fitsQuotedStrings(plan.credentials) { return .plain }
    }
    if let obstacle = offer.obstacle { throw dialogue.failure(obstacle) }
    if !offer.isLoginDisabled { return .login }
    throw dialogue.failure(.noMechanism(offered: offer.mechanisms))
  }
}
