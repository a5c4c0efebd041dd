// The networks of a run: one for each set of trusted roots, because reading the roots takes longer than all else.

import Net
import Posix
import Synchronization

/// The networks that this run has created so far.
package final class Networks: Sendable {
  private let known = Mutex<[(trust: Trust, network: Network)]>([])
  private let interrupt: Interrupt

  /// `interrupt` ends every wait of these networks.
  package init(interrupt: Interrupt) { self.interrupt = interrupt }

  /// Returns the network that trusts `trust`. Throws if the trusted roots cannot be read.
  package func network(trusting trust: Trust) throws(OperationError) -> Network {
    if let network = known.withLock({ $0.first { $0.trust == trust }?.network }) { return network }
    let context: TLSContext
    do throws(TLSContext.Error) { context = try TLSContext(trust) } catch { throw OperationError(error) }
    let network = Network(context: context, interrupt: interrupt)
    known.withLock { $0.append((trust, network)) }
    return network
  }
}
