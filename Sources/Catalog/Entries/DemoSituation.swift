// What the demo can show: one mailbox for each situation.

import Vocabulary

/// A situation, named by the local part of its mailbox.
package enum DemoSituation: String, Sendable, CaseIterable {
  /// Everything works.
  case works = "demo"
  /// IMAP is turned off for the mailbox.
  case withoutIMAP = "off"
  /// The SMTP server refuses the address as the sender.
  case foreignSender = "sender"
  /// Nobody trusts the authority of the servers' certificate.
  case untrusted = "certificate"
  /// The servers accept connections and say nothing.
  case silent

  package var address: String { "\(rawValue)@demo.invalid" }

  /// The situation of the mailbox with `address`. `nil` if the demo has no such mailbox.
  package init?(of address: MailAddress) {
    guard let situation = Self.allCases.first(where: { address.description.utf8.equalsIgnoringCase($0.address) }) else { return nil }
    self = situation
  }
}
