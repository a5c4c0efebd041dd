// What happens to the secret of an account during the sessions with both servers.

import Synchronization
import Vocabulary
import Wire

/// The record of one account. Shared by its dialogues, on their threads and on the thread that waits for them.
package final class SecretWatch: Sendable {
  /// The progress of the sessions, for one that does not end in time.
  let sessions = OpenSessions()
  private let records = Mutex<[MailProtocol: SecretRecord]>([:])
  private let echoes: SecretRedactor

  package init(_ plans: [SessionPlan]) { echoes = SecretRedactor(of: plans.map(\.credentials)) }

  package convenience init(_ plan: AccountPlan) { self.init([plan.imap[0], plan.smtp[0]]) }

  /// What happened to the secret at one of the servers.
  subscript(mailProtocol: MailProtocol) -> SecretRecord { records.withLock { $0[mailProtocol] ?? SecretRecord() } }

  /// Changes the record for one of the servers.
  func note(_ mailProtocol: MailProtocol, _ change: (inout SecretRecord) -> Void) {
    records.withLock { change(&$0[mailProtocol, default: SecretRecord()]) }
  }

  /// Whether the secret was sent to a server. Text from before cannot repeat it.
  var hasLeft: Bool { records.withLock { $0.values.contains { $0.sent != nil } } }

  /// Returns `text` as it may be shown.
  func masked(_ text: [UInt8]) -> [UInt8] { hasLeft ? echoes.masked(text) : text }

  /// Returns `lines` as they may be shown. `earlier` are the lines before them: the secret may be split over both.
  func masked(_ lines: [[UInt8]], after earlier: [[UInt8]] = []) -> [[UInt8]] {
    guard hasLeft, !lines.isEmpty else { return lines }
    return Array(echoes.masked(earlier + lines).suffix(lines.count))
  }
}
