// What a person can press, as far as any prompt makes a difference of it.

package enum Key: Equatable, Sendable {
  /// A character as it came, one scalar of it at a time.
  case scalar(Unicode.Scalar)
  /// An octet that belongs to no UTF-8 character: part of a secret in another encoding, noise everywhere else.
  case octet(UInt8)
  /// A line end inside a bracketed paste; it submits nothing.
  case pastedLineEnd
  case enter, tab, backTab, escape
  case backspace, delete
  case left, right, up, down, home, end, pageUp, pageDown
  /// A letter pressed with Ctrl, in lower case. Ctrl-C, Ctrl-Z and Ctrl-\ are the terminal's and arrive as signals.
  case control(Character)
  /// F1 and its like by number.
  case function(Int)
}
