// What one session is to prove, and what the catalog knows about the server.

import Vocabulary
import Wire

package struct SessionPlan: Sendable {
  package let mailProtocol: MailProtocol
  package let endpoint: Endpoint
  package let credentials: Credentials
  /// The sender that MAIL FROM and RCPT TO ask about.
  package let sender: MailAddress
  package let quirks: Quirks
  /// What a refusal of the own address as a recipient says: for who knows the words of servers.
  package let recipientMeaning: @Sendable (ServerReply) -> RecipientMeaning

  package init(
    mailProtocol: MailProtocol, endpoint: Endpoint, credentials: Credentials, sender: MailAddress, quirks: Quirks,
    recipientMeaning: @escaping @Sendable (ServerReply) -> RecipientMeaning
  ) {
    self.mailProtocol = mailProtocol
    self.endpoint = endpoint
    self.credentials = credentials
    self.sender = sender
    self.quirks = quirks
    self.recipientMeaning = recipientMeaning
  }

  /// The same with other quirks.
  func with(_ quirks: Quirks) -> SessionPlan {
    SessionPlan(
      mailProtocol: mailProtocol, endpoint: endpoint, credentials: credentials, sender: sender, quirks: quirks,
      recipientMeaning: recipientMeaning)
  }
}

/// What a server needs that its own words do not say.
package struct Quirks: Equatable, Sendable {
  /// RFC 2971 ID is demanded before the login, after it, or both.
  package var idBeforeLogin = false
  package var idAfterLogin = false
  /// SASL-IR is advertised and not understood (Coremail).
  package var saslIRBroken = false
  /// A secret that AUTHENTICATE PLAIN refuses may pass with LOGIN, once, on a new connection (iCloud).
  package var retryWithLogin = false
  /// Set for that second connection.
  package var onlyLogin = false
  /// The server counts RCPT TO as mail that is sent: a verification goes without it.
  package var skipsRecipient = false

  package init() {}
}
