// The help page of a command.

import Sentences
import Vocabulary

extension Command {
  /// The tables that only the page of this command has.
  private var tables: [HelpSection] {
    switch self {
    case .accounts: [Self.actions]
    case .export: [ClientHelp.section]
    case .setup, .guide, .providers, .probe, .catalog, .secret, .login, .check, .import, .sendTest, .completion, .manual,
      .help:
      []
    }
  }

  /// The table of the options of each action of `accounts`.
  private static var actions: HelpSection {
    HelpSection(
      heading: HelpSentence.optionsOfActions,
      items: AccountsAction.allCases.map { action in
        let own = Option.allCases.filter(action.options.contains).map(\.spelling)
        return HelpItem(
          action.rawValue,
          own.isEmpty ? HelpSentence.noOwnOptions : Text.list(own))
      })
  }

  /// The page of the command: synopsis, description, options and examples.
  package var page: HelpPage {
    let items = options.map { HelpItem($0.call, $0.description) }
    let name = self == .setup ? "setup" : "setup \(rawValue)"
    return HelpPage(
      title: Text(same: "\(name) - ") + summary,
      sections: [
        HelpSection(heading: HelpSentence.usage, items: [HelpItem(call, Text(same: ""))]),
        HelpSection(heading: HelpSentence.description, paragraphs: about),
        HelpSection(heading: HelpSentence.options, items: items),
      ] + tables + [HelpSection(heading: HelpSentence.examples, items: examples)])
  }
}

extension Option {
  /// The full description: the summary as a sentence, then the rest.
  package var description: Text {
    let english = summary.english.prefix(1).uppercased() + summary.english.dropFirst()
    let more = more ?? Text(same: "")
    return Text(
      english + "." + (more.english.isEmpty ? "" : " \(more.english)"), summary.simplifiedChinese + "。" + more.simplifiedChinese)
  }
}
