// The servers of a probe.

import Catalog
import Session
import Vocabulary

package enum ProbeTargets {
  /// Returns all servers of a provider for `address`: every group and every port, IMAP and SMTP alternating, each once.
  package static func of(_ provider: Provider, for address: MailAddress?) -> [ProbeTarget] {
    let groups = provider.groups(for: address)
    return inTurn(imap: groups.flatMap(\.imap), smtp: groups.flatMap(\.smtp))
  }

  /// Returns the servers that a verification with `settings` connects to.
  package static func of(_ settings: ServerSettings) -> [ProbeTarget] {
    inTurn(imap: [settings.imap] + settings.imapOtherPorts, smtp: [settings.smtp] + settings.smtpOtherPorts)
  }

  /// Returns the servers of all providers, in their order, with the ids of the providers that share each. Servers whose host depends on
  /// an address are left out.
  package static func of(_ providers: [Provider]) -> [(target: ProbeTarget, providers: [String])] {
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

  package static func inTurn(imap: [Endpoint], smtp: [Endpoint]) -> [ProbeTarget] {
    var known: Set<ProbeTarget> = []
    return (0..<max(imap.count, smtp.count)).flatMap { position -> [ProbeTarget] in
      [
        imap.indices.contains(position) ? ProbeTarget(.imap, imap[position]) : nil,
        smtp.indices.contains(position) ? ProbeTarget(.smtp, smtp[position]) : nil,
      ].compactMap { $0 }
    }.filter { known.insert($0).inserted }
  }
}
