// Where the answers about an account come from, which the user sees before the secret is sent.

import Vocabulary

/// What names a server or a provider.
package enum AnswerSource: Equatable, Sendable {
  /// The options of the call.
  case call
  case typed
  /// Another program's configuration.
  case imported
  /// MX or SRV records.
  case dns
  /// A document at this host.
  case document(HostName)
  /// Thunderbird's public list.
  case publicList
  /// A usual name that was tried.
  case guess
  /// The built-in list.
  case builtIn
  /// The user's own file of providers.
  case ownFile(String)
}

/// The sources of the answers that are not from the call.
package struct AnswerSources: Equatable, Sendable {
  /// `nil` if the user has chosen the provider, or if it is that of the address.
  package var provider: AnswerSource?
  private var imap: AnswerSource?
  private var smtp: AnswerSource?

  package init() {}

  /// What names the server of `mailProtocol`. `nil` if nothing but the call or the provider does.
  package subscript(mailProtocol: MailProtocol) -> AnswerSource? {
    get {
      switch mailProtocol {
      case .imap: imap
      case .smtp: smtp
      }
    }
    set {
      switch mailProtocol {
      case .imap: imap = newValue
      case .smtp: smtp = newValue
      }
    }
  }
}
