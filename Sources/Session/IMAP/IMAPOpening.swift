// How every IMAP session begins (RFC 9051): TLS, greeting, capabilities. Nothing of an account is said in it.

import Vocabulary
import Wire

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
      // Whatever the answer is: what LOGIN and its like bring shows at the login.
      _ = try channel.exchange(IMAPCommand.capability)
      try channel.takeUnasked()
    }
    // iCloud may answer a bare OK: then nothing is known, and LOGIN is what every server has.
    dialogue.noteOffer(channel.capabilities)
  }
}
