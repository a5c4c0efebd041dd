// What a server offers for a login, read from what it says inside TLS before the login.

import Vocabulary
import Wire

/// A server's offer.
package struct LoginOffer: Equatable, Sendable {
  package let mailProtocol: MailProtocol
  /// The SASL mechanisms in upper case, in the server's order.
  package let mechanisms: [String]
  /// Whether the server forbids IMAP's LOGIN command (LOGINDISABLED; RFC 9051, section 6.2.3).
  package let isLoginDisabled: Bool
  /// Whether the server accepts an initial response on the command line: SASL-IR in IMAP (RFC 4959), always in SMTP (RFC
  /// 4954, section 4).
  package let takesInitialResponse: Bool
  /// Whether the server offers ID (RFC 2971).
  package let takesID: Bool
  /// The maximum size of a message in octets (SIZE, RFC 1870). `nil` if the server does not say.
  package let size: Int?
  /// The channel binding of the connection. `nil` if it has none: then no mechanism that needs one can be used.
  let channelBinding: ChannelBinding?

  /// Reads an IMAP server's capabilities. `nil` if the server listed none: every IMAP server has the LOGIN command.
  package init(imap capabilities: [String]?, _ channelBinding: ChannelBinding? = nil) {
    self.channelBinding = channelBinding
    let known = capabilities ?? []
    mailProtocol = .imap
    mechanisms = known.compactMap { $0.hasPrefix("AUTH=") ? String($0.dropFirst("AUTH=".count)) : nil }.filter { !$0.isEmpty }
    isLoginDisabled = known.contains("LOGINDISABLED")
    takesInitialResponse = known.contains("SASL-IR")
    takesID = known.contains("ID")
    size = nil
  }

  package init(smtp extensions: SMTPExtensions, _ channelBinding: ChannelBinding? = nil) {
    self.channelBinding = channelBinding
    mailProtocol = .smtp
    mechanisms = extensions.mechanisms
    (isLoginDisabled, takesInitialResponse, takesID) = (false, true, false)
    size = extensions.keywords.first { $0.hasPrefix("SIZE ") }.flatMap { Int($0.dropFirst("SIZE ".count)) }
  }

  /// Returns the part of this offer that a user name can be sent with. IMAP's LOGIN command and the mechanisms LOGIN and CRAM-MD5
  /// are for ASCII (RFC 6855, section 5).
  func carrying(_ username: String) -> LoginOffer { username.utf8.allSatisfy { $0 < 0x80 } ? self : LoginOffer(carryingUTF8: self) }

  private init(carryingUTF8 offer: LoginOffer) {
    (mailProtocol, takesInitialResponse, takesID) = (offer.mailProtocol, offer.takesInitialResponse, offer.takesID)
    (size, channelBinding) = (offer.size, offer.channelBinding)
    mechanisms = offer.mechanisms.filter { SASLMechanismName(rawValue: $0)?.carriesUTF8 == true }
    isLoginDisabled = true
  }

  /// Whether IMAP's LOGIN command may be used.
  package var takesLoginCommand: Bool { mailProtocol == .imap && !isLoginDisabled }

  /// Returns the best offered mechanism for authenticators of this kind. `nil` if there is none. The mechanism LOGIN is
  /// not used in IMAP, which has a command for it.
  func mechanism(for kind: Credentials.Kind) -> SASLMechanismName? {
    SASLMechanismName.allCases.first { name in
      name.kind == kind && name.isImplemented && offers(name) && !(mailProtocol == .imap && name == .login)
        && (channelBinding != nil || !name.needsChannelBinding)
    }
  }

  func offers(_ name: SASLMechanismName) -> Bool { mechanisms.contains(name.rawValue) }

  /// Returns the reason why no authenticator of this kind can be used with `part` of this offer. `nil` if one can be used.
  func obstacle(for kind: Credentials.Kind, carryingOnly part: LoginOffer) -> SessionFailure.Cause? {
    part.obstacle(for: kind) == nil ? nil : obstacle(for: kind) ?? .takesNoUTF8
  }

  /// Returns the reason why no authenticator of this kind can be used here. `nil` if one can be used.
  package func obstacle(for kind: Credentials.Kind) -> SessionFailure.Cause? {
    if mechanism(for: kind) != nil { return nil }
    switch kind {
    case .accessToken: return .takesNoToken(offered: mechanisms)
    case .password:
      if !mechanisms.isEmpty, mechanisms.allSatisfy({ SASLMechanismName(rawValue: $0)?.kind == .accessToken }) {
        return .needsOAuth(offered: mechanisms)
      }
      if takesLoginCommand { return nil }
      return isLoginDisabled && mechanisms.isEmpty ? .loginDisabled : .noMechanism(offered: mechanisms)
    }
  }
}
