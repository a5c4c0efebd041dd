// Calls of this program, quoted for a POSIX shell: for example, the call that resumes a conversation.

import Catalog
import Sentences
import Vocabulary

enum ShellCall {
  /// The options that do not describe the account and also apply to the next call.
  private static let carried: [Option] = [
    .secretFrom, .save, .store, .catalog, .trace, .lang, .noColor, .plain, .timeout, .yes, .noBrowser,
  ]

  /// Returns the call that resumes a conversation with all answers except the secret, or `nil` if there are no answers
  /// yet. The options of `call` that do not describe the account are part of it.
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

  /// Returns the options for these user names: one option if both names are equal.
  static func options(_ names: Usernames) -> [(option: Option, name: String)] {
    if let both = names.imap, both == names.smtp { return [(.username, both)] }
    return [(Option.imapUsername, names.imap), (.smtpUsername, names.smtp)].compactMap { option, name in name.map { (option, $0) } }
  }

  /// Returns a parsed call as text that the user can paste into a POSIX shell.
  static func text(_ call: Arguments) -> String {
    var words = (call.command == .setup ? ["setup"] : ["setup", call.command.rawValue]) + call.words
    for (option, value) in call.options { words += option.value == nil ? [option.spelling] : [option.spelling, value] }
    return words.map(quoted).joined(separator: " ")
  }

  /// Returns the options for a server from a configuration. If the configuration has none, a placeholder follows the
  /// option.
  private static func server(_ found: Endpoint?, _ option: Option, _ security: Option) -> [String] {
    [option.spelling] + (found.map { ["\($0)", security.spelling, $0.security.rawValue] } ?? [Placeholder.server.english])
  }

  /// Returns `word` in single quotes if it has characters that are special to the shell (POSIX shell, section 2.2.2),
  /// else unchanged.
  static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { octet in
      octet.isDigit || (octet | 0x20 >= 0x61 && octet | 0x20 <= 0x7a) || "@%+=:,./_-".utf8.contains(octet)
    }
    return plain ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
