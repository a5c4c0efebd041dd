// The causes of a failure after a sign-in with an access token: nothing that only a password can have.

import Vocabulary

enum TokenRule {
  /// The causes that are only about passwords.
  private static let aboutPasswords: Set<Cause> = CircumstanceRule.blamesSecret.union([.oauthRequired, .passwordExpired, .passwordTooWeak])

  /// Returns the causes of a refused token. `causes` are those that the words of the reply suggest.
  ///
  /// If these name a password first, or nothing, what the server said about the token decides. Most servers answer alike to a token that
  /// has expired, was revoked, lacks a scope or belongs to somebody else, so all these are named. A token that the other server has
  /// accepted is good.
  static func causes(
    _ causes: [Cause], of failure: SessionFailure, at side: MailProtocol, isAcceptedByOther: Bool
  ) -> [Cause] {
    let others = causes.filter { !aboutPasswords.contains($0) && $0 != .unknown }
    guard case .tokenRefused(_, let status) = failure.cause else { return others }
    // Nothing is said about the token then, or about a switch.
    if status?.isUnchecked == true { return [.temporaryServerError] }
    if let first = others.first, first == causes.first { return others }
    let likely = isAcceptedByOther ? [side == .imap ? .imapDisabled : .smtpDisabled, .tokenWrongScope] : said(status)
    return likely + others.filter { !likely.contains($0) }
  }

  /// Returns `causes` of a failure that is no refusal of the token.
  static func causesAfterLogin(_ causes: [Cause]) -> [Cause] {
    let others = causes.filter { !aboutPasswords.contains($0) }
    return others.isEmpty && !causes.isEmpty ? [.unknown] : others
  }

  private static let alike: [Cause] = [.tokenExpired, .tokenWrongScope, .tokenWrongUser]

  /// RFC 7628, section 3.2.2 and RFC 6750, section 3.1; XOAUTH2 has an HTTP status instead of a word.
  private static func said(_ status: TokenStatus?) -> [Cause] {
    switch status?.status?.text.lowercased() {
    case "insufficient_scope", "403": [.tokenWrongScope, .tokenExpired, .tokenWrongUser]
    // Google: a token without the scope for mail (developers.google.com/gmail/imap/xoauth2-protocol).
    case "400": [.tokenWrongScope, .tokenExpired, .tokenWrongUser]
    case _: alike
    }
  }
}
