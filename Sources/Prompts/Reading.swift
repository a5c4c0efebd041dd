// What the user reads before the next question: the parts of a guide, one at a time.

import Catalog
import Sentences
import Terminal
import Vocabulary

/// Parts of a text that come before a question. A prompter shows one part at a time, and divides a part that its window has no room
/// for.
package struct Reading {
  /// Paragraphs that belong together, such as a step with its menu path and its address.
  package struct Block {
    /// The number of the step. `nil` for everything else.
    package let step: Int?
    package let paragraphs: [Paragraph]
    /// The page on which the step is done.
    package let page: WebAddress?

    package init(step: Int? = nil, _ paragraphs: [Paragraph], page: WebAddress? = nil) {
      (self.step, self.paragraphs, self.page) = (step, paragraphs, page)
    }
  }

  /// A part with its title.
  package struct Part {
    package let title: Text
    package let blocks: [Block]
    /// The code that a phone scans to open the page of a step. `nil` if the steps are done on this computer.
    package let code: Code?

    package init(title: Text, blocks: [Block], code: Code? = nil) { (self.title, self.blocks, self.code) = (title, blocks, code) }
  }

  /// A QR code of an address, as rows of half blocks.
  package struct Code {
    package let page: WebAddress
    package let rows: [Painter.Row]

    package init(page: WebAddress, rows: [Painter.Row]) { (self.page, self.rows) = (page, rows) }
  }

  package let id: QuestionID
  /// Stays above every part.
  package let heading: Text
  /// What comes before the first part, and before the others where there is room.
  package let introduction: [Paragraph]
  package let parts: [Part]
  /// What follows after the last part, for the explanation of the keys.
  package let next: Text
  /// Whether it begins with its end, because the user has gone back to it.
  package let isFromEnd: Bool
  /// Shows everything, with what the parts leave out.
  package let showAll: () -> Void
  /// Opens a page, and returns what to say about it. `nil` if this computer has no browser.
  package let open: ((WebAddress) -> Text)?

  package init(
    _ id: QuestionID, heading: Text, introduction: [Paragraph], parts: [Part], next: Text, isFromEnd: Bool = false,
    showAll: @escaping () -> Void, open: ((WebAddress) -> Text)?
  ) {
    (self.id, self.heading, self.introduction, self.parts, self.next) = (id, heading, introduction, parts, next)
    (self.isFromEnd, self.showAll, self.open) = (isFromEnd, showAll, open)
  }
}

extension Reading {
  /// What is visible at one time.
  struct Window {
    let rows: [Painter.Row]
    /// The steps in it. `nil` if there are none.
    let steps: ClosedRange<Int>?
    /// The page that can be opened.
    let page: WebAddress?
    var isCode = false
  }

  /// The lowest window that has empty rows between the blocks.
  private static let airy = 16

  /// Returns the windows of at most `height` rows and `columns` columns. `hasCodes` is whether QR codes can be drawn.
  func windows(columns: Int, height: Int, in language: Language, hasCodes: Bool) -> [Window] {
    let gap = height < Self.airy ? [] : [Painter.Row("")]
    func rows(_ paragraphs: [Paragraph]) -> [Painter.Row] { paragraphs.flatMap { $0.rows(columns: columns) } }
    let heading = rows([Paragraph(self.heading[language], .bold)])
    let introduction = rows(self.introduction)
    var windows: [Window] = []
    for (number, part) in parts.enumerated() {
      let lead = heading + gap
      let title = rows([Paragraph(part.title[language], .bold)])
      let blocks = part.blocks.map { (block: $0, rows: rows($0.paragraphs)) }
      let about = introduction.isEmpty ? [] : introduction + gap
      if (lead + about + title).count + blocks.reduce(0, { $0 + $1.rows.count }) <= height {
        windows += Self.windows(blocks, behind: lead + about + title, height)
      } else {
        if number == 0, !introduction.isEmpty {
          windows += Self.windows([(Block([]), introduction)], behind: lead, height)
        }
        windows += Self.windows(blocks, behind: lead + title, height)
      }
      if hasCodes, let code = part.code {
        let label = rows([Paragraph([Span(QRCodeSentence.scan[language]), Span(code.page.text, .address)])])
        if label.count + code.rows.count <= height, (code.rows.first?.width ?? 0) <= columns {
          windows.append(Window(rows: label + code.rows, steps: nil, page: code.page, isCode: true))
        }
      }
    }
    return windows
  }

  /// Returns windows with as many of `blocks` as fit behind `lead`. A block is divided only if it has more rows than a window.
  private static func windows(_ blocks: [(block: Block, rows: [Painter.Row])], behind lead: [Painter.Row], _ height: Int) -> [Window] {
    // A very low window has no room for a heading.
    let lead = height - lead.count < 4 ? [] : lead
    let room = height - lead.count
    var pieces: [(block: Block, rows: [Painter.Row])] = []
    for (block, rows) in blocks {
      for start in stride(from: 0, to: max(1, rows.count), by: room) { pieces.append((block, Array(rows[start...].prefix(room)))) }
    }
    var windows: [Window] = []
    var (rows, shown) = ([Painter.Row](), [Block]())
    func close() {
      let steps = shown.compactMap(\.step)
      windows.append(
        Window(rows: lead + rows, steps: steps.min().map { $0...(steps.max() ?? $0) }, page: shown.lazy.compactMap(\.page).first))
    }
    for piece in pieces {
      if !shown.isEmpty, rows.count + piece.rows.count > room {
        close()
        (rows, shown) = ([], [])
      }
      rows += piece.rows
      shown.append(piece.block)
    }
    if !shown.isEmpty { close() }
    return windows
  }
}
