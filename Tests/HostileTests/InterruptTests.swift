// Ctrl-C at every stage, and the deadline of the whole account: every wait ends immediately, on any thread.

import Net
import Posix
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct InterruptTests {
  /// Returns a server that stops answering before `stage` ends.
  private static func stuck(_ mailProtocol: MailProtocol, at stage: Stage) throws -> Party {
    let identity = try Rig.issue(.valid(for: mailProtocol.host))
    let questions: Int =
      switch stage {
      case .greeting: 0
      case .login: mailProtocol == .imap ? 1 : 3
      default: mailProtocol == .imap ? 3 : 5
      }
    let dialogue = [.say(Dialogues.greeting(mailProtocol))] + Dialogues.untilProof(mailProtocol)
    let steps: [Step] = stage == .tls ? [] : [.tls(identity)] + (questions == 0 ? [] : dialogue[..<(questions + 1)])
    return Party(mailProtocol.host, .tls, steps + [.silence])
  }

  private static let stages: [(Stage, Stage)] = [(.tls, .tls), (.greeting, .greeting), (.login, .login), (.list, .sender)]

  @Test("an interrupt ends both sessions immediately, whatever they wait for", arguments: stages)
  func interrupted(_ imap: Stage, _ smtp: Stage) throws {
    let interrupt = try #require(Interrupt())
    var started: Set<Stage> = []
    var raised: Deadline?
    let encounter = try Rig.meet(
      imap: Self.stuck(.imap, at: imap), smtp: Self.stuck(.smtp, at: smtp), interrupt: interrupt,
      observe: { progress in
        if case .started(let stage) = progress.event, stage == (progress.mailProtocol == .imap ? imap : smtp) {
          started.insert(progress.mailProtocol == .imap ? .list : .sender)
        }
        if started.count == 2, raised == nil {
          raised = .now
          interrupt.raise()
        }
      })
    let milliseconds = encounter.end.milliseconds(since: try #require(raised))
    #expect(Ending(encounter.report.imap) == .failed(imap, .interrupted))
    #expect(Ending(encounter.report.smtp) == .failed(smtp, .interrupted))
    #expect(milliseconds < 2_000)
  }

  @Test("an interrupt ends connecting and resolving immediately", arguments: [Stage.resolve, .connect])
  func interruptedBefore(_ stage: Stage) throws {
    let interrupt = try #require(Interrupt())
    let hole = try BlackHole()
    let nowhere: Resolve = { (_, _, _, _) in [.v4(hole.port)] }
    let parties = try MailProtocol.allCases.map { try Party.good($0).with { $0.connections = 0 } }
    let encounter = try Rig.meet(
      imap: parties[0], smtp: parties[1],
      resolve: stage == .resolve ? Rig.silence : nowhere, interrupt: interrupt,
      observe: { if $0.event == .started(stage) { interrupt.raise() } })
    #expect(encounter.seconds < 5)
    // The session that was not as far notices the raised latch at its own stage.
    let failures = encounter.report.failures
    #expect(failures.map(\.outcome) == [.interrupted, .interrupted])
    #expect(failures.map(\.stage).contains(stage))
  }

  @Test(
    "res-time-worst-case, dns-timeout: however slow both servers are, the account's time limit is the end",
    arguments: [
      (Stage.resolve, FailureKind.dnsFailed), (.connect, .connectTimeout), (.tls, .timedOut), (.greeting, .timedOut), (.login, .timedOut),
    ])
  func overdue(_ stage: Stage, _ outcome: FailureKind) throws {
    let hole = try BlackHole()
    let parties = try MailProtocol.allCases.map { mailProtocol in
      try Self.stuck(mailProtocol, at: stage).with { if stage == .resolve || stage == .connect { $0.connections = 0 } }
    }
    func meet(within seconds: Double) throws -> [Ending?] {
      let report = try Rig.meet(
        imap: parties[0], smtp: parties[1], within: seconds,
        resolve: { (host, port, deadline, interrupt) throws(NetFailure) in
          switch stage {
          case .resolve: try Rig.silence(host, port, deadline, interrupt)
          case .connect: [.v4(hole.port)]
          default: [.v4(port)]
          }
        }
      ).report
      return [Ending(report.imap), Ending(report.smtp)]
    }
    let wanted: [Ending?] = [.failed(stage, outcome), .failed(stage, outcome)]
    var verdicts = try meet(within: Rig.soon)
    // A busy computer may need more time for what comes before.
    if verdicts != wanted { verdicts = try meet(within: 10 * Rig.soon) }
    #expect(verdicts == wanted)
  }
}
