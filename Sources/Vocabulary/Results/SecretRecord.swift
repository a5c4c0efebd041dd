// What happened to the secret at one server.

/// Records whether the server received and accepted the secret. Every statement about the secret (that it was sent,
/// that it is correct, that this is not known) comes from this record and never from the kind of a failure. This
/// program sends a secret only inside TLS, to a server whose certificate it has checked.
package struct SecretRecord: Equatable, Sendable {
  /// The stage in which the secret left this computer. `nil` if it never left.
  package var sent: Stage?
  /// The stage in which the server accepted the secret. `nil` if the server refused it or did not answer.
  package var accepted: Stage?

  package init(sent: Stage? = nil, accepted: Stage? = nil) { (self.sent, self.accepted) = (sent, accepted) }
}
