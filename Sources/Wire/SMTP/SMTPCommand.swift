// SMTP commands as Outgoing lines.

import Vocabulary

/// The commands of login, verification and submission.
package enum SMTPCommand {
  /// RFC 5321, section 4.1.4: an address literal for a client without a domain name. The computer's own name is not
  /// revealed.
  package static let ehlo = Outgoing("EHLO [127.0.0.1]")
  package static let startTLS = Outgoing("STARTTLS")
  package static let rset = Outgoing("RSET")
  package static let quit = Outgoing("QUIT")
  /// Cancels an AUTH exchange that this program does not continue (RFC 4954, section 4).
  package static let cancel = Outgoing("*")

  /// Returns AUTH (RFC 4954, section 4), with the initial response if there is one. `nil` if the command line would
  /// exceed 512 octets. The response is then sent after the challenge.
  package static func auth(_ mechanism: SASLMechanismName, _ initialResponse: SASLMessage?) -> Outgoing? {
    let command = Outgoing("AUTH \(mechanism.rawValue)")
    let line = initialResponse.map { command + Outgoing(" ") + $0.initialResponse } ?? command
    return line.count + 2 <= 512 ? line : nil
  }

  /// Returns MAIL FROM (RFC 5321, section 4.1.1.2). A `MailAddress` contains nothing that could end the path. An address that has
  /// letters outside ASCII needs SMTPUTF8 (RFC 6531, section 3.4). So does a header with it, which `isMessage` announces as
  /// 8-bit octets (RFC 6152), too.
  package static func mailFrom(_ address: MailAddress, isMessage: Bool = false) -> Outgoing {
    guard address.needsUTF8 else { return Outgoing("MAIL FROM:<\(address)>") }
    return Outgoing("MAIL FROM:<\(address)>\(isMessage ? " BODY=8BITMIME" : "") SMTPUTF8")
  }

  /// Returns RCPT TO (RFC 5321, section 4.1.1.3).
  package static func rcptTo(_ address: MailAddress) -> Outgoing { Outgoing("RCPT TO:<\(address)>") }
  /// RFC 5321, section 4.1.1.4. Only a delivery test sends it.
  package static let data = Outgoing("DATA")
}
