// What came of RCPT TO the own address, which is asked behind an accepted MAIL FROM and taken back by RSET or QUIT.

import Vocabulary

package enum RecipientAnswer: Equatable, Sendable {
  case accepted
  /// The own mailbox takes no mail at present, in these words.
  case mailbox(ServerReply)
  /// MAIL FROM was accepted, and the rest is not decided.
  case undecided(ServerReply)
  /// The catalog knows that the server counts such questions.
  case notAsked

  /// What the server said, where it did not simply say yes.
  package var reply: ServerReply? {
    switch self {
    case .mailbox(let reply), .undecided(let reply): reply
    case .accepted, .notAsked: nil
    }
  }
}
