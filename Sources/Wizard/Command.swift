// The commands, once: the parser, the help, the manual and the completions all read this table.

import Export
import Sentences
import Vocabulary

/// The commands; without one the wizard or a verification runs. The raw value is the word that is typed.
enum Command: String, Sendable, CaseIterable {
  case setup
  case guide
  case providers
  case probe
  case catalog
  case export
  case completion
  case manual
  case help

  static let named = allCases.filter { $0 != .setup }

  /// What follows the command's word; nil where nothing does.
  var operands: Text? {
    switch self {
    case .setup, .manual: nil
    case .guide: Placeholder.providerOrAddress
    case .providers: Placeholder.words
    case .probe:
      Text(
        "\(Placeholder.providerOrAddress.english)|\(Option.all.spelling)",
        "\(Placeholder.providerOrAddress.simplifiedChinese)|\(Option.all.spelling)")
    case .catalog: Text("check \(Placeholder.file.english)", "check \(Placeholder.file.simplifiedChinese)")
    case .export: Placeholder.client
    case .completion: Text(same: CompletionShell.allCases.map(\.rawValue).joined(separator: "|"))
    case .help: Placeholder.topic
    }
  }

  /// What it does, in a line.
  var summary: Text {
    switch self {
    case .setup: CommandSentence.setup
    case .guide: CommandSentence.guide
    case .providers: CommandSentence.providers
    case .probe: CommandSentence.probe
    case .catalog: CommandSentence.catalog
    case .export: CommandSentence.export
    case .completion: CommandSentence.completion
    case .manual: CommandSentence.manual
    case .help: CommandSentence.help
    }
  }

  /// What it does, in paragraphs.
  var about: [Text] {
    switch self {
    case .setup: CommandSentence.aboutSetup
    case .guide: CommandSentence.aboutGuide
    case .providers: CommandSentence.aboutProviders
    case .probe: CommandSentence.aboutProbe
    case .catalog: CommandSentence.aboutCatalog
    case .export: CommandSentence.aboutExport + [ExportSentence.clients]
    case .completion: CommandSentence.aboutCompletion
    case .manual: CommandSentence.aboutManual
    case .help: CommandSentence.aboutHelp
    }
  }

  /// The options that mean something to it.
  var options: [Option] {
    switch self {
    case .setup: Option.allCases.filter { ![.all, .secretCommand].contains($0) }
    case .guide: [.provider, .email, .catalog, .json, .lang, .noColor, .help]
    case .providers: [.catalog, .json, .lang, .noColor, .help]
    case .probe:
      [
        .provider, .email, .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile, .catalog, .all, .json, .trace, .lang, .quiet, .noColor,
        .timeout, .help,
      ]
    case .catalog: [.json, .lang, .help]
    case .export:
      [
        .provider, .email, .username, .secretCommand, .imap, .smtp, .imapSecurity, .smtpSecurity, .catalog, .lang, .noColor, .yes, .help,
      ]
    case .completion, .manual, .help: [.lang, .help]
    }
  }

  /// Calls to copy.
  var examples: [HelpItem] {
    switch self {
    case .setup:
      [
        HelpItem("setup", HelpSentence.exampleAsk), HelpItem("setup --provider demo", HelpSentence.exampleDemo),
        HelpItem(
          "setup --provider yandex --email me@yandex.com --secret-from stdin --json", HelpSentence.exampleScript),
        HelpItem(
          "setup --email me@yandex.com --secret-from \"command:pass show mail/yandex\"", HelpSentence.exampleManager),
        HelpItem(
          "setup --email me@example.org --imap imap.example.org:993 --smtp smtp.example.org:465", HelpSentence.exampleOwn),
      ]
    case .guide: [HelpItem("setup guide me@163.com", HelpSentence.exampleGuide)]
    case .providers: [HelpItem("setup providers 网易", summary)]
    case .probe:
      [HelpItem("setup probe yandex", summary), HelpItem("setup probe --all --json --timeout 10", HelpSentence.exampleProbeAll)]
    case .catalog: [HelpItem("setup catalog check providers.json", summary)]
    case .export:
      [
        HelpItem(
          "setup export msmtp --email me@yandex.com --secret-command \"pass show mail/yandex\"", HelpSentence.exampleExport)
      ]
    case .completion: CompletionShell.allCases.map { HelpItem($0.installation, $0.whatHappens) }
    case .manual: [HelpItem("setup manual | man -l -", summary)]
    case .help: [HelpItem("setup help secrets", summary)]
    }
  }

  /// `setup guide P|ADDRESS`.
  var call: Text {
    let words = self == .setup ? "setup" : "setup \(rawValue)"
    let rest = operands ?? (self == .setup ? Placeholder.options : nil)
    return rest.map { Text("\(words) \($0.english)", "\(words) \($0.simplifiedChinese)") } ?? Text(same: words)
  }
}
