// `setup help [COMMAND|TOPIC]`, and `--help` after a command.

import Sentences
import Vocabulary

struct HelpCommand {
  private let arguments: Arguments
  private let terms: CommandContext

  init(_ arguments: Arguments, _ terms: CommandContext) {
    self.arguments = arguments
    self.terms = terms
  }

  func run() throws(CommandError) -> ExitStatus {
    if let page = try page() {
      page.show(on: terms.result, in: terms.language)
    } else {
      HelpOverview.show(on: terms.result, in: terms.language)
    }
    return .ok
  }

  /// Returns the page, or `nil` for the overview.
  private func page() throws(CommandError) -> HelpPage? {
    switch arguments.command {
    case .help: break
    case .setup: return nil
    case .guide, .providers, .probe, .catalog, .export, .secret, .accounts, .check, .import, .sendTest, .completion, .manual:
      return arguments.command.page
    }
    guard let word = arguments.words.first else { return nil }
    // In `help catalog check` the second word has no effect.
    if arguments.words.count > 1, word != Command.catalog.rawValue { throw .unwantedArgument(arguments.words[1]) }
    if let command = Command(rawValue: word) { return command.page }
    if let topic = HelpTopic(rawValue: word) { return topic.page }
    let known = Command.allCases.map(\.rawValue) + HelpTopic.allCases.map(\.rawValue)
    throw .unknownCommand(word, suggestion: Spelling.nearest(to: word, among: known).first.map { "setup help \($0)" })
  }
}

extension Command {
  /// The tables that only the page of this command has.
  private var tables: [HelpSection] {
    switch self {
    case .accounts: [Self.actions]
    case .export: [ClientHelp.section]
    case .setup, .guide, .providers, .probe, .catalog, .secret, .check, .import, .sendTest, .completion, .manual, .help: []
    }
  }

  /// The table of the options of each action of `accounts`.
  private static var actions: HelpSection {
    HelpSection(
      heading: HelpSentence.optionsOfActions,
      items: AccountsCommand.Action.allCases.map { action in
        let own = Option.allCases.filter(action.options.contains).map(\.spelling)
        return HelpItem(
          action.rawValue,
          own.isEmpty ? HelpSentence.noOwnOptions : Text(own.joined(separator: ", "), own.joined(separator: "、")))
      })
  }

  /// The page of the command: synopsis, description, options and examples.
  var page: HelpPage {
    let items = options.map { HelpItem($0.call, $0.description) }
    let name = self == .setup ? "setup" : "setup \(rawValue)"
    return HelpPage(
      title: Text("\(name) - \(summary.english)", "\(name) - \(summary.simplifiedChinese)"),
      sections: [
        HelpSection(heading: HelpSentence.usage, items: [HelpItem(call, Text(same: ""))]),
        HelpSection(heading: HelpSentence.description, paragraphs: about),
        HelpSection(heading: HelpSentence.options, items: items),
      ] + tables + [HelpSection(heading: HelpSentence.examples, items: examples)])
  }
}

extension Option {
  /// The full description: the summary as a sentence, then the rest.
  var description: Text {
    let english = summary.english.prefix(1).uppercased() + summary.english.dropFirst()
    let more = more ?? Text(same: "")
    return Text(
      english + "." + (more.english.isEmpty ? "" : " \(more.english)"), summary.simplifiedChinese + "。" + more.simplifiedChinese)
  }
}
