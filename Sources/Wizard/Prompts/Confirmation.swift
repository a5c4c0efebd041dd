// The consent to a lasting change: the user confirms it at the terminal, or has given `--yes`.

import Sentences
import Terminal
import Vocabulary

/// A yes-or-no question that `--yes` answers.
struct Confirmation {
  let arguments: Arguments
  let terms: CommandContext

  /// The screen for the text that the question is about: the terminal if a question follows, else standard error.
  var screen: Screen { isAsked ? terms.tty?.screen ?? terms.talk : terms.talk }

  private var isAsked: Bool { !arguments.has(.yes) && terms.isInteractive }

  /// Returns `true` with `--yes`, else the user's answer. Leaving the prompt counts as no. Throws `needsConsent` if
  /// there is no terminal for a question, and `interrupted`.
  func isGiven(_ question: Text) throws(CommandError) -> Bool {
    if arguments.has(.yes) { return true }
    guard isAsked, let tty = terms.tty else { throw .needsConsent(FileUpdateSentence.needsConsent) }
    return try LinePrompter(tty: tty, language: terms.language).confirms(question) ?? false
  }
}

extension Prompter {
  /// Asks a yes-or-no question outside a conversation. Going back counts as no. Returns `nil` if the user leaves the prompt.
  /// Throws `interrupted`.
  func confirms(_ question: Text) throws(CommandError) -> Bool? {
    do throws(Farewell) {
      if case .given(let agreed) = try agrees(question) { return agreed }
      return false
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .left: return nil
      }
    }
  }
}
