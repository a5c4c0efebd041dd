// The parts of lines that belong to the protocol. A secret may be split over the lines of a reply, between such parts.

import Vocabulary

/// Which parts are ignored in a comparison.
enum EchoFrames: CaseIterable {
  case kept
  /// The starts of lines (`535-`, `* NO `) and enhanced codes are ignored.
  case skipped
  /// The words that adjacent lines begin with are ignored, too, for example `* LIST () "/" `.
  case skippedWithWords

  /// Returns the positions of `text` that are ignored.
  func positions(in text: [UInt8]) -> [Range<Int>] {
    if self == .kept { return [] }
    var ranges: [Range<Int>] = []
    var lines: [Range<Int>] = []
    var start = 0
    while start <= text.count {
      let end = text[start...].firstIndex(of: .lineFeed) ?? text.count
      let length = Self.frame(text[start..<end], isLine: true)
      if length > 0 { ranges.append(start..<(start + length)) }
      lines.append((start + length)..<end)
      start = end + 1
    }
    if self == .skippedWithWords {
      for (position, line) in lines.enumerated() {
        let beside = [position - 1, position + 1].filter(lines.indices.contains)
        let common = beside.map { Self.common(text[line], text[lines[$0]]) }.max() ?? 0
        if common > 0 { ranges.append(line.lowerBound..<(line.lowerBound + common)) }
      }
    }
    // Joined lines contain enhanced codes in the middle.
    for line in lines {
      for place in line where place > line.lowerBound && text[place - 1] == .space {
        let length = Self.frame(text[place..<line.upperBound], isLine: false)
        if length > 0 { ranges.append(place..<(place + length)) }
      }
    }
    return ranges
  }

  /// Returns the length of the words that both lines begin with.
  private static func common(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
    var (count, words) = (0, 0)
    for (left, right) in zip(one, other) {
      guard left == right else { break }
      count += 1
      if left == .space { words = count }
    }
    return words
  }

  /// Returns the number of octets at the start that belong to the protocol: an enhanced code (RFC 2034) and, at the start of a
  /// line, everything before the text of a reply.
  private static func frame(_ line: ArraySlice<UInt8>, isLine: Bool) -> Int {
    var rest = line
    if isLine {
      if rest.count > 3, rest.prefix(3).allSatisfy(\.isDigit), [.space, .hyphen].contains(rest[rest.startIndex + 3]) {
        rest = rest.dropFirst(4)
      } else {
        let words = rest.split(separator: .space, maxSplits: 2, omittingEmptySubsequences: false)
        let isStatus = words.count > 1 && ["OK", "NO", "BAD", "BYE"].contains { words[1].equalsIgnoringCase($0) }
        if isStatus {
          rest = rest.dropFirst(words[0].count + 1 + words[1].count)
        } else if words.first == [UInt8(ascii: "*")] || words.first == [.plus] {
          rest = rest.dropFirst(1)
        }
        rest = rest.drop { $0 == .space }
        if isStatus, rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) {
          rest = rest[(end + 1)...].drop { $0 == .space }
        }
      }
    }
    let parts = rest.prefix { $0 != .space && $0 != .tab }.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count == 3, parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(\.isDigit) }) {
      rest = rest.drop { $0 != .space && $0 != .tab }.drop { $0 == .space }
    }
    return line.count - rest.count
  }
}
