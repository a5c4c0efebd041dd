// `setup providers [WORDS]`: searches the catalog.

import Catalog
import Documents
import Sentences
import Terminal
import Vocabulary

struct ProvidersCommand {
  private let arguments: Arguments
  private let terms: CommandContext

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
  }

  func run() throws(CommandError) -> ExitStatus {
    let catalog = try UserCatalogs(terms).directory(arguments).catalog
    let typed = arguments.words.joined(separator: " ")
    var found = catalog.search(typed)
    if found.isEmpty, case .exactly(let provider) = catalog.find(typed) { found = [provider] }
    if found.isEmpty { throw .unknownProvider(typed, suggestions: catalog.suggestions(for: typed)) }
    if arguments.has(.json) {
      terms.result.document(
        JSONValue.object([
          "schema": JSONValue.schema, "checked": .text(catalog.checked),
          "providers": .list(found.map { .provider($0, address: nil, language: terms.language) }),
        ]).json)
      return .ok
    }
    let longest = found.map { Width.of($0.id) }.max() ?? 0
    for provider in found { ProviderLine(provider: provider, idWidth: longest, language: terms.language).show(on: terms.result) }
    return .ok
  }
}

/// A provider as one line: id, name, up to three of its domains.
struct ProviderLine {
  let provider: Provider
  let idWidth: Int
  let language: Language

  func show(on screen: Screen, lead: String = "") {
    let blanks = String(repeating: " ", count: idWidth - Width.of(provider.id))
    let domains = provider.domains.prefix(3).joined(separator: ", ") + (provider.domains.count > 3 ? ", ..." : "")
    let place = domains.isEmpty ? "" : "  \(domains)"
    let note = provider.takesPassword ? "" : "  (\(GuideSentence.status(provider.status)[language]))"
    screen.line(
      [Span(lead), Span(provider.id, .bold), Span("\(blanks)  \(provider.name[language])\(place)\(note)")], indent: lead.count + idWidth + 2
    )
  }
}
