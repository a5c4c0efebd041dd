// The plan of one session: what it proves, and what the catalog knows about the server.

import Vocabulary
import Wire

/// One session with one server.
package struct SessionPlan: Sendable {
  package let mailProtocol: MailProtocol
  package let endpoint: Endpoint
  package let credentials: Credentials
  /// The address that MAIL FROM and RCPT TO are asked about.
  package let sender: MailAddress
  package let quirks: Quirks
  /// Returns what a refusal of the user's own address as a recipient means. The diagnosis knows the texts of servers.
  package let recipientMeaning: @Sendable (ServerReply) -> RecipientMeaning
  /// Whether the login must use LOGIN, because PLAIN was refused on the connection before.
  package let onlyLogin: Bool

  package init(
    mailProtocol: MailProtocol, endpoint: Endpoint, credentials: Credentials, sender: MailAddress, quirks: Quirks, onlyLogin: Bool = false,
    recipientMeaning: @escaping @Sendable (ServerReply) -> RecipientMeaning
  ) {
    self.mailProtocol = mailProtocol
    self.endpoint = endpoint
    self.credentials = credentials
    self.sender = sender
    self.quirks = quirks
    self.onlyLogin = onlyLogin
    self.recipientMeaning = recipientMeaning
  }

  /// The same plan with LOGIN instead of PLAIN.
  var withLogin: SessionPlan {
    SessionPlan(
      mailProtocol: mailProtocol, endpoint: endpoint, credentials: credentials, sender: sender, quirks: quirks, onlyLogin: true,
      recipientMeaning: recipientMeaning)
  }
}
