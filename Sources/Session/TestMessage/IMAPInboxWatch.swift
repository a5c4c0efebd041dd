// The inbox during a delivery test: opened before the message is sent, searched until it arrives, then cleared of it.

import Net
import Posix
import Vocabulary
import Wire

/// The IMAP session of one delivery test.
final class IMAPInboxWatch {
  private let session: IMAPSession
  private let dialogue: Dialogue
  private let channel: IMAPChannel
  /// The least identifier of a new message (UIDNEXT). `nil` if the server does not say.
  private var first: UInt32?
  /// The number of messages in the open folder before the message was sent (EXISTS). `nil` if the server has not said.
  private var before: UInt32?
  /// The folders at the top level.
  private var folders: [IMAPData.Folder] = []
  /// Messages of the open folder that are not the test message.
  private var others: Set<UInt32> = []
  /// The number of messages that are examined in each search, newest first. No user receives more within a few seconds.
  private static let most = 10
  /// Seconds between two searches: the first, the longest, and the factor of growth.
  private static let pauses = (first: 0.25, longest: 5.0, growth: 1.5)

  init(_ plan: SessionPlan, _ dialogue: Dialogue, version: String) {
    self.dialogue = dialogue
    session = IMAPSession(plan, dialogue, version: version)
    channel = session.channel
    channel.keepsData = true
  }

  var report: SessionReport { dialogue.report }

  /// Logs in and opens the inbox. Throws if no message in it could be deleted.
  func open() throws(SessionFailure) {
    try session.enter(.deleting)
    folders = channel.data.compactMap(\.folder)
    first = nextIdentifier
    before = channel.data.compactMap(\.exists).last
  }

  /// Sends LOGOUT and closes the connection.
  func goodbye() { session.goodbye() }

  /// Ends the session after `failure`. A server that still expects a command receives a goodbye.
  func end(_ failure: SessionFailure) {
    if failure.leavesDialogueInStep { goodbye() }
    dialogue.close()
    dialogue.note { $0.failure = failure }
  }

  /// Searches for the message until it is found or `patience` seconds have passed, then once in the folder for junk.
  /// `pause` waits for a number of seconds. Returns `nil` if the message was not found.
  func wait(
    for id: String, _ patience: Double, pause: (Double) throws(NetFailure) -> Void
  ) throws(SessionFailure) -> Arrival? {
    dialogue.begin(.arrival)
    do {
      let arrival = try look(for: id, patience, pause)
      dialogue.end(arrival == nil ? .failed : .ok)
      return arrival
    } catch {
      dialogue.end(StageResult.Status(endedBy: error.outcome))
      throw error
    }
  }

  private func look(
    for id: String, _ patience: Double, _ pause: (Double) throws(NetFailure) -> Void
  ) throws(SessionFailure) -> Arrival? {
    let sent = Deadline.now
    func arrival(_ message: IMAPData.Message, _ folder: Arrival.Folder) -> Arrival {
      Arrival(
        folder: folder, identifier: message.identifier, milliseconds: Deadline.now.milliseconds(since: sent),
        authentication: AuthenticationResults(header: message.literal))
    }
    // The pauses count in addition to the clock, so that a `pause` that does not wait ends, too.
    let latest = sent + patience
    var (left, next) = (patience, Self.pauses.first)
    while true {
      if let message = try find(id) { return arrival(message, .inbox) }
      guard left > 0, !latest.hasPassed else { break }
      let seconds = min(next, left)
      do throws(NetFailure) { try pause(seconds) } catch { throw dialogue.failure(.net(error)) }
      left -= seconds
      next = min(next * Self.pauses.growth, Self.pauses.longest)
    }
    guard let junk = try junk(), let select = IMAPCommand.select(junk.name) else { return nil }
    (first, before, others) = (nil, nil, [])
    // In a folder that cannot be opened nothing can be found.
    guard try channel.exchange(select).condition == .ok, let message = try find(id) else { return nil }
    return arrival(message, .junk(dialogue.name(junk.name)))
  }

