// The mechanism PLAIN (RFC 4616). Inside TLS, a password needs no other mechanism.

import Vocabulary

/// One message: authzid (empty), NUL, authcid, NUL, password.
package struct PLAIN: SASLMechanism {
  private let message: Secret

  package init(username: String, password: Secret) {
    let user = Array(username.utf8)
    message = Secret(capacity: user.count + 2 + password.count) { buffer in
      buffer[0] = .nul
      for (index, octet) in user.enumerated() { buffer[index + 1] = octet }
      buffer[user.count + 1] = .nul
      password.withOctets { octets in
        for (index, octet) in octets.enumerated() { buffer[user.count + 2 + index] = octet }
      }
      return user.count + 2 + password.count
    }
  }

  package var name: SASLMechanismName { .plain }
  package var initialResponse: SASLMessage? { .secret(message) }
  package var progress: SASLProgress { .complete }

  package mutating func respond(to challenge: SASLChallenge) throws(SASLError) -> SASLMessage { throw .unexpectedChallenge }

  /// PLAIN has no challenges, so any challenge asks for the message, whatever its text is.
  package func isRequest(_ challenge: SASLChallenge) -> Bool { true }
}
