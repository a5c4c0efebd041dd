// The mailboxes of the demo servers, and their answers to a user name and a password.

import Catalog
import Vocabulary
import Wire

/// A mailbox with its passwords.
package struct DemoMailbox: Sendable {
  package let address: String
  /// The password that a mail program has to use.
  package let appPassword: String
  /// The password of the web mail. The servers refuse it to a mail program.
  package let accountPassword: String
  let situation: DemoSituation

  package init(_ address: String, appPassword: String, accountPassword: String, situation: DemoSituation = .works) {
    (self.address, self.appPassword, self.accountPassword, self.situation) = (address, appPassword, accountPassword, situation)
  }

  /// Returns whether `address` is the address of this mailbox. The comparison is case-insensitive.
  func owns(_ address: some Sequence<UInt8>) -> Bool { address.equalsIgnoringCase(self.address) }
}

/// What one pair of servers accepts instead of passwords: access tokens.
package struct DemoTokens: Sendable {
  /// Returns the address of the mailbox that a token opens. `nil` if the token opens none, or none any more.
  let owner: @Sendable (_ token: ArraySlice<UInt8>) -> String?

  package init(owner: @escaping @Sendable (_ token: ArraySlice<UInt8>) -> String?) { self.owner = owner }
}

/// The mailboxes of one pair of servers.
struct DemoMailboxes: Sendable {
  let all: [DemoMailbox]
  /// `nil` if the servers accept passwords.
  var tokens: DemoTokens?

  /// The result of checking a user name and a password, or a token.
  enum LoginResult {
    case accepted(DemoMailbox)
    case appPasswordRequired
    /// The token has expired, or is for another mailbox.
    case tokenRefused
    /// The mailbox does not exist, or the password is neither of its two.
    case wrong
  }

  /// The mechanisms that the servers offer.
  var mechanisms: [SASLMechanismName] { tokens == nil ? [.plain, .login] : [.xoauth2, .oauthBearer] }

  func judge(username: some Sequence<UInt8>, token: ArraySlice<UInt8>) -> LoginResult {
    guard let mailbox = all.first(where: { $0.owns(username) }), let owner = tokens?.owner(token), mailbox.address == owner else {
      return .tokenRefused
    }
    return .accepted(mailbox)
  }

  func judge(username: some Sequence<UInt8>, password: some Sequence<UInt8>) -> LoginResult {
    guard let mailbox = all.first(where: { $0.owns(username) }) else { return .wrong }
    // Equality alone decides. These servers do not ignore blanks or hyphens in a password.
    if password.elementsEqual(mailbox.appPassword.utf8) { return .accepted(mailbox) }
    return password.elementsEqual(mailbox.accountPassword.utf8) ? .appPasswordRequired : .wrong
  }
}
