// What the whole run is made with: language, outputs, the latch. Handed down, so that tests need no globals.

import Platform
import Posix
import Sentences
import Terminal
import Vocabulary

struct CommandContext {
  let language: Language
  /// Standard output: the result and nothing else.
  let result: Screen
  /// Standard error: everything else.
  let talk: Screen
  /// The terminal of the human, where there is one.
  let tty: ControllingTerminal?
  let interrupt: Interrupt
  /// Whether questions may be asked.
  let isInteractive: Bool
  /// How they are drawn.
  var rendering = PromptStyle.lines
  /// What opens an address, where there is something.
  var browser: Browser?
  /// What the call says the secret is in, out of reach of other programs.
  var withheld = Withheld()

  /// Whoever answers at `tty`.
  func interlocutor(_ tty: ControllingTerminal) -> any Prompter {
    switch rendering {
    case .full: ScreenPrompter(tty: tty, language: language)
    case .lines: LinePrompter(tty: tty, language: language)
    }
  }

  /// `tool: error: …` and `tool: hint: …`.
  func complain(_ fault: CommandError) {
    let (error, hint) = CommandErrorSentence.text(fault)
    talk.line([Span(CommandErrorSentence.errorLead[language], .bad), Span(error[language])])
    if let hint { talk.line([Span(CommandErrorSentence.hintLead[language], .bold), Span(hint[language])]) }
    for choice in CommandErrorSentence.choices(fault) { talk.line("  " + choice[language], indent: 4) }
  }

  /// Does what follows a result that is out already: a fault is said, but there is only one result.
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

/// The language of the environment: LC_ALL before LC_MESSAGES before LANG (POSIX 8.2). Chinese only where the locale's
/// encoding can show it.
enum Locale {
  static func language(_ environment: (String) -> String?) -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment(name), !value.isEmpty else { continue }
      // language[_territory][.codeset][@modifier]
      let parts = value.lowercasedASCII.split { $0 == "." || $0 == "@" }
      return value.lowercasedASCII.hasPrefix("zh") && (parts.contains("utf-8") || parts.contains("utf8")) ? .simplifiedChinese : .english
    }
    return .english
  }

  /// NO_COLOR (any value but the empty one), CLICOLOR=0, TERM=dumb or none: no colours.
  static func usesColour(_ environment: (String) -> String?, isForbidden: Bool) -> Bool {
    let noColour = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    let term = environment("TERM") ?? ""
    return !isForbidden && !noColour && environment("CLICOLOR") != "0" && !term.isEmpty && term != "dumb"
  }

  /// The variable's value; nil also where it is not UTF-8, which `undecodable` tells of.
  static func environment(_ name: String) -> String? { getenv(name).flatMap { String(validatingCString: $0) } }

  /// The variables that say where files and programs are, here or for programs that this one starts, and are not UTF-8:
  /// read as something else they would lead elsewhere.
  static var undecodable: [String] {
    let paths = [
      "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "PATH", "TMPDIR", "LD_LIBRARY_PATH", "GNUPGHOME", "PASSWORD_STORE_DIR",
      "SSL_CERT_FILE", "SSL_CERT_DIR", "DBUS_SESSION_BUS_ADDRESS",
    ]
    return paths.filter { name in getenv(name).map { String(validatingCString: $0) == nil } ?? false }
  }
}
