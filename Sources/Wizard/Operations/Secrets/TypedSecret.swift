// The secret of a call that asks nothing else: from its source, or typed at the terminal.

import Catalog
import Sentences
import Terminal
import Vocabulary

struct TypedSecret {
  private let terms: CommandContext

  init(_ terms: CommandContext) { self.terms = terms }

  /// A secret of `kind` from `source`, that will go to the servers of `settings`; nil where a signal came first, by which the process
  /// then ends.
  func read(
    _ source: SecretSource, of kind: SecretKind?, for address: MailAddress, _ settings: ServerSettings
  ) throws(CommandError) -> Secret? {
    do throws(SecretProblem) {
      guard source == .prompt else { return try SecretReader(terms).read(source) }
      guard let tty = terms.tty else { throw .fault(.noTerminal) }
      tty.screen.line(PromptSentence.goesTo(kind, address, settings.hosts)[terms.language])
      return try ask(tty, kind)
    } catch {
      switch error {
      case .interrupted: return nil
      case .fault(let fault): throw .secret(fault)
      }
    }
  }

  private func ask(_ tty: ControllingTerminal, _ kind: SecretKind?) throws(SecretProblem) -> Secret {
    do throws(AskFailure) {
      while true {
        let secret = try tty.secret(PromptSentence.secretLine(kind, inConversation: false)[terms.language])
        guard secret.withOctets({ $0.contains(0x1b) }) else { return secret }
        tty.screen.line(PromptSentence.escapeInSecret[terms.language], .warning)
      }
    } catch {
      switch error {
      case .interrupted: throw .interrupted
      case .inputEnded: throw .fault(.empty)
      case .tooLong: throw .fault(.tooLong)
      }
    }
  }
}
