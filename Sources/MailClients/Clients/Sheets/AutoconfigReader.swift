// Accounts in Thunderbird's autoconfiguration: config-v1.1.xml. It is about domains and not about an address.

import Documents
import Vocabulary

enum AutoconfigReader {
  static func read(_ text: ConfigurationText, into collector: inout ImportCollector) {
    guard let document = AutoconfigDocument(text.octets) else { return }
    let domains = document.domains.compactMap(HostName.init)
    // A single domain without a placeholder is that of every address.
    let domain = collector.address?.domain ?? (document.domains.count == 1 ? domains.first : nil)
    var parsed = ParsedAccount()
    parsed.from = collector.address?.description
    parsed.name = domains.first?.text ?? ""
    for mailProtocol in MailProtocol.allCases {
      guard let server = document.preferred(mailProtocol) else {
        if document.inClear.contains(mailProtocol) { collector.remark(.notEncrypted) }
        continue
      }
      parsed[mailProtocol] = self.server(server, domain, &collector)
      if server.takesOnlyTokens { parsed.usesOAuth = true }
    }
    if document.preferred(.imap) == nil, document.hasPOP3 { collector.remark(.pop3) }
    if document.hasPassword { collector.remark(.passwordInClear) }
    collector.add(parsed)
  }

  private static func server(
    _ found: AutoconfigDocument.Server, _ domain: HostName?, _ collector: inout ImportCollector
  ) -> ParsedAccount.Server {
    var server = ParsedAccount.Server()
    let endpoint = collector.address.map { found.endpoint(for: $0) } ?? found.endpoint(for: domain)
    if let endpoint {
      (server.host, server.port, server.security) = (endpoint.host.text, "\(endpoint.port)", endpoint.security)
    } else if ["%EMAILDOMAIN%", "%EMAILLOCALPART%", "%EMAILADDRESS%"].contains(where: found.host.contains), collector.address == nil {
      collector.remark(.dependsOnAddress)
      return server
    } else {
      // In a file of the user's own, an IP address or a bare name is a server like any other: a bridge on this computer.
      (server.host, server.port, server.security) = (found.host, "\(found.port)", found.security)
    }
    switch found.username {
    case nil, "%EMAILADDRESS%", "%EMAILLOCALPART%@%EMAILDOMAIN%": server.username = .address
    case "%EMAILLOCALPART%":
      server.username = .localPart
      if collector.address == nil { collector.remark(.dependsOnAddress) }
    case .some:
      if let name = found.literalUsername ?? collector.address.flatMap({ found.username(for: $0) }) {
        server.set(user: name)
      } else if collector.address == nil {
        collector.remark(.dependsOnAddress)
      }
    }
    return server
  }
}
