// Whom we believe: the one place where certificate checks are set up, the same for implicit TLS and STARTTLS.

import COpenSSL
import Platform
import Vocabulary

/// Which roots a server's certificate must lead to. There is no value that trusts without checking.
package enum Trust: Sendable {
  case system
  /// The system's roots and those in a PEM file.
  case systemAnd(file: String)
  /// These roots (PEM) and no other: the demo provider's, made for one run.
  case only(pem: [UInt8])
}

/// OpenSSL's context with everything that is promised about a certificate.
///
/// The chain must lead to a trusted root, the name must match (RFC 9525: dNSName and iPAddress only, no common name, no
/// partial wildcard), TLS is 1.2 or newer, keys and digests are of security level 2, renegotiation and session reuse are
/// off. All of it is set here in code: openssl.cnf and OPENSSL_CONF are not read and cannot weaken it.
package final class TLSContext: Sendable {
  // OpenSSL counts the references to a context itself; nothing is changed after the initialiser.
  nonisolated(unsafe) let pointer: OpaquePointer

  /// Why a context cannot be made.
  package enum Fault: Error, Equatable, Sendable {
    case noTrustStore
    case unreadable(file: String)
    /// OpenSSL itself is broken or out of memory.
    case broken
  }

  package init(_ trust: Trust) throws(Fault) {
    // Without a configuration: it could lower the level, and reading it takes longer than everything else here.
    OPENSSL_init_ssl(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil)
    guard let context = SSL_CTX_new(TLS_client_method()) else { throw .broken }
    pointer = context

    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
    SSL_CTX_set_security_level(context, 2)
    // SSL_CTX_set_min_proto_version is a macro.
    SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
    SSL_CTX_ctrl(context, SSL_CTRL_SET_SESS_CACHE_MODE, Int(SSL_SESS_CACHE_OFF), nil)
    // SSL_OP_NO_RENEGOTIATION, SSL_OP_NO_TICKET and SSL_OP_NO_COMPRESSION are casts in macros: bits 30, 14 and 17.
    SSL_CTX_set_options(context, 1 << 30 | 1 << 14 | 1 << 17)
    if let parameters = SSL_CTX_get0_param(context) {
      X509_VERIFY_PARAM_set_hostflags(parameters, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT))
    }
    switch trust {
    case .system:
      guard Self.systemStoreExists, SSL_CTX_set_default_verify_paths(context) == 1 else { throw .noTrustStore }
    case .systemAnd(let file):
      _ = SSL_CTX_set_default_verify_paths(context)
      guard SSL_CTX_load_verify_file(context, file) == 1 else { throw .unreadable(file: file) }
    case .only(let pem):
      guard Self.add(pem, to: context) else { throw .broken }
    }
  }

  deinit { SSL_CTX_free(pointer) }

  /// Whether the file or the directory of roots that OpenSSL will look at has anything in it.
  private static var systemStoreExists: Bool {
    func path(_ variable: UnsafePointer<CChar>?, _ usual: UnsafePointer<CChar>?) -> String? {
      if let variable, let value = getenv(variable) { return String(cString: value) }
      return usual.map { String(cString: $0) }
    }
    if let file = path(X509_get_default_cert_file_env(), X509_get_default_cert_file()), access(file, R_OK) == 0 { return true }
    guard let directory = path(X509_get_default_cert_dir_env(), X509_get_default_cert_dir()),
      let stream = opendir(directory)
    else { return false }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      if entry.pointee.d_name.0 != CChar(UInt8(ascii: ".")) { return true }
    }
    return false
  }

  private static func add(_ pem: [UInt8], to context: OpaquePointer) -> Bool {
    pem.withUnsafeBytes { octets in
      guard let bio = BIO_new_mem_buf(octets.baseAddress, Int32(octets.count)) else { return false }
      defer { BIO_free(bio) }
      guard let store = SSL_CTX_get_cert_store(context) else { return false }
      var added = false
      while let certificate = PEM_read_bio_X509(bio, nil, nil, nil) {
        defer { X509_free(certificate) }
        added = X509_STORE_add_cert(store, certificate) == 1
        if !added { break }
      }
      // Reading stops at the end of the text with an error of its own.
      ERR_clear_error()
      return added
    }
  }
}
