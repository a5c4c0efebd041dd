// The account as environment variables, for `.` of a POSIX shell.

import Vocabulary

enum EnvironmentVariables {
  static let profile = ClientProfile(
    name: .environmentVariables, aliases: [], protocols: [.imap, .smtp], destination: .anywhere, versionCall: nil, oldest: nil,
    id: .notApplicable, password: .command(setting: "MAIL_SECRET_COMMAND"),
    token: .command(setting: "MAIL_SECRET_COMMAND", TokenSupport(.oauthbearer, .xoauth2)), authority: .value, canRequireSTARTTLS: true,
    remarks: { _, _ in [] }, imports: [ImportFormat(word: "env", aliases: [], paths: [], read: EnvironmentVariablesReader.read)],
    lines: { account, _ in lines(account) })

  private static func lines(_ account: MailAccount) -> [String] {
    let values =
      [("MAIL_ADDRESS", account.address.description)] + server(account, .imap) + server(account, .smtp)
      + (account.authorityFile.map { [("MAIL_CA_FILE", $0)] } ?? [])
      + (account.tokenMechanism(for: .env).map { [("MAIL_TOKEN_MECHANISM", $0.rawValue)] } ?? [])
      // The value is for `sh -c`.
      + [("MAIL_SECRET_COMMAND", account.secretCommand.shell)]
    return values.map { "\($0)=\(Shell.quoted($1))" }
  }

  private static func server(_ account: MailAccount, _ mailProtocol: MailProtocol) -> [(String, String)] {
    let (name, endpoint) = (mailProtocol.rawValue.uppercasedASCII, account.endpoint(mailProtocol))
    return [
      ("\(name)_HOST", endpoint.host.text), ("\(name)_PORT", "\(endpoint.port)"), ("\(name)_SECURITY", endpoint.security.rawValue),
      ("\(name)_USER", account.username(mailProtocol)),
    ]
  }
}
