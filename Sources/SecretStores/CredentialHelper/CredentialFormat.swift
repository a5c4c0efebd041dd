// The formats in which mail clients read a password from a command.

import AccountStore
import Vocabulary
import Wire

/// The raw values are words of the command line (`--for`).
package enum CredentialFormat: String, Sendable, CaseIterable {
  /// The secret and a line break.
  case plain
  /// The answer of a helper to `get` (git-credential(1)).
  case git
  /// NeoMutt's account_command, since 2023-03-22.
  case neomutt
  /// netrc(5) as s-nail reads it from netrc-pipe.
  case netrc
  /// What AUTHENTICATE XOAUTH2 takes, in base64, as meli(1) reads it.
  case sasl
}

/// The reason why a format cannot contain a name or a secret. Contains nothing of the secret.
package enum CredentialFormatError: Error, Equatable, Sendable {
  /// A name or the secret has more octets than the reader accepts.
  case tooLong(CredentialFormat, most: Int)
  /// The reader only accepts UTF-8.
  case notText(CredentialFormat)
  /// The word is a keyword of the format.
  case unspeakable(CredentialFormat)
  /// The format is for access tokens, and the account has a password.
  case onlyTokens(CredentialFormat)
}

extension CredentialFormat {
  /// Returns the output for `account`, in whole lines. `request` says which of the two servers it is for. Without a request that is
  /// the IMAP server.
  package func text(_ secret: Secret, for account: SavedAccount, _ request: CredentialRequest?) throws(CredentialFormatError) -> Secret {
    let username = request.map { $0.username(of: account) } ?? account.imapUsername
    switch self {
    case .plain: return .lines([.secret(secret), .plain("\n")])
    // A value is everything between the equals sign and the line break (git-credential(1), INPUT/OUTPUT FORMAT).
    case .git: return Self.git(secret, username, isBearer: account.signIn.usesToken && request?.takesBearer == true)
    case .sasl:
      guard account.signIn.usesToken, let message = XOAUTH2(username: username, token: secret)?.message else { throw .onlyTokens(self) }
      return .lines([.secret(Base64.encode(message)), .plain("\n")])
    case .neomutt:
      // conn/connaccount.h: char user[128], login[128], pass[256]. NeoMutt would cut longer values and send the rest.
      guard username.utf8.count < 128, secret.count < 256 else { throw .tooLong(self, most: username.utf8.count < 128 ? 255 : 127) }
      // mutt/prex.c: the pattern is matched as UTF-8. NeoMutt would show a line that is not UTF-8, with the secret in it.
      guard secret.isText else { throw .notText(self) }
      return .lines([.plain("login: \(username)\nusername: \(username)\npassword: "), .secret(secret), .plain("\n")])
    case .netrc: return try Self.netrc(secret, account)
    }
  }

  /// A git that knows credentials of other kinds (2.46) gets a token as one, and every git as the password, as git-send-email(1) uses it.
  private static func git(_ secret: Secret, _ username: String, isBearer: Bool) -> Secret {
    let bearer: [SecretPart] =
      isBearer ? [.plain("capability[]=authtype\nauthtype=Bearer\ncredential="), .secret(secret), .plain("\n")] : []
    return .lines(bearer + [.plain("username=\(username)\npassword="), .secret(secret), .plain("\n")])
  }

  /// Returns a line for each server, or one line if both are the same.
  private static func netrc(_ secret: Secret, _ account: SavedAccount) throws(CredentialFormatError) -> Secret {
    var logins = [(account.imap.host, account.imapUsername)]
    if account.smtp.host != account.imap.host || account.smtpUsername != account.imapUsername {
      logins.append((account.smtp.host, account.smtpUsername))
    }
    // s-nail 14.9.24 reads tokens of at most 254 octets, and recognizes its keywords also in quotes (both tested).
    let most = 254
    let reserved: Set<String> = ["machine", "default", "login", "password", "account", "macdef"]
    guard secret.count <= most, logins.allSatisfy({ $0.1.utf8.count <= most }) else { throw .tooLong(.netrc, most: most) }
    let isReserved = secret.withOctets { octets in reserved.contains { octets.elementsEqual($0.utf8) } }
    guard !isReserved, logins.allSatisfy({ !reserved.contains($0.1) }) else { throw .unspeakable(.netrc) }
    return .lines(
      logins.flatMap { host, username -> [SecretPart] in
        [.plain("machine \(host) login "), .quoted(Secret(copying: username.utf8)), .plain(" password "), .quoted(secret), .plain("\n")]
      })
  }
}

extension Secret {
  /// Whether the octets are well-formed UTF-8.
  var isText: Bool {
    withOctets { octets in
      var decoder = UTF8()
      var source = octets.makeIterator()
      while true {
        switch decoder.decode(&source) {
        case .scalarValue: continue
        case .emptyInput: return true
        case .error: return false
        }
      }
    }
  }
}
