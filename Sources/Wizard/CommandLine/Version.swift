// The version of the program and of its parts.

import Catalog
import Net

enum Version {
  static let number = "0.1.0"
  /// The date of this version, for the manual.
  static let released = "2026-11-21"

  /// The output of `--version`, for example "setup 0.1.0 (catalog of 2026-11-21, OpenSSL 3.0.19)".
  static var line: String {
    let catalog = CatalogDate.bundled.map { "catalog of \($0), " } ?? ""
    return "setup \(number) (\(catalog)\(TLSLibrary.version))"
  }
}
