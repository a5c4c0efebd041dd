// A test message at servers that work, that cannot, and that lie.

import Session
import TestSupport
import Testing
import Vocabulary

@Suite("a test message")
struct SendTestTests {
  typealias Script = SendTestScript

  private func expectAsTold(_ script: Script, at place: SourceLocation = #_sourceLocation) {
    #expect(script.discrepancies == [], sourceLocation: place)
    #expect(!script.trace.contains { TestAccount.forms.found(in: $0) != nil }, sourceLocation: place)
  }

  /// Found and deleted by number, up to the goodbye.
  private static let usual = [
    Script.look(4, " 7", headers: [(7, Script.header)]), Script.store(7), Script.ok(8, "UID EXPUNGE 7", "* 1 EXPUNGE"),
    Script.ok(9, "UID SEARCH UID 7", "* SEARCH"), Script.logout(10),
  ].joined(separator: "\n")

  @Test("is sent, arrives, and is deleted by its own number") func wholeWay() throws {
    let script = try Script(imap: Self.usual)
    expectAsTold(script)
    #expect(script.report.submission == .accepted)
    #expect(script.report.arrival?.folder == .inbox)
    #expect(script.report.arrival?.identifier == 7)
    #expect(script.report.removal == .deleted)
    #expect(script.report.remains == .nothing)
    #expect(script.report.imap.failure == nil && script.report.smtp.failure == nil)
    let stages = script.report.imap.stages + script.report.smtp.stages
    #expect(stages.allSatisfy { $0.status == .ok || [.resolve, .connect].contains($0.stage) })
    #expect(stages.map(\.stage).filter { [.message, .arrival, .removal].contains($0) } == [.arrival, .removal, .message])
  }

  @Test("is searched for repeatedly, and distinguished from others") func comesLater() throws {
    let script = try Script(
      imap: [
        // `*` always matches the last message, which is older.
        Script.look(4, " 6"), Script.look(6, " 6"),
        Script.look(8, " 8 7", headers: [(8, "Message-ID: <other@example.org>\\r\\n\\r\\n"), (7, Script.header)]),
        Script.store(12), Script.ok(13, "UID EXPUNGE 7"), Script.ok(14, "UID SEARCH UID 7", "* SEARCH"), Script.logout(15),
      ].joined(separator: "\n"), patience: 10)
    expectAsTold(script)
    #expect(script.report.arrival?.identifier == 7)
    #expect(script.report.remains == .nothing)
  }

  @Test(
    "what the receiving server says of the sender is read from the message that was meant",
    arguments: [
      ("", nil),
      ("Authentication-Results: mx.example; spf=pass; dkim=fail\\r\\n", AuthenticationResults(spf: .pass, dkim: .fail, dmarc: nil)),
      ("Authentication-Results: mx.example; dmarc=none\\r\\n", AuthenticationResults(spf: nil, dkim: nil, dmarc: Optional(.none))),
      ("Authentication-Results: mx.example; auth=pass smtp.auth=you\\r\\n", nil),
    ])
  func authentication(_ field: String, _ expected: AuthenticationResults?) throws {
    let script = try Script(
      imap: [
        Script.look(
          4, " 8 7",
          headers: [
            (8, "Authentication-Results: mx.example; spf=fail\\r\\nMessage-ID: <other@example.org>\\r\\n\\r\\n"),
            (7, field + Script.header),
          ]), Script.store(8), Script.ok(9, "UID EXPUNGE 7"), Script.ok(10, "UID SEARCH UID 7", "* SEARCH"), Script.logout(11),
      ].joined(separator: "\n"))
    expectAsTold(script)
    #expect(script.report.arrival?.identifier == 7)
    #expect(script.report.arrival?.authentication == expected)
  }

  @Test("does not arrive: nothing is deleted, and it may still arrive") func neverComes() throws {
    let script = try Script(imap: Script.look(4, "") + "\n" + Script.logout(6))
    expectAsTold(script)
    #expect(script.report.arrival == nil)
    #expect(script.report.remains == .perhaps)
    #expect(script.report.imap.stages.first { $0.stage == .arrival }?.status == .failed)
    #expect(script.report.imap.failure == nil)
  }

