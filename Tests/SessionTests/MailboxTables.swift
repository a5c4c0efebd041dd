// What a mailbox may contain and send without failing an account whose inbox opens.

import TestSupport
import Testing

@Suite struct MailboxTables {
  private func session(_ said: String, _ list: String = "OK", end: String = "C: A4 LOGOUT\n= verified") -> String {
    """
    protocol: imap

    X: tls
    S: * OK [CAPABILITY IMAP4rev1] ready
    C: A1 LOGIN "you@example.org" <password>
    S: A1 OK [CAPABILITY IMAP4rev1] in
    C: A2 LIST "" "%"
    C+ A3 EXAMINE INBOX
    \(said)
    S: A2 \(list)
    S: A3 OK
    \(end)
    """
  }

  @Test(
    "fault-folder-list-limits: any number of folders",
    arguments: [(2_000, "f"), (2_100, "f"), (5_000, "f"), (1_600, String(repeating: "&V4NXPpCuTvY-", count: 12)), (30_000, "Archive/")])
  func folders(_ count: Int, _ name: String) throws {
    try playAtOnce(session((0..<count).map { #"S: * LIST () "/" "\#(name)\#($0)""# }.joined(separator: "\n")))
  }

  @Test(
    "fault-folder-list-limits: a refused LIST is no refused inbox",
    arguments: [
      "NO no", "BAD no", "NO LIST is broken today", "NO [UNAVAILABLE] no", "NO [SERVERBUG] internal error", "BAD Unknown command",
    ])
  func refusedList(_ answer: String) throws { try play(session("", answer)) }

  @Test(
    "fault-folder-list-limits: a refused inbox is a failure, with LIST or without",
    arguments: [
      ("NO no", "NO no", "inbox refused"), ("OK", "NO [INUSE] no", "inbox temporary"), ("BAD no", "BAD no", "inbox refused"),
      ("NO no", "NO [UNAVAILABLE] later", "inbox temporary"),
    ])
  func refusedInbox(_ list: String, _ examine: String, _ outcome: String) throws {
    try play(
      session("", list, end: "C: A4 LOGOUT\n= \(outcome), secretSent true, secretAccepted true").replacing(
        "S: A3 OK", with: "S: A3 \(examine)"))
  }

  @Test(
    "fault-folder-list-limits: unusual data does not fail the session",
    arguments: [
      "S: *", "S: * \\x20", "S:", "S: *  5 EXISTS", #"S: * LIST () "/" "a\n\#nS: b""#, "S: + idling", "S: )", "S: nonsense", "S: * 5",
      "S: * LIST", #"S: * LIST (\\Noselect) NIL {5}\#nS- in"br\#nS:"#, "S: \\xff\\xfe\\x00", "S: * XYZZY {3}\nS: abc\nS: * \\x09",
      #"S: * LIST () "/" {70}\#nS: \#(String(repeating: "x", count: 68))\r\n"#, "S: * OK [", "S: * ESEARCH",
    ])
  func oddData(_ said: String) throws { try play(session(said)) }

  @Test("fault-folder-list-limits: data is not counted after an accepted login", arguments: ["* 1 EXPUNGE", "* OK still here", "*"])
  func manyData(_ line: String) throws { try playAtOnce(session(Array(repeating: "S: \(line)", count: 3_000).joined(separator: "\n"))) }

  @Test("fault-folder-list-limits: a line of flags may be long", arguments: [8_193, 20_000, 65_000]) func longLine(_ count: Int) throws {
    try playAtOnce(session("S: * FLAGS (\(String(repeating: "x", count: count)))"))
  }

  @Test(
    "a flood is ended anyway",
    arguments: [
      (#"* LIST () "/" \#(String(repeating: "x", count: 65_000))"#, 66, "dialogue"), (String(repeating: "x", count: 65_537), 1, "line"),
      ("* 1 FETCH (BODY[] {65537}", 1, "literal"), ("* 1 FETCH (BODY[] {4294967296}", 1, "literal"),
    ])
  func floods(_ line: String, _ count: Int, _ kind: String) throws {
    let said = Array(repeating: "S: \(line)", count: count).joined(separator: "\n")
    try playAtOnce(
      """
      protocol: imap

      X: tls
      S: * OK [CAPABILITY IMAP4rev1] ready
      C: A1 LOGIN "you@example.org" <password>
      S: A1 OK [CAPABILITY IMAP4rev1] in
      C: A2 LIST "" "%"
      C+ A3 EXAMINE INBOX
      \(said)
      = list tooMuch, kind \(kind), secretSent true, secretAccepted true
      """)
  }

  @Test(
    "an invalid answer, and an answer to a command that was not sent, still end the session",
    arguments: [("A2 MAYBE", "brokenReply"), ("A9 OK", "tampered"), ("A3", "brokenReply")])
  func noAnswer(_ line: String, _ outcome: String) throws {
    try play(
      """
      protocol: imap

      X: tls
      S: * OK [CAPABILITY IMAP4rev1] ready
      C: A1 LOGIN "you@example.org" <password>
      S: A1 OK [CAPABILITY IMAP4rev1] in
      C: A2 LIST "" "%"
      C+ A3 EXAMINE INBOX
      S: \(line)
      = list \(outcome), secretSent true, secretAccepted true
      """)
  }

  @Test(
    "fault-quoted-login-where-others-differ: what needs an escape is sent with PLAIN or as a literal, never in quotation marks",
    arguments: [#"p"q\\u o'te {5}"#, #""abcdef"#, #"abc\\def"#, #"\\\\""#])
  func escapes(_ secret: String) throws {
    func session(_ offer: String, _ login: String) -> String {
      """
      protocol: imap
      secret: \(secret)

      X: tls
      S: * OK [CAPABILITY IMAP4rev1\(offer)] ready
      \(login)
      S: A1 NO no
      C: A2 LOGOUT
      = login refused, secretSent true, secretAccepted false
      """
    }
    let count = secret.replacing(#"\\"#, with: "x").count
    try play(session(" AUTH=PLAIN", "C: A1 AUTHENTICATE PLAIN\nS: +\\x20\nC: <response>"))
    try play(session("", "C: A1 LOGIN \"you@example.org\" {\(count)}\nS: + go\nC: <password>"))
    for literals in [" LITERAL+", " LITERAL-"] {
      try play(session(literals, "C: A1 LOGIN \"you@example.org\" {\(count)+}\nC+ <password>"))
    }
  }

  @Test("fault-quoted-login-where-others-differ: a user name with such characters too", arguments: [#"DOM\\you"#, #"y"ou"#, #"\\"#])
  func names(_ name: String) throws {
    let count = name.replacing(#"\\"#, with: "x").count
    try play(
      """
      protocol: imap
      username: \(name)

      X: tls
      S: * OK [CAPABILITY IMAP4rev1 LITERAL+] ready
      C: A1 LOGIN {\(count)+}
      C+ <username> <password>
      S: A1 NO no
      C: A2 LOGOUT
      = login refused, secretSent true
      """)
  }

  @Test(
    "fault-quoted-login-where-others-differ: if LOGIN is not understood, PLAIN is tried once",
    arguments: ["BAD syntax", "BAD", "BAD [CLIENTBUG] no"])
  func fallback(_ answer: String) throws {
    try play(
      """
      protocol: imap

      X: tls
      S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready
      C: A1 LOGIN "you@example.org" <password>
      S: A1 \(answer)
      C: A2 AUTHENTICATE PLAIN
      S: +\\x20
      C: <response>
      S: A2 \(answer)
      C: A3 LOGOUT
      = login refused, mechanism PLAIN, secretSent true
      """)
  }
}
