// How hard a masked code is to read (ISO/IEC 18004, section 7.8.3.1).

enum MaskPenalty {
  /// Returns the sum of the four penalties.
  static func of(_ grid: ModuleGrid) -> Int { lines(grid) + squares(grid) + balance(grid) }

  /// Penalties of rows and columns: 3 for five modules of one color in a row and 1 for each further one, and 40 for what looks like a
  /// finder pattern, with four light modules before or after it.
  private static func lines(_ grid: ModuleGrid) -> Int {
    var penalty = 0
    for isRow in [true, false] {
      for line in 0..<grid.side {
        // The last eleven modules as bits.
        var (length, previous, seen) = (0, false, 0)
        for place in 0..<grid.side {
          let isDark = isRow ? grid.isDark(place, line) : grid.isDark(line, place)
          length = place > 0 && isDark == previous ? length + 1 : 1
          previous = isDark
          if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
          seen = (seen << 1 | (isDark ? 1 : 0)) & 0x7ff
          if place >= 10, seen == 0b101_11010000 || seen == 0b000_01011101 { penalty += 40 }
        }
      }
    }
    return penalty
  }

  /// 3 for each square of four modules of one color.
  private static func squares(_ grid: ModuleGrid) -> Int {
    var penalty = 0
    for row in 1..<grid.side {
      for column in 1..<grid.side {
        let isDark = grid.isDark(column, row)
        guard grid.isDark(column - 1, row) == isDark, grid.isDark(column, row - 1) == isDark else { continue }
        if grid.isDark(column - 1, row - 1) == isDark { penalty += 3 }
      }
    }
    return penalty
  }

  /// 10 for each whole 5 % by which the dark modules are more or less than half.
  private static func balance(_ grid: ModuleGrid) -> Int {
    var dark = 0
    for row in 0..<grid.side {
      for column in 0..<grid.side where grid.isDark(column, row) { dark += 1 }
    }
    let all = grid.side * grid.side
    return abs(2 * dark - all) * 10 / all * 10
  }
}
