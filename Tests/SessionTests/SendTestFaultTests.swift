// A test message at inboxes from which nothing can be deleted, and at servers that announce it and do not find it.

import Session
import TestSupport
import Testing
import Vocabulary

@Suite("faults of a test message") struct SendTestFaultTests {
  typealias Script = SendTestScript

  @Test(
    "fault-send-test-read-only-mailbox: an inbox from which nothing can be deleted is told as that, and gets no message",
    arguments: [
      ("S: A3 OK [READ-ONLY] done", "S: * OK [UIDNEXT 7] next", "READ-ONLY"),
      ("S: A3 OK [READ-ONLY] INBOX selected. (shared by its owner)", "S: * 5 EXISTS", "READ-ONLY"),
      ("S: A3 OK [READ-WRITE] open", "S: * OK [PERMANENTFLAGS ()] no permanent flags permitted", "PERMANENTFLAGS"),
      ("S: A3 OK SELECT completed", #"S: * OK [PERMANENTFLAGS (\\Answered \\Seen)] limited"#, "PERMANENTFLAGS"),
    ])
  func readOnly(_ selected: String, _ opened: String, _ code: String) throws {
    let script = try Script(
      imap: Script.logout(4), smtp: "S: 250 ok\nC: RCPT TO:<you@example.org>\nS: 250 ok\nC: QUIT", opened: opened, selected: selected)
    #expect(script.discrepancies == [])
    #expect(script.report.submission == .notSent && !script.trace.contains("DATA"))
    #expect(script.report.imap.failure?.stage == .inbox && script.report.imap.failure?.outcome == .refused)
    #expect(script.report.imap.failure?.reply?.responseCode == code)
    #expect(script.report.smtp.failure == nil)
  }

  @Test("flags that can be set for good are no bar", arguments: [#"(\\Deleted \\Seen)"#, #"(\\Answered \\DELETED \\*)"#])
  func writable(_ flags: String) throws {
    let script = try Script(
      imap: Script.look(4, "") + "\n" + Script.logout(6), opened: "S: * OK [PERMANENTFLAGS \(flags)] ok\nS: * OK [UIDNEXT 7] next")
    #expect(script.discrepancies == [] && script.report.submission == .accepted)
  }

  /// A search that finds nothing after an announcement, and the FETCH of the announced positions.
  private static func announced(_ tag: Int, _ exists: Int, _ positions: String, _ messages: [(position: Int, uid: Int, header: String)])
    -> String
  {
    let fetched = messages.map { message in
      let octets = message.header.replacing("\\r", with: "x").replacing("\\n", with: "x").utf8.count
      return
        "S: * \(message.position) FETCH (UID \(message.uid) BODY[HEADER.FIELDS (MESSAGE-ID)] {\(octets)}\nS- \(message.header)\nS: )"
    }
    return
      ([
        "C: A\(tag) NOOP\nC+ A\(tag + 1) UID SEARCH UID 7:*\nS: * \(exists) EXISTS\nS: A\(tag) OK\nS: * SEARCH\nS: A\(tag + 1) OK",
        "C: A\(tag + 2) FETCH \(positions) (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID AUTHENTICATION-RESULTS)])",
      ] + fetched + ["S: A\(tag + 2) OK"]).joined(separator: "\n")
  }

  private static func removed(_ tag: Int, _ uid: Int) -> String {
    [
      Script.store(tag, uid), Script.ok(tag + 1, "UID EXPUNGE \(uid)", "* 1 EXPUNGE"),
      Script.ok(tag + 2, "UID SEARCH UID \(uid)", "* SEARCH"), Script.logout(tag + 3),
    ].joined(separator: "\n")
  }

  private static let other = "Message-ID: <other@example.org>\\r\\n\\r\\n"

  @Test(
    "fault-send-test-ignores-exists: a message that is announced and not found is looked at by its position",
    arguments: [
      (1, 2, "2:2", [(2, 7, true)]), (0, 3, "1:3", [(1, 7, false), (2, 9, true), (3, 11, false)]),
      (1, 20, "11:20", [(12, 30, true), (20, 38, false)]),
    ] as [(Int, Int, String, [(Int, Int, Bool)])])
  func announced(_ before: Int, _ exists: Int, _ positions: String, _ messages: [(Int, Int, Bool)]) throws {
    let uid = try #require(messages.first { $0.2 }?.1)
    let script = try Script(
      imap: Self.announced(4, exists, positions, messages.map { ($0.0, $0.1, $0.2 ? Script.header : Self.other) }) + "\n"
        + Self.removed(7, uid), opened: "S: * \(before) EXISTS\nS: * OK [UIDNEXT 7] next")
    #expect(script.discrepancies == [])
    #expect(script.report.arrival?.identifier == UInt32(uid) && script.report.remains == .nothing)
  }

  @Test("an announcement that is of another message is not the message's arrival") func otherMessage() throws {
    let script = try Script(
      imap: Self.announced(4, 2, "2:2", [(2, 7, Self.other)]) + "\n" + Script.logout(7),
      opened: "S: * 1 EXISTS\nS: * OK [UIDNEXT 7] next")
    #expect(script.discrepancies == [] && script.report.remains == .perhaps)
  }
}
