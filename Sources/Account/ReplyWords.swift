// A server's words as the rules compare them.

import Vocabulary

/// A reply in one line of lower-case text: for SMTP with its code in front, for IMAP with its condition and response code.
struct ReplyWords {
  let text: String
  let reply: ServerReply
  let mailProtocol: MailProtocol
  let moment: ReplyRule.Moment

  init(_ reply: ServerReply, _ mailProtocol: MailProtocol, stage: Stage, charset: Charset?) {
    self.reply = reply
    self.mailProtocol = mailProtocol
    moment = ReplyRule.Moment(stage)
    // Not Visible's text: a rule is a comparison, and what a terminal must not see may be what tells replies apart.
    let said = Visible.decode(reply.octets, charset)
    let opening = reply.code.map(String.init) ?? reply.condition ?? ""
    text = Self.folded("\(opening) \(said)")
  }

  /// Lower case, white space folded.
  static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func contains(_ words: String) -> Bool { text.contains(Self.folded(words)) }
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
