// One entry of the catalog: a mail provider with its servers, its secret and its guide.

import Vocabulary

/// A mail provider. Two providers are equal if their ids are equal.
package struct Provider: Sendable, Equatable {
  /// The kind of customers or business. The raw values are words of the catalog.
  package enum Category: String, Sendable, CaseIterable { case personal, business, isp, hosting }

  /// How mail programs can use the provider.
  package enum Status: String, Sendable, CaseIterable {
    case active
    /// The provider accepts no password, only tokens.
    case oauthOnly = "oauth-only"
    /// A program of the provider has to run on this computer.
    case bridge
    case noIMAP = "no-imap"
    case closing, closed
  }

  /// How certain a statement of an entry is.
  package enum Confidence: String, Sendable, CaseIterable { case high, medium, low }

  package let id: String
  package let name: Text
  package let aliases: [String]
  package let category: Category
  package let regions: [String]
  package let status: Status
  package let statusNote: Text?
  package let domains: [String]
  /// Domains that are probably this provider's. The program tells the user that they are unconfirmed.
  package let unconfirmedDomains: [String]
  /// Domains whose subdomains also belong to the provider.
  package let domainSuffixes: [String]
  /// Suffixes of the names of MX hosts.
  package let mx: [String]
  /// Suffixes of the names of MX hosts that also receive for others. A match is offered, but proves nothing.
  package let mxHints: [String]
  /// Suffixes of the names of servers, for a provider that gives each customer a server.
  package let hostSuffixes: [String]
  package let web: WebAddress?
  /// In order of preference. The first group that fits the address is used. The next one is the alternative if its
  /// servers refuse the login.
  package let servers: [ServerGroup]
  package let username: UsernameForms
  package let secret: SecretKind
  package let twoFactor: TwoFactor
  package let steps: [Step]
  package let protocolSwitch: ProtocolSwitch
  /// The sign-in in a browser. `nil` if the provider has none for mail clients, or if nothing is known about it.
  package let oauth: OAuthService?
  package let notes: [Note]
  package let session: Quirks
  package let replies: [ReplyRule]
  package let help: [WebAddress]
  package let sources: [String]
  /// How certain the servers are, and how certain the kind of secret and its steps are.
  package let confidence: (servers: Confidence, secret: Confidence)
  /// The ISO 8601 date on which the entry was last compared with its sources.
  package let checked: String

  /// Whether users have to set up two-factor authentication for the secret.
  package enum TwoFactor: String, Sendable, CaseIterable { case required, optional, unknown }

  /// What has to be switched on at the provider before mail clients may connect.
  package enum ProtocolSwitch: String, Sendable, CaseIterable {
    /// Nothing: the provider has no such switch.
    case none
    /// IMAP and SMTP have a switch each, or only one of them has.
    case each
    /// One switch for both.
    case one

    /// Derives the switch from the steps that solve `imap_disabled` and `smtp_disabled`.
    package init(of steps: [Step]) {
      let imap = steps.firstIndex { $0.solves.contains(.imapDisabled) }
      let smtp = steps.firstIndex { $0.solves.contains(.smtpDisabled) }
      self = imap == nil && smtp == nil ? .none : imap == smtp ? .one : .each
    }
  }

  /// Whether there is a switch for this protocol.
  package func hasSwitch(for mailProtocol: MailProtocol) -> Bool {
    switch protocolSwitch {
    case .none: false
    case .one: true
    case .each:
      steps.contains { $0.solves.contains(mailProtocol == .imap ? .imapDisabled : .smtpDisabled) }
        || ProtocolSwitch(of: steps) == .none
    }
  }

  /// Returns the same entry with other servers.
  package func with(servers: [ServerGroup]) -> Provider {
    Provider(
      id: id, name: name, aliases: aliases, category: category, regions: regions, status: status, statusNote: statusNote, domains: domains,
      unconfirmedDomains: unconfirmedDomains, domainSuffixes: domainSuffixes, mx: mx, mxHints: mxHints, hostSuffixes: hostSuffixes,
      web: web, servers: servers, username: username, secret: secret, twoFactor: twoFactor, steps: steps,
      protocolSwitch: protocolSwitch, oauth: oauth, notes: notes, session: session, replies: replies, help: help,
      sources: sources,
      confidence: confidence, checked: checked)
  }

  package static func == (left: Provider, right: Provider) -> Bool { left.id == right.id }
}

