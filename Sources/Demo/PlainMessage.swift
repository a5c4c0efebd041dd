// The message of SASL PLAIN as the server reads it (RFC 4616, section 2).

import LoopbackServer
import Vocabulary
import Wire

enum PlainMessage {
  /// Decodes base64 of `[authzid] NUL authcid NUL passwd` and returns the answer of `mailboxes`. Returns `nil` if the
  /// message has another form, or if the authorization identity is not empty and differs from the user name. The
  /// decoded octets are wiped.
  static func judge(base64: some Collection<UInt8>, by mailboxes: DemoMailboxes) -> DemoMailboxes.LoginResult? {
    guard var octets = Base64.decode(base64) else { return nil }
    defer { octets.wipe() }
    guard let first = octets.firstIndex(of: .nul), let second = octets[(first + 1)...].firstIndex(of: .nul),
      octets.lastIndex(of: .nul) == second
    else { return nil }
    let username = (first + 1)..<second
    let password = (second + 1)..<octets.count
    guard !username.isEmpty, !password.isEmpty, first == 0 || octets[..<first].elementsEqual(octets[username]) else { return nil }
    return mailboxes.judge(username: octets[username], password: octets[password])
  }
}
