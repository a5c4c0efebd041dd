// Addresses and user names with letters outside ASCII before the @ (RFC 6531, RFC 6855): what is sent, and what never is.

import Session
import TestSupport
import Testing
import Vocabulary
import Wire

@Suite("addresses outside ASCII") struct UTF8Tests {
  private static let addresses = ["почта@xn--e1afmkfd.xn--p1ai", "用户@xn--fsqu00a.xn--4rr70v", "jürgen@example.org", "संपर्क@example.org"]

  private func smtp(_ address: String, _ offer: [String], _ more: String, outcome: String) -> String {
    let lines = ["mail"] + offer
    return """
      protocol: smtp
      username: \(address)
      sender: \(address)

      X: tls
      S: 220 mail ESMTP \(offer.contains("X-POSTFIX") ? "Postfix" : "ready")
      C: EHLO [127.0.0.1]
      \(lines.enumerated().map { "S: 250\($0 + 1 < lines.count ? "-" : " ")\($1)" }.joined(separator: "\n"))
      \(more)
      = \(outcome)
      """
  }

  @Test("SMTPUTF8 is named where the server offers it, in one flight where it takes that", arguments: addresses)
  func offered(_ address: String) throws {
    try play(
      smtp(
        address, ["PIPELINING", "AUTH PLAIN", "8BITMIME", "SMTPUTF8"],
        """
        C: AUTH PLAIN <initial-response>
        S: 235 in
        C: MAIL FROM:<\(address)> SMTPUTF8
        C+ RCPT TO:<\(address)>
        S: 250 ok
        S: 250 ok
        C: RSET
        C+ QUIT
        """, outcome: "verified, mechanism PLAIN"))
    try play(
      smtp(
        address, ["AUTH PLAIN LOGIN", "SMTPUTF8"],
        """
        C: AUTH PLAIN <initial-response>
        S: 235 in
        C: MAIL FROM:<\(address)> SMTPUTF8
        S: 250 ok
        C: RCPT TO:<\(address)>
        S: 250 ok
        C: QUIT
        """, outcome: "verified"))
    try play(
      smtp(
        address, ["PIPELINING", "AUTH PLAIN", "SMTPUTF8", "X-POSTFIX"],
        """
        C: AUTH PLAIN <initial-response>
        C+ MAIL FROM:<\(address)> SMTPUTF8
        C+ RCPT TO:<\(address)>
        S: 235 in
        S: 250 ok
        S: 250 ok
        C: RSET
        C+ QUIT
        """, outcome: "verified"))
  }

  @Test(
    "where it is not offered, nothing of the account is sent: neither the secret nor the address",
    arguments: addresses,
    [
      ["AUTH PLAIN", "PIPELINING", "8BITMIME"], ["AUTH LOGIN"], ["AUTH PLAIN", "SMTPUTF"], ["AUTH PLAIN", "X-SMTPUTF8"],
      ["AUTH PLAIN", "X-POSTFIX", "PIPELINING"],
    ])
  func notOffered(_ address: String, _ offer: [String]) throws {
    try play(smtp(address, offer, "C: QUIT", outcome: "sender noUTF8, secretSent false"))
  }

  @Test("what was offered in clear does not count after TLS began") func beforeTLS() throws {
    try play(
      """
      protocol: smtp
      security: starttls
      username: почта@example.org
      sender: почта@example.org

      S: 220 mail
      C: EHLO [127.0.0.1]
      S: 250-mail
      S: 250-SMTPUTF8
      S: 250 STARTTLS
      C: STARTTLS
      S: 220 go
      X: tls
      C: EHLO [127.0.0.1]
      S: 250-mail
      S: 250 AUTH PLAIN
      C: QUIT
      = sender noUTF8, secretSent false
      """)
  }

  @Test("an address in ASCII is asked about as ever, also with a user name in other letters") func onlyTheName() throws {
    try play(
      """
      protocol: smtp
      username: почта
      sender: mail@example.org

      X: tls
      S: 220 mail
      C: EHLO [127.0.0.1]
      S: 250-mail
      S: 250 AUTH LOGIN PLAIN
      C: AUTH PLAIN <initial-response>
      S: 235 in
      C: MAIL FROM:<mail@example.org>
      S: 250 ok
      C: RCPT TO:<mail@example.org>
      S: 250 ok
      C: QUIT
      = verified, mechanism PLAIN
      """)
  }

