// What a server's refusal of the own address as a recipient says of the account.

/// Postfix as shipped refuses a foreign sender only in its answer to RCPT TO; but most refusals there speak of the mailbox.
package enum RecipientMeaning: Sendable, CaseIterable {
  /// This sender, or sending at all, is refused: it counts against the account.
  case sender
  /// The own mailbox takes no mail now; nothing speaks against the sender.
  case mailbox
  /// It is for now, or nobody can tell of what it speaks: whether the sender is accepted stays open.
  case open
}
