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
  /// The number of characters from which an answer that is not one of a menu's may be a secret.
  private static let shortestSecret = 6

  package init(tty: ControllingTerminal, language: Language) { (self.tty, self.language) = (tty, language) }

  package var screen: Screen { tty.screen }

  package func ask(_ question: Question) throws(CommandError) -> Answer<String> {
    let ways = (question.help == nil ? [] : [PromptSentence.wayHelp]) + (question.mayGoBack ? [PromptSentence.wayBack] : [])
    let initial = question.initial.isEmpty ? question.label : Self.withDefault(question.label, question.initial)
    while true {
      var typed = try text(PromptSentence.line(initial, ways))
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

  package func provider(among catalog: () -> Catalog, initial: String) throws(CommandError) -> ProviderAnswer {
    let label = initial.isEmpty ? PromptSentence.provider : Self.withDefault(PromptSentence.provider, initial)
    while true {
      var typed = try text(PromptSentence.line(label, [PromptSentence.wayList]))
      if typed.isEmpty { typed = initial }
      if typed.isEmpty || typed == "<" {
        screen.line(PromptSentence.needsAnswer[language], .warning)
      } else if typed == "?" {
        if case .given(let provider) = try choose(.provider, among: catalog().providers, catalog()) { return .chosen(provider) }
      } else if PromptSentence.otherWords.contains(typed.lowercased()) {
        return .byHand
      } else {
        return .typed(typed)
      }
    }
  }

  /// Shows a numbered list. The user chooses by number or by id, or types more letters to shorten the list, which is then shown again.
  package func choose(_ id: QuestionID, among providers: [Provider], _ catalog: Catalog) throws(CommandError) -> Answer<Provider> {
    var shown = providers
    show(shown)
    while true {
      let typed = try choice(PromptSentence.line(PromptSentence.number, [PromptSentence.wayBack]))
      if typed == "<" { return .back }
      let numbered = Int(typed).flatMap { shown.indices.contains($0 - 1) ? shown[$0 - 1] : nil }
      let named = shown.first { $0.id == typed }
      // An answer such as 126 may be both a number in the list and the id of a provider. The user then chooses between
      // the two.
      if let numbered, let named, numbered != named {
        shown = [numbered, named]
        show(shown)
        continue
      }
      if let provider = numbered ?? named { return .given(provider) }
      let fewer = catalog.search(typed).filter(shown.contains)
      switch fewer.count {
      case 0: screen.line(KeySentence.notAnEntry(count: shown.count)[language], .warning)
      case 1: return .given(fewer[0])
      default:
        shown = fewer
        show(shown)
      }
    }
  }

  private func show(_ providers: [Provider]) {
    screen.line(PromptSentence.several(providers.count)[language])
    let digits = String(providers.count).count
    // Lines of a file or a log have no end.
    let columns = screen.columns ?? 1_000
    for (position, row) in ProviderRow.all(providers, columns: columns, language).enumerated() {
      let number = String(position + 1)
      let lead = String(repeating: " ", count: digits - number.count + 2) + number + "  "
      screen.line(row.spans(lead: lead, columns: columns), indent: lead.count)
    }
  }

  package func secret(_ id: QuestionID, _ kind: SecretKind?, hasPage: Bool) throws(CommandError) -> SecretAnswer {
    let line: ControllingTerminal.Line<Secret>
    do throws(TerminalError) {
      line = try tty.secret(PromptSentence.secretLine(kind, inConversation: true, hasPage: hasPage)[language])
    } catch {
      throw CommandError(error)
    }
    if line.wasFirstOfSeveral { return .severalLines }
    return Self.meaning(line.content, hasGuide: kind != nil, hasPage: hasPage)
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
    show(menu)
    let label = menu.initial.map { Self.withDefault(PromptSentence.choice, "\($0 + 1)") } ?? PromptSentence.choice
    while true {
      let typed = try choice(PromptSentence.line(label, menu.mayGoBack ? [PromptSentence.wayBack] : []))
      if typed.isEmpty, let initial = menu.initial { return .given(initial) }
      if typed == "<", menu.mayGoBack { return .back }
      if typed == "?" {
        screen.line(menu.help[language])
        show(menu)
        continue
      }
      if let quit = menu.quit, typed.lowercased() == "q" { return .given(quit) }
      // An answer such as 126 may be a word of the menu. It takes precedence over a number in the list.
      if let position = menu.words.firstIndex(of: typed.lowercased()) { return .given(position) }
      if let number = Int(typed), menu.items.indices.contains(number - 1) { return .given(number - 1) }
      if let item = menu.pasteItem, typed.count >= Self.shortestSecret {
        screen.line(KeySentence.secretAtMenu[language], .warning)
        return .given(item)
      }
      screen.line(KeySentence.notAChoice(menu.title, count: menu.items.count)[language], .warning)
    }
  }

  private func show(_ menu: Menu) {
    screen.line(menu.title[language])
    for (position, item) in menu.items.enumerated() { screen.line("  \(position + 1)  \(item[language])", indent: 5) }
  }

  package func confirm(_ id: QuestionID, _ question: Text, initial: Bool) throws(CommandError) -> Answer<Bool> {
    while true {
      let typed = try choice(KeySentence.question(question, initial: initial))
      if typed == "<" { return .back }
      if typed == "?" {
        screen.line(KeySentence.questionHelp[language])
        continue
      }
      if typed.isEmpty { return .given(initial) }
      if let answer = Self.agreement(typed) { return .given(answer) }
      screen.line(KeySentence.notYesOrNo[language], .warning)
    }
  }

  /// Returns the meaning of an answer to a yes-or-no question, or `nil`.
  static func agreement(_ typed: String) -> Bool? {
    switch typed.lowercased() {
    case "y", "yes", "是": true
    case "n", "no", "否": false
    default: nil
    }
  }

  package func view(of settings: ServerSettings, timing: TimeLimits) -> any ProgressView {
    ProgressLines(settings, on: screen, language: language, timing: timing)
  }

  /// Reads the answer to a question for text. What the user typed ahead counts, but not the further lines of a paste.
  private func text(_ prompt: Text) throws(CommandError) -> String {
    let line = try line(prompt, dropsTypeAhead: false)
    if line.wasFirstOfSeveral { screen.line(KeySentence.firstLineOnly[language], .warning) }
    return line.content.trimmed
  }

  /// Reads the answer to a question for a choice. Neither what was typed before it nor several lines at once are an answer.
  func choice(_ prompt: Text) throws(CommandError) -> String {
    while true {
      let line = try line(prompt, dropsTypeAhead: true)
      guard line.wasFirstOfSeveral else { return line.content.trimmed }
      screen.line(KeySentence.pasteIgnored[language], .warning)
    }
  }

  private func line(_ prompt: Text, dropsTypeAhead: Bool) throws(CommandError) -> ControllingTerminal.Line<String> {
    do throws(TerminalError) { return try tty.line(prompt[language], dropsTypeAhead: dropsTypeAhead) } catch { throw CommandError(error) }
  }

  /// Returns the label with the default in brackets, which Enter accepts.
  private static func withDefault(_ label: Text, _ initial: String) -> Text {
    label + Text(same: " [\(initial)]")
  }
}
