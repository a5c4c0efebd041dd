// `setup completion SHELL`: prints the completion script to standard output. The script asks the same command for the saved accounts and for
// the domains of the providers.

import AccountStore
import Catalog
import CommandLine
import Sentences

struct CompletionCommand {
  let arguments: Arguments
  let context: CommandContext

  func run() throws(CommandError) -> ExitStatus {
    guard let word = arguments.words.first else {
      throw .missingArgument("setup completion", .shellName, example: "setup completion bash")
    }
    if let list = CompletionList(rawValue: word) {
      for candidate in candidates(list) { context.console.result.document(candidate + "\n") }
      return .ok
    }
    guard let shell = CompletionShell(rawValue: word) else {
      throw .badValue(option: "setup completion", value: word, expected: .shell)
    }
    context.console.result.document(shell.script(in: context.console.language))
    return .ok
  }

  /// Returns the lines of a list. A shell shows no errors, so a list that cannot be read is empty. Nothing is changed: what an interrupted run
  /// has left undone is settled by the commands.
  private func candidates(_ list: CompletionList) -> [String] {
    switch list {
    case .accounts: (try? AccountsFile(environment: context.environment)?.document().accounts.map(\.name.text)) ?? []
    case .domains:
      ((try? UserCatalogs(context.environment).directory(nil).directory.catalog) ?? ProviderDirectory().catalog).providers
        .flatMap(\.domainsMainFirst)
    }
  }
}
