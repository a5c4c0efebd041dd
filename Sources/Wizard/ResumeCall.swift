// The call that brings a conversation to where it was left: every answer but the secret.

import Account
import Vocabulary

enum ResumeCall {
  /// As it can be pasted into a POSIX shell, `command` with what was answered; nil where there is nothing to go on from.
  static func text(_ given: Given, command: String = "setup") -> String? {
    var words: [String] = []
    if let provider = given.provider { words += [Option.provider.spelling, provider.id] }
    if let address = given.address { words += [Option.email.spelling, address.description] }
    if let servers = given.servers {
      words += [Option.imap.spelling, "\(servers.imap)", Option.imapSecurity.spelling, servers.imap.security.rawValue]
      words += [Option.smtp.spelling, "\(servers.smtp)", Option.smtpSecurity.spelling, servers.smtp.security.rawValue]
    }
    if let username = given.username { words += [Option.username.spelling, username] }
    return words.isEmpty ? nil : ([command] + words.map(quoted)).joined(separator: " ")
  }

  /// In single quotes where the shell would make something else of it (POSIX 2.2.2).
  private static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { octet in
      octet.isDigit || (octet | 0x20 >= 0x61 && octet | 0x20 <= 0x7a) || "@%+=:,./_-".utf8.contains(octet)
    }
    return plain ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
