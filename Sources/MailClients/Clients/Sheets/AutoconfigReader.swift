// Thunderbird's autoconfiguration: config-v1.1.xml. It is for a domain and not for an address.

import Documents
import Vocabulary

enum AutoconfigReader {
  static func read(_ text: ConfigurationText, into harvest: inout ImportCollector) {
    guard let root = XMLElement.document(text.octets), root.name == "clientConfig" else { return }
    for provider in root.children where provider.name == "emailProvider" {
      var draft = ParsedAccount()
      draft.name = provider["domain"]?.text ?? provider.attributes["id"] ?? ""
      // The first of each kind is the one to be preferred.
      draft.imap = server(provider.children.first { $0.name == "incomingServer" && $0.attributes["type"] == "imap" }, &harvest)
      draft.smtp = server(provider.children.first { $0.name == "outgoingServer" && $0.attributes["type"] == "smtp" }, &harvest)
      harvest.add(draft)
    }
  }

  private static func server(_ element: XMLElement?, _ harvest: inout ImportCollector) -> ParsedAccount.Server {
    var server = ParsedAccount.Server()
    guard let element else { return server }
    (server.host, server.port) = (element["hostname"]?.text, element["port"]?.text)
    switch element["socketType"]?.text {
    case "SSL": server.security = .tls
    case "STARTTLS": server.security = .startTLS
    default: harvest.remark(.notEncrypted)
    }
    switch element["username"]?.text {
    case "%EMAILADDRESS%", "%EMAILLOCALPART%@%EMAILDOMAIN%": server.username = .address
    case "%EMAILLOCALPART%": server.username = .localPart
    case let name: server.set(user: name)
    }
    harvest.password(element["password"]?.text)
    return server
  }
}
