// Servers without a fault, from which the hostile ones are derived.

import LoopbackServer
import ScriptedServer
import Vocabulary

extension Party {
  /// Returns a server of `mailProtocol` that does everything right.
  static func good(_ mailProtocol: MailProtocol, _ security: Security = .tls) throws -> Party {
    let host = mailProtocol.host
    return Party(host, security, try Dialogues.whole(mailProtocol, security, as: Rig.issue(.valid(for: host))))
  }
}

extension MailProtocol {
  var host: String { "\(self).example.org" }
}

/// Steps of correct dialogues.
enum Dialogues {
  /// From the first octet to the goodbye.
  static func whole(
    _ mailProtocol: MailProtocol, _ security: Security, as identity: ServerIdentity, _ options: TLSOptions = .standard
  ) -> [Step] {
    switch security {
    case .tls: [.tls(identity, options), .say(greeting(mailProtocol))] + login(mailProtocol)
    case .startTLS: inClear(mailProtocol) + [.tls(identity, options)] + again(mailProtocol) + login(mailProtocol)
    }
  }

  static func greeting(_ mailProtocol: MailProtocol) -> Octets {
    switch mailProtocol {
    case .imap: "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\r\n"
    case .smtp: "220 mail ESMTP\r\n"
    }
  }

  /// The lines that the client may send before TLS, and no others.
  static func clearLines(_ mailProtocol: MailProtocol) -> [String] {
    switch mailProtocol {
    case .imap: ["A1 STARTTLS"]
    case .smtp: ["EHLO [127.0.0.1]", "STARTTLS"]
    }
  }

  /// The steps up to TLS.
  static func inClear(_ mailProtocol: MailProtocol) -> [Step] { untilStartTLS(mailProtocol) + [.say(goAhead(mailProtocol))] }

  static func goAhead(_ mailProtocol: MailProtocol) -> Octets {
    switch mailProtocol {
    case .imap: "{t} OK begin TLS now\r\n"
    case .smtp: "220 go ahead\r\n"
    }
  }

  /// The steps up to TLS without the server's last reply.
  static func untilStartTLS(_ mailProtocol: MailProtocol) -> [Step] {
    switch mailProtocol {
    case .imap: [.say("* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready\r\n"), .expect("{t} STARTTLS")]
    case .smtp:
      [.say("220 mail ESMTP\r\n"), .expect("EHLO [127.0.0.1]"), .say("250-mail\r\n250 STARTTLS\r\n"), .expect("STARTTLS")]
    }
  }

  /// The capabilities asked for again inside TLS; SMTP does that in `login`.
  static func again(_ mailProtocol: MailProtocol) -> [Step] {
    switch mailProtocol {
    case .imap: [.expect("{t} CAPABILITY"), .say("* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n{t} OK\r\n")]
    case .smtp: []
    }
  }

  /// From the greeting to the goodbye.
  static func login(_ mailProtocol: MailProtocol) -> [Step] {
    untilProof(mailProtocol) + [.say(proof(mailProtocol))] + goodbye(mailProtocol)
  }

  static func untilProof(_ mailProtocol: MailProtocol) -> [Step] {
    switch mailProtocol {
    case .imap:
      [
        .expectPrefix("{t} AUTHENTICATE PLAIN "), .say("{t} OK [CAPABILITY IMAP4rev1] in\r\n"),
        .expect(#"{t} LIST "" "%""#), .say("* LIST () \"/\" INBOX\r\n{t} OK done\r\n"), .expect("{t} EXAMINE INBOX"),
      ]
    case .smtp:
      [
        .expect("EHLO [127.0.0.1]"), .say("250-mail\r\n250-PIPELINING\r\n250 AUTH PLAIN LOGIN\r\n"),
        .expectPrefix("AUTH PLAIN "), .say("235 2.7.0 ok\r\n"), .expect("MAIL FROM:<you@example.org>"),
        .expect("RCPT TO:<you@example.org>"),
      ]
    }
  }

  static func proof(_ mailProtocol: MailProtocol) -> Octets {
    switch mailProtocol {
    case .imap: "* 3 EXISTS\r\n{t} OK [READ-ONLY] done\r\n"
    case .smtp: "250 2.1.0 ok\r\n250 2.1.5 ok\r\n"
    }
  }

  static func goodbye(_ mailProtocol: MailProtocol) -> [Step] {
    switch mailProtocol {
    case .imap: [.expect("{t} LOGOUT")]
    case .smtp: [.expect("RSET"), .expect("QUIT")]
    }
  }
}
