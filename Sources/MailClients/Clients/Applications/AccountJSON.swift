// The account as JSON, for programs that read none of the other formats.

import Vocabulary

enum AccountJSON {
  static let profile = ClientProfile(
    name: .json, aliases: [], protocols: [.imap, .smtp], destination: .anywhere, versionCall: nil, oldest: nil, id: .notApplicable,
    password: .command(setting: "secretCommand"), token: .command(setting: "secretCommand", TokenSupport(.oauthbearer, .xoauth2)),
    authority: .value, canRequireSTARTTLS: true, remarks: { _, _ in [] },
    imports: [ImportFormat(word: "json", aliases: [], paths: [], read: AccountJSONReader.read)], lines: { account, _ in lines(account) })

  private static func lines(_ account: MailAccount) -> [String] {
    let timings = account.provider?.session.id.map { Quoting.double($0.rawValue) } ?? []
    return [
      "{", "  \"schema\": 1,", "  \"provider\": \(account.provider.map { Quoting.double($0.id) } ?? "null"),",
      "  \"address\": \(Quoting.double(account.address.description)),",
      "  \"imap\": \(server(account, .imap)),", "  \"smtp\": \(server(account, .smtp)),",
      "  \"caFile\": \(account.authorityFile.map(Quoting.double) ?? "null"),",
      "  \"id\": [\(timings.joined(separator: ", "))],",
      "  \"tokenMechanism\": \(account.tokenMechanism(for: .json).map { Quoting.double($0.rawValue) } ?? "null"),",
      "  \"secretCommand\": [\(account.secretCommand.words.map(Quoting.double).joined(separator: ", "))]", "}",
    ]
  }

  private static func server(_ account: MailAccount, _ mailProtocol: MailProtocol) -> String {
    let endpoint = account.endpoint(mailProtocol)
    return "{ \"host\": \(Quoting.double(endpoint.host.text)), \"port\": \(endpoint.port), "
      + "\"security\": \(Quoting.double(endpoint.security.rawValue)), \"username\": \(Quoting.double(account.username(mailProtocol))) }"
  }
}
