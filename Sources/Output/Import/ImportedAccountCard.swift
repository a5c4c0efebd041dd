// One account from a configuration, as lines for the user and as JSON for programs.

import Documents
import MailClients
import Sentences
import Vocabulary

package struct ImportedAccountCard {
  private let account: ImportedAccount

  package init(_ account: ImportedAccount) { self.account = account }

  /// The text that distinguishes the account from others: its address and a server.
  package var title: Text {
    let server = (account.imap ?? account.smtp).map { "\($0.endpoint)" } ?? ""
    guard let address = account.address else {
      return Text.sentences([ImportSentence.noAddress, Text(same: server)])
    }
    if server.isEmpty { return Text(same: "\(address)") }
    return Text("\(address) (\(server))", "\(address)（\(server)）")
  }

  package var lines: [Text] {
    let address = account.address.map { Text(same: "\($0)") } ?? ImportSentence.noAddress
    let servers = MailProtocol.allCases.compactMap { mailProtocol in account[mailProtocol].map { server(mailProtocol, $0) } }
    let commands = [
      account.secretCommand.map { ImportSentence.secretCommand(Visible($0.text)) },
      account.usesOAuth ? ImportSentence.usesOAuth : nil,
      account.tokenCommand.map { ImportSentence.tokenCommand(Visible($0.text)) },
    ]
    return [address] + servers + commands.compactMap { $0 }
  }

  private func server(_ mailProtocol: MailProtocol, _ server: FoundServer) -> Text {
    let letters = UnicodeDomain(decoding: server.endpoint.host).map { " (\(Visible($0.text, limit: 253)))" } ?? ""
    let place = "\(mailProtocol.spoken)  \(server.endpoint)\(letters)  \(Labels.security(server.endpoint.security).english)"
    guard case .written(let name) = server.username else { return Text(same: place) }
    return Text(same: "\(place)  ") + Labels.userName + Text(same: " \(Visible(name))")
  }

  /// Returns the JSON object. `provider` is the id of the account's provider, and `call` sets the account up. Either may be `nil`.
  package func document(provider: String?, call: String?) -> JSONValue {
    func server(_ found: FoundServer?) -> JSONValue {
      guard let found, case .object(var keys) = JSONValue.server(found.endpoint) else { return .null }
      let name = account.address.flatMap { found.username?.name(of: $0) }
      if let name { keys["username"] = .text(name) } else { keys["username"] = Self.written(found.username) }
      return .object(keys)
    }
    return .object([
      "name": .text(account.name), "provider": .optional(provider),
      "address": .optional(account.address?.description), "imap": server(account.imap), "smtp": server(account.smtp),
      "secretCommand": .optional(account.secretCommand?.text), "oauth": .flag(account.usesOAuth),
      "tokenCommand": .optional(account.tokenCommand?.text), "caFile": .optional(account.authorityFile),
      "call": .optional(call),
    ])
  }

  /// Returns the user name if the file contains one. A user name that is formed from an address is not known without
  /// the address.
  private static func written(_ username: FoundServer.Username?) -> JSONValue {
    if case .written(let name) = username { .text(name) } else { .null }
  }
}
