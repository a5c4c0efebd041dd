// What one session is to prove, and what the catalog knows about the server.

import Vocabulary
import Wire

package struct SessionPlan: Sendable {
  package let mailProtocol: MailProtocol
  package let endpoint: Endpoint
  package let credentials: Credentials
  /// The sender that MAIL FROM asks about.
  package let sender: MailAddress
  package let quirks: Quirks

  package init(mailProtocol: MailProtocol, endpoint: Endpoint, credentials: Credentials, sender: MailAddress, quirks: Quirks) {
    self.mailProtocol = mailProtocol
    self.endpoint = endpoint
    self.credentials = credentials
    self.sender = sender
    self.quirks = quirks
  }

  /// The same with other quirks.
  func with(_ quirks: Quirks) -> SessionPlan {
    SessionPlan(mailProtocol: mailProtocol, endpoint: endpoint, credentials: credentials, sender: sender, quirks: quirks)
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

  package init() {}
}
