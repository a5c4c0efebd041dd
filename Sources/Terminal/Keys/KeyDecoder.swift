// Octets of a terminal's keyboard turned into keys: UTF-8, the control characters, and the sequences of ECMA-48 and
// xterm (ctlseqs, "PC-Style Function Keys", "Bracketed Paste Mode"). Unknown sequences are taken whole and mean nothing,
// so that no arrow ever types `[C`.

import Vocabulary

package struct KeyDecoder: Sendable {
  private enum State: Sendable {
    case ground
    /// ESC has come.
    case escape
    /// ESC O has come, and perhaps parameters after it.
    case singleShift
    /// ESC [ has come, and these octets after it.
    case sequence([UInt8])
    /// The first octets of a UTF-8 character.
    case character([UInt8])
    /// ESC has come and a character has begun that has so many octets to go.
    case altered(Int)
  }

  private var state = State.ground
  private var isPasting = false
  private var lastWasReturn = false
  /// A line end inside a paste that only counts if more text follows: clipboards like to end with one.
  private var lineEndWaits = false
  /// Octets of the longest sequence that is waited for; xterm's longest has 12.
  private static let longest = 32

  package init() {}

  /// Whether something has begun that the next octet, or `lapse`, has to end. Inside a paste nothing is a key that a
  /// pause could tell: a mark of its end that comes in two pieces is still the mark.
  package var isPending: Bool {
    if case .ground = state { return false }
    return !isPasting
  }

  /// Takes one octet; gives the keys that are complete with it, in order.
  package mutating func take(_ octet: UInt8) -> [Key] {
    let keys = read(octet)
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

  /// Nothing has come for a moment: what has begun is over. A lone ESC is the key of that name.
  package mutating func lapse() -> [Key] {
    guard !isPasting else { return [] }
    defer { state = .ground }
    switch state {
    case .escape: return [.escape]
    case .character(let octets): return octets.map { .octet($0) }
    case .ground, .singleShift, .sequence, .altered: return []
    }
  }

  private mutating func ground(_ octet: UInt8) -> [Key] {
    defer { lastWasReturn = octet == .carriageReturn }
    switch octet {
    case 0x1b:
      state = .escape
      return []
    case .carriageReturn: return lineEnd()
    // CR LF of a paste is one line end.
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
      // The character was cut; what came instead begins anew.
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
    // Overlong forms and surrogates are no characters (RFC 3629 3).
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
    // ESC ESC [ …: Alt with an arrow in some terminals; the first ESC is a key, the second may begin a sequence.
    case 0x1b: return isPasting ? [] : [.escape]
    // Alt with a character: no prompt knows any, and typing the character would be a guess.
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
    // Parameters and intermediates (ECMA-48 5.4).
    case 0x20...0x3f:
      if octets.count < Self.longest { state = .sequence(octets + [octet]) }
      return []
    // The Linux console writes F1 to F5 as ESC [ [ A: no final octet yet.
    case UInt8(ascii: "[") where octets.isEmpty:
      state = .sequence([octet])
      return []
    case 0x40...0x7e:
      state = .ground
      return meaning(octets, octet)
    // A control character inside a sequence ends it (ECMA-48 leaves it open; xterm executes it).
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
    // Nothing inside a paste is a key, whatever it looks like.
    if isPasting { return [] }
    if octets.first == UInt8(ascii: "[") { return final == UInt8(ascii: "A") ? [.function(1)] : [] }
    return Self.shifted[final].map { [$0] } ?? []
  }

  /// Finals of ESC O: of ESC [ and Enter of the keypad.
  private static let application = shifted.merging([UInt8(ascii: "M"): .enter]) { $1 }

  /// Finals of ESC [.
  private static let shifted: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab, UInt8(ascii: "P"): .function(1),
  ]

  /// Numbers of ESC [ n ~.
  private static let numbered: [String: Key] = [
    "1": .home, "7": .home, "4": .end, "8": .end, "3": .delete, "5": .pageUp, "6": .pageDown, "11": .function(1),
  ]
}
