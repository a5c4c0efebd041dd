// `setup --help`: one screen with three examples, every command and every option.

import Sentences
import Terminal
import Vocabulary

package enum HelpOverview {
  package static func show(on screen: Screen, in language: Language) {
    let lines = HelpLines(columns: screen.columns ?? HelpLines.usualColumns, language: language)
    func show(_ texts: [String]) { for text in texts { screen.line(text) } }
    func list(_ items: [HelpItem]) { show(lines.list(items)) }
    func heading(_ text: Text) { screen.line(text[language], .bold) }
    show(lines.wrapped("setup - \(HelpSentence.purpose[language])", indent: 2))
    screen.line()
    list(examples)
    screen.line()
    heading(HelpSentence.commands)
    list(Command.named.map { HelpItem($0.callWithoutName, $0.summary) })
    for group in Option.Group.allCases {
      heading(group.heading)
      list(items(of: group))
    }
    screen.line()
    screen.line(HelpSentence.endsWith[language])
  }

  /// A call with questions, one without an account, one from a script.
  private static let examples = [
    HelpItem("setup", HelpSentence.exampleAsk), HelpItem("setup --provider demo", HelpSentence.exampleDemo),
    HelpItem("setup --provider yandex --email me@yandex.com --secret-from stdin --json", Text(same: "")),
  ]

  /// Options that share a line: each key shows its value on the same line.
  private static let guests: [Option: Option] = [.imap: .smtp, .imapUsername: .smtpUsername, .quiet: .noColor, .help: .version]

  /// Returns one item for each usual option of the call without a command, or for two options that share a line.
  private static func items(of group: Option.Group) -> [HelpItem] {
    Command.setup.options.filter { $0.group == group && !$0.isRare && !guests.values.contains($0) }.map { option in
      guard let guest = guests[option] else { return HelpItem(option.call, option.summary) }
      let (call, one, other) = (guest.call, option.summary, guest.summary)
      return HelpItem(
        Text("\(option.spelling), \(call.english)", "\(option.spelling)、\(call.simplifiedChinese)"),
        one == other
          ? one : Text("\(one.english); \(other.english)", "\(one.simplifiedChinese)；\(other.simplifiedChinese)"))
    }
  }
}

extension Command {
  /// The synopsis without `setup`, for example `guide P|ADDRESS`.
  fileprivate var callWithoutName: Text {
    Text(String(call.english.dropFirst("setup ".count)), String(call.simplifiedChinese.dropFirst("setup ".count)))
  }
}
