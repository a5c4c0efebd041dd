// The settings of one account, from the provider and the address: servers, ports, user names.

import Vocabulary

/// The servers and user names of one account.
package struct ServerSettings: Sendable, Equatable {
  package var imap: Endpoint
  package var smtp: Endpoint
  package var imapUsername: String
  package var smtpUsername: String
  /// Other ports of the same host, to try if the first one cannot be reached.
  package var imapOtherPorts: [Endpoint] = []
  package var smtpOtherPorts: [Endpoint] = []

  /// The hosts that the secret is sent to: IMAP before SMTP, each once.
  package var hosts: [HostName] { imap.host == smtp.host ? [imap.host] : [imap.host, smtp.host] }

  package init(imap: Endpoint, smtp: Endpoint, imapUsername: String, smtpUsername: String) {
    (self.imap, self.smtp, self.imapUsername, self.smtpUsername) = (imap, smtp, imapUsername, smtpUsername)
  }
}

/// User names that override the forms of the provider. `nil` if the forms decide.
package struct Usernames: Sendable, Equatable {
  package var imap: String?
  package var smtp: String?

  package init(imap: String? = nil, smtp: String? = nil) { (self.imap, self.smtp) = (imap, smtp) }

  /// Uses `name` for both servers.
  package init(both name: String?) { (imap, smtp) = (name, name) }

  package subscript(mailProtocol: MailProtocol) -> String? {
    get { mailProtocol == .imap ? imap : smtp }
    set {
      switch mailProtocol {
      case .imap: imap = newValue
      case .smtp: smtp = newValue
      }
    }
  }
}

extension UsernameForms {
  /// The forms for one of the two servers.
  package subscript(mailProtocol: MailProtocol) -> [Form] { mailProtocol == .imap ? imap : smtp }
}

extension Provider {
  /// Returns the server groups for `address` as endpoints, in order of preference. Omits groups for other domains, and
  /// groups that depend on the address if `address` is `nil`.
  package func groups(for address: MailAddress?) -> [(group: ServerGroup, imap: [Endpoint], smtp: [Endpoint])] {
    let mine = servers.filter { group in
      guard let domain = address?.domain.text else { return true }
      return group.domains.isEmpty || group.domains.contains(domain)
    }
    // Groups for this domain come before groups for all domains.
    let ordered = mine.filter { !$0.domains.isEmpty } + mine.filter(\.domains.isEmpty)
    return ordered.compactMap { group in
      let imap = group.imap.compactMap { $0.endpoint(for: address) }
      let smtp = group.smtp.compactMap { $0.endpoint(for: address) }
      return imap.isEmpty || smtp.isEmpty ? nil : (group, imap, smtp)
    }
  }

  /// Returns the settings for `address` with the server group at index `number`. `usernames` override the forms of the
  /// provider. `nil` if the provider has no such group, or if a user name is missing that only the user knows.
  package func settings(for address: MailAddress, group number: Int = 0, usernames: Usernames = Usernames()) -> ServerSettings? {
    let groups = groups(for: address)
    guard groups.indices.contains(number), let imap = groups[number].imap.first, let smtp = groups[number].smtp.first,
      let imapName = usernames.imap ?? self.username.imap.first.flatMap({ UsernameForms.name($0, of: address) }),
      let smtpName = usernames.smtp ?? self.username.smtp.first.flatMap({ UsernameForms.name($0, of: address) })
    else { return nil }
    var settings = ServerSettings(imap: imap, smtp: smtp, imapUsername: imapName, smtpUsername: smtpName)
    // Another host would also receive the secret. Without asking the user, only other ports of the same host are tried.
    settings.imapOtherPorts = groups[number].imap.dropFirst().filter { $0.host == imap.host }
    settings.smtpOtherPorts = groups[number].smtp.dropFirst().filter { $0.host == smtp.host }
    return settings
  }

  /// Returns whether `host` is a server of this provider: a server for `address`, or one that is the same for all
  /// addresses, or one that the provider gives to a customer.
  package func has(_ host: HostName, for address: MailAddress?) -> Bool {
    hostSuffixes.contains(where: host.isWithin)
      || (groups(for: address) + groups(for: nil)).contains { group in (group.imap + group.smtp).contains { $0.host == host } }
  }

  /// Whether both servers of an account are this provider's.
  package func hasBoth(_ servers: (imap: Endpoint, smtp: Endpoint), for address: MailAddress) -> Bool {
    has(servers.imap.host, for: address) && has(servers.smtp.host, for: address)
  }

  /// The page on which users get the secret: the first address of the steps that lead to it. `nil` if there is none.
  package var pageOfSecret: WebAddress? {
    steps.first { $0.part == .obtain && $0.url != nil }?.url ?? steps.first { $0.url != nil }?.url
  }

  /// What users of this provider call the password of a mail program. `nil` if there is none: the sign-in that takes its place is
  /// nothing that can be entered.
  package var passwordKind: SecretKind? {
    switch secret.kind {
    case .oauth, .none: nil
    case .appPassword, .authorizationCode, .clientPassword, .accountPassword, .mailboxPassword, .bridgePassword: secret
    }
  }

  /// Whether mail programs can log in with an access token, if they have one.
  package var takesToken: Bool {
    switch status {
    case .active, .closing, .oauthOnly: !servers.isEmpty
    case .bridge, .noIMAP, .closed: false
    }
  }

  /// Whether mail clients can sign in with a password. For a bridge it is the one that the provider's own program shows.
  package var takesPassword: Bool {
    switch status {
    case .active, .closing, .bridge: secret.kind != .oauth && secret.kind != .none && !servers.isEmpty
    case .oauthOnly, .noIMAP, .closed: false
    }
  }
}
