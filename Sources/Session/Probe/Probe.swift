// Examines servers without an account: look-up, connection, certificate, greeting, what they offer, goodbye. The rules are
// those of a verification up to the login, and no secret exists that could be sent.

import Net
import Posix
import Vocabulary
import Wire

/// Probes servers.
package struct Probe: Sendable {
  private let network: Network
  private let timing: TimeLimits
  private let trace: Trace?
  /// The number of servers that are probed at the same time.
  private static let width = 4

  package init(network: Network, timing: TimeLimits, trace: Trace?) {
    self.network = network
    self.timing = timing
    self.trace = trace
  }

  /// Probes each of `targets` once, a few at a time. Calls `observe` on the calling thread for each server that has
  /// replied or failed. All targets together have the time of one account; with `eachForItself` each target has that
  /// time. Throws only if the system has no thread or descriptor left for the first target.
  package func run(
    _ targets: [ProbeTarget], eachForItself: Bool = false, observe: (ProbedServer) -> Void = { _ in }
  ) throws(SystemError) -> ProbeReport {
    let deadline = eachForItself ? nil : Deadline.after(seconds: timing.account)
    let traces = targets.map { _ in trace.map { Trace(beside: $0) } }
    let pool = try WorkerPool(most: Self.width, count: targets.count) { [self] position in
      let target = targets[position]
      if network.interrupt.isRaised { return ProbedServer(target, unasked: .interrupted) }
      let session = ServerProbe(network, timing: timing, until: deadline ?? .after(seconds: timing.account), trace: traces[position])
      return session.run(target)
    }
    // The sessions check their deadlines and the latch themselves. This thread gives them time to report.
    let rounds = Double((targets.count + max(pool.size, 1) - 1) / max(pool.size, 1))
    let latest = deadline.map { $0 + timing.farewell } ?? .after(seconds: rounds * (timing.server + timing.farewell))
    var answers: [Int: ProbedServer] = [:]
    while answers.count < targets.count, !latest.hasPassed {
      for (position, server) in pool.results(until: latest) {
        answers[position] = server
        observe(server)
      }
    }
    if let trace { for own in traces.compactMap({ $0 }) { trace.add(own) } }
    return ProbeReport(servers: targets.indices.map { answers[$0] ?? ProbedServer(targets[$0], unasked: .timedOut) })
  }
}
