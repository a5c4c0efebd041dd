// `--ca-file`: the PEM file of an authority that is trusted beside the system's, as it belongs to an account.

import Net
import Platform
import Posix
import Sentences
import Vocabulary

/// A file that was looked at: a regular one, not too big, with a certificate in it.
struct AuthorityFile: Sendable, Equatable {
  /// From the root: what is kept has to mean the same wherever the program, or a mail program, is called.
  let path: String
  /// Octets; the whole store of a system has a quarter of it.
  private static let limit = 1_024 * 1_024

  /// Throws where the file cannot be used: before any secret is asked for, and before anything is written.
  init(_ typed: String) throws(CommandError) {
    let path: String
    do throws(SystemError) { path = try Self.absolute(typed) } catch { throw .unreadableFile(typed, reason: error.text) }
    guard Visible.isHarmless(path) else { throw .unreadableFile(typed, reason: SystemError(EINVAL).text) }
    let file: FileContents
    do throws(FileContents.Error) {
      file = try FileContents.read(path, limit: Self.limit)
    } catch {
      throw CommandError(error, typed: typed)
    }
    // Another user's authority could vouch for that user's servers.
    try TrustedFile.check(file, at: path)
    // What can be read of it is what every connection will read.
    do throws(TLSContext.Error) {
      _ = try TLSContext(.only(pem: file.octets))
    } catch {
      switch error {
      case .broken: throw .system("OpenSSL: \(SystemError(ENOMEM).text)")
      case .noTrustStore, .unreadable: throw .unreadableFile(typed, reason: "no certificates (PEM)")
      }
    }
    self.path = path
  }

  /// Throws the system's reason if there is no current folder, or if its path is not UTF-8: read as something else it would be
  /// another folder.
  private static func absolute(_ path: String) throws(SystemError) -> String {
    if path.hasPrefix("/") { return path }
    guard let folder = getcwd(nil, 0) else { throw .last }
    defer { free(folder) }
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    guard let start = String(validatingCString: folder) else { throw SystemError(EILSEQ) }
    return (start == "/" ? "" : start) + "/" + rest
  }
}
