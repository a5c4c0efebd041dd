// The shells that can be taught to complete, and what their scripts have in common.

import MailClients
import Sentences
import Vocabulary

/// The scripts are made from the tables of options and commands. The ids of providers are not in them: the script has
/// `setup providers` list them when they are wanted, 20 ms of local work. A list in the script would be that of the
/// day it was made, without the user's own catalogs. The `setup` of PATH is asked, never a program the line names by its
/// path: who types `./setup` of some archive and presses Tab has not run it yet.
enum CompletionShell: String, Sendable, CaseIterable {
  case bash, zsh, fish

  func script(in language: Language) -> String {
    switch self {
    case .bash: CompletionBash().script
    case .zsh: CompletionZsh(language: language).script
    case .fish: CompletionFish(language: language).script
    }
  }

  /// The line that makes the shell use it.
  var installation: String {
    switch self {
    case .bash: "echo 'source <(setup completion bash)' >> ~/.bashrc"
    case .zsh: "echo 'source <(setup completion zsh)' >> ~/.zshrc"
    case .fish: "setup completion fish > ~/.config/fish/completions/setup.fish"
    }
  }

  var whatHappens: Text {
    Text("completion in every new \(rawValue)", "在每个新的 \(rawValue) 里启用补全")
  }
}

extension Command {
  /// What a shell can complete behind the command's word, in order.
  var completions: [Completion] {
    switch self {
    case .setup, .manual: []
    case .guide, .providers, .probe: [.providers]
    case .catalog: [.words(["check"]), .files]
    case .export: [.words(MailClient.allCases.map(\.rawValue))]
    case .import: [.words(ImportFormat.allCases.map(\.rawValue)), .files]
    case .accounts: [.words(["pause", "resume", "edit", "rename", "remove", "export", "import"])]
    case .secret, .check, .sendTest: []
    case .completion: [.words(CompletionShell.allCases.map(\.rawValue))]
    case .help: [.words(Command.allCases.map(\.rawValue) + HelpTopic.allCases.map(\.rawValue))]
    }
  }

  enum Completion: Sendable, Equatable {
    case providers, files
    case words([String])
  }
}

/// A command with the options that it takes, or an action of `accounts` with its own.
struct CompletionCall: Sendable {
  let command: Command
  /// nil where the command has none, or where it is not typed yet.
  let action: AccountsCommand.Action?
  let options: [Option]

  /// The more particular first.
  static let all: [CompletionCall] = Command.allCases.flatMap { command -> [CompletionCall] in
    let actions = command == .accounts ? AccountsCommand.Action.allCases : []
    return actions.map { action in
      let options = Option.allCases.filter { action.options.contains($0) || Command.everywhere.contains($0) }
      return CompletionCall(command: command, action: action, options: options)
    } + [CompletionCall(command: command, action: nil, options: command.options)]
  }

  /// What `$command:$action` is like, for a `case` of bash and zsh.
  var pattern: String { (command == .setup ? "" : command.rawValue) + ":" + (action?.rawValue ?? "*") }
}

extension Option {
  /// Those that take the word behind them, as patterns of a `case` want them.
  static var takers: [String] { allCases.filter { $0.value != nil }.map(\.spelling) }
}
