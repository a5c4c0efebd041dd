// Prompts line by line, for any terminal and any screen reader. This prompter redraws nothing and writes no escape
// sequences.

import Catalog
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

package struct LinePrompter: Prompter {
  let tty: ControllingTerminal
  package let language: Language

  package init(tty: ControllingTerminal, language: Language) { (self.tty, self.language) = (tty, language) }

  package var screen: Screen { tty.screen }

  package func ask(_ question: Question) throws(CommandError) -> Answer<String> {
    let ways = (question.help == nil ? [] : [PromptSentence.wayHelp]) + (question.mayGoBack ? [PromptSentence.wayBack] : [])
    let initial = question.initial.isEmpty ? question.label : Self.withDefault(question.label, question.initial)
    while true {
      var typed = try line(PromptSentence.line(initial, ways))
      if typed == "<", question.mayGoBack { return .back }
      if typed == "?", let help = question.help {
        screen.line(help[language])
        continue
      }
      if typed.isEmpty { typed = question.initial }
      guard let fault = question.fault(typed) else { return .given(typed) }
      screen.line(fault[language], .warning)
    }
  }

  package func provider(among catalog: () -> Catalog) throws(CommandError) -> ProviderAnswer {
    while true {
      let typed = try line(PromptSentence.line(PromptSentence.provider, [PromptSentence.wayList]))
      if typed.isEmpty || typed == "<" {
        screen.line(PromptSentence.needsAnswer[language], .warning)
      } else if typed == "?" {
        if case .given(let provider) = try choose(among: catalog().providers, catalog()) { return .chosen(provider) }
      } else if PromptSentence.otherWords.contains(typed.lowercased()) {
        return .byHand
      } else {
        return .typed(typed)
      }
    }
  }

  /// Shows a numbered list. The user chooses by number or by id, or types more letters to shorten the list.
  package func choose(among providers: [Provider], _ catalog: Catalog) throws(CommandError) -> Answer<Provider> {
    var shown = providers
    while true {
      screen.line(PromptSentence.several(shown.count)[language])
      let width = shown.map { Width.of($0.id) }.max() ?? 0
      let digits = String(shown.count).count
      for (position, provider) in shown.enumerated() {
        let number = String(position + 1)
        let lead = String(repeating: " ", count: digits - number.count + 2) + number + "  "
        ProviderLine(provider: provider, idWidth: width, language: language).show(on: screen, lead: lead)
      }
      let typed = try line(PromptSentence.line(PromptSentence.number, [PromptSentence.wayBack]))
      if typed == "<" { return .back }
      let numbered = Int(typed).flatMap { shown.indices.contains($0 - 1) ? shown[$0 - 1] : nil }
      let named = shown.first { $0.id == typed }
      // An answer such as 126 may be both a number in the list and the id of a provider. The user then chooses between
      // the two.
      if let numbered, let named, numbered != named {
        shown = [numbered, named]
        continue
      }
      if let provider = numbered ?? named { return .given(provider) }
      let fewer = catalog.search(typed).filter(shown.contains)
      switch fewer.count {
      case 0: screen.line(PromptSentence.notUnderstood[language], .warning)
      case 1: return .given(fewer[0])
      default: shown = fewer
      }
    }
  }

  package func secret(_ kind: SecretKind?, hasPage: Bool) throws(CommandError) -> SecretAnswer {
    let secret: Secret
    do throws(TerminalError) {
      secret = try tty.secret(PromptSentence.secretLine(kind, inConversation: true, hasPage: hasPage)[language])
    } catch {
      throw CommandError(error)
    }
    return Self.meaning(secret, hasGuide: kind != nil, hasPage: hasPage)
  }

  /// Returns the meaning of a typed secret. A single character is a command, not a secret.
  static func meaning(_ secret: Secret, hasGuide: Bool, hasPage: Bool) -> SecretAnswer {
    secret.withOctets { octets in
      if octets.elementsEqual("<".utf8) { return .back }
      if hasGuide, octets.elementsEqual("?".utf8) { return .guide }
      if hasPage, octets.elementsEqual("o".utf8) { return .page }
      return .given(secret)
    }
  }

  package func choose(_ menu: Menu) throws(CommandError) -> Answer<Int> {
    while true {
      screen.line(menu.title[language])
      for (position, item) in menu.items.enumerated() { screen.line("  \(position + 1)  \(item[language])", indent: 5) }
      let label = menu.initial.map { Self.withDefault(PromptSentence.choice, "\($0 + 1)") } ?? PromptSentence.choice
      let typed = try line(PromptSentence.line(label, menu.mayGoBack ? [PromptSentence.wayBack] : []))
      if typed.isEmpty, let initial = menu.initial { return .given(initial) }
      if typed == "<", menu.mayGoBack { return .back }
      if let quit = menu.quit, typed.lowercased() == "q" { return .given(quit) }
      // An answer such as 126 may be a word of the menu. It takes precedence over a number in the list.
      if let position = menu.words.firstIndex(of: typed.lowercased()) { return .given(position) }
      if let number = Int(typed), menu.items.indices.contains(number - 1) { return .given(number - 1) }
      screen.line(PromptSentence.notUnderstood[language], .warning)
    }
  }

  package func confirm(_ question: Text) throws(CommandError) -> Answer<Bool> {
    while true {
      let typed = try line(PromptSentence.line(question, []))
      if typed == "<" { return .back }
      if let answer = Self.agreement(typed) { return .given(answer) }
      screen.line(PromptSentence.notUnderstood[language], .warning)
    }
  }

  /// Returns the meaning of an answer to a yes-or-no question, or `nil`. An empty answer means no.
  static func agreement(_ typed: String) -> Bool? {
    switch typed.lowercased() {
    case "y", "yes", "是": true
    case "n", "no", "否", "": false
    default: nil
    }
  }

  package func view(of settings: ServerSettings, timing: TimeLimits) -> any ProgressView {
    ProgressLines(settings, on: screen, language: language, timing: timing)
  }

  func line(_ prompt: Text) throws(CommandError) -> String {
    do throws(TerminalError) { return try tty.line(prompt[language]).trimmed } catch { throw CommandError(error) }
  }

  /// Returns the label with the default in brackets, which Enter accepts.
  private static func withDefault(_ label: Text, _ initial: String) -> Text {
    label + Text(same: " [\(initial)]")
  }
}
