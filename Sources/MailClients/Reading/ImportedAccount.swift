// An account as the configuration of a mail program describes it. It contains no secret and can be printed.

import Vocabulary

package struct ImportedAccount: Equatable, Sendable {
  /// The name of the account in the file. Empty if it has none.
  package let name: String
  package let address: MailAddress?
  /// `nil` if the program does not use the protocol, or the file does not name the server.
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
}

/// What the user should know about a file. The raw values are words of the JSON.
package enum ImportRemark: String, Sendable, CaseIterable {
  /// The file contains a password. It was not read.
  case passwordInClear = "password_in_clear"
  /// A connection in the file is not encrypted. This program always encrypts.
  case notEncrypted = "not_encrypted"
  /// The file includes other files, which were not read.
  case includesOthers = "includes_others"
}
