// Why a configuration is not made.

import Vocabulary

package enum ExportError: Error, Equatable, Sendable {
  /// A user name that is not printable or begins or ends in a blank.
  case unusableName
  /// A path to an authority's file with something in it that is not printable.
  case unusableAuthority
  /// A command for the secret with something in it that is not printable.
  case unusableCommand
  /// The client cannot work with this account; the others of its kind can.
  case obstructed(MailClient, Obstacle, alternatives: [MailClient])
  /// The client's syntax has no way to write this value.
  case cannotHold(MailClient, Field)

  package enum Field: Sendable, CaseIterable { case address, userName, secretCommand, authorityFile }
}

/// What keeps a client from working with an account.
package enum Obstacle: Sendable, Equatable {
  /// The provider opens no mailbox to clients that do not send ID (RFC 2971), and this one does not.
  case sendsNoID
  /// The same, and the installed version does not; since the other one it can.
  case sendsNoIDYet(ClientVersion, since: ClientVersion)
  /// The server begins in clear, and the client cannot be made to insist on STARTTLS.
  case cannotInsistOnTLS
  /// It has no setting for the account's own authority, and would not trust the servers.
  case knowsNoAuthority
  /// The installed version cannot read what is written; since the other one it can.
  case tooOld(ClientVersion, since: ClientVersion)

  /// Whether not even consent has it written: the secret could go over the network in clear.
  package var isFinal: Bool { self == .cannotInsistOnTLS }
}
