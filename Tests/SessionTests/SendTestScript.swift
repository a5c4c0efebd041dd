// A test message as two scripts: one for each server.

import Net
import Session
import TestSupport
import Testing
import Vocabulary
import Wire

/// The result of a test message at servers that reply as a test specifies.
struct SendTestScript {
  let report: DeliveryReport
  let discrepancies: [String]
  let trace: [String]

  static let message: TestMessage = {
    guard let address = try? MailAddress(TestAccount.username) else { preconditionFailure("an address") }
    return TestMessage(from: address, words: ("A test", [".It may be deleted."]), seconds: 1_795_296_246, token: "0123456789abcdef")
  }()

  /// `imap` continues after the opened inbox, `smtp` after the login; both omit the beginning.
  init(
    imap: String, smtp: String = Self.taken, capabilities: String = "UIDPLUS", opened: String = "S: * OK [UIDNEXT 7] next",
    folders: String = "", selected: String = "S: A3 OK [READ-WRITE] open", patience: Double = 0, opens: Bool = true
  ) throws {
    let inbox = """
      protocol: imap

      X: tls
      S: * OK [CAPABILITY IMAP4rev1] ready
      C: A1 LOGIN "you@example.org" <password>
      S: A1 OK [CAPABILITY IMAP4rev1 \(capabilities)] in
      C: A2 LIST "" "%"
      C+ A3 SELECT INBOX
      \(folders)
      S: A2 OK
      \(opened)
      \(selected)
      \(imap)
      = verified
      """
    let submission = """
      protocol: smtp

      X: tls
      S: 220 ready
      C: EHLO [127.0.0.1]
      S: 250-localhost
      S: 250 AUTH PLAIN
      C: AUTH PLAIN <initial-response>
      S: 235 in
      C: MAIL FROM:<you@example.org>
      \(smtp)
      = verified
      """
    func lines(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in String(line.drop { $0 == " " }) }.joined(separator: "\n")
    }
    let transcripts = [try Transcript(name: "imap", text: lines(inbox)), try Transcript(name: "smtp", text: lines(submission))]
    let connections = transcripts.map { ScriptedConnection($0, .atOnce) }
    let trace = Trace()
    let plan = AccountPlan(imap: [transcripts[0].plan], smtp: [transcripts[1].plan])
    let transport = ScriptedTransport([
      transcripts[0].plan.endpoint.host: connections[0], transcripts[1].plan.endpoint.host: connections[1],
    ])
    report = DeliverySteps(
      transport, Self.message, SecretWatch(plan), timing: .usual, patience: patience, version: "1.0", trace: trace
    ) { _ in }.run(plan) { _ in }
    discrepancies = connections.flatMap(\.discrepancies)
    self.trace = trace.lines.filter { $0.direction == .client }.map(\.text)
  }

  /// The whole message in a single write, in the notation of transcripts.
  static var written: String { message.data.map(\.trace).joined(separator: "\\r\\n") }

  static func submission(_ answer: String) -> String {
    """
    S: 250 ok
    C: RCPT TO:<you@example.org>
    S: 250 ok
    C: DATA
    S: 354 go
    C: \(written)
    \(answer)
    """
  }

  static let taken = submission("S: 250 2.0.0 queued\nC: QUIT")

  /// A search that finds these messages, with the header of each.
  static func look(_ tag: Int, _ found: String, from first: Int = 7, headers: [(uid: Int, header: String)] = []) -> String {
    let search = """
      C: A\(tag) NOOP
      C+ A\(tag + 1) UID SEARCH UID \(first):*
      S: * SEARCH\(found)
      S: A\(tag) OK
      S: A\(tag + 1) OK
      """
    return ([search] + headers.enumerated().map { fetch(tag + 2 + $0, $1.uid, $1.header) }).joined(separator: "\n")
  }

  /// A FETCH of the Message-ID, answered with `header`, in which C escapes stand for octets.
  static func fetch(_ tag: Int, _ uid: Int, _ header: String) -> String {
    let octets = header.replacing("\\r", with: "x").replacing("\\n", with: "x").utf8.count
    return """
      C: A\(tag) UID FETCH \(uid) (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID AUTHENTICATION-RESULTS)])
      S: * 1 FETCH (UID \(uid) BODY[HEADER.FIELDS (MESSAGE-ID)] {\(octets)}
      S- \(header)
      S: )
      S: A\(tag) OK
      """
  }

  static let header = "Message-ID: <\(message.id)>\\r\\n\\r\\n"

  static func store(_ tag: Int, _ uid: Int = 7, _ answer: String = "OK") -> String {
    "C: A\(tag) UID STORE \(uid) +FLAGS.SILENT (\\\\Deleted)\nS: A\(tag) \(answer)"
  }

  /// A command answered with OK, optionally after data.
  static func ok(_ tag: Int, _ command: String, _ data: String? = nil) -> String {
    "C: A\(tag) \(command)\n" + (data.map { "S: \($0)\n" } ?? "") + "S: A\(tag) OK"
  }

  static func logout(_ tag: Int) -> String { "C: A\(tag) LOGOUT" }
}
