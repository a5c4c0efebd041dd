// A text to be read, drawn in the window and erased afterwards: the terminal's history does not fill with it.

import Sentences
import Terminal
import Vocabulary

extension ScreenPrompter {
  /// How the drawing of a text ends.
  private enum Turn {
    case next, back, whole
  }

  package func read(_ reading: Reading) throws(CommandError) -> Answer<Void> {
    var position = reading.isFromEnd ? Int.max : 0
    var remark: Text?
    while true {
      var windows: [Reading.Window] = []
      let turn: Turn? = try hold(.dropped) {
        windows = reading.windows(
          columns: screen.size.columns - 1, height: screen.size.rows - 1, in: language, hasCodes: true)
        position = min(position, windows.count - 1)
        let window = windows[position]
        var rows = window.rows
        if window.isCode, !screen.usesColour { rows = paragraph(QRCodeSentence.darkOnly, .warning) + rows }
        if let remark { rows += paragraph(remark, .warning) }
        let hasRoom = rows.count + 2 <= screen.size.rows && screen.size.rows >= 16
        let keys = PromptSentence.keysOfReading(
          next: reading.label(behind: position, of: windows), hasPage: window.page != nil && reading.open != nil)
        rows += (hasRoom ? [Painter.Row("")] : []) + [footer(keys)]
        return (rows, (rows.count - 1, 0))
      } take: { key, _ -> Step<Turn?> in
        remark = nil
        switch key {
        case .enter, .pageDown:
          guard position < windows.count - 1 else { return key == .enter ? .end(.next) : .bell }
          position += 1
        case .backTab, .control("b"), .escape, .pageUp:
          guard position > 0 else { return key == .pageUp ? .bell : .end(.back) }
          position -= 1
        case .function(1), .control("g"): return .end(.whole)
        case .control("o"):
          guard let page = windows[position].page, let open = reading.open else { return .bell }
          remark = open(page)
        case .control("d"): return .end(nil)
        case .control("l"): break
        default: return .bell
        }
        return .on
      }
      switch turn {
      case .next: return .given(())
      case .back: return .back
      case .whole: reading.showAll()
      case nil: throw .left
      }
    }
  }
}

extension Reading {
  /// Returns what Enter leads to from the window at `position`.
  func label(behind position: Int, of windows: [Window]) -> Text {
    guard windows.indices.contains(position + 1) else { return next }
    let following = windows[position + 1]
    if following.isCode { return PromptSentence.qrCode }
    return following.steps.map(PromptSentence.steps) ?? PromptSentence.goOn
  }
}
