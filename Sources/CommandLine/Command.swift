// The table of commands, which the parser, the help, the manual and the completions read.

import MailClients
import Sentences
import Vocabulary

/// A command. The raw value is the word that the user types. `setup` has no word: it is the call without a command.
package enum Command: String, Sendable, CaseIterable {
  case setup
  case guide
  case providers
  case probe
  case catalog
  case export
  case secret
  case login
  case accounts
  case check
  case `import`
  case sendTest = "send-test"
  case completion
  case manual
  case help

  /// The commands that have a word.
  package static let named = allCases.filter { $0 != .setup }

  /// The operands in the help, or `nil` if the command has none.
  var operands: Text? {
    switch self {
    case .setup, .manual: nil
    case .guide: Placeholder.providerOrAddress
    case .providers: Placeholder.words
    case .probe:
      Placeholder.providerOrAddress + Text(same: "|\(Option.all.spelling)")
    case .catalog: Text(same: "check ") + Placeholder.file
    case .export: Placeholder.clientAndAccount
    case .secret: Placeholder.maybeAccount
    case .login: Placeholder.account
    case .accounts: Placeholder.accountsAction
    case .check: Placeholder.someAccounts
    case .import: Placeholder.clientAndFile
    case .sendTest: Placeholder.maybeAccount
    case .completion: Text(same: CompletionShell.allCases.map(\.rawValue).joined(separator: "|"))
    case .help: Placeholder.topic
    }
  }

  /// The maximum number of operands, which `Arguments.checkOperands` checks. `nil` if there is none, or if it depends on the first operand.
  package var most: Int? {
    switch self {
    case .setup, .manual: 0
    case .guide, .probe, .login, .sendTest, .completion: 1
    case .catalog, .export, .import, .secret: 2
    case .providers, .check, .accounts, .help: nil
    }
  }

  /// The description in one line.
  package var summary: Text {
    switch self {
    case .setup: CommandSentence.setup
    case .guide: CommandSentence.guide
    case .providers: CommandSentence.providers
    case .probe: CommandSentence.probe
    case .catalog: CommandSentence.catalog
    case .export: CommandSentence.export
    case .secret: CommandSentence.secret
    case .login: CommandSentence.login
    case .accounts: CommandSentence.accounts
    case .check: CommandSentence.check
    case .import: CommandSentence.importing
    case .sendTest: CommandSentence.sendTest
    case .completion: CommandSentence.completion
    case .manual: CommandSentence.manual
    case .help: CommandSentence.help
    }
  }

  /// The description in paragraphs.
  package var about: [Text] {
    switch self {
    case .setup: CommandSentence.aboutSetup
    case .guide: CommandSentence.aboutGuide
    case .providers: CommandSentence.aboutProviders
    case .probe: CommandSentence.aboutProbe
    case .catalog: CommandSentence.aboutCatalog
    case .export: CommandSentence.aboutExport + [ExportSentence.clients]
    case .secret: CommandSentence.aboutSecret
    case .login: CommandSentence.aboutLogin
    case .accounts: CommandSentence.aboutAccounts
    case .check: CommandSentence.aboutCheck
    case .import: CommandSentence.aboutImporting + [ImportSentence.clients]
    case .sendTest: CommandSentence.aboutSendTest
    case .completion: CommandSentence.aboutCompletion
    case .manual: CommandSentence.aboutManual
    case .help: CommandSentence.aboutHelp
    }
  }

  /// The options of the command, in the order of the help. The parser refuses all others. The help, the manual and the
  /// completions list them. For `accounts` these are the options of all its actions.
  package var options: [Option] { Option.allCases.filter { own.contains($0) || Self.everywhere.contains($0) } }

  /// The options that every command has, because every command prints text.
  package static let everywhere: Set<Option> = [.lang, .noColor, .help]

  private var own: Set<Option> {
    switch self {
    case .setup:
      [
        .provider, .email, .username, .imapUsername, .smtpUsername, .secretFrom, .tokenFrom, .signIn, .clientID, .clientFile, .tenant,
        .issuer,
        .redirectPort, .save, .store, .imap, .smtp, .imapSecurity,
        .smtpSecurity, .caFile, .catalog, .json, .jsonDialog, .trace, .quiet, .plain, .timeout, .yes, .ispdb, .noBrowser, .version,
      ]
    case .guide: [.provider, .email, .catalog, .json, .qr, .qrFile, .yes]
    case .providers: [.catalog, .json]
    case .probe:
      [
        .provider, .email, .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile, .catalog, .all, .json, .trace, .quiet, .timeout, .yes,
        .ispdb,
      ]
    case .catalog: [.json]
    case .export:
      [
        .provider, .email, .username, .imapUsername, .smtpUsername, .secretCommand, .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile,
        .catalog, .jsonDialog, .write, .remove, .yes,
      ]
    case .secret: [.dialect, .hostname, .type, .username, .force]
    case .login:
      [
        .signIn, .clientID, .clientFile, .tenant, .issuer, .redirectPort, .store, .caFile, .catalog, .json, .jsonDialog, .trace, .quiet,
        .plain,
        .timeout, .noBrowser,
      ]
    case .accounts: AccountsAction.allCases.reduce(into: []) { $0.formUnion($1.options) }
    case .check: [.caFile, .catalog, .json, .quiet, .timeout]
    // These options apply to the calls that `import` prints, or to the conversation that it starts.
    case .import:
      [
        .email, .secretFrom, .tokenFrom, .save, .store, .caFile, .catalog, .json, .jsonDialog, .trace, .quiet, .plain, .timeout,
        .noBrowser,
      ]
    case .sendTest:
      [
        .provider, .email, .username, .imapUsername, .smtpUsername, .secretFrom, .tokenFrom, .imap, .smtp, .imapSecurity, .smtpSecurity,
        .caFile, .catalog, .json, .jsonDialog, .quiet, .plain, .timeout, .yes,
      ]
    case .completion, .manual, .help: []
    }
  }

  /// Example calls for the help.
  package var examples: [HelpItem] {
    switch self {
    case .setup:
      [
        HelpItem("setup", HelpSentence.exampleAsk), HelpItem("setup --provider demo", HelpSentence.exampleDemo),
        HelpItem(
          "setup --provider yandex --email me@yandex.com --secret-from stdin --json", HelpSentence.exampleScript),
        HelpItem(
          "setup --email me@yandex.com --secret-from \"command:pass show mail/yandex\"", HelpSentence.exampleManager),
        HelpItem(
          "setup --provider outlook --email me@outlook.com --token-from \"command:oama access me@outlook.com\"", HelpSentence.exampleToken),
        HelpItem(
          "setup --email me@example.org --imap imap.example.org:993 --smtp smtp.example.org:465", HelpSentence.exampleOwn),
      ]
    case .guide:
      [HelpItem("setup guide me@163.com", HelpSentence.exampleGuide), HelpItem("setup guide gmail --qr", HelpSentence.exampleQR)]
    case .providers: [HelpItem("setup providers 网易", summary)]
    case .probe:
      [HelpItem("setup probe yandex", summary), HelpItem("setup probe --all --json --timeout 10", HelpSentence.exampleProbeAll)]
    case .catalog: [HelpItem("setup catalog check providers.json", summary)]
    case .export:
      [
        HelpItem(
          "setup export msmtp --email me@yandex.com --secret-command \"pass show mail/yandex\"", HelpSentence.exampleExport),
        HelpItem("setup export neomutt me@yandex.com --write", HelpSentence.exampleWrite),
      ]
    case .secret:
      [
        HelpItem("passwordeval \"setup secret me@yandex.com\"", HelpSentence.examplePasswordCommand),
        HelpItem("helper = !setup secret --for git", HelpSentence.exampleCredentialHelper),
        HelpItem("set account_command = \"setup secret --for neomutt\"", HelpSentence.exampleAccountCommand),
        HelpItem("set netrc-pipe=\"setup secret --for netrc me@yandex.com\"", HelpSentence.exampleNetrcPipe),
      ]
    case .login: [HelpItem("setup login me@outlook.com", summary)]
    case .accounts:
      [
        HelpItem("setup accounts", summary), HelpItem("setup accounts pause work", HelpSentence.examplePause),
        HelpItem("setup accounts edit work", HelpSentence.exampleEdit),
        HelpItem("setup accounts export accounts.json", HelpSentence.exampleMove),
      ]
    case .check: [HelpItem("setup check", summary), HelpItem("setup check work --json", HelpSentence.exampleCheckOne)]
    case .import: [HelpItem("setup import msmtp", summary)]
    case .sendTest: [HelpItem("setup send-test me@yandex.com", summary)]
    case .completion: CompletionShell.allCases.map { HelpItem($0.installation, $0.whatHappens) }
    case .manual: [HelpItem("setup manual | man -l -", summary)]
    case .help: [HelpItem("setup help secrets", summary)]
    }
  }

  /// The synopsis, for example `setup guide P|ADDRESS`.
  package var call: Text {
    let words = self == .setup ? "setup" : "setup \(rawValue)"
    let rest = operands ?? (self == .setup ? Placeholder.options : nil)
    return rest.map { Text(same: words + " ") + $0 } ?? Text(same: words)
  }
}
