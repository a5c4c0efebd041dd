// What this program knows about one mail program.

import Vocabulary

/// The answers that every mail program has to give. The memberwise initialiser has no defaults: a new program does not
/// compile before every question is answered.
package struct ClientProfile: Sendable {
  package let name: ClientName
  /// Other words that users type for the program.
  package let aliases: [String]
  /// The protocols that the configuration is about.
  package let protocols: [MailProtocol]
  /// Where the configuration belongs.
  package let destination: ExportDestination
  /// The call that prints the program's version, or `nil` if no version makes a difference or this computer does not run
  /// the program.
  package let versionCall: [String]?
  /// The oldest version that reads what is written, or `nil` if no version is known that does not.
  package let oldest: ClientVersion?
  /// Whether it sends IMAP ID (RFC 2971).
  package let id: IDSupport
  /// How it gets the password.
  package let password: PasswordAccess
  /// How it gets an access token, for an account that signs in with one.
  package let token: TokenAccess
  /// Whether its configuration can name a certificate authority of the account's own.
  package let authority: AuthoritySupport
  /// Whether it can be made to refuse a server that does not offer STARTTLS.
  package let canRequireSTARTTLS: Bool
  /// Returns what the user has to know about the program itself.
  let remarks: @Sendable (MailAccount, WriterOptions) -> [Remark]
  /// The files that accounts can be imported from. Empty if there is no reader.
  package let imports: [ImportFormat]
  /// Returns the lines of the configuration.
  let lines: @Sendable (MailAccount, WriterOptions) throws(ExportError) -> [String]
}

/// How a mail program is offered to the user.
package enum ClientName: Sendable, Equatable {
  /// A program, by its own name.
  case program(String)
  /// The autoconfiguration file of Thunderbird, which other programs read too.
  case autoconfigFile
  /// Apple Mail, by a configuration profile.
  case appleProfile
  /// Any other program that reads JSON.
  case json
  /// Any other program that reads environment variables.
  case environmentVariables
}
