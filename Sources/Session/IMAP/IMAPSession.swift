// The IMAP session, in the order of RFC 9051: greeting, capabilities, ID, login, LIST, EXAMINE INBOX, LOGOUT. A delivery
// test, which deletes its message, opens the inbox with SELECT.

import Vocabulary
import Wire

/// Proves that a login opens the inbox. Changes nothing in the mailbox: EXAMINE is read-only.
final class IMAPSession {
  private let plan: SessionPlan
  private let dialogue: Dialogue
  private let version: String
  let channel: IMAPChannel

  /// How the inbox is opened: read-only, or so that a message in it can be deleted.
  enum Access { case reading, deleting }

  init(_ plan: SessionPlan, _ dialogue: Dialogue, version: String) {
    self.plan = plan
    self.dialogue = dialogue
    self.version = version
    channel = IMAPChannel(dialogue)
  }

  /// Runs the session over the open connection. Returns only if the inbox was opened.
  func run() throws(SessionFailure) {
    try enter(.reading)
    goodbye()
  }

  /// Logs in and opens the inbox. The connection stays open.
  func enter(_ access: Access) throws(SessionFailure) {
    try IMAPOpening(channel, dialogue).run()
    try dialogue.stage(.login) { () throws(SessionFailure) in try logIn() }
    try openInbox(access)
  }

  /// Sends LOGOUT without waiting for the reply.
  func goodbye() { dialogue.farewell([channel.tagged(IMAPCommand.logout).line]) }

  /// Attempts one login. If the server requires ID before the login, it is sent in the same flight. NO or BAD in reply to ID
  /// is ignored.
  private func logIn() throws(SessionFailure) {
    let method = try IMAPLoginMethod.choose(channel.capabilities, plan, dialogue)
    dialogue.note { $0.mechanism = method.name }
    if plan.quirks.id.contains(.beforeLogin) { channel.queue(IMAPCommand.id(version: version)) }
    let known = channel.capabilities
    channel.capabilities = nil
    let answer = try IMAPLogin(plan, channel, dialogue).run(method, offered: known)
    dialogue.acceptSecret()
    channel.enter()
    if let after = answer.capabilities { channel.capabilities = after }
    let after = channel.capabilities
    dialogue.note { $0.capabilitiesAfter = after }
    if channel.capabilities == nil { channel.capabilities = known }
  }

  /// Sends ID, CAPABILITY if the login did not return the capabilities, LIST and EXAMINE in one flight. None of them changes
  /// the meaning of another (RFC 9051, section 5.5). NetEase requires ID before EXAMINE.
  private func openInbox(_ access: Access) throws(SessionFailure) {
    let wantsID = plan.quirks.id.contains(.afterLogin) || channel.capabilities?.contains("ID") == true
    let id = wantsID ? channel.queue(IMAPCommand.id(version: version)) : nil
    let asksAgain = dialogue.facts.capabilitiesAfter == nil
    let capability = asksAgain ? channel.queue(IMAPCommand.capability) : nil
    let list = channel.queue(IMAPCommand.listFolders)
    let inbox = channel.queue(access == .reading ? IMAPCommand.examineInbox : IMAPCommand.selectInbox)
    dialogue.begin(id == nil ? .list : .id)
    if asksAgain { channel.capabilities = nil }
    do throws(SessionFailure) {
      try channel.flush()
      if let id {
        _ = try channel.answer(to: id)
        dialogue.end(.ok)
        dialogue.begin(.list)
      }
      if let capability {
        _ = try channel.answer(to: capability)
        let after = channel.capabilities
        dialogue.note { $0.capabilitiesAfter = after }
      }
      // A refused LIST is no failure: a mail program needs only the inbox.
      dialogue.end(try channel.answer(to: list).condition == .ok ? .ok : .skipped)
      dialogue.begin(.inbox)
      let answer = try channel.answer(to: inbox)
      try accept(answer)
      if access == .deleting, let bar = ([answer] + channel.statuses).first(where: \.forbidsDeleting) {
        throw dialogue.failure(.refused(bar.serverReply))
      }
      dialogue.end(.ok)
    } catch {
      dialogue.end(StageResult.Status(endedBy: error.outcome))
      throw error
    }
  }

  private func accept(_ answer: IMAPStatus) throws(SessionFailure) {
    guard answer.condition == .ok else { throw dialogue.failure(answer.refusal) }
  }
}

extension IMAPStatus {
  /// Whether no message of the opened folder can be deleted: it is read-only (RFC 9051, section 6.3.2), or the flag for that cannot
  /// be set for good (section 7.1, PERMANENTFLAGS).
  fileprivate var forbidsDeleting: Bool {
    if code == "READ-ONLY" { return true }
    return code == "PERMANENTFLAGS" && !arguments.text.lowercasedASCII.contains(#"\deleted"#)
  }

  /// The cause of a reply that is not OK. RFC 5530 defines which refusals are temporary.
  var refusal: SessionFailure.Cause {
    switch code {
    case "UNAVAILABLE", "INUSE", "SERVERBUG": .temporary(serverReply)
    default: .refused(serverReply)
    }
  }
}
