// IMAP commands as Outgoing lines, without their tag.

import Vocabulary

/// The commands of login and verification.
package enum IMAPCommand {
  package static let capability = Outgoing("CAPABILITY")
  package static let startTLS = Outgoing("STARTTLS")
  /// Lists the folders at the top level.
  package static let listFolders = Outgoing(#"LIST "" "%""#)
  /// Opens the inbox read-only. SELECT would clear the \Recent flags (RFC 9051, section 6.3.3).
  package static let examineInbox = Outgoing("EXAMINE INBOX")
  package static let logout = Outgoing("LOGOUT")
  /// Opens the inbox so that a message in it can be deleted.
  package static let selectInbox = Outgoing("SELECT INBOX")

  /// Returns the ID command (RFC 2971) with the name and version of this program, and nothing about the user or the
  /// computer. NetEase also requires a vendor.
  package static func id(version: String) -> Outgoing {
    Outgoing(#"ID ("name" "setup" "version" "\#(quotable(version))" "vendor" "setup")"#)
  }

  /// Returns AUTHENTICATE (RFC 9051, section 6.2.2), with the initial response (RFC 4959) if there is one.
  package static func authenticate(_ mechanism: SASLMechanismName, _ initialResponse: SASLMessage?) -> Outgoing {
    let command = Outgoing("AUTHENTICATE \(mechanism.rawValue)")
    return initialResponse.map { command + Outgoing(" ") + $0.initialResponse } ?? command
  }

  /// A part of a LOGIN command that is sent without waiting for the server.
  package enum LoginPart: Sendable {
    /// The part is sent together with the next one.
    case ready(Outgoing)
    /// The part ends with the length of a literal. The next part is sent after the server's `+`.
    case awaitingContinuation(Outgoing)
  }

  /// Returns the parts of a LOGIN command (RFC 9051, section 6.2.3). Octets that a quoted string cannot contain (8-bit
  /// octets) are sent as a literal. Octets that would need an escape are also sent as a literal: some servers misread
  /// escapes, and repeat the rest of the line in their errors. Literals are non-synchronizing if `literalPlus` is true
  /// (LITERAL+, RFC 7888). Otherwise they are sent after a continuation.
  package static func login(username: String, password: Secret, literalPlus: Bool) -> [LoginPart] {
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
    append(Secret(copying: Array(username.utf8)), name: "username", shown: true)
    line = line + Outgoing(" ")
    append(password, name: "password", shown: false)
    parts.append(.ready(line))
    return parts
  }

  /// Returns whether LOGIN needs no literals for these credentials.
  package static func fitsQuotedStrings(_ credentials: Credentials) -> Bool {
    credentials.username.utf8.allSatisfy(isQuotable) && credentials.secret.withOctets { $0.allSatisfy(isQuotable) }
  }

  /// Returns whether the octet is printable ASCII and needs no escape. Any other octet requires a literal.
  private static func isQuotable(_ octet: UInt8) -> Bool { octet >= 0x20 && octet < 0x7f && octet != .quote && octet != .backslash }

  /// Returns `octets` as a quoted string without escapes (RFC 9051, section 4.3). `nil` if that is not possible.
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

  /// Returns the characters of `text` that need no escape in a quoted string. The others are omitted; a version does
  /// not need them.
  private static func quotable(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7f && $0 != "\"" && $0 != "\\" })
  }
}