  @Test(
    "no other message is mistaken for it, whatever a server finds",
    arguments: [
      "Message-ID: <other@example.org>\\r\\n\\r\\n", "Subject: A test\\r\\n\\r\\n", "\\r\\n",
      // The right Message-ID beside another, as a part, in another field, and without its brackets.
      "Message-ID: <\(SendTestScript.message.id)>\\r\\nMessage-ID: <other@example.org>\\r\\n\\r\\n",
      "Message-ID: <x\(SendTestScript.message.id)>\\r\\n\\r\\n", "In-Reply-To: <\(SendTestScript.message.id)>\\r\\n\\r\\n",
      "Message-ID: \(SendTestScript.message.id)\\r\\n\\r\\n", "X: y\\r\\n\\r\\nMessage-ID: <\(SendTestScript.message.id)>\\r\\n",
    ])
  func wrongMessage(_ header: String) throws {
    let script = try Script(imap: Script.look(4, " 7", headers: [(7, header)]) + "\n" + Script.logout(7))
    expectAsTold(script)
    #expect(script.report.remains == .perhaps)
  }

  @Test(
    "a FETCH that is not about this message, or not about it alone, does not count",
    arguments: [
      "S: * 1 FETCH (UID 8 BODY[HEADER.FIELDS (MESSAGE-ID)] {N}\nS- H\nS: )",
      "S: * 1 FETCH (BODY[HEADER.FIELDS (MESSAGE-ID)] {N}\nS- H\nS: )",
      "S: * 1 FETCH (UID 7 FLAGS ())", "S: * 1 FETCH (UID 0 BODY[] {N}\nS- H\nS: )", "S: * 1 FETCH (UID x BODY[] {N}\nS- H\nS: )",
      "S: * 1 FETCH (UID 7 BODY[] {N}\nS- H\nS: )\nS: * 2 FETCH (UID 7 BODY[] {N}\nS- H\nS: )",
      "S: * 1 FETCH (UID 7 BODY[] {N}\nS- H\nS-  {N}\\r\\n\nS- H\nS: )", "S: * 1 FETCH (UID 7 BODY[] NIL)", "S: * SEARCH 7",
    ])
  func wrongFetch(_ answer: String) throws {
    let size = "Message-ID: <\(SendTestScript.message.id)>".utf8.count + 4
    let said = answer.replacing("{N}", with: "{\(size)}").replacing("S- H", with: "S- \(Script.header)")
    let script = try Script(
      imap: [
        Script.look(4, " 7"), "C: A6 UID FETCH 7 (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID AUTHENTICATION-RESULTS)])", said, "S: A6 OK",
        Script.logout(7),
      ].joined(separator: "\n"))
    expectAsTold(script)
    #expect(script.report.remains == .perhaps)
  }

  @Test(
    "if the next number is unknown, the header is searched for", arguments: ["", "S: * OK [UIDNEXT 0] no", "S: * OK [UIDNEXT x] no"])
  func unknownNext(_ opened: String) throws {
    let script = try Script(
      imap: [
        "C: A4 NOOP\nC+ A5 UID SEARCH HEADER Message-ID \"<\(SendTestScript.message.id)>\"\nS: * SEARCH 3\nS: A4 OK\nS: A5 OK",
        Script.fetch(6, 3, Script.header), Script.store(7, 3), Script.ok(8, "UID EXPUNGE 3"), Script.ok(9, "UID SEARCH UID 3", "* SEARCH"),
        Script.logout(10),
      ].joined(separator: "\n"), opened: opened)
    expectAsTold(script)
    #expect(script.report.remains == .nothing)
  }

  @Test("without UIDPLUS it is removed only if nothing else is marked")
  func withoutUIDPLUS() throws {
    let found = Script.look(4, " 7", headers: [(7, Script.header)])
    let alone = try Script(
      imap: [
        found, Script.ok(7, "UID SEARCH DELETED", "* SEARCH"), Script.store(8), Script.ok(9, "UID SEARCH DELETED", "* SEARCH 7"),
        Script.ok(10, "EXPUNGE", "* 1 EXPUNGE"), Script.ok(11, "UID SEARCH UID 7", "* SEARCH"), Script.logout(12),
      ].joined(separator: "\n"), capabilities: "IDLE")
    expectAsTold(alone)
    #expect(alone.report.remains == .nothing)
    let others = try Script(
      imap: [found, Script.ok(7, "UID SEARCH DELETED", "* SEARCH 2 5"), Script.store(8), Script.logout(9)].joined(separator: "\n"),
      capabilities: "IDLE")
    expectAsTold(others)
    #expect(others.report.remains == .marked(.inbox))
    // Another client marks a message in between.
    let late = try Script(
      imap: [
        found, Script.ok(7, "UID SEARCH DELETED", "* SEARCH"), Script.store(8), Script.ok(9, "UID SEARCH DELETED", "* SEARCH 5 7"),
        Script.logout(10),
      ].joined(separator: "\n"), capabilities: "IDLE")
    expectAsTold(late)
    #expect(late.report.remains == .marked(.inbox))
  }

