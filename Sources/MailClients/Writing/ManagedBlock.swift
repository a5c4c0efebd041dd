// The lines of one account in a file that also contains the lines of the user. Replacing and removing the block changes no
// other octet.

import Vocabulary

/// The lines between two comment lines, the marks. The first mark contains a checksum of the lines, which shows whether the
/// user changed them, and of the block's origin, so that removing it restores the file exactly.
package struct ManagedBlock: Sendable {
  private let comment: String
  private let owner: String

  /// `owner` is the text of a `BlockOwner`. `comment` begins a comment in the file.
  package init(owner: String, comment: String) { (self.owner, self.comment) = (owner, comment) }

  /// Why a file is not changed, with the number of the line, from 1.
  package enum Error: Swift.Error, Equatable, Sendable {
    /// A mark without the other one, or twice.
    case unpaired(line: Int)
    /// The lines between the marks are not what this program wrote.
    case edited(line: Int)
    /// The last line continues in the next: lines written after it would become a part of it.
    case unfinishedLine(line: Int)
  }

  /// The state of the file before the block was written.
  private enum Origin: UInt8, CaseIterable {
    /// The last line ended in a line break.
    case appended
    /// The last line had no line break and was given one.
    case behindBareLine
    /// The file did not exist.
    case ownFile
  }

  /// The parts of a file.
  package struct Content: Sendable, Equatable {
    /// The octets before the block, without a line break that was written with the block.
    package let before: [UInt8]
    /// The octets after the block.
    package let after: [UInt8]
    /// The lines between the marks, or `nil` if there is no block.
    package let lines: [UInt8]?
    /// Whether this program created the file.
    package let isOwnFile: Bool

    /// All octets that are not part of the block.
    package var others: [UInt8] { before + after }
  }

  /// Returns the owners of all blocks in `octets`, as their marks name them.
  package static func owners(in octets: [UInt8], comment: String) -> [String] {
    let lead = "\(comment) >>> setup: "
    return octets.split(separator: .lineFeed).compactMap { line in
      let line = bare(line)
      guard line.starts(with: lead.utf8), line.suffix(advice.utf8.count).elementsEqual(advice.utf8) else { return nil }
      // Before the advice there is the checksum of sixteen digits, and a blank.
      let owner = line.dropFirst(lead.utf8.count).dropLast(advice.utf8.count + 17)
      return owner.isEmpty ? nil : owner.text
    }
  }

  /// Returns the parts of a file. Throws if the marks or the lines between them are not as this program wrote them.
  package func read(_ octets: [UInt8]) throws(Error) -> Content {
    let lines = octets.split(separator: .lineFeed, omittingEmptySubsequences: false)
    let opening = lines.indices.filter { sum(in: lines[$0]) != nil }
    let closing = lines.indices.filter { Self.bare(lines[$0]).elementsEqual(end.utf8) }
    guard let start = opening.first, let stop = closing.first else {
      if let lone = opening.first ?? closing.first { throw .unpaired(line: lone + 1) }
      return Content(before: octets, after: [], lines: nil, isOwnFile: false)
    }
    guard opening.count == 1, closing.count == 1, start < stop else { throw .unpaired(line: (opening + closing).max().map { $0 + 1 } ?? 0) }
    let inner = Array(octets[lines[start].endIndex + 1..<lines[stop].startIndex])
    guard let origin = Origin.allCases.first(where: { sum(in: lines[start]) == Self.sum(inner, $0) }),
      !lines[start].contains(.carriageReturn)
    else { throw .edited(line: start + 1) }
    var before = octets[..<lines[start].startIndex]
    if origin == .behindBareLine, before.last == .lineFeed { before = before.dropLast() }
    // If the file's last line break was removed, there is none after the mark.
    let after = octets[min(lines[stop].endIndex + 1, octets.endIndex)...]
    // Lines that were added after the block still need the line break that was written with it.
    if origin == .behindBareLine, !after.isEmpty { before = octets[..<lines[start].startIndex] }
    return Content(before: Array(before), after: Array(after), lines: inner, isOwnFile: origin == .ownFile)
  }

  /// Returns `octets` with `text` between the marks: in place of the old lines, or at the end if there is no block. `text`
  /// ends in a line feed. `octets` is `nil` if the file does not exist.
  package func write(_ text: String, into octets: [UInt8]?) throws(Error) -> [UInt8] {
    let content = try read(octets ?? [])
    let inner = Array(text.utf8)
    let origin: Origin
    if octets == nil || content.isOwnFile, content.others.isEmpty {
      origin = .ownFile
    } else if content.before.last.map({ $0 != .lineFeed }) ?? false {
      origin = .behindBareLine
    } else {
      origin = .appended
    }
    if content.lines == nil { try Self.refuseUnfinished(content.before) }
    let joint: [UInt8] = origin == .behindBareLine ? [.lineFeed] : []
    let start = Array("\(beginning)\(Self.hex(Self.sum(inner, origin)))\(Self.advice)\n".utf8)
    return content.before + joint + start + inner + Array("\(end)\n".utf8) + content.after
  }

  /// Returns `octets` without the block, all of them if there is no block. Returns `nil` if nothing is left of a file that
  /// this program created.
  package func remove(from octets: [UInt8]) throws(Error) -> [UInt8]? {
    let content = try read(octets)
    return content.isOwnFile && content.others.isEmpty ? nil : content.others
  }

  /// Returns the lines of the block with the marks, for the user. Empty if there is no block.
  package func shown(in octets: [UInt8]) -> [String] {
    let lines = octets.split(separator: .lineFeed, omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { sum(in: $0) != nil }),
      let stop = lines[start...].firstIndex(where: { Self.bare($0).elementsEqual(end.utf8) })
    else { return [] }
    return lines[start...stop].map(\.text)
  }

  private static let advice = " (yours go outside of these marks)"
  private var beginning: String { "\(comment) >>> setup: \(owner) " }
  private var end: String { "\(comment) <<< setup: \(owner)" }

  /// Returns the checksum in `line`, or `nil` if the line is not the first mark of this block.
  private func sum(in line: ArraySlice<UInt8>) -> UInt64? {
    let line = Self.bare(line)
    guard line.starts(with: beginning.utf8), line.suffix(Self.advice.utf8.count).elementsEqual(Self.advice.utf8) else { return nil }
    let digits = line.dropFirst(beginning.utf8.count).dropLast(Self.advice.utf8.count)
    return digits.count == 16 ? UInt64(digits.text, radix: 16) : nil
  }

  /// Returns the line without the carriage return of an editor for another system.
  private static func bare(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> { line.last == .carriageReturn ? line.dropLast() : line }

  /// The checksum, FNV-1a. It has to detect changes by accident. An attacker gains nothing by a collision.
  private static func sum(_ inner: [UInt8], _ origin: Origin) -> UInt64 {
    ([origin.rawValue] + inner).reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func hex(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Throws if the last line ends in a backslash. In nearly all of the programs the line then continues, and in none it has
  /// another meaning.
  private static func refuseUnfinished(_ before: [UInt8]) throws(Error) {
    let lines = before.split(separator: .lineFeed, omittingEmptySubsequences: false)
    guard let last = lines.lastIndex(where: { !$0.isEmpty }), last >= lines.count - 2, lines[last].last == .backslash else { return }
    throw .unfinishedLine(line: last + 1)
  }
}
