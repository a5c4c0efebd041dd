// Looks at servers without an account: look-up, connection, certificate, greeting, what they offer, goodbye. It goes by the
// rules of a verification, up to the login, and there is no secret in it that could be sent.

import Net
import Posix
import Synchronization
import Vocabulary
import Wire

package struct Probe: Sendable {
  private let network: Network
  private let timing: TimeLimits
  private let trace: Trace?
  /// Servers that are asked at the same time.
  private static let atOnce = 4

  package init(network: Network, timing: TimeLimits, trace: Trace?) {
    self.network = network
    self.timing = timing
    self.trace = trace
  }

  /// Asks every one of `targets` once, a few at a time, and calls `observe` on the calling thread as each has answered or
  /// failed. All of them together have the time of an account; with `eachForItself` each has that time. Throws only when
  /// the system has no thread or descriptor left to begin with.
  package func run(
    _ targets: [ProbeTarget], eachForItself: Bool = false, observe: (ProbedServer) -> Void = { _ in }
  ) throws(SystemError) -> ProbeReport {
    let onlookers = try EventQueue<(position: Int, server: ProbedServer)>()
    let deadline = eachForItself ? nil : Deadline.after(seconds: timing.account)
    let traces = targets.map { _ in trace.map { Trace(beside: $0) } }
    let next = Counter()
    let work: @Sendable () -> Bool = { [self] in
      while let position = next.take(below: targets.count) {
        onlookers.add((position, look(at: targets[position], until: deadline, traces[position])))
      }
      return true
    }
    let crew = min(Self.atOnce, targets.count)
    var workers: [Worker<Bool>] = []
    for _ in 0..<crew {
      do throws(SystemError) {
        workers.append(try Worker.start(work))
      } catch {
        // Fewer take longer; none is a failure.
        if workers.isEmpty { throw error }
      }
    }
    // The sessions keep their deadlines and watch the latch themselves; this thread only gives them a moment to say so.
    let shift = timing.server + timing.farewell
    let rounds = Double((targets.count + max(workers.count, 1) - 1) / max(workers.count, 1))
    let latest = deadline.map { $0 + timing.farewell } ?? .after(seconds: rounds * shift)
    var answers: [Int: ProbedServer] = [:]
    while answers.count < targets.count, !latest.hasPassed {
      do { _ = try Wait.any([(onlookers.descriptor, .read)], until: latest, or: nil) } catch {}
      for news in onlookers.take() {
        answers[news.position] = news.server
        observe(news.server)
      }
    }
    if let trace { for own in traces.compactMap({ $0 }) { trace.add(own) } }
    return ProbeReport(servers: targets.indices.map { answers[$0] ?? ProbedServer(targets[$0], unasked: .timedOut) })
  }

  private func look(at target: ProbeTarget, until deadline: Deadline?, _ trace: Trace?) -> ProbedServer {
    if network.interrupt.isRaised { return ProbedServer(target, unasked: .interrupted) }
    let dialogue = Dialogue(
      target.mailProtocol, target.endpoint, account: nil, timing: timing,
      until: deadline ?? .after(seconds: timing.account), trace: trace
    ) { _ in }
    return Self.look(dialogue) { () throws(SessionFailure) in try dialogue.open(network) }
  }

  /// The dialogue with `target` over `connection` exactly as `run` holds it: transcripts have no network.
  package static func look(at target: ProbeTarget, over connection: any Connection, trace: Trace) -> ProbedServer {
    let timing = TimeLimits.usual
    let dialogue = Dialogue(
      target.mailProtocol, target.endpoint, account: nil, timing: timing, until: .after(seconds: timing.account), trace: trace
    ) { _ in }
    return look(dialogue) { dialogue.use(connection) }
  }

  private static func look(_ dialogue: Dialogue, connect: () throws(SessionFailure) -> Void) -> ProbedServer {
    var offer: LoginOffer?
    do throws(SessionFailure) {
      try connect()
      offer = try ask(dialogue)
    } catch {
      dialogue.note { $0.failure = error }
    }
    dialogue.close()
    return ProbedServer(dialogue.report, offer)
  }

  /// Goes as far as the server's offer and says goodbye; to a server that breaks the protocol nothing more is said.
  private static func ask(_ dialogue: Dialogue) throws(SessionFailure) -> LoginOffer {
    switch dialogue.mailProtocol {
    case .imap:
      let channel = IMAPChannel(dialogue)
      func goodbye() { dialogue.farewell([channel.tagged(IMAPCommand.logout).line]) }
      do throws(SessionFailure) { try IMAPOpening(channel, dialogue).run() } catch {
        if error.leavesDialogueInStep { goodbye() }
        throw error
      }
      goodbye()
      return LoginOffer(imap: channel.capabilities)
    case .smtp:
      func goodbye() { dialogue.farewell([SMTPCommand.quit]) }
      do throws(SessionFailure) {
        let extensions = try SMTPOpening(SMTPChannel(dialogue), dialogue).run()
        goodbye()
        return LoginOffer(smtp: extensions)
      } catch {
        if error.leavesDialogueInStep { goodbye() }
        throw error
      }
    }
  }
}

/// Hands out positions to whoever has time for the next.
private final class Counter: Sendable {
  private let next = Mutex(0)

  func take(below end: Int) -> Int? {
    next.withLock { position in
      guard position < end else { return nil }
      defer { position += 1 }
      return position
    }
  }
}
