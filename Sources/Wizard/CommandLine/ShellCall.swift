// The call that brings a conversation to where it was left: every answer but the secret.

import Catalog
import Sentences
import Vocabulary

enum ShellCall {
  /// What a call says besides the answers, and what holds for the next one as well.
  private static let carried: [Option] = [
    .secretFrom, .save, .store, .catalog, .trace, .lang, .noColor, .plain, .timeout, .yes, .noBrowser,
  ]

  /// As it can be pasted into a POSIX shell; nil where there is nothing to go on from. What the first call, `call`, has said of other
  /// things than the account stands in it, too.
  static func text(_ given: AccountInput, going call: Arguments) -> String? {
    var words: [String] = []
    if let provider = given.provider { words += [Option.provider.spelling, provider.id] }
    if let address = given.address { words += [Option.email.spelling, address.description] }
    if let servers = given.servers {
      words += [Option.imap.spelling, "\(servers.imap)", Option.imapSecurity.spelling, servers.imap.security.rawValue]
      words += [Option.smtp.spelling, "\(servers.smtp)", Option.smtpSecurity.spelling, servers.smtp.security.rawValue]
    } else if given.provider == nil, given.found.imap != nil || given.found.smtp != nil {
      words += server(given.found.imap, .imap, .imapSecurity) + server(given.found.smtp, .smtp, .smtpSecurity)
    }
    for (option, name) in options(given.usernames) { words += [option.spelling, name] }
    if words.isEmpty { return nil }
    if let authority = given.authority { words += [Option.caFile.spelling, authority.path] }
    for option in carried {
      guard let value = call[option] else { continue }
      words += option.value == nil ? [option.spelling] : [option.spelling, value]
    }
    return (["setup"] + words.map(quoted)).joined(separator: " ")
  }

  /// The options that give these names: one where both are the same.
  static func options(_ names: Usernames) -> [(option: Option, name: String)] {
    if let both = names.imap, both == names.smtp { return [(.username, both)] }
    return [(Option.imapUsername, names.imap), (.smtpUsername, names.smtp)].compactMap { option, name in name.map { (option, $0) } }
  }

  /// A call as it can be pasted into a POSIX shell.
  static func text(_ call: Arguments) -> String {
    var words = ["setup", call.command.rawValue] + call.words
    for (option, value) in call.options { words += option.value == nil ? [option.spelling] : [option.spelling, value] }
    return words.map(quoted).joined(separator: " ")
  }

  /// What a configuration has of a server; where it has nothing there is a place to write it.
  private static func server(_ found: Endpoint?, _ option: Option, _ security: Option) -> [String] {
    [option.spelling] + (found.map { ["\($0)", security.spelling, $0.security.rawValue] } ?? [Placeholder.server.english])
  }

  /// In single quotes where the shell would make something else of it (POSIX 2.2.2).
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { octet in
      octet.isDigit || (octet | 0x20 >= 0x61 && octet | 0x20 <= 0x7a) || "@%+=:,./_-".utf8.contains(octet)
    }
    return plain ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
