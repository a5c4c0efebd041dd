// The only writer to standard output, standard error and the terminal. Results go to standard output, everything else
// to standard error or the terminal.

import Platform
import Posix
import Vocabulary

/// How a run of text is drawn. Terminals with sixteen colours show every style on light and on dark backgrounds. The
/// words carry the meaning; a style only repeats it.
package enum Style: String, Sendable, CaseIterable {
  case plain = ""
  case bold = "1"
  case good = "32"
  case bad = "31"
  case warning = "33"
  case address = "36"
  /// An explanation of the keys. It is less important than all other text.
  case hint = "2"
  /// The modules of a picture: white on black, whatever the colors of the terminal are. These are colors of the table of 256 (xterm
  /// ctlseqs): the first sixteen, which every terminal has, may be any colors, and some light themes exchange black and white.
  case picture = "38;5;231;48;5;232"
}

/// A run of text with one style.
package struct Span: Sendable {
  package let text: String
  package let style: Style

  package init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// An output: a file, a pipe or a terminal. It wraps and styles text for a terminal only.
package final class Screen {
  /// What a screen passes to a receiver in the place of writing it.
  package enum Output {
    /// A paragraph, not wrapped.
    case line([Span])
    /// A document for another program.
    case document(String)
  }

  private let descriptor: Int32
  private let receiver: ((Output) -> Void)?
  /// Whether styles are written.
  package let usesColour: Bool
  /// Whether addresses become hyperlinks (OSC 8).
  private let hasLinks: Bool
  private let isTerminal: Bool
  /// The errno of the first write that failed, or `nil`. The caller chooses the exit status for it.
  package private(set) var failure: Int32?

  /// Writes to `descriptor`, which the caller owns. With `usesColour`, styles are written as SGR sequences. With
  /// `hasLinks`, addresses are written as hyperlinks if the output is a terminal.
  package init(_ descriptor: Int32, usesColour: Bool, hasLinks: Bool = false) {
    self.descriptor = descriptor
    self.usesColour = usesColour
    receiver = nil
    isTerminal = isatty(descriptor) == 1
    self.hasLinks = hasLinks && isTerminal
  }

  /// Passes lines and documents to `receiver`. Nothing else is written.
  package init(receiver: @escaping (Output) -> Void) {
    (descriptor, usesColour, hasLinks, isTerminal) = (-1, false, false, false)
    self.receiver = receiver
  }

  /// The number of columns at which lines are wrapped. It is `nil` if the output is not a terminal; lines are then
  /// written whole.
  package var columns: Int? { isTerminal ? size.columns : nil }

  /// The current size of the window in characters, or 80 by 24 if the terminal reports 0.
  package var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Writes one wrapped paragraph. Lines after the first are indented by `indent` columns.
  package func line(_ text: String = "", _ style: Style = .plain, indent: Int = 0) { line([Span(text, style)], indent: indent) }

  /// Writes one wrapped paragraph of several styles. The paragraph is wrapped as a whole. Only the first span of style
  /// `address` becomes a hyperlink.
  package func line(_ spans: [Span], indent: Int = 0) {
    if let receiver {
      receiver(.line(spans.map { Span(Self.harmless($0.text), $0.style) }))
      return
    }
    let whole = spans.map { Self.harmless($0.text) }.joined()
    let lines = columns.map { Wrap.lines(whole, columns: $0, indent: indent) } ?? [whole]
    write(styled(lines, spans, whole) + "\n")
  }

  /// Returns the rows of a paragraph, wrapped at `columns`, without styles, for a caller that draws them itself.
  package static func rows(_ text: String, columns: Int, indent: Int = 0) -> [String] {
    Wrap.lines(harmless(text), columns: columns, indent: indent)
  }

  /// Writes wrapped text without a line end, as a prompt.
  package func prompt(_ text: String) {
    let whole = Self.harmless(text)
    write(columns.map { Wrap.lines(whole, columns: $0).joined(separator: "\n") } ?? whole)
  }

  /// Writes one line that is never broken: a command, which the user copies.
  package func unbroken(_ text: String) { if receiver == nil { write(Self.harmless(text) + "\n") } else { line(text) } }

  /// Writes a document for another program, unchanged and unfiltered.
  package func document(_ text: String) { if let receiver { receiver(.document(text)) } else { write(text) } }

  /// Writes a secret for another program, unchanged and unfiltered, and makes no copy of it.
  package func secret(_ secret: Secret) { secret.withOctets { write($0) } }

  /// The control sequences for a full-screen prompt.
  package enum Control: String, Sendable {
    /// Bracketed paste (xterm ctlseqs, mode 2004).
    case pasteOn = "\u{1b}[?2004h"
    case pasteOff = "\u{1b}[?2004l"
    case bell = "\u{7}"
  }

  /// Writes a control sequence.
  package func control(_ control: Control) { write(control.rawValue) }

  /// Writes text with control sequences of this module, unfiltered.
  func emit(_ text: String) { write(text) }

  /// Returns one row of at most `columns`, with styles. The rest is cut off. `link` is the whole address that the row has a part of.
  func styled(_ spans: [Span], columns: Int, link: String? = nil) -> String {
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
    return styled([whole], kept, whole, link: link)
  }

  private func styled(_ lines: [String], _ spans: [Span], _ whole: String, link: String? = nil) -> String {
    let isPlain = !spans.contains { $0.style != .plain }
    guard usesColour || hasLinks, !isPlain else { return lines.joined(separator: "\n") }
    let link = hasLinks ? link ?? spans.first { $0.style == .address }?.text : nil
    return Self.runs(lines, spans, whole).map { runs in
      runs.map { beginning($0.style, link) + $0.text + ending($0.style, link) }.joined()
    }.joined(separator: "\n")
  }

  /// Returns the wrapped lines with the styles of `spans`. It compares the lines with the unwrapped text, character by character.
  static func runs(_ lines: [String], _ spans: [Span], _ whole: String) -> [[Span]] {
    // Counted in scalars: if a span begins with a combining mark, the mark and the last scalar of the previous span
    // form one character.
    var styles = spans.flatMap { [Style](repeating: $0.style, count: harmless($0.text).unicodeScalars.count) }[...]
    let marks = whole.map { character in
      defer { styles.removeFirst(character.unicodeScalars.count) }
      return (character: character, style: styles.first ?? .plain)
    }
    var position = 0
    return lines.map { line in
      var runs: [Span] = []
      var (text, current) = ("", Style.plain)
      for character in line {
        // Wrapping drops blanks at a break and adds the indentation. All other characters keep their order.
        while position < marks.count, marks[position].character != character, marks[position].character == " " { position += 1 }
        var style = Style.plain
        if position < marks.count, marks[position].character == character {
          style = marks[position].style
          position += 1
        }
        if style != current {
          if !text.isEmpty { runs.append(Span(text, current)) }
          (text, current) = ("", style)
        }
        text.append(character)
      }
      return text.isEmpty ? runs : runs + [Span(text, current)]
    }
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

  /// Returns `text` without control characters and invisible format characters. This is the last filter before the
  /// terminal: only the sequences that this file writes itself come after it. `Visible` has already filtered foreign
  /// text.
  static func harmless(_ text: String) -> String {
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
    guard failure == nil, receiver == nil else { return }
    var octets = octets
    while !octets.isEmpty {
      let count = Platform.write(descriptor, octets.baseAddress, octets.count)
      if count >= 0 {
        octets = UnsafeRawBufferPointer(rebasing: octets.dropFirst(count))
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        // If a terminal accepts nothing for five seconds, this program treats it as gone.
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
