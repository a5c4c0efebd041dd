// What a server said about a token that it refused.

/// The members of the JSON object in a server's challenge (RFC 7628, section 3.2.2). For display and diagnosis: this
/// program never connects to an address in it.
package struct TokenStatus: Equatable, Sendable {
  /// `invalid_token`, `insufficient_scope`, or an HTTP status in XOAUTH2.
  package let status: Visible?
  /// The scope that the server requires.
  package let scope: Visible?
  /// The authentication schemes that the server accepts.
  package let schemes: Visible?
  /// The address of the authorization server's configuration.
  package let configuration: Visible?

  package init(status: Visible?, scope: Visible? = nil, schemes: Visible? = nil, configuration: Visible? = nil) {
    (self.status, self.scope, self.schemes, self.configuration) = (status, scope, schemes, configuration)
  }

  /// Returns the status with every member replaced by the result of `change`.
  package func map(_ change: (Visible) -> Visible) -> TokenStatus {
    TokenStatus(
      status: status.map(change), scope: scope.map(change), schemes: schemes.map(change), configuration: configuration.map(change))
  }
}
