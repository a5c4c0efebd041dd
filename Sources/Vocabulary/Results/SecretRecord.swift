// What became of the secret at one server. Whatever is said about it - that it was sent, that it is right, that this is not
// known - is said by this record and never by the kind of a failure.

/// A secret leaves only inside TLS, to a server whose certificate was checked.
package struct SecretRecord: Equatable, Sendable {
  /// The stage in which it left this computer; nil where it never did.
  package var sent: Stage?
  /// The stage in which the server accepted it; nil where it did not, or did not come to an answer.
  package var accepted: Stage?

  package init(sent: Stage? = nil, accepted: Stage? = nil) { (self.sent, self.accepted) = (sent, accepted) }
}
