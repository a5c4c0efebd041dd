// Further hostile and faulty servers, whose dialogues are short enough for a table.

import TestSupport
import Testing

@Suite("further IMAP servers") struct FurtherIMAPTables {
  private static let head = "protocol: imap\n\nX: tls\n"
  private static let clear = "protocol: imap\nsecurity: starttls\n\n"
  private static let greeted =
    head + "S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\nC: A1 AUTHENTICATE PLAIN <initial-response>\n"
  private static let inbox = "C: A2 LIST \"\" \"%\"\nC+ A3 EXAMINE INBOX\nS: A2 OK\nS: A3 OK\nC: A4 LOGOUT\n= verified"

  @Test("imap-greeting-invalid-utf8: a greeting of any octets is a greeting") func invalidUTF8() throws {
    try play(
      Self.head + #"S: * OK \xff\xfe\xc0\xaf\xed\xa0\x80"#
        + "\nC: A1 CAPABILITY\nS: A1 BAD no\nC: A2 LOGIN \"you@example.org\" <password>\n"
        + "S: A2 NO no\nC: A3 LOGOUT\n= login refused, secretSent true")
  }

  @Test("imap-greeting-json-or-html: a page without a line end is no greeting", arguments: ["<html>", "{\"error\": "])
  func page(_ start: String) throws {
    let page = start + String(repeating: "x", count: 70_000)
    try playAtOnce(Self.head + "S- \(page)\n= greeting tooMuch, kind line, secretSent false")
    try play(Self.head + "S: \(start) 20 KB of it\n= greeting notThisProtocol, secretSent false")
  }

  @Test(
    "imap-starttls-suffix-bye: nothing that waits behind the reply to STARTTLS is read",
    arguments: ["* BYE close the connection please.", "* OK still here", "A2 NO not you"])
  func suffix(_ line: String) throws {
    try play(
      Self.clear + "S: * OK [CAPABILITY IMAP4rev1 STARTTLS] ready\nC: A1 STARTTLS\nS: A1 OK begin\nS: \(line)\n"
        + "= tls tampered, kind leftOverAtStartTLS, secretSent false")
  }

  @Test("imap-starttls-ok-capability-code: capabilities that the reply to STARTTLS brings in clear do not count") func codeInClear() throws
  {
    try play(
      Self.clear
        + "S: * OK [CAPABILITY IMAP4rev1 STARTTLS] ready\nC: A1 STARTTLS\n"
        + "S: A1 OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] begin\nX: tls\n"
        + "C: A2 CAPABILITY\nS: * CAPABILITY IMAP4rev1\nS: A2 OK\nC: A3 LOGIN \"you@example.org\" <password>\nS: A3 NO no\nC: A4 LOGOUT\n"
        + "= login refused, secretSent true")
  }

  @Test("imap-only-oauth: where only tokens are taken no password is sent", arguments: ["", " LOGINDISABLED"]) func tokens(
    _ further: String
  ) throws {
    try play(
      Self.head
        + "S: * OK [CAPABILITY IMAP4rev1 AUTH=XOAUTH2 AUTH=OAUTHBEARER\(further)] ready\nC: A1 LOGOUT\n"
        + "= login needsOAuth, secretSent false"
    )
  }

  @Test("tcp-silence-after-greeting: the stage that waits is named") func silence() throws {
    try play(Self.head + "S: * OK ready\nC: A1 CAPABILITY\nX: silence\n= capability timedOut, secretSent false")
    try play("protocol: smtp\n\nX: tls\nS: 220 mail\nC: EHLO [127.0.0.1]\nX: silence\n= ehlo timedOut, secretSent false")
  }

  @Test("imap-untagged-ok-only: an untagged OK is no success") func untaggedOK() throws {
    try play(Self.greeted + "S: * OK logged in\nX: silence\n= login timedOut, secretSent true")
  }

  @Test("imap-no-then-bye: the NO is the reply, whatever follows") func noThenBye() throws {
    try play(Self.greeted + "S: A1 NO wrong\nS: * BYE bye\nC: A2 LOGOUT\n= login refused, condition NO, secretSent true\n= reply: wrong")
  }

  @Test("imap-id-not-advertised, imap-id-in-clear: ID is sent only inside TLS, and only where it is offered") func noID() throws {
    try play(Self.greeted + "S: A1 OK [CAPABILITY IMAP4rev1] in\n" + Self.inbox)
    try play(
      Self.clear
        + "S: * OK [CAPABILITY IMAP4rev1 ID STARTTLS] ready\nC: A1 STARTTLS\nS: A1 OK\nX: tls\nC: A2 CAPABILITY\n"
        + "S: * CAPABILITY IMAP4rev1\nS: A2 OK\n"
        + "C: A3 LOGIN \"you@example.org\" <password>\nS: A3 OK [CAPABILITY IMAP4rev1] in\nC: A4 LIST \"\" \"%\"\n"
        + "C+ A5 EXAMINE INBOX\nS: A4 OK\nS: A5 OK\n"
        + "C: A6 LOGOUT\n= verified")
  }

  @Test(
    "imap-untagged-unknown, imap-expunge-before-select, imap-quoted-unterminated: data that nobody asked for is passed over",
    arguments: [
      "* XFOO bar", "* 1 EXPUNGE", "* 0 FETCH", "* 99999999999 EXISTS", #"* LIST () "/ x"#, "* LIST () \"", "* 4294967296 RECENT",
    ])
  func ignored(_ line: String) throws {
    try play(
      Self.greeted
        + "S: \(line)\nS: A1 OK [CAPABILITY IMAP4rev1] in\nC: A2 LIST \"\" \"%\"\nC+ A3 EXAMINE INBOX\nS: \(line)\nS: A2 OK\n"
        + "S: \(line)\nS: A3 OK\nC: A4 LOGOUT\n= verified"
    )
  }

