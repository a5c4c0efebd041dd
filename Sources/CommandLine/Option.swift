// The table of options, which the parser, the help, the manual, the completions and the suggestions read.

import AccountStore
import SecretStores
import Sentences
import Vocabulary

/// A long option, in the order of the help. The raw value is the name without `--`.
package enum Option: String, Sendable, CaseIterable {
  case provider, email, username
  case imapUsername = "imap-username"
  case smtpUsername = "smtp-username"
  case secretFrom = "secret-from"
  case tokenFrom = "token-from"
  case signIn = "sign-in"
  case clientID = "client-id"
  case clientFile = "client-file"
  case tenant, issuer
  case redirectPort = "redirect-port"
  case secretCommand = "secret-command"
  case imap, smtp
  case imapSecurity = "imap-security"
  case smtpSecurity = "smtp-security"
  case caFile = "ca-file"
  case catalog, all, json
  case jsonDialog = "json-dialog"
  case qr
  case qrFile = "qr-file"
  case trace, lang, quiet
  case noColor = "no-color"
  case plain, timeout, yes, ispdb
  case noBrowser = "no-browser"
  case save, store, write, remove
  case dialect = "for"
  case hostname, type, force
  case help, version

  /// The option as the user types it.
  package var spelling: String { "--" + rawValue }

  /// The kind of its value, or `nil` for a switch.
  package var value: Value? {
    switch self {
    case .provider: .provider
    case .email: .address
    case .username, .imapUsername, .smtpUsername: .text(Placeholder.name)
    case .imap, .smtp: .text(Placeholder.server)
    case .imapSecurity, .smtpSecurity: .word(Security.allCases.map(\.rawValue))
    case .secretFrom, .tokenFrom: .secretSource
    case .signIn: .word(SignInWay.allCases.map(\.rawValue), named: Placeholder.way)
    case .clientID: .text(Placeholder.id)
    case .tenant: .text(Placeholder.name)
    case .issuer: .text(Placeholder.webAddress)
    case .redirectPort: .text(Placeholder.port)
    case .secretCommand: .text(Placeholder.program)
    case .catalog, .caFile, .trace, .clientFile, .qrFile: .file
    case .lang: .word(Language.allCases.map(\.rawValue))
    case .timeout: .text(Placeholder.seconds)
    case .save: .text(Placeholder.name)
    case .store: .word(Keyring.allCases.map(\.rawValue), named: Placeholder.keyring)
    case .dialect: .word(CredentialFormat.allCases.map(\.rawValue))
    case .hostname, .type: .text(Placeholder.name)
    case .all, .json, .jsonDialog, .qr, .quiet, .noColor, .plain, .yes, .ispdb, .noBrowser, .write, .remove, .force, .help, .version: nil
    }
  }

  /// The group in the help.
  package var group: Group {
    switch self {
    case .provider, .email, .username, .imapUsername, .smtpUsername, .secretFrom, .tokenFrom, .signIn, .clientID, .clientFile, .tenant,
      .issuer,
      .redirectPort, .secretCommand, .save, .store:
      .account
    case .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile, .catalog, .all: .servers
    case .json, .jsonDialog, .qr, .qrFile, .trace, .lang, .quiet, .noColor, .plain, .write, .remove, .dialect, .hostname, .type: .output
    case .timeout, .yes, .ispdb, .force, .noBrowser, .help, .version: .behaviour
    }
  }

  /// The description in one line of the overview.
  package var summary: Text {
    switch self {
    case .provider: OptionSentence.provider
    case .email: OptionSentence.email
    case .username: OptionSentence.username
    case .imapUsername, .smtpUsername: OptionSentence.oneUsername
    case .secretFrom: OptionSentence.secretFrom
    case .tokenFrom: OptionSentence.tokenFrom
    case .signIn: OptionSentence.signIn
    case .clientID: OptionSentence.clientID
    case .clientFile: OptionSentence.clientFile
    case .tenant: OptionSentence.tenant
    case .issuer: OptionSentence.issuer
    case .redirectPort: OptionSentence.redirectPort
    case .secretCommand: OptionSentence.secretCommand
    case .imap, .smtp: OptionSentence.server
    case .imapSecurity: OptionSentence.imapSecurity
    case .smtpSecurity: OptionSentence.smtpSecurity
    case .caFile: OptionSentence.caFile
    case .catalog: OptionSentence.catalog
    case .all: OptionSentence.all
    case .json: OptionSentence.json
    case .jsonDialog: OptionSentence.jsonDialog
    case .qr: OptionSentence.qr
    case .qrFile: OptionSentence.qrFile
    case .trace: OptionSentence.trace
    case .lang: OptionSentence.lang
    case .quiet: OptionSentence.quiet
    case .noColor: OptionSentence.noColor
    case .plain: OptionSentence.plain
    case .timeout: OptionSentence.timeout
    case .yes: OptionSentence.yes
    case .ispdb: OptionSentence.ispdb
    case .noBrowser: OptionSentence.noBrowser
    case .save: OptionSentence.save
    case .store: OptionSentence.store
    case .write: OptionSentence.write
    case .remove: OptionSentence.remove
    case .dialect: OptionSentence.dialect
    case .hostname: OptionSentence.hostname
    case .type: OptionSentence.type
    case .force: OptionSentence.force
    case .help: OptionSentence.help
    case .version: OptionSentence.version
    }
  }

  /// The rest of the description, for the command's page and the manual, or `nil` if the summary is complete.
  package var more: Text? {
    switch self {
    case .provider: OptionSentence.moreProvider
    case .username: OptionSentence.moreUsername
    case .imapUsername, .smtpUsername: OptionSentence.moreOneUsername
    case .secretFrom: OptionSentence.moreSecretFrom
    case .tokenFrom: OptionSentence.moreTokenFrom
    case .signIn: OptionSentence.moreSignIn
    case .clientID: OptionSentence.moreClientID
    case .clientFile: OptionSentence.moreClientFile
    case .issuer: OptionSentence.moreIssuer
    case .redirectPort: OptionSentence.moreRedirectPort
    case .secretCommand: OptionSentence.moreSecretCommand
    case .imap, .smtp: OptionSentence.moreServer
    case .imapSecurity, .smtpSecurity: OptionSentence.moreSecurity
    case .caFile: OptionSentence.moreCAFile
    case .catalog: OptionSentence.moreCatalog
    case .all: OptionSentence.moreAll
    case .json: OptionSentence.moreJSON
    case .jsonDialog: OptionSentence.moreJSONDialog
    case .qr: OptionSentence.moreQR
    case .qrFile: OptionSentence.moreQRFile
    case .trace: OptionSentence.moreTrace
    case .plain: OptionSentence.morePlain
    case .timeout: OptionSentence.moreTimeout
    case .yes: OptionSentence.moreYes
    case .ispdb: OptionSentence.moreISPDB
    case .noBrowser: OptionSentence.moreNoBrowser
    case .save: OptionSentence.moreSave
    case .store: OptionSentence.moreStore
    case .email, .tenant, .lang, .quiet, .noColor, .write, .remove, .dialect, .hostname, .type, .force, .help, .version: nil
    }
  }

  /// Whether it is only on the pages of its commands, and not in the overview.
  package var isRare: Bool {
    switch self {
    case .clientID, .clientFile, .tenant, .issuer, .redirectPort, .jsonDialog, .qr, .qrFile, .ispdb: true
    case .provider, .email, .username, .imapUsername, .smtpUsername, .secretFrom, .tokenFrom, .signIn, .secretCommand, .imap, .smtp,
      .imapSecurity, .smtpSecurity, .caFile, .catalog, .all, .json, .trace, .lang, .quiet, .noColor, .plain, .timeout, .yes,
      .noBrowser, .save, .store, .write, .remove, .dialect, .hostname, .type, .force, .help, .version:
      false
    }
  }

  /// Whether an error message repeats a wrong value. The parser then checks that the value is not a secret.
  var isShownWhenWrong: Bool {
    switch self {
    case .provider, .email, .imap, .smtp: true
    case .username, .imapUsername, .smtpUsername, .imapSecurity, .smtpSecurity, .secretFrom, .tokenFrom, .signIn, .clientID, .clientFile,
      .tenant,
      .issuer, .redirectPort, .secretCommand, .catalog, .all,
      .caFile,
      .lang, .timeout, .json, .jsonDialog, .qr, .qrFile, .trace, .quiet, .noColor, .plain, .yes, .ispdb, .noBrowser, .save, .store, .write,
      .remove,
      .dialect,
      .hostname, .type, .force, .help, .version:
      false
    }
  }

  package static func named(_ spelling: String) -> Option? { allCases.first { $0.spelling == spelling } }

  /// Options of other programs that would put a secret on the command line, where every user of the computer can read
  /// it.
  static let secretOnes: Set<String> = ["--password", "--passwd", "--pass", "--secret", "--token", "--code", "-p", "-P"]
}

extension Option {
  /// The kind of a value: its placeholder in the help, and the candidates for completion.
  package enum Value: Sendable, Equatable {
    case provider
    case address
    case secretSource
    case file
    /// One of several words. `named` replaces the list of words in the help if it would be too long.
    case word([String], named: Text? = nil)
    /// Text that a shell cannot complete.
    case text(Text)

    package var placeholder: Text {
      switch self {
      case .provider: Placeholder.provider
      case .address: Placeholder.address
      case .secretSource: Placeholder.source
      case .file: Placeholder.file
      case .word(let words, let name): name ?? Text(same: words.joined(separator: "|"))
      case .text(let name): name
      }
    }
  }

  /// A group of options with its heading in the help.
  package enum Group: Sendable, CaseIterable {
    case account, servers, output, behaviour

    package var heading: Text {
      switch self {
      case .account: HelpSentence.account
      case .servers: HelpSentence.servers
      case .output: HelpSentence.output
      case .behaviour: HelpSentence.behaviour
      }
    }
  }

  /// The option with the placeholder of its value, for example `--email ADDRESS`.
  package var call: Text {
    guard let name = value?.placeholder else { return Text(same: spelling) }
    return Text(same: spelling + " ") + name
  }
}
