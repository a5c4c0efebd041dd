// The forms in which mail programs take a secret from a command.

import AccountStore
import Vocabulary

/// The raw values are words of the command line.
package enum CredentialFormat: String, Sendable, CaseIterable {
  /// The secret, and a line break.
  case plain
  /// git-credential(1): what a helper answers to `get`.
  case git
  /// NeoMutt's account_command, since 2023-03-22.
  case neomutt
  /// netrc(5) as s-nail reads it from netrc-pipe.
  case netrc
}

/// Why a dialect has no way to say something, as data. It does not tell the secret.
package enum CredentialFormatError: Error, Equatable, Sendable {
  /// A name or the secret has more octets than the reader keeps.
  case tooLong(CredentialFormat, most: Int)
  /// The reader takes UTF-8 only.
  case notText(CredentialFormat)
  /// The reader takes this very word for something else.
  case unspeakable(CredentialFormat)
}

extension CredentialFormat {
  /// What is printed for `account`: whole lines, as secret as `secret`. `request` says which of the two servers is asked
  /// for; without it that is the one with IMAP.
  package func text(_ secret: Secret, for account: SavedAccount, _ request: CredentialRequest?) throws(CredentialFormatError) -> Secret {
    let username = request.map { $0.username(of: account) } ?? account.imapUsername
    switch self {
    case .plain: return .lines([.secret(secret), .plain("\n")])
    // A value is all that stands between the equals sign and the line break (git-credential(1), INPUT/OUTPUT FORMAT).
    case .git: return .lines([.plain("username=\(username)\npassword="), .secret(secret), .plain("\n")])
    case .neomutt:
      // conn/connaccount.h: char user[128], login[128], pass[256]. What is longer would be cut off and sent all the same.
      guard username.utf8.count < 128, secret.count < 256 else { throw .tooLong(self, most: username.utf8.count < 128 ? 255 : 127) }
      // mutt/prex.c: the pattern is matched as UTF-8; a line that is not would be shown, with the secret in it.
      guard secret.isText else { throw .notText(self) }
      return .lines([.plain("login: \(username)\nusername: \(username)\npassword: "), .secret(secret), .plain("\n")])
    case .netrc: return try Self.netrc(secret, account)
    }
  }

  /// A line for each server; one where both are the same.
  private static func netrc(_ secret: Secret, _ account: SavedAccount) throws(CredentialFormatError) -> Secret {
    var logins = [(account.imap.host, account.imapUsername)]
    if account.smtp.host != account.imap.host || account.smtpUsername != account.imapUsername {
      logins.append((account.smtp.host, account.smtpUsername))
    }
    // s-nail 14.9.24 reads tokens of 254 octets at most, and knows its own words between quotes, too (both tried).
    let most = 254
    let reserved: Set<String> = ["machine", "default", "login", "password", "account", "macdef"]
    guard secret.count <= most, logins.allSatisfy({ $0.1.utf8.count <= most }) else { throw .tooLong(.netrc, most: most) }
    let isReserved = secret.withOctets { octets in reserved.contains { octets.elementsEqual($0.utf8) } }
    guard !isReserved, logins.allSatisfy({ !reserved.contains($0.1) }) else { throw .unspeakable(.netrc) }
    return .lines(
      logins.flatMap { host, username -> [SecretPiece] in
        [.plain("machine \(host) login "), .quoted(Secret(copying: username.utf8)), .plain(" password "), .quoted(secret), .plain("\n")]
      })
  }
}

extension Secret {
  /// Whether it is well-formed UTF-8.
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
