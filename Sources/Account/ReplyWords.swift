// A server's words as the rules compare them.

import Vocabulary

/// A reply in one line of lower-case text: for SMTP with its code in front, for IMAP with its condition and response code.
struct ReplyWords {
  let text: String
  /// What the server says in words, without punctuation, for wordings: without the code or condition, since NO is a word.
  let plain: [UInt8]
  private let opening: String
  let reply: ServerReply
  let mailProtocol: MailProtocol
  let moment: ReplyRule.Moment

  init(_ reply: ServerReply, _ mailProtocol: MailProtocol, stage: Stage, charset: Charset?) {
    // Not Visible's text: a rule is a comparison, and what a terminal must not see may be what tells replies apart.
    let said = Visible.decode(reply.octets, charset ?? Self.usual).prefix(Self.limit)
    let opening = Self.folded(reply.code.map(String.init) ?? reply.condition ?? "")
    self.init(text: Self.folded("\(opening) \(said)"), opening, reply, mailProtocol, ReplyRule.Moment(stage))
  }

  private init(text: String, _ opening: String, _ reply: ServerReply, _ mailProtocol: MailProtocol, _ moment: ReplyRule.Moment) {
    (self.text, self.opening, self.reply, self.mailProtocol, self.moment) = (text, opening, reply, mailProtocol, moment)
    plain = Array(Self.plain(text.hasPrefix(opening + " ") ? String(text.dropFirst(opening.count)) : text).utf8)
  }

  /// The characters that are looked at; the longest reply ever seen has 300.
  static let limit = 2000

  /// Undeclared 8-bit replies were only ever seen in Chinese; what is not well-formed in it stays undecoded.
  private static let usual = Charset.gb18030

  /// Lower case, white space folded.
  static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Letters and digits in lower case, all else folded to one blank.
  static func plain(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  func contains(_ words: String) -> Bool { text.contains(Self.folded(words)) }

  /// What is said besides `words`.
  func without(_ words: String) -> ReplyWords {
    ReplyWords(text: Self.folded(text.replacing(Self.folded(words), with: " ")), opening, reply, mailProtocol, moment)
  }
}

extension ReplyRule.Moment {
  init(_ stage: Stage) {
    switch stage {
    case .resolve, .connect, .tls, .greeting: self = .greeting
    case .capability, .ehlo, .id, .login: self = .login
    case .list, .inbox: self = .inbox
    case .sender: self = .sender
    }
  }
}
