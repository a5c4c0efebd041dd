// The prompt for the secret of a call that asks nothing else.

import Catalog
import Sentences
import Terminal
import Vocabulary

package struct SecretPrompt {
  /// Who asks the user: this program at its terminal, or another one.
  private enum Place {
    case terminal(ControllingTerminal)
    case dialog(DialogPrompter)
  }

  private let place: Place
  private let language: Language

  package init(_ tty: ControllingTerminal, _ language: Language) { (place, self.language) = (.terminal(tty), language) }

  package init(_ prompter: DialogPrompter) { (place, language) = (.dialog(prompter), prompter.language) }

  private var screen: Screen {
    switch place {
    case .terminal(let tty): tty.screen
    case .dialog(let prompter): prompter.screen
    }
  }

  /// Asks for a secret of `kind` for `address`, after a line that names the hosts it will be sent to. Throws `secret` if the user
  /// enters none or a line that is too long, `interrupted`, and `timedOut`.
  package func secret(_ kind: SecretKind?, for address: MailAddress, to hosts: [HostName]) throws(CommandError) -> Secret {
    screen.line(PromptSentence.goesTo(kind, address, hosts)[language])
    return try secret(.secret, PromptSentence.secretName(kind), line: PromptSentence.secretLine(kind, inConversation: false))
  }

  /// Asks for something that is not shown while it is typed or pasted. Throws as above.
  package func secret(_ id: QuestionID, _ label: Text) throws(CommandError) -> Secret {
    try secret(id, label, line: PromptSentence.hidden(label))
  }

  /// `line` is the prompt at a terminal. Another program decides itself how it hides the answer.
  private func secret(_ id: QuestionID, _ label: Text, line prompt: Text) throws(CommandError) -> Secret {
    let tty: ControllingTerminal
    switch place {
    case .terminal(let terminal): tty = terminal
    case .dialog(let prompter): return try prompter.secret(id, label)
    }
    do throws(TerminalError) {
      while true {
        let line = try tty.secret(prompt[language])
        guard !line.wasFirstOfSeveral else {
          tty.screen.line(PromptSentence.lineEndInSecret[language], .warning)
          continue
        }
        guard line.content.withOctets({ $0.contains(0x1b) }) else { return line.content }
        tty.screen.line(PromptSentence.escapeInSecret[language], .warning)
      }
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .timedOut: throw .timedOut
      case .inputEnded: throw .operation(.secret(.empty))
      case .tooLong: throw .operation(.secret(.tooLong))
      }
    }
  }
}
