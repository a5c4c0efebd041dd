// What can go wrong with TLS, as data: the handshake, the certificates, the records.

/// The TLS handshake, the certificate, the record layer.
package enum TLSFailure: Equatable, Sendable {
  /// The port answered in clear; its first octets, made safe.
  case notTLS(said: Visible)
  case tooOld
  /// The server ended the connection by a fatal alert, in the handshake or later.
  case alert(TLSAlert)
  /// The same after it had asked for a certificate of ours, and got none: there is none.
  case clientCertificateWanted(TLSAlert)
  /// What came is nothing that TLS allows here.
  case failed(TLSBreach)
  /// More octets came in than any handshake or dialogue needs.
  case tooMuch
  /// The stream ended without close_notify inside a reply.
  case truncated
  /// The names the certificate does hold, at most five.
  case wrongName(found: [Visible])
  /// ISO 8601 dates.
  case expired(since: String, of: ChainMember = .server)
  case notYetValid(until: String, of: ChainMember = .server)
  /// No chain to a trusted root.
  case untrusted(Distrust)
  case selfSigned
  case weak(of: ChainMember = .server)
  case wrongPurpose(of: ChainMember = .server)
  case noTrustStore
}

/// A certificate's place in the chain that was checked. The raw values are words for programs.
package enum ChainPlace: String, Sendable, CaseIterable {
  case server, intermediate, root
}

/// One certificate of the chain: which one a fault lies in.
package struct ChainMember: Equatable, Sendable {
  package let place: ChainPlace
  /// Its subject.
  package let name: Visible

  package init(_ place: ChainPlace, name: Visible) { (self.place, self.name) = (place, name) }

  /// The server's own, which is called by the server's name.
  package static let server = ChainMember(.server, name: Visible(""))
}

/// Why a chain leads to no trusted root.
package enum Distrust: Equatable, Sendable {
  /// `issuer` signed the last certificate that could be found, and is itself neither known here nor sent along.
  case unknownIssuer(Visible)
  /// The chain is whole, and ends in a root that is not trusted here.
  case unknownRoot(Visible)
  case badSignature(ChainMember)
  /// It may not sign certificates.
  case notAnAuthority(ChainMember)
  /// An authority above it may not sign for its names (RFC 5280 4.2.1.10).
  case nameNotPermitted(ChainMember)
  case tooLong
  /// Anything else, by OpenSSL's number of the check (X509_V_ERR_…).
  case other(Int)
}

/// What does not keep to TLS, where the server said nothing about it.
package enum TLSBreach: Equatable, Sendable {
  /// A record's authentication tag is wrong: it was changed on the way, or was made with another key.
  case damagedRecord
  /// The server chose a cipher, a version or a group that was not offered.
  case unofferedChoice
  /// It cannot prove that the certificate is its own.
  case badSignature
  /// It has no secure renegotiation (RFC 5746).
  case unsafeRenegotiation
  /// More alerts, key updates, empty records or certificates than TLS needs.
  case excess
  /// The name to check the certificate against cannot be set.
  case uncheckableName
  /// Any other octets that are not allowed where they came, by OpenSSL's number of the error.
  case notAllowed(UInt32)
  /// Not the server's fault: memory, or OpenSSL itself; its number of the error.
  case library(UInt32)
}

extension TLSFailure {
  /// The word programs read.
  package var outcome: FailureKind {
    switch self {
    case .notTLS: .notTLS
    case .tooOld: .tlsTooOld
    case .alert, .clientCertificateWanted, .failed: .tlsFailed
    case .tooMuch: .tooMuch
    case .truncated: .truncated
    case .wrongName: .certificateWrongName
    case .expired: .certificateExpired
    case .notYetValid: .certificateNotYetValid
    case .untrusted: .certificateUntrusted
    case .selfSigned: .certificateSelfSigned
    case .weak: .certificateWeak
    case .wrongPurpose: .certificateWrongPurpose
    case .noTrustStore: .noTrustStore
    }
  }

  /// The alert by which the server said why, where it did.
  package var alert: TLSAlert? {
    switch self {
    case .alert(let alert), .clientCertificateWanted(let alert): alert
    case .notTLS, .tooOld, .failed, .tooMuch, .truncated, .wrongName, .expired, .notYetValid, .untrusted, .selfSigned, .weak, .wrongPurpose,
      .noTrustStore:
      nil
    }
  }
}
