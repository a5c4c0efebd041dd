// The IMAP dialogue, in the order of RFC 9051: greeting, capabilities, ID, login, LIST, EXAMINE INBOX, LOGOUT.
// Who deletes a test message again opens the inbox with SELECT instead.

import Vocabulary
import Wire

/// Proves that a login opens the inbox. Changes nothing in the mailbox: EXAMINE is read-only.
final class IMAPSession {
  private let plan: SessionPlan
  private let dialogue: Dialogue
  private let version: String
  let channel: IMAPChannel

  /// How the inbox is opened: for reading alone, or so that a message in it can be deleted.
  enum Access { case reading, deleting }

  init(_ plan: SessionPlan, _ dialogue: Dialogue, version: String) {
    self.plan = plan
    self.dialogue = dialogue
    self.version = version
    channel = IMAPChannel(dialogue)
  }

  /// Runs the dialogue over the open connection. Returns only when the inbox was opened.
  func run() throws(SessionFailure) {
    try enter(.reading)
    goodbye()
  }

  /// Logs in and opens the inbox; the connection stays.
  func enter(_ access: Access) throws(SessionFailure) {
    try IMAPOpening(channel, dialogue).run()
    try dialogue.stage(.login) { () throws(SessionFailure) in try logIn() }
    try openInbox(access)
  }

  /// LOGOUT is written and not waited for.
  func goodbye() { dialogue.farewell([channel.tagged(IMAPCommand.logout).line]) }

  /// One attempt with the secret. ID, where the server wants it first, leaves in the same flight: NO or BAD to it means
  /// nothing.
  private func logIn() throws(SessionFailure) {
    let method = try IMAPLoginMethod.choose(channel.capabilities, plan, dialogue)
    dialogue.note { $0.mechanism = method.name }
    if plan.quirks.id.contains(.beforeLogin) { channel.queue(IMAPCommand.id(version: version)) }
    let known = channel.capabilities
    channel.capabilities = nil
    let answer = try IMAPLogin(plan.credentials, channel, dialogue).run(method, offered: known)
    if answer.condition != .ok { throw dialogue.failure(answer.refusal) }
    dialogue.acceptSecret()
    channel.enter()
    if let after = answer.capabilities { channel.capabilities = after }
    let after = channel.capabilities
    dialogue.note { $0.capabilitiesAfter = after }
    if channel.capabilities == nil { channel.capabilities = known }
  }

  /// ID, the capabilities if the login did not bring them, LIST and EXAMINE in one flight: none changes what another
  /// means (RFC 9051 5.5). NetEase wants ID before EXAMINE, and gets it.
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
      // A server may keep its folders to itself: a mail program needs the inbox.
      dialogue.end(try channel.answer(to: list).condition == .ok ? .ok : .skipped)
      dialogue.begin(.inbox)
      let answer = try channel.answer(to: inbox)
      try accept(answer)
      // RFC 9051 6.3.2: what is opened like that keeps everything that is in it.
      if access == .deleting, answer.code == "READ-ONLY" { throw dialogue.failure(.refused(answer.serverReply)) }
      dialogue.end(.ok)
    } catch {
      dialogue.end(.failed)
      throw error
    }
  }

  private func accept(_ answer: IMAPStatus) throws(SessionFailure) {
    guard answer.condition == .ok else { throw dialogue.failure(answer.refusal) }
  }
}

extension IMAPStatus {
  /// The cause behind an answer that is not OK. RFC 5530 says which refusals are only for now.
  var refusal: SessionFailure.Cause {
    switch code {
    case "UNAVAILABLE", "INUSE", "SERVERBUG": .temporary(serverReply)
    default: .refused(serverReply)
    }
  }
}
