// The JSON of `setup export json`.

import FoundationEssentials
import Vocabulary

enum AccountJSONReader {
  private struct Account: Decodable {
    let schema: Int
    let address: String
    let imap: Server
    let smtp: Server
    let secretCommand: [String]?
    let caFile: String?

    struct Server: Decodable {
      let host: String
      let port: Int
      let security: String
      let username: String
    }
  }

  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    // What the decoder refuses is not such a file.
    guard let account = try? JSONDecoder().decode(Account.self, from: Data(text.octets)), account.schema == 1 else { return }
    var draft = ParsedAccount()
    draft.from = account.address
    for (mailProtocol, server) in [(MailProtocol.imap, account.imap), (.smtp, account.smtp)] {
      guard let security = Security(rawValue: server.security) else { continue }
      (draft[mailProtocol].host, draft[mailProtocol].port, draft[mailProtocol].security) = (server.host, "\(server.port)", security)
      draft[mailProtocol].set(user: server.username)
    }
    draft.command = account.secretCommand.map(Shell.command)
    draft.authorityFile = account.caFile
    harvest.add(draft)
  }
}
