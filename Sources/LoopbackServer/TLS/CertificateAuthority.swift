// A root certificate in memory that lives as long as this value. Only a client that receives `pem` trusts it.

/// Issues certificates for the loopback servers.
package struct CertificateAuthority: Sendable {
  private let root: Issuer

  /// Creates a new root. If `permitting` is not empty, the root may sign only for names below these domains (RFC 5280,
  /// section 4.2.1.10). Throws OpenSSL's reason.
  package init(permitting: [String] = []) throws(OpenSSLError) {
    root = try Self.makeIssuer("setup test root", below: nil, permitting: permitting)
  }

  /// Creates a root that is valid from `notBefore` to `notAfter`, in seconds from now. Throws OpenSSL's reason.
  package init(notBefore: Int, notAfter: Int) throws(OpenSSLError) {
    root = try Self.makeIssuer("dated root", below: nil) { ($0.notBefore, $0.notAfter) = (notBefore, notAfter) }
  }

  /// The root in PEM, for the trust store of a client.
  package var pem: [UInt8] { root.certificate.pem }

  /// Creates a key and a certificate according to `request`, with the chain that the server sends. Throws OpenSSL's
  /// reason, for example if an address is not valid.
  package func issue(_ request: CertificateRequest) throws(OpenSSLError) -> ServerIdentity {
    let key = try KeyPair.make(request.key)
    let draft = CertificateDraft(
      commonName: request.commonName, role: .server(names: request.names, usage: request.usage),
      notBefore: request.notBefore, notAfter: request.notAfter, digest: request.digest)
    let (issuer, chain) = try issuer(request.issuer)
    return ServerIdentity(certificate: try draft.signed(for: key, by: issuer), key: key, chain: chain)
  }

  /// Returns the issuer, or `nil` for a self-signed leaf, and the certificates that the server sends after the leaf.
  private func issuer(_ kind: CertificateRequest.Issuer) throws(OpenSSLError) -> (Issuer?, [ServerCertificate]) {
    switch kind {
    case .authority: return (root, [])
    case .itself: return (nil, [])
    case .foreign(let rootSent):
      let other = try Self.makeIssuer("foreign root", below: nil)
      return (other, rootSent ? [other.certificate] : [])
    case .intermediate(let sent):
      let intermediate = try Self.makeIssuer("intermediate", below: root)
      return (intermediate, sent ? [intermediate.certificate] : [])
    case .chain(let count):
      var (last, sent) = (root, [ServerCertificate]())
      for number in 0..<max(count, 0) {
        last = try Self.makeIssuer("intermediate \(number)", below: last)
        sent.insert(last.certificate, at: 0)
      }
      return (last, sent)
    case .constrained(let permitting):
      let intermediate = try Self.makeIssuer("constrained intermediate", below: root, permitting: permitting)
      return (intermediate, [intermediate.certificate])
    case .flawed(.tooDeep):
      let upper = try Self.makeIssuer("short intermediate", below: root) { $0.pathLength = 0 }
      let lower = try Self.makeIssuer("flawed intermediate", below: upper)
      return (lower, [lower.certificate, upper.certificate])
    case .flawed(.badSignature):
      let forged = Issuer(certificate: root.certificate, key: try KeyPair.make(.p256))
      let intermediate = try Self.makeIssuer("flawed intermediate", below: forged)
      return (intermediate, [intermediate.certificate])
    case .flawed(let flaw):
      let intermediate = try Self.makeIssuer("flawed intermediate", below: root, key: flaw == .weakKey ? .rsa(bits: 1_024) : .p256) {
        Self.spoil(&$0, flaw)
      }
      return (intermediate, [intermediate.certificate])
    }
  }

  private static func spoil(_ draft: inout CertificateDraft, _ flaw: CertificateRequest.Flaw) {
    let day = 86_400
    switch flaw {
    case .expired: (draft.notBefore, draft.notAfter) = (-3 * day, -day)
    case .notYetValid: (draft.notBefore, draft.notAfter) = (3 * day, 4 * day)
    case .weakKey, .tooDeep, .badSignature: break
    case .forLists: draft.isForLists = true
    case .unknownExtension: draft.hasUnknownExtension = true
    case .weakDigest: draft.digest = .sha1
    case .forClients: draft.usage = .clientAuth
    case .notAnAuthority: draft.role = .server(names: [], usage: .serverAuth)
    }
  }

  private static func makeIssuer(
    _ name: String, below: Issuer?, permitting: [String] = [], key kind: CertificateRequest.Key = .p256,
    _ change: (inout CertificateDraft) -> Void = { _ in }
  ) throws(OpenSSLError) -> Issuer {
    let key = try KeyPair.make(kind)
    // A random number distinguishes the roots of two runs in one trust store.
    var draft = CertificateDraft(
      commonName: Octets("\(name) \(UInt32.random(in: 0...UInt32.max))".utf8), role: .authority(permitting: permitting))
    change(&draft)
    return Issuer(certificate: try draft.signed(for: key, by: below), key: key)
  }
}
