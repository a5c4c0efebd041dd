// The encodings of XML documents that are read: those that every reader knows, and the one that old files are in.

import Vocabulary

enum XMLEncoding {
  /// Returns the document in UTF-8 and without a byte order mark. `nil` for any other encoding than UTF-8, US-ASCII and ISO-8859-1
  /// (XML 1.0, section 4.3.3), and for a document with NUL, as those in UTF-16 have it.
  static func utf8(_ octets: [UInt8]) -> [UInt8]? {
    guard !octets.contains(.nul) else { return nil }
    let text = octets.starts(with: [0xef, 0xbb, 0xbf]) ? Array(octets.dropFirst(3)) : octets
    switch declared(in: text) {
    case "utf-8", "utf8", "us-ascii", nil: return text
    case "iso-8859-1", "latin1":
      return text.flatMap { $0 < 0x80 ? [$0] : [0xc0 | $0 >> 6, 0x80 | $0 & 0x3f] }
    case .some: return nil
    }
  }

  /// Returns the encoding that the declaration names, in lower case. `nil` if there is none.
  private static func declared(in octets: [UInt8]) -> String? {
    let start = octets.drop(while: \.isBlankOrLineEnd)
    guard start.starts(with: "<?xml".utf8), let end = start.firstRange(of: Array("?>".utf8)) else { return nil }
    let declaration = start[..<end.lowerBound]
    guard let key = declaration.firstRange(of: Array("encoding".utf8)) else { return nil }
    let value = declaration[key.upperBound...].drop { $0.isBlankOrLineEnd || $0 == UInt8(ascii: "=") }
    guard let quote = value.first, quote == .quote || quote == UInt8(ascii: "'") else { return nil }
    return value.dropFirst().prefix { $0 != quote }.text.lowercasedASCII
  }
}
