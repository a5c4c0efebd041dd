// Roots in PEM form. This program reads the files itself: OpenSSL would block on a FIFO, and read a device without end.

import COpenSSL
import Platform
import Posix
import Vocabulary

/// The trusted roots of one context.
struct TrustStore {
  let context: OpaquePointer

  init(_ context: OpaquePointer) { self.context = context }

  /// The maximum size of a file of roots in octets. The files of the systems have 250,000.
  static let limit = 8 << 20

  /// Adds all certificates of the PEM file at `path`. Never blocks. Throws `.unreadable` if the file cannot be read or
  /// contains no certificates.
  func add(file path: String) throws(TLSContext.Error) {
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
    /// The text contains no certificate, or one that cannot be read.
    case noCertificates
    case noMemory
  }

  /// Adds all certificates of `pem`. Ignores everything else in it.
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
      // With trust settings if there are any (TRUSTED CERTIFICATE). The callback refuses to ask for a passphrase.
      while let certificate = PEM_read_bio_X509_AUX(bio, nil, { _, _, _, _ in -1 }, nil) {
        defer { X509_free(certificate) }
        guard X509_STORE_add_cert(store, certificate) == 1 else { return OpenSSLMemory.isLacking ? .noMemory : .noCertificates }
        count += 1
      }
      // At the end of the text OpenSSL finds no further BEGIN line (PEM_R_NO_START_LINE). Any other error is damage.
      if count > 0, Int32(ERR_peek_last_error() & 0x7f_ffff) == PEM_R_NO_START_LINE { return .added }
      return OpenSSLMemory.isLacking ? .noMemory : .noCertificates
    }
  }
}
