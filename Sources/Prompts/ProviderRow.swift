// A provider as one row of a list: its name, domains, and what keeps it from working with a password. Nothing is cut inside a word.

import Catalog
import Sentences
import Terminal
import Vocabulary

struct ProviderRow {
  let provider: Provider
  let language: Language
  /// The width of the column of names. Longer names push the domains to the right.
  private let nameWidth: Int
  /// The narrowest and the widest column of names.
  private static let nameWidths = 23...30
  /// In a window with fewer columns, names and domains are not aligned.
  private static let narrow = 60
  private static let gap = "  "
  private static let mostDomains = 3

  /// Creates the rows of `providers` for a list that is `columns` wide.
  static func all(_ providers: some Collection<Provider>, columns: Int, _ language: Language) -> [ProviderRow] {
    let widest = providers.lazy.map { Width.of($0.name[language]) }.max() ?? 0
    let width = columns < narrow ? 0 : min(max(widest, nameWidths.lowerBound), nameWidths.upperBound)
    return providers.map { ProviderRow(provider: $0, language: language, nameWidth: width) }
  }

  /// Returns the row after `lead`, with at most `columns` columns in all.
  func spans(lead: String, columns: Int, _ style: Style = .plain) -> [Span] {
    let room = columns - Width.of(lead)
    let name = provider.name[language]
    let mark = mark(beside: name, in: room)
    let markWidth = mark.isEmpty ? 0 : Width.of(Self.gap + mark)
    // What takes no password is marked, however long the name is.
    let shown = Width.cutAtWord(name, to: room - markWidth)
    let padding = String(repeating: " ", count: max(0, nameWidth - Width.of(shown)))
    let place = place(in: room - markWidth - max(Width.of(shown), nameWidth) - Self.gap.count)
    let text = place.isEmpty ? shown : shown + padding + Self.gap + place
    return [Span(lead + text, style)] + (mark.isEmpty ? [] : [Span(Self.gap + mark, .warning)])
  }

  /// Returns the mark of a provider without password sign-in, short if the row has no room for more.
  private func mark(beside name: String, in room: Int) -> String {
    guard !provider.takesPassword else { return "" }
    let whole = "(\(GuideSentence.mark(provider.status)[language]))"
    return Width.of(name + Self.gap + whole) <= room ? whole : "(\(GuideSentence.shortMark(provider.status)[language]))"
  }

  /// Returns the main domains, as many as fit.
  private func place(in room: Int) -> String {
    let domains = provider.domainsMainFirst.prefix(Self.mostDomains)
    guard !domains.isEmpty else {
      let own = provider.category == .business || provider.category == .hosting ? PromptSentence.ownDomain[language] : ""
      return Width.of(own) <= room ? own : ""
    }
    let fitting = (0...domains.count).last { Width.of(Text.list(Array(domains.prefix($0)))[language]) <= room } ?? 0
    return Text.list(Array(domains.prefix(fitting)))[language]
  }
}
