// A QR code at the terminal.

import QRCode
import Terminal

package struct QRCodeView {
  let code: QRCode

  package init(_ code: QRCode) { self.code = code }

  private var side: Int { code.side + 2 * QRCode.quietZone }

  /// Throws if the code cannot be drawn on `screen`.
  package func check(on screen: Screen) throws(Screen.PictureError) { try screen.checkPicture(side: side) }

  /// Draws the code with its quiet zone.
  package func show(on screen: Screen) throws(Screen.PictureError) {
    try screen.picture(side: side) { !code[$0 - QRCode.quietZone, $1 - QRCode.quietZone] }
  }
}
