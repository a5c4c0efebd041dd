// The result of RCPT TO with the user's own address, sent after an accepted MAIL FROM and discarded by RSET or QUIT.

import Vocabulary

/// Whether the server accepts the user's own address as a recipient.
package enum RecipientAnswer: Equatable, Sendable {
  case accepted
  /// The user's mailbox accepts no mail now, according to this reply.
  case mailbox(ServerReply)
  /// MAIL FROM was accepted. This reply says nothing about the account.
  case undecided(ServerReply)
  /// The catalog says that the server counts RCPT TO as a message.
  case notAsked

  /// The reply of the server. `nil` if it accepted or was not asked.
  package var reply: ServerReply? {
    switch self {
    case .mailbox(let reply), .undecided(let reply): reply
    case .accepted, .notAsked: nil
    }
  }
}
