// A server's reply in the form that the rules compare.

import Catalog
import Vocabulary

/// A reply as one line of lower-case text: for SMTP it begins with the code, for IMAP with the condition and the
/// response code.
struct NormalizedReply {
  let text: String
  /// The words of the reply without punctuation, for patterns. Without code and condition, because NO is a word.
  let plain: [UInt8]
  private let said: String
  private let opening: String
  let reply: ServerReply
  let mailProtocol: MailProtocol
  let moment: ReplyRule.Phase

  init(_ reply: ServerReply, _ mailProtocol: MailProtocol, stage: Stage, charset: Charset?) {
    self.init(reply, mailProtocol, ReplyRule.Phase(stage), charset)
  }

  private init(_ reply: ServerReply, _ mailProtocol: MailProtocol, _ moment: ReplyRule.Phase, _ charset: Charset?) {
    // The original octets, not Visible's masked text: the rules only compare, and the causes must not depend on what
    // the mask removes.
    let said = reply.original.read { Visible.decode($0.octets, charset ?? Self.usual).prefix(Self.limit) }
    let opening = Self.folded(reply.code.map(String.init) ?? reply.condition ?? "")
    let text = Self.folded("\(opening) \(said)")
    self.init(text: text, Self.plain(String(said)), opening, reply, mailProtocol, moment)
  }

  private init(
    text: String, _ said: String, _ opening: String, _ reply: ServerReply, _ mailProtocol: MailProtocol, _ moment: ReplyRule.Phase
  ) {
    (self.text, self.said, self.opening, self.reply, self.mailProtocol, self.moment) = (text, said, opening, reply, mailProtocol, moment)
    plain = Array(said.utf8)
  }

  /// The SMTP reply that this one quotes after its own words, as Exchange does: `530 5.7.57 Client not authenticated to
  /// send mail. Error: 535 5.7.139 …`. A quoted reply to AUTH (RFC 4954, section 6) is read as one. `nil` if there is none.
  var quoted: NormalizedReply? {
    guard mailProtocol == .smtp else { return nil }
    let words = reply.original.read { $0.octets.prefix(Self.limit).split(separator: UInt8(ascii: " ")) }
    for (index, word) in words.enumerated().dropFirst(2) where word.count == 3 && index + 1 < words.count {
      guard let code = Int(String(decoding: word, as: UTF8.self)), (400..<600).contains(code) else { continue }
      let numbers = words[index + 1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map {
        Int(String(decoding: $0, as: UTF8.self))
      }
      guard numbers.count == 3, numbers[0] == code / 100, let subject = numbers[1], let detail = numbers[2] else { continue }
      let rest = Array(words[(index + 2)...].joined(separator: [UInt8(ascii: " ")]))
      let quoted = ServerReply(code: code, enhanced: EnhancedCode(code / 100, subject, detail), octets: rest)
      return NormalizedReply(quoted, .smtp, Self.repliesToAUTH.contains(code) ? .login : moment, nil)
    }
    return nil
  }

  private static let repliesToAUTH: Set<Int> = [432, 454, 534, 535, 538]

  /// How many characters are compared. The longest reply ever seen has 300.
  static let limit = 2000

  /// Undeclared 8-bit replies have only been seen in Chinese. Octets that are not well-formed in this charset stay
  /// undecoded.
  private static let usual = Charset.gb18030

  /// Returns `text` in lower case with white space folded.
  static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Returns letters and digits in lower case and without accents, everything else folded to one blank. A compound such
  /// as AccountSuspendedException is split into its words; OAuth and iCloud are not.
  static func plain(_ text: String) -> String {
    var (apart, small) = ("", 0)
    for character in text {
      if small >= 3, character.isUppercase { apart.append(" ") }
      small = character.isLowercase ? small + 1 : 0
      apart.append(character)
    }
    let letters = apart.lowercased().map { bare[$0] ?? String($0) }.joined()
    return letters.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// Latin letters whose accents servers often leave out.
  private static let bare: [Character: String] = {
    let groups = [
      "a": "áàâäãåąă", "c": "çćč", "d": "ďđ", "e": "éèêëęěė", "g": "ğ", "i": "íìîïı", "l": "łľ", "n": "ñńň", "o": "óòôöõøő", "r": "řŕ",
      "s": "śšşș", "t": "ťţț", "u": "úùûüůűū", "y": "ýÿ", "z": "źżž", "ss": "ß", "oe": "œ", "ae": "æ",
    ]
    return Dictionary(uniqueKeysWithValues: groups.flatMap { plain, accented in accented.map { ($0, plain) } })
  }()

  func contains(_ words: String) -> Bool { text.contains(Self.folded(words)) }

  /// Returns the reply without `words`.
  func without(_ words: String) -> NormalizedReply {
    // A rule's match may begin with the code or the condition, which `said` does not contain.
    let matched = Self.plain(words)
    let start = matched.hasPrefix(opening + " ") ? String(matched.dropFirst(opening.count + 1)) : matched
    let rest = Self.plain(said.replacing(start, with: " "))
    return NormalizedReply(text: Self.folded(text.replacing(Self.folded(words), with: " ")), rest, opening, reply, mailProtocol, moment)
  }
}

extension ReplyRule.Phase {
  init(_ stage: Stage) {
    switch stage {
    case .resolve, .connect, .tls, .greeting: self = .greeting
    case .capability, .ehlo, .id, .login: self = .login
    case .list, .inbox, .arrival, .removal: self = .inbox
    case .sender, .message: self = .sender
    }
  }
}
