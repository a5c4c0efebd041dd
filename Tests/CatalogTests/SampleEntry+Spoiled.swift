// The sample catalog with one change that causes faults.

import Catalog
import Documents
import TestSupport
import Testing

extension SampleEntry {
  /// Returns the catalog with `old` in its second entry replaced by `new`.
  static func spoiled(_ old: String, _ new: String) throws -> String {
    let entry = entry("two")
    try #require(entry.contains(old), "the sample has no \(old)")
    return catalog([Self.entry("one"), entry.replacing(old, with: new, maxReplacements: 1), Self.entry("three")])
  }
}

extension Catalog {
  /// The faults as short texts for comparisons.
  var faultList: [String] { faults.map { "\($0.path): \($0.reason)" } }
}
