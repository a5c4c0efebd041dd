// The text that a terminal shows, for comparisons.

import Vocabulary

/// Functions on the output of a terminal.
package enum PtyText {
  /// Returns the text without control sequences (ECMA-48, section 5.4) and carriage returns.
  package static func plain(_ octets: [UInt8]) -> String {
    var (kept, position) = ([UInt8](), 0)
    while position < octets.count {
      let octet = octets[position]
      position += 1
      if octet == 0x1b, position < octets.count, octets[position] == UInt8(ascii: "[") {
        position += 1
        while position < octets.count, !(0x40...0x7e).contains(octets[position]) { position += 1 }
        position += 1
      } else if octet != .carriageReturn {
        kept.append(octet)
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// Returns `plain` without blanks and line breaks.
  package static func bare(_ octets: [UInt8]) -> [UInt8] { plain(octets).utf8.filter { $0 > 0x20 } }

  /// Returns the columns of the widest line. The tests have their own rule for widths: East Asian characters have two
  /// columns.
  package static func width(_ text: String) -> Int { lines(text).map(\.columns).max() ?? 0 }

  /// Returns the lines with their columns.
  package static func lines(_ text: String) -> [(text: String, columns: Int)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      (String(line), line.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) })
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6: true
    default: false
    }
  }

  /// Returns whether `octets` contain a control sequence or another control character, for outputs that should be
  /// plain.
  package static func holdsControls(_ octets: [UInt8]) -> Bool {
    octets.contains { $0 < 0x20 && $0 != .lineFeed && $0 != .carriageReturn } || octets.contains(0x7f)
      || String(decoding: octets, as: UTF8.self).unicodeScalars.contains { (0x80...0x9f).contains($0.value) }
  }
}
