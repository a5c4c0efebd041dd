// The call that resumes a conversation.

import Catalog
import CommandLine
import Operations
import Sentences
import Vocabulary

extension ShellCall {
  /// The options of a call that the answers replace, and those of a call that asks nothing.
  private static let replaced: Set<Option> = [
    .provider, .email, .username, .imapUsername, .smtpUsername, .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile, .json, .help, .version,
  ]

  /// Returns the call that resumes a conversation with all answers except the secret, or `nil` if there are no answers
  /// yet. The options of `call` that do not describe the account are part of it. With `hasPlaceholder`, a server that is not known has
  /// a word in its place; otherwise the conversation asks for it.
  static func text(_ input: AccountInput, going call: Arguments, hasPlaceholder: Bool = false) -> String? {
    var words: [String] = []
    if let provider = input.provider { words += [Option.provider.spelling, provider.id] }
    if let address = input.address { words += [Option.email.spelling, address.description] }
    if let servers = input.servers {
      words += [Option.imap.spelling, "\(servers.imap)", Option.imapSecurity.spelling, servers.imap.security.rawValue]
      words += [Option.smtp.spelling, "\(servers.smtp)", Option.smtpSecurity.spelling, servers.smtp.security.rawValue]
    } else if input.provider == nil, input.found.imap != nil || input.found.smtp != nil {
      words += server(input.found.imap, .imap, .imapSecurity, hasPlaceholder)
      words += server(input.found.smtp, .smtp, .smtpSecurity, hasPlaceholder)
    }
    for (option, name) in options(input.usernames) { words += [option.spelling, name] }
    if words.isEmpty { return nil }
    if let authority = input.authority { words += [Option.caFile.spelling, authority.path] }
    words += signIn(input, call)
    for option in Command.setup.options where !replaced.contains(option) {
      guard let value = call[option] else { continue }
      words += option.value == nil ? [option.spelling] : [option.spelling, value]
    }
    return (["setup"] + words.map(ShellWord.quoted)).joined(separator: " ")
  }

  /// Returns the options for the answers about the sign-in, as far as `call` does not have them.
  private static func signIn(_ input: AccountInput, _ call: Arguments) -> [String] {
    var words: [String] = []
    if let way = input.app.way, way != .command, !call.has(.signIn) { words += [Option.signIn.spelling, way.rawValue] }
    if input.app.way != nil, let id = input.app.clientID, !call.has(.clientID), !call.has(.clientFile) {
      words += [Option.clientID.spelling, id]
    }
    // The option divides its value at blanks.
    if input.signIn == .token, case .command(let command)? = input.source, !call.has(.tokenFrom),
      command.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) })
    {
      words += [Option.tokenFrom.spelling, "command:" + command.joined(separator: " ")]
    }
    return words
  }

  /// Returns the options for a server from a configuration.
  private static func server(_ found: Endpoint?, _ option: Option, _ security: Option, _ hasPlaceholder: Bool) -> [String] {
    if let found { return [option.spelling, "\(found)", security.spelling, found.security.rawValue] }
    return hasPlaceholder ? [option.spelling, Placeholder.server.english] : []
  }
}
