// The environment variable of each option. A variable is a default: arguments of the call have precedence.

import Posix
import Sentences
import Vocabulary

extension Option {
  /// Why an option has no variable.
  package enum WithoutVariable: Sendable, CaseIterable {
    /// It agrees to something, or lets the call change something that lasts. That is for one call.
    case consent
    /// It says what one call is about.
    case call
    /// The program that calls this one sets it.
    case caller
  }

  /// Why there is no variable for the option. `nil` if there is one. A secret itself has neither an option nor a variable.
  package var withoutVariable: WithoutVariable? {
    switch self {
    case .yes, .ispdb, .force, .write, .remove, .save: .consent
    case .all, .help, .version: .call
    case .jsonDialog, .dialect, .hostname, .type: .caller
    case .provider, .email, .username, .imapUsername, .smtpUsername, .secretFrom, .tokenFrom, .signIn, .clientID, .clientFile, .tenant,
      .issuer, .redirectPort, .secretCommand, .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile, .catalog, .json, .qr, .qrFile, .trace,
      .lang, .quiet, .noColor, .plain, .timeout, .noBrowser, .store:
      nil
    }
  }

  /// The name of the variable, for example `MAILSETUP_CA_FILE`. `nil` if there is none.
  package var variable: String? {
    guard withoutVariable == nil else { return nil }
    return Environment.ownPrefix + rawValue.uppercasedASCII.replacing("-", with: "_")
  }

  /// Whether the option describes the account. Its variable has no effect in a call whose operand names the account, or that is about
  /// saved accounts: these have their own values.
  var describesAccount: Bool {
    switch self {
    case .provider, .email, .username, .imapUsername, .smtpUsername, .secretFrom, .tokenFrom, .signIn, .clientID, .clientFile, .tenant,
      .issuer, .redirectPort, .secretCommand, .imap, .smtp, .imapSecurity, .smtpSecurity, .caFile, .save, .store:
      true
    case .catalog, .all, .json, .jsonDialog, .qr, .qrFile, .trace, .lang, .quiet, .noColor, .plain, .timeout, .yes, .ispdb, .noBrowser,
      .write,
      .remove, .dialect, .hostname, .type, .force, .help, .version:
      false
    }
  }

  /// Whether the option decides which servers get a secret, or which of them are trusted. The user is told of its variable.
  package var decidesDestination: Bool {
    switch self {
    case .provider, .email, .imap, .smtp, .caFile, .catalog, .tenant, .issuer: true
    case .username, .imapUsername, .smtpUsername, .secretFrom, .tokenFrom, .signIn, .clientID, .clientFile, .redirectPort, .secretCommand,
      .imapSecurity, .smtpSecurity, .all, .json, .jsonDialog, .qr, .qrFile, .trace, .lang, .quiet, .noColor, .plain, .timeout, .yes, .ispdb,
      .noBrowser, .save, .store, .write, .remove, .dialect, .hostname, .type, .force, .help, .version:
      false
    }
  }

  /// The options that cannot be used together with this one, or that it has precedence over. An argument of this option suspends their
  /// variables.
  var rivals: Set<Option> {
    switch self {
    case .secretFrom: [.tokenFrom, .signIn]
    case .tokenFrom: [.secretFrom, .signIn, .store]
    case .signIn: [.secretFrom, .tokenFrom]
    case .clientID: [.clientFile]
    case .clientFile: [.clientID]
    case .username: [.imapUsername, .smtpUsername]
    case .json: [.qr]
    case .jsonDialog: [.json]
    case .qr: [.json]
    case .provider, .email, .imapUsername, .smtpUsername, .tenant, .issuer, .redirectPort, .secretCommand, .imap, .smtp, .imapSecurity,
      .smtpSecurity, .caFile, .catalog, .all, .qrFile, .trace, .lang, .quiet, .noColor, .plain, .timeout, .yes, .ispdb, .noBrowser, .save,
      .store, .write, .remove, .dialect, .hostname, .type, .force, .help, .version:
      []
    }
  }

  /// The option without which this one is an error. Its variable then has no effect.
  var companion: Option? {
    switch self {
    case .clientID, .clientFile, .tenant, .issuer, .redirectPort: .signIn
    case .imapSecurity: .imap
    case .smtpSecurity: .smtp
    case .store: .save
    case .provider, .email, .username, .imapUsername, .smtpUsername, .secretFrom, .tokenFrom, .signIn, .secretCommand, .imap, .smtp,
      .caFile, .catalog, .all, .json, .jsonDialog, .qr, .qrFile, .trace, .lang, .quiet, .noColor, .plain, .timeout, .yes, .ispdb,
      .noBrowser, .save,
      .write, .remove, .dialect, .hostname, .type, .force, .help, .version:
      nil
    }
  }
}
