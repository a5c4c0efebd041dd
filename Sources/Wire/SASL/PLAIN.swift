// A mechanism is a name, perhaps a first message, and answers to challenges (RFC 4422). PLAIN and LOGIN are all a
// password needs inside TLS.

import Vocabulary

/// What a login is made with.
package struct Credentials: Sendable {
  package let username: String
  package let secret: Secret

  package init(username: String, secret: Secret) {
    self.username = username
    self.secret = secret
  }
}

package enum SASL {
  /// RFC 4616: authzid (empty) NUL authcid NUL password, in base64.
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

  /// The two answers of LOGIN (draft-murchison-sasl-login), each in base64: user name, then password. Challenges are
  /// not read: servers write them in any case, language and encoding.
  package static func login(_ credentials: Credentials) -> (username: String, password: Secret) {
    (Base64.encode(Array(credentials.username.utf8)).text, Base64.encode(credentials.secret))
  }
}
