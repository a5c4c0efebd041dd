// From a provider and an address to what a mail program is told: servers, ports, user names.

import Vocabulary

/// The parameters of one account.
package struct ServerSettings: Sendable, Equatable {
  package var imap: Endpoint
  package var smtp: Endpoint
  package var imapUsername: String
  package var smtpUsername: String
  /// Other ports of the same hosts, for when the first cannot be reached.
  package var imapOtherPorts: [Endpoint] = []
  package var smtpOtherPorts: [Endpoint] = []

  package init(imap: Endpoint, smtp: Endpoint, imapUsername: String, smtpUsername: String) {
    (self.imap, self.smtp, self.imapUsername, self.smtpUsername) = (imap, smtp, imapUsername, smtpUsername)
  }
}

/// User names that somebody has given; nil where the provider's forms decide.
package struct Usernames: Sendable, Equatable {
  package var imap: String?
  package var smtp: String?

  package init(imap: String? = nil, smtp: String? = nil) { (self.imap, self.smtp) = (imap, smtp) }

  /// One name for both servers.
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
  /// The forms of one of the two servers.
  package subscript(mailProtocol: MailProtocol) -> [Form] { mailProtocol == .imap ? imap : smtp }
}

extension Provider {
  /// The server groups for `address` in order of preference, as endpoints; those for other domains and those that need
  /// an address when there is none are left out.
  package func groups(for address: MailAddress?) -> [(group: ServerGroup, imap: [Endpoint], smtp: [Endpoint])] {
    let mine = servers.filter { group in
      guard let domain = address?.domain.text else { return true }
      return group.domains.isEmpty || group.domains.contains(domain)
    }
    // What is for this very domain goes before what is for all.
    let ordered = mine.filter { !$0.domains.isEmpty } + mine.filter(\.domains.isEmpty)
    return ordered.compactMap { group in
      let imap = group.imap.compactMap { $0.endpoint(for: address) }
      let smtp = group.smtp.compactMap { $0.endpoint(for: address) }
      return imap.isEmpty || smtp.isEmpty ? nil : (group, imap, smtp)
    }
  }

  /// The settings for `address` with server group number `group`; nil where the provider has no such group or the user
  /// name has to be asked for.
  package func settings(for address: MailAddress, group number: Int = 0, usernames: Usernames = Usernames()) -> ServerSettings? {
    let groups = groups(for: address)
    guard groups.indices.contains(number), let imap = groups[number].imap.first, let smtp = groups[number].smtp.first,
      let imapName = usernames.imap ?? self.username.imap.first.flatMap({ UsernameForms.name($0, of: address) }),
      let smtpName = usernames.smtp ?? self.username.smtp.first.flatMap({ UsernameForms.name($0, of: address) })
    else { return nil }
    var settings = ServerSettings(imap: imap, smtp: smtp, imapUsername: imapName, smtpUsername: smtpName)
    // Another host is another place for the secret: only other ports of the same one are tried without asking.
    settings.imapOtherPorts = groups[number].imap.dropFirst().filter { $0.host == imap.host }
    settings.smtpOtherPorts = groups[number].smtp.dropFirst().filter { $0.host == smtp.host }
    return settings
  }

  /// Whether `host` is a server of this provider: one of those for `address`, or one that is the same for everybody.
  package func has(_ host: HostName, for address: MailAddress?) -> Bool {
    (groups(for: address) + groups(for: nil)).contains { group in (group.imap + group.smtp).contains { $0.host == host } }
  }

  /// Whether a password can log in here at all.
  package var takesPassword: Bool {
    switch status {
    case .active, .closing: secret.kind != .oauth && secret.kind != .none && !servers.isEmpty
    case .oauthOnly, .bridge, .noIMAP, .closed: false
    }
  }
}
