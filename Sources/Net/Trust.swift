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
    // Without a configuration: it could lower the level, and reading it takes longer than everything else here. Without
    // the texts of errors: only their numbers are used.
    let without = OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_LOAD_SSL_STRINGS | OPENSSL_INIT_NO_LOAD_CRYPTO_STRINGS
    OPENSSL_init_ssl(UInt64(without), nil)
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
      guard Self.systemStoreExists, Self.addSystemStore(to: context) else { throw .noTrustStore }
    case .systemAnd(let file):
      _ = Self.addSystemStore(to: context)
      guard SSL_CTX_load_verify_file(context, file) == 1 else { throw .unreadable(file: file) }
    case .only(let pem):
      guard Self.add(pem, to: context) else { throw .broken }
    }
  }

  deinit { SSL_CTX_free(pointer) }

  /// Fewer roots than any system's store has: a directory with so few holds additions, not the store.
  private static let fewest = 60

  /// The system's roots: a file and a directory, named by the environment or built into OpenSSL. Where the file lies in
  /// the directory and that has all roots by the hashes of their names, both hold the same (update-ca-certificates(8)).
  /// Then only the roots that a chain asks for are read; reading the whole file costs 1.5 MB and 30 ms (measured).
  private static func addSystemStore(to context: OpaquePointer) -> Bool {
    if let file = storeFile, let directory = storeDirectory, parent(of: file) == resolved(directory),
      names(in: directory).count(where: isHash) >= fewest
    {
      return SSL_CTX_load_verify_dir(context, directory) == 1
    }
    return SSL_CTX_set_default_verify_paths(context) == 1
  }

  private static var storeFile: String? { path(X509_get_default_cert_file_env(), X509_get_default_cert_file()) }
  private static var storeDirectory: String? { path(X509_get_default_cert_dir_env(), X509_get_default_cert_dir()) }

  private static func path(_ variable: UnsafePointer<CChar>?, _ usual: UnsafePointer<CChar>?) -> String? {
    if let variable, let value = getenv(variable) { return String(cString: value) }
    return usual.map { String(cString: $0) }
  }

  private static func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  private static func parent(of path: String) -> String? {
    resolved(path).flatMap { real in real.lastIndex(of: "/").map { String(real[..<$0]) } }
  }

  /// `5ed36f99.0`: the hash of a subject, and a number for those that share it.
  private static func isHash(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "."))
    return parts.count == 2 && parts[0].count == 8 && parts[1].count == 1
  }

  /// Whether the file or the directory of roots that OpenSSL will look at has anything in it.
  private static var systemStoreExists: Bool {
    if let file = storeFile, access(file, R_OK) == 0 { return true }
    return storeDirectory.map { !names(in: $0).isEmpty } ?? false
  }

  /// What is in a directory, but for hidden files; nothing where it cannot be read.
  private static func names(in directory: String) -> [String] {
    guard let stream = opendir(directory) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { octets in String(decoding: octets.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
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
