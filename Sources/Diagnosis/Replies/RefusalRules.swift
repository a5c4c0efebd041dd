// Phrases that refuse a login without naming a cause. They apply if no code says more.

import Vocabulary

extension GeneralRule {
  static let refusals: [GeneralRule] = [
    .init(mailProtocol: .imap, moments: [.login], words: refused + LanguageWords.wrongPassword, causes: refusedByIMAP),
    .init(mailProtocol: .smtp, moments: [.login], words: refused + LanguageWords.wrongPassword, causes: refusedBySMTP),
    // RFC 9051, section 7.1.3: the server did not understand the command, which says nothing about the secret.
    .init(mailProtocol: .imap, condition: "BAD", causes: [.clientProtocolError]),
  ]

  private static let refused: [ReplyPattern] =
    blamedSecret + [
      "authorized users only", "access denied", "not authenticated", "unable to authenticate", "cannot authenticate",
      "could not authenticate", "unauthorized", "not authorized", "auth error", "denied",
      ReplyPattern(
        "auth|authenticate|authentication|login|logon|log in|sign in|signin … fail|failed|failure|error|unsuccessful|denied|"
          + "rejected|refused|incorrect|invalid"),
    ]

  /// Phrases that blame the user name or the password.
  static let blamedSecret: [ReplyPattern] = [
    "bad|incorrect|invalid|wrong|unknown … credentials|login|logon|password|passwd|user|username|authentication|account",
    "credential*|password|passwd|username … bad|incorrect|invalid|wrong|mismatch|not accepted|rejected|not match|error|failed",
    "password mismatch", "password|passwd … combination … not|no|unknown|invalid|incorrect|wrong",
  ]
}
