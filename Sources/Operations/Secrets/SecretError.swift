// Why a secret was not read, as data.

import Vocabulary

package enum SecretError: Equatable, Sendable {
  case empty
  case tooLong
  case forbiddenOctet
  /// UTF-16 or UTF-32, by its byte order mark.
  case wideText
  /// The environment variable is not set.
  case unset(String)
  case unreadable(String, reason: String)
  case commandFailed(String, status: Int32)
  case noTerminal
  case standardInputIsTerminal
  case timedOut

  /// The reason why no login can contain the secret.
  package init(_ fault: Secret.Error) {
    switch fault {
    case .empty: self = .empty
    case .tooLong: self = .tooLong
    case .forbiddenOctet: self = .forbiddenOctet
    }
  }
}
