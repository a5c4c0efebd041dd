// The SASL mechanisms that take an access token.

/// The raw values are the names that servers offer.
package enum TokenMechanism: String, Sendable, CaseIterable {
  /// Google's and Microsoft's: https://developers.google.com/gmail/imap/xoauth2-protocol.
  case xoauth2 = "XOAUTH2"
  /// RFC 7628.
  case oauthbearer = "OAUTHBEARER"
}
