// The account as JSON, for programs that know none of the other formats.

import Vocabulary

enum AccountJSON {
  static func lines(_ account: MailAccount) -> [String] {
    let moments = account.provider?.session.id.map { Quoting.double($0.rawValue) } ?? []
    return [
      "{", "  \"schema\": 1,", "  \"provider\": \(account.provider.map { Quoting.double($0.id) } ?? "null"),",
      "  \"address\": \(Quoting.double(account.address.description)),",
      "  \"imap\": \(server(account, .imap)),", "  \"smtp\": \(server(account, .smtp)),",
      "  \"caFile\": \(account.authorityFile.map(Quoting.double) ?? "null"),",
      "  \"id\": [\(moments.joined(separator: ", "))],",
      "  \"secretCommand\": [\(account.secretCommand.words.map(Quoting.double).joined(separator: ", "))]", "}",
    ]
  }

  private static func server(_ account: MailAccount, _ mailProtocol: MailProtocol) -> String {
    let endpoint = account.endpoint(mailProtocol)
    return "{ \"host\": \(Quoting.double(endpoint.host.text)), \"port\": \(endpoint.port), "
      + "\"security\": \(Quoting.double(endpoint.security.rawValue)), \"username\": \(Quoting.double(account.username(mailProtocol))) }"
  }
}
