// A pattern for the many ways in which servers say the same.

/// Words in the order in which they occur: `imap
/// pop3 … disabled
/// not enabled`. `
/// ` separates alternatives; `…` allows at most one clause between two parts. A Latin word matches whole words unless
/// it ends with `*`. Other scripts have no gaps between words, so a part of theirs matches anywhere.
struct ReplyPattern: Sendable, ExpressibleByStringInterpolation {
  private struct Part: Sendable {
    let octets: [UInt8]
    let isOpen: Bool
  }

  private let parts: [[Part]]

  /// The most octets between two parts. A Cyrillic letter has two octets.
  private static func clause(after part: Part) -> Int { (0xd0...0xd3).contains(part.octets.first ?? 0) ? 120 : 60 }

  init(stringLiteral text: String) { self.init(text) }

  init(_ text: String) {
    parts = text.split(separator: "…").map { alternatives in
      alternatives.split(separator: "|").map { word in
        Part(octets: Array(NormalizedReply.plain(String(word)).utf8), isOpen: word.contains("*"))
      }
    }
  }

  /// Returns whether this pattern occurs in `text`, a result of `NormalizedReply.plain`.
  func fits(_ text: [UInt8]) -> Bool { fits(0, text, from: 0, within: text.count) }

  /// Returns whether the parts from index `part` on occur, the first of them at most `gap` octets after `start`.
  private func fits(_ part: Int, _ text: [UInt8], from start: Int, within gap: Int) -> Bool {
    guard part < parts.count else { return true }
    for alternative in parts[part] {
      let last = min(start + gap, text.count - alternative.octets.count)
      var place = start
      while place <= last {
        if Self.occurs(alternative, at: place, in: text),
          fits(part + 1, text, from: place + alternative.octets.count, within: Self.clause(after: alternative))
        {
          return true
        }
        place += 1
      }
    }
    return false
  }

  private static func occurs(_ part: Part, at start: Int, in text: [UInt8]) -> Bool {
    guard let first = part.octets.first, text[start] == first else { return false }
    let end = start + part.octets.count
    var place = start
    for octet in part.octets {
      if text[place] != octet { return false }
      place += 1
    }
    if isLatin(first), start > 0, isLatin(text[start - 1]) { return false }
    return part.isOpen || end == text.count || !isLatin(text[end - 1]) || !isLatin(text[end])
  }

  private static func isLatin(_ octet: UInt8) -> Bool { octet < 0x80 && octet != 0x20 }
}