/// An IMAP and an SMTP service that belong together. Endpoints after the first are other ports or host names of the
/// same service.
package struct ServerGroup: Sendable, Equatable {
  package let imap: [ServerEndpoint]
  package let smtp: [ServerEndpoint]
  /// The group is only for addresses at these domains. Empty if it is for all addresses.
  package let domains: [String]
  /// Suffixes of the names of MX hosts that prove this group, where the provider has several.
  package let mx: [String]
  package let note: Text?

  package init(imap: [ServerEndpoint], smtp: [ServerEndpoint], domains: [String], mx: [String] = [], note: Text?) {
    (self.imap, self.smtp, self.domains, self.mx, self.note) = (imap, smtp, domains, mx, note)
  }
}

/// An endpoint whose host can depend on the address. `{domain}` in the host is replaced by the domain of the address. The host
/// `{mx}` is the MX host of that domain, see `Provider.placed(by:)`.
package struct ServerEndpoint: Sendable, Equatable {
  package let host: String
  package let port: UInt16
  package let security: Security

  /// The text in a host that is replaced by the domain of the address.
  package static let placeholder = "{domain}"
  /// The host that is replaced by the MX host.
  package static let mxPlaceholder = "{mx}"

  package init(host: String, port: UInt16, security: Security) {
    (self.host, self.port, self.security) = (host, port, security)
  }

  /// Returns the endpoint for `address`. `nil` if the host depends on the address and `address` is `nil`, if it depends on the
  /// MX host, or if the resulting host name is not legal.
  package func endpoint(for address: MailAddress?) -> Endpoint? {
    guard host.contains(Self.placeholder) else {
      return HostName(host).map { Endpoint(host: $0, port: port, security: security) }
    }
    guard let address else { return nil }
    let parts = host.split(separator: Self.placeholder, omittingEmptySubsequences: false)
    return HostName(parts.joined(separator: address.domain.text)).map { Endpoint(host: $0, port: port, security: security) }
  }
}

/// The forms of user names that the servers accept, in order of preference. Mail programs use the first one, and texts
/// for the user mention the others.
package struct UsernameForms: Sendable, Equatable {
  /// One form of a user name. The raw values are words of the catalog.
  package enum Form: String, Sendable, CaseIterable {
    case address
    case localPart = "local-part"
    /// An identifier that only the user knows.
    case other
  }

  package let imap: [Form]
  package let smtp: [Form]
  /// Whether the user names for addresses at a domain of the user's own are those of another address of the account.
  package let isOtherAtOwnDomain: Bool
  package let note: Text?

  /// Returns the user name of `address` in this form. `nil` if it cannot be derived from the address.
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
  /// The parts of the guide, in their order.
  package enum Part: String, Sendable, CaseIterable {
    /// What is necessary before the other steps: two-factor authentication, a linked phone.
    case prepare
    case administrator
    /// Enabling IMAP and SMTP.
    case enable
    /// Getting the secret.
    case obtain
  }

  package let part: Part
  package let text: Text
  /// The labels of the menu path, exactly as on the page, from the outermost to the innermost.
  package let menu: [String]
  /// The same path in other languages of the page, by language tag.
  package let menuIn: [String: [String]]
  package let url: WebAddress?
  /// The causes that this step corrects.
  package let solves: [Cause]
  /// False if no source confirms the label or the place.
  package let isConfirmed: Bool
  /// Whether it can be done only on a phone.
  package let isOnPhone: Bool
}

/// Advice that is not a step.
package struct Note: Sendable, Equatable {
  /// The subject of a note. Each kind has its own heading or question in the guide.
  package enum Kind: String, Sendable, CaseIterable {
    case warning, save, separate, review, revoke, lost, expiry, phone, editions, why, verify, administrator, info, about
  }

  package let kind: Kind
  package let text: Text
  /// The first and the last day on which the note is right, as YYYY-MM-DD. `nil` without a limit.
  package let from: String?
  package let until: String?

  package init(kind: Kind, text: Text, from: String? = nil, until: String? = nil) {
    (self.kind, self.text, self.from, self.until) = (kind, text, from, until)
  }

  /// Returns whether the note is right on `day`, an ISO 8601 date.
  package func applies(on day: String) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true) }
}

/// A text in the replies of this provider's servers, and the causes that it indicates, most likely first.
package struct ReplyRule: Sendable, Equatable {
  /// The phase of a session that the rule applies to.
  package enum Phase: String, Sendable, CaseIterable { case greeting, login, inbox, sender, any }

  /// The protocol that the rule applies to. `nil` for both.
  package let mailProtocol: MailProtocol?
  package let moment: Phase
  /// The text to search for in the server's text, ignoring case. For SMTP, the server's text is the code, a space and
  /// the text.
  package let match: String
  package let causes: [Cause]
}

extension Provider {
  /// Whether the user names of an account with `address` are those of another address, at the provider's own domain.
  package func needsOtherAddress(for address: MailAddress) -> Bool {
    username.isOtherAtOwnDomain && !domains.contains(address.domain.text)
  }
}
