// Tests of masks: each can be read, and the one with the lowest penalty is taken.

import TestSupport
import Testing

@testable import QRCode

@Suite("QR codes: masks") struct MaskTests {
  /// A penalty as section 7.8.3.1 describes it, counted in another way than by the program: in lines of text.
  private static func penalty(_ grid: ModuleGrid) -> Int {
    let rows = (0..<grid.side).map { row in (0..<grid.side).map { grid.isDark($0, row) ? "#" : "." }.joined() }
    let columns = (0..<grid.side).map { column in rows.map { Array($0)[column] }.map(String.init).joined() }
    var penalty = 0
    for line in rows + columns {
      for color in ["#", "."] as [Character] {
        let runs = line.split { $0 != color }
        penalty += runs.filter { $0.count >= 5 }.reduce(0) { $0 + $1.count - 2 }
      }
      let characters = Array(line)
      for start in characters.indices where start + 11 <= characters.count {
        if ["#.###.#....", "....#.###.#"].contains(String(characters[start..<start + 11])) { penalty += 40 }
      }
    }
    let cells = rows.map(Array.init)
    for row in 1..<grid.side {
      for column in 1..<grid.side
      where Set([cells[row][column], cells[row - 1][column], cells[row][column - 1], cells[row - 1][column - 1]]).count == 1 {
        penalty += 3
      }
    }
    let share = 100 * Double(rows.joined().filter { $0 == "#" }.count) / Double(grid.side * grid.side)
    return penalty + Int(abs(share - 50) / 5) * 10
  }

  /// The grid of a code in version 3 with a given mask.
  private static func grid(_ octets: [UInt8], mask: Int, _ level: QRCode.Level) throws -> ModuleGrid {
    let version = try #require(SymbolVersion.smallest(for: octets.count, level))
    let grid = ModuleGrid(side: version.side)
    FunctionPatterns.draw(version, on: grid)
    grid.place(octets.withUnsafeBytes { Codewords.sequence(of: $0, version, level) })
    FormatInformation.draw(FormatInformation.bits(level, mask: mask), on: grid)
    grid.reverse { Mask.isMasked(mask, $0, $1) }
    return grid
  }

  @Test("the penalty of uniform and alternating modules") func plain() {
    let light = ModuleGrid(side: 21)
    // 42 lines with a run of 21, 400 squares, and 50 % too few dark modules.
    #expect(MaskPenalty.of(light) == 42 * 19 + 400 * 3 + 100)
    light.reverse { ($0 + $1).isMultiple(of: 2) }
    #expect(MaskPenalty.of(light) == 0)
    // A finder pattern within alternating rows, with light modules before it and after it.
    let grid = ModuleGrid(side: 21)
    grid.reverse { $1 == 0 ? [4, 6, 7, 8, 10].contains($0) : ($0 + $1).isMultiple(of: 2) }
    #expect(MaskPenalty.of(grid) == Self.penalty(grid))
  }

  @Test("the mask with the lowest penalty is taken, by an independent count", arguments: QRCode.Level.allCases, [1, 30, 120])
  func best(_ level: QRCode.Level, _ count: Int) throws {
    for seed in 1...4 {
      let octets = Contents.random(count, seed: seed)
      let grids = try (0..<8).map { try Self.grid(octets, mask: $0, level) }
      let penalties = grids.map(Self.penalty)
      #expect(grids.map(MaskPenalty.of) == penalties)
      let best = try #require(penalties.firstIndex(of: penalties.min() ?? 0))
      let code = try QRCode.of(octets, level)
      let expected = Bitmap(side: code.side) { grids[best].isDark($0, $1) }
      #expect(Bitmap(side: code.side) { code[$0, $1] } == expected, "mask \(best)")
    }
  }

  @Test("each mask can be read", .enabled(if: BarcodeReader.isThere, BarcodeReader.why)) func read() throws {
    let images = try QRCode.Level.allCases.flatMap { level in
      try (0..<8).flatMap { mask in
        try [20, 200].map { count in
          let octets = Contents.random(count, seed: mask)
          let grid = try Self.grid(octets, mask: mask, level)
          let image = Bitmap(side: grid.side + 8) { column, row in
            0..<grid.side ~= column - 4 && 0..<grid.side ~= row - 4 && grid.isDark(column - 4, row - 4)
          }
          return ("mask \(mask), \(level), \(count) octets", image.pbm, octets)
        }
      }
    }
    try BarcodeReader.expect(images, ending: "pbm")
  }
}
