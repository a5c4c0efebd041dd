// The roots of the operating system: a bundle file and directories of single certificates, named by the environment or
// built into OpenSSL.

import COpenSSL
import Platform
import Posix
import Vocabulary

extension TrustStore {
  /// A directory with fewer roots contains additions, not a whole store: every system's store has more.
  private static let fewest = 60

  /// Adds the roots of the system and returns whether there are any. Files and directories that do not exist or cannot
  /// be read count as empty, as in OpenSSL. Throws if one of them must not be opened.
  ///
  /// If the file is in the directory and the directory has all roots by the hashes of their names, both contain the same
  /// roots (update-ca-certificates(8)). Only the roots that a chain refers to are read then. Reading the whole file
  /// costs 1.5 MB and 30 ms (measured).
  func addSystem() throws(TLSContext.Error) -> Bool {
    let file = Self.path(X509_get_default_cert_file_env(), X509_get_default_cert_file())
    let directories = Self.path(X509_get_default_cert_dir_env(), X509_get_default_cert_dir())
    if let file, let directory = directories, Self.parent(of: file) == Self.resolved(directory) {
      let names = Self.names(in: directory)
      if names.count(where: Self.isHash) >= Self.fewest { return try add(directory, names) }
    }
    var isAny = false
    if let file {
      do throws(TLSContext.Error) {
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

  /// Returns the value of the variable, or the built-in path.
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

  /// Returns whether the name is like `5ed36f99.0`: the hash of a subject, and a number for subjects with equal hashes.
  private static func isHash(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "."))
    return parts.count == 2 && parts[0].count == 8 && (1...3).contains(parts[1].count) && parts[1].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Lets OpenSSL look for roots in `directory`, which contains `names`, when a chain refers to them. OpenSSL opens a
  /// file with a matching name in the middle of a handshake, so no such file may block or be endless. The system's own
  /// directory belongs to root and is not checked for that.
  private func add(_ directory: String, _ names: [String]) throws(TLSContext.Error) -> Bool {
    let isSystems = Self.resolved(directory) == X509_get_default_cert_dir().flatMap { Self.resolved(String(cString: $0)) }
    for name in names where !isSystems && Self.isHash(name) {
      let path = "\(directory)/\(name)"
      var status = stat()
      // A dangling link cannot be opened.
      guard stat(path, &status) == 0 else { continue }
      guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(file: path, .notRegular) }
      guard status.st_size <= Self.limit else { throw .unreadable(file: path, .tooBig) }
    }
    return SSL_CTX_load_verify_dir(context, directory) == 1
  }

  /// Returns the names in a directory, without hidden files. Empty if the directory cannot be read.
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
}
