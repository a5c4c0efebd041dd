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

  /// Whether the server could not check the token, and so has not refused it.
  package var isUnchecked: Bool { status.map { Self.unchecked.contains($0.text.lowercased()) } ?? false }

  /// The words of a server whose authorization server does not answer: Dovecot since 2.4, RFC 6749 (section 4.1.2.1), HTTP.
  private static let unchecked: Set<String> = [
    "internal_failure", "server_error", "temporarily_unavailable", "500", "502", "503", "504",
  ]

  /// Returns the status with every member replaced by the result of `change`.
  package func map(_ change: (Visible) -> Visible) -> TokenStatus {
    TokenStatus(
      status: status.map(change), scope: scope.map(change), schemes: schemes.map(change), configuration: configuration.map(change))
  }
}
