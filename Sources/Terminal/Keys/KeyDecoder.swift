// The decoder of keyboard input: UTF-8, the control characters, and the sequences of ECMA-48 and xterm (ctlseqs,
// "PC-Style Function Keys", "Bracketed Paste Mode"). Unknown sequences are consumed whole and ignored, so that no arrow
// key ever types `[C`.

import Vocabulary

/// A state machine from octets to keys.
package struct KeyDecoder: Sendable {
  private enum State: Sendable {
    case ground
    /// After ESC.
    case escape
    /// After ESC O, and perhaps parameters.
    case singleShift
    /// After ESC [ and these octets.
    case sequence([UInt8])
    /// After the first octets of a UTF-8 character.
    case character([UInt8])
    /// After ESC and the first octet of a character that has this many octets left.
    case altered(Int)
  }

  private var state = State.ground
  private var isPasting = false
  private var lastWasReturn = false
  /// Whether a line end inside a paste is pending. It counts only if more text follows, because many clipboards add one
  /// at the end.
  private var lineEndWaits = false
  /// The number of octets that are kept of a sequence. The longest sequence of xterm has 12.
  private static let longest = 32

  package init() {}

  /// Whether the decoder is inside a sequence that the next octet, or `lapse`, has to end. It is `false` inside a paste: a
  /// pause there does not end a sequence, so that an end marker that arrives in two pieces is still recognized. It is
  /// `false` inside a character, too: on a slow line its octets arrive one by one, and whatever octet follows ends it.
  package var isPending: Bool {
    switch state {
    case .ground, .character: false
    case .escape, .singleShift, .sequence, .altered: !isPasting
    }
  }

  /// Whether a bracketed paste has begun and not ended.
  var isInsidePaste: Bool { isPasting }

  /// Decodes one octet. Returns the keys that it completes, in order.
  package mutating func take(_ octet: UInt8) -> [Key] {
    let wasPasting = isPasting
    let keys = wasPasting ? read(octet).map(\.inPaste) : read(octet)
    guard lineEndWaits, !keys.isEmpty else { return keys }
    lineEndWaits = false
    return [.pastedLineEnd] + keys
  }

  private mutating func read(_ octet: UInt8) -> [Key] {
    switch state {
    case .ground: return ground(octet)
    case .escape: return escaped(octet)
    case .singleShift:
      // Some terminals put the modifiers here: ESC O 2 P.
      if octet.isDigit || octet == UInt8(ascii: ";") { return [] }
      state = .ground
      if octet < 0x20 || octet >= 0x7f { return ground(octet) }
      return isPasting ? [] : Self.application[octet].map { [$0] } ?? []
    case .sequence(let octets): return sequence(octets, octet)
    case .character(let octets): return character(octets, octet)
    case .altered(let count):
      state = count > 1 ? .altered(count - 1) : .ground
      guard octet & 0xc0 != 0x80 else { return [] }
      state = .ground
      return ground(octet)
    }
  }

  /// Ends what has begun, because no octet has followed in time. Returns the keys that result. An ESC alone is the
  /// Escape key.
  package mutating func lapse() -> [Key] {
    guard isPending else { return [] }
    defer { state = .ground }
    if case .escape = state { return [.escape] }
    return []
  }

  private mutating func ground(_ octet: UInt8) -> [Key] {
    defer { lastWasReturn = octet == .carriageReturn }
    switch octet {
    case 0x1b:
      state = .escape
      return []
    case .carriageReturn: return lineEnd()
    // CR LF inside a paste is one line end.
    case .lineFeed: return lastWasReturn && isPasting ? [] : lineEnd()
    case .tab: return isPasting ? [.scalar("\t")] : [.tab]
    case 0x7f, 0x08: return isPasting ? [] : [.backspace]
    case 0..<0x20:
      guard !isPasting, octet > 0, octet <= 26 else { return [] }
      return [.control(Character(Unicode.Scalar(octet + 0x60)))]
    case 0x20..<0x7f: return [.scalar(Unicode.Scalar(octet))]
    case 0xc2...0xf4:
      state = .character([octet])
      return []
    default: return [.octet(octet)]
    }
  }

  private mutating func lineEnd() -> [Key] {
    guard isPasting else { return [.enter] }
    lineEndWaits = true
    return []
  }

  private mutating func character(_ octets: [UInt8], _ octet: UInt8) -> [Key] {
    guard octet & 0xc0 == 0x80 else {
      // The character is incomplete. The octet that follows begins something else.
      state = .ground
      return octets.map { .octet($0) } + ground(octet)
    }
    let all = octets + [octet]
    let length = all[0] < 0xe0 ? 2 : all[0] < 0xf0 ? 3 : 4
    guard all.count == length else {
      state = .character(all)
      return []
    }
    state = .ground
    // Overlong forms and surrogates are not characters (RFC 3629, section 3).
    guard let text = String(validating: all, as: UTF8.self), let scalar = text.unicodeScalars.first else { return all.map { .octet($0) } }
    return [.scalar(scalar)]
  }

  private mutating func escaped(_ octet: UInt8) -> [Key] {
    switch octet {
    case UInt8(ascii: "["):
      state = .sequence([])
      return []
    case UInt8(ascii: "O"):
      state = .singleShift
      return []
    // ESC ESC [ …: some terminals send this for Alt with an arrow key. The first ESC is a key; the second may begin a
    // sequence.
    case 0x1b: return isPasting ? [] : [.escape]
    // Alt with a character: no prompt uses it, and typing the character would be a guess.
    case 0xc2...0xf4:
      state = .altered(octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3)
      return []
    default:
      state = .ground
      return []
    }
  }

  private mutating func sequence(_ octets: [UInt8], _ octet: UInt8) -> [Key] {
    switch octet {
    // Parameters and intermediates (ECMA-48, section 5.4).
    case 0x20...0x3f:
      if octets.count < Self.longest { state = .sequence(octets + [octet]) }
      return []
    // The Linux console sends F1 to F5 as ESC [ [ A. The second bracket is not the final octet.
    case UInt8(ascii: "[") where octets.isEmpty:
      state = .sequence([octet])
      return []
    case 0x40...0x7e:
      state = .ground
      return meaning(octets, octet)
    // A control character inside a sequence ends it. ECMA-48 does not define this; xterm executes the character.
    default:
      state = .ground
      return octet < 0x20 || octet >= 0x80 ? ground(octet) : []
    }
  }

  private mutating func meaning(_ octets: [UInt8], _ final: UInt8) -> [Key] {
    let number = octets.prefix { $0 != UInt8(ascii: ";") }
    if final == UInt8(ascii: "~") {
      switch number.text {
      case "200":
        isPasting = true
        return []
      case "201":
        (isPasting, lineEndWaits) = (false, false)
        return []
      case let typed: return isPasting ? [] : Self.numbered[typed].map { [$0] } ?? []
      }
    }
    // Inside a paste no sequence is a key.
    if isPasting { return [] }
    if octets.first == UInt8(ascii: "[") { return final == UInt8(ascii: "A") ? [.function(1)] : [] }
    return Self.shifted[final].map { [$0] } ?? []
  }

  /// The final octets of ESC O: the same as after ESC [, and Enter on the keypad.
  private static let application = shifted.merging([UInt8(ascii: "M"): .enter]) { $1 }

  /// The final octets of ESC [.
  private static let shifted: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab, UInt8(ascii: "P"): .function(1),
  ]

  /// The numbers in ESC [ n ~.
  private static let numbered: [String: Key] = [
    "1": .home, "7": .home, "4": .end, "8": .end, "3": .delete, "5": .pageUp, "6": .pageDown, "11": .function(1),
  ]
}
