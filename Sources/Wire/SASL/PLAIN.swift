// The SASL mechanisms PLAIN and LOGIN (RFC 4422). Inside TLS, a password needs no other mechanism.

import Vocabulary

/// The user name and the secret of a login.
package struct Credentials: Sendable {
  package let username: String
  package let secret: Secret

  package init(username: String, secret: Secret) {
    self.username = username
    self.secret = secret
  }
}

/// The messages of the mechanisms.
package enum SASL {
  /// Returns the message of PLAIN in base64: authzid (empty), NUL, authcid, NUL, password (RFC 4616).
  package static func plain(_ credentials: Credentials) -> Secret {
    let user = Array(credentials.username.utf8)
    let message = Secret(capacity: user.count + 2 + credentials.secret.count) { buffer in
      buffer[0] = .nul
      for (index, octet) in user.enumerated() { buffer[index + 1] = octet }
      buffer[user.count + 1] = .nul
      credentials.secret.withOctets { octets in
        for (index, octet) in octets.enumerated() { buffer[user.count + 2 + index] = octet }
      }
      return user.count + 2 + credentials.secret.count
    }
    return Base64.encode(message)
  }

  /// Returns the two responses of LOGIN in base64: user name and password (draft-murchison-sasl-login). The challenges
  /// are not read, because servers write them in different cases, languages and encodings.
  package static func login(_ credentials: Credentials) -> (username: String, password: Secret) {
    (Base64.encode(Array(credentials.username.utf8)).text, Base64.encode(credentials.secret))
  }
}
