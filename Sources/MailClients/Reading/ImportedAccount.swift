// An account as the configuration of a mail program describes it. It contains no secret and can be printed.

import Vocabulary

package struct ImportedAccount: Equatable, Sendable {
  /// The name of the account in the file. Empty if it has none.
  package let name: String
  package let address: MailAddress?
  /// `nil` if the program does not use the protocol, or the file does not name the server. Both are `nil` only if there is an address,
  /// by which a provider may be known.
  package let imap: FoundServer?
  package let smtp: FoundServer?
  /// The command by which the program gets the password.
  package let secretCommand: FoundCommand?
  /// Whether the program signs in with an access token (OAuth) and not with a password.
  package let usesOAuth: Bool
  /// The command by which the program gets the access token.
  package let tokenCommand: FoundCommand?
  /// The file of certificate authorities that the program trusts, or `nil` if it trusts those of the system only.
  package let authorityFile: String?

  package subscript(mailProtocol: MailProtocol) -> FoundServer? {
    switch mailProtocol {
    case .imap: imap
    case .smtp: smtp
    }
  }
}

package struct FoundServer: Equatable, Sendable {
  package let endpoint: Endpoint
  /// `nil` if the file does not say.
  package let username: Username?

  package enum Username: Equatable, Sendable {
    case written(String)
    /// The username follows from the address, as autoconfiguration files say.
    case address, localPart

    package func name(of address: MailAddress) -> String {
      switch self {
      case .written(let name): name
      case .address: address.description
      case .localPart: address.localPart
      }
    }
  }
}

/// The accounts of a file, and what the user should know about the file.
package struct Import: Equatable, Sendable {
  package let accounts: [ImportedAccount]
  /// In the order of their declaration.
  package let remarks: [ImportRemark]
  /// What the names of servers depend on although the file does not set it: names of variables, or the text with a placeholder. Each
  /// may be shown.
  package let unresolved: [String]

  /// Returns the same with another remark.
  package func with(_ remark: ImportRemark) -> Import {
    Import(
      accounts: accounts, remarks: ImportRemark.allCases.filter { $0 == remark || remarks.contains($0) }, unresolved: unresolved)
  }
}

/// What the user should know about a file. The raw values are words of the JSON.
package enum ImportRemark: String, Sendable, CaseIterable {
  /// The file contains a password. It was not read.
  case passwordInClear = "password_in_clear"
  /// A connection in the file is not encrypted. This program always encrypts.
  case notEncrypted = "not_encrypted"
  /// The file includes other files, which were not read.
  case includesOthers = "includes_others"
  /// The name of a server contains something that only the program itself could replace. `Import.unresolved` says what.
  case unresolvedValue = "unresolved_value"
  /// The servers or user names depend on the address, and the address is not known.
  case dependsOnAddress = "depends_on_address"
  /// An account is fetched by POP3, which this program does not speak.
  case pop3
  /// The program reads mail from folders on this computer. Another program fetches it.
  case localMail = "local_mail"
  /// The program hands mail to another program to be sent.
  case otherSender = "other_sender"
  /// Settings inside of hooks were not read.
  case settingsInHooks = "settings_in_hooks"
  /// An account has no server, neither in the file nor in the built-in list.
  case noServer = "no_server"
}
