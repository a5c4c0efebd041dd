// A few rows that are drawn over and over at the same place: inline, above whatever is below, never the whole screen.

package final class Painter {
  private let screen: Screen
  /// The columns that each row drawn last takes, and the row the cursor was left in.
  private var widths: [Int] = []
  private var cursorRow = 0

  package init(_ screen: Screen) { self.screen = screen }

  /// One row, no wider than the window.
  package struct Row: Sendable {
    package let spans: [Span]

    package init(_ spans: [Span]) { self.spans = spans }
    package init(_ text: String, _ style: Style = .plain) { spans = [Span(text, style)] }

    /// Columns it takes.
    package var width: Int { spans.reduce(0) { $0 + Width.of($1.text) } }
  }

  /// Draws `rows` where the rows before stand and leaves the cursor at `cursor`: an input method shows its window there,
  /// a screen reader reads from there. Of more rows than the window has, those around the cursor are drawn.
  package func draw(_ rows: [Row], cursor: (row: Int, column: Int)) {
    let size = screen.size
    let first = max(0, min(cursor.row, rows.count - size.rows))
    let shown = rows[first..<min(rows.count, first + size.rows)]
    var output = home(size.columns)
    for (position, row) in shown.enumerated() {
      if position > 0 { output += "\r\n" }
      output += screen.styled(row.spans, columns: size.columns - 1) + "\u{1b}[K"
    }
    output += "\u{1b}[J"
    let row = cursor.row - first
    if shown.count - 1 > row { output += "\u{1b}[\(shown.count - 1 - row)A" }
    output += "\r"
    let column = min(cursor.column, size.columns - 1)
    if column > 0 { output += "\u{1b}[\(column)C" }
    screen.emit(output)
    widths = shown.map { min($0.width, size.columns - 1) }
    cursorRow = row
  }

  /// Draws `rows` for the last time; what comes next begins in a new line below them.
  package func finish(_ rows: [Row]) {
    guard !rows.isEmpty else {
      screen.emit(home(screen.size.columns) + "\u{1b}[J")
      return forget()
    }
    draw(rows, cursor: (rows.count - 1, 0))
    screen.emit("\r\n")
    forget()
  }

  /// What was drawn stays where it is; the next rows are drawn where the cursor stands.
  package func forget() {
    widths = []
    cursorRow = 0
  }

  /// Leaves what was drawn and puts the cursor below it.
  package func leave() {
    guard !widths.isEmpty else { return }
    let below = widths.count - 1 - cursorRow
    screen.emit((below > 0 ? "\u{1b}[\(below)B" : "") + "\r\n")
    forget()
  }

  /// To the first column of the first row. In a window that has become narrower the rows above the cursor take more.
  private func home(_ columns: Int) -> String {
    let above = widths.prefix(cursorRow).reduce(0) { $0 + max(1, ($1 + columns - 1) / columns) }
    return above > 0 ? "\r\u{1b}[\(above)A" : "\r"
  }
}
