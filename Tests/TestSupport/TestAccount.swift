// The account of transcripts and hostile tests that do not specify another one.

import Vocabulary
import Wire

/// The default account.
package enum TestAccount {
  package static let username = "you@example.org"
  /// The password. It contains a word that occurs nowhere else, so that any occurrence of it is a leak.
  package static let secret = "tEst-cAnary-7391"

  /// New credentials with the user name and the password.
  package static var credentials: Credentials {
    Credentials(username: username, password: Secret(copying: Array(secret.utf8)))
  }

  /// Every encoding of the password.
  package static let forms = SecretForms(username: username, secret: Array(secret.utf8))
}
