// The ids of the questions. A front end that drives the program by `--json-dialog` knows a question by its id, which is the same in
// every language and does not change.

/// What a question is about. The raw value is the id.
package enum QuestionID: String, Sendable, CaseIterable {
  // Text.

  case address
  case imapServer = "imap-server"
  case smtpServer = "smtp-server"
  /// The user name at both servers, then at one of them.
  case username
  case imapUsername = "imap-username"
  case smtpUsername = "smtp-username"
  /// The address at the provider itself, for an account with a domain of the user's own.
  case providerAddress = "provider-address"
  case helperCommand = "helper-command"
  case clientID = "client-id"
  case accountName = "account-name"
  case logFile = "log-file"
  /// The file for a configuration.
  case configurationFile = "configuration-file"
  case authorityFile = "ca-file"

  // A provider: any, then one of those that match.

  case provider
  case whichProvider = "which-provider"
  /// One of those for companies.
  case company

  // One of several answers.

  /// Which address a text that is none was meant to be.
  case correctedAddress = "corrected-address"
  /// Whether another domain is meant.
  case similarAddress = "similar-address"
  case addressElsewhere = "address-elsewhere"
  case brand
  case servers
  case signIn = "sign-in"
  case afterFailure = "after-failure"
  case review
  case imapEncryption = "imap-encryption"
  case smtpEncryption = "smtp-encryption"
  case whichAccount = "which-account"
  case savedAccount = "saved-account"
  case elsewhere
  case afterSuccess = "after-success"
  case keyring
  case mailClient = "mail-client"
  case clientFile = "client-file"
  case importedAccount = "imported-account"

  // A text that is read part by part.

  case guide

  // Yes or no.

  case addressIsRight = "address-is-right"
  case serverIsRight = "server-is-right"
  case agreeToServers = "agree-to-servers"
  case agreeToNearServers = "agree-to-near-servers"
  case enterAnyway = "enter-anyway"
  case sendAnyway = "send-anyway"
  case saveUnencrypted = "save-unencrypted"
  case saveFirst = "save-first"
  case printAutoconfig = "print-autoconfig"
  case showRegistration = "show-registration"
  case editAgain = "edit-again"
  case keepAuthority = "keep-authority"
  case trustAuthority = "trust-authority"
  case runCommand = "run-command"
  case replaceEntry = "replace-entry"
  case replaceFile = "replace-file"
  case writeFile = "write-file"
  case removeFromFile = "remove-from-file"
  case removeAccounts = "remove-accounts"
  case sendMessage = "send-message"

  // Secrets.

  case secret
  case clientSecret = "client-secret"
  /// What the browser shows at the end of a sign-in.
  case signInAnswer = "sign-in-answer"
}
