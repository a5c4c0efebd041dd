// A few rows that are drawn over and over at the same place: inline, above whatever is below, never the whole screen.

package final class Painter {
  private let screen: Screen
  /// The columns that each row drawn last takes, and where the cursor was left.
  private var widths: [Int] = []
  private var cursorRow = 0
  private var cursorColumn = 0

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
    (cursorRow, cursorColumn) = (row, column)
  }

  /// Draws `rows` for the last time, all of them; what comes next begins in a new line below them.
  package func finish(_ rows: [Row]) {
    let columns = screen.size.columns
    // What does not fit the window scrolls away like any other text.
    let drawn = rows.map { screen.styled($0.spans, columns: columns - 1) + "\u{1b}[K\r\n" }
    screen.emit(home(columns) + drawn.joined() + "\u{1b}[J")
    forget()
  }

  /// What was drawn stays where it is; the next rows are drawn where the cursor stands.
  package func forget() {
    widths = []
    (cursorRow, cursorColumn) = (0, 0)
  }

  /// Leaves what was drawn and puts the cursor below it.
  package func leave() {
    guard !widths.isEmpty else { return }
    let below = widths.count - 1 - cursorRow
    screen.emit((below > 0 ? "\u{1b}[\(below)B" : "") + "\r\n")
    forget()
  }

  /// To the first column of the first row. In a window that has become narrower the rows above the cursor take more, and
  /// so does the part of its own row before it.
  private func home(_ columns: Int) -> String {
    let above = widths.prefix(cursorRow).reduce(cursorColumn / columns) { $0 + max(1, ($1 + columns - 1) / columns) }
    return above > 0 ? "\r\u{1b}[\(above)A" : "\r"
  }
}
