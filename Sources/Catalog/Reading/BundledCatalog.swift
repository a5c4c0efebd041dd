// The day the bundled catalog was compared with its sources, read from the head of the file: `--version` must not decode
// half a megabyte for ten octets.

import CCatalog
import Vocabulary

package enum CatalogDate {
  /// ISO 8601, as `Catalog.checked`; nil where the head of the file does not say it.
  package static var bundled: String? {
    guard let start = catalog_start() else { return nil }
    let head = UnsafeBufferPointer(start: start, count: min(catalog_length(), 256))
    guard let key = head.firstRange(of: Array("\"checked\"".utf8)) else { return nil }
    let value = head[key.upperBound...].drop { $0 != .quote }.dropFirst().prefix { $0 != .quote }
    return value.count == 10 ? value.text : nil
  }
}
