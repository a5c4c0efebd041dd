// A help page as data. The terminal shows it as lines, the manual as roff.

import Sentences
import Terminal
import Vocabulary

/// A term and its description: an option, a command, an exit status, a variable.
package struct HelpItem: Sendable, Equatable {
  package let term: Text
  package let text: Text

  package init(_ term: Text, _ text: Text) { (self.term, self.text) = (term, text) }
  package init(_ term: String, _ text: Text) { self.init(Text(same: term), text) }
}

/// A section with a heading, paragraphs and items.
package struct HelpSection: Sendable, Equatable {
  package let heading: Text
  package let paragraphs: [Text]
  package let items: [HelpItem]

  package init(heading: Text, paragraphs: [Text] = [], items: [HelpItem] = []) {
    (self.heading, self.paragraphs, self.items) = (heading, paragraphs, items)
  }
}

/// A help page with a title.
package struct HelpPage: Sendable, Equatable {
  package let title: Text
  package let sections: [HelpSection]

  /// Shows the page with a blank line before each section.
  package func show(on screen: Screen, in language: Language) {
    let lines = HelpLines(columns: screen.columns ?? HelpLines.usualColumns, language: language)
    screen.line(title[language])
    for section in sections {
      screen.line()
      screen.line(section.heading[language], .bold)
      let paragraphs = section.paragraphs.map { lines.wrapped("  " + $0[language], indent: 2) }
      let parts = (paragraphs + [lines.list(section.items)]).filter { !$0.isEmpty }
      for line in parts.joined(separator: [""]) { screen.line(line) }
    }
  }
}

/// The layout of terms and descriptions in two columns. The text is wrapped here and not by `Screen`, because a page in
/// a pipe to a pager must also fit.
struct HelpLines {
  static let usualColumns = 80
  /// The widest term that shares a line with its description. A wider term has a line of its own.
  private static let widest = 30
  /// In a narrower window, every description begins below its term.
  private static let narrow = 60

  let columns: Int
  let language: Language

  func wrapped(_ text: String, indent: Int) -> [String] { Wrap.lines(text, columns: columns, indent: indent) }

  func list(_ items: [HelpItem]) -> [String] {
    let widths = items.map { Width.of($0.term[language]) }
    let column = (widths.filter { $0 <= Self.widest }.max() ?? 0) + 4
    return zip(items, widths).flatMap { item, width -> [String] in
      let (term, text) = ("  " + item.term[language], item.text[language])
      if text.isEmpty { return wrapped(term, indent: 6) }
      guard columns >= Self.narrow, width <= Self.widest else {
        return wrapped(term, indent: 6) + wrapped("      " + text, indent: 6)
      }
      return wrapped(term + String(repeating: " ", count: column - 2 - width) + text, indent: column)
    }
  }
}
