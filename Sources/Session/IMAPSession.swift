// The IMAP dialogue, in the order of RFC 9051: greeting, capabilities, ID, login, LIST, EXAMINE INBOX, LOGOUT.

import Vocabulary
import Wire

/// Proves that a login opens the inbox. Changes nothing in the mailbox: EXAMINE is read-only.
final class IMAPSession {
  private let plan: SessionPlan
  private let dialogue: Dialogue
  private let version: String
  private let channel: IMAPChannel

  init(_ plan: SessionPlan, _ dialogue: Dialogue, version: String) {
    self.plan = plan
    self.dialogue = dialogue
    self.version = version
    channel = IMAPChannel(dialogue)
  }

  /// Runs the dialogue over the open connection. Returns only when the inbox was opened.
  func run() throws(SessionFailure) {
    try IMAPOpening(channel, dialogue).run()
    try dialogue.stage(.login) { () throws(SessionFailure) in try logIn() }
    try openInbox()
    goodbye()
  }

  /// LOGOUT is written and not waited for.
  func goodbye() { dialogue.farewell([channel.tagged(IMAPCommand.logout).line]) }

  /// One attempt with the secret. ID, where the server wants it first, leaves in the same flight: NO or BAD to it means
  /// nothing.
  private func logIn() throws(SessionFailure) {
    let mechanism = try IMAPMechanism.choose(channel.capabilities, plan, dialogue)
    dialogue.note { $0.mechanism = mechanism.name }
    if plan.quirks.idBeforeLogin { channel.queue(IMAPCommand.id(version: version)) }
    let known = channel.capabilities
    channel.capabilities = nil
    let answer = try IMAPLogin(plan.credentials, channel, dialogue).run(mechanism, offered: known)
    if answer.condition != .ok { throw dialogue.failure(Self.refusal(answer)) }
    if let after = answer.capabilities { channel.capabilities = after }
    let after = channel.capabilities
    dialogue.note { $0.capabilitiesAfter = after }
    if channel.capabilities == nil { channel.capabilities = known }
  }

  /// ID, the capabilities if the login did not bring them, LIST and EXAMINE in one flight: none changes what another
  /// means (RFC 9051 5.5). NetEase wants ID before EXAMINE, and gets it.
  private func openInbox() throws(SessionFailure) {
    let wantsID = plan.quirks.idAfterLogin || channel.capabilities?.contains("ID") == true
    let id = wantsID ? channel.queue(IMAPCommand.id(version: version)) : nil
    let asksAgain = dialogue.report.capabilitiesAfter == nil
    let capability = asksAgain ? channel.queue(IMAPCommand.capability) : nil
    let list = channel.queue(IMAPCommand.listFolders)
    let examine = channel.queue(IMAPCommand.examineInbox)
    dialogue.begin(id == nil ? .list : .id)
    if asksAgain { channel.capabilities = nil }
    do {
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
      try accept(try channel.answer(to: list))
      dialogue.end(.ok)
      dialogue.begin(.inbox)
      try accept(try channel.answer(to: examine))
      dialogue.end(.ok)
    } catch {
      dialogue.end(.failed)
      throw error
    }
  }

  private func accept(_ answer: IMAPStatus) throws(SessionFailure) {
    guard answer.condition == .ok else { throw dialogue.failure(Self.refusal(answer)) }
  }

  /// RFC 5530 says which refusals are only for now.
  private static func refusal(_ status: IMAPStatus) -> SessionFailure.Cause {
    switch status.code {
    case "UNAVAILABLE", "INUSE", "SERVERBUG": .temporary(status.serverReply)
    default: .refused(status.serverReply)
    }
  }
}
