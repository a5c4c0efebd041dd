// `setup completion SHELL`: prints the completion script to standard output.

import Sentences
import Vocabulary

struct CompletionCommand {
  private let arguments: Arguments
  private let terms: CommandContext

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
  }

  func run() throws(CommandError) -> ExitStatus {
    guard let word = arguments.words.first else {
      throw .missingArgument("setup completion", what: CommandSentence.needsShell, example: "setup completion bash")
    }
    if arguments.words.count > 1 { throw .unwantedArgument(arguments.words[1]) }
    guard let shell = CompletionShell(rawValue: word) else {
      throw .badValue(option: "setup completion", value: word, expected: Text("bash, zsh or fish", " bash、zsh 或 fish"))
    }
    terms.result.document(shell.script(in: terms.language))
    return .ok
  }
}
