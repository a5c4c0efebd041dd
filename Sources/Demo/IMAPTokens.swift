// The tokens of an IMAP command (RFC 3501, section 9).

import LoopbackServer
import Vocabulary

struct IMAPTokens {
  enum Token: Equatable {
    /// Neither quoted nor a literal. It may contain `*` and `%`.
    case atom(Range<Int>)
    /// Quoted, or a literal.
    case string(Range<Int>)
    case open, close
  }

  enum End: Equatable {
    case complete
    /// A literal of this many octets follows. The client waits for a continuation request.
    case literal(Int)
    case fault(SyntaxError)
  }

  enum SyntaxError: Error, Equatable {
    case syntax
    /// The literal is longer than `ServerLimits.literal`.
    case literalTooLong
    /// A non-synchronizing literal (RFC 7888), which this server does not offer. The server cannot tell its octets from
    /// the next command.
    case literalPlus
  }

  private(set) var all: [Token] = []
  /// The octets of all words, one after another, in one buffer that can be wiped. One of the words may be a password.
  private var octets: [UInt8] = []
  private var position = Position.start

  /// The kind of token that may come next. Exactly one blank separates two words, and there are no blanks next to a
  /// parenthesis on its inner side.
  private enum Position { case start, afterWord, afterBlank, afterOpen }

  init() { octets.reserveCapacity(ServerLimits.line + ServerLimits.literal) }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> { octets[range] }

  /// Adds one line of a command, or the rest of the line after a literal. Returns how the line ends.
  mutating func append(_ line: ArraySlice<UInt8>) -> End {
    do { return try read(line) } catch { return .fault(error) }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) throws(SyntaxError) -> End {
    var rest = line
    while let octet = rest.first {
      if octet == .space {
        guard position == .afterWord else { throw .syntax }
        position = .afterBlank
        rest.removeFirst()
        continue
      }
      if octet == UInt8(ascii: ")") {
        guard position == .afterWord || position == .afterOpen else { throw .syntax }
        add(.close)
        rest.removeFirst()
        continue
      }
      guard position != .afterWord else { throw .syntax }
      switch octet {
      case UInt8(ascii: "("):
        all.append(.open)
        position = .afterOpen
        rest.removeFirst()
      case .quote: add(.string(try quoted(&rest)))
      case .openBrace: return .literal(try Self.literal(rest))
      default: add(.atom(try atom(&rest)))
      }
    }
    guard position == .afterWord else { throw .syntax }
    return .complete
  }

  /// Adds the octets of the literal that `append` announced.
  mutating func append(literal: [UInt8]) {
    octets += literal
    add(.string(octets.count - literal.count..<octets.count))
  }

  mutating func wipe() {
    all = []
    octets.wipe()
  }

  private mutating func add(_ token: Token) {
    all.append(token)
    position = .afterWord
  }

  /// Reads 7-bit octets between quotes. A `\` precedes `"` and `\` in them.
  private mutating func quoted(_ rest: inout ArraySlice<UInt8>) throws(SyntaxError) -> Range<Int> {
    let start = octets.count
    rest.removeFirst()
    while let octet = rest.popFirst() {
      switch octet {
      case .quote: return start..<octets.count
      case .backslash:
        guard let escaped = rest.popFirst(), escaped == .quote || escaped == .backslash else { throw .syntax }
        octets.append(escaped)
      case 0x01...0x7f where octet != .carriageReturn && octet != .lineFeed: octets.append(octet)
      default: throw .syntax
      }
    }
    throw .syntax
  }

  private mutating func atom(_ rest: inout ArraySlice<UInt8>) throws(SyntaxError) -> Range<Int> {
    let word = rest.prefix { $0 > .space && $0 < 0x7f && !#"(){"\"#.utf8.contains($0) }
    guard !word.isEmpty else { throw .syntax }
    rest.removeFirst(word.count)
    octets += word
    return octets.count - word.count..<octets.count
  }

  /// Reads the length of a literal, `{n}` at the end of the line.
  private static func literal(_ rest: ArraySlice<UInt8>) throws(SyntaxError) -> Int {
    var digits = rest.dropFirst()
    guard digits.popLast() == .closeBrace else { throw .syntax }
    let waits = digits.last != .plus
    if !waits { digits.removeLast() }
    guard (1...10).contains(digits.count), digits.allSatisfy(\.isDigit) else { throw .syntax }
    guard waits else { throw .literalPlus }
    let count = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    guard count <= ServerLimits.literal else { throw .literalTooLong }
    return count
  }
}
