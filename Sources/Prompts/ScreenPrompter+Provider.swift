// The list of providers. It filters from the first key and accepts text in any script.

import Catalog
import Sentences
import Terminal
import Vocabulary

extension ScreenPrompter {
  /// In a window of this height, some rows above the list stay visible: what was said before the question.
  private static let tall = 16
  private static let above = 5

  package func provider(among catalog: () -> Catalog, initial: String) throws(CommandError) -> ProviderAnswer {
    // The question appears before the catalog is read, because reading takes longer than drawing.
    Painter(screen).draw([field(PromptSentence.provider, LineEditor(initial)).rows[0]], cursor: (0, 0))
    let whole = catalog()
    // There is no way back from the first question.
    guard let answer = try pick(among: whole.providers, whole, isFirst: true, initial: initial) else { throw .left }
    // A name is followed by the question or the line that says which provider it means.
    if case .typed(let typed) = answer, Catalog.isAddress(typed) {
      screen.line([Span(Text.labelled(PromptSentence.provider, "")[language], .bold), Span(typed)])
    }
    return answer
  }

  package func choose(_ id: QuestionID, among providers: [Provider], _ catalog: Catalog) throws(CommandError) -> Answer<Provider> {
    guard let answer = try pick(among: providers, catalog, isFirst: false, initial: ""), case .chosen(let provider) = answer else {
      return .back
    }
    return .given(provider)
  }

  /// Shows the list. As the first question it also accepts an address or a name, and offers to enter servers by hand.
  /// Else it only distinguishes several providers. Returns `nil` to go back.
  private func pick(
    among providers: [Provider], _ whole: Catalog, isFirst: Bool, initial: String
  ) throws(CommandError) -> ProviderAnswer? {
    let index = ProviderIndex(whole)
    var editor = LineEditor(initial)
    var choices = ProviderChoices(of: providers, matching: initial, in: index, isFirst: isFirst)
    var list = PickList(count: choices.rows, isMarked: choices.mark != nil)
    if let mark = choices.mark { list.select(mark) }
    var remark: Text?
    var hasMoved = false
    // The height of the list in the last drawing.
    var height = 1
    // The outer `nil` ends the conversation. The inner `nil` goes back.
    let answer: ProviderAnswer?? = try hold(isFirst ? .kept : .dropped) {
      var frame = field(isFirst ? PromptSentence.provider : PromptSentence.which, editor)
      let (columns, rows) = (screen.size.columns - 1, screen.size.rows)
      let remarks = status(choices, visible: choices.shown.count, isFiltered: !editor.isEmpty, remark).count
      let spare = remarks + (rows >= Self.tall ? Self.above : 1)
      height = max(1, rows - frame.rows.count - spare - 1)
      let window = list.window(rows: height, isLastPinned: choices.hasOther)
      for (position, row) in zip(window, ProviderRow.all(choices.shown[window], columns: columns, language)) {
        let isMarked = list.isMarked && position == list.selected
        frame.rows.append(Painter.Row(row.spans(lead: isMarked ? "> " : "  ", columns: columns, isMarked ? .bold : .plain)))
      }
      if choices.hasOther {
        let isMarked = list.isMarked && list.selected == choices.shown.count
        let text = Width.cutAtWord(PromptSentence.other[language], to: columns - 2)
        frame.rows.append(Painter.Row((isMarked ? "> " : "  ") + text, isMarked ? .bold : .plain))
      }
      frame.rows += status(choices, visible: window.count, isFiltered: !editor.isEmpty, remark)
      frame.rows.append(footer(PromptSentence.keysOfList))
      return frame
    } take: { key, isAhead -> Step<ProviderAnswer??> in
      switch key {
      case .enter:
        if isFirst, !hasMoved {
          // Text that the user typed in full takes precedence over the list: an address, a brand, an exact name.
          switch meaning(of: editor.text.trimmed, in: whole, index) {
          case .answer(let answer): return .end(answer)
          case .fault(let text):
            remark = text
            return .on
          case .nothing: break
          }
        }
        // What came before the list was drawn chooses nothing in it.
        guard list.isMarked, !isAhead else {
          remark = choices.areSimilar ? nil : PromptSentence.chooseOne
          return .bell
        }
        guard list.selected < choices.shown.count else { return isFirst ? .end(.byHand) : .bell }
        return .end(.chosen(choices.shown[list.selected]))
      case .escape:
        if editor.isEmpty { return isFirst ? .bell : .end(.some(nil)) }
        editor.clear()
      case .backTab, .control("b"): return isFirst ? .bell : .end(.some(nil))
      case .control("d") where editor.isEmpty: return .end(nil)
      case .control("l"): return .on
      case .function(1), .control("g"):
        // The remark of the marked provider if its status is unusual, else an explanation of the list.
        let marked = list.isMarked && list.selected < choices.shown.count ? choices.shown[list.selected] : nil
        remark = marked?.statusNote ?? PromptSentence.listHelp
        return .on
      case .up, .down, .pageUp, .pageDown, .home, .end, .control("p"), .control("n"):
        remark = nil
        hasMoved = true
        return list.apply(key, rows: height) ? .on : .bell
      default:
        guard editor.apply(key) != .none else { return .bell }
      }
      (remark, hasMoved) = (nil, false)
      choices = ProviderChoices(of: providers, matching: editor.text, in: index, isFirst: isFirst)
      list.replace(count: choices.rows, isMarked: choices.mark != nil)
      if let mark = choices.mark { list.select(mark) }
      return .on
    }
    guard let answer else { throw .left }
    return answer
  }

  /// What Enter means with a typed text.
  private enum Meaning {
    case answer(ProviderAnswer)
    /// The text is an address with this fault.
    case fault(Text)
    /// The marked row decides.
    case nothing
  }

  private func meaning(of typed: String, in whole: Catalog, _ index: ProviderIndex) -> Meaning {
    if typed.isEmpty { return .nothing }
    if Catalog.isAddress(typed) {
      do throws(TypedAddress.Error) { _ = try TypedAddress(typed) } catch {
        // The conversation proposes what is meant.
        if whole.corrections(of: typed).isEmpty { return .fault(AddressSentence.text(error)) }
      }
      return .answer(.typed(typed))
    }
    if PromptSentence.otherWords.contains(TypedText.plain(typed).lowercased()) { return .answer(.byHand) }
    // The demos are not in the catalog.
    if Provider.demo(typed: typed) != nil { return .answer(.typed(typed)) }
    return switch whole.find(typed, in: index) {
    case .exactly(let provider): .answer(.chosen(provider))
    case .brand: .answer(.typed(typed))
    case .several, .none: .nothing
    }
  }

  /// Returns the remark, or how many providers there are.
  private func status(_ choices: ProviderChoices, visible: Int, isFiltered: Bool, _ remark: Text?) -> [Painter.Row] {
    if let remark { return paragraph(remark, .warning) }
    if choices.areSimilar, let nearest = choices.nearest { return paragraph(PromptSentence.similar(nearest.name), .warning) }
    if choices.shown.isEmpty { return paragraph(PromptSentence.nothingFits, .warning) }
    let isWhole = isFiltered && visible == choices.shown.count
    return paragraph(isWhole ? PromptSentence.matches(visible) : KeySentence.shown(visible, of: choices.shown.count), .plain)
  }
}
