// What a run passes to its command. Only the commands see it: each function below them takes the parts that it needs.

import Net
import Operations
import Output
import Posix
import Prompts
import Sentences
import Terminal
import Vocabulary

struct CommandContext {
  let console: Console
  /// The controlling terminal, if the command may need one.
  let terminal: ControllingTerminal?
  /// The other program that asks the user, with `--json-dialog`.
  let dialog: DialogChannel?
  /// Whether this program may ask questions other than the one for a secret.
  let isInteractive: Bool
  let style: PromptStyle
  let interrupt: Interrupt
  var environment: Environment
  /// Receives the document of a command in place of standard output. `nil` outside a conversation that saves it to a file.
  var takeDocument: ((String) throws(CommandError) -> Void)?
  /// Whether the home folder is removed at the end.
  var isScratch = false
  /// The region of the user, which decides the order of lists.
  var region: UserRegion { Locale.region(environment, console.language) }
  /// The program that opens web addresses. `nil` if there is none.
  let browser: Browser?
  /// The networks of this run, which all its commands share.
  let networks: Networks
  /// The environment variable or the descriptor of the secret.
  let withheld: Withheld
  /// Whether the process was started in the background (`setup &`), where it cannot ask.
  let isInBackground: Bool
  /// What the call asks of its sessions.
  var options = VerificationOptions()

  /// The prompter in the style of this terminal. `nil` if this program may not ask questions.
  var prompter: (any Prompter)? {
    if let dialogPrompter { return dialogPrompter }
    guard isInteractive, let terminal else { return nil }
    return switch style {
    case .full: ScreenPrompter(tty: terminal, language: console.language)
    case .lines: LinePrompter(tty: terminal, language: console.language)
    }
  }

  /// The prompter that only adds lines, for questions about text that has to stay visible. `nil` if this program may not ask
  /// questions.
  var linePrompter: (any Prompter)? {
    if let dialogPrompter { return dialogPrompter }
    guard isInteractive, let terminal else { return nil }
    return LinePrompter(tty: terminal, language: console.language)
  }

  private var dialogPrompter: DialogPrompter? { dialog.map { DialogPrompter(channel: $0, language: console.language) } }

  /// The prompt for a secret. `nil` without a terminal or another program.
  var secretPrompt: SecretPrompt? { dialogPrompter.map { SecretPrompt($0) } ?? terminal.map { SecretPrompt($0, console.language) } }
}
