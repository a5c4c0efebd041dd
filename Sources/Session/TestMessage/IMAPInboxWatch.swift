// The inbox while a test message is on its way to it: opened before, looked into until it is there, freed of it.

import Net
import Posix
import Vocabulary
import Wire

final class IMAPInboxWatch {
  private let session: IMAPSession
  private let dialogue: Dialogue
  private let channel: IMAPChannel
  /// The least identifier a new message can have (UIDNEXT); nil where the server does not say.
  private var first: UInt32?
  /// The folders of the top level.
  private var folders: [IMAPData.Folder] = []
  /// Messages of the open folder that are known to be others.
  private var others: Set<UInt32> = []
  /// Messages looked at each time, the newest first: nobody gets more within a few seconds.
  private static let most = 10
  /// Seconds between two looks: the first, the longest, and how they grow.
  private static let pauses = (first: 0.25, longest: 5.0, growth: 1.5)

  init(_ plan: SessionPlan, _ dialogue: Dialogue, version: String) {
    self.dialogue = dialogue
    session = IMAPSession(plan, dialogue, version: version)
    channel = session.channel
    channel.keepsData = true
  }

  var report: SessionReport { dialogue.report }

  /// Logs in and opens the inbox. Throws where a message in it could not be deleted again.
  func open() throws(SessionFailure) {
    try session.enter(.deleting)
    folders = channel.data.compactMap(\.folder)
    first = nextIdentifier
  }

  /// LOGOUT, and the end of the connection.
  func goodbye() { session.goodbye() }

  /// Ends the session that failed so: a server that still waits for a command gets a goodbye.
  func end(_ failure: SessionFailure) {
    if failure.leavesDialogueInStep { goodbye() }
    dialogue.close()
    dialogue.note { $0.failure = failure }
  }

  /// Looks for the message until it is there or `patience` seconds have passed, then once in the folder for junk. `pause`
  /// lets some seconds pass. Gives nil where it did not come.
  func wait(
    for id: String, _ patience: Double, pause: (Double) throws(NetFailure) -> Void
  ) throws(SessionFailure) -> Arrival? {
    dialogue.begin(.arrival)
    do {
      let arrival = try look(for: id, patience, pause)
      dialogue.end(arrival == nil ? .failed : .ok)
      return arrival
    } catch {
      dialogue.end(.failed)
      throw error
    }
  }

  private func look(
    for id: String, _ patience: Double, _ pause: (Double) throws(NetFailure) -> Void
  ) throws(SessionFailure) -> Arrival? {
    let sent = Deadline.now
    func arrival(_ identifier: UInt32, _ folder: Arrival.Folder) -> Arrival {
      Arrival(folder: folder, identifier: identifier, milliseconds: Deadline.now.milliseconds(since: sent))
    }
    // Pauses count as well as the clock: where a test lets none pass there is an end, too.
    let latest = sent + patience
    var (left, next) = (patience, Self.pauses.first)
    while true {
      if let identifier = try find(id) { return arrival(identifier, .inbox) }
      guard left > 0, !latest.hasPassed else { break }
      let seconds = min(next, left)
      do throws(NetFailure) { try pause(seconds) } catch { throw dialogue.failure(.net(error)) }
      left -= seconds
      next = min(next * Self.pauses.growth, Self.pauses.longest)
    }
    guard let junk = try junk(), let select = IMAPCommand.select(junk.name) else { return nil }
    (first, others) = (nil, [])
    // A folder that does not open holds nothing that could be found.
    guard try channel.exchange(select).condition == .ok, let identifier = try find(id) else { return nil }
    return arrival(identifier, .junk(dialogue.name(junk.name)))
  }

  /// The message in the open folder, if it is there.
  private func find(_ id: String) throws(SessionFailure) -> UInt32? {
    // Some servers only look for new mail when they are asked to.
    let noop = channel.queue(IMAPCommand.noop)
    let search = channel.queue(first.map { IMAPCommand.search(from: $0) } ?? IMAPCommand.search(messageID: id))
    try channel.flush()
    _ = try channel.answer(to: noop)
    try accept(try channel.answer(to: search))
    let candidates = found.filter { $0 >= first ?? 0 && !others.contains($0) }
    for identifier in Set(candidates).sorted(by: >).prefix(Self.most) {
      if try isMeant(identifier, id) { return identifier }
      others.insert(identifier)
    }
    return nil
  }

  /// Whether the message has exactly this Message-ID: what a search finds may be anything.
  private func isMeant(_ identifier: UInt32, _ id: String) throws(SessionFailure) -> Bool {
    guard try channel.exchange(IMAPCommand.fetchMessageID(identifier)).condition == .ok else { return false }
    let headers = channel.data.compactMap(\.message).filter { $0.identifier == identifier }.map(\.literal)
    guard headers.count == 1, let header = headers.first else { return false }
    let values = HeaderField.values(of: "Message-ID", in: header)
    return values.count == 1 && values[0].elementsEqual("<\(id)>".utf8)
  }

  /// RFC 6154: the folder for junk; where the server does not tell uses, one that is called like it.
  private func junk() throws(SessionFailure) -> IMAPData.Folder? {
    if let known = folders.first(where: { $0.attributes.contains("\\JUNK") }) { return known }
    if offers("SPECIAL-USE"), offers("LIST-EXTENDED") {
      guard try channel.exchange(IMAPCommand.listSpecialFolders).condition == .ok else { return nil }
      return channel.data.compactMap(\.folder).first { $0.attributes.contains("\\JUNK") }
    }
    return folders.first { Self.namesOfJunk.contains($0.name.text.lowercasedASCII) }
  }

  /// The last is 垃圾邮件 in modified UTF-7 (RFC 9051 A.1).
  private static let namesOfJunk: Set<String> = ["junk", "junk e-mail", "junk email", "spam", "bulk mail", "&v4nxppcutvy-"]

  /// Deletes exactly this message of the open folder.
  func remove(_ identifier: UInt32) throws(SessionFailure) -> Removal {
    try dialogue.stage(.removal) { () throws(SessionFailure) in
      let canName = offers("UIDPLUS") || offers("IMAP4REV2")
      // Without RFC 4315 an EXPUNGE takes everything that is marked; what others have marked is theirs.
      let others = canName ? [] : try search(IMAPCommand.searchDeleted).filter { $0 != identifier }
      try accept(try channel.exchange(IMAPCommand.markDeleted(identifier)))
      if canName {
        _ = try channel.exchange(IMAPCommand.expunge(identifier))
      } else {
        guard others.isEmpty, try search(IMAPCommand.searchDeleted) == [identifier] else { return .marked }
        _ = try channel.exchange(IMAPCommand.expungeAll)
      }
      // Not what the server says of it counts, but whether it is gone.
      return try search(IMAPCommand.search(identifier)).contains(identifier) ? .marked : .deleted
    }
  }

  private func search(_ command: Outgoing) throws(SessionFailure) -> [UInt32] {
    try accept(try channel.exchange(command))
    return found
  }

  /// The numbers that the last SEARCH has given.
  private var found: [UInt32] { channel.data.compactMap(\.found).flatMap { $0 } }

  private var nextIdentifier: UInt32? {
    channel.statuses.last { $0.code == "UIDNEXT" }.flatMap { IMAPData.identifier($0.arguments) }
  }

  private func offers(_ capability: String) -> Bool { channel.capabilities?.contains(capability) == true }

  private func accept(_ answer: IMAPStatus) throws(SessionFailure) {
    guard answer.condition == .ok else { throw dialogue.failure(answer.refusal) }
  }
}