  @Test(
    "imap-literal-then-eof: a connection that ends inside a literal",
    arguments: [("fin", "closedEarly, reset false"), ("truncated", "truncated")])
  func literalCut(_ end: String, _ outcome: String) throws {
    try play(Self.greeted + "S: * LIST () \"/\" {10}\nS- abc\nX: \(end)\n= login \(outcome), secretSent true")
  }

  @Test("imap-deep-parentheses, imap-line-too-long: nesting without end is a long line, and below the limit it is passed over")
  func nested() throws {
    let deep = "* X " + String(repeating: "(", count: 60_000)
    try playAtOnce(Self.greeted + "S: \(deep)\nS: A1 NO no\nC: A2 LOGOUT\n= login refused, secretSent true")
    try playAtOnce(Self.greeted + "S- \(deep)\(String(repeating: "(", count: 40_000))\n= login tooMuch, kind line, secretSent true")
    try playAtOnce(Self.head + "S- * OK \(String(repeating: "a", count: 1_000_000))\n= greeting tooMuch, kind line, secretSent false")
  }

  @Test("imap-password-quotes-backslash, imap-password-long-sasl: each goes whole, in the form that holds it") func long() throws {
    let secret = String(repeating: "aB3$", count: 256)
    try playAtOnce(
      "protocol: imap\nsecret: \(secret)\n\nX: tls\n" + Self.greeted.dropFirst(Self.head.count)
        + "S: A1 NO no\nC: A2 LOGOUT\n= login refused, secretSent true")
    try play(
      "protocol: imap\nsecret: " + #"a"b\\c{3}%*()"#
        + "\n\nX: tls\nS: * OK [CAPABILITY IMAP4rev1] ready\nC: A1 LOGIN \"you@example.org\" {12}\nS: + go on\nC: <password>\n"
        + "S: A1 NO no\nC: A2 LOGOUT\n"
        + "= login refused, secretSent true")
  }
}

@Suite("further SMTP servers") struct FurtherSMTPTables {
  private static let head = "protocol: smtp\n\nX: tls\n"
  private static let clear = "protocol: smtp\nsecurity: starttls\nport: 587\n\n"
  private static let greeted = head + "S: 220 mail\nC: EHLO [127.0.0.1]\n"
  private static let asked = greeted + "S: 250-mail\nS: 250 AUTH PLAIN\nC: AUTH PLAIN <initial-response>\n"

  @Test(
    "smtp-greeting-not-smtp: the protocol is named",
    arguments: [("* OK IMAP", "imap"), ("+OK POP3", "pop3"), ("SSH-2.0-x", "ssh"), ("HTTP/1.1 400", "http")])
  func otherProtocol(_ line: String, _ kind: String) throws {
    try play(Self.head + "S: \(line)\n= greeting notThisProtocol, kind \(kind), secretSent false")
  }

  @Test("smtp-ehlo-codes-differ, smtp-ehlo-220-or-354: a reply to EHLO of another kind is none")
  func ehlo() throws {
    try play(Self.greeted + "S: 250-mail\nS: 250-AUTH PLAIN\nS: 550 no\n= ehlo brokenReply, secretSent false")
    for line in ["220 mail", "221 bye", "354 go on"] { try play(Self.greeted + "S: \(line)\n= ehlo brokenReply, secretSent false") }
  }

  @Test("smtp-starttls-220-before-command: replies that come before their commands end the session") func early() throws {
    try play(Self.clear + "S: 220 mail\nS: 250 mail\nS: 220 go\nS: 235 ok\n= tls tampered, kind unaskedReply, secretSent false")
  }

  @Test("smtp-auth-334-bad-base64, smtp-auth-334-huge: a challenge that is none gets an asterisk, one without end the end")
  func challenges() throws {
    try play(
      Self.greeted + "S: 250-mail\nS: 250 AUTH CRAM-MD5\nC: AUTH CRAM-MD5\nS: 334 Rubbish!!\nC: *\n= login brokenReply, secretSent false")
    try playAtOnce(
      Self.greeted + "S: 250-mail\nS: 250 AUTH CRAM-MD5\nC: AUTH CRAM-MD5\nS- 334 \(String(repeating: "QUJD", count: 250_000))\n"
        + "= login tooMuch, kind line, secretSent false")
  }

  @Test(
    "smtp-auth-535, smtp-enhanced-missing: the reply is kept whole, and nothing else is tried",
    arguments: [("5.7.8 Error: authentication failed:", "5.7.8"), ("authentication failed", nil)] as [(String, String?)])
  func refused(_ words: String, _ enhanced: String?) throws {
    try play(
      Self.greeted
        + "S: 250-mail\nS: 250-ENHANCEDSTATUSCODES\nS: 250 AUTH PLAIN LOGIN\nC: AUTH PLAIN <initial-response>\nS: 535 \(words)\nC: QUIT\n"
        + "= login refused, code 535\(enhanced.map { ", enhanced \($0)" } ?? ""), secretSent true\n= reply: \(words)")
  }

  @Test(
    "smtp-code-malformed: what does not begin with a code is no reply",
    arguments: ["25", "2500 x", "25x ok", #"\x20250 ok"#, "-50 x", "250_ok", "999 x", "099 x"])
  func malformed(_ line: String) throws { try play(Self.greeted + "S: \(line)\n= ehlo brokenReply, secretSent false") }

  @Test("smtp-quit-never-answered: the result stands") func quit() throws {
    try play(
      Self.asked
        + "S: 235 in\nC: MAIL FROM:<you@example.org>\nS: 250 ok\nC: RCPT TO:<you@example.org>\nS: 250 ok\nC: QUIT\n"
        + "= verified")
  }
}
