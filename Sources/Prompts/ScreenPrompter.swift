// Prompts key by key: editable fields, a list with a filter, a progress view. They are drawn inline and redraw only
// their own rows.

import Catalog
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

package struct ScreenPrompter: Prompter {
  let tty: ControllingTerminal
  package let language: Language

  package init(tty: ControllingTerminal, language: Language) { (self.tty, self.language) = (tty, language) }

  package var screen: Screen { tty.screen }

  /// The effect of a key on a prompt.
  enum Step<Value> {
    /// The prompt continues.
    case on
    /// The key has no meaning here.
    case bell
    /// The prompt ends with this answer.
    case end(Value)
    /// The same, and the key begins a paste that belongs to the next prompt.
    case forward(Value)
  }

  /// Draws `rows` after every key until `take` ends the prompt, then clears the rows and returns the answer.
  ///
  /// What Enter chooses is always drawn before. With `.kept` type-ahead, text that the user typed before the prompt was drawn counts, and
  /// Enter behind it. A key that would leave the prompt, or accept what only the prompt proposes, does not; `take` learns which keys came
  /// before.
  func hold<Value>(
    _ typeAhead: Keyboard.TypeAhead, rows: () -> (rows: [Painter.Row], cursor: (row: Int, column: Int)),
    take: (_ key: Key, _ isAhead: Bool) -> Step<Value>
  ) throws(CommandError) -> Value {
    let keyboard: Keyboard
    do throws(TerminalError) { keyboard = try tty.keyboard(typeAhead) } catch { throw CommandError(error) }
    let painter = Painter(screen)
    keyboard.beforeStop = { painter.leave() }
    defer { keyboard.end() }
    func draw() {
      let frame = rows()
      painter.draw(frame.rows, cursor: frame.cursor)
    }
    var hasText = false
    while true {
      let isDrawn = !keyboard.hasMore
      if isDrawn { draw() }
      do throws(TerminalError) {
        guard case .key(let key) = try keyboard.next() else { continue }
        let isAhead = keyboard.wasAhead
        switch key {
        case .scalar, .pasted: hasText = true
        case .escape where isAhead, .backTab where isAhead, .control where isAhead: continue
        case .enter where isAhead && !hasText: continue
        case .enter where !isDrawn: draw()
        case .octet, .pastedOctet, .pastedLineEnd, .enter, .tab, .backTab, .escape, .backspace, .delete, .left, .right, .up, .down, .home,
          .end, .pageUp, .pageDown, .control, .function:
          break
        }
        switch take(key, isAhead) {
        case .on: break
        case .bell: screen.control(.bell)
        case .end(let value):
          painter.finish([])
          return value
        case .forward(let value):
          let paste = keyboard.paste(key)
          painter.finish([])
          tty.forward(paste)
          return value
        }
      } catch {
        // A question that the user can no longer answer would be misleading.
        painter.finish([])
        throw CommandError(error)
      }
    }
  }

  package func ask(_ question: Question) throws(CommandError) -> Answer<String> {
    var editor = LineEditor(question.initial)
    var remark: (text: Text, style: Style)?
    let keys = question.mayGoBack ? PromptSentence.keysOfText : PromptSentence.keysOfFirst
    let answer: Answer<String>? = try hold(.kept) {
      var frame = field(question.label, editor)
      if let remark { frame.rows += paragraph(remark.text, remark.style) }
      frame.rows.append(footer(keys))
      return frame
    } take: { key, _ -> Step<Answer<String>?> in
      // A remark is about the text as it was.
      remark = nil
      switch key {
      case .enter:
        let typed = editor.text.trimmed
        guard let fault = question.fault(typed) else { return .end(.given(typed)) }
        // The typed text stays in the field.
        remark = (fault, .warning)
      case .backTab, .control("b"):
        guard question.mayGoBack else { return .bell }
        return .end(.back)
      case .escape:
        if editor.isEmpty {
          guard question.mayGoBack else { return .bell }
          return .end(.back)
        }
        editor.clear()
      case .control("d") where editor.isEmpty: return .end(nil)
      case .function(1), .control("g"):
        guard let help = question.help else { return .bell }
        remark = (help, .plain)
      case .tab:
        guard let completed = question.completion(editor.text) else { return .bell }
        editor = LineEditor(completed)
      case .control("l"): break
      default: if editor.apply(key) == .none { return .bell }
      }
      return .on
    }
    guard let answer else { throw .left }
    if case .given(let typed) = answer { screen.line([Span(Text.labelled(question.label, "")[language], .bold), Span(typed)]) }
    return answer
  }

  package func secret(_ id: QuestionID, _ kind: SecretKind?, hasPage: Bool) throws(CommandError) -> SecretAnswer {
    let editor = tty.secretEditor()
    let answer: SecretAnswer? = try hold(.dropped) {
      let label = Text.labelled(PromptSentence.secret(kind), "")[language]
      let columns = screen.size.columns - 1
      var rows = Screen.rows(label, columns: columns).map { Painter.Row($0, .bold) }
      // In a narrow window the field has a row of its own, as in `field`.
      if Width.of(label) + 24 > columns { rows.append(Painter.Row("> ")) }
      // Asterisks show that input arrived, at most as many as fit the row.
      let room = max(4, columns - (rows.last?.width ?? 0) - 1)
      let shown = String(repeating: "*", count: min(editor.characters, room))
      let last = rows.removeLast()
      rows.append(Painter.Row(last.spans + [Span(shown)]))
      let cursor = (row: rows.count - 1, column: last.width + shown.count)
      return (rows + [footer(PromptSentence.keysOfSecret(hasGuide: kind != nil, hasPage: hasPage))], cursor)
    } take: { key, _ -> Step<SecretAnswer?> in
      switch key {
      case .enter:
        if editor.hasInnerLineEnd { return .end(.severalLines) }
        return .end(LinePrompter.meaning(editor.secret, hasGuide: kind != nil, hasPage: hasPage))
      case .backTab, .control("b"): return .end(.back)
      case .escape:
        if editor.isEmpty { return .end(.back) }
        editor.clear()
        return .on
      case .control("d") where editor.isEmpty: return .end(nil)
      case .function(1), .control("g"): return kind == nil ? .bell : .end(.guide)
      case .control("o"): return hasPage ? .end(.page) : .bell
      case .control("l"): return .on
      default: return editor.apply(key) ? .on : .bell
      }
    }
    guard let answer else { throw .left }
    return answer
  }

  package func view(of settings: ServerSettings, timing: TimeLimits) -> any ProgressView {
    ProgressBoard(settings, tty, language: language, timing: timing)
  }

  // MARK: - Rows

  /// Returns a label and the field after it, or below it if the window is narrow.
  func field(_ label: Text, _ editor: LineEditor) -> (rows: [Painter.Row], cursor: (row: Int, column: Int)) {
    let columns = screen.size.columns - 1
    let label = Text.labelled(label, "")[language]
    let width = Width.of(label)
    guard width + 24 <= columns else {
      let view = editor.view(columns: columns - 2)
      let rows = Screen.rows(label, columns: columns).map { Painter.Row($0, .bold) }
      return (rows + [Painter.Row("  \(view.text)")], (rows.count, 2 + view.cursor))
    }
    let view = editor.view(columns: columns - width)
    return ([Painter.Row([Span(label, .bold), Span(view.text)])], (0, width + view.cursor))
  }

  /// Returns the explanations of the keys, as many as fit the row.
  func footer(_ keys: Text) -> Painter.Row {
    var shown = ""
    for key in keys[language].split(separator: " | ") {
      let longer = shown.isEmpty ? String(key) : "\(shown) | \(key)"
      guard Width.of(longer) < screen.size.columns else { break }
      shown = longer
    }
    return Painter.Row(shown, .hint)
  }

  func paragraph(_ text: Text, _ style: Style) -> [Painter.Row] {
    Screen.rows(text[language], columns: screen.size.columns - 1).map { Painter.Row($0, style) }
  }
}
