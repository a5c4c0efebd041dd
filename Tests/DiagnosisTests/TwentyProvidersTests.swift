// All combinations of what both servers of twenty providers can do: the first cause, and the steps that are printed.

import Catalog
import Diagnosis
import TestSupport
import Testing
import Vocabulary

@Suite("Twenty providers") struct TwentyProvidersTests {
  /// What a server does: it accepts the secret, refuses it without a reason, or names one; or it cannot be reached.
  private static func failure(_ word: Substring, _ side: MailProtocol) throws -> SessionFailure? {
    let start = side == .imap ? "NO " : "535 5.7.0 "
    switch word {
    case "ok": return nil
    case "bare":
      return .loginRefused(
        side == .imap ? "NO [AUTHENTICATIONFAILED] Authentication failed" : "535 5.7.8 Error: authentication failed")
    case "off":
      return .loginRefused(side == .imap ? "NO IMAP access is disabled for this account" : "\(start)SMTP is disabled for this account")
    case "app": return .loginRefused("\(start)application password required")
    case "wait": return .loginRefused("\(start)too many failed logins, wait 15 minutes")
    case "lock": return .loginRefused("\(start)account locked")
    default: return try #require(word == "down" ? .unreached : nil, "\(word)")
    }
  }

  @Test("the first cause and the steps", arguments: TwentyProviders.table.split(separator: "\n").map(String.init)) func row(_ row: String)
    throws
  {
    let parts = row.split(separator: " | ").map { $0.split(separator: " ") }
    let provider = try #require(Bundled.catalog.provider(id: String(parts[0][0])))
    let imap = try Self.failure(parts[0][1], .imap)
    for cell in row.split(separator: " | ")[1].split(separator: " ; ") {
      let words = cell.split(separator: " ")
      let diagnosis = try #require(Diagnosis(Evidence(imap: imap, smtp: Self.failure(words[0], .smtp)), provider: provider))
      #expect(diagnosis.causes.first?.rawValue == String(words[1]), "\(row): \(cell)")
      #expect(diagnosis.steps.map { "\($0 + 1)" } == words.dropFirst(2).map(String.init), "\(row): \(cell)")
      // A server that names another secret says that this one is wrong, whatever the other one accepts.
      let isBlamed = [parts[0][1], words[0]].contains("app")
      #expect(diagnosis.isSecretRight == ((imap == nil || words[0] == "ok") && !isBlamed), "\(row): \(cell)")
    }
  }

  @Test("twenty, each with what its IMAP server can do") func complete() {
    let heads = TwentyProviders.table.split(separator: "\n").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(heads.count == 100 && Set(heads).count == 100)
  }
}
