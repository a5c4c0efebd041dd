// A probe with what the call says of trust, time and trace.

import Net
import Posix
import Sentences
import Session
import Vocabulary

struct ServerProber {
  private let given: AccountInput
  private let terms: CommandContext
  private let network: Network

  init(_ given: AccountInput, _ trust: Trust, _ terms: CommandContext) throws(CommandError) {
    self.given = given
    self.terms = terms
    network = try terms.networks.network(trusting: trust, terms.interrupt)
  }

  /// Asks all `targets`; with `eachForItself` the time of `--timeout` is each server's own.
  func run(
    _ targets: [ProbeTarget], eachForItself: Bool = false, observe: (ProbedServer) -> Void = { _ in }
  ) throws(CommandError) -> ProbeReport {
    let trace = given.trace.map { _ in Trace() }
    let probe = Probe(network: network, timing: given.timeout.map { TimeLimits(account: $0) } ?? .usual, trace: trace)
    let report: ProbeReport
    do throws(SystemError) {
      report = try probe.run(targets, eachForItself: eachForItself, observe: observe)
    } catch {
      throw .system(error.text)
    }
    if let file = given.trace, let trace { try TraceFile.write(trace, to: file, terms, holdsAddress: false) }
    return report
  }
}
