// The level and the mask of a code, as the code itself states them (ISO/IEC 18004, section 7.9).

enum FormatInformation {
  /// Returns the fifteen bits: level, mask, and ten bits from a BCH code. They are reversed in part, so that they are never all zero.
  static func bits(_ level: QRCode.Level, mask: Int) -> Int {
    let indicator =
      switch level {
      case .low: 0b01
      case .medium: 0b00
      }
    return BCH.word(indicator << 3 | mask, generator: 0x537) ^ 0x5412
  }

  /// Draws both copies of the bits, and the module beside the second one that is always dark.
  static func draw(_ bits: Int, on grid: ModuleGrid) {
    let side = grid.side
    for position in 0..<15 {
      let isDark = bits >> position & 1 == 1
      // Around the upper left finder pattern, without the row and the column of the timing patterns.
      switch position {
      case ..<6: grid.fix(8, position, isDark: isDark)
      case ..<8: grid.fix(8, position + 1, isDark: isDark)
      case 8: grid.fix(7, 8, isDark: isDark)
      default: grid.fix(14 - position, 8, isDark: isDark)
      }
      // Beside the upper right one, then beside the lower left one.
      if position < 8 {
        grid.fix(side - 1 - position, 8, isDark: isDark)
      } else {
        grid.fix(8, side - 15 + position, isDark: isDark)
      }
    }
    grid.fix(8, side - 8, isDark: true)
  }
}

/// Words of the binary BCH codes in annexes C and D.
enum BCH {
  /// Returns `data` followed by its remainder, which has one bit less than the generator polynomial.
  static func word(_ data: Int, generator: Int) -> Int {
    let degree = Int.bitWidth - 1 - generator.leadingZeroBitCount
    var remainder = data << degree
    while remainder >> degree != 0 { remainder ^= generator << (Int.bitWidth - 1 - remainder.leadingZeroBitCount - degree) }
    return data << degree | remainder
  }
}
