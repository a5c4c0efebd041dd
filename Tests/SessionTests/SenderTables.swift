// What counts as an accepted sender, and what a server may reply to the user's own address as recipient.

import Testing

@Suite struct SenderTables {
  private func session(_ envelope: String, quirks: String = "", pipelining: Bool = false, end: String) -> String {
    """
    protocol: smtp\(quirks.isEmpty ? "" : "\nquirks: \(quirks)")

    X: tls
    S: 220 mail
    C: EHLO [127.0.0.1]
    S: 250-mail
    \(pipelining ? "S: 250-PIPELINING\n" : "")S: 250 AUTH PLAIN
    C: AUTH PLAIN <initial-response>
    S: 235 ok
    \(envelope)
    \(end)
    """
  }

  /// The reply to RCPT TO, with and without PIPELINING.
  private func play(recipient reply: String, _ outcome: String, _ details: String = "") throws {
    let isBroken = outcome.contains("brokenReply")
    let lines = reply.split(separator: "\n").map { "S: \($0)" }.joined(separator: "\n")
    for pipelining in [false, true] {
      let envelope =
        pipelining
        ? "C: MAIL FROM:<you@example.org>\nC+ RCPT TO:<you@example.org>\nS: 250 ok\n\(lines)"
        : "C: MAIL FROM:<you@example.org>\nS: 250 ok\nC: RCPT TO:<you@example.org>\n\(lines)"
      let goodbye = isBroken ? "" : pipelining && outcome == "verified" ? "C: RSET\nC+ QUIT\n" : "C: QUIT\n"
      let secret = outcome == "verified" ? "" : ", secretSent true, secretAccepted true"
      try SessionTests.play(
        session(envelope, pipelining: pipelining, end: "\(goodbye)= \(outcome)\(details)\(secret)"), "\(reply), \(pipelining)")
    }
  }

  @Test("fault-mail-from-any-2yz: only 250 accepts a sender", arguments: [221, 235, 214, 220, 200, 211, 251, 252])
  func sender(_ code: Int) throws {
    for pipelining in [false, true] {
      let recipient = pipelining ? "\nC+ RCPT TO:<you@example.org>" : ""
      try SessionTests.play(
        session(
          "C: MAIL FROM:<you@example.org>\(recipient)\nS: \(code) 2.0.0 bye", pipelining: pipelining,
          end: "= sender brokenReply, secretSent true, secretAccepted true\n= said: \(code)"), "\(code), \(pipelining)")
    }
  }

  @Test("fault-mail-from-any-2yz: only 250 and 251 accept a recipient", arguments: [250, 251]) func recipient(_ code: Int) throws {
    try play(recipient: "\(code) 2.1.5 ok", "verified", ", recipient accepted")
  }

  @Test("fault-mail-from-any-2yz: no other 2yz or 3yz does", arguments: [221, 235, 214, 220, 252, 200, 354])
  func noRecipient(_ code: Int) throws {
    try play(recipient: "\(code) ok", "sender brokenReply")
  }

  @Test(
    "fault-false-success-with-late-sender-check: a sender or relay that is refused only at RCPT is refused",
    arguments: [
      "553 5.7.1 Sender address rejected: not owned by user me@own.example",
      "553 5.7.1 <you@example.org>: Sender address rejected: not logged in",
      "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
      "550-Verification failed for <you@example.org>\n550 Sender verify failed", "554 5.7.1 <you@example.org>: Relay access denied",
      "550 5.7.1 Unable to relay", "550 relay not permitted", "550 5.1.8 domain of address does not resolve",
      "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", "530 5.7.0 no", "550 5.7.1 发件人地址被拒绝",
      "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org", "550 From address must match login",
    ])
  func foreign(_ reply: String) throws { try play(recipient: reply, "sender refused, code \(reply.prefix(3))") }

