// The mechanism XOAUTH2 (Google and Microsoft; there is no RFC).

import Vocabulary

/// One message with the token. If the server refuses the token, it sends its reason as a challenge, and expects an empty
/// message before it refuses the login.
package struct XOAUTH2: SASLMechanism {
  /// The message without base64.
  package let message: Secret
  private var refusal = TokenRefusal()

  /// Returns `nil` if `token` is not an access token, or if the user name contains a separator.
  package init?(username: String, token: Secret) {
    guard token.isToken, !username.utf8.contains(1) else { return nil }
    message = Secret(pieces: [.plain("user=\(username)\u{1}auth=Bearer "), .secret(token), .plain("\u{1}\u{1}")])
  }

  package var name: SASLMechanismName { .xoauth2 }
  package var initialResponse: SASLMessage? { .secret(message) }
  package var progress: SASLProgress { .complete }
  package var tokenStatus: TokenStatus? { refusal.status }

  package mutating func respond(to challenge: SASLChallenge) throws(SASLError) -> SASLMessage {
    try refusal.answer("", to: challenge)
  }
}
