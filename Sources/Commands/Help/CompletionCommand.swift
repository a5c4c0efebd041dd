// `setup completion SHELL`: prints the completion script to standard output.

import CommandLine
import Sentences

struct CompletionCommand {
  let arguments: Arguments
  let context: CommandContext

  func run() throws(CommandError) -> ExitStatus {
    guard let word = arguments.words.first else {
      throw .missingArgument("setup completion", .shellName, example: "setup completion bash")
    }
    guard let shell = CompletionShell(rawValue: word) else {
      throw .badValue(option: "setup completion", value: word, expected: .shell)
    }
    context.console.result.document(shell.script(in: context.console.language))
    return .ok
  }
}
