// Observes how OpenSSL checks a chain, and records which certificate failed. It does not influence the result.

import COpenSSL
import Vocabulary

/// The first failed check of a chain, after which OpenSSL checks nothing more.
struct ChainFailure {
  /// X509_V_ERR_…
  let code: Int32
  let place: ChainPlace
  let certificate: CertificateFacts
  /// The certificate of the chain that is in the trust store although it is not a root, and its place. `nil` if there is
  /// none.
  let given: (place: ChainPlace, certificate: CertificateFacts)?
  /// Whether the subject contains the requested name.
  let hasNameInSubject: Bool

  var member: ChainMember { place == .server ? .server : ChainMember(place, name: certificate.subject) }
}

/// The observer of one handshake, on its thread.
final class ChainWitness {
  private(set) var failure: ChainFailure?
  /// Whether the server requested a certificate of the client.
  private(set) var wasAskedForCertificate = false

  /// Makes every session of `context` report to its witness, if it has one.
  static func install(in context: OpaquePointer) {
    // Returns OpenSSL's result unchanged: what OpenSSL rejects stays rejected.
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER) { verdict, store in
      if verdict != 1, let store, let session = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()) {
        ChainWitness.of(OpaquePointer(session))?.note(store)
      }
      return verdict
    }
    // 0: the client has no certificate.
    SSL_CTX_set_client_cert_cb(context) { session, _, _ in
      if let session { ChainWitness.of(session)?.wasAskedForCertificate = true }
      return 0
    }
  }

  /// Makes this object the witness of `session`, which must not outlive it.
  func attend(_ session: OpaquePointer) { SSL_set_ex_data(session, 0, Unmanaged.passUnretained(self).toOpaque()) }

  private static func of(_ session: OpaquePointer) -> ChainWitness? {
    SSL_get_ex_data(session, 0).map { Unmanaged<ChainWitness>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Returns the first certificate of the chain that is in the store itself and has another issuer.
  private static func given(_ store: OpaquePointer) -> (ChainPlace, CertificateFacts)? {
    guard let chain = X509_STORE_CTX_get0_chain(store) else { return nil }
    for index in 0..<OPENSSL_sk_num(chain) {
      guard let pointer = OPENSSL_sk_value(chain, index).map({ OpaquePointer($0) }) else { continue }
      if X509_self_signed(pointer, 0) != 1, holds(store, pointer) {
        return (index == 0 ? .server : .intermediate, PeerCertificate(pointer: pointer).facts)
      }
    }
    return nil
  }

  /// Returns whether `certificate` is in the store itself, where only roots should be.
  private static func holds(_ store: OpaquePointer, _ certificate: OpaquePointer) -> Bool {
    guard let list = X509_STORE_CTX_get1_certs(store, X509_get_subject_name(certificate)) else { return false }
    defer { OPENSSL_sk_pop_free(list) { X509_free(OpaquePointer($0)) } }
    return (0..<OPENSSL_sk_num(list)).contains { index in
      OPENSSL_sk_value(list, index).map { X509_cmp(OpaquePointer($0), certificate) == 0 } ?? false
    }
  }

  /// Returns whether the common name is the requested name.
  private static func isNamed(_ store: OpaquePointer, _ certificate: OpaquePointer) -> Bool {
    guard let parameters = X509_STORE_CTX_get0_param(store) else { return false }
    let asked =
      X509_VERIFY_PARAM_get0_host(parameters, 0).map { String(cString: $0) }
      ?? X509_VERIFY_PARAM_get1_ip_asc(parameters).map { text in
        defer { CRYPTO_free(text, nil, 0) }
        return String(cString: text)
      }
    return asked.map { PeerCertificate(pointer: certificate).commonNames.contains($0.lowercasedASCII) } ?? false
  }

  private func note(_ store: OpaquePointer) {
    guard failure == nil, let pointer = X509_STORE_CTX_get_current_cert(store) else { return }
    let depth = X509_STORE_CTX_get_error_depth(store)
    // A certificate that signed itself is the root, whatever its depth is.
    let place: ChainPlace = depth <= 0 ? .server : X509_self_signed(pointer, 0) == 1 ? .root : .intermediate
    failure = ChainFailure(
      code: X509_STORE_CTX_get_error(store), place: place, certificate: PeerCertificate(pointer: pointer).facts,
      given: Self.given(store), hasNameInSubject: Self.isNamed(store, pointer))
  }
}
