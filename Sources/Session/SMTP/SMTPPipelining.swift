// AUTH and the envelope in one flight, which saves a round trip.

import Vocabulary
import Wire

/// The commands of an envelope that are sent together with AUTH.
///
/// The server's certificate is checked, and a reply is read for each command. If the login is refused, the other
/// commands have no effect, and QUIT takes back what was accepted. But a command of an extension ends its group unless
/// its own specification says otherwise (RFC 2920, section 3.1), and RFC 4954 does not. So AUTH is followed by other
/// commands only if the server is known to accept that. Postfix is: its table of commands (smtpd.c) does not count AUTH
/// among the last of a group. It is also the server that needs it: its greeting waits until the client has acknowledged
/// the session ticket.
final class SMTPPipelining {
  private let commands: [Outgoing]
  /// Whether the commands were sent.
  private(set) var areSent = false

  /// Prepares the commands of `envelope`. None are sent with AUTH if `server` is not known to accept that.
  init(_ envelope: SMTPEnvelope, _ server: SMTPServer) {
    commands = server.offersPipelining && server.isPostfix ? envelope.questions : []
  }

  /// Sends AUTH, and the commands behind it, and returns the reply to AUTH. `auth` contains the whole login: a server that
  /// asks for more would read the next command as the response.
  func exchange(_ auth: Outgoing, on channel: SMTPChannel) throws(SessionFailure) -> SMTPReply {
    areSent = !commands.isEmpty
    return try channel.exchange(auth, followedBy: commands)
  }

  /// Returns whether the greeting says that the server is Postfix: `220 mail.example.org ESMTP Postfix (Debian/GNU)`.
  static func isPostfix(_ greeting: SMTPReply) -> Bool {
    greeting.lines.first?.split(separator: .space).contains(Array("Postfix".utf8)[...]) ?? false
  }
}
