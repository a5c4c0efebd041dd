// Where each text of the program is printed.
//
// - Standard output is for the result alone: a page for people, or with `--json` exactly one document for programs.
// - Standard error is for everything else: errors with their hints, warnings, progress, and what was done.
// - The terminal (/dev/tty) is for questions, and for the text that a question is about. See `Prompter`.
// - No output contains a secret, except that of `setup secret`, which refuses to write it to a terminal.
// - Text from servers, files and other programs passes `Visible`, so that it cannot control the terminal.

import Documents
import Operations
import Sentences
import Terminal
import Vocabulary

/// The two outputs of a run, their language, and what every document says about the run.
package struct Console {
  package let language: Language
  /// Standard output.
  package let result: Screen
  /// Standard error.
  package let talk: Screen
  /// The version of this program.
  let version: String
  /// The names of the environment variables that decide where a secret of this run goes.
  package let variables: [String]

  /// Takes the documents of results in a dialog with another program. `nil` for all other calls.
  private let receiver: ((JSONValue) -> Void)?
  /// Why this run does not ask for what is missing, if it does not.
  package var unasked = Unasked.noTerminal

  package init(
    language: Language, result: Screen, talk: Screen, version: String, variables: [String] = [], receiver: ((JSONValue) -> Void)? = nil
  ) {
    (self.language, self.result, self.talk) = (language, result, talk)
    (self.version, self.variables, self.receiver) = (version, variables, receiver)
  }

  /// Whether another program reads the results, so that they are documents without `--json`.
  package var hasReceiver: Bool { receiver != nil }

  /// Prints the document of a call to standard output, with the keys that all documents have.
  package func show(_ document: JSONValue) {
    let document = stamped(document)
    if let receiver { receiver(document) } else { result.document(document.json) }
  }

  /// Returns `document` with the keys that all documents have.
  package func stamped(_ document: JSONValue) -> JSONValue {
    guard case .object(let members) = document else { return document }
    return .object(members.merging(["toolVersion": .text(version), "variables": .texts(variables)]) { $1 })
  }

  /// Prints what was done or what follows, to standard error.
  package func say(_ text: Text) { talk.line(text[language]) }

  /// Prints `setup: warning: …` to standard error.
  package func warn(_ text: Text) {
    talk.line([Span(CommandErrorSentence.warningLead[language], .warning), Span(text[language])])
  }

  /// Prints `setup: error: …` to standard error, then the hint and the choices of the error if it has any.
  package func complain(_ fault: CommandError) {
    let (error, hint) = CommandErrorSentence.text(fault, unasked)
    talk.line([Span(CommandErrorSentence.errorLead[language], .bad), Span(error[language])])
    if let hint { talk.line([Span(CommandErrorSentence.hintLead[language], .bold), Span(hint[language])]) }
    for choice in CommandErrorSentence.choices(fault) { talk.line("  " + choice[language], indent: 4) }
  }

  /// Prints a notice of an operation. With `isQuiet`, remarks are left out.
  package func report(_ notice: OperationNotice, isQuiet: Bool = false) {
    switch notice.kind {
    case .remark: if !isQuiet { say(NoticeSentence.text(notice)) }
    case .warning: warn(NoticeSentence.text(notice))
    case .error: if case .failed(let error) = notice { complain(CommandError(error)) }
    }
  }
}
