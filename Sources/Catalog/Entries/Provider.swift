// One entry of the catalog: a mail provider, its servers, its secret, its guide.

import Vocabulary

package struct Provider: Sendable, Equatable {
  package enum Category: String, Sendable, CaseIterable { case personal, business, isp, hosting }

  package enum Status: String, Sendable, CaseIterable {
    case active
    /// No password works.
    case oauthOnly = "oauth-only"
    /// A program of the provider's own has to run on this computer.
    case bridge
    case noIMAP = "no-imap"
    case closing, closed
  }

  package enum Confidence: String, Sendable, CaseIterable { case high, medium, low }

  package let id: String
  package let name: Text
  package let aliases: [String]
  package let category: Category
  package let regions: [String]
  package let status: Status
  package let statusNote: Text?
  package let domains: [String]
  /// Domains that are probably this provider's; said to be unconfirmed.
  package let unconfirmedDomains: [String]
  /// Domains whose sub-domains belong here too.
  package let domainSuffixes: [String]
  /// Suffixes of MX host names.
  package let mx: [String]
  package let web: WebAddress?
  /// In order of preference: the first group that is for the address is used, the next is what to try when it refuses.
  package let servers: [ServerGroup]
  package let username: UsernameForms
  package let secret: SecretKind
  package let twoFactor: TwoFactor
  package let steps: [Step]
  package let notes: [Note]
  package let session: SessionDemands
  package let replies: [ReplyRule]
  package let help: [WebAddress]
  package let sources: [String]
  /// How sure the servers, and the kind of secret with its steps, are.
  package let confidence: (servers: Confidence, secret: Confidence)
  /// ISO 8601 date on which the entry was last compared with its sources.
  package let checked: String

  package enum TwoFactor: String, Sendable, CaseIterable { case required, optional, unknown }

  /// The same entry with other servers.
  package func with(servers: [ServerGroup]) -> Provider {
    Provider(
      id: id, name: name, aliases: aliases, category: category, regions: regions, status: status, statusNote: statusNote, domains: domains,
      unconfirmedDomains: unconfirmedDomains, domainSuffixes: domainSuffixes, mx: mx, web: web, servers: servers, username: username,
      secret: secret, twoFactor: twoFactor, steps: steps, notes: notes, session: session, replies: replies, help: help, sources: sources,
      confidence: confidence, checked: checked)
  }

  package static func == (left: Provider, right: Provider) -> Bool { left.id == right.id }
}

/// A pair of services that belong together. The endpoints after the first of each are other ports or names of the same
/// service.
package struct ServerGroup: Sendable, Equatable {
  package let imap: [ServerEndpoint]
  package let smtp: [ServerEndpoint]
  /// Only for addresses at these domains; empty for all.
  package let domains: [String]
  package let note: Text?

  package init(imap: [ServerEndpoint], smtp: [ServerEndpoint], domains: [String], note: Text?) {
    (self.imap, self.smtp, self.domains, self.note) = (imap, smtp, domains, note)
  }
}

/// An endpoint whose host may depend on the address: `{domain}` stands for the part after the @.
package struct ServerEndpoint: Sendable, Equatable {
  package let host: String
  package let port: UInt16
  package let security: Security

  package static let placeholder = "{domain}"

  package init(host: String, port: UInt16, security: Security) {
    (self.host, self.port, self.security) = (host, port, security)
  }

  /// The endpoint for an address; nil without an address where the host depends on it.
  package func endpoint(for address: MailAddress?) -> Endpoint? {
    guard host.contains(Self.placeholder) else {
      return HostName(host).map { Endpoint(host: $0, port: port, security: security) }
    }
    guard let address else { return nil }
    let parts = host.split(separator: Self.placeholder, omittingEmptySubsequences: false)
    return HostName(parts.joined(separator: address.domain.text)).map { Endpoint(host: $0, port: port, security: security) }
  }
}

/// What the user name is made of, in the order to try; a program uses the first and names the others.
package struct UsernameForms: Sendable, Equatable {
  package enum Form: String, Sendable, CaseIterable {
    case address
    case localPart = "local-part"
    /// An identifier that has to be asked for.
    case other
  }

  package let imap: [Form]
  package let smtp: [Form]
  package let note: Text?

  /// The user name of `form`, or nil where it cannot be made from the address.
  package static func name(_ form: Form, of address: MailAddress) -> String? {
    switch form {
    case .address: address.description
    case .localPart: address.localPart
    case .other: nil
    }
  }
}

/// One instruction of the guide.
package struct Step: Sendable, Equatable {
  package enum Part: String, Sendable, CaseIterable {
    /// What has to be so before: two-factor authentication, a bound phone.
    case prepare
    case administrator
    /// Switching IMAP and SMTP on.
    case enable
    /// Getting the secret.
    case obtain
  }

  package let part: Part
  package let text: Text
  /// Labels exactly as on the page, from the outside in.
  package let menu: [String]
  /// The same path in other languages of the page, by language tag.
  package let menuIn: [String: [String]]
  package let url: WebAddress?
  /// What this step mends.
  package let solves: [Cause]
  /// False where no source confirms the label or the place.
  package let isConfirmed: Bool
}

/// A piece of advice that is no step.
package struct Note: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case warning, save, separate, review, revoke, lost, expiry, phone, editions, why, verify, administrator, info, about
  }

  package let kind: Kind
  package let text: Text
}

/// What the session has to heed.
package struct SessionDemands: Sendable, Equatable {
  package enum IDTiming: String, Sendable, CaseIterable {
    case beforeLogin = "before-login"
    case afterLogin = "after-login"
  }

  /// When the server demands RFC 2971 ID.
  package let id: [IDTiming]
  package let saslIRBroken: Bool
  package let retryWithLogin: Bool
  /// The server counts RCPT TO as mail: a verification goes without it.
  package let skipsRecipient: Bool
  package let charset: Charset?
}

/// Words of this provider's servers and what is behind them, most likely first.
package struct ReplyRule: Sendable, Equatable {
  package enum Phase: String, Sendable, CaseIterable { case greeting, login, inbox, sender, any }

  /// nil for both.
  package let mailProtocol: MailProtocol?
  package let moment: Phase
  /// Found anywhere in the server's text (for SMTP: the code, a blank, the text), ignoring case.
  package let match: String
  package let causes: [Cause]
}
