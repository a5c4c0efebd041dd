// The octets of a configuration, as lines and words.

import Vocabulary

struct ConfigurationText {
  let octets: [UInt8]

  /// Returns `nil` for octets that are not text, because one of them is NUL. Removes a byte order mark.
  init?(_ octets: [UInt8]) {
    guard !octets.contains(.nul) else { return nil }
    self.octets = octets.starts(with: [0xef, 0xbb, 0xbf]) ? Array(octets.dropFirst(3)) : octets
  }

  /// The lines, without line feeds and the carriage returns before them.
  var lines: [ArraySlice<UInt8>] {
    octets.split(separator: .lineFeed, omittingEmptySubsequences: false).map { $0.last == .carriageReturn ? $0.dropLast() : $0 }
  }

  /// The lines, each line that ends in a backslash joined with the next one.
  var continuedLines: [[UInt8]] {
    var (whole, held) = ([[UInt8]](), [UInt8]())
    for line in lines {
      if line.last == .backslash {
        held += line.dropLast()
      } else {
        whole.append(held + line)
        held = []
      }
    }
    return held.isEmpty ? whole : whole + [held]
  }
}

extension ArraySlice<UInt8> {
  /// Removes the first word and returns it.
  mutating func popWord() -> String {
    self = drop(while: \.isBlank)
    let word = prefix { !$0.isBlank }
    self = dropFirst(word.count)
    return word.text
  }
}