  @Test("an EXPUNGE that removed nothing is not a deletion") func expungeLies() throws {
    let script = try Script(
      imap: [
        Script.look(4, " 7", headers: [(7, Script.header)]), Script.store(7), Script.ok(8, "UID EXPUNGE 7"),
        Script.ok(9, "UID SEARCH UID 7", "* SEARCH 7"), Script.logout(10),
      ].joined(separator: "\n"))
    expectAsTold(script)
    #expect(script.report.remains == .marked(.inbox))
  }

  @Test("a STORE that is refused leaves the message and reports it") func storeRefused() throws {
    let script = try Script(
      imap: [Script.look(4, " 7", headers: [(7, Script.header)]), Script.store(7, 7, "NO [NOPERM] no"), Script.logout(8)].joined(
        separator: "\n"))
    expectAsTold(script)
    #expect(script.report.remains == .whole(.inbox))
    #expect(script.report.imap.failure?.stage == .removal)
    #expect(script.report.imap.failure?.outcome == .refused)
  }

  @Test("an inbox from which nothing can be deleted receives no message: the account is asked as in a verification")
  func readOnly() throws {
    let script = try Script(
      imap: Script.logout(4), smtp: "S: 250 ok\nC: RCPT TO:<you@example.org>\nS: 250 ok\nC: QUIT", selected: "S: A3 OK [READ-ONLY] open")
    expectAsTold(script)
    #expect(script.report.submission == .notSent)
    #expect(script.report.remains == .nothing)
    #expect(script.report.imap.failure?.stage == .inbox)
    #expect(script.report.smtp.failure == nil)
    #expect(!script.trace.contains("DATA"))
  }

  @Test(
    "what the SMTP server refuses is not sent, and not waited for",
    arguments: [
      ("S: 553 not yours\nC: QUIT", Stage.sender, FailureKind.refused),
      ("S: 250 ok\nC: RCPT TO:<you@example.org>\nS: 550 5.1.1 no\nC: QUIT", .message, .refused),
      ("S: 250 ok\nC: RCPT TO:<you@example.org>\nS: 450 4.2.0 greylisted\nC: QUIT", .message, .temporary),
      ("S: 250 ok\nC: RCPT TO:<you@example.org>\nS: 250 ok\nC: DATA\nS: 554 no\nC: QUIT", .message, .refused),
      // Replies sent before the message could be taken for the reply to it.
      ("S: 250 ok\nC: RCPT TO:<you@example.org>\nS: 250 ok\nC: DATA\nS: 354 go\nS: 250 queued", .message, .tampered),
      (SendTestScript.submission("S: 554 5.7.1 spam\nC: QUIT"), .message, .refused),
      (SendTestScript.submission("S: 451 later\nC: QUIT"), .message, .temporary),
    ])
  func refused(_ smtp: String, _ stage: Stage, _ outcome: FailureKind) throws {
    let script = try Script(imap: Script.logout(4), smtp: smtp)
    expectAsTold(script)
    #expect(script.report.submission == .notSent)
    #expect(script.report.smtp.failure?.stage == stage)
    #expect(script.report.smtp.failure?.outcome == outcome)
    #expect(script.report.imap.failure == nil)
    #expect(script.report.remains == .nothing)
  }

  @Test("a message whose reply is lost is waited for: the server may have accepted it", arguments: ["X: fin", "X: rst", "X: silence"])
  func answerLost(_ end: String) throws {
    let script = try Script(imap: Self.usual, smtp: Script.submission(end))
    expectAsTold(script)
    #expect(script.report.submission == .unknown)
    #expect(script.report.smtp.failure?.stage == .message)
    #expect(script.report.remains == .nothing)
    let lost = try Script(imap: Script.look(4, "") + "\n" + Script.logout(6), smtp: Script.submission(end))
    #expect(lost.report.remains == .perhaps)
  }

