// The user's own catalogs: `--catalog FILE`, and the file in the configuration directory. Nothing else is ever read: not
// the current directory, not a path from a variable of our own.

import AccountStore
import Catalog
import Platform
import Posix
import Sentences
import Terminal
import Vocabulary

struct UserCatalogs {
  private let terms: CommandContext

  init(_ terms: CommandContext) { self.terms = terms }

  /// The directory of this run. A broken entry is named on standard error and left out; a file that was asked for and
  /// cannot be used at all, or that is not in this user's hands alone, ends the call.
  func directory(_ arguments: Arguments) throws(CommandError) -> ProviderDirectory {
    var own: [ProviderDirectory.Own] = []
    if let path = arguments[.catalog] { own.append(try open(path)) }
    // Its absence is the usual case.
    if let path = Self.usual, access(path, F_OK) == 0 { own.append(try open(path)) }
    return ProviderDirectory(own: own)
  }

  /// `providers.json` in the configuration folder. `nil` if the user has none.
  private static var usual: String? { UserFolders(.process).ownConfiguration.map { $0 + "/providers.json" } }

  private func open(_ path: String) throws(CommandError) -> ProviderDirectory.Own {
    let catalog = Catalog.load(try CatalogFile.trusted(path))
    // A fault of the file itself leaves nothing to use.
    if let fault = catalog.faults.first(where: { $0.path.isEmpty || $0.path == "schema" }) {
      throw .badCatalog(path, CatalogSentence.text(fault.reason))
    }
    for fault in catalog.faults where !fault.isHarmless {
      terms.warn(CatalogSentence.leftOut(fault, Visible(path, limit: 80)))
    }
    return ProviderDirectory.Own(catalog, file: path)
  }
}
