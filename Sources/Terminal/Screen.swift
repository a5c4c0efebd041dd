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
  /// What the keys do: less important than all else.
  case hint = "2"
}

package struct Span: Sendable {
  package let text: String
  package let style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// Where lines go.
package final class Screen {
  private let descriptor: Int32
  private let usesColour: Bool
  /// Whether addresses become links (OSC 8).
  private let hasLinks: Bool
  private let isTerminal: Bool
  /// The errno of the first write that failed. The caller ends with a status of its own.
  package private(set) var failure: Int32?

  /// Writes to `descriptor`, which stays the caller's.
  package init(_ descriptor: Int32, usesColour: Bool, hasLinks: Bool = false) {
    self.descriptor = descriptor
    self.usesColour = usesColour
    isTerminal = isatty(descriptor) == 1
    self.hasLinks = hasLinks && isTerminal
  }

  /// Columns to wrap to; nil where the output is no terminal: then lines are left whole for whoever reads them.
  package var columns: Int? { isTerminal ? size.columns : nil }

  /// The window as it is now, in characters; 80 by 24 where it says 0.
  package var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// One paragraph, wrapped; further lines begin `indent` columns in.
  package func line(_ text: String = "", _ style: Style = .plain, indent: Int = 0) { line([Span(text, style)], indent: indent) }

  /// One paragraph of several styles. It is wrapped as a whole, so styles go to words that stand together.
  package func line(_ spans: [Span], indent: Int = 0) {
    let whole = spans.map { Self.harmless($0.text) }.joined()
    let lines = columns.map { Wrap.lines(whole, columns: $0, indent: indent) } ?? [whole]
    write(styled(lines, spans, whole) + "\n")
  }

  /// What a paragraph looks like in rows of `columns`, without styles: for who draws them itself.
  package static func rows(_ text: String, columns: Int, indent: Int = 0) -> [String] {
    Wrap.lines(harmless(text), columns: columns, indent: indent)
  }

  /// Text without an end of line: a prompt.
  package func prompt(_ text: String) {
    let whole = Self.harmless(text)
    write(columns.map { Wrap.lines(whole, columns: $0).joined(separator: "\n") } ?? whole)
  }

  /// A document for programs, written as it is.
  package func document(_ text: String) { write(text) }

  /// A secret for a program, as it is: nobody's eyes are meant, and no copy is made of it.
  package func secret(_ secret: Secret) { secret.withOctets { write($0) } }

  /// What a full-screen terminal is told besides text.
  package enum Control: String, Sendable {
    /// Bracketed paste (xterm ctlseqs, mode 2004).
    case pasteOn = "\u{1b}[?2004h"
    case pasteOff = "\u{1b}[?2004l"
    case bell = "\u{7}"
  }

  package func control(_ control: Control) { write(control.rawValue) }

  /// Text with sequences this module has made.
  func emit(_ text: String) { write(text) }

  /// One row of at most `columns`; what is too much is cut off.
  func styled(_ spans: [Span], columns: Int) -> String {
    var (room, kept) = (columns, [Span]())
    for span in spans {
      var text = ""
      for character in Self.harmless(span.text) {
        let width = Width.of(character)
        if width > room {
          room = 0
          break
        }
        room -= width
        text.append(character)
      }
      kept.append(Span(text, span.style))
      if room == 0 { break }
    }
    let whole = kept.map(\.text).joined()
    return styled([whole], kept, whole)
  }

  private func styled(_ lines: [String], _ spans: [Span], _ whole: String) -> String {
    let isPlain = !spans.contains { $0.style != .plain }
    guard usesColour || hasLinks, !isPlain else { return lines.joined(separator: "\n") }
    let link = hasLinks ? spans.first { $0.style == .address }?.text : nil
    return styled(lines, spans, whole, link: link)
  }

  /// Puts the styles back into wrapped lines, walking along both.
  private func styled(_ lines: [String], _ spans: [Span], _ whole: String, link: String?) -> String {
    // By scalars: a span that begins with a combining mark makes one character with the end of the one before.
    var styles = spans.flatMap { [Style](repeating: $0.style, count: Self.harmless($0.text).unicodeScalars.count) }[...]
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
          output += ending(current, link) + beginning(style, link)
          current = style
        }
        output.append(character)
      }
      return output + ending(current, link)
    }.joined(separator: "\n")
  }

  private func beginning(_ style: Style, _ link: String?) -> String {
    guard style != .plain else { return "" }
    let anchor = style == .address ? link.map { "\u{1b}]8;;\($0)\u{1b}\\" } ?? "" : ""
    return anchor + (usesColour ? "\u{1b}[\(style.rawValue)m" : "")
  }

  private func ending(_ style: Style, _ link: String?) -> String {
    guard style != .plain else { return "" }
    return (usesColour ? "\u{1b}[0m" : "") + (style == .address && link != nil ? "\u{1b}]8;;\u{1b}\\" : "")
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
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  private func write(_ octets: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    var octets = octets
    while !octets.isEmpty {
      let count = Platform.write(descriptor, octets.baseAddress, octets.count)
      if count >= 0 {
        octets = UnsafeRawBufferPointer(rebasing: octets.dropFirst(count))
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
}
