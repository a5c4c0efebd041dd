// A server's text in the form in which it is compared with the secret: without separators, and with escapes decoded.

import Vocabulary

/// The octets to compare, each with its place in the original text. A mask is NUL, so that no match extends over it.
struct EchoText {
  /// The form of the octets.
  enum Kind: CaseIterable {
    case text
    /// Letters and digits only.
    case letters
    /// Hexadecimal digits only, for `4b:61:6e`, `0x4b 0x61`, `%4b%61` and `\x4b\x61`, cut anywhere.
    case hexadecimal
  }

  let kind: Kind
  private(set) var octets: [UInt8] = []
  private(set) var places: [Range<Int>] = []

  /// The text that replaces what was masked.
  static let mark = Array("<secret>".utf8)
  /// The maximum number of escapes inside escapes.
  private static let rounds = 3

  /// Returns all ways to read `text`. Each is tried, because the secret itself may look like an escape or a code.
  static func readings(of text: [UInt8]) -> [EchoText] {
    var readings: [EchoText] = []
    var before: [Source] = []
    for frames in EchoFrames.allCases {
      var source = Source(text, without: frames.positions(in: text))
      if before.contains(where: { $0.octets == source.octets }) { continue }
      before.append(source)
      readings.append(EchoText(source, .hexadecimal))
      for other in [source.decimals, source.unparted].compactMap({ $0 }) { readings.append(EchoText(other, .text)) }
      for round in 0...Self.rounds {
        readings += [EchoText(source, .text), EchoText(source, .letters)]
        guard round < Self.rounds, let next = source.unescaped else { break }
        source = next
      }
    }
    return readings
  }

  private init(_ source: Source, _ kind: Kind) {
    self.kind = kind
    var (octets, places) = ([UInt8](), [Range<Int>]())
    func add(_ octet: UInt8, _ range: Range<Int>) {
      octets.append(octet)
      places.append(source.places[range.lowerBound].lowerBound..<source.places[range.upperBound - 1].upperBound)
    }
    switch kind {
    case .text: EchoFold.fold(source.octets, .seen, add)
    case .letters: EchoFold.fold(source.octets, .letters, add)
    case .hexadecimal:
      let text = source.octets
      for (position, octet) in text.enumerated() {
        let isPrefix = octet == 0x30 && position + 1 < text.count && text[position + 1] | 0x20 == UInt8(ascii: "x")
        if octet == EchoFold.barrier {
          add(.nul, position..<(position + 1))
        } else if !isPrefix, octet.isDigit || (0x61...0x66).contains(octet | 0x20) {
          add(octet | 0x20, position..<(position + 1))
        }
      }
    }
    (self.octets, self.places) = (octets, places)
  }

  /// A text before folding, with the original places of its octets.
  private struct Source {
    var octets: [UInt8] = []
    var places: [Range<Int>] = []

    init() {}

    init(_ text: [UInt8], without skipped: [Range<Int>]) {
      var isSkipped = Array(repeating: false, count: text.count)
      for range in skipped { for place in range { isSkipped[place] = true } }
      var start = 0
      while start < text.count {
        if text[start] == EchoText.mark[0], text[start...].starts(with: EchoText.mark) {
          add(EchoFold.barrier, start..<(start + EchoText.mark.count))
          start += EchoText.mark.count
          continue
        }
        if !isSkipped[start] { add(text[start], start..<(start + 1)) }
        start += 1
      }
    }

    mutating func add(_ octet: UInt8, _ place: Range<Int>) {
      octets.append(octet)
      places.append(place)
    }

    private func place(_ range: Range<Int>) -> Range<Int> { places[range.lowerBound].lowerBound..<places[range.upperBound - 1].upperBound }

    /// The text with `%2d`, `=2d`, `\u002d`, `\x2d`, `\"`, `&#45;` and `&quot;` decoded. `nil` if it contains no escapes.
    var unescaped: Source? {
      var (source, start, isChanged) = (Source(), 0, false)
      while start < octets.count {
        if let (decoded, length) = Escape.decode(octets, start) {
          let place = place(start..<(start + length))
          for octet in decoded { source.add(octet, place) }
          start += length
          isChanged = true
        } else {
          source.add(octets[start], places[start])
          start += 1
        }
      }
      return isChanged ? source : nil
    }

    /// The octets of a list of decimal numbers, for example `[75, 97]`. `nil` if there is no such list.
    var decimals: Source? {
      var (source, start, count) = (Source(), 0, 0)
      while start < octets.count {
        let digits = octets[start...].prefix(while: \.isDigit)
        if digits.isEmpty {
          if octets[start].isLetter || octets[start] >= 0x80 { source.add(EchoFold.barrier, places[start]) }
          start += 1
          continue
        }
        let value = digits.count > 3 ? Int.max : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        source.add(value < 0xff ? UInt8(value) : EchoFold.barrier, place(start..<(start + digits.count)))
        count += 1
        start += digits.count
      }
      return count < 4 ? nil : source
    }

    /// The text without separators between all characters of a sequence. `nil` if there is no such sequence.
    var unparted: Source? {
      var characters: [Range<Int>] = []
      var start = 0
      while start < octets.count {
        let end = min(start + EchoFold.length(octets[start]), octets.count)
        characters.append(start..<end)
        start = end
      }
      func isSeparator(_ position: Int, like other: Int) -> Bool {
        guard position < characters.count, other < characters.count else { return false }
        let octet = octets[characters[other].lowerBound]
        return !octet.isLetter && !octet.isDigit && octet > .space && octets[characters[position]] == octets[characters[other]]
      }
      var (source, position, isChanged) = (Source(), 0, false)
      func keep(_ position: Int, in source: inout Source) { for place in characters[position] { source.add(octets[place], places[place]) } }
      while position < characters.count {
        keep(position, in: &source)
        let separator = position + 1
        guard isSeparator(separator + 2, like: separator), isSeparator(separator + 4, like: separator) else {
          position += 1
          continue
        }
        isChanged = true
        while isSeparator(position + 1, like: separator), position + 2 < characters.count {
          position += 2
          keep(position, in: &source)
        }
        position += 1
      }
      return isChanged ? source : nil
    }
  }
}
