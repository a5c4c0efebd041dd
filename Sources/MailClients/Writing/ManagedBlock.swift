// The lines of one account in a file that holds what a person wrote: found again, replaced and taken out to the octet.

import Vocabulary

/// Stands between two comment lines. The first holds a sum of what is between, so that a line a person wrote in there is
/// noticed, and of how it came into the file, so that exactly that can be undone.
package struct ManagedBlock: Sendable {
  private let comment: String
  private let owner: String

  /// `owner` is the text of a `BlockOwner`, `comment` what begins a comment.
  package init(owner: String, comment: String) { (self.owner, self.comment) = (owner, comment) }

  /// Why a file is not touched; with the number of the line it is about, from 1.
  package enum Fault: Error, Equatable, Sendable {
    /// A mark without its other half, or twice.
    case unpaired(line: Int)
    /// Between the marks there is what was not written there by this program.
    case edited(line: Int)
    /// The last line goes on in the next: what is written behind it would become a part of it.
    case unfinishedLine(line: Int)
  }

  /// How the block came into the file.
  private enum Origin: UInt8, CaseIterable {
    case appended
    /// The last line of the file had no line break, and got one.
    case behindBareLine
    /// There was no file.
    case ownFile
  }

  /// A file, taken apart.
  package struct Content: Sendable, Equatable {
    /// What is not ours, without anything the block brought along.
    package let before: [UInt8]
    package let after: [UInt8]
    /// The lines between the marks; nil where there is no block.
    package let lines: [UInt8]?
    /// Whether this program has made the file.
    package let isOwnFile: Bool

    /// What a person wrote, all of it.
    package var others: [UInt8] { before + after }
  }

  /// The accounts with a block in `octets`, as their marks have them, whatever else is in it.
  package static func owners(in octets: [UInt8], comment: String) -> [String] {
    let lead = "\(comment) >>> setup: "
    return octets.split(separator: .lineFeed).compactMap { line in
      let line = bare(line)
      guard line.starts(with: lead.utf8), line.suffix(advice.utf8.count).elementsEqual(advice.utf8) else { return nil }
      // Before the advice there is the sum, of sixteen digits and a blank.
      let owner = line.dropFirst(lead.utf8.count).dropLast(advice.utf8.count + 17)
      return owner.isEmpty ? nil : owner.text
    }
  }

  /// Takes `octets` apart.
  package func read(_ octets: [UInt8]) throws(Fault) -> Content {
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
    // At the end of a file whose last line break somebody took away there is none behind the mark either.
    let after = octets[min(lines[stop].endIndex + 1, octets.endIndex)...]
    // The line break that was ours holds the lines apart that came behind.
    if origin == .behindBareLine, !after.isEmpty { before = octets[..<lines[start].startIndex] }
    return Content(before: Array(before), after: Array(after), lines: inner, isOwnFile: origin == .ownFile)
  }

  /// `octets` with `text`, which ends in a line feed, between the marks: in place of what is there, else at the end. nil
  /// stands for a file that is not there.
  package func write(_ text: String, into octets: [UInt8]?) throws(Fault) -> [UInt8] {
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

  /// `octets` without the block, all of them where there is none; nil where nothing is left of a file that this program has
  /// made.
  package func remove(from octets: [UInt8]) throws(Fault) -> [UInt8]? {
    let content = try read(octets)
    return content.isOwnFile && content.others.isEmpty ? nil : content.others
  }

  /// The lines a file has, or is to have, between the marks and with them, for a person to see.
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

  /// The sum that `line` names, where it is the first mark of this block.
  private func sum(in line: ArraySlice<UInt8>) -> UInt64? {
    let line = Self.bare(line)
    guard line.starts(with: beginning.utf8), line.suffix(Self.advice.utf8.count).elementsEqual(Self.advice.utf8) else { return nil }
    let digits = line.dropFirst(beginning.utf8.count).dropLast(Self.advice.utf8.count)
    return digits.count == 16 ? UInt64(digits.text, radix: 16) : nil
  }

  /// Without the carriage return that an editor for another system may have put there.
  private static func bare(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> { line.last == .carriageReturn ? line.dropLast() : line }

  /// FNV-1a: it has to tell what changed by accident, nobody gains anything by a collision.
  private static func sum(_ inner: [UInt8], _ origin: Origin) -> UInt64 {
    ([origin.rawValue] + inner).reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func hex(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// A backslash at the end goes on in the next line for nearly all of the clients, and none has a use for it elsewhere.
  private static func refuseUnfinished(_ before: [UInt8]) throws(Fault) {
    let lines = before.split(separator: .lineFeed, omittingEmptySubsequences: false)
    guard let last = lines.lastIndex(where: { !$0.isEmpty }), last >= lines.count - 2, lines[last].last == .backslash else { return }
    throw .unfinishedLine(line: last + 1)
  }
}
