// The fields of a message header (RFC 5322, section 2.2).

import Vocabulary

/// The reader of header fields.
package enum HeaderField {
  /// Returns the values of all fields with this `name`, ignoring case. Values are unfolded and have no blanks at either
  /// end.
  package static func values(of name: String, in header: [UInt8]) -> [[UInt8]] {
    var values: [[UInt8]] = []
    var isMeant = false
    for line in header.split(separator: .lineFeed, omittingEmptySubsequences: false) {
      let line = line.last == .carriageReturn ? line.dropLast() : line
      if line.isEmpty { break }
      if line.first == .space || line.first == .tab {
        if isMeant { values[values.count - 1] += [.space] + trimmed(line) }
        continue
      }
      let label = line.prefix { $0 != UInt8(ascii: ":") }
      isMeant = label.count < line.count && trimmed(label).equalsIgnoringCase(name)
      if isMeant { values.append(trimmed(line.dropFirst(label.count + 1))) }
    }
    return values.map { trimmed($0[...]) }
  }

  private static func trimmed(_ octets: ArraySlice<UInt8>) -> [UInt8] {
    func isBlank(_ octet: UInt8) -> Bool { octet == .space || octet == .tab }
    var inner = octets.drop(while: isBlank)
    while let last = inner.last, isBlank(last) { inner.removeLast() }
    return Array(inner)
  }
}
