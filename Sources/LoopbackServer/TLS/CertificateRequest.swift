// The contents of a server certificate, valid or with a fault.

/// A request to a `CertificateAuthority`.
package struct CertificateRequest: Sendable {
  /// One entry of subjectAltName (RFC 5280, section 4.2.1.6).
  package enum Name: Sendable {
    case dns(String)
    /// An IPv4 or IPv6 address in text form.
    case ip(String)
    /// A dNSName of any octets, valid or not.
    case raw(Octets)
  }

  /// The extended key usage (RFC 5280, section 4.2.1.12).
  package enum Usage: Sendable { case serverAuth, clientAuth }
  /// The type of the key.
  package enum Key: Sendable {
    case p256
    case rsa(bits: Int)
  }
  /// The digest of the signature.
  package enum Digest: Sendable { case sha256, sha1 }

  /// The signer of the certificate, and the chain that the server sends.
  package enum Issuer: Sendable {
    /// The root in `CertificateAuthority.pem`.
    case authority
    /// The certificate itself: it is self-signed.
    case itself
    /// A root that is not in `pem`. With `rootSent` the server sends it; OpenSSL then reports "self-signed in chain".
    case foreign(rootSent: Bool)
    /// An intermediate below the root. If the server does not send it, a client cannot verify the certificate.
    case intermediate(sent: Bool)
    /// A chain of this many intermediates. The server sends all of them.
    case chain(Int)
    /// An intermediate that may sign only for these DNS subtrees (RFC 5280, section 4.2.1.10). The server sends it.
    case constrained(permitting: [String])
    /// An intermediate with a fault. The server sends it.
    case flawed(Flaw)
  }

  /// The fault of an intermediate.
  package enum Flaw: Sendable, CaseIterable {
    case expired, notYetValid, weakKey, weakDigest
    /// It may sign for clients only (RFC 5280, section 4.2.1.12).
    case forClients
    /// It is not an authority.
    case notAnAuthority
    /// It may not sign certificates (RFC 5280, section 4.2.1.3).
    case forLists
    /// Its own issuer allows no authority below itself (RFC 5280, section 4.2.1.9).
    case tooDeep
    /// It has a critical extension that OpenSSL does not handle.
    case unknownExtension
    /// It was signed with another key than its issuer's.
    case badSignature
  }

  /// The common name of the subject, of any octets and length.
  package var commonName: Octets
  /// The subjectAltName. If it is empty, the certificate has no such extension.
  package var names: [Name]
  /// Seconds from now.
  package var notBefore = -3_600
  package var notAfter = 86_400
  package var usage = Usage.serverAuth
  package var key = Key.p256
  package var digest = Digest.sha256
  package var issuer = Issuer.authority

  /// Creates a request for a valid certificate with these names. It is valid from an hour ago to a day from now.
  package init(_ names: [Name], commonName: Octets = "test server") {
    (self.names, self.commonName) = (names, commonName)
  }

  /// Returns a copy with one change, so that each case in a table fits one line.
  package func with(_ change: (inout CertificateRequest) -> Void) -> CertificateRequest {
    var copy = self
    change(&copy)
    return copy
  }
}

extension CertificateRequest {
  private static let year = 31_557_600

  /// A certificate without a fault.
  package static func valid(for host: String) -> Self { Self([.dns(host)], commonName: Octets(host.utf8)) }
  /// A valid certificate for `localhost` and 127.0.0.1.
  package static let localhost = Self([.dns("localhost"), .ip("127.0.0.1")], commonName: "localhost")
  /// Returns a request without subjectAltName. Clients do not accept the common name in its place.
  package static func commonNameOnly(_ host: String) -> Self { Self([], commonName: Octets(host.utf8)) }
  /// A certificate that expired four years ago.
  package static func expired(for host: String) -> Self {
    valid(for: host).with { ($0.notBefore, $0.notAfter) = (-5 * year, -4 * year) }
  }
  /// A certificate that becomes valid in 14 years.
  package static func notYetValid(for host: String) -> Self {
    valid(for: host).with { ($0.notBefore, $0.notAfter) = (14 * year, 15 * year) }
  }
  package static func selfSigned(for host: String) -> Self { valid(for: host).with { $0.issuer = .itself } }
  /// A certificate of another root, which the server does not send.
  package static func untrusted(for host: String) -> Self { valid(for: host).with { $0.issuer = .foreign(rootSent: false) } }
  /// A certificate of an intermediate that the server does not send.
  package static func missingIntermediate(for host: String) -> Self {
    valid(for: host).with { $0.issuer = .intermediate(sent: false) }
  }
  /// A certificate for clients.
  package static func wrongPurpose(for host: String) -> Self { valid(for: host).with { $0.usage = .clientAuth } }
  /// The server can present a weak key or digest only with `TLSOptions.weak`.
  package static func weakKey(for host: String) -> Self { valid(for: host).with { $0.key = .rsa(bits: 1_024) } }
  /// A certificate with a SHA-1 signature. It requires `TLSOptions.weak`.
  package static func weakDigest(for host: String) -> Self { valid(for: host).with { $0.digest = .sha1 } }
}
