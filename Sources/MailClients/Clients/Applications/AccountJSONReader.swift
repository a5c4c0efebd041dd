// The account in the JSON of `setup export json`.

import FoundationEssentials
import Vocabulary

enum AccountJSONReader {
  private struct Account: Decodable {
    let schema: Int
    let address: String
    let imap: Server
    let smtp: Server
    let secretCommand: [String]?
    let tokenMechanism: String?
    let caFile: String?

    struct Server: Decodable {
      let host: String
      let port: Int
      let security: String
      let username: String
    }
  }

  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    // A file that the decoder refuses is not such a document.
    guard let account = try? JSONDecoder().decode(Account.self, from: Data(text.octets)), account.schema == 1 else { return }
    var parsed = ParsedAccount()
    parsed.from = account.address
    for (mailProtocol, server) in [(MailProtocol.imap, account.imap), (.smtp, account.smtp)] {
      guard let security = Security(rawValue: server.security) else { continue }
      (parsed[mailProtocol].host, parsed[mailProtocol].port, parsed[mailProtocol].security) = (server.host, "\(server.port)", security)
      parsed[mailProtocol].set(user: server.username)
    }
    parsed.usesOAuth = account.tokenMechanism.map(TokenWords.isMechanism) ?? false
    parsed.command = account.secretCommand.map(Shell.command)
    parsed.authorityFile = account.caFile
    collector.add(parsed)
  }
}
