// The consent to a lasting change: the user confirms it at the terminal, or has given `--yes`.

import Sentences
import Terminal
import Vocabulary

/// A yes-or-no question that `--yes` answers.
package struct Confirmation {
  /// Whether the call has `--yes`.
  private let isGranted: Bool
  /// `nil` if there is no terminal for a question.
  private let prompter: (any Prompter)?
  private let change: CommandError.Change
  /// Standard error.
  private let talk: Screen

  package init(of change: CommandError.Change, isGranted: Bool, by prompter: (any Prompter)?, talk: Screen) {
    (self.change, self.isGranted, self.prompter, self.talk) = (change, isGranted, prompter, talk)
  }

  /// The screen for the text that the question is about: the terminal if a question follows, else standard error.
  package var screen: Screen { isGranted ? talk : prompter?.screen ?? talk }

  /// Returns `true` with `--yes`, else the user's answer to `question`. Leaving the prompt counts as no. `text` is shown before the
  /// question. Throws `needsConsent` if there is no terminal for a question, and `interrupted`.
  package func isGiven(_ id: QuestionID, _ question: Text, after text: Text? = nil) throws(CommandError) -> Bool {
    if isGranted { return true }
    guard let prompter else { throw .needsConsent(change) }
    if let text { prompter.screen.line(text[prompter.language]) }
    return try prompter.confirm(id, question) ?? false
  }
}

extension Prompter {
  /// Asks a yes-or-no question outside a conversation. Enter alone and going back count as no. Returns `nil` if the user leaves the prompt.
  /// Throws `interrupted`.
  package func confirm(_ id: QuestionID, _ question: Text) throws(CommandError) -> Bool? {
    do throws(CommandError) {
      if case .given(let agreed) = try confirm(id, question, initial: false) { return agreed }
      return false
    } catch {
      if error == .left { return nil }
      throw error
    }
  }
}
