// Why a configuration is not written.

import Vocabulary

package enum ExportFault: Error, Equatable, Sendable {
  /// A user name that is not printable or begins or ends in a blank.
  case unusableName
  /// The client cannot work with this account; the others of its kind can.
  case obstructed(Client, Obstacle, alternatives: [Client])
  /// The client's syntax has no way to write this value.
  case cannotHold(Client, Field)

  package enum Field: Sendable, CaseIterable { case address, userName, secretCommand }
}

/// What keeps a client from working with an account.
package enum Obstacle: Sendable, Equatable, CaseIterable {
  /// The provider opens no mailbox to clients that do not send ID (RFC 2971), and this one does not.
  case sendsNoID
  /// The server begins in clear, and the client cannot be made to insist on STARTTLS.
  case cannotInsistOnTLS

  /// Whether not even consent has it written: the secret could go over the network in clear.
  package var isFinal: Bool { self == .cannotInsistOnTLS }
}
