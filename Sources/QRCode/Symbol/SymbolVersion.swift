// The versions of QR codes: their sizes, their capacities, and where their patterns are.

/// A version from 1 to 25. Larger codes fit no terminal and are hard to scan from a screen.
struct SymbolVersion: Equatable, Sendable {
  let number: Int

  static let all = (1...25).map { SymbolVersion(number: $0) }
  static let largest = SymbolVersion(number: 25)

  private init(number: Int) { self.number = number }

  /// Returns the smallest version that holds `count` octets, or `nil` if none does.
  static func smallest(for count: Int, _ level: QRCode.Level) -> SymbolVersion? { all.first { $0.capacity(level) >= count } }

  /// The number of modules on each side.
  var side: Int { 17 + 4 * number }

  /// The number of bits in the length of byte mode (ISO/IEC 18004, table 3).
  var lengthBits: Int { number < 10 ? 8 : 16 }

  /// The largest number of octets in byte mode (table 7): without the mode, which takes four bits, and the length.
  func capacity(_ level: QRCode.Level) -> Int { (dataCodewords(level) * 8 - 4 - lengthBits) / 8 }

  /// The number of codewords of data and error correction together: all modules that no pattern takes.
  var codewords: Int {
    var modules = (16 * number + 128) * number + 64
    let centers = alignment.count
    // The alignment patterns, less what they share with the timing patterns, and the two copies of the version.
    if centers > 0 { modules -= (25 * centers - 10) * centers - 55 }
    if hasVersionInformation { modules -= 36 }
    return modules / 8
  }

  func dataCodewords(_ level: QRCode.Level) -> Int { codewords - blocks(level) * correction(level) }

  /// Whether the code states its version (section 7.10).
  var hasVersionInformation: Bool { number >= 7 }

  /// The rows and columns of the centers of the alignment patterns (annex E). They are evenly spaced from the last one, and the rest
  /// is before the second one.
  var alignment: [Int] {
    guard number > 1 else { return [] }
    let count = number / 7 + 2
    let step = (4 * number + 2 * count + 1) / (2 * count - 2) * 2
    return [6] + (1..<count).reversed().map { side - 7 - ($0 - 1) * step }
  }

  /// The number of error correction codewords in each block (table 9).
  func correction(_ level: QRCode.Level) -> Int {
    switch level {
    case .low: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26][number - 1]
    case .medium: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28][number - 1]
    }
  }

  /// The number of blocks (table 9).
  func blocks(_ level: QRCode.Level) -> Int {
    switch level {
    case .low: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12][number - 1]
    case .medium: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21][number - 1]
    }
  }
}
