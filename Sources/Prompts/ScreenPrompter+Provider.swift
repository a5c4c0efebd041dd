// The list of providers. It filters from the first key and accepts text in any script.

import Catalog
import Sentences
import Terminal
import Vocabulary

extension ScreenPrompter {
  /// The largest number of rows in the list, so that the guide above it stays visible.
  private static let tallest = 15
  /// In a window with fewer columns, ids and names are not aligned.
  private static let narrow = 60

  package func provider(among catalog: () -> Catalog) throws(CommandError) -> ProviderAnswer {
    // The question appears before the catalog is read, because reading takes longer than drawing.
    Painter(screen).draw([field(PromptSentence.provider, LineEditor()).rows[0]], cursor: (0, 0))
    let whole = catalog()
    // There is no way back from the first question.
    guard let answer = try pick(among: whole.providers, whole, isFirst: true) else { throw .left }
    if case .typed(let typed) = answer { screen.line([Span(Text.labelled(PromptSentence.provider, "")[language], .bold), Span(typed)]) }
    return answer
  }

  package func choose(among providers: [Provider], _ catalog: Catalog) throws(CommandError) -> Answer<Provider> {
    guard let answer = try pick(among: providers, catalog, isFirst: false), case .chosen(let provider) = answer else { return .back }
    return .given(provider)
  }

  /// Shows the list. As the first question it also accepts an address or a name, and offers to enter servers by hand.
  /// Else it only distinguishes several providers. Returns `nil` to go back.
  private func pick(among providers: [Provider], _ whole: Catalog, isFirst: Bool) throws(CommandError) -> ProviderAnswer? {
    let index = ProviderIndex(whole)
    var editor = LineEditor()
    var choices = ProviderChoices(of: providers, in: index, isFirst: isFirst)
    var list = PickList(count: choices.rows, isMarked: choices.mark != nil)
    var remark: Text?
    var hasMoved = false
    let idWidth = providers.map { Width.of($0.id) }.max() ?? 0
    // The outer `nil` ends the conversation. The inner `nil` goes back.
    let answer: ProviderAnswer?? = try hold {
      var frame = field(isFirst ? PromptSentence.provider : PromptSentence.which, editor)
      let columns = screen.size.columns - 1
      let status = status(choices, providers.count, remark)
      let window = list.window(rows: min(Self.tallest, max(1, screen.size.rows - frame.rows.count - status.count - 2)))
      for position in window {
        let isMarked = list.isMarked && position == list.selected
        guard position < choices.shown.count else {
          frame.rows.append(Painter.Row("\(isMarked ? ">" : " ") (\(PromptSentence.other[language]))", isMarked ? .bold : .plain))
          continue
        }
        frame.rows.append(row(choices.shown[position], idWidth: idWidth, isMarked: isMarked, columns: columns))
      }
      frame.rows += status
      frame.rows.append(footer(PromptSentence.keysOfList))
      return frame
    } take: { key -> Step<ProviderAnswer??> in
      let rows = min(Self.tallest, max(1, screen.size.rows - 4))
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
        guard list.isMarked else {
          remark = choices.areSimilar ? PromptSentence.similar : PromptSentence.chooseOne
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
        return list.apply(key, rows: rows) ? .on : .bell
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
    // The demos are not in the catalog.
    if Provider.demo(typed: typed) != nil { return .answer(.typed(typed)) }
    return switch whole.find(typed, in: index) {
    case .exactly(let provider): .answer(.chosen(provider))
    case .brand: .answer(.typed(typed))
    case .several, .none: .nothing
    }
  }

  private func row(_ provider: Provider, idWidth: Int, isMarked: Bool, columns: Int) -> Painter.Row {
    // In a narrow window the names need the space.
    let idWidth = columns < Self.narrow ? 0 : idWidth
    let padding = String(repeating: " ", count: max(0, idWidth - Width.of(provider.id)))
    let mark = provider.takesPassword ? "" : "  (\(GuideSentence.mark(provider.status)[language]))"
    let lead = "\(isMarked ? ">" : " ") \(provider.id)\(padding)  "
    // What takes no password is marked, however long the name is.
    let name = Width.cut(provider.name[language], to: max(0, columns - Width.of(lead) - Width.of(mark)))
    let domains = provider.domainsMainFirst.prefix(3).joined(separator: ", ")
    let width = Width.of(lead) + Width.of(name) + Width.of(mark) + 2 + Width.of(domains)
    let place = domains.isEmpty || width > columns ? "" : "  \(domains)"
    return Painter.Row([Span("\(lead)\(name)\(place)", isMarked ? .bold : .plain), Span(mark, .warning)])
  }

  /// Returns the remark, or the number of matching providers.
  private func status(_ choices: ProviderChoices, _ whole: Int, _ remark: Text?) -> [Painter.Row] {
    if let remark { return paragraph(remark, .warning) }
    if choices.areSimilar { return paragraph(PromptSentence.similar, .warning) }
    if choices.shown.isEmpty { return paragraph(PromptSentence.nothingFits, .warning) }
    return paragraph(PromptSentence.count(choices.shown.count, of: whole), .plain)
  }
}
