// A server that a source names for an address, and whose word that is.

import Vocabulary

package struct DiscoveredServer: Equatable, Sendable {
  /// Who names the server.
  package enum Origin: Equatable, Sendable {
    /// SRV records: whoever controls the DNS.
    case services
    /// A document at this host, which is inside the domain and proved its name with a certificate.
    case document(HostName)
    /// A document at a host outside the domain that the user agreed to ask: that of the MX host, or one that the domain leads to.
    case foreignDocument(HostName)
    /// Thunderbird's public list.
    case publicList
    /// Nobody. A usual name inside the domain leads to such a server, whose certificate is for that name.
    case guess
  }

  package let mailProtocol: MailProtocol
  package let endpoint: Endpoint
  package let origin: Origin
  /// The user name that the source gives for the address. `nil` if it gives none.
  package var username: String?
  /// Whether the source names no way to sign in but OAuth 2.0.
  package var takesOnlyTokens = false

  package init(_ mailProtocol: MailProtocol, _ endpoint: Endpoint, from origin: Origin) {
    (self.mailProtocol, self.endpoint, self.origin) = (mailProtocol, endpoint, origin)
  }
}

/// One question of a discovery and what came of it: for the document of a program, and for whoever reports a fault.
package struct DiscoveryStep: Equatable, Sendable {
  /// The raw values are words of the JSON.
  package enum Source: String, Sendable, CaseIterable {
    case mx, srv, document
    case foreignDocument = "foreign_document"
    case publicList = "public_list"
    case guess
  }

  /// The raw values are words of the JSON.
  package enum Outcome: String, Sendable, CaseIterable {
    case found, nothing
    /// It was there, but holds nothing that this program uses.
    case unusable
    /// There was no answer, or none that could be trusted.
    case failed
    /// It was not waited for, because a better source had answered or the time was up.
    case dropped
  }

  package let source: Source
  /// The domain, the address of the document, or the server.
  package let name: String
  package let outcome: Outcome
  package let milliseconds: Int
}
