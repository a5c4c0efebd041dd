// Whether something that stays may be done: asked at the terminal, or agreed to beforehand.

import Sentences
import Terminal
import Vocabulary

struct Confirmation {
  let arguments: Arguments
  let terms: CommandContext

  /// Where what it is about is shown: where it is asked.
  var screen: Screen { isAsked ? terms.tty?.screen ?? terms.talk : terms.talk }

  private var isAsked: Bool { !arguments.has(.yes) && terms.isInteractive }

  /// True with `--yes`, else what the person at the terminal says. Throws where nobody can be asked.
  func isGiven(_ question: Text) throws(CommandError) -> Bool {
    if arguments.has(.yes) { return true }
    guard isAsked, let tty = terms.tty else { throw .needsConsent(FileUpdateSentence.needsConsent) }
    do throws(Farewell) {
      if case .given(let agreed) = try LinePrompter(tty: tty, language: terms.language).agrees(question) { return agreed }
      return false
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .left: return false
      }
    }
  }
}
