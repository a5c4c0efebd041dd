// Words as a POSIX shell reads them, for files with the same quotes. Nothing is expanded, nothing is run.

import Vocabulary

enum ShellWords {
  /// Returns the words of one line. # at the beginning of a word begins a comment. Expansions are left unchanged.
  static func words(of line: ArraySlice<UInt8>) -> [String] {
    var (words, rest) = ([String](), line)
    while true {
      rest = rest.drop(while: \.isBlank)
      guard let first = rest.first, first != UInt8(ascii: "#") else { return words }
      words.append(word(&rest))
    }
  }

  /// Removes the first word and returns it.
  private static func word(_ rest: inout ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    while let octet = rest.first, !octet.isBlank {
      rest = rest.dropFirst()
      switch octet {
      case UInt8(ascii: "'"):
        let inner = rest.prefix { $0 != UInt8(ascii: "'") }
        output += inner
        rest = rest.dropFirst(inner.count + 1)
      case .quote:
        while let inner = rest.popFirst(), inner != .quote {
          guard inner == .backslash, let next = rest.first else {
            output.append(inner)
            continue
          }
          rest = rest.dropFirst()
          // POSIX XCU, section 2.2.3: between double quotes a backslash has a meaning only before these.
          if !"$`\"\\".utf8.contains(next) { output.append(.backslash) }
          output.append(next)
        }
      case .backslash: output += rest.popFirst().map { [$0] } ?? []
      default: output.append(octet)
      }
    }
    return output.text
  }
}