  @Test("is searched for in the junk folder, found by its use or its name")
  func junk() throws {
    func rest(_ tag: Int, _ folder: String) -> String {
      [
        Script.ok(tag, "SELECT \"\(folder)\"", "* OK [UIDNEXT 90] next"),
        "C: A\(tag + 1) NOOP\nC+ A\(tag + 2) UID SEARCH HEADER Message-ID \"<\(SendTestScript.message.id)>\"\nS: * SEARCH 41\nS: A\(tag + 1) OK\nS: A\(tag + 2) OK",
        Script.fetch(tag + 3, 41, Script.header), Script.store(tag + 4, 41), Script.ok(tag + 5, "UID EXPUNGE 41"),
        Script.ok(tag + 6, "UID SEARCH UID 41", "* SEARCH"), Script.logout(tag + 7),
      ].joined(separator: "\n")
    }
    let named = try Script(imap: Script.look(4, "") + "\n" + rest(6, "Spam"), folders: #"S: * LIST (\\HasNoChildren) "/" Spam"#)
    expectAsTold(named)
    #expect(named.report.arrival?.folder == .junk(Visible("Spam")))
    #expect(named.report.remains == .nothing)
    let known = try Script(
      imap: Script.look(4, "") + "\n" + rest(6, #"Werbung \\\"x"#), folders: #"S: * LIST (\\Marked \\Junk) "/" "Werbung \\\"x""#)
    expectAsTold(known)
    let asked = try Script(
      imap: [
        Script.look(4, ""), Script.ok(6, #"LIST (SPECIAL-USE) "" "*""#, #"* LIST (\\Junk) "/" "[Gmail]/Spam""#), rest(7, "[Gmail]/Spam"),
      ].joined(separator: "\n"), capabilities: "UIDPLUS SPECIAL-USE LIST-EXTENDED", folders: #"S: * LIST () "/" Spam"#)
    expectAsTold(asked)
    #expect(asked.report.arrival?.folder == .junk(Visible("[Gmail]/Spam")))
  }

  @Test("a junk folder that does not open ends the search", arguments: ["NO no", "BAD no"])
  func closedJunk(_ answer: String) throws {
    let script = try Script(
      imap: Script.look(4, "") + "\nC: A6 SELECT \"Junk\"\nS: A6 \(answer)\n" + Script.logout(7), folders: #"S: * LIST () "/" Junk"#)
    expectAsTold(script)
    #expect(script.report.remains == .perhaps)
  }

  @Test(
    "a server that leaves or violates the protocol during the wait",
    arguments: [
      ("S: * BYE going down", FailureKind.serverUnavailable), ("X: fin", .closedEarly), ("X: silence", .timedOut),
      ("S: A4 nonsense", .brokenReply), ("S: A9 OK", .tampered), ("S: A4 OK\nS: A5 NO [UNAVAILABLE] later\nC: A6 LOGOUT", .temporary),
      ("S: A4 OK\nS: A5 BAD what\nC: A6 LOGOUT", .refused),
      (Array(repeating: "S: * \(String(repeating: "x", count: 65_000))", count: 66).joined(separator: "\n"), .tooMuch),
      ("S: * 1 FETCH (UID 7 BODY[] {99999}", .tooMuch),
    ])
  func brokenWaiting(_ said: String, _ outcome: FailureKind) throws {
    let script = try Script(imap: "C: A4 NOOP\nC+ A5 UID SEARCH UID 7:*\n\(said)")
    expectAsTold(script)
    #expect(script.report.imap.failure?.stage == .arrival)
    #expect(script.report.imap.failure?.outcome == outcome)
    #expect(script.report.remains == .perhaps)
  }

  @Test("invalid numbers are not fetched", arguments: [" 0", " x", " -7", " 7,8", " 4294967296", " 07"])
  func oddNumbers(_ found: String) throws {
    let script = try Script(imap: Script.look(4, found) + "\n" + Script.logout(6))
    expectAsTold(script)
    #expect(script.report.remains == .perhaps)
  }

  @Test("of many candidates the newest ten are fetched, once")
  func many() throws {
    let all = (7...40).map { " \($0)" }.joined()
    let other = "Message-ID: <other@example.org>\\r\\n\\r\\n"
    let newest = (31...40).reversed().map { ($0, other) }
    let script = try Script(imap: Script.look(4, all, headers: newest) + "\n" + Script.logout(16))
    expectAsTold(script)
    #expect(script.report.remains == .perhaps)
  }
}
