// Whom the connections of this run believe.

import Net
import Platform
import Posix
import Sentences

extension Network {
  /// Connections that trust `trust` and end with the run. Throws when the trusted roots cannot be read.
  init(trusting trust: Trust, _ terms: CommandContext) throws(CommandError) {
    do throws(TLSContext.Fault) {
      self.init(context: try TLSContext(trust), interrupt: terms.interrupt)
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
