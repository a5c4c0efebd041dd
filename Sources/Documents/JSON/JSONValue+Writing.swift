// JSON values to text (RFC 8259). A JSONEncoder cannot do this: it changes numbers that no Swift type can represent.

import Vocabulary

extension JSONValue {
  /// The text with a final line break, in UTF-8. Keys are in alphabetical order, so that equal values are equal texts.
  package var octets: [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: 0)
    return output + [.lineFeed]
  }

  /// The same as text.
  package var json: String { octets.text }

  /// The value on one line, with a line break at its end.
  package var line: String {
    var output: [UInt8] = []
    write(to: &output, indent: nil)
    return (output + [.lineFeed]).text
  }

  /// Appends the value, without line breaks if `indent` is `nil`.
  private func write(to output: inout [UInt8], indent: Int?) {
    switch self {
    case .null: output += "null".utf8
    case .flag(let flag): output += (flag ? "true" : "false").utf8
    case .numeral(let text): output += text.utf8
    case .text(let text): Self.quote(text, &output)
    case .list(let elements):
      Self.write("[", "]", elements, to: &output, indent) { element, output in element.write(to: &output, indent: indent.map { $0 + 1 }) }
    case .object(let members):
      Self.write("{", "}", members.sorted { $0.key < $1.key }, to: &output, indent) { member, output in
        Self.quote(member.key, &output)
        output += (indent == nil ? ":" : " : ").utf8
        member.value.write(to: &output, indent: indent.map { $0 + 1 })
      }
    }
  }

  private static func write<Element>(
    _ open: String, _ close: String, _ elements: [Element], to output: inout [UInt8], _ indent: Int?,
    _ one: (Element, inout [UInt8]) -> Void
  ) {
    // A line break and the blanks before what follows.
    func begin(_ depth: Int) { if let indent { output += [.lineFeed] + [UInt8](repeating: .space, count: 2 * (indent + depth)) } }
    output += open.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { output += ",".utf8 }
      begin(1)
      one(element, &output)
    }
    if !elements.isEmpty { begin(0) }
    output += close.utf8
  }

  /// Appends `text` in quotation marks, and escapes only what must be escaped (RFC 8259, section 7).
  private static func quote(_ text: String, _ output: inout [UInt8]) {
    output.append(.quote)
    for octet in text.utf8 {
      switch octet {
      case .quote, .backslash: output += [.backslash, octet]
      case 0..<0x20: output += ("\\u00" + (octet < 0x10 ? "0" : "") + String(octet, radix: 16)).utf8
      default: output.append(octet)
      }
    }
    output.append(.quote)
  }
}
