// Words of servers that were lost, and logins that others read otherwise.

import TestSupport
import Testing

@Suite("Words of servers that were lost") struct SessionFaultTests {
  private static let bare =
    "protocol: imap\n\nX: tls\nS: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready\nC: A1 AUTHENTICATE PLAIN <initial-response>\n"

  @Test(
    "fault-untagged-bad-swallowed: an untagged NO or BAD before the end of the connection is the reply",
    arguments: [
      ("BAD", "internal server error", "fin"), ("BAD", "internal server error", "truncated"),
      ("NO", "[ALERT] the server is going down", "fin"),
      ("BAD", "[UNAVAILABLE] backend is gone", "truncated"),
    ])
  func untagged(_ condition: String, _ words: String, _ end: String) throws {
    let code = words.hasPrefix("[") ? ", responseCode \(words.dropFirst().prefix { $0 != "]" })" : ""
    try play(
      Self.bare
        + "S: * \(condition) \(words)\nX: \(end)\n= login serverUnavailable, condition \(condition)\(code), secretSent true\n= reply: \(words)\n"
    )
    // A warning that is followed by an answer is only a warning.
    try play(
      Self.bare + "S: * \(condition) \(words)\nS: A1 NO no\nC: A2 LOGOUT\n= login refused, condition NO, secretSent true\n= reply: no\n")
  }

  @Test("without a word the end is an end") func silentEnd() throws {
    try play(Self.bare + "X: fin\n= login closedEarly, reset false, secretSent true\n")
  }

  private func hello(_ code: Int, _ words: String, _ end: String) -> String {
    "protocol: smtp\n\nX: tls\nS: 220 mail ESMTP ready\nC: EHLO [127.0.0.1]\nS: \(code) \(words)\nC: QUIT\n\(end)\n"
  }

  @Test(
    "fault-refused-ehlo-loses-its-reason: a refused EHLO is told with its words",
    arguments: [
      (550, "Access denied - Invalid HELO name (See RFC2821 4.1.3)"), (554, "your address is on our list"),
      (521, "this host takes no mail"),
    ])
  func refusedHello(_ code: Int, _ words: String) throws {
    try play(hello(code, words, "= ehlo refused, code \(code), secretSent false\n= reply: \(words)"))
  }

  @Test("a server that does not know EHLO has no login", arguments: [500, 503, 504]) func unknownHello(_ code: Int) throws {
    try play(hello(code, "command unknown", "= ehlo noMechanism, secretSent false"))
  }

  @Test(
    "fault-bye-after-login-is-unreachable: a BYE after an accepted login ends a session that had its login accepted",
    arguments: ["IMAP access disabled for this account.", "Your account has been suspended", "[UNAVAILABLE] Try again later"])
  func goodbye(_ words: String) throws {
    let code = words.hasPrefix("[") ? ", responseCode UNAVAILABLE" : ""
    try play(
      Self.bare
        + "S: A1 OK [CAPABILITY IMAP4rev1] in\nC: A2 LIST \"\" \"%\"\nC+ A3 EXAMINE INBOX\nS: * BYE \(words)\n"
        + "= list serverUnavailable, condition BYE\(code), secretSent true\n= reply: \(words)\n")
  }

  @Test(
    "fault-quoted-login-where-others-differ: what needs an escape is never between quotes",
    arguments: [#"p"q\\u o'te {5}"#, #"a"b"#, #"back\\slash"#, #"""#])
  func quoted(_ secret: String) throws {
    let length = secret.replacing(#"\\"#, with: "x").count
    let head = "protocol: imap\nsecret: \(secret)\n\nX: tls\n"
    try play(
      head + "S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\nC: A1 AUTHENTICATE PLAIN\nS: +\nC: <response>\nS: A1 NO no\nC: A2 LOGOUT\n"
        + "= login refused, condition NO, secretSent true\n= reply: no\n")
    try play(
      head
        + "S: * OK [CAPABILITY IMAP4rev1] ready\nC: A1 LOGIN \"you@example.org\" {\(length)}\nS: + go on\nC: <password>\nS: A1 NO no\nC: A2 LOGOUT\n"
        + "= login refused, condition NO, secretSent true\n= reply: no\n")
  }
}
