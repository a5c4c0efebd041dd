// Where the entries of a catalog begin and end, without decoding them: one pass that only knows strings and brackets.

import FoundationEssentials
import Vocabulary

/// Cuts a small catalog out of a big one: the same format, read by the same code, with only the entries that can matter.
/// Decoding all of the bundled file takes 50 ms, cutting and decoding one entry 3 (measured).
struct CatalogOutline {
  private let octets: UnsafeRawBufferPointer
  /// Members of the file, and of its families, by key; elements of its providers. Positions in `octets`.
  private var members: [String: Range<Int>] = [:]
  private var families: [String: Range<Int>] = [:]
  private var entries: [Range<Int>] = []

  /// `octets` must outlive the outline. nil where the file does not look like a catalog: then it has to be decoded whole,
  /// which says what is wrong with it.
  init?(_ octets: UnsafeRawBufferPointer) {
    self.octets = octets
    var scanner = Scanner(octets: octets)
    guard scanner.skip(to: UInt8(ascii: "{")) else { return nil }
    guard let members = scanner.members() else { return nil }
    self.members = members
    guard let list = members["providers"] else { return nil }
    var inside = Scanner(octets: octets, position: list.lowerBound)
    guard inside.skip(to: UInt8(ascii: "[")), let entries = inside.elements() else { return nil }
    self.entries = entries
    if let range = members["families"] {
      var inside = Scanner(octets: octets, position: range.lowerBound)
      guard inside.skip(to: UInt8(ascii: "{")), let families = inside.members() else { return nil }
      self.families = families
    }
  }

  /// A catalog of the entries in which one of `words` stands as a whole string, with the notes and the families they
  /// need; nil when there is none.
  func excerpt(holding words: [String]) -> Data? {
    let words = words.map(Self.quoted)
    let wanted = entries.filter { range in words.contains { holds($0, in: range) } }
    guard !wanted.isEmpty else { return nil }
    let needed = families.filter { name, _ in wanted.contains { holds(Self.quoted(name), in: $0) } }
    var text = Data("{".utf8)
    for key in ["schema", "checked", "notes"] {
      if let range = members[key] { text += Data("\"\(key)\":".utf8) + octets[range] + Data(",".utf8) }
    }
    text += Data("\"families\":{".utf8)
    text += Data(needed.map { Data("\"\($0.key)\":".utf8) + octets[$0.value] }.joined(separator: Data(",".utf8)))
    text += Data("},\"providers\":[".utf8) + Data(wanted.map { Data(octets[$0]) }.joined(separator: Data(",".utf8))) + Data("]}".utf8)
    return text
  }

  private static func quoted(_ word: String) -> [UInt8] { [.quote] + word.utf8 + [.quote] }

  /// Whether `wanted` stands in the octets at `range`. A plain loop over the memory: with closures and slices a walk
  /// through the whole file took 9 ms, this takes 0.5 (measured).
  private func holds(_ wanted: [UInt8], in range: Range<Int>) -> Bool {
    guard let start = octets.baseAddress?.assumingMemoryBound(to: UInt8.self), let first = wanted.first, range.count >= wanted.count
    else { return false }
    var position = range.lowerBound
    while position <= range.upperBound - wanted.count {
      if start[position] == first {
        var count = 1
        while count < wanted.count, start[position + count] == wanted[count] { count += 1 }
        if count == wanted.count { return true }
      }
      position += 1
    }
    return false
  }

  /// Knows where strings end and brackets match, and nothing else of JSON.
  private struct Scanner {
    let octets: UnsafeRawBufferPointer
    var position = 0

    mutating func skip(to octet: UInt8) -> Bool {
      guard let found = octets[position...].firstIndex(of: octet) else { return false }
      position = found + 1
      return true
    }

    /// The members of the object that was just entered.
    mutating func members() -> [String: Range<Int>]? {
      var members: [String: Range<Int>] = [:]
      while let octet = next() {
        if octet == .closeBrace { return members }
        if octet == UInt8(ascii: ",") { continue }
        let start = position
        guard octet == .quote, string(), skip(to: UInt8(ascii: ":")) else { return nil }
        let key = octets[start..<(octets[start...].firstIndex(of: .quote) ?? start)].text
        guard let value = value() else { return nil }
        members[key] = value
      }
      return nil
    }

    /// The elements of the list that was just entered.
    mutating func elements() -> [Range<Int>]? {
      var elements: [Range<Int>] = []
      while let octet = next() {
        if octet == UInt8(ascii: "]") { return elements }
        if octet == UInt8(ascii: ",") { continue }
        position -= 1
        guard let value = value() else { return nil }
        elements.append(value)
      }
      return nil
    }

    /// The next octet that is no white space, taken.
    private mutating func next() -> UInt8? {
      while position < octets.count {
        defer { position += 1 }
        let octet = octets[position]
        if octet != .space, octet != .lineFeed, octet != .carriageReturn, octet != .tab { return octet }
      }
      return nil
    }

    /// The range of one value.
    private mutating func value() -> Range<Int>? {
      guard let first = next() else { return nil }
      let start = position - 1
      switch first {
      case .quote: return string() ? start..<position : nil
      case .openBrace, UInt8(ascii: "["):
        var depth = 1
        while depth > 0 {
          guard position < octets.count else { return nil }
          let octet = octets[position]
          position += 1
          switch octet {
          case .quote:
            guard string() else { return nil }
          case .openBrace, UInt8(ascii: "["): depth += 1
          case .closeBrace, UInt8(ascii: "]"): depth -= 1
          default: break
          }
        }
        return start..<position
      default:
        while position < octets.count, !",]}".utf8.contains(octets[position]) { position += 1 }
        return start..<position
      }
    }

    /// Goes behind the closing quote.
    private mutating func string() -> Bool {
      while position < octets.count {
        let octet = octets[position]
        position += 1
        if octet == .quote { return true }
        if octet == .backslash { position += 1 }
      }
      return false
    }
  }
}
