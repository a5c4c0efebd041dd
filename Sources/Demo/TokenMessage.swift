// The message of the mechanisms for access tokens.

import Vocabulary
import Wire

/// A login with a token: XOAUTH2 (Google and Microsoft), or OAUTHBEARER (RFC 7628, section 3.1).
enum TokenMessage {
  private static let separator: UInt8 = 1

  /// Returns the result for the message in `base64`. `nil` if it is malformed, or if the client has cancelled with `*`.
  static func judge(base64: some Collection<UInt8>, _ mechanism: SASLMechanismName, by mailboxes: DemoMailboxes) -> DemoMailboxes
    .LoginResult?
  {
    guard var message = Base64.decode(base64) else { return nil }
    defer { message.wipe() }
    let fields = message.split(separator: separator, omittingEmptySubsequences: false)
    guard let first = fields.first, let username = username(in: first, mechanism),
      let token = fields.first(where: { $0.starts(with: "auth=Bearer ".utf8) })
    else { return nil }
    return mailboxes.judge(username: username, token: token.dropFirst("auth=Bearer ".utf8.count))
  }

  private static func username(in field: ArraySlice<UInt8>, _ mechanism: SASLMechanismName) -> [UInt8]? {
    let lead = mechanism == .xoauth2 ? "user=" : "n,a="
    guard field.starts(with: lead.utf8) else { return nil }
    let name = field.dropFirst(lead.utf8.count)
    guard mechanism != .xoauth2 else { return Array(name) }
    // RFC 5801, section 4.
    guard name.last == UInt8(ascii: ",") else { return nil }
    return Array(name.dropLast().text.replacing("=2C", with: ",").replacing("=3D", with: "=").utf8)
  }

  /// What the server says about a token that it refuses, in base64.
  static func status(_ mechanism: SASLMechanismName) -> String {
    let json =
      mechanism == .xoauth2 ? #"{"status":"401","schemes":"Bearer","scope":"mail"}"# : #"{"status":"invalid_token","scope":"mail"}"#
    return Base64.encode(Array(json.utf8)).text
  }
}
