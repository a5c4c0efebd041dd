// `--ca-file`: the PEM file of a certificate authority that one account trusts together with those of the system.

import Net
import Platform
import Posix
import Vocabulary

/// A file that was checked: a regular file of limited size that contains a certificate and that no other user can change.
package struct AuthorityFile: Sendable, Equatable {
  /// An absolute path, because it is saved with the account and written into configurations of mail clients.
  package let path: String
  /// Octets. The store of a whole system has a quarter of it.
  private static let limit = 1_024 * 1_024

  /// Throws if the file cannot be used. Callers check this before they ask for a secret or write anything.
  package init(_ typed: String) throws(OperationError) {
    let path: String
    do throws(SystemError) { path = try AbsolutePath.of(typed) } catch { throw .unusableFile(typed, .system(error)) }
    guard Visible.isHarmless(path) else { throw .unusableFile(typed, .system(SystemError(EINVAL))) }
    let file: FileContents
    do throws(FileContents.Error) {
      file = try FileContents.read(path, limit: Self.limit)
    } catch {
      throw OperationError(error, typed: typed)
    }
    // Another user's authority could issue certificates for that user's servers.
    let weakPart: String?
    do throws(SystemError) { weakPart = try file.weakPart(at: path) } catch { throw .unusableFile(path, .system(error)) }
    if let weakPart { throw .registry(.open(weakPart)) }
    // The certificates that are read here are those that every connection will read.
    do throws(TLSContext.Error) {
      _ = try TLSContext(.only(pem: file.octets))
    } catch {
      switch error {
      case .broken: throw .system(.openSSL)
      case .noTrustStore, .unreadable: throw .unusableFile(typed, .noCertificates)
      }
    }
    self.path = path
  }
}
