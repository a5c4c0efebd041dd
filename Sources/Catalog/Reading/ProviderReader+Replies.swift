// Reads what is known about the servers' behavior: what they demand of a session, and what their replies mean.

import Documents
import Vocabulary

extension ProviderReader {
  func session() -> Quirks {
    var quirks = Quirks()
    guard let object = reader.object("session") else { return quirks }
    defer { object.finish() }
    quirks.id = object.words("id", as: Quirks.IDTiming.self) ?? []
    quirks.saslIRBroken = object.word("saslIR", as: Brokenness.self) == .broken
    quirks.retryWithLogin = object.flag("retryWithLogin") ?? false
    quirks.skipsRecipient = object.flag("skipRecipient") ?? false
    quirks.charset = object.word("charset", as: CharsetName.self)?.charset
    return quirks
  }

  private enum Brokenness: String, CaseIterable { case broken }

  private enum CharsetName: String, CaseIterable {
    case gb18030
    case windows1251 = "windows-1251"

    var charset: Charset {
      switch self {
      case .gb18030: .gb18030
      case .windows1251: .windows1251
      }
    }
  }

  func replies() -> [ReplyRule] {
    var earlier: [ReplyRule] = []
    return reader.list(
      "replies",
      object: { rule -> ReplyRule? in
        let mailProtocol = rule.required("protocol", rule.word("protocol", as: ProtocolName.self))
        let moment = rule.required("stage", rule.word("stage", as: ReplyRule.Phase.self))
        let match = rule.required("match", rule.string("match"))
        let causes = rule.required("causes", rule.words("causes", as: Cause.self))
        if causes?.isEmpty == true { rule.add("causes", .empty) }
        guard let mailProtocol, let moment, let match, let causes, !causes.isEmpty else { return nil }
        let read = ReplyRule(mailProtocol: mailProtocol.mailProtocol, moment: moment, match: match, causes: causes)
        if read.isWide { rule.add("match", .wideRule(match)) }
        if earlier.contains(where: read.contradicts) { rule.add("match", .contradictoryRule(match)) }
        earlier.append(read)
        return read
      }) ?? []
  }

  private enum ProtocolName: String, CaseIterable {
    case imap, smtp, any

    var mailProtocol: MailProtocol? {
      switch self {
      case .imap: .imap
      case .smtp: .smtp
      case .any: nil
      }
    }
  }
}

extension ReplyRule {
  /// Whether a reply can match both rules, which then name different causes for the same text.
  fileprivate func contradicts(_ other: ReplyRule) -> Bool {
    match.lowercased() == other.match.lowercased() && causes != other.causes
      && (mailProtocol == other.mailProtocol || mailProtocol == nil || other.mailProtocol == nil)
      && (moment == other.moment || moment == .any || other.moment == .any)
  }

  /// Whether the text is also in replies that mean something else: a reply code alone, or one word that every refusal has. In any
  /// phase of a session, several such words say no more than one.
  fileprivate var isWide: Bool {
    let words = match.lowercased().split { !$0.isLetter && !$0.isNumber }
    let numbers = words.filter { $0.utf8.allSatisfy(\.isDigit) }
    // The three digits of an SMTP reply are in every reply. An enhanced code (RFC 3463) and a longer number are specific.
    guard numbers.count < 3, numbers.allSatisfy({ $0.utf8.count < 4 }) else { return false }
    let terms = words.filter { !$0.utf8.allSatisfy(\.isDigit) }
    let isGeneral = terms.allSatisfy { Self.generalWords.contains(String($0)) || ($0.utf8.count < 3 && $0.utf8.allSatisfy(\.isLetter)) }
    return isGeneral && (terms.count < 2 || moment == .any)
  }

  /// The words of replies that only refuse.
  private static let generalWords: Set<String> = [
    "access", "account", "again", "auth", "authenticate", "authentication", "bad", "command", "denied", "disabled", "err", "error", "fail",
    "failed", "failure", "for", "invalid", "later", "login", "logon", "mail", "mailbox", "not", "password", "permission", "permitted",
    "please", "refused", "rejected", "server", "service", "temporary", "the", "try", "user", "username", "your",
  ]
}
