// An image that a test draws itself.

/// A square of black and white pixels.
package struct Bitmap: Equatable {
  package let side: Int
  private var black: Set<Int> = []

  package init(side: Int, isBlack: (_ column: Int, _ row: Int) -> Bool) {
    self.side = side
    for row in 0..<side {
      for column in 0..<side where isBlack(column, row) { black.insert(row * side + column) }
    }
  }

  /// The picture in rows of half blocks, two pixels in each character: white where the characters are. `nil` if it is not a square of
  /// such characters. Of an odd number of rows of pixels, the last one is not part of it.
  package init?(halfBlocks rows: [String]) {
    let cells = rows.map(Array.init)
    let side = cells.first?.count ?? 0
    guard cells.count == (side + 1) / 2, cells.allSatisfy({ $0.count == side && $0.allSatisfy { "█▀▄ ".contains($0) } }) else { return nil }
    self.init(side: side) { column, row in
      let cell = cells[row / 2][column]
      return cell == " " || cell == (row.isMultiple(of: 2) ? "▄" : "▀")
    }
  }

  package subscript(column: Int, row: Int) -> Bool { black.contains(row * side + column) }

  /// The image as a portable bitmap, with pixels of six by six.
  package var pbm: [UInt8] {
    let scale = 6
    var octets = Array("P4 \(side * scale) \(side * scale)\n".utf8)
    for row in 0..<side {
      var line: [UInt8] = []
      var (octet, count): (UInt8, Int) = (0, 0)
      for column in 0..<side * scale {
        octet = octet << 1 | (self[column / scale, row] ? 1 : 0)
        count += 1
        if count == 8 {
          line.append(octet)
          (octet, count) = (0, 0)
        }
      }
      if count > 0 { line.append(octet << (8 - count)) }
      for _ in 0..<scale { octets += line }
    }
    return octets
  }
}
