// SMTP situations with many variations: one dialogue each, generated from a table.

import Testing

@Suite struct SMTPTables {
  /// Returns a dialogue up to the login, with `answer` as the reply to the secret.
  private func login(answer: String, outcome: String, more: String = "") -> String {
    """
    protocol: smtp

    X: tls
    S: 220 mail
    C: EHLO [127.0.0.1]
    S: 250-mail
    S: 250 AUTH PLAIN
    C: AUTH PLAIN <initial-response>
    \(answer.split(separator: "\n").map { "S: \($0)" }.joined(separator: "\n"))
    \(outcome.hasPrefix("brokenReply") ? "" : "C: QUIT")
    = login \(outcome), secretSent true\(more)
    """
  }

  @Test(
    "smtp-greeting-other-codes: only 220 opens a session",
    arguments: [
      ("500", "serverUnavailable"), ("501", "serverUnavailable"), ("530", "serverUnavailable"), ("554", "serverUnavailable"),
      ("421", "temporary"), ("221", "brokenReply"), ("250", "brokenReply"), ("354", "brokenReply"),
      ("199", "notThisProtocol"), ("600", "notThisProtocol"), ("22", "notThisProtocol"), ("2200", "notThisProtocol"),
    ])
  func greetings(_ code: String, _ outcome: String) throws {
    try play(
      """
      protocol: smtp

      X: tls
      S: \(code) text
      = greeting \(outcome), secretSent false
      """)
  }

  @Test("smtp-ehlo-refused-500: no EHLO, no login; HELO is never sent", arguments: [500, 501, 502, 503, 504])
  func refusedHello(_ code: Int) throws {
    try play(
      """
      protocol: smtp

      X: tls
      S: 220 mail
      C: EHLO [127.0.0.1]
      S: \(code) no
      C: QUIT
      = ehlo noMechanism, secretSent false
      """)
  }

  @Test("smtp-auth-250-instead-of-235, smtp-auth-2xx-3xx-others: only 235 is success", arguments: [220, 221, 234, 236, 250, 251, 354])
  func otherSuccess(_ code: Int) throws {
    try play(login(answer: "\(code) ok", outcome: "brokenReply"))
  }

  @Test("smtp-auth-550-554: any 5yz to the secret is a refusal", arguments: [500, 501, 504, 526, 535, 550, 554])
  func refusals(_ code: Int) throws {
    try play(login(answer: "\(code) User suspended", outcome: "refused, code \(code)", more: "\n= reply: User suspended"))
  }

  @Test("smtp-421-at-any-time: any 4yz to the secret is temporary", arguments: [450, 451, 454])
  func laters(_ code: Int) throws {
    try play(login(answer: "\(code) later", outcome: "temporary, code \(code)"))
  }

  @Test(
    "smtp-enhanced-mismatch: an enhanced code of another class is text",
    arguments: [
      ("535 5.7.8 x", "5.7.8"), ("535 5.7.8", "5.7.8"), ("535-5.7.8 a\n535 5.7.9 b", "5.7.8"), ("535 2.7.8 ok", "absent"),
      ("535 4.7.8 x", "absent"), ("535 5.7.8.9 x", "absent"), ("535 5.1000.0 x", "absent"), ("535 5..8 x", "absent"),
      ("535 5.7 x", "absent"), ("535 5.7.8x", "absent"), ("535 -5.7.8", "absent"), ("535 5.٧.8", "absent"), ("535", "absent"),
    ])
  func enhanced(_ reply: String, _ enhanced: String) throws {
    try play(login(answer: reply, outcome: "refused, code 535, enhanced \(enhanced)"))
  }

  @Test(
    "an invalid reply ends the session",
    arguments: [
      "53", "5355 no", "535_no", "535\\tno", "abc no", " 535 no", "535-no\nfoo", "535-no\n534 no", "535-no\n53", "٥٣٥ no", "",
    ])
  func noReply(_ reply: String) throws {
    let answer = reply.isEmpty ? "\\x20" : reply
    try play(login(answer: answer.replacing(" 535", with: "\\x20535"), outcome: "brokenReply"))
  }

  @Test(
    "smtp-auth-login-other-prompts: prompts are not interpreted",
    arguments: [
      "VXNlcm5hbWU6", "dXNlcm5hbWU6", "cGFzc3dvcmQ6", "\\x20", "5a+G56CBOg==", "Username:", "%%%", "\\xff\\xfe",
    ])
  func prompts(_ prompt: String) throws {
    for other in ["UGFzc3dvcmQ6", prompt] {
      try play(
        """
        protocol: smtp

        X: tls
        S: 220 mail
        C: EHLO [127.0.0.1]
        S: 250-mail
        S: 250 AUTH LOGIN
        C: AUTH LOGIN
        S: 334 \(prompt)
        C: eW91QGV4YW1wbGUub3Jn
        S: 334 \(other)
        C: <password>
        S: 235 ok
        C: MAIL FROM:<you@example.org>
        S: 250 ok
        C: RCPT TO:<you@example.org>
        S: 250 ok
        C: QUIT
        = verified, mechanism LOGIN
        """)
    }
  }

