// The patterns that every code of a version has: they show a reader where the code is and how large (ISO/IEC 18004, section 6.3).

enum FunctionPatterns {
  /// Draws all patterns, and keeps the place of the format information.
  static func draw(_ version: SymbolVersion, on grid: ModuleGrid) {
    let last = version.side - 1
    for position in 0...last {
      grid.fix(6, position, isDark: position.isMultiple(of: 2))
      grid.fix(position, 6, isDark: position.isMultiple(of: 2))
    }
    let finders = [(3, 3), (last - 3, 3), (3, last - 3)]
    for (column, row) in finders { square(column, row, radius: 4, on: grid) }
    for row in version.alignment {
      for column in version.alignment where !finders.contains(where: { abs($0.0 - column) < 5 && abs($0.1 - row) < 5 }) {
        square(column, row, radius: 2, on: grid)
      }
    }
    FormatInformation.draw(0, on: grid)
    if version.hasVersionInformation { drawVersion(version, on: grid) }
  }

  /// Draws rings around a center. An alignment pattern has a dark ring at a distance of 2 around a light one. A finder pattern, whose center
  /// is three modules wide, has a light ring around it, a dark one at a distance of 3, and the light separator.
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