  @Test(
    "fault-false-success-with-late-sender-check: a refusal with a temporary code and permanent words is refused too",
    arguments: [
      "450 4.7.1 Sender address rejected: not owned by user me@own.example", "454 4.7.1 <you@example.org>: Relay access denied",
      "451 4.7.1 relaying not allowed",
    ])
  func foreignForNow(_ reply: String) throws { try play(recipient: reply, "sender temporary, code \(reply.prefix(3))") }

  @Test(
    "a full or unusual mailbox of the user's own does not speak against the sender",
    arguments: [
      "552 5.2.2 mailbox full", "452 4.2.2 The email account that you tried to reach is over quota", "550 5.1.1 no such user here",
      "550 5.1.1 <you@example.org>: Recipient address rejected: User unknown in virtual mailbox table", "550 Unknown user",
      "550 5.2.1 The email account that you tried to reach is disabled", "553 5.1.3 bad destination mailbox address", "552 邮箱已满",
      "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
    ])
  func mailbox(_ reply: String) throws {
    let words = reply.split(separator: " ", maxSplits: 1)[1]
    try play(recipient: reply, "verified", ", recipient mailbox\n= recipientReply: \(words)")
  }

  @Test(
    "a temporary refusal, another host or an unknown text leaves the sender undecided",
    arguments: [
      "450 4.2.0 Greylisted, see http://postgrey.example", "451 4.7.1 Greylisting in action, please come back later",
      "451 4.3.0 Temporary lookup failure", "450 4.1.1 unverified address", "551 User not local; please try <you@elsewhere.example>",
      "551 5.1.6 moved", "550 5.1.6 mailbox has moved", "550 5.9.9 blah blah wobble", "554 no", "452 4.3.1 Insufficient system storage",
      "503 5.5.1 Error: need MAIL command", "421 4.7.0 too many errors",
    ])
  func undecided(_ reply: String) throws { try play(recipient: reply, "verified", ", recipient undecided") }

  @Test(
    "fault-put-off-sender-told-as-refused: a deferral because a name or a callout failed leaves the sender undecided",
    arguments: [
      "450 4.1.8 <you@example.org>: Sender address rejected: Domain not found",
      "450 4.7.1 <localhost>: Helo command rejected: Host not found",
      "450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]", "451 4.1.8 Domain of sender address does not resolve",
      "450 4.1.7 <you@example.org>: Sender address rejected: unverified address: callout pending", "451 4.7.1 wobble", "450 4.7.0 no",
      "451 4.7.24 SPF lookup timed out", "450 4.1.8 wobble", "450 4.7.25 reverse DNS lookup failed", "451 4.4.3 DNS error",
    ])
  func putOff(_ reply: String) throws { try play(recipient: reply, "verified", ", recipient undecided") }

  @Test("a 503 after a refused MAIL is no second refusal", arguments: ["503 5.5.1 need MAIL", "554 no valid sender", "250 ok"])
  func behindARefusal(_ second: String) throws {
    try SessionTests.play(
      session(
        "C: MAIL FROM:<you@example.org>\nC+ RCPT TO:<you@example.org>\nS: 550 5.7.1 not your address\nS: \(second)", pipelining: true,
        end: "C: QUIT\n= sender refused, code 550, enhanced 5.7.1, recipient absent, secretSent true, secretAccepted true"))
  }

  @Test("a server that counts recipients is not asked", arguments: [false, true]) func skipped(_ pipelining: Bool) throws {
    try SessionTests.play(
      session(
        "C: MAIL FROM:<you@example.org>\nS: 250 ok", quirks: "skipsRecipient", pipelining: pipelining,
        end: "C: \(pipelining ? "RSET\nC+ QUIT" : "QUIT")\n= verified, recipient notAsked"))
  }

  @Test("silence or an end at RCPT is a failure: mail cannot be sent", arguments: [("silence", "timedOut"), ("fin", "closedEarly")])
  func ends(_ event: String, _ outcome: String) throws {
    try SessionTests.play(
      session(
        "C: MAIL FROM:<you@example.org>\nS: 250 ok\nC: RCPT TO:<you@example.org>\nX: \(event)",
        end: "= sender \(outcome), secretSent true, secretAccepted true"))
  }
}
