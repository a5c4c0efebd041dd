// The opening of every SMTP submission session (RFC 6409): TLS, greeting, EHLO. It sends nothing about an account.

import Vocabulary
import Wire

/// What an SMTP server has said about itself before the login.
struct SMTPServer {
  let extensions: SMTPExtensions
  /// Whether its greeting inside TLS says that it is Postfix. In clear the greeting could be from anybody.
  let isPostfix: Bool

  var offersPipelining: Bool { extensions.offers("PIPELINING") }

  /// Returns whether the server takes `address` in a command. RFC 6531, section 3.1: with SMTPUTF8 comes 8BITMIME.
  func takes(_ address: MailAddress) -> Bool { !address.needsUTF8 || extensions.offers("SMTPUTF8") }
}

/// The opening of one session.
final class SMTPOpening {
  private let channel: SMTPChannel
  private let dialogue: Dialogue
  private var isPostfix = false

  init(_ channel: SMTPChannel, _ dialogue: Dialogue) {
    self.channel = channel
    self.dialogue = dialogue
  }

  /// Returns when the peer is authenticated and has said inside TLS what it can do.
  func run() throws(SessionFailure) -> SMTPServer {
    try dialogue.runOpening(greeting: greeting, startTLS: startTLS)
    let extensions = try dialogue.stage(.ehlo, learnExtensions)
    return SMTPServer(extensions: extensions, isPostfix: isPostfix)
  }

  /// Returns as `run()` does if the server takes `sender`. Otherwise throws before the login: the account cannot send here, whatever
  /// its password is.
  func run(for sender: MailAddress) throws(SessionFailure) -> SMTPServer {
    let server = try run()
    guard server.takes(sender) else {
      dialogue.begin(.login)
      dialogue.end(.skipped)
      return try dialogue.stage(.sender) { () throws(SessionFailure) in throw dialogue.failure(.takesNoUTF8) }
    }
    return server
  }

  /// Reads the greeting (RFC 5321, section 3.1): 220, possibly with many lines. Nothing is sent before the last line.
  private func greeting() throws(SessionFailure) {
    let line = try dialogue.firstLine()
    guard SMTPReply.Line(line) != nil else {
      throw dialogue.failure(.notThisProtocol(said: dialogue.said(line), service: Greeting.service(line)))
    }
    let reply = try channel.reply(startingWith: line)
    if reply.code == 220 {
      // RFC 5321, section 4.2: the first word is the name of the host.
      let name = reply.lines.first?.prefix { $0 != .space }
      dialogue.note { $0.greetedAs = name.flatMap { HostName($0.text) }.flatMap { $0.labels.count > 1 ? Unshown($0) : nil } }
      isPostfix = dialogue.isSecure && SMTPPipelining.isPostfix(reply)
      return
    }
    throw dialogue.failure(
      try channel.negative(reply) { .serverUnavailable($0) })
  }

  /// Performs mandatory STARTTLS (RFC 3207). Everything learned in clear is discarded.
  private func startTLS() throws(SessionFailure) {
    let hello = try channel.exchange(SMTPCommand.ehlo)
    // HELO is not sent instead: it has no STARTTLS.
    guard hello.code == 250 else { throw dialogue.failure(try channel.negative(hello) { _ in .noStartTLS }) }
    guard SMTPExtensions(hello).offers("STARTTLS") else { throw dialogue.failure(.noStartTLS) }
    let answer = try channel.exchange(SMTPCommand.startTLS)
    guard answer.code == 220 else {
      // More lines after a refusal are an attempt to forge the reply to the next command.
      try channel.refuseUnasked()
      if answer.code == 421 { throw dialogue.failure(.temporary(dialogue.kept(answer.serverReply))) }
      // 454 is a refusal, too: clear text will not be acceptable later.
      let isRefusal = answer.severity == 4 || answer.severity == 5
      throw dialogue.failure(
        isRefusal ? .startTLSRefused(dialogue.kept(answer.serverReply)) : .brokenReply(said: Visible("\(answer.code)")))
    }
    try dialogue.secure()
  }

  private func learnExtensions() throws(SessionFailure) -> SMTPExtensions {
    let hello = try channel.exchange(SMTPCommand.ehlo)
    guard hello.code == 250 else {
      // 50z: a server without EHLO has no login (RFC 5321, sections 4.1.1.1 and 4.2.1). Any other code refuses this client.
      throw dialogue.failure(try channel.negative(hello) { (500...504).contains(hello.code) ? .noMechanism(offered: []) : .refused($0) })
    }
    let extensions = SMTPExtensions(hello)
    dialogue.noteOffer(extensions.keywords)
    return extensions
  }
}
