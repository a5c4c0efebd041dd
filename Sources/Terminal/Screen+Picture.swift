// Pictures of black and white modules, such as QR codes, drawn with half blocks: one character is two modules high, and square.

import Vocabulary

extension Screen {
  /// Why a picture is not drawn.
  package enum PictureError: Error, Equatable, Sendable {
    case notATerminal
    /// It would be wrapped, or its beginning would have scrolled away. The size that the window needs, in characters.
    case tooSmall(columns: Int, rows: Int)
  }

  /// Throws what `picture` would throw for a square of `side` modules.
  package func checkPicture(side: Int) throws(PictureError) {
    guard let columns else { throw .notATerminal }
    // The shell's prompt takes the last row.
    let rows = (side + 1) / 2 + 1
    guard columns >= side, size.rows >= rows else { throw .tooSmall(columns: side, rows: rows) }
  }

  /// Draws a square of `side` modules. What it shows may be a secret: no part of it becomes a `String`.
  ///
  /// The characters are the white modules. With colors they are white on black, whatever the colors of the terminal are. Without, they have
  /// the color of the text, so that the picture is right only on a dark background.
  package func picture(side: Int, isWhite: (_ column: Int, _ row: Int) -> Bool) throws(PictureError) {
    try checkPicture(side: side)
    let drawing = SecretBuffer()
    for row in stride(from: 0, to: side, by: 2) {
      if usesColour { drawing.append("\u{1b}[\(Style.picture.rawValue)m".utf8) }
      for column in 0..<side { drawing.append(Self.halves(side, column, row, isWhite).utf8) }
      if usesColour { drawing.append("\u{1b}[0m".utf8) }
      drawing.append(.lineFeed)
    }
    secret(drawing.secret)
  }

  /// Returns the same picture as rows that a prompt draws and erases. It must not be a secret.
  package static func pictureRows(side: Int, isWhite: (_ column: Int, _ row: Int) -> Bool) -> [Painter.Row] {
    stride(from: 0, to: side, by: 2).map { row in
      Painter.Row((0..<side).map { halves(side, $0, row, isWhite) }.joined(), .picture)
    }
  }

  /// Returns the character for two modules, one above the other. The lower half of the last row may be outside of the picture. It
  /// continues the margin.
  private static func halves(_ side: Int, _ column: Int, _ row: Int, _ isWhite: (_ column: Int, _ row: Int) -> Bool) -> String {
    let (upper, lower) = (isWhite(column, row), row + 1 == side || isWhite(column, row + 1))
    return upper ? lower ? "█" : "▀" : lower ? "▄" : " "
  }
}
