// What ties a login to the encrypted connection that it runs over (RFC 5056).

/// The channel binding of one connection. Both ends of the same connection have the same, and nobody between them has.
package struct ChannelBinding: Equatable, Sendable {
  /// The raw values are the names that the IANA registered.
  package enum Kind: String, Sendable {
    /// RFC 9266, for TLS 1.3.
    case exporter = "tls-exporter"
    /// RFC 5929, section 3, for TLS 1.2. Only with the extended master secret: without that, two connections can have the same (RFC
    /// 7627, section 1).
    case unique = "tls-unique"
  }

  package let kind: Kind
  package let octets: [UInt8]

  package init(_ kind: Kind, _ octets: [UInt8]) { (self.kind, self.octets) = (kind, octets) }
}
