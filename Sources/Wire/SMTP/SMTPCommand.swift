// SMTP commands as Outgoing lines.

import Vocabulary

package enum SMTPCommand {
  /// RFC 5321 4.1.4: an address literal where the client has no name to give. The machine's own name is nobody's business.
  package static let ehlo = Outgoing("EHLO [127.0.0.1]")
  package static let startTLS = Outgoing("STARTTLS")
  package static let authLogin = Outgoing("AUTH LOGIN")
  package static let rset = Outgoing("RSET")
  package static let quit = Outgoing("QUIT")
  /// RFC 4954 4: ends an exchange this side does not go on with.
  package static let cancel = Outgoing("*")

  /// RFC 4954 4: the command line stays within 512 octets, so a longer response waits for the challenge.
  package static func authPlain(_ response: Secret) -> (command: Outgoing, carriesResponse: Bool) {
    let line = Outgoing("AUTH PLAIN ") + .secret(response, name: "initial-response")
    return line.count + 2 <= 512 ? (line, true) : (Outgoing("AUTH PLAIN"), false)
  }

  /// RFC 5321 4.1.1.2. `address` has proved that nothing in it can end the path.
  package static func mailFrom(_ address: MailAddress) -> Outgoing { Outgoing("MAIL FROM:<\(address)>") }

  /// RFC 5321 4.1.1.3.
  package static func rcptTo(_ address: MailAddress) -> Outgoing { Outgoing("RCPT TO:<\(address)>") }
  /// RFC 5321 4.1.1.4, for a test message alone.
  package static let data = Outgoing("DATA")
}
