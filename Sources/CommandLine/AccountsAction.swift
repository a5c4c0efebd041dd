// The actions of `setup accounts`.

/// The word after the command. Without a word the action is `list`. The raw value is the word that the user types.
package enum AccountsAction: String, Sendable, CaseIterable {
  case list, pause, resume, edit, rename, remove, export, `import`

  /// Words for the addition of an account, which is no action: the verification saves it.
  package static let additions: Set<String> = ["add", "new", "create", "save"]

  /// The options of the action, besides those that every command has.
  package var options: Set<Option> {
    switch self {
    case .list: [.catalog, .json]
    case .pause, .resume, .rename: []
    case .edit:
      [
        .email, .username, .imapUsername, .smtpUsername, .secretFrom, .tokenFrom, .store, .imap, .smtp, .imapSecurity, .smtpSecurity,
        .caFile, .catalog, .json, .jsonDialog, .trace, .quiet, .plain, .timeout, .noBrowser,
      ]
    case .remove: [.yes, .plain, .jsonDialog]
    case .export: [.yes]
    case .import: [.catalog]
    }
  }

  /// The maximum number of operands after the action. `nil` if there is no maximum.
  package var most: Int? {
    switch self {
    case .list: 0
    case .edit, .export, .import: 1
    case .rename: 2
    case .pause, .resume, .remove: nil
    }
  }
}