  /// Returns the message in the open folder. `nil` if it is not there.
  private func find(_ id: String) throws(SessionFailure) -> IMAPData.Message? {
    // Some servers check for new mail only on request.
    let noop = channel.queue(IMAPCommand.noop)
    let search = channel.queue(first.map { IMAPCommand.search(from: $0) } ?? IMAPCommand.search(messageID: id))
    try channel.flush()
    _ = try channel.answer(to: noop)
    try accept(try channel.answer(to: search))
    let exists = channel.data.compactMap(\.exists).last
    let candidates = found.filter { $0 >= first ?? 0 && !others.contains($0) }
    for identifier in Set(candidates).sorted(by: >).prefix(Self.most) {
      if let message = try message(identifier, id) { return message }
      others.insert(identifier)
    }
    guard candidates.isEmpty, let before, let exists, exists > before else { return nil }
    return try newest(id, from: max(before + 1, exists - min(exists - 1, UInt32(Self.most) - 1)), to: exists)
  }

  /// Returns the message if it is at one of these positions. For servers whose search does not find a message that
  /// they have announced.
  private func newest(_ id: String, from first: UInt32, to last: UInt32) throws(SessionFailure) -> IMAPData.Message? {
    guard try channel.exchange(IMAPCommand.fetchHeaders(positions: first...last)).condition == .ok else { return nil }
    return channel.data.compactMap(\.message).filter { Self.names($0.literal, id) }.max { $0.identifier < $1.identifier }
  }

  /// Returns the message if it has exactly this Message-ID. The result of a search may contain others.
  private func message(_ identifier: UInt32, _ id: String) throws(SessionFailure) -> IMAPData.Message? {
    guard try channel.exchange(IMAPCommand.fetchHeader(identifier)).condition == .ok else { return nil }
    let messages = channel.data.compactMap(\.message).filter { $0.identifier == identifier }
    guard messages.count == 1, let message = messages.first, Self.names(message.literal, id) else { return nil }
    return message
  }

  /// Returns whether `header` has one Message-ID, and it is `id`.
  private static func names(_ header: [UInt8], _ id: String) -> Bool {
    let values = HeaderField.values(of: "Message-ID", in: header)
    return values.count == 1 && values[0].elementsEqual("<\(id)>".utf8)
  }

  /// Returns the folder for junk (RFC 6154). If the server does not report special uses, a folder with a usual name.
  private func junk() throws(SessionFailure) -> IMAPData.Folder? {
    if let known = folders.first(where: { $0.attributes.contains("\\JUNK") }) { return known }
    if offers("SPECIAL-USE"), offers("LIST-EXTENDED") {
      guard try channel.exchange(IMAPCommand.listSpecialFolders).condition == .ok else { return nil }
      return channel.data.compactMap(\.folder).first { $0.attributes.contains("\\JUNK") }
    }
    return folders.first { Self.namesOfJunk.contains($0.name.text.lowercasedASCII) }
  }

  /// The last name is 垃圾邮件 in modified UTF-7 (RFC 9051, appendix A.1).
  private static let namesOfJunk: Set<String> = ["junk", "junk e-mail", "junk email", "spam", "bulk mail", "&v4nxppcutvy-"]

  /// Deletes this message of the open folder and no other.
  func remove(_ identifier: UInt32) throws(SessionFailure) -> Removal {
    try dialogue.stage(.removal) { () throws(SessionFailure) in
      let canName = offers("UIDPLUS") || offers("IMAP4REV2")
      // Without UIDPLUS (RFC 4315), EXPUNGE deletes all messages with the flag, including those of other clients.
      let others = canName ? [] : try search(IMAPCommand.searchDeleted).filter { $0 != identifier }
      try accept(try channel.exchange(IMAPCommand.markDeleted(identifier)))
      if canName {
        _ = try channel.exchange(IMAPCommand.expunge(identifier))
      } else {
        guard others.isEmpty, try search(IMAPCommand.searchDeleted) == [identifier] else { return .marked }
        _ = try channel.exchange(IMAPCommand.expungeAll)
      }
      // The reply does not count, only whether the message still exists.
      return try search(IMAPCommand.search(identifier)).contains(identifier) ? .marked : .deleted
    }
  }

  private func search(_ command: Outgoing) throws(SessionFailure) -> [UInt32] {
    try accept(try channel.exchange(command))
    return found
  }

  /// The result of the last SEARCH.
  private var found: [UInt32] { channel.data.compactMap(\.found).flatMap { $0 } }

  private var nextIdentifier: UInt32? {
    channel.statuses.last { $0.code == "UIDNEXT" }.flatMap { IMAPData.identifier($0.arguments) }
  }

  private func offers(_ capability: String) -> Bool { channel.capabilities?.contains(capability) == true }

  private func accept(_ answer: IMAPStatus) throws(SessionFailure) {
    guard answer.condition == .ok else { throw dialogue.failure(answer.refusal) }
  }
}
