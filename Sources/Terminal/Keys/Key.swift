// The keys that a prompt distinguishes.

/// A key that the user pressed, or a part of pasted text.
package enum Key: Equatable, Sendable {
  /// One Unicode scalar of a typed character.
  case scalar(Unicode.Scalar)
  /// An octet that is not part of a UTF-8 character. It may be part of a secret in another encoding. All other prompts
  /// ignore it.
  case octet(UInt8)
  /// The same inside a bracketed paste. Fields treat it like a typed character; menus and yes-or-no questions ignore it.
  case pasted(Unicode.Scalar)
  case pastedOctet(UInt8)
  /// A line end inside a bracketed paste. It does not submit the answer.
  case pastedLineEnd
  case enter, tab, backTab, escape
  case backspace, delete
  case left, right, up, down, home, end, pageUp, pageDown
  /// A letter with Ctrl, in lower case. The terminal turns Ctrl-C, Ctrl-Z and Ctrl-\ into signals.
  case control(Character)
  /// A function key by its number. All versions of F1 are decoded; other function keys are ignored.
  case function(Int)
}

extension Key {
  /// Whether the key is a part of pasted text.
  package var isPasted: Bool {
    switch self {
    case .pasted, .pastedOctet, .pastedLineEnd: true
    case .scalar, .octet, .enter, .tab, .backTab, .escape, .backspace, .delete, .left, .right, .up, .down, .home, .end, .pageUp, .pageDown,
      .control, .function:
      false
    }
  }

  /// The same key inside a paste, where only characters and octets occur.
  var inPaste: Key {
    switch self {
    case .scalar(let scalar): .pasted(scalar)
    case .octet(let octet): .pastedOctet(octet)
    case .pasted, .pastedOctet, .pastedLineEnd, .enter, .tab, .backTab, .escape, .backspace, .delete, .left, .right, .up, .down, .home,
      .end, .pageUp, .pageDown, .control, .function:
      self
    }
  }
}
