// himalaya 1.0 to 1.2: config.sample.toml of v1. Version 2 has other keys.

import Vocabulary

enum Himalaya {
  static func lines(_ account: MailAccount) -> [String] {
    var lines = ["[accounts.\(Quoting.double(account.label))]", "email = \(Quoting.double(account.address.description))"]
    lines += backend("backend", account, .imap)
    if account.demandsID { lines.append("backend.extensions.id.send_after_auth = true") }
    return lines + backend("message.send.backend", account, .smtp)
  }

  private static func backend(_ key: String, _ account: MailAccount, _ mailProtocol: MailProtocol) -> [String] {
    let endpoint = account.endpoint(mailProtocol)
    return [
      "\(key).type = \"\(mailProtocol.rawValue)\"", "\(key).host = \(Quoting.double(endpoint.host.text))", "\(key).port = \(endpoint.port)",
      "\(key).encryption.type = \"\(endpoint.security == .tls ? "tls" : "start-tls")\"",
      "\(key).login = \(Quoting.double(account.username(mailProtocol)))", "\(key).auth.type = \"password\"",
      "\(key).auth.cmd = \(Quoting.double(account.secretCommand.shell))",
    ]
  }
}
