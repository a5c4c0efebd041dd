// What a finished verification knows. Everything beyond the failures is optional and only sharpens the diagnosis.

import Catalog
import Vocabulary

package struct Evidence: Sendable {
  package var imap: SessionFailure?
  package var smtp: SessionFailure?
  /// Whether the secret is an access token instead of a password.
  package var usesToken = false
  /// Whether the secret has the provider's shape; `nil` if the catalog does not know the shape.
  package var secretFits: Bool?
  /// Whether the user name has the form that this side prefers. No entry if that is not known.
  package var usernameFits: [MailProtocol: Bool]
  /// The servers that were connected to. No entry if that is not known.
  package var endpoints: [MailProtocol: Endpoint] = [:]
  /// The sides whose server the provider's entry names.
  package var ownServers: Set<MailProtocol> = []
  /// Mechanisms or capabilities that a side offered before the login.
  package var offered: [MailProtocol: [String]]
  /// The host that each side was connected to, and the host that its greeting names.
  package var hosts: [MailProtocol: (asked: HostName, greeted: HostName)]
  /// The sides whose server is one of the provider's entry and does not depend on the address, so that nobody can have mistyped it.
  package var listed: Set<MailProtocol> = []

  package init(
    imap: SessionFailure?, smtp: SessionFailure?, secretFits: Bool? = nil, usernameFits: [MailProtocol: Bool] = [:],
    offered: [MailProtocol: [String]] = [:], hosts: [MailProtocol: (asked: HostName, greeted: HostName)] = [:]
  ) {
    (self.imap, self.smtp, self.secretFits) = (imap, smtp, secretFits)
    (self.usernameFits, self.offered, self.hosts) = (usernameFits, offered, hosts)
  }

  package subscript(mailProtocol: MailProtocol) -> SessionFailure? {
    switch mailProtocol {
    case .imap: imap
    case .smtp: smtp
    }
  }
}

extension Evidence {
  /// Returns whether this server has accepted the secret. A session without a failure has.
  func hasAcceptedSecret(_ mailProtocol: MailProtocol) -> Bool { self[mailProtocol].map { $0.secret.accepted != nil } ?? true }
}

extension Provider {
  /// Returns whether `username` has the first of the forms that this side accepts; `nil` if that form is an identifier
  /// only the user knows. A name that was derived from an address at the user's own domain does not fit if the entry says
  /// that the account is known by another address.
  package func fits(_ username: String, of address: MailAddress, for mailProtocol: MailProtocol) -> Bool? {
    let names = UsernameForms.Form.allCases.compactMap { UsernameForms.name($0, of: address) }
    if needsOtherAddress(for: address) { return names.contains(username) ? false : nil }
    return self.username[mailProtocol].first.flatMap { UsernameForms.name($0, of: address) }.map { $0 == username }
  }
}
