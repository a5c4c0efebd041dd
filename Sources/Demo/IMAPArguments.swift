// The arguments of IMAP commands, read from tokens.

import Vocabulary

extension IMAPTokens {
  /// Returns the ranges of `tokens` if all are atoms, else `nil`.
  func atoms(_ tokens: ArraySlice<Token>) -> [Range<Int>]? {
    var words: [Range<Int>] = []
    for token in tokens {
      switch token {
      case .atom(let range): words.append(range)
      case .string, .open, .close: return nil
      }
    }
    return words
  }

  /// Returns the ranges of `tokens` if all are astrings (RFC 3501, section 9), else `nil`. With `wildcards`,
  /// list-mailbox is accepted, too.
  func strings(_ tokens: ArraySlice<Token>, wildcards: Bool = false) -> [Range<Int>]? {
    var words: [Range<Int>] = []
    for token in tokens {
      switch token {
      case .atom(let range):
        guard wildcards || !self[range].contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "%") }) else { return nil }
        words.append(range)
      case .string(let range): words.append(range)
      case .open, .close: return nil
      }
    }
    return words
  }

  /// Returns whether `tokens` are the parameters of ID (RFC 2971, section 3.3): NIL, or at most 30 pairs of a field of
  /// at most 30 octets and a value of at most 1,024 octets or NIL, with no field twice.
  func areIDParameters(_ tokens: ArraySlice<Token>) -> Bool {
    if tokens.count == 1, case .atom(let word) = tokens.first { return self[word].equalsIgnoringCase("NIL") }
    guard tokens.count >= 2, tokens.first == .open, tokens.last == .close else { return false }
    let pairs = Array(tokens.dropFirst().dropLast())
    guard pairs.count % 2 == 0, pairs.count <= 60 else { return false }
    var fields: [String] = []
    for (index, token) in pairs.enumerated() {
      switch token {
      case .string(let range):
        guard range.count <= (index % 2 == 0 ? 30 : 1_024) else { return false }
        if index % 2 == 0 { fields.append(self[range].text.lowercasedASCII) }
      case .atom(let range):
        guard index % 2 == 1, self[range].equalsIgnoringCase("NIL") else { return false }
      case .open, .close: return false
      }
    }
    return Set(fields).count == fields.count
  }
}
