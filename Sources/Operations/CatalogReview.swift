// What a probe of the whole catalog shows about its entries, for those who maintain the catalog.

import Catalog
import Session
import Vocabulary

/// The servers of one entry that are not as the entry says.
package struct CatalogReview: Sendable {
  /// A server of the entry that no mail client can use as the entry says.
  package struct Finding: Sendable {
    /// The place of the server in the entry, for example `servers[0].imap[1]`. Servers of a family have the same path.
    package let path: String
    package let target: ProbeTarget
    package let failure: SessionFailure
    /// Whether the server is the first of its group, which is tried before all others.
    package let isFirst: Bool
  }

  package let provider: Provider
  package let findings: [Finding]

  /// Returns a review for each of `providers` with findings, in their order. A server that the interrupt left out is not one.
  package static func of(_ providers: [Provider], _ report: ProbeReport) -> [CatalogReview] {
    let servers = Dictionary(report.servers.map { ($0.target, $0) }) { first, _ in first }
    return providers.compactMap { provider in
      let findings = provider.servers.enumerated().flatMap { number, group in
        [(MailProtocol.imap, group.imap), (.smtp, group.smtp)].flatMap { mailProtocol, endpoints in
          endpoints.enumerated().compactMap { position, endpoint -> Finding? in
            guard let target = endpoint.endpoint(for: nil).map({ ProbeTarget(mailProtocol, $0) }), let server = servers[target],
              let failure = fault(of: server, at: provider)
            else { return nil }
            return Finding(
              path: "servers[\(number)].\(mailProtocol.rawValue)[\(position)]", target: target, failure: failure, isFirst: position == 0)
          }
        }
      }
      return findings.isEmpty ? nil : CatalogReview(provider: provider, findings: findings)
    }
  }

  /// Returns why the server is not as the entry says. That it accepts no password is a fault only of an entry that names one.
  private static func fault(of server: ProbedServer, at provider: Provider) -> SessionFailure? {
    guard let fault = provider.takesPassword ? server.obstacle : server.failure, fault.outcome != .interrupted else { return nil }
    return fault
  }
}
