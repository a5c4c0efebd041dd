// The networks of a run: one for each set of trusted roots, because reading the roots takes longer than all else.

import Net
import Platform
import Posix
import Sentences
import Synchronization

/// The networks that this run has created so far.
final class Networks: Sendable {
  private let known = Mutex<[(trust: Trust, network: Network)]>([])

  /// Returns the network that trusts `trust` and whose waits end by `interrupt`. Throws if the trusted roots cannot be
  /// read.
  func network(trusting trust: Trust, _ interrupt: Interrupt) throws(CommandError) -> Network {
    if let network = known.withLock({ $0.first { $0.trust == trust }?.network }) { return network }
    let network = Network(context: try Self.context(trust), interrupt: interrupt)
    known.withLock { $0.append((trust, network)) }
    return network
  }

  private static func context(_ trust: Trust) throws(CommandError) -> TLSContext {
    do throws(TLSContext.Error) {
      return try TLSContext(trust)
    } catch {
      switch error {
      case .unreadable(let file, let reason):
        switch reason {
        case .system(let error): throw .unreadableFile(file, reason: error.text)
        case .notRegular: throw .unreadableFile(file, reason: "not a regular file")
        case .tooBig: throw .unreadableFile(file, reason: SystemError(EFBIG).text)
        case .noCertificates: throw .unreadableFile(file, reason: "no certificates (PEM)")
        }
      case .noTrustStore: throw .noTrustStore
      case .broken: throw .system("OpenSSL: \(SystemError(ENOMEM).text)")
      }
    }
  }
}
