// The end of a login with a token that the server refuses, the same in OAUTHBEARER and XOAUTH2.

import Vocabulary

/// Accepts one challenge: the server's reason (RFC 7628, section 3.2.2).
struct TokenRefusal: Sendable {
  /// What the server said. `nil` before the challenge, or if it is not readable.
  private(set) var status: TokenStatus?
  private var isAnswered = false

  /// Keeps the reason and returns `answer`, which the mechanism prescribes. Throws `.unexpectedChallenge` at the second challenge.
  mutating func answer(_ answer: String, to challenge: SASLChallenge) throws(SASLError) -> SASLMessage {
    guard !isAnswered else { throw .unexpectedChallenge }
    isAnswered = true
    status = TokenStatus(challenge)
    return .shown(answer)
  }
}
