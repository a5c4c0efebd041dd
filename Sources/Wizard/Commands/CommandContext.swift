// The language, the outputs, the terminal and the interrupt of a run. Callers pass them on, so that tests need no
// globals.

import Platform
import Posix
import Sentences
import Terminal
import Vocabulary

struct CommandContext {
  let language: Language
  /// Standard output, only for the result.
  let result: Screen
  /// Standard error, for everything else.
  let talk: Screen
  /// The controlling terminal, or `nil` if there is none.
  let tty: ControllingTerminal?
  let interrupt: Interrupt
  /// Whether this program may ask questions.
  let isInteractive: Bool
  /// The style of the prompts.
  var rendering = PromptStyle.lines
  /// The program that opens web addresses, or `nil` if there is none.
  var browser: Browser?
  /// The networks of this run. All commands of a run share them.
  let networks = Networks()
  /// The environment variable or descriptor of the secret, which is withheld from the programs this one starts.
  var withheld = Withheld()

  /// Returns the prompter for the user at `tty`.
  func interlocutor(_ tty: ControllingTerminal) -> any Prompter {
    switch rendering {
    case .full: ScreenPrompter(tty: tty, language: language)
    case .lines: LinePrompter(tty: tty, language: language)
    }
  }

  /// Prints `setup: error: …` and, if there is one, `setup: hint: …`.
  func complain(_ fault: CommandError) {
    let (error, hint) = CommandErrorSentence.text(fault)
    talk.line([Span(CommandErrorSentence.errorLead[language], .bad), Span(error[language])])
    if let hint { talk.line([Span(CommandErrorSentence.hintLead[language], .bold), Span(hint[language])]) }
    for choice in CommandErrorSentence.choices(fault) { talk.line("  " + choice[language], indent: 4) }
  }

  /// Does work that follows a result that is already printed, and returns its status. An error is printed to standard
  /// error only, because there is one result.
  func afterwards(_ work: () throws(CommandError) -> Void) -> ExitStatus {
    do throws(CommandError) {
      try work()
      return .ok
    } catch {
      complain(error)
      return error.status
    }
  }

  func warn(_ text: Text) {
    talk.line([Span(CommandErrorSentence.warningLead[language], .warning), Span(text[language])])
  }
}

/// The settings of the environment. The language is from LC_ALL, else LC_MESSAGES, else LANG (POSIX, section 8.2). It
/// is Chinese only if the encoding of the locale is UTF-8.
enum Locale {
  static func language(_ environment: Environment) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      // The form is language[_territory][.codeset][@modifier].
      let parts = value.lowercasedASCII.split { $0 == "." || $0 == "@" }
      return value.lowercasedASCII.hasPrefix("zh") && (parts.contains("utf-8") || parts.contains("utf8")) ? .simplifiedChinese : .english
    }
    return .english
  }

  /// Returns whether to use colours. NO_COLOR with a value, CLICOLOR=0, and TERM empty or `dumb` turn them off.
  static func usesColour(_ environment: Environment, isForbidden: Bool) -> Bool {
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let term = environment["TERM"] ?? ""
    return !isForbidden && !noColour && environment["CLICOLOR"] != "0" && !term.isEmpty && term != "dumb"
  }
}
