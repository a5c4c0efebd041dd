// The opening of every IMAP session (RFC 9051): TLS, greeting, capabilities. It sends nothing about an account.

import Vocabulary
import Wire

/// The opening of one session.
struct IMAPOpening {
  private let channel: IMAPChannel
  private let dialogue: Dialogue

  init(_ channel: IMAPChannel, _ dialogue: Dialogue) {
    self.channel = channel
    self.dialogue = dialogue
  }

  /// Returns when the peer is authenticated and has said inside TLS what it can do.
  func run() throws(SessionFailure) {
    try dialogue.runOpening(greeting: greeting, startTLS: startTLS)
    try dialogue.stage(.capability, learnCapabilities)
  }

  /// Reads the greeting (RFC 9051, section 7.1): OK, PREAUTH or BYE, untagged. No line before it is skipped.
  private func greeting() throws(SessionFailure) {
    let line = try dialogue.firstLine()
    guard let response = IMAPResponse(line) else {
      throw dialogue.failure(
        line.isEmpty ? .brokenReply(said: Visible("")) : .notThisProtocol(said: dialogue.said(line), service: Greeting.service(line)))
    }
    guard case .untagged(let status) = response else { throw dialogue.broken(line) }
    switch status.condition {
    case .ok:
      channel.capabilities = status.capabilities
      if status.code == "ALERT" { dialogue.noteAlert(status.text) }
    case .preauth: throw dialogue.failure(dialogue.isSecure ? .cannotVerify(.preauth) : .tampered(.preauthInClear))
    case .no, .bad, .bye: throw dialogue.failure(.serverUnavailable(dialogue.kept(status.serverReply)))
    }
  }

  /// Performs mandatory STARTTLS (RFC 9051, section 6.2.1). Everything learned in clear is discarded.
  private func startTLS() throws(SessionFailure) {
    if channel.capabilities == nil {
      // If the server lists no capabilities, it offers no STARTTLS. There is no login in clear instead.
      guard try channel.exchange(IMAPCommand.capability).condition == .ok else { throw dialogue.failure(.noStartTLS) }
    }
    guard channel.capabilities?.contains("STARTTLS") == true else { throw dialogue.failure(.noStartTLS) }
    let answer = try channel.exchange(IMAPCommand.startTLS)
    guard answer.condition == .ok else { throw dialogue.failure(.startTLSRefused(dialogue.kept(answer.serverReply))) }
    try dialogue.secure()
    channel.capabilities = nil
  }

  private func learnCapabilities() throws(SessionFailure) {
    // The latest list counts, even if the server sent it unasked.
    try channel.takeUnasked()
    if channel.capabilities == nil {
      // The reply is ignored: the login will show what the server accepts.
      _ = try channel.exchange(IMAPCommand.capability)
      try channel.takeUnasked()
    }
    // iCloud may reply with OK only. Then nothing is known, and LOGIN is used, which every server has.
    dialogue.noteOffer(channel.capabilities)
  }
}
