// The TLS settings of a server, secure or not.

import COpenSSL

/// The settings of one TLS server.
package struct TLSOptions: Sendable {
  /// A version of TLS.
  package enum Version: Sendable {
    case tls10, tls11, tls12, tls13

    var number: Int {
      switch self {
      case .tls10: Int(TLS1_VERSION)
      case .tls11: Int(TLS1_1_VERSION)
      case .tls12: Int(TLS1_2_VERSION)
      case .tls13: Int(TLS1_3_VERSION)
      }
    }
  }

  /// How the server handles client certificates.
  package enum ClientCertificate: Sendable {
    case ignored
    /// The server requests a certificate. A client without one receives the alert certificate_required.
    case required
  }

  /// The oldest version that the server accepts. `maximum` is the newest.
  package var minimum = Version.tls12
  package var maximum = Version.tls13
  /// OpenSSL's security level. Level 0 permits weak keys, SHA-1 and TLS 1.0.
  package var securityLevel = 2
  /// OpenSSL's cipher list for TLS 1.2 and older, or `nil` for the default.
  package var ciphers: String?
  package var clientCertificate = ClientCertificate.ignored
  /// The number of TLS 1.3 session tickets after the handshake. OpenSSL's default is 2.
  package var tickets = 2
  /// Milliseconds of delay after each octet that the server sends during the handshake. With 0 it sends each flight in
  /// one piece.
  package var millisecondsPerHandshakeOctet = 0

  /// Creates the settings of `standard`.
  package init() {}

  /// The settings of a server that follows current practice.
  package static let standard = TLSOptions()
  /// The settings of `standard`, but keys and signatures are permitted that no client should accept.
  package static let weak = standard.with { $0.securityLevel = 0 }

  /// Returns settings for one protocol version only. TLS 1.0 and 1.1 include the weak ciphers that they need.
  package static func only(_ version: Version) -> TLSOptions {
    standard.with {
      ($0.minimum, $0.maximum) = (version, version)
      switch version {
      case .tls10, .tls11: ($0.securityLevel, $0.ciphers) = (0, "ALL:@SECLEVEL=0")
      case .tls12, .tls13: break
      }
    }
  }

  /// Returns a copy with one change.
  package func with(_ change: (inout TLSOptions) -> Void) -> TLSOptions {
    var copy = self
    change(&copy)
    return copy
  }
}
