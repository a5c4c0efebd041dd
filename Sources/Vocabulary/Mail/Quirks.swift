// What the catalog knows about a server that the server itself does not say.

/// The peculiarities of one provider's servers.
package struct Quirks: Equatable, Sendable {
  /// When to send the ID command.
  package enum IDTiming: String, Sendable, CaseIterable {
    case beforeLogin = "before-login"
    case afterLogin = "after-login"
  }

  /// When the server requires the ID command (RFC 2971).
  package var id: [IDTiming] = []
  /// Whether the server offers an initial response with AUTHENTICATE (SASL-IR) and then fails on one (Coremail).
  package var saslIRBroken = false
  /// Whether LOGIN is worth one attempt, on a new connection, after the server refused AUTHENTICATE PLAIN (iCloud).
  package var retryWithLogin = false
  /// Whether the server counts RCPT TO as a message. A verification then omits RCPT TO.
  package var skipsRecipient = false
  /// The character set of the server's texts if they are not UTF-8. `nil` if the catalog has none.
  package var charset: Charset?

  package init() {}
}
