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

  /// Returns when the peer was checked and has said inside TLS what it can do.
  func run() throws(SessionFailure) {
    switch dialogue.endpoint.security {
    case .tls:
      try dialogue.stage(.tls) { () throws(SessionFailure) in try dialogue.secure() }
      try dialogue.stage(.greeting) { () throws(SessionFailure) in try greeting() }
    case .startTLS:
      try dialogue.stage(.greeting) { () throws(SessionFailure) in try greeting() }
      try dialogue.stage(.tls) { () throws(SessionFailure) in try startTLS() }
    }
    try dialogue.stage(.capability) { () throws(SessionFailure) in try learnCapabilities() }
  }

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
