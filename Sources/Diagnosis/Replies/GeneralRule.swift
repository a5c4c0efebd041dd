// What replies mean at any provider. The first row that fits counts; the tables are in the files named after them.

import Catalog
import Vocabulary

/// One row. Everything that is given must fit.
struct GeneralRule: Sendable {
  var mailProtocol: MailProtocol?
  var moments: [ReplyRule.Phase] = []
  /// IMAP condition: NO, BAD, BYE.
  var condition: String?
  /// IMAP response code.
  var responseCode: String?
  /// SMTP reply codes.
  var codes: [Int] = []
  /// The first digit of SMTP reply codes: 4 for now, 5 for good.
  var severity: Int?
  /// SMTP enhanced status codes without their class: X.7.8 is (7, 8).
  var enhanced: (subject: Int, detail: Int)?
  /// Any of these, as the whole reply; what follows a final `…` is not looked at.
  var sentences: [String] = []
  /// Any of these.
  var words: [ReplyPattern] = []
  /// None of these.
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

  /// Sentences of known software, then plain words before codes, since servers use codes loosely.
  static let all = software + naming + codes + refusals

  /// The causes behind a reply of anybody's; nil where no row fits.
  static func causes(of said: NormalizedReply) -> [Cause]? { all.first { $0.fits(said) }?.causes }

  /// The causes by words alone, of known software or plain ones; nil where only a code says something.
  static func worded(_ said: NormalizedReply) -> [Cause]? { (software + naming).first { $0.fits(said) }?.causes }

  /// The causes that the words themselves name.
  static func named(in said: NormalizedReply) -> [Cause]? { naming.first { $0.fits(said) }?.causes }
}
