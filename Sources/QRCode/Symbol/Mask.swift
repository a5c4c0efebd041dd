// Masks, which break up patterns that are hard to read (ISO/IEC 18004, section 7.8).

enum Mask {
  /// Applies the mask with the lowest penalty, and draws the format information.
  static func applyBest(to grid: ModuleGrid, _ level: QRCode.Level) {
    func apply(_ mask: Int) {
      FormatInformation.draw(FormatInformation.bits(level, mask: mask), on: grid)
      grid.reverse { isMasked(mask, $0, $1) }
    }
    var (best, lowest) = (0, Int.max)
    for mask in 0..<8 {
      apply(mask)
      let penalty = MaskPenalty.of(grid)
      if penalty < lowest { (best, lowest) = (mask, penalty) }
      grid.reverse { isMasked(mask, $0, $1) }
    }
    apply(best)
  }

  /// Returns whether a mask reverses a module (table 10).
  static func isMasked(_ mask: Int, _ column: Int, _ row: Int) -> Bool {
    let product = column * row
    return switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: product % 2 + product % 3 == 0
    case 6: (product % 2 + product % 3) % 2 == 0
    default: (product % 3 + (row + column) % 2) % 2 == 0
    }
  }
}
