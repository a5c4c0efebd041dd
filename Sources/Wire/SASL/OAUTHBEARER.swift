// The mechanism OAUTHBEARER (RFC 7628).

import Vocabulary

/// One message: a GS2 header, then host, port and token. If the server refuses the token, it sends its reason as a
/// challenge, and expects the octet 0x01 before it refuses the login (RFC 7628, section 3.2.3).
package struct OAUTHBEARER: SASLMechanism {
  private let message: Secret
  private var refusal = TokenRefusal()

  /// Returns `nil` if `token` is not an access token, or if the user name contains a separator.
  package init?(username: String, token: Secret, _ endpoint: Endpoint) {
    guard token.isToken, !username.utf8.contains(1) else { return nil }
    let header = "n,a=\(username.saslName),\u{1}host=\(endpoint.host)\u{1}port=\(endpoint.port)\u{1}auth=Bearer "
    message = Secret(pieces: [.plain(header), .secret(token), .plain("\u{1}\u{1}")])
  }

  package var name: SASLMechanismName { .oauthBearer }
  package var initialResponse: SASLMessage? { .secret(message) }
  package var progress: SASLProgress { .complete }
  package var tokenStatus: TokenStatus? { refusal.status }

  package mutating func respond(to challenge: SASLChallenge) throws(SASLError) -> SASLMessage {
    try refusal.answer("\u{1}", to: challenge)
  }
}

extension String {
  /// The text as a `saslname`: `=` and `,` are escaped (RFC 5801, section 4).
  var saslName: String { replacing("=", with: "=3D").replacing(",", with: "=2C") }
}
