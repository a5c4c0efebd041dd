// The only writer. Standard output gets the result, standard error or the terminal everything else.

import Platform
import Posix
import Vocabulary

/// How a stretch of text is drawn. Sixteen-colour terminals show all of them on light and dark backgrounds; the words
/// carry the meaning, a style only repeats it.
package enum Style: String, Sendable, CaseIterable {
  case plain = ""
  case bold = "1"
  case good = "32"
  case bad = "31"
  case warning = "33"
  case address = "36"
}

package struct Span: Sendable {
  let text: String
  let style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// Where lines go.
package final class Screen {
  private let descriptor: Int32
  private let usesColour: Bool
  /// Columns to wrap to; nil where the output is no terminal: then lines are left whole for whoever reads them.
  package let columns: Int?
  /// The errno of the first write that failed. The caller ends with a status of its own.
  package private(set) var failure: Int32?

  /// Writes to `descriptor`, which stays the caller's.
  package init(_ descriptor: Int32, usesColour: Bool) {
    self.descriptor = descriptor
    self.usesColour = usesColour
    columns = isatty(descriptor) == 1 ? Self.width(descriptor) : nil
  }

  /// One paragraph, wrapped; further lines begin `indent` columns in.
  package func line(_ text: String = "", _ style: Style = .plain, indent: Int = 0) { line([Span(text, style)], indent: indent) }

  /// One paragraph of several styles. It is wrapped as a whole, so styles go to words that stand together.
  package func line(_ spans: [Span], indent: Int = 0) {
    let whole = spans.map { Self.harmless($0.text) }.joined()
    let lines = columns.map { Wrap.lines(whole, columns: $0, indent: indent) } ?? [whole]
    guard usesColour, spans.contains(where: { $0.style != .plain }) else { return write(lines.joined(separator: "\n") + "\n") }
    write(Self.styled(lines, spans, whole) + "\n")
  }

  /// Text without an end of line: a prompt.
  package func prompt(_ text: String) { write(Self.harmless(text)) }

  /// A document for programs, written as it is.
  package func document(_ text: String) { write(text) }

  /// Puts the styles back into wrapped lines, walking along both.
  private static func styled(_ lines: [String], _ spans: [Span], _ whole: String) -> String {
    // By scalars: a span that begins with a combining mark makes one character with the end of the one before.
    var styles = spans.flatMap { [Style](repeating: $0.style, count: harmless($0.text).unicodeScalars.count) }[...]
    let marks = whole.map { character in
      defer { styles.removeFirst(character.unicodeScalars.count) }
      return (character: character, style: styles.first ?? .plain)
    }
    var position = 0
    return lines.map { line in
      var output = ""
      var current = Style.plain
      for character in line {
        // Wrapping drops blanks at a break and adds the indentation; everything else is in the same order.
        while position < marks.count, marks[position].character != character, marks[position].character == " " { position += 1 }
        var style = Style.plain
        if position < marks.count, marks[position].character == character {
          style = marks[position].style
          position += 1
        }
        if style != current {
          if current != .plain { output += "\u{1b}[0m" }
          if style != .plain { output += "\u{1b}[\(style.rawValue)m" }
          current = style
        }
        output.append(character)
      }
      return current == .plain ? output : output + "\u{1b}[0m"
    }.joined(separator: "\n")
  }

  /// The last filter before the terminal: no control character but the ones this file writes, whatever a sentence was
  /// made of. Visible has done this for foreign text already.
  private static func harmless(_ text: String) -> String {
    let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f }
    if isClean { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: false
          default: true
          }
        }))
  }

  private func write(_ text: String) {
    guard failure == nil else { return }
    var octets = Array(text.utf8)[...]
    while !octets.isEmpty {
      let count = octets.withUnsafeBytes { Platform.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        octets = octets.dropFirst(count)
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        // A terminal that takes nothing for so long takes nothing more.
        do { _ = try Wait.any([(descriptor, .write)], until: .after(seconds: 5), or: nil) } catch {
          failure = ETIMEDOUT
          return
        }
      } else if errno != EINTR {
        failure = errno
        return
      }
    }
  }

  /// The window's columns; 80 where it says 0.
  private static func width(_ descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
