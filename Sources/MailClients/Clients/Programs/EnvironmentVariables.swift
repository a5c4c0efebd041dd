// The account as variables, to be read by `.` of a POSIX shell.

import Vocabulary

enum EnvironmentVariables {
  static func lines(_ account: MailAccount) -> [String] {
    let values =
      [("MAIL_ADDRESS", account.address.description)] + server(account, .imap) + server(account, .smtp)
      + (account.authorityFile.map { [("MAIL_CA_FILE", $0)] } ?? [])
      // For `sh -c`.
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
