// The lines of an account in a file of the user: written, found, replaced, and removed without a change to any other octet.

import MailClients
import TestSupport
import Testing

@Suite("a block of lines", .waiting)
struct BlockTests {
  private static let block = ManagedBlock(owner: "me@example.org", comment: "#")
  private static let text = "host x\nport 1\n"

  /// Contents of a user's file, with line breaks and encodings of all kinds. None ends in a backslash.
  private static let persons: [[UInt8]] = [
    [], [0x0a], Array("a".utf8), Array("a\n".utf8), Array("a\r\nb\r\n".utf8), Array("a\r\nb".utf8), Array("\n\n\n".utf8),
    [0xff, 0xfe, 0x0a, 0x80], [0x00, 0x0a], Array("# >>> setup: you@example.org 0123456789abcdef (yours go outside of these marks)\n".utf8),
    Array("  # <<< setup: me@example.org\n".utf8), Array("# >>> setup: me@example.org and more\n".utf8), Array("a\\ \n".utf8),
    Array("é\u{2028}x\r".utf8),
    Array("a\\\n\n".utf8),
  ]

  @Test("goes to the end and comes out again; all else stays as it was", arguments: persons)
  func roundTrip(_ before: [UInt8]) throws {
    let written = try Self.block.write(Self.text, into: before)
    #expect(written.starts(with: before))
    #expect(written.contains(subsequence: Array(Self.text.utf8)))
    #expect(try Self.block.remove(from: written) == before)
    #expect(try Self.block.write(Self.text, into: written) == written)
  }

  @Test("a file that was made for it goes with it, one that was there stays")
  func ownFile() throws {
    let made = try Self.block.write(Self.text, into: nil)
    #expect(try Self.block.remove(from: made) == nil)
    #expect(try Self.block.write(Self.text, into: made) == made)
    let wasThere = try Self.block.write(Self.text, into: [])
    #expect(try Self.block.remove(from: wasThere) == [])
    // Lines that the user has added since are kept.
    let grown = made + Array("mine\n".utf8)
    #expect(try Self.block.remove(from: grown) == Array("mine\n".utf8))
  }

  @Test("random lines before and behind survive whatever is done with it", arguments: 0..<200 as Range<UInt64>)
  func random(_ seed: UInt64) throws {
    var numbers = Numbers(state: seed)
    func octets() -> [UInt8] {
      let alphabet: [UInt8] = [0x0a, 0x0a, 0x0d, 0x20, 0x23, 0x3e, 0x41, 0x5b, 0x22, 0xff, 0xc3, 0xa9, 0x00]
      return (0..<Int.random(in: 0..<40, using: &numbers)).map { _ in alphabet[Int.random(in: alphabet.indices, using: &numbers)] }
    }
    let before = octets()
    var file = try Self.block.write(Self.text, into: before)
    let behind = octets()
    file += behind
    // A last line that had no line break before the block keeps the new one if other lines follow now.
    let joined = !before.isEmpty && before.last != 0x0a && !behind.isEmpty
    let others = before + (joined ? [0x0a] : []) + behind
    let other = ManagedBlock(owner: "you@example.org", comment: "#")
    for text in ["one\n", "one\ntwo\nthree\n", "", Self.text] {
      file = try Self.block.write(text, into: file)
      #expect(try Self.block.read(file).others == others)
      let both = try other.write("theirs\n", into: file)
      #expect(try other.remove(from: both) == file)
      #expect(try Self.block.read(try #require(try Self.block.remove(from: both))).lines == nil)
    }
    #expect(try Self.block.remove(from: file) == others)
  }

  @Test("a line somebody wrote or changed between the marks is not lost")
  func edited() throws {
    let written = String(decoding: try Self.block.write(Self.text, into: Array("a\n".utf8)), as: UTF8.self)
    for (old, new) in [("port 1\n", "port 2\n"), ("port 1\n", "port 1\nmine\n"), ("port 1\n", ""), ("\n", "\r\n")] {
      let changed = Array(written.replacing(old, with: new).utf8)
      #expect(throws: ManagedBlock.Error.edited(line: 2)) { try Self.block.write("host y\n", into: changed) }
      #expect(throws: ManagedBlock.Error.edited(line: 2)) { try Self.block.remove(from: changed) }
    }
  }

  @Test("marks that do not belong together are left alone")
  func unpaired() throws {
    let written = try Self.block.write(Self.text, into: nil)
    let lines = written.split(separator: 0x0a).map(Array.init)
    for (wrong, line) in [
      (written + written, 8), (Array(lines.dropLast().joined(separator: [0x0a])), 1),
      (Array(lines.dropFirst().joined(separator: [0x0a])), 3),
      (Array(lines.reversed().joined(separator: [0x0a])), 4),
    ] {
      #expect(throws: ManagedBlock.Error.unpaired(line: line)) { try Self.block.remove(from: wrong) }
    }
  }

  @Test("is not put behind a line that goes on", arguments: ["set x = \\", "a\nb\\\n"])
  func unfinished(_ text: String) throws {
    let line = text.hasPrefix("a") ? 2 : 1
    #expect(throws: ManagedBlock.Error.unfinishedLine(line: line)) { try Self.block.write(Self.text, into: Array(text.utf8)) }
  }

  @Test("hostile owners do not reach each other", arguments: ["a", "a@x", "\"a b\"@x.org", "a+b*[]$(x)@x.org", "é@x.org"])
  func owners(_ owner: String) throws {
    let (mine, other) = (ManagedBlock(owner: owner, comment: "#"), ManagedBlock(owner: owner + " 0123456789abcdef", comment: "#"))
    let both = try other.write("theirs\n", into: try mine.write("ours\n", into: nil))
    #expect(try mine.read(both).lines == Array("ours\n".utf8))
    #expect(try other.read(both).lines == Array("theirs\n".utf8))
  }

  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }
}

extension [UInt8] {
  func contains(subsequence other: [UInt8]) -> Bool { firstRange(of: other) != nil }
}
