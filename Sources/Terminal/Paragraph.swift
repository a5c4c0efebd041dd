// A paragraph of several styles: printed at once, or drawn row by row by a caller that needs to know how many rows it has.

/// Wrapped text. Lines after the first are indented.
package struct Paragraph: Sendable {
  package let spans: [Span]
  package let indent: Int

  package init(_ spans: [Span], indent: Int = 0) { (self.spans, self.indent) = (spans, indent) }

  package init(_ text: String = "", _ style: Style = .plain, indent: Int = 0) { self.init([Span(text, style)], indent: indent) }

  /// The text without styles and line breaks.
  package var text: String { spans.map(\.text).joined() }

  /// Returns the rows of at most `columns`. A part without a break opportunity, such as an address, is divided where the row ends:
  /// `Painter` would cut off the rest.
  package func rows(columns: Int) -> [Painter.Row] {
    let whole = Screen.harmless(text)
    let lines = Wrap.lines(whole, columns: columns, indent: indent).flatMap { Self.divided($0, columns) }
    let link = spans.first { $0.style == .address }?.text
    return Screen.runs(lines, spans, whole).map { Painter.Row($0, link: link) }
  }

  private static func divided(_ line: String, _ columns: Int) -> [String] {
    guard Width.of(line) > columns else { return [line] }
    var (rows, row, width) = ([String](), "", 0)
    for character in line {
      let next = Width.of(character)
      if width + next > columns, !row.isEmpty {
        rows.append(row)
        (row, width) = ("", 0)
      }
      row.append(character)
      width += next
    }
    return rows + [row]
  }
}

extension Screen {
  /// Writes one wrapped paragraph.
  package func line(_ paragraph: Paragraph) { line(paragraph.spans, indent: paragraph.indent) }

  /// Writes one row of a paragraph to a terminal.
  package func line(_ row: Painter.Row) { emit(styled(row.spans, columns: .max, link: row.link) + "\n") }
}
