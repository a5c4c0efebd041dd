// The shells with completion scripts, and the parts that the scripts share.

import MailClients
import Sentences
import Vocabulary

/// A shell for which this program prints a completion script, generated from the tables of options and commands.
///
/// The scripts do not contain the ids of providers. They run `setup providers` on each completion, which takes 20 ms
/// and uses no network. A list in the script would become outdated and would lack the user's own catalogs. The scripts
/// run the `setup` in PATH, never a program that the line names by its path: a user who types `./setup` in an unpacked
/// archive and presses Tab has not decided to run it yet.
package enum CompletionShell: String, Sendable, CaseIterable {
  case bash, zsh, fish

  package func script(in language: Language) -> String {
    switch self {
    case .bash: CompletionBash().script
    case .zsh: CompletionZsh(language: language).script
    case .fish: CompletionFish(language: language).script
    }
  }

  /// The command that installs the script.
  package var installation: String {
    switch self {
    case .bash: "echo 'source <(setup completion bash)' >> ~/.bashrc"
    case .zsh: "echo 'source <(setup completion zsh)' >> ~/.zshrc"
    case .fish: "setup completion fish > ~/.config/fish/completions/setup.fish"
    }
  }

  var whatHappens: Text { HelpSentence.completion(in: rawValue) }
}

/// What the scripts ask for while the user types. `setup completion accounts` and `setup completion domains` print one candidate a line.
package enum CompletionList: String, Sendable, CaseIterable {
  case accounts, domains

  /// The call in a script.
  var call: String { "\(Command.completion.rawValue) \(rawValue)" }
}

extension Command {
  /// The operands that a shell can complete, in order.
  var completions: [Completion] {
    switch self {
    case .setup, .manual: []
    case .guide, .providers, .probe: [.providers]
    case .catalog: [.words(["check"]), .files]
    case .export: [.words(MailClient.allCases.map(\.rawValue)), .accounts]
    case .import: [.words(ImportFormat.allCases.map(\.word)), .files]
    case .accounts: [.words(["pause", "resume", "edit", "rename", "remove", "export", "import"]), .accounts]
    case .secret, .login, .check, .sendTest: [.accounts]
    case .completion: [.words(CompletionShell.allCases.map(\.rawValue))]
    case .help: [.words(Command.allCases.map(\.rawValue) + HelpTopic.allCases.map(\.rawValue))]
    }
  }

  /// The candidates for one operand.
  enum Completion: Sendable, Equatable {
    case providers, files
    /// The saved accounts, or a file behind `accounts export` and `accounts import`.
    case accounts
    case words([String])
  }
}

/// The options of a command, or of one action of `accounts`.
struct CompletionCall: Sendable {
  package let command: Command
  /// `nil` for a command without actions, and for `accounts` before the action is typed.
  package let action: AccountsAction?
  package let options: [Option]

  /// All calls. Actions come before the command they belong to.
  static let all: [CompletionCall] = Command.allCases.flatMap { command -> [CompletionCall] in
    let actions = command == .accounts ? AccountsAction.allCases : []
    return actions.map { action in
      let options = Option.allCases.filter { action.options.contains($0) || Command.everywhere.contains($0) }
      return CompletionCall(command: command, action: action, options: options)
    } + [CompletionCall(command: command, action: nil, options: command.options)]
  }

  /// The pattern that matches `$command:$action` in a `case` of bash and zsh.
  package var pattern: String { (command == .setup ? "" : command.rawValue) + ":" + (action?.rawValue ?? "*") }
}

extension Option {
  /// The options that take a value as the next word, as patterns of a `case`.
  static var takers: [String] { allCases.filter { $0.value != nil }.map(\.spelling) }
}
