// What is known about the app with which a user signs in in a browser.

import AccountStore
import OAuth
import Vocabulary

/// The app and the authorization server that a call names.
package struct AppInput: Sendable {
  /// The way that the call names. `nil` if it names none.
  package var way: SignInWay?
  package var clientID: String?
  /// The file with the client ID and the client secret. `nil` if the call names none.
  package var clientFile: String?
  /// The client secret of the app, from that file or typed. `nil` if there is none.
  package var clientSecret: Secret?
  package var tenant: String?
  /// The issuer of the user's own servers (RFC 8414).
  package var issuer: WebAddress?
  /// The port for the redirect to this computer. 0 for any.
  package var redirectPort: UInt16 = 0

  package init() {}

  /// Whether the call wants a sign-in in which this program requests the tokens.
  package var wantsSignIn: Bool {
    switch way {
    case .browser?, .device?, .paste?: true
    case .command?, nil: false
    }
  }
}
