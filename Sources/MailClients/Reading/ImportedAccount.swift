// An account as a mail program's configuration tells of it. Nothing in it is a secret, and all of it can be shown.

import Vocabulary

package struct ImportedAccount: Equatable, Sendable {
  /// What the file calls it; empty where it has no name.
  package let name: String
  package let address: MailAddress?
  /// nil where the program does not speak the protocol, or the file does not say.
  package let imap: FoundServer?
  package let smtp: FoundServer?
  /// How the program gets the secret, as its configuration words it. It is shown, never run.
  package let secretCommand: String?
  /// A file of authorities that the program trusts in place of the system's, or beside it; nil for the system's own.
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
  /// nil where the file does not say.
  package let username: Username?

  package enum Username: Equatable, Sendable {
    case written(String)
    /// What every address of a domain has for one.
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

/// What was read, and what its owner should know of the file.
package struct Import: Equatable, Sendable {
  package let accounts: [ImportedAccount]
  /// In the order of their declaration.
  package let remarks: [ImportRemark]
}

/// The raw values are words of the JSON.
package enum ImportRemark: String, Sendable, CaseIterable {
  /// A password stands in the file. It was not read.
  case passwordInClear = "password_in_clear"
  /// A connection of the file is not encrypted; here there is none like that.
  case notEncrypted = "not_encrypted"
  /// The file goes on in others, which were not read.
  case includesOthers = "includes_others"
}
