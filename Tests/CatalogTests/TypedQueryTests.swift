// The table of what people type, against the bundled catalog.

import Testing

@testable import Catalog

@Suite("what people type") struct TypedQueryTests {
  @Test("the table has at least 120 different texts, and every entry in it exists") func table() {
    let all = TypedQueries.found + TypedQueries.slips
    #expect(Set(all.map(\.typed)).count == all.count)
    #expect(all.count >= 120)
    for query in all { #expect(Shipped.ids.contains(query.id), "\(query.typed)") }
  }
}
