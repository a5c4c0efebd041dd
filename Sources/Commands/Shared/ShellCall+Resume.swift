// The call that resumes a conversation.

import Catalog
import CommandLine
import Operations
import Sentences
import Vocabulary

extension ShellCall {
  /// The options that do not describe the account and also apply to the next call.
  private static let carried: [Option] = [
    .secretFrom, .tokenFrom, .signIn, .clientID, .clientFile, .tenant, .issuer, .redirectPort, .save, .store, .catalog, .trace, .lang,
    .noColor, .plain, .timeout, .yes, .noBrowser,
  ]

  /// Returns the call that resumes a conversation with all answers except the secret, or `nil` if there are no answers
  /// yet. The options of `call` that do not describe the account are part of it.
  static func text(_ input: AccountInput, going call: Arguments) -> String? {
    var words: [String] = []
    if let provider = input.provider { words += [Option.provider.spelling, provider.id] }
    if let address = input.address { words += [Option.email.spelling, address.description] }
    if let servers = input.servers {
      words += [Option.imap.spelling, "\(servers.imap)", Option.imapSecurity.spelling, servers.imap.security.rawValue]
      words += [Option.smtp.spelling, "\(servers.smtp)", Option.smtpSecurity.spelling, servers.smtp.security.rawValue]
    } else if input.provider == nil, input.found.imap != nil || input.found.smtp != nil {
      words += server(input.found.imap, .imap, .imapSecurity) + server(input.found.smtp, .smtp, .smtpSecurity)
    }
    for (option, name) in options(input.usernames) { words += [option.spelling, name] }
    if words.isEmpty { return nil }
    if let authority = input.authority { words += [Option.caFile.spelling, authority.path] }
    for option in carried {
      guard let value = call[option] else { continue }
      words += option.value == nil ? [option.spelling] : [option.spelling, value]
    }
    return (["setup"] + words.map(ShellWord.quoted)).joined(separator: " ")
  }

  /// Returns the options for a server from a configuration. If the configuration has none, a placeholder follows the
  /// option.
  private static func server(_ found: Endpoint?, _ option: Option, _ security: Option) -> [String] {
    [option.spelling] + (found.map { ["\($0)", security.spelling, $0.security.rawValue] } ?? [Placeholder.server.english])
  }
}
