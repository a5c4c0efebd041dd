// What becomes of the secret of an account while both its servers are spoken with: the one place where it is known.

import Synchronization
import Vocabulary
import Wire

/// Shared by the dialogues of one account, on their threads and on the one that waits for them.
package final class SecretWatch: Sendable {
  /// How far the sessions are, for one that does not come back.
  let sessions = OpenSessions()
  private let records = Mutex<[MailProtocol: SecretRecord]>([:])
  private let echoes: SecretRedactor

  package init(_ plans: [SessionPlan]) { echoes = SecretRedactor(of: plans.map(\.credentials)) }

  package convenience init(_ plan: AccountPlan) { self.init([plan.imap[0], plan.smtp[0]]) }

  /// What has become of it at one of the servers.
  subscript(mailProtocol: MailProtocol) -> SecretRecord { records.withLock { $0[mailProtocol] ?? SecretRecord() } }

  func note(_ mailProtocol: MailProtocol, _ change: (inout SecretRecord) -> Void) {
    records.withLock { change(&$0[mailProtocol, default: SecretRecord()]) }
  }

  /// Whether any of the servers may know it. What a server says before cannot be an echo.
  var hasLeft: Bool { records.withLock { $0.values.contains { $0.sent != nil } } }

  /// Returns `text` as it may be shown.
  func masked(_ text: [UInt8]) -> [UInt8] { hasLeft ? echoes.masked(text) : text }

  /// Returns `lines` as they may be shown. `earlier` are those said before: the secret may be split over both.
  func masked(_ lines: [[UInt8]], after earlier: [[UInt8]] = []) -> [[UInt8]] {
    guard hasLeft, !lines.isEmpty else { return lines }
    return Array(echoes.masked(earlier + lines).suffix(lines.count))
  }
}