  @Test(
    "a user name outside ASCII goes by no mechanism that is made for ASCII",
    arguments: ["LOGIN", "CRAM-MD5", "LOGIN CRAM-MD5", "LOGIN XOAUTH2"])
  func smtpMechanisms(_ offered: String) throws {
    try play(smtp("почта@example.org", ["AUTH \(offered)", "SMTPUTF8"], "C: QUIT", outcome: "login noUTF8, secretSent false"))
  }

  @Test("IMAP: AUTHENTICATE, and never LOGIN, whose strings are ASCII (RFC 6855, section 5)") func imap() throws {
    for (capabilities, first) in [("AUTH=PLAIN SASL-IR", "AUTHENTICATE PLAIN <initial-response>"), ("AUTH=PLAIN", "")] {
      let login =
        first.isEmpty ? "C: A1 AUTHENTICATE PLAIN\nS: + \nC: <response>".replacing("+ \n", with: "+\n") : "C: A1 \(first)"
      try play(
        """
        protocol: imap
        username: 用户@example.org

        X: tls
        S: * OK [CAPABILITY IMAP4rev1 \(capabilities)] ready
        \(login)
        S: A1 OK [CAPABILITY IMAP4rev1] in
        C: A2 LIST "" "%"
        C+ A3 EXAMINE INBOX
        S: A2 OK
        S: A3 OK
        C: A4 LOGOUT
        = verified, mechanism PLAIN
        """)
    }
  }

  @Test(
    "IMAP: a server without such a mechanism gets neither name nor secret",
    arguments: ["", "AUTH=LOGIN", "AUTH=CRAM-MD5", "LITERAL+", "AUTH=LOGIN AUTH=CRAM-MD5 LITERAL+ SASL-IR"])
  func imapLogin(_ capabilities: String) throws {
    try play(
      """
      protocol: imap
      username: 用户@example.org

      X: tls
      S: * OK [CAPABILITY IMAP4rev1 \(capabilities)] ready
      C: A1 LOGOUT
      = login noUTF8, secretSent false
      """)
  }

  @Test("IMAP: BAD to AUTHENTICATE is not answered by LOGIN") func imapBad() throws {
    try play(
      """
      protocol: imap
      username: 用户@example.org

      X: tls
      S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready
      C: A1 AUTHENTICATE PLAIN
      S: A1 BAD unknown
      C: A2 LOGOUT
      = login refused, secretSent false
      """)
  }

  @Test("an access token goes by OAUTHBEARER and XOAUTH2, which are UTF-8", arguments: ["XOAUTH2", "OAUTHBEARER"])
  func tokens(_ mechanism: String) throws {
    try play(
      """
      protocol: imap
      username: 用户@example.org
      token: ya29.token

      X: tls
      S: * OK [CAPABILITY IMAP4rev1 AUTH=\(mechanism) SASL-IR] ready
      C: A1 AUTHENTICATE \(mechanism) <initial-response>
      S: A1 OK [CAPABILITY IMAP4rev1] in
      C: A2 LIST "" "%"
      C+ A3 EXAMINE INBOX
      S: A2 OK
      S: A3 OK
      C: A4 LOGOUT
      = verified, mechanism \(mechanism)
      """)
  }

  @Test("a test message has the address in its header, and announces 8-bit octets (RFC 6152, RFC 6532)") func message() throws {
    let address = try MailAddress("почта@example.org")
    #expect(SMTPCommand.mailFrom(address, isMessage: true).trace == "MAIL FROM:<почта@example.org> BODY=8BITMIME SMTPUTF8")
    #expect(SMTPCommand.mailFrom(address).trace == "MAIL FROM:<почта@example.org> SMTPUTF8")
    #expect(SMTPCommand.mailFrom(try MailAddress("me@example.org"), isMessage: true).trace == "MAIL FROM:<me@example.org>")
    let message = TestMessage(from: address, words: ("A test", ["text"]), seconds: 0, token: "a")
    #expect(message.lines.prefix(2) == ["From: почта@example.org", "To: почта@example.org"])
    #expect(message.id.utf8.allSatisfy { $0 < 0x80 })
  }
}
