// IMAP commands as Outgoing lines, without their tag.

import Vocabulary

package enum IMAPCommand {
  package static let capability = Outgoing("CAPABILITY")
  package static let startTLS = Outgoing("STARTTLS")
  package static let listFolders = Outgoing(#"LIST "" "%""#)
  /// EXAMINE opens the inbox read-only; SELECT would clear the \Recent flags (RFC 9051 6.3.3).
  package static let examineInbox = Outgoing("EXAMINE INBOX")
  package static let logout = Outgoing("LOGOUT")
  /// SELECT opens the inbox so that a message in it can be deleted.
  package static let selectInbox = Outgoing("SELECT INBOX")

  /// RFC 2971: name and version of this program, nothing about the user or the machine. NetEase asks for a vendor too.
  package static func id(version: String) -> Outgoing {
    Outgoing(#"ID ("name" "setup" "version" "\#(quotable(version))" "vendor" "setup")"#)
  }

  /// RFC 9051 6.2.2, with the initial response (RFC 4959) or without.
  package static func authenticatePlain(initialResponse: Secret?) -> Outgoing {
    guard let initialResponse else { return Outgoing("AUTHENTICATE PLAIN") }
    return Outgoing("AUTHENTICATE PLAIN ") + .secret(initialResponse, name: "initial-response")
  }

  /// A part of a LOGIN command that goes out before the server has to be asked for more.
  package enum LoginPart: Sendable {
    /// Goes out together with what follows it.
    case ready(Outgoing)
    /// Ends with a literal announcement: the next part goes out after the server's `+`.
    case awaitingContinuation(Outgoing)
  }

  /// RFC 9051 6.2.3. What cannot stand in a quoted string (8-bit octets) goes as a literal, and so does what would need an
  /// escape there: servers misread escapes, and repeat the rest in their errors. Non-synchronising where `literalPlus` is
  /// known (RFC 7888), else after a continuation.
  package static func login(_ credentials: Credentials, literalPlus: Bool) -> [LoginPart] {
    var parts: [LoginPart] = []
    var line = Outgoing("LOGIN ")
    func append(_ octets: Secret, name: String, shown: Bool) {
      if let quoted = quoted(octets) {
        line = line + (shown ? Outgoing(quoted.withOctets { $0.text }) : .secret(quoted, name: name))
      } else if literalPlus {
        line = line + Outgoing("{\(octets.count)+}")
        parts.append(.ready(line))
        line = .secret(octets, name: name)
      } else {
        parts.append(.awaitingContinuation(line + Outgoing("{\(octets.count)}")))
        line = .secret(octets, name: name)
      }
    }
    append(Secret(copying: Array(credentials.username.utf8)), name: "username", shown: true)
    line = line + Outgoing(" ")
    append(credentials.secret, name: "password", shown: false)
    parts.append(.ready(line))
    return parts
  }

  /// Whether LOGIN can carry these without literals.
  package static func fitsQuotedStrings(_ credentials: Credentials) -> Bool {
    credentials.username.utf8.allSatisfy(isQuotable) && credentials.secret.withOctets { $0.allSatisfy(isQuotable) }
  }

  /// Printable ASCII that needs no escape; anything else wants a literal.
  private static func isQuotable(_ octet: UInt8) -> Bool { octet >= 0x20 && octet < 0x7f && octet != .quote && octet != .backslash }

  /// `octets` as a quoted string without escapes (RFC 9051 4.3), or nil where one cannot hold them.
  private static func quoted(_ octets: Secret) -> Secret? {
    octets.withOctets { raw in
      guard raw.allSatisfy(isQuotable) else { return nil }
      return Secret(capacity: raw.count + 2) { buffer in
        buffer[0] = .quote
        for (index, octet) in raw.enumerated() { buffer[index + 1] = octet }
        buffer[raw.count + 1] = .quote
        return raw.count + 2
      }
    }
  }

  /// What of `text` may stand between quotes; the rest is left out, a version needs nothing else.
  private static func quotable(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7f && $0 != "\"" && $0 != "\\" })
  }
}
