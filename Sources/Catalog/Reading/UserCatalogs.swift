// The user's own catalogs: the file of `--catalog` (or of its variable, which is then named on the page), and the one in the
// configuration folder. No other file is read, not one in the current folder.

import Documents
import FoundationEssentials
import Platform
import Posix
import Vocabulary

/// Why a catalog file cannot be used.
package enum UserCatalogError: Error, Equatable, Sendable {
  case unreadable(FileContents.Error)
  /// Other users could change or replace this file or a folder on the way to it, and with it the servers that get secrets.
  case open(String)
  case unresolved(String, SystemError)
  /// The file contains no catalog, or the file that the call names has a faulty entry.
  case unusable(String, DocumentIssue)
}

package struct UserCatalogs {
  private let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }

  /// The providers of a run.
  package struct Result: Sendable {
    package let directory: ProviderDirectory
    /// The faulty entries of the file in the configuration folder, which are not in the directory, with their file.
    package let leftOut: [(issue: DocumentIssue, file: String)]
  }

  /// Reads the catalogs. `file` is the one of `--catalog`, or `nil`. Throws if a file cannot be used as a whole. A faulty entry
  /// of the file in the configuration folder is left out, and with it the bundled entry of the same id, whose servers it was to
  /// replace. A file that the call names must be without faults: the servers of its faulty entry must not be replaced by others.
  package func directory(_ file: String?) throws(UserCatalogError) -> Result {
    var own: [ProviderDirectory.Own] = []
    var leftOut: [(issue: DocumentIssue, file: String)] = []
    // Usually the file in the configuration folder does not exist.
    for path in [file, usual.flatMap { access($0, F_OK) == 0 ? $0 : nil }].compactMap({ $0 }) {
      let catalog = Catalog.load(try trusted(path))
      // After a fault of the file itself there is nothing to use. Without its date it has the same servers.
      let isFatal = { (fault: DocumentIssue) in
        fault.path.isEmpty || fault.path == "schema" || (path == file && !fault.isHarmless && fault.path != "checked")
      }
      if let fault = catalog.faults.first(where: isFatal) { throw .unusable(path, fault) }
      leftOut += catalog.faults.filter { !$0.isHarmless }.map { ($0, path) }
      own.append(ProviderDirectory.Own(catalog, file: path))
    }
    return Result(directory: ProviderDirectory(own: own), leftOut: leftOut)
  }

  /// `providers.json` in the configuration folder. `nil` if the user has none.
  private var usual: String? { UserFolders(environment).ownConfiguration.map { $0 + "/providers.json" } }

  /// Returns the octets of the file at `path`, for a search for faults. Throws for a FIFO, a device, a folder, and a file that is
  /// larger than the limit.
  package static func read(_ path: String) throws(UserCatalogError) -> Data { Data(try contents(path).octets) }

  /// Returns the octets of a catalog that decides where secrets are sent. Throws if another user except root could change the
  /// file, or replace it or anything on the way to it.
  private func trusted(_ path: String) throws(UserCatalogError) -> Data {
    let file = try Self.contents(path)
    let weakPart: String?
    do throws(SystemError) { weakPart = try file.weakPart(at: path) } catch { throw .unresolved(path, error) }
    if let weakPart { throw .open(weakPart) }
    return Data(file.octets)
  }

  private static func contents(_ path: String) throws(UserCatalogError) -> FileContents {
    do throws(FileContents.Error) {
      return try FileContents.read(path, limit: Catalog.limit)
    } catch {
      throw .unreadable(error)
    }
  }
}
