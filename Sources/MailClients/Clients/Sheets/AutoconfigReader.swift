// Accounts in Thunderbird's autoconfiguration: config-v1.1.xml. It is about a domain and not about an address.

import Documents
import Vocabulary

enum AutoconfigReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    guard let root = XMLElement.document(text.octets), root.name == "clientConfig" else { return }
    for provider in root.children where provider.name == "emailProvider" {
      var parsed = ParsedAccount()
      parsed.name = provider["domain"]?.text ?? provider.attributes["id"] ?? ""
      // The first server of each kind is the preferred one.
      let imap = provider.children.first { $0.name == "incomingServer" && $0.attributes["type"] == "imap" }
      let smtp = provider.children.first { $0.name == "outgoingServer" && $0.attributes["type"] == "smtp" }
      (parsed.imap, parsed.smtp) = (server(imap, &collector), server(smtp, &collector))
      parsed.usesOAuth = [imap, smtp].contains { $0.map(takesTokensOnly) ?? false }
      collector.add(parsed)
    }
  }

  /// Returns whether a server has ways to sign in, and all of them need a token. Often a password is the second way.
  private static func takesTokensOnly(_ element: XMLElement) -> Bool {
    let ways = element.children.filter { $0.name == "authentication" }.map(\.text)
    return !ways.isEmpty && ways.allSatisfy(TokenWords.isMechanism)
  }

  private static func server(_ element: XMLElement?, _ collector: inout ImportCollector) -> ParsedAccount.Server {
    var server = ParsedAccount.Server()
    guard let element else { return server }
    (server.host, server.port) = (element["hostname"]?.text, element["port"]?.text)
    switch element["socketType"]?.text {
    case "SSL": server.security = .tls
    case "STARTTLS": server.security = .startTLS
    default: collector.remark(.notEncrypted)
    }
    switch element["username"]?.text {
    case "%EMAILADDRESS%", "%EMAILLOCALPART%@%EMAILDOMAIN%": server.username = .address
    case "%EMAILLOCALPART%": server.username = .localPart
    case let name: server.set(user: name)
    }
    collector.password(element["password"]?.text)
    return server
  }
}
