// `setup manual`: prints the manual page to standard output.

import Sentences

struct ManualCommand {
  private let arguments: Arguments
  private let terms: CommandContext

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
  }

  func run() throws(CommandError) -> ExitStatus {
    if let word = arguments.words.first { throw .unwantedArgument(word) }
    terms.result.document(ManualPage(language: terms.language).source)
    return .ok
  }
}
