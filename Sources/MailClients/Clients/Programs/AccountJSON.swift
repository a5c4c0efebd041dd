// The account as JSON, for programs that read none of the other formats.

import Documents
import Vocabulary

enum AccountJSON {
  static func lines(_ account: MailAccount) -> [String] {
    let document = JSONValue.object([
      "schema": .integer(1), "provider": .optional(account.provider?.id), "address": .text(account.address.description),
      "imap": server(account, .imap), "smtp": server(account, .smtp), "caFile": .optional(account.authorityFile),
      "id": .texts(account.provider?.session.id.map(\.rawValue) ?? []), "secretCommand": .texts(account.secretCommand.words),
    ])
    return document.json.split(separator: "\n").map(String.init)
  }

  private static func server(_ account: MailAccount, _ mailProtocol: MailProtocol) -> JSONValue {
    let endpoint = account.endpoint(mailProtocol)
    return .object([
      "host": .text(endpoint.host.text), "port": .integer(endpoint.port), "security": .text(endpoint.security.rawValue),
      "username": .text(account.username(mailProtocol)),
    ])
  }
}
