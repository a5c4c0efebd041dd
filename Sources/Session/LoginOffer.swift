// What a server offers for logging in, read from what it says inside TLS before anybody logs in.

import Vocabulary
import Wire

package struct LoginOffer: Equatable, Sendable {
  package let mailProtocol: MailProtocol
  /// The SASL mechanisms, upper case, in the server's order.
  package let mechanisms: [String]
  /// LOGINDISABLED (RFC 9051 6.2.3): IMAP's own LOGIN is not to be tried.
  package let isLoginDisabled: Bool
  /// A first message may stand on the command line: SASL-IR in IMAP (RFC 4959), always in SMTP (RFC 4954 4).
  package let takesInitialResponse: Bool
  /// RFC 2971.
  package let takesID: Bool
  /// The largest message in octets (SIZE, RFC 1870); nil where the server does not say.
  package let size: Int?

  /// Mechanisms that take a token instead of a password.
  private static let tokens: Set<String> = ["XOAUTH", "XOAUTH2", "OAUTHBEARER", "PLAIN-CLIENTTOKEN", "ATOKEN", "ATOKEN2"]

  /// Without a list nothing is known, and LOGIN is what every IMAP server has.
  package init(imap capabilities: [String]?) {
    let known = capabilities ?? []
    mailProtocol = .imap
    mechanisms = known.compactMap { $0.hasPrefix("AUTH=") ? String($0.dropFirst("AUTH=".count)) : nil }.filter { !$0.isEmpty }
    isLoginDisabled = known.contains("LOGINDISABLED")
    takesInitialResponse = known.contains("SASL-IR")
    takesID = known.contains("ID")
    size = nil
  }

  package init(smtp extensions: SMTPExtensions) {
    mailProtocol = .smtp
    mechanisms = extensions.mechanisms
    (isLoginDisabled, takesInitialResponse, takesID) = (false, true, false)
    size = extensions.keywords.first { $0.hasPrefix("SIZE ") }.flatMap { Int($0.dropFirst("SIZE ".count)) }
  }

  /// Whether IMAP's own LOGIN may be tried.
  package var takesLoginCommand: Bool { mailProtocol == .imap && !isLoginDisabled }

  /// Why no password can be used here, whatever it is; nil where one can.
  package var obstacle: SessionFailure.Cause? {
    let isPossible =
      switch mailProtocol {
      case .imap: mechanisms.contains("PLAIN")
      case .smtp: mechanisms.contains("PLAIN") || mechanisms.contains("LOGIN")
      }
    if isPossible { return nil }
    if !mechanisms.isEmpty, mechanisms.allSatisfy(Self.tokens.contains) { return .needsOAuth(offered: mechanisms) }
    if takesLoginCommand { return nil }
    return isLoginDisabled && mechanisms.isEmpty ? .loginDisabled : .noMechanism(offered: mechanisms)
  }
}
