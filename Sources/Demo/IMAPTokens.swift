// The words of an IMAP command as the server reads them (RFC 3501 9).

import LoopbackServer
import Vocabulary

struct IMAPTokens {
  enum Token: Equatable {
    /// Neither quoted nor a literal; `*` and `%` may be in it.
    case atom(Range<Int>)
    /// Quoted, or a literal.
    case string(Range<Int>)
    case open, close
  }

  enum End: Equatable {
    case complete
    /// So many octets come next, for which the client waits.
    case literal(Int)
    case fault(Fault)
  }

  enum Fault: Error, Equatable {
    case syntax
    /// More than this server takes.
    case literalTooLong
    /// A literal the client does not wait for (RFC 7888), which this server does not offer; its octets cannot be kept
    /// apart from the next command.
    case literalPlus
  }

  private(set) var all: [Token] = []
  /// The octets of all words one after the other, in one place that can be wiped: one of them may be a password.
  private var octets: [UInt8] = []
  private var position = Position.start

  /// What may come next: words are kept apart by exactly one blank, and none stands inside a parenthesis.
  private enum Position { case start, afterWord, afterBlank, afterOpen }

  init() { octets.reserveCapacity(ServerLimits.line + ServerLimits.literal) }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> { octets[range] }

  /// Adds one line of a command, or what follows a literal in it. Gives how it ends.
  mutating func append(_ line: ArraySlice<UInt8>) -> End {
    do { return try read(line) } catch { return .fault(error) }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) throws(Fault) -> End {
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

  /// 7-bit octets between quotes, `"` and `\` behind a `\`.
  private mutating func quoted(_ rest: inout ArraySlice<UInt8>) throws(Fault) -> Range<Int> {
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

  private mutating func atom(_ rest: inout ArraySlice<UInt8>) throws(Fault) -> Range<Int> {
    let word = rest.prefix { $0 > .space && $0 < 0x7f && !#"(){"\"#.utf8.contains($0) }
    guard !word.isEmpty else { throw .syntax }
    rest.removeFirst(word.count)
    octets += word
    return octets.count - word.count..<octets.count
  }

  /// `{n}` at the end of the line.
  private static func literal(_ rest: ArraySlice<UInt8>) throws(Fault) -> Int {
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
