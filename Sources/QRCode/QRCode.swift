// A QR code: octets as a square of dark and light modules (ISO/IEC 18004).

import Vocabulary

/// A QR code of octets in byte mode. The octets may be a secret: they are read once, and all memory that shows them is wiped.
package final class QRCode {
  /// The number of modules on each side, without the quiet zone.
  package let side: Int
  private let grid: ModuleGrid

  /// How much of a damaged code can be restored: about 7 % with `low`, about 15 % with `medium` (levels L and M of the standard).
  package enum Level: Sendable, CaseIterable { case low, medium }

  /// The number of light modules that the standard requires on every side (ISO/IEC 18004, section 6.3.8).
  package static let quietZone = 4

  /// Encodes `octets` in the smallest version that holds them. Throws `tooLong` if none does.
  package init(_ octets: UnsafeRawBufferPointer, level: Level) throws(QRCodeError) {
    guard let version = SymbolVersion.smallest(for: octets.count, level) else {
      throw .tooLong(octets.count, most: SymbolVersion.largest.capacity(level))
    }
    side = version.side
    grid = ModuleGrid(side: side)
    FunctionPatterns.draw(version, on: grid)
    grid.place(Codewords.sequence(of: octets, version, level))
    Mask.applyBest(to: grid, level)
  }

  /// Encodes a text that is no secret. Throws as above.
  package convenience init(_ text: String, level: Level) throws(QRCodeError) {
    let octets = Array(text.utf8)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: octets.count, alignment: 1)
    defer { copy.deallocate() }
    copy.copyBytes(from: octets)
    try self.init(UnsafeRawBufferPointer(copy), level: level)
  }

  /// Returns whether a module is dark. Modules outside the code are the quiet zone and are light.
  package subscript(column: Int, row: Int) -> Bool {
    guard 0..<side ~= column, 0..<side ~= row else { return false }
    return grid.isDark(column, row)
  }
}

/// Why octets have no QR code.
package enum QRCodeError: Error, Equatable, Sendable {
  /// There are more octets than `most`, which the largest version holds at this level.
  case tooLong(Int, most: Int)
}
