// The octets of a configuration as its readers want them: lines, and words without the blanks around them.

import Vocabulary

struct ConfigurationText {
  let octets: [UInt8]

  /// nil for what no text editor would have written.
  init?(_ octets: [UInt8]) {
    guard !octets.contains(.nul) else { return nil }
    self.octets = octets.starts(with: [0xef, 0xbb, 0xbf]) ? Array(octets.dropFirst(3)) : octets
  }

  /// Without their ends.
  var lines: [ArraySlice<UInt8>] {
    octets.split(separator: .lineFeed, omittingEmptySubsequences: false).map { $0.last == .carriageReturn ? $0.dropLast() : $0 }
  }

  /// The same, with a line that ends in a backslash put together with the next one.
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
  /// Takes the word at the front, up to a blank.
  mutating func popWord() -> String {
    self = drop(while: \.isBlank)
    let word = prefix { !$0.isBlank }
    self = dropFirst(word.count)
    return word.text
  }
}
