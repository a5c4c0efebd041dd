// Rows that are redrawn in place: inline, above the existing text, never on the whole screen.

/// Draws a block of rows and replaces it on the next call.
package final class Painter {
  private let screen: Screen
  /// The number of columns of each row in the last drawing, and the position of the cursor after it.
  private var widths: [Int] = []
  private var cursorRow = 0
  private var cursorColumn = 0

  /// Creates a painter that begins at the position of the cursor.
  package init(_ screen: Screen) { self.screen = screen }

  /// One row. The painter cuts it to the width of the window.
  package struct Row: Sendable {
    package let spans: [Span]
    /// The whole address of which the row has a part.
    let link: String?

    package init(_ spans: [Span]) { self.init(spans, link: nil) }
    init(_ spans: [Span], link: String?) { (self.spans, self.link) = (spans, link) }
    package init(_ text: String, _ style: Style = .plain) { self.init([Span(text, style)]) }

    /// The number of columns of the row.
    package var width: Int { spans.reduce(0) { $0 + Width.of($1.text) } }
  }

  /// Replaces the previous rows with `rows` and leaves the cursor at `cursor`. An input method opens its window there,
  /// and a screen reader reads from there. If `rows` has more rows than the window, only those around the cursor are
  /// drawn.
  package func draw(_ rows: [Row], cursor: (row: Int, column: Int)) {
    let size = screen.size
    let first = max(0, min(cursor.row, rows.count - size.rows))
    let shown = rows[first..<min(rows.count, first + size.rows)]
    var output = home(size.columns)
    for (position, row) in shown.enumerated() {
      if position > 0 { output += "\r\n" }
      output += screen.styled(row.spans, columns: size.columns - 1, link: row.link) + "\u{1b}[K"
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

  /// Draws all of `rows` for the last time. Later output begins on a new line below them.
  package func finish(_ rows: [Row]) {
    let columns = screen.size.columns
    // Rows that do not fit the window scroll away like other text.
    let drawn = rows.map { screen.styled($0.spans, columns: columns - 1, link: $0.link) + "\u{1b}[K\r\n" }
    screen.emit(home(columns) + drawn.joined() + "\u{1b}[J")
    forget()
  }

  /// Leaves the drawn rows in place. The next drawing begins at the position of the cursor.
  package func forget() {
    widths = []
    (cursorRow, cursorColumn) = (0, 0)
  }

  /// Leaves the drawn rows in place and moves the cursor below them.
  package func leave() {
    guard !widths.isEmpty else { return }
    let below = widths.count - 1 - cursorRow
    screen.emit((below > 0 ? "\u{1b}[\(below)B" : "") + "\r\n")
    forget()
  }

  /// Returns the sequence that moves the cursor to the first column of the first row. If the window has become
  /// narrower, each row above the cursor may take several rows of the window, and so may the part of the cursor's row
  /// before the cursor.
  private func home(_ columns: Int) -> String {
    let above = widths.prefix(cursorRow).reduce(cursorColumn / columns) { $0 + max(1, ($1 + columns - 1) / columns) }
    return above > 0 ? "\r\u{1b}[\(above)A" : "\r"
  }
}
