// IMAP situations that come in many variations: one dialogue each, made from a table.

import Testing

@Suite struct IMAPTables {
  @Test(
    "imap-no-expired-contactadmin-limit: every response code is kept for the diagnosis",
    arguments: [
      ("EXPIRED", "refused"), ("CONTACTADMIN", "refused"), ("LIMIT", "refused"), ("PRIVACYREQUIRED", "refused"),
      ("AUTHORIZATIONFAILED", "refused"), ("AUTHENTICATIONFAILED", "refused"), ("X-NOBODY-KNOWS", "refused"),
      ("UNAVAILABLE", "temporary"), ("INUSE", "temporary"), ("SERVERBUG", "temporary"),
    ])
  func responseCodes(_ code: String, _ outcome: String) throws {
    for spelling in [code, code.lowercased()] {
      try play(
        """
        protocol: imap

        X: tls
        S: * OK [CAPABILITY IMAP4rev1] ready
        C: A1 LOGIN "you@example.org" <password>
        S: A1 NO [\(spelling)] x
        C: A2 LOGOUT
        = login \(outcome), condition NO, responseCode \(code), secretSent true
        = reply: [\(code)] x
        """)
    }
  }

  @Test(
    "imap-literal-negative-and-odd: only {n} and {n+} announce a literal",
    arguments: [
      "{-1}", "{+5}", "{}", "{ 5}", "{5 }", "{05}", "{0x10}", "{5++}", "~{5}", "5}", "{5", "{5}x", "{٥}",
    ])
  func oddLiterals(_ braces: String) throws {
    try play(
      """
      protocol: imap
      quirks: idAfterLogin

      X: tls
      S: * OK [CAPABILITY IMAP4rev1] ready
      C: A1 LOGIN "you@example.org" <password>
      S: A1 OK [CAPABILITY IMAP4rev1] in
      C: A2 ID ("name" "setup" "version" "1.0" "vendor" "setup")
      C+ A3 LIST "" "%"
      C+ A4 EXAMINE INBOX
      S: * ID ("name" \(braces)
      S: A2 OK
      S: A3 OK
      S: A4 OK
      C: A5 LOGOUT
      = verified
      """)
  }

  @Test(
    "imap-literal-bomb-4g, imap-literal-bomb-u64: a literal above the limit ends it before anything is allocated",
    arguments: [
      "4097", "99999", "999999999", "1000000000", "4294967295", "18446744073709551615", "18446744073709551616",
      "99999999999999999999999", "4097+",
    ])
  func literalBombs(_ size: String) throws {
    try play(bomb(size, octets: "", then: "= capability tooMuch, kind literal, secretSent false"))
  }

  @Test("a literal up to the limit is skipped", arguments: [1, 4095, 4096])
  func literals(_ size: Int) throws {
    try play(
      bomb("\(size)", octets: String(repeating: "x", count: size), then: "S: A1 BAD no\n= capability brokenReply, secretSent false"))
  }

  private func bomb(_ size: String, octets: String, then end: String) -> String {
    """
    protocol: imap

    X: tls
    S: * OK ready
    C: A1 CAPABILITY
    S: * ID {\(size)}
    \(octets.isEmpty ? "" : "S: \(octets)")
    \(end)
    """
  }

  @Test("imap-literal-many: many small literals end at the limit of a line, in linear time")
  func manyLiterals() throws {
    try play(bomb("1", octets: String(repeating: #"x {1}\r\n"#, count: 10_000), then: "= capability tooMuch, kind line, secretSent false"))
  }

  @Test(
    "imap-line-exactly-at-limit: a line has 8192 octets at most",
    arguments: [
      (8_191, true), (8_192, true), (8_193, false), (8_194, false), (20_000, false),
    ])
  func longLines(_ count: Int, _ isAccepted: Bool) throws {
    let line = "* OK " + String(repeating: "x", count: count - 5)
    try play(
      """
      protocol: imap

      X: tls
      S: \(line)
      \(isAccepted ? "C: A1 CAPABILITY\nS: A1 BAD no\n= capability brokenReply" : "= greeting tooMuch, kind line"), secretSent false
      """)
  }

  @Test("imap-capability-huge: 100,000 names on one line end at the limit")
  func hugeCapabilities() throws {
    try play(
      """
      protocol: imap

      X: tls
      S: * OK ready
      C: A1 CAPABILITY
      S: * CAPABILITY IMAP4rev1\(String(repeating: " X1234567890", count: 20_000))
      = capability tooMuch, kind line, secretSent false
      """)
  }

  @Test(
    "imap-untagged-flood: 100 untagged responses while an answer is awaited, not 101",
    arguments: [
      (99, true), (100, true), (101, false), (10_000, false),
    ])
  func floods(_ count: Int, _ isAccepted: Bool) throws {
    let flood = Array(repeating: "S: * 1 EXISTS", count: count).joined(separator: "\n")
    try play(
      """
      protocol: imap

      X: tls
      S: * OK ready
      C: A1 CAPABILITY
      \(flood)
      \(isAccepted ? "S: A1 BAD no\n= capability brokenReply" : "= capability tooMuch, kind lines"), secretSent false
      """)
  }

  @Test("a dialogue has 256 KiB at most, however small its lines")
  func wholeDialogue() throws {
    let talk = (0..<70).map { "S: * OK \($0) \(String(repeating: "x", count: 4_000))" }.joined(separator: "\n")
    try play(
      """
      protocol: imap

      X: tls
      S: * OK ready
      C: A1 CAPABILITY
      \(talk)
      = capability tooMuch, kind dialogue, secretSent false
      """)
  }
}
