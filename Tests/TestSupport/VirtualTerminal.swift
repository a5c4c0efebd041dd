// A terminal of a given size that interprets the few sequences the program writes, so that a test sees the user's view.

/// Interprets CR, LF, BS, BEL, autowrap, CUU, CUD, CUF, CUB, EL, ED, and the modes of bracketed paste. SGR and OSC have
/// no visible effect. All other sequences are recorded in `unknown`.
package struct VirtualTerminal: Sendable {
  /// A row of cells. The right half of a wide character is an empty cell.
  private struct Line: Sendable {
    var cells: [String] = []
    /// Whether the text continues in the next row because this row was full, not because of a line end.
    var goesOn = false
  }

  private enum State: Sendable {
    case ground, escape
    case sequence(String)
    case command, commandEscape
    case character([UInt8])
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  /// All rows since the start. The screen begins at `top`.
  private var lines = [Line()]
  private var top = 0
  private var cursorLine = 0
  private var cursorColumn = 0
  /// Whether the last column has been written, so that the next character begins a new row.
  private var wraps = false
  private var state = State.ground

  /// The number of bells.
  package private(set) var bells = 0
  /// The changes of bracketed paste, in order.
  package private(set) var pasteModes: [Bool] = []
  /// Sequences that this terminal does not interpret.
  package private(set) var unknown: [String] = []

  package init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  /// The rows of the screen without trailing blanks.
  package var screen: [String] { (top..<(top + rows)).map { lines.indices.contains($0) ? text(lines[$0]) : "" } }

  /// All rows since the start in their last state: those that scrolled out, then the screen. Empty rows at the end are
  /// left out.
  package var everything: [String] {
    var all = lines.map(text)
    while all.last == "" { all.removeLast() }
    return all
  }

  /// The position of the cursor on the screen.
  package var cursor: (row: Int, column: Int) { (cursorLine - top, cursorColumn) }

  /// The text of the cursor's row before the cursor.
  package var beforeCursor: String { lines[cursorLine].cells.prefix(cursorColumn).joined() }

  private func text(_ line: Line) -> String {
    var cells = line.cells[...]
    while cells.last == " " { cells.removeLast() }
    return cells.joined()
  }

  package mutating func feed(_ text: String) { feed(Array(text.utf8)) }

  /// Interprets the output of a program.
  package mutating func feed(_ octets: some Sequence<UInt8>) { for octet in octets { take(octet) } }

  private mutating func take(_ octet: UInt8) {
    switch state {
    case .ground: ground(octet)
    case .escape: escaped(octet)
    case .sequence(let text):
      guard (0x40...0x7e).contains(octet) else {
        state = .sequence(text + String(Unicode.Scalar(octet)))
        return
      }
      state = .ground
      obey(text, Character(Unicode.Scalar(octet)))
    case .command: if octet == 7 { state = .ground } else if octet == 0x1b { state = .commandEscape }
    case .commandEscape: state = octet == UInt8(ascii: "\\") ? .ground : .command
    case .character(let octets): character(octets + [octet])
    }
  }

  private mutating func ground(_ octet: UInt8) {
    switch octet {
    case 0x1b: state = .escape
    case 0x0d: (cursorColumn, wraps) = (0, false)
    case 0x0a:
      wraps = false
      feedLine()
    case 0x08: (cursorColumn, wraps) = (max(0, cursorColumn - 1), false)
    case 0x07: bells += 1
    case 0x20..<0x7f: put(String(Unicode.Scalar(octet)), 1)
    case 0x80...: character([octet])
    default: unknown.append("\(octet)")
    }
  }

  private mutating func escaped(_ octet: UInt8) {
    switch octet {
    case UInt8(ascii: "["): state = .sequence("")
    case UInt8(ascii: "]"): state = .command
    default:
      state = .ground
      unknown.append("ESC \(Unicode.Scalar(octet))")
    }
  }

  private mutating func character(_ octets: [UInt8]) {
    let length = octets[0] >= 0xf0 ? 4 : octets[0] >= 0xe0 ? 3 : 2
    guard octets.count == length else {
      state = .character(octets)
      return
    }
    state = .ground
    guard let scalar = String(decoding: octets, as: UTF8.self).unicodeScalars.first else { return }
    put(String(scalar), Self.width(scalar))
  }

  /// Returns the columns of a scalar by the tests' own rule. Like terminals, it uses ranges and treats each scalar
  /// separately.
  package static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36f, 0x200b...0x200f, 0x20d0...0x20ff, 0x3099...0x309a, 0xfe00...0xfe0f, 0x1160...0x11ff: 0
    // A skin tone changes the emoji before it.
    case 0x1f3fb...0x1f3ff: 0
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6,
      0x1f300...0x1f64f, 0x1f680...0x1f6ff, 0x1f900...0x1f9ff, 0x20000...0x3fffd:
      2
    default: 1
    }
  }

  private mutating func put(_ text: String, _ width: Int) {
    if width == 0 {
      // A combining mark belongs to the character before it.
      let place = wraps ? cursorColumn : cursorColumn - 1
      guard place >= 0, place < lines[cursorLine].cells.count else { return }
      let base = lines[cursorLine].cells[place].isEmpty ? max(0, place - 1) : place
      lines[cursorLine].cells[base] += text
      return
    }
    if wraps || cursorColumn + width > columns {
      lines[cursorLine].goesOn = true
      (cursorColumn, wraps) = (0, false)
      feedLine()
    }
    while lines[cursorLine].cells.count < cursorColumn + width { lines[cursorLine].cells.append(" ") }
    lines[cursorLine].cells[cursorColumn] = text
    if width == 2 { lines[cursorLine].cells[cursorColumn + 1] = "" }
    cursorColumn += width
    if cursorColumn >= columns { (cursorColumn, wraps) = (columns - 1, true) }
  }

  private mutating func feedLine() {
    cursorLine += 1
    while lines.count <= cursorLine { lines.append(Line()) }
    top = max(top, cursorLine - rows + 1)
  }

  private mutating func obey(_ text: String, _ final: Character) {
    let count = max(1, Int(text) ?? 1)
    switch (final, text) {
    case ("A", _): cursorLine = max(top, cursorLine - count)
    case ("B", _): moveDown(count)
    case ("C", _): cursorColumn = min(columns - 1, cursorColumn + count)
    case ("D", _): cursorColumn = max(0, cursorColumn - count)
    case ("K", ""): cut(cursorLine, at: cursorColumn)
    case ("J", ""):
      cut(cursorLine, at: cursorColumn)
      lines.removeSubrange((cursorLine + 1)...)
    case ("m", _): return
    case ("h", "?2004"): pasteModes.append(true)
    case ("l", "?2004"): pasteModes.append(false)
    default: unknown.append("CSI \(text)\(final)")
    }
    if "ABCD".contains(final) { wraps = false }
  }

  private mutating func moveDown(_ count: Int) {
    cursorLine = min(top + rows - 1, cursorLine + count)
    while lines.count <= cursorLine { lines.append(Line()) }
  }

  private mutating func cut(_ line: Int, at column: Int) {
    lines[line].cells = Array(lines[line].cells.prefix(column))
    lines[line].goesOn = false
  }

  /// Changes the size. Like most terminals, it breaks text again that the old window had broken.
  package mutating func resize(columns: Int, rows: Int) {
    var (fresh, cursor) = ([Line](), (line: 0, column: 0))
    var (cells, start) = ([String](), 0)
    for (position, line) in lines.enumerated() {
      if position == cursorLine { cursor.column = cells.count + cursorColumn }
      let holdsCursor = (start...position).contains(cursorLine)
      cells += line.cells
      if line.goesOn { continue }
      let first = fresh.count
      fresh += Self.broken(cells, columns)
      if holdsCursor {
        cursor.line = first + cursor.column / columns
        cursor.column %= columns
        while fresh.count <= cursor.line { fresh.append(Line()) }
      }
      (cells, start) = ([], position + 1)
    }
    (self.columns, self.rows, lines, wraps) = (columns, rows, fresh, false)
    (cursorLine, cursorColumn) = (cursor.line, cursor.column)
    let last = max(cursorLine, lines.lastIndex { !$0.cells.isEmpty } ?? 0)
    top = min(cursorLine, max(0, last - rows + 1))
  }

  private static func broken(_ cells: [String], _ columns: Int) -> [Line] {
    var (lines, rest) = ([Line](), cells[...])
    while rest.count > columns {
      // A wide character is not split.
      let count = rest[rest.startIndex + columns].isEmpty ? columns - 1 : columns
      lines.append(Line(cells: Array(rest.prefix(count)), goesOn: true))
      rest = rest.dropFirst(count)
    }
    return lines + [Line(cells: Array(rest))]
  }
}
