// The square of modules while it is drawn.

/// Modules, each light at first. A fixed module belongs to a pattern: neither data nor a mask changes it.
final class ModuleGrid {
  let side: Int
  private let modules: WipedOctets
  private static let dark: UInt8 = 1
  private static let fixed: UInt8 = 2

  init(side: Int) {
    self.side = side
    modules = WipedOctets(count: side * side)
  }

  func isDark(_ column: Int, _ row: Int) -> Bool { modules[row * side + column] & Self.dark != 0 }

  /// Makes a module part of a pattern.
  func fix(_ column: Int, _ row: Int, isDark: Bool) { modules[row * side + column] = Self.fixed | (isDark ? Self.dark : 0) }

  /// Places the bits of the codewords into the free modules: two columns at a time from the right, upwards and downwards in turn (ISO/IEC
  /// 18004, section 7.7.3). The modules that remain stay light.
  func place(_ codewords: WipedOctets) {
    var bit = 0
    // The column of the vertical timing pattern is left out.
    let pairs = Array(stride(from: side - 1, to: 6, by: -2)) + [5, 3, 1]
    for (number, right) in pairs.enumerated() {
      for step in 0..<side {
        let row = number.isMultiple(of: 2) ? side - 1 - step : step
        for column in [right, right - 1] {
          let index = row * side + column
          guard modules[index] & Self.fixed == 0, bit < codewords.count * 8 else { continue }
          modules[index] = codewords[bit / 8] >> (7 - bit % 8) & 1
          bit += 1
        }
      }
    }
  }

  /// Reverses the modules that no pattern takes and for which `isMasked` returns true. The same call again undoes it.
  func reverse(where isMasked: (_ column: Int, _ row: Int) -> Bool) {
    for row in 0..<side {
      for column in 0..<side where modules[row * side + column] & Self.fixed == 0 && isMasked(column, row) {
        modules[row * side + column] ^= Self.dark
      }
    }
  }
}
