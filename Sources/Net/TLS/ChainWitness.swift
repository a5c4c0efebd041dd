// Looks on while OpenSSL checks a chain, and remembers which certificate was at fault. It decides nothing.

import COpenSSL
import Vocabulary

/// The first fault of a chain, which is the last thing OpenSSL looks at.
struct ChainFault {
  /// X509_V_ERR_…
  let code: Int32
  let place: ChainPlace
  let certificate: CertificateFacts

  var member: ChainMember { place == .server ? .server : ChainMember(place, name: certificate.subject) }
}

/// One for each handshake, on its thread.
final class ChainWitness {
  private(set) var fault: ChainFault?
  /// Whether the server asked for a certificate of this side's.
  private(set) var wasAskedForCertificate = false

  /// Has every session of `context` tell its witness, if it has one, what it does.
  static func install(in context: OpaquePointer) {
    // The verdict goes through as it came: what OpenSSL does not like stays refused.
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER) { verdict, store in
      if verdict != 1, let store, let session = X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()) {
        ChainWitness.of(OpaquePointer(session))?.note(store)
      }
      return verdict
    }
    // 0: there is no certificate to show.
    SSL_CTX_set_client_cert_cb(context) { session, _, _ in
      if let session { ChainWitness.of(session)?.wasAskedForCertificate = true }
      return 0
    }
  }

  /// Makes this the witness of `session`, which must not outlive it.
  func attend(_ session: OpaquePointer) { SSL_set_ex_data(session, 0, Unmanaged.passUnretained(self).toOpaque()) }

  private static func of(_ session: OpaquePointer) -> ChainWitness? {
    SSL_get_ex_data(session, 0).map { Unmanaged<ChainWitness>.fromOpaque($0).takeUnretainedValue() }
  }

  private func note(_ store: OpaquePointer) {
    guard fault == nil, let pointer = X509_STORE_CTX_get_current_cert(store) else { return }
    let depth = X509_STORE_CTX_get_error_depth(store)
    // The root is whoever signed itself, wherever it stands.
    let place: ChainPlace = depth <= 0 ? .server : X509_self_signed(pointer, 0) == 1 ? .root : .intermediate
    fault = ChainFault(code: X509_STORE_CTX_get_error(store), place: place, certificate: PeerCertificate(pointer: pointer).facts)
  }
}
