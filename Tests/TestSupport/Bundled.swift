// The catalog that is linked into the program, decoded once for all tests.

import Catalog
import Foundation

/// The bundled catalog.
package enum Bundled {
  package static let catalog = ProviderDirectory().catalog

  /// Returns the octets of `providers.json`, from which it was built.
  package static func octets() throws -> Data {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: root.appendingPathComponent("providers.json"))
  }
}
