// Tests of the images: an independent reader finds the same octets in them.

import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import QRCode

@Suite("QR codes: images") struct ImageTests {
  private static func octets(_ secret: Secret) -> [UInt8] { secret.withOctets { Array($0) } }

  /// For each version and level: the fewest octets and the most, as random octets and as Chinese text in turn.
  private static let edges: [(name: String, octets: [UInt8], level: QRCode.Level)] = QRCode.Level.allCases.flatMap { level in
    var least = 1
    return SymbolVersion.all.flatMap { version in
      defer { least = version.capacity(level) + 1 }
      return [least, version.capacity(level)].map { count in
        let octets = (version.number + count).isMultiple(of: 2) ? Contents.random(count, seed: version.number) : Contents.chinese(count)
        return ("version \(version.number), \(level), \(count) octets", octets, level)
      }
    }
  }

  @Test(
    "each version at each level holds its fewest and its most octets, whatever they are",
    .enabled(if: BarcodeReader.isThere, BarcodeReader.why))
  func edges() throws {
    let images = try Self.edges.map { name, octets, level in
      let code = try QRCode.of(octets, level)
      #expect(name.hasPrefix("version \((code.side - 17) / 4),"))
      return (name, Self.octets(code.png), octets)
    }
    #expect(images.count == 25 * 2 * 2)
    try BarcodeReader.expect(images, ending: "png")
  }

  @Test("single octets, addresses and an account", .enabled(if: BarcodeReader.isThere, BarcodeReader.why)) func contents() throws {
    let texts = [
      Array("https://myaccount.google.com/apppasswords".utf8), Contents.account, Array("汉".utf8), Array("01234567".utf8),
      Array("HTTPS://EXAMPLE.ORG".utf8), Array("a\r\n\u{0}b".utf8),
    ]
    let single = [0x00, 0x0a, 0x1d, 0x20, 0x7f, 0x80, 0xe4, 0xff].map { [UInt8($0)] }
    let images = try (texts + single).map { ("\($0.prefix(20))", Self.octets(try QRCode.of($0, .medium).png), $0) }
    try BarcodeReader.expect(images, ending: "png")
  }

  @Test("damage of one in twenty codewords does not matter at level M", .enabled(if: BarcodeReader.isThere, BarcodeReader.why))
  func damaged() throws {
    let octets = Contents.random(150, seed: 5)
    let code = try QRCode.of(octets, .medium)
    // A white stain on the data.
    let stain = code.side / 2..<code.side / 2 + 6
    let image = Bitmap(side: code.side + 8) { column, row in
      code[column - 4, row - 4] && !(stain ~= column - 4 && stain ~= row - 4)
    }
    #expect(image != Bitmap(code))
    try BarcodeReader.expect([("stained", image.pbm, octets)], ending: "pbm")
  }

  @Test("the PNG image is well-formed: chunks, sums, one pixel row after the other", arguments: [10, 700, 1_273]) func png(_ count: Int)
    throws
  {
    let code = try QRCode.of(Contents.random(count, seed: count), .low)
    let folder = try ProcessFolder()
    let file = try folder.write(Self.octets(code.png), to: "code.png")
    // Python's own zlib and CRC.
    let script = """
      import sys, struct, zlib
      d = open(sys.argv[1], 'rb').read()
      assert d[:8] == bytes([137,80,78,71,13,10,26,10])
      p, chunks = 8, []
      while p < len(d):
        n, t = struct.unpack('>I4s', d[p:p+8])
        assert struct.unpack('>I', d[p+8+n:p+12+n])[0] == zlib.crc32(d[p+4:p+8+n])
        chunks.append((t, d[p+8:p+8+n])); p += 12 + n
      assert [t for t, _ in chunks] == [b'IHDR', b'IDAT', b'IEND'] and p == len(d)
      w, h, *rest = struct.unpack('>IIBBBBB', chunks[0][1])
      assert w == h and rest == [1, 0, 0, 0, 0]
      o = zlib.decompressobj(); raw = o.decompress(chunks[1][1]); assert o.eof and not o.unused_data
      assert len(raw) == h * (1 + w // 8)
      for y in range(0, h, 8):
        print(''.join('#' if b == 0 else '.' for b in raw[y * (1 + w // 8) + 1:(y + 1) * (1 + w // 8)]))
      """
    let result = try ProcessCall(Equipment.path("python3"), ["-c", script, file], environment: ProcessBuilt.environment()).run()
    #expect(result.end == .exited(0), "\(result.complaint)")
    let lines = result.text.split(separator: "\n").map(Array.init)
    let drawn = Bitmap(side: lines.count) { lines[$1][$0] == "#" }
    #expect(drawn == Bitmap(code))
  }

  @Test("the SVG image has the same modules", arguments: [1, 60, 400, 1_273]) func svg(_ count: Int) throws {
    let code = try QRCode.of(Contents.random(count, seed: count), .low)
    let text = String(decoding: Self.octets(code.svg), as: UTF8.self)
    let width = code.side + 8
    #expect(text.contains("viewBox=\"0 0 \(width) \(width)\"") && text.contains("d=\"M0 0h\(width)v\(width)H0z\""))
    var black: Set<[Int]> = []
    for run in text.matches(of: /M(\d+) (\d+)h(\d+)v1H(\d+)z/) {
      let numbers = [run.1, run.2, run.3, run.4].compactMap { Int($0) }
      #expect(numbers.count == 4 && numbers[0] == numbers[3])
      for column in numbers[0]..<numbers[0] + numbers[2] { #expect(black.insert([column, numbers[1]]).inserted) }
    }
    #expect(Bitmap(side: width) { black.contains([$0, $1]) } == Bitmap(code))
  }

  @Test(
    "the SVG image, rendered, can be read",
    .enabled(if: BarcodeReader.isThere && Equipment.isThere("rsvg-convert"), Equipment.why("rsvg-convert")))
  func rendered() throws {
    let folder = try ProcessFolder()
    let images = try [Contents.account, Contents.chinese(300), Contents.random(1_273, seed: 3)].enumerated().map { number, octets in
      let file = try folder.write(Self.octets(try QRCode.of(octets, .low).svg), to: "\(number).svg")
      let call = ProcessCall(Equipment.path("rsvg-convert"), [file], environment: ProcessBuilt.environment())
      let result = try call.run()
      #expect(result.end == .exited(0), "\(result.complaint)")
      return ("\(octets.count) octets", result.output, octets)
    }
    try BarcodeReader.expect(images, ending: "png")
  }
}
