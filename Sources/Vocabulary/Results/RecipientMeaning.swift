// The meaning of a server's refusal of the user's own address as a recipient.

/// What a refusal of RCPT TO says about the account. Postfix, as shipped, refuses a foreign sender only in its answer
/// to RCPT TO. Most refusals there concern the mailbox.
package enum RecipientMeaning: Sendable, CaseIterable {
  /// The server refuses this sender, or sending in general. The refusal counts against the account.
  case sender
  /// The user's own mailbox accepts no mail now. The refusal does not concern the sender.
  case mailbox
  /// The refusal is temporary or its subject is unknown. Whether the server accepts the sender stays open.
  case open
}
