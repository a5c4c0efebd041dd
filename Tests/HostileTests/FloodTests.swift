// Endless records that carry no data of the dialogue. They cannot be prevented from arriving, but the latch, the
// deadline and the limit still apply.

import LoopbackServer
import Net
import Platform
import Posix
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

@Suite(.serialized, .waiting) struct FloodTests {
  enum Flood: Sendable, CaseIterable {
    /// NewSessionTicket, 255 octets each (RFC 8446, section 4.6.1).
    case tickets
    /// The same after the greeting, while the client waits for a reply.
    case ticketsInTheDialogue
    /// KeyUpdate, each of which requests one in return (RFC 8446, section 4.6.3).
    case keyUpdates
    /// HelloRequest, which a client ignores during a handshake (RFC 5246, section 7.4.1.1).
    case helloRequests

    var stage: Stage {
      switch self {
      case .tickets, .keyUpdates: .greeting
      case .ticketsInTheDialogue: .capability
      case .helloRequests: .tls
      }
    }

    func steps(_ identity: ServerIdentity, _ count: Int) -> [Step] {
      switch self {
      case .tickets: [.tls(identity), .tickets(count)]
      case .ticketsInTheDialogue: [.tls(identity), .say("* OK ready\r\n"), .expectAny, .tickets(count)]
      case .keyUpdates: [.tls(identity), .keyUpdates(count)]
      case .helloRequests: [.expectRecord, .flood([0x16, 0x03, 0x03, 0x00, 0x04, 0x00, 0x00, 0x00, 0x00], times: count)]
      }
    }
  }

  /// These arrive for longer than the tests wait. A handshake reaches its limit within milliseconds.
  private static let lasting = [Flood.tickets, .ticketsInTheDialogue, .keyUpdates]

  @Test("fault-session-tickets-block-interrupt: the latch ends a session within 0.2 s, whatever arrives", arguments: lasting)
  func latch(_ flood: Flood) throws {
    let identity = try Rig.issue(.valid(for: "imap.example.org"))
    var fastest = Double.infinity
    // The promise is the program's. A busy computer may be late once.
    for _ in 0..<5 where fastest >= 200 {
      let interrupt = try #require(Interrupt())
      var raiser: Worker<Deadline>?
      let encounter = try Rig.meet(
        imap: Party("imap.example.org", .tls, flood.steps(identity, 600_000)), smtp: .good(.smtp), interrupt: interrupt,
        observe: { progress in
          guard progress.mailProtocol == .imap, progress.event == .started(flood.stage) else { return }
          raiser = try? Worker.start {
            // Long enough for a flood to have begun.
            Wait.pause(seconds: 0.1)
            defer { interrupt.raise() }
            return .now
          }
        })
      let raised = try #require(raiser?.value)
      #expect(Ending(encounter.report.imap) == .failed(flood.stage, .interrupted))
      fastest = min(fastest, encounter.end.milliseconds(since: raised))
    }
    #expect(fastest < 200, "\(flood)")
  }

  @Test("fault-session-tickets-block-interrupt, tls-keyupdate-flood: the deadline does too", arguments: lasting)
  func deadline(_ flood: Flood) throws {
    let identity = try Rig.issue(.valid(for: "imap.example.org"))
    var outcome: Ending?
    for seconds in [0.4, 0.8, 1.2] where outcome != .failed(flood.stage, .timedOut) {
      let encounter = try Rig.meet(
        imap: Party("imap.example.org", .tls, flood.steps(identity, 600_000)), smtp: .good(.smtp), within: seconds)
      outcome = Ending(encounter.report.imap)
      #expect(encounter.seconds < seconds + 1)
    }
    #expect(outcome == .failed(flood.stage, .timedOut))
  }

  @Test(
    "fault-deadline-not-held-under-answers: the deadline ends a wait for an answer, whatever else arrives without pause",
    arguments: [#"* LIST () "/" x"#, "* 1 EXISTS", "+ ", "", "* OK still here", "* X", "x"], [false, true])
  func answers(_ line: String, _ isInbox: Bool) throws {
    let identity = try Rig.issue(.valid(for: "imap.example.org"))
    let login: [Step] = [
      .tls(identity), .say(Dialogues.greeting(.imap)), .expectPrefix("{t} AUTHENTICATE PLAIN "),
      .say("{t} OK [CAPABILITY IMAP4rev1] in\r\n"),
      .expect(#"{t} LIST "" "%""#),
    ]
    let list: [Step] = isInbox ? [.say("{t} OK done\r\n"), .expect("{t} EXAMINE INBOX")] : []
    let stage = isInbox ? Stage.inbox : .list
    var outcome: Ending?
    for seconds in [0.5, 0.8, 1.2] where outcome != .failed(stage, .timedOut) {
      let encounter = try Rig.meet(
        imap: Party("imap.example.org", .tls, login + list + [.flood(Octets("\(line)\r\n".utf8), times: .max)]), smtp: .good(.smtp),
        within: seconds)
      outcome = Ending(encounter.report.imap)
      #expect(encounter.seconds < seconds + 1)
      #expect(encounter.report.imap.secret.accepted == .login && encounter.report.imap.tls?.isTrusted == true)
    }
    #expect(outcome == .failed(stage, .timedOut))
  }

  @Test("fault-session-tickets-block-interrupt: received data is counted and limited", arguments: [Flood.tickets, .helloRequests])
  func limit(_ flood: Flood) throws {
    let server = ServerCase("flood", .imap, .tls, [.failed(flood.stage, .tooMuch)], within: 240) { flood.steps($0, .max) }
    #expect(try server.play().report.failure?.cause == .net(.tls(.tooMuch)))
  }
}
