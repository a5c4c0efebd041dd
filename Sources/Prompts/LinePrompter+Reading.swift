// A text to be read, line by line.

import Sentences
import Terminal
import Vocabulary

extension LinePrompter {
  package func read(_ reading: Reading) throws(CommandError) -> Answer<Void> {
    // A part that is taller than the window would scroll away, as a drawn one would.
    let size = screen.size
    let windows = reading.windows(columns: size.columns - 1, height: max(4, size.rows - 1), in: language, hasCodes: false)
    var position = reading.isFromEnd ? windows.count - 1 : 0
    var isShown = false
    while true {
      let window = windows[position]
      if !isShown { for row in window.rows { screen.line(row) } }
      isShown = true
      let hasPage = window.page != nil && reading.open != nil
      let typed = try choice(PromptSentence.readingLine(next: reading.label(behind: position, of: windows), hasPage: hasPage)).lowercased()
      switch typed {
      case "":
        if position == windows.count - 1 { return .given(()) }
        (position, isShown) = (position + 1, false)
      case "b", "<":
        if position == 0 { return .back }
        (position, isShown) = (position - 1, false)
      case "?":
        reading.showAll()
        isShown = false
      case "o" where hasPage:
        if let page = window.page, let open = reading.open { screen.line(open(page)[language], .warning) }
      default: screen.line(KeySentence.notOneOfThese[language], .warning)
      }
    }
  }
}
