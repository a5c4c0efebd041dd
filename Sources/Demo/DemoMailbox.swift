// The mailboxes of the demo servers, and what each of them says to a password.

import Vocabulary

package struct DemoMailbox: Sendable {
  package enum IMAPAccess: Sendable { case on, off }

  package let address: String
  /// The password a program is to use.
  package let appPassword: String
  /// The password of the web mail, with which no program gets in.
  package let accountPassword: String
  package let imap: IMAPAccess

  package init(_ address: String, appPassword: String, accountPassword: String, imap: IMAPAccess = .on) {
    (self.address, self.appPassword, self.accountPassword, self.imap) = (address, appPassword, accountPassword, imap)
  }

  /// Whether `address` is this mailbox's own; the case of letters does not count.
  func owns(_ address: some Sequence<UInt8>) -> Bool { address.equalsIgnoringCase(self.address) }
}

/// All mailboxes of one pair of servers.
struct DemoMailboxes: Sendable {
  let all: [DemoMailbox]

  /// What comes of a user name and a password.
  enum Verdict {
    case accepted(DemoMailbox)
    case appPasswordRequired
    /// No such mailbox, or a password it does not know.
    case wrong
  }

  func judge(username: some Sequence<UInt8>, password: some Sequence<UInt8>) -> Verdict {
    guard let mailbox = all.first(where: { $0.owns(username) }) else { return .wrong }
    // Equality alone decides: these servers do not know blanks and hyphens in a password as something special.
    if password.elementsEqual(mailbox.appPassword.utf8) { return .accepted(mailbox) }
    return password.elementsEqual(mailbox.accountPassword.utf8) ? .appPasswordRequired : .wrong
  }
}
