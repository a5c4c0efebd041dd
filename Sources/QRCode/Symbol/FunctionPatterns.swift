// The patterns that every code of a version has: they show a reader where the code is and how large (ISO/IEC 18004, section 6.3).

enum FunctionPatterns {
  /// Draws all patterns, and keeps the place of the format information.
  static func draw(_ version: SymbolVersion, on grid: ModuleGrid) {
    let last = version.side - 1
    for position in 0...last {
      grid.fix(6, position, isDark: position.isMultiple(of: 2))
      grid.fix(position, 6, isDark: position.isMultiple(of: 2))
    }
    for (column, row) in [(3, 3), (last - 3, 3), (3, last - 3)] { finder(column, row, on: grid) }
    let centers = version.alignment
    for row in centers {
      for column in centers {
        // The finder patterns are in three of the corners.
        let isCorner = (row == 6 || row == last - 6) && (column == 6 || column == last - 6)
        if !isCorner || row == last - 6 && column == last - 6 { square(column, row, radius: 2, on: grid) }
      }
    }
    FormatInformation.draw(0, on: grid)
    if version.hasVersionInformation { drawVersion(version, on: grid) }
  }

  /// Draws a finder pattern with its separator around a center.
  private static func finder(_ column: Int, _ row: Int, on grid: ModuleGrid) { square(column, row, radius: 4, on: grid) }

  /// Draws rings around a dark center, dark and light in turn from the outermost one at a distance of 2. In a finder pattern, whose
  /// center is three modules wide, the separator at a distance of 4 is light.
  private static func square(_ column: Int, _ row: Int, radius: Int, on grid: ModuleGrid) {
    let inside = 0..<grid.side
    for y in row - radius...row + radius where inside ~= y {
      for x in column - radius...column + radius where inside ~= x {
        let distance = max(abs(x - column), abs(y - row))
        grid.fix(x, y, isDark: radius == 2 ? distance != 1 : distance != 2 && distance != 4)
      }
    }
  }

  /// Draws both copies of the version: six bits, and twelve from a BCH code (section 7.10).
  private static func drawVersion(_ version: SymbolVersion, on grid: ModuleGrid) {
    let bits = BCH.word(version.number, generator: 0x1f25)
    for position in 0..<18 {
      let (near, far) = (position / 3, grid.side - 11 + position % 3)
      grid.fix(near, far, isDark: bits >> position & 1 == 1)
      grid.fix(far, near, isDark: bits >> position & 1 == 1)
    }
  }
}
