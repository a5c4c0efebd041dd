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

  /// Mechanisms that take a token instead of a password.
  private static let token: Set<String> = ["XOAUTH", "XOAUTH2", "OAUTHBEARER", "PLAIN-CLIENTTOKEN", "ATOKEN", "ATOKEN2"]

  /// PLAIN in one round trip where SASL-IR is offered and to be trusted; else LOGIN, which takes one as well; else PLAIN
  /// in two. 8-bit secrets cannot stand in LOGIN's quotes and prefer PLAIN. Throws `needsOAuth`, `loginDisabled` or
  /// `noMechanism` where no password can be used.
  static func choose(
    _ capabilities: [String]?, _ quirks: Quirks, _ credentials: Credentials, _ dialogue: Dialogue
  ) throws(SessionFailure) -> IMAPMechanism {
    let known = capabilities ?? []
    let offered = known.compactMap { $0.hasPrefix("AUTH=") ? String($0.dropFirst("AUTH=".count)) : nil }.filter { !$0.isEmpty }
    let mayLogIn = !known.contains("LOGINDISABLED")
    if offered.contains("PLAIN"), !quirks.onlyLogin {
      if known.contains("SASL-IR"), !quirks.saslIRBroken { return .plainAtOnce }
      if !mayLogIn || !IMAPCommand.fitsQuotedStrings(credentials) { return .plain }
    }
    if !offered.isEmpty, offered.allSatisfy(token.contains) { throw dialogue.failure(.needsOAuth(offered: offered)) }
    if mayLogIn { return .login }
    throw dialogue.failure(offered.isEmpty ? .loginDisabled : .noMechanism(offered: offered))
  }
}
