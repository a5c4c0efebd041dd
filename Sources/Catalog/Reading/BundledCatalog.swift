// The date of the bundled catalog, read from the start of the file.

import CCatalog
import Vocabulary

/// Reads the date without decoding the file: `--version` must not decode half a megabyte for ten octets.
package enum CatalogDate {
  /// The ISO 8601 date of the evidence, see `Catalog.checked`. `nil` if the first 256 octets of the file do not contain
  /// it.
  package static var bundled: String? {
    guard let start = catalog_start() else { return nil }
    let head = UnsafeBufferPointer(start: start, count: min(catalog_length(), 256))
    guard let key = head.firstRange(of: Array("\"checked\"".utf8)) else { return nil }
    let value = head[key.upperBound...].drop { $0 != .quote }.dropFirst().prefix { $0 != .quote }
    return value.count == 10 ? value.text : nil
  }
}
