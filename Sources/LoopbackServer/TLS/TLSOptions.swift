// How a server does TLS, well or badly.

import COpenSSL

package struct TLSOptions: Sendable {
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

  package enum ClientCertificate: Sendable {
    case ignored
    /// Asked for; a client without one gets the alert certificate_required.
    case required
  }

  package var minimum = Version.tls12
  package var maximum = Version.tls13
  /// OpenSSL's security level: 0 lets weak keys, SHA-1 and TLS 1.0 through.
  package var securityLevel = 2
  /// OpenSSL's cipher list for TLS 1.2 and older; nil leaves the default.
  package var ciphers: String?
  package var clientCertificate = ClientCertificate.ignored
  /// TLS 1.3 session tickets sent after the handshake; 2 is OpenSSL's own number.
  package var tickets = 2
  /// Milliseconds after each octet the server sends while the handshake lasts; 0 sends flights whole.
  package var millisecondsPerHandshakeOctet = 0

  package init() {}

  /// As a good server does it today.
  package static let standard = TLSOptions()
  /// As `standard`, with keys and signatures that no client should take.
  package static let weak = standard.with { $0.securityLevel = 0 }

  /// One version and no other. Old versions come with the weak ciphers they need.
  package static func only(_ version: Version) -> TLSOptions {
    standard.with {
      ($0.minimum, $0.maximum) = (version, version)
      switch version {
      case .tls10, .tls11: ($0.securityLevel, $0.ciphers) = (0, "ALL:@SECLEVEL=0")
      case .tls12, .tls13: break
      }
    }
  }

  package func with(_ change: (inout TLSOptions) -> Void) -> TLSOptions {
    var copy = self
    change(&copy)
    return copy
  }
}
