// The roots of a context: the system's, and those of files. Files are read here, never by OpenSSL: it would wait at a
// FIFO for ever, and read from a device without end.

import COpenSSL
import Platform
import Posix
import Vocabulary

struct TrustStore {
  private let context: OpaquePointer

  init(_ context: OpaquePointer) { self.context = context }

  /// Octets of a file of roots. Those of the systems have 250,000.
  private static let limit = 8 << 20

  /// Fewer roots than any system's store has: a directory with so few holds additions, not the store.
  private static let fewest = 60

  // The system's

  /// The system's roots: a file and directories, named by the environment or built into OpenSSL. Gives whether there are
  /// any. Where the file lies in the directory and that has all roots by the hashes of their names, both hold the same
  /// (update-ca-certificates(8)). Then only the roots that a chain asks for are read; reading the whole file costs 1.5 MB
  /// and 30 ms (measured). What is not there or may not be read counts as empty, as in OpenSSL; throws where something is
  /// there that must not be opened.
  func addSystem() throws(TLSContext.Fault) -> Bool {
    let file = Self.path(X509_get_default_cert_file_env(), X509_get_default_cert_file())
    let directories = Self.path(X509_get_default_cert_dir_env(), X509_get_default_cert_dir())
    if let file, let directory = directories, Self.parent(of: file) == Self.resolved(directory) {
      let names = Self.names(in: directory)
      if names.count(where: Self.isHash) >= Self.fewest { return try add(directory, names) }
    }
    var isAny = false
    if let file {
      do throws(TLSContext.Fault) {
        try add(file: file)
        isAny = true
      } catch {
        switch error {
        case .unreadable(_, .system), .unreadable(_, .noCertificates), .noTrustStore: break
        case .unreadable(_, .notRegular), .unreadable(_, .tooBig), .broken: throw error
        }
      }
    }
    for directory in directories?.split(separator: ":").map(String.init) ?? [] {
      let names = Self.names(in: directory)
      if !names.isEmpty, try add(directory, names) { isAny = true }
    }
    return isAny
  }

  /// The value of the variable, or what is built in.
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
    return parts.count == 2 && parts[0].count == 8 && (1...3).contains(parts[1].count) && parts[1].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Has OpenSSL look for roots in `directory`, which holds `names`, when a chain asks for them. It opens what has the hash
  /// for its name in the middle of a handshake, so there may be nothing that keeps it waiting. The system's own directory,
  /// which is root's, is not gone through for that.
  private func add(_ directory: String, _ names: [String]) throws(TLSContext.Fault) -> Bool {
    let isSystems = Self.resolved(directory) == X509_get_default_cert_dir().flatMap { Self.resolved(String(cString: $0)) }
    for name in names where !isSystems && Self.isHash(name) {
      let path = "\(directory)/\(name)"
      var status = stat()
      // A link that leads nowhere is nothing to open.
      guard stat(path, &status) == 0 else { continue }
      guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(file: path, .notRegular) }
      guard status.st_size <= Self.limit else { throw .unreadable(file: path, .tooBig) }
    }
    return SSL_CTX_load_verify_dir(context, directory) == 1
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

  // Those of a file

  /// Adds all certificates of the PEM file at `path`. Never waits.
  func add(file path: String) throws(TLSContext.Fault) {
    let file: FileContents
    do throws(FileContents.Error) {
      file = try FileContents.read(path, limit: Self.limit)
    } catch {
      switch error.reason {
      case .system(let error): throw .unreadable(file: path, .system(error))
      case .notRegular: throw .unreadable(file: path, .notRegular)
      case .tooBig: throw .unreadable(file: path, .tooBig)
      }
    }
    switch add(file.octets) {
    case .added: return
    case .noCertificates: throw .unreadable(file: path, .noCertificates)
    case .noMemory: throw .unreadable(file: path, .system(SystemError(ENOMEM)))
    }
  }

  /// The result of reading certificates.
  enum Addition {
    case added
    /// There is none, or one that cannot be read.
    case noCertificates
    case noMemory
  }

  /// Adds all certificates of `pem`, at least one. Everything else in it is skipped.
  func add(_ pem: [UInt8]) -> Addition {
    pem.withUnsafeBytes { octets in
      guard let bio = BIO_new_mem_buf(octets.baseAddress, Int32(clamping: octets.count)) else { return .noMemory }
      defer {
        BIO_free(bio)
        ERR_clear_error()
      }
      guard let store = SSL_CTX_get_cert_store(context) else { return .noMemory }
      var count = 0
      ERR_clear_error()
      // With trust settings where there are any (TRUSTED CERTIFICATE). Nobody is asked for a passphrase.
      while let certificate = PEM_read_bio_X509_AUX(bio, nil, { _, _, _, _ in -1 }, nil) {
        defer { X509_free(certificate) }
        guard X509_STORE_add_cert(store, certificate) == 1 else { return OpenSSLMemory.isLacking ? .noMemory : .noCertificates }
        count += 1
      }
      // At the end of the text no further beginning is found (PEM_R_NO_START_LINE); anything else is damage.
      if count > 0, Int32(ERR_peek_last_error() & 0x7f_ffff) == PEM_R_NO_START_LINE { return .added }
      return OpenSSLMemory.isLacking ? .noMemory : .noCertificates
    }
  }
}
