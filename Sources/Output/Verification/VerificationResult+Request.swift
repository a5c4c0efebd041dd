// What to ask the administrator of an account for.

import Operations
import Sentences

extension VerificationResult {
  /// The request, if only an administrator can correct the fault. `nil` otherwise.
  package var request: AdministratorRequest? {
    diagnosis.flatMap {
      AdministratorRequest($0, provider: provider, address: address, imap: report.imap.endpoint, smtp: report.smtp.endpoint)
    }
  }
}
