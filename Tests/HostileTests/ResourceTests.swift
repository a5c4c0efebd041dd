// Resources of a process: descriptors, threads, memory, environment. Each test runs in its own process.

import LoopbackServer
import Net
import Platform
import Posix
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary

@Suite(.waiting) struct ResourceTests {
  @Test("res-fd-leak: hundreds of verifications that fail everywhere leave no descriptor and no thread")
  func leaks() async {
    await #expect(processExitsWith: .success) {
      let ends: [[Step]] = Cut.all.map { cut in
        guard let identity = try? Rig.issue(.valid(for: cut.mailProtocol.host)) else { return [] }
        return cut.steps(identity)
      }
      func round(_ number: Int) throws {
        let steps = (ends[number % ends.count], ends[number / 2 % ends.count])
        let exit = number % 3 == 0 ? Step.rst : .fin
        let security = number % 5 == 0 ? Security.tls : .startTLS
        _ = try Rig.meet(
          imap: Party(MailProtocol.imap.host, security, steps.0 + [exit]), smtp: Party(MailProtocol.smtp.host, security, steps.1 + [exit]))
      }
      for number in 0..<20 { try round(number) }
      let before = (try settled(Usage.descriptors), try settled(Usage.threads))
      for number in 0..<300 { try round(number) }
      #expect(try settled(Usage.descriptors, at: before.0) == before.0)
      #expect(try settled(Usage.threads, at: before.1) <= before.1)
    }
  }

  @Test("res-memory-hostile-server, res-cpu-hostile-server: floods end at a limit, soon, with little memory")
  func floods() async {
    await #expect(processExitsWith: .success) {
      let long = Octets(Array(repeating: 0x61, count: 4_000))
      let floods: [ServerCase] = [
        ServerCase("imap-untagged-flood", .imap, .tls, [.failed(.capability, .tooMuch)]) {
          [.tls($0), .say("* OK ready\r\n"), .expectAny, .flood("* 1 EXISTS\r\n", times: .max)]
        },
        ServerCase("imap-capability-huge", .imap, .tls, [.failed(.capability, .tooMuch)]) {
          [.tls($0), .say("* OK ready\r\n"), .expectAny, .say("* CAPABILITY IMAP4rev1"), .flood(" X12345678901", times: .max)]
        },
        ServerCase("imap-literal-bomb-4g", .imap, .tls, [.failed(.capability, .tooMuch)]) {
          [.tls($0), .say("* OK ready\r\n"), .expectAny, .say("* ID {4294967295}\r\n"), .flood(long, times: .max)]
        },
        ServerCase("imap-literal-many", .imap, .tls, [.failed(.capability, .tooMuch)]) {
          [.tls($0), .say("* OK ready\r\n"), .expectAny, .say("* X {1}\r\n"), .flood("x {1}\r\n", times: .max)]
        },
        ServerCase("an endless greeting", .imap, .startTLS, [.failed(.greeting, .tooMuch)]) { _ in
          [.say("* OK "), .flood(long, times: .max)]
        },
        ServerCase("an endless greeting", .smtp, .startTLS, [.failed(.greeting, .tooMuch)]) { _ in [.flood("220-x\r\n", times: .max)] },
        ServerCase("smtp-ehlo-endless-multiline", .smtp, .tls, [.failed(.ehlo, .tooMuch)]) {
          [.tls($0), .say("220 mail\r\n"), .expectAny, .flood("250-x\r\n", times: .max)]
        },
        ServerCase("imap-continuation-loop", .imap, .tls, [.failed(.login, .tooMuch), .failed(.login, .brokenReply)]) {
          [.tls($0), .say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN LOGINDISABLED] x\r\n"), .expectAny, .flood("+ \r\n", times: .max)]
        },
        ServerCase("zeros in the place of a ServerHello", .imap, .tls, [.failed(.tls, .notTLS), .failed(.tls, .tlsFailed)]) { _ in
          [.expectRecord, .flood([0], times: .max)]
        },
        ServerCase("tls-huge-chain", .imap, .tls, [.failed(.tls, .tlsFailed)]) { [.tls($0.padded(by: 10_000)), .silence] },
        ServerCase("tls-alert-warning-flood", .imap, .tls, [.failed(.tls, .tlsFailed)]) { _ in
          [.expectRecord, .flood([0x15, 0x03, 0x03, 0x00, 0x02, 0x01, 0x5a], times: .max)]
        },
      ]
      _ = try floods[0].play()
      let before = (Usage.peakMemory, Usage.processorSeconds)
      for flood in floods { #expect(try flood.play().seconds < 20, "\(flood.id)") }
      #expect(Usage.peakMemory - before.0 < 48 << 20, "\(Usage.peakMemory - before.0) octets more")
      #expect(Usage.processorSeconds - before.1 < 5)
    }
  }

  @Test("res-fd-limit, tcp-local-port-exhaustion: without descriptors there is an error and no trap")
  func fewDescriptors() async {
    await #expect(processExitsWith: .success) {
      let port = try BlackHole.closedPort()
      let network = try Rig.network(Rig.loopback)
      let plan = AccountPlan(
        imap: [try Rig.plan(.good(.imap), .imap, port: port)], smtp: [try Rig.plan(.good(.smtp), .smtp, port: port)])
      let verification = Verification(network: network, timing: TimeLimits(account: 5), trace: nil, version: "1.0")
      var seen: Set<String> = []
      let open = Usage.closeGaps()
      let atRest = Usage.descriptors()
      for more in 0..<14 {
        var result = Result<AccountReport, SystemError>.failure(SystemError(0))
        // A session ends by itself if the other one could not be started.
        _ = try settled(Usage.descriptors, at: atRest)
        try Usage.withDescriptors(below: open + more) {
          result = Result { () throws(SystemError) in try verification.run(plan, observe: { _ in }) }
        }
        switch result {
        case .success(let report):
          #expect(report.failures.count == 2)
          for failure in report.failures {
            // No descriptor for the session's thread, none for its socket, or enough for both.
            let starved = [Stage.resolve, .connect].map { SessionFailure(stage: $0, cause: .net(.system(EMFILE))) }
            #expect(starved.contains(failure) || failure.outcome == .refused)
            seen.insert("\(failure.outcome)")
          }
        case .failure(let error):
          #expect(error == SystemError(EMFILE))
          seen.insert("thrown")
        }
      }
      // Of the fourteen limits some prevented the start, some prevented a socket, and some were high enough.
      #expect(seen.isSuperset(of: ["thrown", "system", "refused"]), "\(seen)")
    }
  }

  @Test("res-thread-creation-fails: without threads there is an error and no trap")
  func noThreads() async {
    await #expect(processExitsWith: .success) {
      let port = try BlackHole.closedPort()
      let plan = AccountPlan(
        imap: [try Rig.plan(.good(.imap), .imap, port: port)], smtp: [try Rig.plan(.good(.smtp), .smtp, port: port)])
      let verification = Verification(network: try Rig.network(Rig.loopback), timing: TimeLimits(account: 5), trace: nil, version: "1.0")
      // The limit does not apply to root.
      if getuid() == 0 { try #require(setgid(65_534) == 0 && setuid(65_534) == 0) }
      try Usage.withoutNewThreads {
        let result = Result { () throws(SystemError) in try verification.run(plan, observe: { _ in }) }
        guard case .failure(SystemError(EAGAIN)) = result else { throw NoSuchFailure() }
      }
    }
  }

  @Test("res-one-core: on one processor deadlines and the latch are still on time")
  func oneProcessor() async {
    await #expect(processExitsWith: .success) {
      _ = Usage.useOneProcessor()
      let identities = try MailProtocol.allCases.map { try Rig.issue(.valid(for: $0.host)) }
      let silent = Party(MailProtocol.imap.host, .tls, [.tls(identities[0]), .silence])
      // More than can be sent in that time, however fast the computer is.
      let slow = Party(
        MailProtocol.smtp.host, .tls, [.tls(identities[1]), .drip(Octets(Array(repeating: 0x32, count: 8_000)), milliseconds: 5)])
      // Both must reach the greeting, with one processor for them and all other tests.
      let seconds = 3 * Rig.soon
      let encounter = try Rig.meet(imap: silent, smtp: slow, within: seconds)
      #expect(encounter.seconds >= seconds)
      #expect(encounter.report.failures.map(\.outcome) == [.timedOut, .timedOut])

      let interrupt = try #require(Interrupt())
      var raised: Deadline?
      var connected = Set<MailProtocol>()
      let ended = try Rig.meet(
        imap: silent, smtp: slow, interrupt: interrupt,
        observe: { progress in
          guard progress.event == .started(.greeting) else { return }
          // Raised earlier, it would end the other session before that has a connection.
          guard connected.insert(progress.mailProtocol).inserted, connected.count == 2 else { return }
          raised = .now
          interrupt.raise()
        })
      #expect(ended.report.failures.map(\.outcome) == [.interrupted, .interrupted])
      #expect(ended.end.milliseconds(since: try #require(raised)) < 2_000)
    }
  }
}

/// Waits up to three seconds until `measure` returns `value`, or without `value` until it returns the same twice.
/// Returns its last result.
private func settled(_ measure: () -> Int, at value: Int? = nil) throws -> Int {
  let end = Deadline.after(seconds: 3)
  var last = measure()
  while !end.hasPassed {
    Wait.pause(seconds: 0.05)
    let now = measure()
    if now == value || (value == nil && now == last) { return now }
    last = now
  }
  return last
}
