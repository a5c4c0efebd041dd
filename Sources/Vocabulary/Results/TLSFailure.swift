// What can go wrong with TLS, as data: the handshake, the certificates, the records.

/// A failure of the TLS handshake, of a certificate or of the record layer.
package enum TLSFailure: Equatable, Sendable {
  /// The server answered in clear text. `said` is the start of its answer, safe to show.
  case notTLS(said: Visible)
  case tooOld
  /// The server ended the connection by a fatal alert, during the handshake or later.
  case alert(TLSAlert)
  /// The server requested a client certificate, this program sent none because it has none, and the server then sent
  /// this alert.
  case clientCertificateWanted(TLSAlert)
  /// The server sent something that TLS does not allow here.
  case failed(TLSBreach)
  /// The server sent more octets than any handshake or dialogue needs.
  case tooMuch
  /// The stream ended inside a reply and without close_notify.
  case truncated
  /// The certificate is for other names. `found` lists them, at most five. `isCommonName` if the expected name is only in the
  /// subject, where it does not count (RFC 9525, section 2).
  case wrongName(found: [Visible], isCommonName: Bool = false)
  /// The certificate is no longer valid. `since` is an ISO 8601 date.
  case expired(since: String, of: ChainMember = .server)
  /// The certificate is not valid yet. `until` is an ISO 8601 date.
  case notYetValid(until: String, of: ChainMember = .server)
  /// No chain leads to a trusted root.
  case untrusted(Distrust)
  case selfSigned
  case weak(of: ChainMember = .server)
  case wrongPurpose(of: ChainMember = .server)
  case noTrustStore
}

/// A certificate's place in the checked chain. The raw values are words for programs.
package enum ChainPlace: String, Sendable, CaseIterable {
  case server, intermediate, root
}

/// One certificate of the checked chain: the one at fault.
package struct ChainMember: Equatable, Sendable {
  package let place: ChainPlace
  /// The subject of the certificate. Empty for the server's own, see `server`.
  package let name: Visible

  package init(_ place: ChainPlace, name: Visible) { (self.place, self.name) = (place, name) }

  /// The server's own certificate. Sentences call it by the name of the server.
  package static let server = ChainMember(.server, name: Visible(""))
}

/// The reason why a chain leads to no trusted root.
package enum Distrust: Equatable, Sendable {
  /// `issuer` signed the last certificate that was found. The issuer's own certificate is neither trusted on this
  /// computer nor sent by the server.
  case unknownIssuer(Visible)
  /// The chain is complete and ends in a root that this computer does not trust.
  case unknownRoot(Visible)
  case badSignature(ChainMember)
  /// The certificate signed another one and may not sign certificates.
  case notAnAuthority(ChainMember)
  /// An authority above the certificate may not sign for the certificate's names (RFC 5280, section 4.2.1.10).
  case nameNotPermitted(ChainMember)
  case tooLong
  /// The certificate has a critical extension that OpenSSL does not support (RFC 5280, section 4.2).
  case unknownExtension(ChainMember)
  /// A date, an extension or a constraint in the certificate cannot be read.
  case malformed(ChainMember)
  /// The certificate is trusted but is not a root, and its issuer `issuer` is not trusted.
  case noRoot(ChainMember, issuer: Visible)
  /// Any other reason, as OpenSSL's verification error number (X509_V_ERR_…).
  case other(Int)
}

/// A violation of TLS that the server did not report by an alert.
package enum TLSBreach: Equatable, Sendable {
  /// The authentication tag of a record is wrong: the record was changed in transit or encrypted with another key.
  case damagedRecord
  /// The server chose a cipher, a version or a group that this program did not offer.
  case unofferedChoice
  /// The server cannot prove that it has the certificate's private key.
  case badSignature
  /// The server does not support secure renegotiation (RFC 5746).
  case unsafeRenegotiation
  /// The server sent more alerts, key updates, empty records or certificates than TLS needs.
  case excess
  /// OpenSSL did not accept the name to check the certificate against.
  case uncheckableName
  /// Any other octets that TLS does not allow here, as OpenSSL's error number.
  case notAllowed(UInt32)
  /// Not the server's fault: memory ran out or OpenSSL failed. The value is OpenSSL's error number.
  case library(UInt32)
}

extension TLSFailure {
  /// The word for programs.
  package var outcome: FailureKind {
    switch self {
    case .notTLS: .notTLS
    case .tooOld: .tlsTooOld
    case .alert(let alert): alert.kind == .protocolVersion ? .tlsTooOld : .tlsFailed
    case .clientCertificateWanted, .failed: .tlsFailed
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

  /// The alert by which the server gave its reason. `nil` if it sent none.
  package var alert: TLSAlert? {
    switch self {
    case .alert(let alert), .clientCertificateWanted(let alert): alert
    case .notTLS, .tooOld, .failed, .tooMuch, .truncated, .wrongName, .expired, .notYetValid, .untrusted, .selfSigned, .weak, .wrongPurpose,
      .noTrustStore:
      nil
    }
  }
}
