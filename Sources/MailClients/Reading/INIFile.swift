// Sections of `key = value`, in the syntax of aerc, offlineimap, getmail, git and Mozilla's profiles.

import Vocabulary

enum INIFile {
  struct Section {
    /// The text between the brackets.
    let name: String
    /// The values by key, in lower case. The last value of a key counts.
    var values: [String: String] = [:]

    subscript(key: String) -> String? { values[key].flatMap { $0.isEmpty ? nil : $0 } }

    /// Returns the value with every `%(name)s` replaced by the value of that name in this section, and `%%` by `%`, as Python's
    /// BasicInterpolation does. What cannot be replaced stays, so that a host with it is none.
    func interpolated(_ key: String) -> String? { self[key].map { interpolated($0, depth: 0) } }

    /// References within references, and octets of a value: values that contain each other could grow without limit.
    private static let depth = 10
    private static let limit = 4_096

    private func interpolated(_ text: String, depth: Int) -> String {
      var (output, rest) = ([UInt8](), Array(text.utf8)[...])
      while let octet = rest.popFirst(), output.count < Self.limit {
        guard octet == UInt8(ascii: "%"), let next = rest.first else {
          output.append(octet)
          continue
        }
        if next == UInt8(ascii: "%") {
          rest = rest.dropFirst()
        } else if next == UInt8(ascii: "("), depth < Self.depth, let close = rest.firstIndex(of: UInt8(ascii: ")")),
          rest[rest.index(after: close)...].first == UInt8(ascii: "s"),
          let value = values[rest[(rest.startIndex + 1)..<close].text.lowercasedASCII]
        {
          output += interpolated(value, depth: depth + 1).utf8
          rest = rest[(close + 2)...]
          continue
        }
        output.append(octet)
      }
      return output.prefix(Self.limit).text
    }
  }

  enum Syntax {
    /// Python's ConfigParser: a line that begins with a blank continues the value before it, and `:` separates like `=`.
    case python
    /// go-ini: quotes of three kinds around a value, comments after it.
    case go
    /// git-config(1): quotes anywhere, backslashes, comments. A backslash at the end of a line continues the value.
    case git
    case plain
  }

  static func sections(_ text: ConfigurationText, _ syntax: Syntax) -> [Section] {
    var sections: [Section] = []
    var lastKey: String?
    let lines = syntax == .git ? text.continuedLines.map { $0[...] } : text.lines
    for line in lines {
      let inner = line.withoutBlanks
      guard let first = inner.first, first != UInt8(ascii: "#"), first != UInt8(ascii: ";") else { continue }
      if syntax == .python, line.first?.isBlank == true, let lastKey {
        sections[sections.count - 1].values[lastKey]? += "\n" + inner.text
        continue
      }
      if first == UInt8(ascii: "["), let close = inner.lastIndex(of: UInt8(ascii: "]")) {
        sections.append(Section(name: inner[(inner.startIndex + 1)..<close].withoutBlanks.text))
        lastKey = nil
        continue
      }
      guard !sections.isEmpty else { continue }
      let equals = inner.firstIndex { $0 == UInt8(ascii: "=") || syntax == .python && $0 == UInt8(ascii: ":") }
      // In git's files a name alone is a boolean.
      let key = inner[..<(equals ?? inner.endIndex)].withoutBlanks.text.lowercasedASCII
      let value = equals.map { inner[($0 + 1)...].withoutBlanks } ?? []
      sections[sections.count - 1].values[key] = Self.value(value, syntax)
      lastKey = key
    }
    guard syntax == .python else { return sections }
    // The values of [DEFAULT] are those of every section that has none of its own.
    let defaults = sections.filter { $0.name == "DEFAULT" }.reduce(into: [:]) { $0.merge($1.values) { _, new in new } }
    return sections.map { section in
      Section(name: section.name, values: section.values.merging(defaults) { own, _ in own })
    }
  }

  private static func value(_ octets: ArraySlice<UInt8>, _ syntax: Syntax) -> String {
    switch syntax {
    case .python, .plain: octets.text
    case .go: go(octets)
    case .git: git(octets)
    }
  }

  /// Returns the value without quotes. The last backquote of a line closes the first. Of the other quotes a pair around the
  /// value is removed.
  private static func go(_ octets: ArraySlice<UInt8>) -> String {
    if octets.first == UInt8(ascii: "`"), let close = octets.lastIndex(of: UInt8(ascii: "`")), close > octets.startIndex {
      return octets[(octets.startIndex + 1)..<close].text
    }
    let bare = octets.indices.first { index in
      (octets[index] == UInt8(ascii: "#") || octets[index] == UInt8(ascii: ";")) && index > octets.startIndex && octets[index - 1].isBlank
    }
    let inner = octets[..<(bare ?? octets.endIndex)].withoutBlanks
    guard let quote = inner.first, quote == .quote || quote == UInt8(ascii: "'"), inner.count > 1, inner.last == quote else {
      return inner.text
    }
    return inner.dropFirst().dropLast().text
  }

  private static func git(_ octets: ArraySlice<UInt8>) -> String {
    var (output, rest, isQuoted) = ([UInt8](), octets, false)
    while let octet = rest.popFirst() {
      switch octet {
      case .quote: isQuoted.toggle()
      case .backslash:
        guard let next = rest.popFirst() else { break }
        output.append(next == UInt8(ascii: "n") ? .lineFeed : next == UInt8(ascii: "t") ? .tab : next)
      case UInt8(ascii: "#") where !isQuoted, UInt8(ascii: ";") where !isQuoted: rest = []
      default: output.append(octet)
      }
    }
    return output[...].withoutBlanks.text
  }
}
