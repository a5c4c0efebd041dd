// A text to be read: the lines of a part, and a question after each.

import Sentences
import Terminal
import Vocabulary

extension DialogPrompter {
  /// How the question after a part is answered.
  private enum Turn {
    case next, back, whole, page
  }

  /// The id of the only choice.
  private static let next = "next"

  package func read(_ reading: Reading) throws(CommandError) -> Answer<Void> {
    let parts = reading.parts
    var (position, isShown) = (reading.isFromEnd ? parts.count - 1 : 0, false)
    while true {
      let part = parts[position]
      if !isShown { show(part, of: reading, isFirst: position == 0) }
      isShown = true
      let page = reading.open == nil ? nil : part.blocks.lazy.compactMap(\.page).first
      let follows = parts.indices.contains(position + 1) ? parts[position + 1].title : reading.next
      switch try turn(reading.id, part.title, next: follows, hasPage: page != nil) {
      case .next:
        if position == parts.count - 1 { return .given(()) }
        (position, isShown) = (position + 1, false)
      case .back:
        if position == 0 { return .back }
        (position, isShown) = (position - 1, false)
      case .whole: reading.showAll()
      case .page: if let page, let open = reading.open { screen.line(open(page)[language], .warning) }
      }
    }
  }

  private func show(_ part: Reading.Part, of reading: Reading, isFirst: Bool) {
    screen.line(reading.heading[language], .bold)
    if isFirst { for paragraph in reading.introduction { screen.line(paragraph) } }
    screen.line(part.title[language], .bold)
    for paragraph in part.blocks.flatMap(\.paragraphs) { screen.line(paragraph) }
  }

  private func turn(_ id: QuestionID, _ title: Text, next: Text, hasPage: Bool) throws(CommandError) -> Turn {
    let asked = DialogQuestion(
      kind: .choice, id: id, text: title, language: language, initial: .text(Self.next), choices: [(Self.next, next[language])],
      actions: [.back, .help] + (hasPage ? [.page] : []))
    return try channel.ask(asked) { (answer) throws(DialogError) in
      switch answer {
      case .action(.help): return .taken(.whole)
      case .action(.page): return .taken(.page)
      case .action: return .taken(.back)
      case .text, .flag:
        guard try answer.plain == Self.next else { throw .noSuchChoice }
        return .taken(.next)
      }
    }
  }
}
