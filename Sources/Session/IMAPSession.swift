// The IMAP dialogue, in the order of RFC 9051: greeting, capabilities, ID, login, LIST, EXAMINE INBOX, LOGOUT.

import Vocabulary
import Wire

/// Proves that a login opens the inbox. Changes nothing in the mailbox: EXAMINE is read-only.
final class IMAPSession {
  let dialogue: Dialogue
  private let version: String
  private lazy var channel = IMAPChannel(dialogue)
  private var quirks: Quirks { dialogue.plan.quirks }

  init(_ dialogue: Dialogue, version: String) {
    self.dialogue = dialogue
    self.version = version
  }

  /// Runs the dialogue over the open connection. Returns only when the inbox was opened.
  func run() throws(SessionFailure) {
    switch dialogue.plan.endpoint.security {
    case .tls:
      try dialogue.stage(.tls) { () throws(SessionFailure) in try dialogue.secure() }
      try dialogue.stage(.greeting) { () throws(SessionFailure) in try greeting() }
    case .startTLS:
      try dialogue.stage(.greeting) { () throws(SessionFailure) in try greeting() }
      try dialogue.stage(.tls) { () throws(SessionFailure) in try startTLS() }
    }
    try dialogue.stage(.capability) { () throws(SessionFailure) in try learnCapabilities() }
    try dialogue.stage(.login) { () throws(SessionFailure) in try logIn() }
    try openInbox()
    goodbye()
  }

  /// LOGOUT is written and not waited for.
  func goodbye() { dialogue.farewell([channel.tagged(IMAPCommand.logout).line]) }

  /// RFC 9051 7.1: OK, PREAUTH or BYE, untagged. No line before it is skipped.
  private func greeting() throws(SessionFailure) {
    dialogue.beginReply()
    let first = try dialogue.firstOctets()
    guard !Greeting.isTLS(first) else {
      throw dialogue.failure(.notThisProtocol(said: Greeting.hexadecimal(first), service: .tls))
    }
    let line = try dialogue.line()
    guard let response = IMAPResponse(line) else {
      throw dialogue.failure(
        line.isEmpty ? .brokenReply(said: Visible("")) : .notThisProtocol(said: dialogue.said(line), service: Greeting.service(line)))
    }
    guard case .untagged(let status) = response else { throw dialogue.failure(.brokenReply(said: dialogue.said(line))) }
    switch status.condition {
    case .ok: channel.capabilities = status.capabilities
    case .preauth: throw dialogue.failure(dialogue.isSecure ? .cannotVerify(.preauth) : .tampered(.preauthInClear))
    case .no, .bad, .bye: throw dialogue.failure(.serverUnavailable(dialogue.kept(status.serverReply)))
    }
  }

  /// Mandatory STARTTLS (RFC 9051 6.2.1). Everything learned in clear is dropped.
  private func startTLS() throws(SessionFailure) {
    if channel.capabilities == nil {
      // A server that does not list what it can do cannot be made to offer STARTTLS; there is no login in clear instead.
      guard try channel.exchange(IMAPCommand.capability).condition == .ok else { throw dialogue.failure(.noStartTLS) }
    }
    guard channel.capabilities?.contains("STARTTLS") == true else { throw dialogue.failure(.noStartTLS) }
    let answer = try channel.exchange(IMAPCommand.startTLS)
    guard answer.condition == .ok else { throw dialogue.failure(.startTLSRefused(dialogue.kept(answer.serverReply))) }
    try dialogue.secure()
    channel.capabilities = nil
  }

  private func learnCapabilities() throws(SessionFailure) {
    // The latest list counts, also one that nobody asked for.
    try channel.takeUnasked()
    if channel.capabilities == nil {
      let answer = try channel.exchange(IMAPCommand.capability)
      guard answer.condition == .ok else { throw dialogue.failure(.brokenReply(said: Visible(answer.text))) }
      try channel.takeUnasked()
    }
    let known = channel.capabilities
    dialogue.note { $0.capabilitiesBefore = known }
    // iCloud may answer a bare OK: then nothing is known, and LOGIN is what every server has.
    if let known, !known.contains(where: { $0.hasPrefix("IMAP4") }) { throw dialogue.failure(.noMechanism(offered: known)) }
  }

  /// One attempt with the secret. ID, where the server wants it first, leaves in the same flight: NO or BAD to it means
  /// nothing.
  private func logIn() throws(SessionFailure) {
    let mechanism = try IMAPMechanism.choose(channel.capabilities, quirks, dialogue.plan.credentials, dialogue)
    dialogue.note { $0.mechanism = mechanism.name }
    if quirks.idBeforeLogin { channel.queue(IMAPCommand.id(version: version)) }
    let known = channel.capabilities
    channel.capabilities = nil
    let answer = try IMAPLogin(channel, dialogue).run(mechanism, offered: known)
    if answer.condition != .ok { throw dialogue.failure(Self.refusal(answer)) }
    if let after = answer.capabilities { channel.capabilities = after }
    let after = channel.capabilities
    dialogue.note { $0.capabilitiesAfter = after }
    if channel.capabilities == nil { channel.capabilities = known }
  }

  /// ID, the capabilities if the login did not bring them, LIST and EXAMINE in one flight: none changes what another
  /// means (RFC 9051 5.5). NetEase wants ID before EXAMINE, and gets it.
  private func openInbox() throws(SessionFailure) {
    let wantsID = quirks.idAfterLogin || channel.capabilities?.contains("ID") == true
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
