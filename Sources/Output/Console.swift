// Where each text of the program is printed.
//
// - Standard output is for the result alone: a page for people, or with `--json` exactly one document for programs.
// - Standard error is for everything else: errors with their hints, warnings, progress, and what was done.
// - The terminal (/dev/tty) is for questions, and for the text that a question is about. See `Prompter`.
// - No output contains a secret, except that of `setup secret`, which refuses to write it to a terminal.
// - Text from servers, files and other programs passes `Visible`, so that it cannot control the terminal.

import Operations
import Sentences
import Terminal
import Vocabulary

/// The two outputs of a run and their language.
package struct Console {
  package let language: Language
  /// Standard output.
  package let result: Screen
  /// Standard error.
  package let talk: Screen

  /// Why this run does not ask for what is missing, if it does not.
  package var unasked = Unasked.noTerminal

  package init(language: Language, result: Screen, talk: Screen) {
    (self.language, self.result, self.talk) = (language, result, talk)
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
