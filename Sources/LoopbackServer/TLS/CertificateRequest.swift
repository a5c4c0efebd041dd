// What a server certificate is to say, and how it may be wrong.

package struct CertificateRequest: Sendable {
  /// One entry of subjectAltName (RFC 5280 4.2.1.6).
  package enum Name: Sendable {
    case dns(String)
    /// An IPv4 or IPv6 address in text form.
    case ip(String)
    /// A dNSName of any octets, legal or not.
    case raw(Octets)
  }

  /// RFC 5280 4.2.1.12.
  package enum Usage: Sendable { case serverAuth, clientAuth }
  package enum Key: Sendable {
    case p256
    case rsa(bits: Int)
  }
  package enum Digest: Sendable { case sha256, sha1 }

  package enum Issuer: Sendable {
    /// The root in `CertificateAuthority.pem`.
    case authority
    /// Self-signed.
    case itself
    /// A root that is not in `pem`; with `rootSent` it travels in the chain, and is then "self-signed in chain".
    case foreign(rootSent: Bool)
    /// An intermediate below the root; a server that does not send it cannot be verified.
    case intermediate(sent: Bool)
    /// So many intermediates one below the other, all sent.
    case chain(Int)
    /// An intermediate, sent, that may only sign for these DNS subtrees (RFC 5280 4.2.1.10).
    case constrained(permitting: [String])
    /// An intermediate, sent, with a fault of its own.
    case flawed(Flaw)
  }

  /// What is wrong with an intermediate.
  package enum Flaw: Sendable, CaseIterable {
    case expired, notYetValid, weakKey, weakDigest
    /// It may sign for clients only (RFC 5280 4.2.1.12).
    case forClients
    /// It is no authority at all.
    case notAnAuthority
  }

  /// The subject's CN, of any octets and length.
  package var commonName: Octets
  /// No name: no subjectAltName at all.
  package var names: [Name]
  /// Seconds from now.
  package var notBefore = -3_600
  package var notAfter = 86_400
  package var usage = Usage.serverAuth
  package var key = Key.p256
  package var digest = Digest.sha256
  package var issuer = Issuer.authority

  package init(_ names: [Name], commonName: Octets = "test server") {
    (self.names, self.commonName) = (names, commonName)
  }

  /// This request with one change, so that a table of cases stays one line each.
  package func with(_ change: (inout CertificateRequest) -> Void) -> CertificateRequest {
    var copy = self
    change(&copy)
    return copy
  }
}

extension CertificateRequest {
  private static let year = 31_557_600

  /// Nothing is wrong with it.
  package static func valid(for host: String) -> Self { Self([.dns(host)], commonName: Octets(host.utf8)) }
  package static let localhost = Self([.dns("localhost"), .ip("127.0.0.1")], commonName: "localhost")
  package static func commonNameOnly(_ host: String) -> Self { Self([], commonName: Octets(host.utf8)) }
  package static func expired(for host: String) -> Self {
    valid(for: host).with { ($0.notBefore, $0.notAfter) = (-5 * year, -4 * year) }
  }
  package static func notYetValid(for host: String) -> Self {
    valid(for: host).with { ($0.notBefore, $0.notAfter) = (14 * year, 15 * year) }
  }
  package static func selfSigned(for host: String) -> Self { valid(for: host).with { $0.issuer = .itself } }
  package static func untrusted(for host: String) -> Self { valid(for: host).with { $0.issuer = .foreign(rootSent: false) } }
  package static func missingIntermediate(for host: String) -> Self {
    valid(for: host).with { $0.issuer = .intermediate(sent: false) }
  }
  package static func wrongPurpose(for host: String) -> Self { valid(for: host).with { $0.usage = .clientAuth } }
  /// The server needs `TLSOptions.weak` to present it, as with `weakDigest`.
  package static func weakKey(for host: String) -> Self { valid(for: host).with { $0.key = .rsa(bits: 1_024) } }
  package static func weakDigest(for host: String) -> Self { valid(for: host).with { $0.digest = .sha1 } }
}
