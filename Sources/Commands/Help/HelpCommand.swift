// `setup help [COMMAND|TOPIC]`, and `--help` after a command.

import CommandLine
import Output
import Sentences
import Vocabulary

struct HelpCommand {
  let arguments: Arguments
  let context: CommandContext

  func run() throws(CommandError) -> ExitStatus {
    let (screen, language) = (context.console.result, context.console.language)
    if let page = try page() { page.show(on: screen, in: language) } else { HelpOverview.show(on: screen, in: language) }
    return .ok
  }

  /// Returns the page, or `nil` for the overview.
  private func page() throws(CommandError) -> HelpPage? {
    switch arguments.command {
    case .help: break
    case .setup: return nil
    case .guide, .providers, .probe, .catalog, .export, .secret, .login, .accounts, .check, .import, .sendTest, .completion,
      .manual:
      return arguments.command.page
    }
    guard let word = arguments.words.first else { return nil }
    // In `help catalog check` the second word has no effect.
    if arguments.words.count > 1, word != Command.catalog.rawValue { throw .unwantedArgument(arguments.words[1]) }
    if let command = Command(rawValue: word) { return command.page }
    if let topic = HelpTopic(rawValue: word) { return topic.page(JSONReference.sections) }
    let known = Command.allCases.map(\.rawValue) + HelpTopic.allCases.map(\.rawValue)
    throw .unknownCommand(word, suggestion: Spelling.nearest(to: word, among: known).first.map { "setup help \($0)" })
  }
}
