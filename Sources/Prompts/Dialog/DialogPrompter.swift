// Prompts for another program that asks its user: each question is an object, and so is each answer.

import Catalog
import Documents
import Posix
import Sentences
import Session
import Terminal
import Vocabulary

package struct DialogPrompter: Prompter {
  let channel: DialogChannel
  package let language: Language

  package init(channel: DialogChannel, language: Language) { (self.channel, self.language) = (channel, language) }

  package var screen: Screen { channel.screen }

  package func ask(_ question: Question) throws(CommandError) -> Answer<String> {
    let asked = DialogQuestion(
      kind: .text, id: question.id, text: question.label, language: language, help: question.help,
      initial: .optional(question.initial.isEmpty ? nil : question.initial),
      actions: (question.mayGoBack ? [.back] : []) + (question.help == nil ? [] : [.help]))
    return try channel.ask(asked) { (answer) throws(DialogError) in
      switch answer {
      case .action(.help): return .help(.optional(question.help?[language]))
      case .action: return .taken(.back)
      case .text, .flag:
        let typed = try answer.plain
        if let fault = question.fault(typed) { return .refused(.text(fault[language])) }
        return .taken(.given(typed))
      }
    }
  }

  package func provider(among catalog: () -> Catalog, initial: String) throws(CommandError) -> ProviderAnswer {
    let asked = DialogQuestion(
      kind: .provider, id: .provider, text: PromptSentence.provider, language: language,
      initial: .optional(initial.isEmpty ? nil : initial), choices: choices(catalog().providers), actions: [.byHand])
    return try channel.ask(asked) { (answer) throws(DialogError) in
      switch answer {
      case .action: return .taken(.byHand)
      case .text, .flag:
        let typed = try answer.plain
        return typed.isEmpty ? .refused(.text(PromptSentence.needsAnswer[language])) : .taken(.typed(typed))
      }
    }
  }

  package func choose(_ id: QuestionID, among providers: [Provider], _ catalog: Catalog) throws(CommandError) -> Answer<Provider> {
    let asked = DialogQuestion(
      kind: .choice, id: id, text: PromptSentence.which, language: language, choices: choices(providers), actions: [.back])
    return try channel.ask(asked) { (answer) throws(DialogError) in
      if case .action = answer { return .taken(.back) }
      let word = try answer.plain
      guard let provider = providers.first(where: { $0.id == word }) else { throw .noSuchChoice }
      return .taken(.given(provider))
    }
  }

  private func choices(_ providers: [Provider]) -> [(String, String)] { providers.map { ($0.id, $0.name[language]) } }

  package func choose(_ menu: Menu) throws(CommandError) -> Answer<Int> {
    let asked = DialogQuestion(
      kind: .choice, id: menu.id, text: menu.title, language: language, help: menu.help,
      initial: .optional(menu.initial.map { menu.ids[$0] }), choices: zip(menu.ids, menu.items.map { $0[language] }).map { $0 },
      actions: (menu.mayGoBack ? [.back] : []) + [.help])
    return try channel.ask(asked) { (answer) throws(DialogError) in
      if case .action(.help) = answer { return .help(.text(menu.help[language])) }
      if case .action = answer { return .taken(.back) }
      let word = try answer.plain
      guard let position = menu.ids.firstIndex(of: word) else { throw .noSuchChoice }
      return .taken(.given(position))
    }
  }

  package func confirm(_ id: QuestionID, _ question: Text, initial: Bool) throws(CommandError) -> Answer<Bool> {
    let asked = DialogQuestion(
      kind: .confirm, id: id, text: question, language: language, initial: .flag(initial), actions: [.back])
    return try channel.ask(asked) { (answer) throws(DialogError) in
      switch answer {
      case .action: return .taken(.back)
      case .flag(let agreed): return .taken(.given(agreed))
      case .text: throw .wrongType
      }
    }
  }

  package func secret(_ id: QuestionID, _ kind: SecretKind?, hasPage: Bool) throws(CommandError) -> SecretAnswer {
    let asked = DialogQuestion(
      kind: .secret, id: id, text: PromptSentence.secretName(kind), language: language,
      actions: [.back] + (kind == nil ? [] : [.help]) + (hasPage ? [.page] : []))
    return try channel.ask(asked) { (answer) throws(DialogError) in
      switch answer {
      case .action(.help): return .taken(.guide)
      case .action(.page): return .taken(.page)
      case .action: return .taken(.back)
      case .flag: throw .wrongType
      case .text(let secret): return .taken(secret.hasLineEnd ? .severalLines : .given(secret))
      }
    }
  }

  /// Asks for a secret outside a conversation. There is no question to go back to.
  func secret(_ id: QuestionID, _ text: Text) throws(CommandError) -> Secret {
    try channel.ask(DialogQuestion(kind: .secret, id: id, text: text, language: language)) { (answer) throws(DialogError) in
      guard case .text(let secret) = answer else { throw .wrongType }
      return secret.hasLineEnd ? .refused(.text(PromptSentence.lineEndInSecret[language])) : .taken(secret)
    }
  }

  package func view(of settings: ServerSettings, timing: TimeLimits) -> any ProgressView { DialogProgress(channel: channel) }
}

extension Secret {
  /// Whether a line ends within the secret.
  fileprivate var hasLineEnd: Bool { withOctets { octets in octets.contains { $0 == .lineFeed || $0 == .carriageReturn } } }
}

/// Sends an object for each stage that begins or ends.
private final class DialogProgress: ProgressView {
  private let channel: DialogChannel

  init(channel: DialogChannel) { self.channel = channel }

  func take(_ progress: Progress) {
    let (stage, result, time): (Stage, JSONValue, JSONValue) =
      switch progress.event {
      case .started(let stage): (stage, .null, .null)
      case .ended(let result): (result.stage, .text(result.status.rawValue), .number(result.milliseconds))
      }
    channel.send(
      .progress,
      ["protocol": .text(progress.mailProtocol.rawValue), "stage": .text(stage.rawValue), "result": result, "ms": time])
  }

  func tick() {}

  func finish() {}
}
