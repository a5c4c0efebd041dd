// The mechanism LOGIN (draft-murchison-sasl-login), for servers without PLAIN.

import Vocabulary

/// Two messages: the user name, then the password. The challenges are not read, because servers write them in different
/// cases, languages and encodings.
package struct LOGIN: SASLMechanism {
  private let username: String
  private let password: Secret
  private var count = 0

  package init(username: String, password: Secret) { (self.username, self.password) = (username, password) }

  package var name: SASLMechanismName { .login }
  package var initialResponse: SASLMessage? { nil }
  package var progress: SASLProgress { count == 2 ? .complete : .incomplete }

  package mutating func respond(to challenge: SASLChallenge) throws(SASLError) -> SASLMessage {
    count += 1
    switch count {
    case 1: return .shown(username)
    case 2: return .password(password)
    default: throw .unexpectedChallenge
    }
  }
}
