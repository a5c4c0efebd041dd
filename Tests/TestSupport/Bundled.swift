// The catalog that is linked in, decoded once for all tests.

import Catalog
import Foundation

package enum Bundled {
  package static let catalog = ProviderDirectory().catalog

  /// The file it was made of.
  package static func octets() throws -> Data {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: root.appendingPathComponent("providers.json"))
  }
}
