// One account from a configuration, as lines for the user and as JSON for programs.

import Documents
import MailClients
import Sentences
import Vocabulary

struct ImportedAccountCard {
  let prefill: ImportedInput

  private var account: ImportedAccount { prefill.account }

  /// The text that distinguishes the account from others: its address and a server.
  var title: Text {
    let server = (account.imap ?? account.smtp).map { "\($0.endpoint)" } ?? ""
    guard let address = account.address else {
      return Text("\(ImportSentence.noAddress.english) \(server)", "\(ImportSentence.noAddress.simplifiedChinese)\(server)")
    }
    return Text("\(address) (\(server))", "\(address)（\(server)）")
  }

  var lines: [Text] {
    let address = account.address.map { Text(same: "\($0)") } ?? ImportSentence.noAddress
    let servers = MailProtocol.allCases.compactMap { mailProtocol in account[mailProtocol].map { server(mailProtocol, $0) } }
    return [address] + servers + (account.secretCommand.map { [ImportSentence.secretCommand(Visible($0))] } ?? [])
  }

  private func server(_ mailProtocol: MailProtocol, _ server: FoundServer) -> Text {
    let place = "\(mailProtocol.spoken)  \(server.endpoint)  \(Labels.security(server.endpoint.security).english)"
    guard case .written(let name) = server.username else { return Text(same: place) }
    return Text(
      "\(place)  \(Labels.userName.english) \(Visible(name))", "\(place)  \(Labels.userName.simplifiedChinese) \(Visible(name))")
  }

  /// Returns the JSON object. `call` is the call of `import` that found the account.
  func document(going call: Arguments) -> JSONValue {
    func server(_ found: FoundServer?) -> JSONValue {
      guard let found, case .object(var keys) = JSONValue.server(found.endpoint) else { return .null }
      let name = prefill.account.address.flatMap { found.username?.name(of: $0) }
      if let name { keys["username"] = .text(name) } else { keys["username"] = Self.written(found.username) }
      return .object(keys)
    }
    return .object([
      "name": .text(account.name), "provider": .optional(prefill.given.provider?.id),
      "address": .optional(account.address?.description), "imap": server(account.imap), "smtp": server(account.smtp),
      "secretCommand": .optional(account.secretCommand), "caFile": .optional(account.authorityFile),
      "call": .optional(ShellCall.text(prefill.trusting().given, going: call)),
    ])
  }

  /// Returns the user name if the file contains one. A user name that is formed from an address is not known without
  /// the address.
  private static func written(_ username: FoundServer.Username?) -> JSONValue {
    if case .written(let name) = username { .text(name) } else { .null }
  }
}
