// The table of the mechanisms that this program knows by name.

import Vocabulary

/// A mechanism in a server's list. The order is the order of preference.
package enum SASLMechanismName: String, Sendable, CaseIterable {
  // Inside TLS a password is sent as it is. The others are for servers that offer nothing else.
  case plain = "PLAIN"
  case login = "LOGIN"
  case scramSHA256Plus = "SCRAM-SHA-256-PLUS"
  case scramSHA256 = "SCRAM-SHA-256"
  case scramSHA1Plus = "SCRAM-SHA-1-PLUS"
  case scramSHA1 = "SCRAM-SHA-1"
  case cramMD5 = "CRAM-MD5"
  case oauthBearer = "OAUTHBEARER"
  case xoauth2 = "XOAUTH2"
  // Mechanisms of single providers, which this program does not implement.
  case xoauth = "XOAUTH"
  case plainClientToken = "PLAIN-CLIENTTOKEN"
  case atoken = "ATOKEN"
  case atoken2 = "ATOKEN2"

  /// The kind of authenticator that the mechanism is for.
  package var kind: Credentials.Kind {
    switch self {
    case .plain, .login, .scramSHA256Plus, .scramSHA256, .scramSHA1Plus, .scramSHA1, .cramMD5: .password
    case .oauthBearer, .xoauth2, .xoauth, .plainClientToken, .atoken, .atoken2: .accessToken
    }
  }

  /// Whether this program implements the mechanism.
  package var isImplemented: Bool {
    switch self {
    case .plain, .login, .scramSHA256Plus, .scramSHA256, .scramSHA1Plus, .scramSHA1, .cramMD5, .oauthBearer, .xoauth2: true
    case .xoauth, .plainClientToken, .atoken, .atoken2: false
    }
  }

  /// Whether the mechanism needs the channel binding of the connection.
  package var needsChannelBinding: Bool {
    switch self {
    case .scramSHA256Plus, .scramSHA1Plus: true
    case .plain, .login, .scramSHA256, .scramSHA1, .cramMD5, .oauthBearer, .xoauth2, .xoauth, .plainClientToken, .atoken, .atoken2: false
    }
  }

  /// Whether the mechanism is defined for user names in UTF-8 (RFC 4616, RFC 5802, RFC 7628). Of LOGIN and CRAM-MD5 nobody knows
  /// what a server makes of other octets than ASCII.
  package var carriesUTF8: Bool {
    switch self {
    case .plain, .scramSHA256Plus, .scramSHA256, .scramSHA1Plus, .scramSHA1, .oauthBearer, .xoauth2: true
    case .login, .cramMD5, .xoauth, .plainClientToken, .atoken, .atoken2: false
    }
  }

  /// Returns an exchange of this mechanism. `nil` if this program does not implement it, or if it cannot carry these
  /// credentials.
  package func mechanism(_ context: SASLContext) -> (any SASLMechanism)? {
    let username = context.credentials.username
    switch context.credentials.authenticator {
    case .password(let password):
      switch self {
      case .plain: return PLAIN(username: username, password: password)
      case .login: return LOGIN(username: username, password: password)
      case .scramSHA256Plus, .scramSHA256: return scram(context.hashes.sha256, context, password)
      case .scramSHA1Plus, .scramSHA1: return scram(context.hashes.sha1, context, password)
      case .cramMD5: return CRAMMD5(context.hashes.md5, username: username, password: password)
      case .oauthBearer, .xoauth2, .xoauth, .plainClientToken, .atoken, .atoken2: return nil
      }
    case .accessToken(let token):
      switch self {
      case .oauthBearer: return OAUTHBEARER(username: username, token: token, context.endpoint)
      case .xoauth2: return XOAUTH2(username: username, token: token)
      case .plain, .login, .scramSHA256Plus, .scramSHA256, .scramSHA1Plus, .scramSHA1, .cramMD5, .xoauth, .plainClientToken, .atoken,
        .atoken2:
        return nil
      }
    }
  }

  private func scram(_ hash: any SASLHash, _ context: SASLContext, _ password: Secret) -> SCRAM? {
    let binding = needsChannelBinding ? context.channelBinding : nil
    if needsChannelBinding, binding == nil { return nil }
    return SCRAM(self, hash, username: context.credentials.username, password: password, nonce: context.nonce, binding)
  }
}
