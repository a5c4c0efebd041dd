// The account that transcripts and hostile tests log in with, where they name no other.

import Vocabulary
import Wire

package enum TestAccount {
  package static let username = "you@example.org"
  /// Holds a word that occurs nowhere else: what is found of it somewhere has leaked.
  package static let secret = "tEst-cAnary-7391"

  package static var credentials: Credentials {
    Credentials(username: username, secret: Secret(copying: Array(secret.utf8)))
  }

  /// Every form of the secret.
  package static let forms = SecretForms(username: username, secret: Array(secret.utf8))
}
