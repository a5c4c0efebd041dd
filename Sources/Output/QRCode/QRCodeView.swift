// A QR code at the terminal.

import QRCode
import Terminal
import Vocabulary

package struct QRCodeView {
  let code: QRCode

  package init(_ code: QRCode) { self.code = code }

  /// Returns the code of an address, in the level with the fewest modules. `nil` if no code has room for it.
  package init?(_ address: WebAddress) {
    guard let code = try? QRCode(address.text, level: .low) else { return nil }
    self.code = code
  }

  /// The code with its quiet zone, for a prompt that draws and erases it.
  package var rows: [Painter.Row] {
    Screen.pictureRows(side: side) { !code[$0 - QRCode.quietZone, $1 - QRCode.quietZone] }
  }

  private var side: Int { code.side + 2 * QRCode.quietZone }

  /// Throws if the code cannot be drawn on `screen`.
  package func check(on screen: Screen) throws(Screen.PictureError) { try screen.checkPicture(side: side) }

  /// Draws the code with its quiet zone.
  package func show(on screen: Screen) throws(Screen.PictureError) {
    try screen.picture(side: side) { !code[$0 - QRCode.quietZone, $1 - QRCode.quietZone] }
  }
}
