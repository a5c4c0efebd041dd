// What replies mean at any provider. The first matching row counts; the tables are in the files named after them.

import Catalog
import Vocabulary

/// One row. A reply matches if it satisfies everything that the row specifies.
struct GeneralRule: Sendable {
  var mailProtocol: MailProtocol?
  var moments: [ReplyRule.Phase] = []
  /// The IMAP condition: NO, BAD, BYE.
  var condition: String?
  /// The IMAP response code.
  var responseCode: String?
  /// The SMTP reply codes.
  var codes: [Int] = []
  /// The first digit of SMTP reply codes: 4 for temporary, 5 for permanent failures (RFC 5321, section 4.2.1).
  var severity: Int?
  /// The SMTP enhanced status code without its class (RFC 3463): X.7.8 is (7, 8).
  var enhanced: (subject: Int, detail: Int)?
  /// One of these is the whole reply. After a final `…` the rest of the reply is ignored.
  var sentences: [String] = []
  /// One of these matches.
  var words: [ReplyPattern] = []
  /// None of these matches.
  var except: [ReplyPattern] = []
  let causes: [Cause]

  func fits(_ said: NormalizedReply) -> Bool {
    if let mailProtocol, mailProtocol != said.mailProtocol { return false }
    if !moments.isEmpty, !moments.contains(said.moment) { return false }
    if let condition, condition != said.reply.condition { return false }
    if let responseCode, !said.reply.original.read({ $0.responseCode == responseCode }) { return false }
    if !codes.isEmpty, !codes.contains(said.reply.code ?? 0) { return false }
    if let severity, said.reply.code.map({ $0 / 100 }) != severity { return false }
    if let enhanced {
      guard let given = said.reply.enhanced, (given.subject, given.detail) == enhanced else { return false }
    }
    if !sentences.isEmpty, !sentences.contains(where: { Self.isWhole($0, said.text) }) { return false }
    guard words.isEmpty || words.contains(where: { $0.fits(said.plain) }) else { return false }
    return !except.contains { $0.fits(said.plain) }
  }

  private static func isWhole(_ sentence: String, _ text: String) -> Bool {
    sentence.hasSuffix("…") ? text.hasPrefix(sentence.dropLast()) : text == sentence
  }

  /// Sentences of known software, then phrases before codes, because servers use codes loosely.
  static let all = software + naming + codes + refusals

  /// Returns the causes of a reply at any provider; `nil` if no row matches.
  static func causes(of said: NormalizedReply) -> [Cause]? { all.first { $0.fits(said) }?.causes }

  /// Returns the causes by text alone, of known software or by phrase; `nil` if only a code tells them.
  static func worded(_ said: NormalizedReply) -> [Cause]? { (software + naming).first { $0.fits(said) }?.causes }

  /// Returns the causes that a phrase in the reply names; `nil` if it has none.
  static func named(in said: NormalizedReply) -> [Cause]? { naming.first { $0.fits(said) }?.causes }
}
