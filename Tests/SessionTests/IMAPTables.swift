// IMAP situations with many variations: one dialogue each, generated from a table.

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
    "imap-literal-bomb-4g, imap-literal-bomb-u64: a literal above the limit ends the session before anything is allocated",
    arguments: [
      "65537", "99999", "999999999", "1000000000", "4294967295", "18446744073709551615", "18446744073709551616",
      "99999999999999999999999", "65537+",
    ])
  func literalBombs(_ size: String) throws {
    try play(bomb(size, octets: "", then: "= capability tooMuch, kind literal, secretSent false"))
  }

  @Test("a literal up to the limit is skipped", arguments: [1, 4_096, 65_536])
  func literals(_ size: Int) throws {
    try playAtOnce(
      bomb(
        "\(size)", octets: String(repeating: "x", count: size),
        then: "S: A1 BAD no\nC: A2 LOGIN \"you@example.org\" <password>\nX: fin\n= login closedEarly, secretSent true"))
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
    try playAtOnce(
      bomb("1", octets: String(repeating: #"x {1}\r\n"#, count: 30_000), then: "= capability tooMuch, kind line, secretSent false"))
  }

  /// A login at a server with unknown capabilities.
  private static let login = "C: A2 LOGIN \"you@example.org\" <password>\nS: A2 NO no\nC: A3 LOGOUT\n= login refused, secretSent true"

  @Test(
    "imap-line-exactly-at-limit, fault-limits-before-login: a line has 65,536 octets at most",
    arguments: [
      (8_192, true), (8_193, true), (20_000, true), (65_535, true), (65_536, true), (65_537, false), (65_538, false), (200_000, false),
    ])
  func longLines(_ count: Int, _ isAccepted: Bool) throws {
    let line = "* OK " + String(repeating: "x", count: count - 5)
    try playAtOnce(
      """
      protocol: imap

      X: tls
      S: \(line)
      \(isAccepted ? "C: A1 CAPABILITY\nS: A1 BAD no\n\(Self.login)" : "= greeting tooMuch, kind line, secretSent false")
      """)
  }

  @Test("imap-capability-huge: 100,000 names on one line end at the limit")
  func hugeCapabilities() throws {
    try playAtOnce(
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
    "imap-untagged-flood, fault-limits-before-login: more untagged responses before the login than any server sends",
    arguments: [
      (100, true), (101, true), (150, true), (5_000, true), (50_000, true), (50_001, false),
    ])
  func floods(_ count: Int, _ isAccepted: Bool) throws {
    let flood = Array(repeating: "S: * 1 EXISTS", count: count).joined(separator: "\n")
    try playAtOnce(
      """
      protocol: imap

      X: tls
      S: * OK ready
      C: A1 CAPABILITY
      \(flood)
      \(isAccepted ? "S: A1 BAD no\n\(Self.login)" : "= capability tooMuch, kind lines, secretSent false")
      """)
  }

  @Test(
    "fault-limits-before-login: the same limit applies at the login", arguments: [101, 150, 5_000],
    ["* 1 EXISTS", "* OK wait", "* 7 FETCH (FLAGS ())"])
  func atLogin(_ count: Int, _ line: String) throws {
    try playAtOnce(
      """
      protocol: imap

      X: tls
      S: * OK [CAPABILITY IMAP4rev1] ready
      C: A1 LOGIN "you@example.org" <password>
      \(Array(repeating: "S: \(line)", count: count).joined(separator: "\n"))
      S: A1 OK [CAPABILITY IMAP4rev1] in
      C: A2 LIST "" "%"
      C+ A3 EXAMINE INBOX
      S: A2 OK
      S: A3 OK
      C: A4 LOGOUT
      = verified
      """)
  }

  @Test(
    "fault-limits-before-login: a refused CAPABILITY, and a list without IMAP4, do not prevent LOGIN",
    arguments: [
      "A1 NO not now", "A1 BAD unknown command", "A1 OK", "* CAPABILITY\nS: A1 OK", "* CAPABILITY AUTH=PLAIN\nS: A1 OK",
      "* CAPABILITY ID IDLE\nS: A1 OK", "* CAPABILITY\(String(repeating: " X-MANY", count: 3_000))\nS: A1 OK",
    ])
  func unknownCapabilities(_ answer: String) throws {
    try playAtOnce(
      """
      protocol: imap

      X: tls
      S: * OK ready
      C: A1 CAPABILITY
      S: \(answer)
      \(Self.login)
      """)
  }

  @Test("a dialogue has 4 MiB at most, however small its lines")
  func wholeDialogue() throws {
    let talk = (0..<70).map { "S: * OK \($0) \(String(repeating: "x", count: 65_000))" }.joined(separator: "\n")
    try playAtOnce(
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
