// The output of `--version`.

import Catalog
import CommandLine
import Net

extension Version {
  /// The version of the program and of its parts, for example "setup 0.1.0 (211 providers of 2026-11-21, OpenSSL 3.0.19)".
  static var line: String {
    let catalog = CatalogDate.bundled.map { "\(ProviderDirectory.bundledCount) providers of \($0), " } ?? ""
    return "setup \(number) (\(catalog)\(TLSLibrary.version))"
  }
}
