// Menus and yes-or-no questions: keys move the mark, Enter chooses.

import Sentences
import Terminal
import Vocabulary

extension ScreenPrompter {
  package func choose(_ menu: Menu) throws(CommandError) -> Answer<Int> {
    var list = PickList(count: menu.items.count)
    if let initial = menu.initial { list.select(initial) }
    var remark: Text?
    let answer: Answer<Int>? = try hold(.dropped) {
      var rows = paragraph(menu.title, .bold)
      var cursor = rows.count
      let explanation = remark.map { paragraph($0, .plain) } ?? []
      let items = menu.items.enumerated().map { position, item in
        Screen.rows(
          "\(position == list.selected ? ">" : " ") \(position + 1)  \(item[language])", columns: screen.size.columns - 1, indent: 5)
      }
      // The title, the keys and one earlier row stay visible.
      let height = screen.size.rows - rows.count - explanation.count - 2
      let tallest = items.map(\.count).max() ?? 1
      let isWhole = items.joined().count <= height
      let visible = isWhole ? items.indices : list.window(rows: (height - 1) / tallest)
      for position in visible {
        let isSelected = position == list.selected
        if isSelected { cursor = rows.count }
        rows += items[position].map { Painter.Row($0, isSelected ? .bold : .plain) }
      }
      if !isWhole { rows += paragraph(KeySentence.shown(visible.count, of: items.count), .plain) }
      rows += explanation
      rows.append(footer(KeySentence.menu(mayGoBack: menu.mayGoBack)))
      return (rows, (cursor, 0))
    } take: { key, _ -> Step<Answer<Int>?> in
      remark = nil
      switch key {
      case .enter: return .end(.given(list.selected))
      case .scalar("q"), .scalar("Q"):
        guard let quit = menu.quit else { return .bell }
        list.select(quit)
        return .on
      case .scalar("?"), .function(1), .control("g"):
        remark = menu.help
        return .on
      case .scalar(let scalar):
        guard let digit = Character(scalar).wholeNumberValue, digit < 10 else { return .bell }
        return list.apply(digit: digit) ? .on : .bell
      case .pasted, .pastedOctet:
        // It answers another question: it may be the secret that the menu is about.
        guard let item = menu.pasteItem else { return .on }
        return .forward(.given(item))
      case .pastedLineEnd: return .on
      case .backTab, .control("b"), .escape, .left:
        guard menu.mayGoBack else { return .bell }
        return .end(.back)
      case .control("d"): return .end(nil)
      case .control("l"): return .on
      default: return list.apply(key, rows: menu.items.count) ? .on : .bell
      }
    }
    guard let answer else { throw .left }
    if case .given(let position) = answer { screen.line("> \(menu.items[position][language])", indent: 2) }
    return answer
  }

  package func confirm(_ id: QuestionID, _ question: Text, initial: Bool) throws(CommandError) -> Answer<Bool> {
    let prompt = KeySentence.question(question, initial: initial)
    // What the user has typed. Enter alone means the capital letter.
    var typed: Bool?
    var remark: Text?
    let answer: Answer<Bool>? = try hold(.dropped) {
      var rows = paragraph(prompt + Text(same: typed.map { $0 ? "y" : "n" } ?? ""), .plain)
      let cursor = (rows.count - 1, rows.last?.width ?? 0)
      if let remark { rows += paragraph(remark, .plain) }
      return (rows + [footer(KeySentence.question(initial: initial))], cursor)
    } take: { key, _ -> Step<Answer<Bool>?> in
      remark = nil
      switch key {
      case .scalar("?"), .function(1), .control("g"):
        remark = KeySentence.questionHelp
        return .on
      case .scalar(let scalar):
        guard let answer = LinePrompter.agreement(String(Character(scalar))) else { return .bell }
        typed = answer
        return .on
      case .backspace, .control("h"), .control("u"):
        guard typed != nil else { return .bell }
        typed = nil
        return .on
      case .enter: return .end(.given(typed ?? initial))
      case .pasted, .pastedOctet, .pastedLineEnd, .control("l"): return .on
      case .backTab, .control("b"), .escape: return .end(.back)
      case .control("d"): return .end(nil)
      default: return .bell
      }
    }
    guard let answer else { throw .left }
    if case .given(let agreed) = answer { screen.line("\(prompt[language])\(agreed ? "y" : "n")") }
    return answer
  }
}
