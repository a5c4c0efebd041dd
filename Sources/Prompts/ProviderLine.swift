// A provider as one line of a list: id, name, up to three of its domains.

import Catalog
import Sentences
import Terminal
import Vocabulary

package struct ProviderLine {
  private let provider: Provider
  /// The width of the column of ids.
  private let idWidth: Int
  private let language: Language

  package init(provider: Provider, idWidth: Int, language: Language) {
    (self.provider, self.idWidth, self.language) = (provider, idWidth, language)
  }

  package func show(on screen: Screen, lead: String = "") {
    let blanks = String(repeating: " ", count: idWidth - Width.of(provider.id))
    let domains = provider.domainsMainFirst.prefix(3).joined(separator: ", ") + (provider.domains.count > 3 ? ", ..." : "")
    let place = domains.isEmpty ? "" : "  \(domains)"
    let note = provider.takesPassword ? "" : "  (\(GuideSentence.mark(provider.status)[language]))"
    screen.line(
      [Span(lead), Span(provider.id, .bold), Span("\(blanks)  \(provider.name[language])\(place)\(note)")], indent: lead.count + idWidth + 2
    )
  }
}
