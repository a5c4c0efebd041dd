// What this program promises about a certificate. All checks are set up here, the same for implicit TLS and STARTTLS.

import COpenSSL
import Posix
import Vocabulary

/// The roots that a server's certificate must lead to. There is no value that trusts without checking.
package enum Trust: Sendable, Equatable {
  case system
  /// The roots of the system and those in a PEM file.
  case systemAnd(file: String)
  /// Only these roots (PEM). The demo provider creates them for one run.
  case only(pem: [UInt8])
}

/// OpenSSL's context with everything that this program promises about a certificate.
///
/// The chain must lead to a trusted root. The name must match (RFC 9525: dNSName and iPAddress only, no common name, no
/// partial wildcard). TLS is 1.2 or newer with forward secrecy. Keys and digests are of security level 2. Renegotiation
/// and session reuse are off. All of this is set here in code: openssl.cnf and OPENSSL_CONF are not read and cannot
/// weaken it.
package final class TLSContext: Sendable {
  // OpenSSL counts the references to a context itself. Nothing is changed after the initialiser.
  nonisolated(unsafe) let pointer: OpaquePointer

  /// The reason why no context was created.
  package enum Error: Swift.Error, Equatable, Sendable {
    case noTrustStore
    case unreadable(file: String, Reason)
    /// OpenSSL does not work or has no memory.
    case broken
  }

  /// The reason why no roots were read from a file.
  package enum Reason: Equatable, Sendable {
    case system(SystemError)
    /// A FIFO, a device, a directory or a socket. Reading it could block or never end.
    case notRegular
    case tooBig
    /// The file contains no certificate, or a damaged one.
    case noCertificates
  }

  /// The cipher suites for TLS 1.2; all suites of TLS 1.3 are good. ECDHE only, AEAD first. RSA key exchange has no
  /// forward secrecy, and in finite fields the server alone chooses the group (RFC 9325, sections 4.1 and 4.2). CBC with
  /// ECDHE is the last choice, although RFC 9325 advises against it: servers on Windows before 2016 have no other suite
  /// with ECDHE for an RSA key. CCM is for small devices.
  private static let ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES:!AESCCM"

  /// Throws if the roots of `trust` cannot be read.
  package init(_ trust: Trust) throws(Error) {
    // Without a configuration: it could lower the level, and reading it takes longer than everything else here. Without
    // the texts of errors: this program uses only their numbers.
    let without = OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_LOAD_SSL_STRINGS | OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS
    OPENSSL_init_ssl(UInt64(without), nil)
    guard let context = SSL_CTX_new(TLS_client_method()) else { throw .broken }
    pointer = context

    ChainWitness.install(in: context)
    SSL_CTX_set_security_level(context, 2)
    guard SSL_CTX_set_cipher_list(context, Self.ciphers) == 1 else { throw .broken }
    // SSL_CTX_set_min_proto_version is a macro.
    SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
    SSL_CTX_ctrl(context, SSL_CTRL_SET_SESS_CACHE_MODE, Int(SSL_SESS_CACHE_OFF), nil)
    // A record without data ends a read, so that the latch and the deadline are checked.
    SSL_CTX_ctrl(context, SSL_CTRL_CLEAR_MODE, Int(SSL_MODE_AUTO_RETRY), nil)
    // SSL_OP_NO_RENEGOTIATION, SSL_OP_NO_TICKET and SSL_OP_NO_COMPRESSION are casts in macros: bits 30, 14 and 17.
    SSL_CTX_set_options(context, 1 << 30 | 1 << 14 | 1 << 17)
    if let parameters = SSL_CTX_get0_param(context) {
      X509_VERIFY_PARAM_set_hostflags(parameters, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT))
    }
    let store = TrustStore(context)
    switch trust {
    case .system:
      guard try store.addSystem() else { throw .noTrustStore }
    case .systemAnd(let file):
      _ = try store.addSystem()
      try store.add(file: file)
    case .only(let pem):
      switch store.add(pem) {
      case .added: break
      case .noCertificates: throw .noTrustStore
      case .noMemory: throw .broken
      }
    }
  }

  deinit { SSL_CTX_free(pointer) }
}
