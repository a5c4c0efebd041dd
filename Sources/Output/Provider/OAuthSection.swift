// How to sign in at a provider without a password, as a part of its guide page.

import Catalog
import Sentences
import Terminal
import Vocabulary

struct OAuthSection {
  let service: OAuthService
  let language: Language

  func show(on screen: Screen) {
    screen.line()
    screen.line(OAuthGuideSentence.heading[language], .bold)
    let facts = [
      OAuthGuideSentence.registration(service.registration), OAuthGuideSentence.ways(service.grants),
      service.grants.isEmpty ? nil : OAuthGuideSentence.clientSecret(service.clientSecret),
    ]
    for fact in facts.compactMap({ $0 }) { screen.line("  " + fact[language], indent: 2) }
    if let ends = service.ends {
      screen.line("  " + OAuthGuideSentence.ends[language], indent: 2)
      screen.line("    " + ends[language], indent: 4)
    }
    if let page = service.consents {
      screen.line("  " + OAuthGuideSentence.consents[language], indent: 2)
      screen.line([Span("    "), Span(page.text, .address)])
    }
    if let unsure = OAuthGuideSentence.unconfirmed(service.unconfirmed) { screen.line("  " + unsure[language], .warning, indent: 2) }
    screen.line("  " + OAuthGuideSentence.checked(service.checked)[language], indent: 2)
    steps(on: screen)
  }

  private func steps(on screen: Screen) {
    guard !service.steps.isEmpty else { return }
    if isByHand {
      screen.line()
      screen.line("  " + OAuthGuideSentence.registering[language], .bold)
    }
    for (position, step) in service.steps.enumerated() { StepLines(step: step, number: position + 1, language: language).show(on: screen) }
  }

  /// Whether users register an app.
  private var isByHand: Bool {
    switch service.registration {
    case .anyone, .organization: true
    case .automatic, .closed: false
    }
  }
}
