// A probe with the trust, the time limit and the session log of the call.

import Catalog
import Net
import Platform
import Posix
import Session

package struct ServerProber {
  private let options: VerificationOptions
  private let running: RunningProvider
  private let network: Network
  private let version: String
  private let notify: Notify

  /// Starts the demo's servers if the provider is the demo; `stop` ends them. Throws if the trusted roots cannot be read.
  package init(
    _ input: AccountInput, _ options: VerificationOptions, _ networks: Networks, version: String, notify: @escaping Notify
  ) throws(OperationError) {
    (self.options, self.version, self.notify) = (options, version, notify)
    running = try RunningProvider(input)
    network = try networks.network(trusting: running.trust)
  }

  package var provider: Provider? { running.provider }

  /// Ends the demo's servers.
  package func stop() { running.stop() }

  /// Probes all `targets`. With `eachForItself` each server has the whole time limit of the call. `observe` receives each server
  /// as soon as it is probed.
  package func run(
    _ targets: [ProbeTarget], eachForItself: Bool = false, observe: (ProbedServer) -> Void = { _ in }
  ) throws(OperationError) -> ProbeReport {
    let trace = options.trace.map { _ in Trace() }
    let probe = Probe(network: network, timing: options.timing, trace: trace)
    let report: ProbeReport
    do throws(SystemError) {
      report = try probe.run(targets, eachForItself: eachForItself, observe: observe)
    } catch {
      throw .system(.error(error))
    }
    if let file = options.trace, let trace { try TraceFile.write(trace, to: file, version: version, holdsAddress: false, notify) }
    return report
  }
}
