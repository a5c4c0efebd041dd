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
    let ids = Set(providers.map(\.id))
    var editor = LineEditor()
    var shown = providers
    let extra = isFirst ? 1 : 0
    var list = PickList(count: shown.count + extra)
    var remark: Text?
    var hasMoved = false
    let idWidth = shown.map { Width.of($0.id) }.max() ?? 0
    // The outer `nil` ends the conversation. The inner `nil` goes back.
    let answer: ProviderAnswer?? = try hold {
      var frame = field(isFirst ? PromptSentence.provider : PromptSentence.which, editor)
      let columns = screen.size.columns - 1
      let status = status(shown, providers.count, remark, editor)
      let window = list.window(rows: min(Self.tallest, max(1, screen.size.rows - frame.rows.count - status.count - 2)))
      for position in window {
        let isSelected = position == list.selected
        guard position < shown.count else {
          frame.rows.append(Painter.Row("\(isSelected ? ">" : " ") (\(PromptSentence.other[language]))", isSelected ? .bold : .plain))
          continue
        }
        frame.rows.append(row(shown[position], idWidth: idWidth, isSelected: isSelected, columns: columns))
      }
      frame.rows += status
      frame.rows.append(footer(PromptSentence.keysOfList))
      return frame
    } take: { key -> Step<ProviderAnswer??> in
      let rows = min(Self.tallest, max(1, screen.size.rows - 4))
      switch key {
      case .enter:
        let typed = editor.text.trimmed
        if isFirst, !hasMoved, !typed.isEmpty {
          // Text that the user typed in full takes precedence over the first row: an address, a brand, an exact name.
          if typed.contains("@") {
            do throws(MailAddress.Error) { _ = try MailAddress(MailAddress.corrected(typed)) } catch {
              remark = PromptSentence.address(error)
              return .on
            }
            return .end(.typed(typed))
          }
          // The demo is not in the catalog.
          if typed == Provider.demo.id { return .end(.typed(typed)) }
          switch whole.find(typed) {
          case .exactly(let provider): return .end(.chosen(provider))
          case .brand: return .end(.typed(typed))
          case .several, .none: break
          }
        }
        guard list.selected < shown.count else { return isFirst ? .end(.byHand) : .bell }
        return .end(.chosen(shown[list.selected]))
      case .escape:
        if editor.isEmpty { return isFirst ? .bell : .end(.some(nil)) }
        editor.clear()
      case .backTab, .control("b"): return isFirst ? .bell : .end(.some(nil))
      case .control("d") where editor.isEmpty: return .end(nil)
      case .control("l"): return .on
      case .function(1), .control("g"):
        // The remark of the selected provider if its status is unusual, else an explanation of the list.
        remark = (list.selected < shown.count ? shown[list.selected].statusNote : nil) ?? PromptSentence.listHelp
        return .on
      case .up, .down, .pageUp, .pageDown, .home, .end, .control("p"), .control("n"):
        remark = nil
        hasMoved = true
        return list.apply(key, rows: rows) ? .on : .bell
      default:
        guard editor.apply(key) != .none else { return .bell }
      }
      (remark, hasMoved) = (nil, false)
      shown = index.search(MailAddress.corrected(editor.text)).filter { ids.contains($0.id) }
      list.replace(count: shown.count + extra)
      return .on
    }
    guard let answer else { throw .left }
    return answer
  }

  private func row(_ provider: Provider, idWidth: Int, isSelected: Bool, columns: Int) -> Painter.Row {
    // In a narrow window the names need the space.
    let idWidth = columns < Self.narrow ? 0 : idWidth
    let padding = String(repeating: " ", count: max(0, idWidth - Width.of(provider.id)))
    let mark = provider.takesPassword ? "" : "  (\(GuideSentence.status(provider.status)[language]))"
    let name = provider.name[language]
    let domains = provider.domains.prefix(3).joined(separator: ", ")
    let width = 2 + idWidth + 2 + Width.of(name) + Width.of(mark) + 2 + Width.of(domains)
    let place = domains.isEmpty || width > columns ? "" : "  \(domains)"
    return Painter.Row([
      Span("\(isSelected ? ">" : " ") \(provider.id)", isSelected ? .bold : .plain),
      Span("\(padding)  \(name)\(place)", isSelected ? .bold : .plain), Span(mark, .warning),
    ])
  }

  /// Returns the remark, or the number of matching providers.
  private func status(_ shown: [Provider], _ whole: Int, _ remark: Text?, _ editor: LineEditor) -> [Painter.Row] {
    if let remark { return paragraph(remark, .warning) }
    if shown.isEmpty, !editor.isEmpty { return paragraph(PromptSentence.nothingFits, .warning) }
    return paragraph(PromptSentence.count(shown.count, of: whole), .plain)
  }
}