  @Test(
    "smtp-auth-line-limit: the AUTH line has 512 octets at most, a longer response is sent after the challenge",
    arguments: [
      (354, true), (355, true), (356, false), (500, false), (1_024, false),
    ])
  func longSecrets(_ count: Int, _ fits: Bool) throws {
    // With user name and two NULs 372 octets, which are 496 in base64; with command, blank and CRLF 509.
    let secret = "cAnary" + String(repeating: "x", count: count - 6)
    try play(
      """
      protocol: smtp
      secret: \(secret)

      X: tls
      S: 220 mail
      C: EHLO [127.0.0.1]
      S: 250-mail
      S: 250 AUTH PLAIN
      \(fits ? "C: AUTH PLAIN <initial-response>" : "C: AUTH PLAIN\nS: 334\\x20\nC: <response>")
      S: 535 no
      C: QUIT
      = login refused, code 535, secretSent true
      """)
  }

  @Test("success before a long response was sent proves nothing")
  func earlySuccess() throws {
    try play(
      """
      protocol: smtp
      secret: cAnary\(String(repeating: "x", count: 600))

      X: tls
      S: 220 mail
      C: EHLO [127.0.0.1]
      S: 250-mail
      S: 250 AUTH PLAIN
      C: AUTH PLAIN
      S: 235 welcome
      C: QUIT
      = login cannotVerify, kind acceptedTooEarly, secretSent false
      """)
  }

  @Test(
    "a refused sender has a stage of its own",
    arguments: [
      ("550 no", "refused, code 550"), ("553 no", "refused, code 553"), ("450 later", "temporary, code 450"),
      ("354 what", "brokenReply"), ("530 5.7.0 Authentication required", "refused, code 530, enhanced 5.7.0"),
    ])
  func sender(_ reply: String, _ outcome: String) throws {
    try play(
      """
      protocol: smtp

      X: tls
      S: 220 mail
      C: EHLO [127.0.0.1]
      S: 250-mail
      S: 250 AUTH PLAIN
      C: AUTH PLAIN <initial-response>
      S: 235 ok
      C: MAIL FROM:<you@example.org>
      S: \(reply)
      \(outcome == "brokenReply" ? "" : "C: QUIT")
      = sender \(outcome), secretSent true
      """)
  }

  @Test(
    "fault-any-503-told-as-a-yes: a 503 that refuses is a refusal with its text",
    arguments: [
      ("503 5.3.3 AUTH mechanism not available", "refused"), ("503 5.5.1 Bad sequence of commands", "refused"),
      ("503 AUTH command used when not advertised", "refused"), ("503 5.5.1 Error: authentication not enabled", "refused"),
      ("503 no", "refused"), ("503 you already tried that mechanism", "refused"),
      ("503 5.5.1 Error: already authenticated", "cannotVerify"), ("503 Already logged in", "cannotVerify"),
      ("503 5.5.0 You are already signed in", "cannotVerify"), ("503 5.5.1 ALREADY AUTHENTICATED", "cannotVerify"),
    ])
  func sequence(_ reply: String, _ outcome: String) throws {
    try play(
      """
      protocol: smtp

      X: tls
      S: 220 mail
      C: EHLO [127.0.0.1]
      S: 250-mail
      S: 250 AUTH PLAIN
      C: AUTH PLAIN <initial-response>
      S: \(reply)
      C: QUIT
      = login \(outcome)\(outcome == "refused" ? ", code 503" : ""), secretSent true, secretAccepted false
      """)
  }

  @Test(
    "smtp-line-513: a line has 65,536 octets at most",
    arguments: [
      (512, true), (513, true), (2_000, true), (8_193, true), (65_535, true), (65_536, true), (65_537, false), (65_538, false),
    ])
  func longLines(_ count: Int, _ isAccepted: Bool) throws {
    try playAtOnce(
      """
      protocol: smtp

      X: tls
      S: 554 \(String(repeating: "x", count: count - 4))
      = greeting \(isAccepted ? "serverUnavailable" : "tooMuch, kind line"), secretSent false
      """)
  }

  @Test(
    "smtp-ehlo-endless-multiline: a reply has 10,000 lines at most",
    arguments: [
      (99, true), (101, true), (10_000, true), (10_001, false), (20_000, false),
    ])
  func manyLines(_ count: Int, _ isAccepted: Bool) throws {
    let lines = Array(repeating: "S: 250-x", count: count - 1).joined(separator: "\n")
    try playAtOnce(
      """
      protocol: smtp

      X: tls
      S: 220 mail
      C: EHLO [127.0.0.1]
      \(lines)
      S: 250 x
      \(isAccepted ? "C: QUIT\n= login noMechanism" : "= ehlo tooMuch, kind lines"), secretSent false
      """)
  }
}
