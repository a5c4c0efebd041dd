// Which servers a probe is about.

import Catalog
import Session
import Vocabulary

enum ProbeTargets {
  /// All a provider has for `address`: every group and every port, IMAP and SMTP in turn, each once.
  static func of(_ provider: Provider, for address: MailAddress?) -> [ProbeTarget] {
    let groups = provider.groups(for: address)
    return inTurn(imap: groups.flatMap(\.imap), smtp: groups.flatMap(\.smtp))
  }

  /// What a verification with `settings` would connect to.
  static func of(_ settings: ServerSettings) -> [ProbeTarget] {
    inTurn(imap: [settings.imap] + settings.imapOtherPorts, smtp: [settings.smtp] + settings.smtpOtherPorts)
  }

  /// All of these, in their order, with the ids of those who share a server. What depends on an address is left out.
  static func of(_ providers: [Provider]) -> [(target: ProbeTarget, providers: [String])] {
    var order: [ProbeTarget] = []
    var owners: [ProbeTarget: [String]] = [:]
    for provider in providers {
      for target in of(provider, for: nil) {
        if owners[target] == nil { order.append(target) }
        owners[target, default: []].append(provider.id)
      }
    }
    return order.map { ($0, owners[$0] ?? []) }
  }

  static func inTurn(imap: [Endpoint], smtp: [Endpoint]) -> [ProbeTarget] {
    var known: Set<ProbeTarget> = []
    return (0..<max(imap.count, smtp.count)).flatMap { position -> [ProbeTarget] in
      [
        imap.indices.contains(position) ? ProbeTarget(.imap, imap[position]) : nil,
        smtp.indices.contains(position) ? ProbeTarget(.smtp, smtp[position]) : nil,
      ].compactMap { $0 }
    }.filter { known.insert($0).inserted }
  }
}
