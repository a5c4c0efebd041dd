// A server's text as it is compared with the secret: without what parts it, and with what is written otherwise undone.

import Vocabulary

/// The octets to compare, each with the place it came from.
struct EchoText {
  /// What is undone on the way. Each is tried beside the text as it is: the secret itself may look like any of them.
  struct Reading: Equatable {
    /// The beginnings of lines (`535-`, `* NO `) and enhanced codes: a secret may be split over the lines of a reply.
    var skipsFrames = false
    /// `%2d`, `=2d`, `\u002d`, `\x2d`, `\"`, `&#45;`, `&quot;`.
    var unescapes = false
    /// Only hexadecimal digits count: `4b:61:6e`, `%4b%61%6e` and `\x4b\x61\x6e`, however they are cut.
    var isOfDigits = false

    static let all: [Reading] = [false, true].flatMap { frames in
      [Reading(skipsFrames: frames), Reading(skipsFrames: frames, unescapes: true), Reading(skipsFrames: frames, isOfDigits: true)]
    }
  }

  private(set) var octets: [UInt8] = []
  private(set) var places: [Range<Int>] = []

  /// What stands in the place of what was masked; nothing goes on over it.
  static let mark = Array("<secret>".utf8)

  init(_ text: [UInt8], _ reading: Reading) {
    var start = 0
    while start < text.count {
      if text[start] == Self.mark[0], text[start...].starts(with: Self.mark) {
        add(.nul, start..<(start + Self.mark.count))
        start += Self.mark.count
        continue
      }
      if reading.skipsFrames, start == 0 || Self.isBlank(text[start - 1]) {
        let length = Self.frame(text, start)
        if length > 0 {
          start += length
          continue
        }
      }
      if reading.unescapes, let (decoded, length) = Escape.decode(text, start) {
        for octet in decoded where !Self.isUnseen(octet) { add(Self.folded(octet), start..<(start + length)) }
        start += length
        continue
      }
      let octet = text[start]
      if !Self.isUnseen(octet), !reading.isOfDigits || Self.isHexadecimal(octet) {
        add(Self.folded(octet), start..<(start + 1))
      }
      start += 1
    }
  }

  private mutating func add(_ octet: UInt8, _ place: Range<Int>) {
    octets.append(octet)
    places.append(place)
  }

  /// Case tells nothing apart here, nor do the two alphabets of base64 (RFC 4648 5).
  static func folded(_ octet: UInt8) -> UInt8 {
    switch octet {
    case 0x41...0x5a: octet + 0x20
    case .hyphen: .plus
    case UInt8(ascii: "_"): UInt8(ascii: "/")
    default: octet
    }
  }

  /// Blanks, which lines are joined by and shown text is folded at, and controls, which are not shown.
  static func isUnseen(_ octet: UInt8) -> Bool { octet <= .space || octet == 0x7f }

  private static func isBlank(_ octet: UInt8) -> Bool { octet == .space || octet == .lineFeed || octet == .tab }

  private static func isHexadecimal(_ octet: UInt8) -> Bool { octet.isDigit || (0x61...0x66).contains(octet | 0x20) }

  /// The octets at `start` that belong to the protocol: an enhanced code (RFC 2034); where a line begins also what stands in
  /// front of the text of a reply.
  private static func frame(_ text: [UInt8], _ start: Int) -> Int {
    var rest = text[start...].prefix { $0 != .lineFeed }
    let whole = rest.count
    if start == 0 || text[start - 1] == .lineFeed {
      if rest.count > 3, rest.prefix(3).allSatisfy(\.isDigit), [.space, .hyphen].contains(rest[start + 3]) {
        rest = rest.dropFirst(4)
      } else {
        let words = rest.split(separator: .space, maxSplits: 2, omittingEmptySubsequences: false)
        let isStatus = words.count > 1 && ["OK", "NO", "BAD", "BYE"].contains { words[1].equalsIgnoringCase($0) }
        if isStatus {
          rest = rest.dropFirst(words[0].count + 1 + words[1].count)
        } else if words[0] == [UInt8(ascii: "*")] {
          rest = rest.dropFirst(1)
        }
        rest = rest.drop { $0 == .space }
        if isStatus, rest.first == UInt8(ascii: "["), let end = rest.firstIndex(of: UInt8(ascii: "]")) { rest = rest[(end + 1)...] }
      }
    }
    let parts = rest.prefix { !isBlank($0) }.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count == 3, parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy(\.isDigit) }) {
      rest = rest.drop { !isBlank($0) }
    }
    return whole - rest.count
  }
}
