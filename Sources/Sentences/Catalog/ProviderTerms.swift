// What a sentence needs to know about the provider to use its terms.

import Catalog
import Diagnosis
import Vocabulary

package struct ProviderTerms: Sendable {
  /// The provider's name, or the host if the catalog does not contain the provider.
  package let name: Text
  /// What the provider calls the secret.
  package let term: Text
  /// Whether the provider generates the secret.
  package let isGenerated: Bool

  /// What the servers have proved, whatever else failed.
  package private(set) var shown = Shown.nothing

  package enum Shown: Sendable, CaseIterable {
    case nothing
    /// One server has accepted the secret.
    case secretIsRight
    /// The server that failed later has accepted the login.
    case loginIsRight
  }

  /// Returns these terms with what `diagnosis` has proved.
  package func after(_ diagnosis: Diagnosis) -> ProviderTerms {
    var context = self
    context.shown = diagnosis.isLoginRight ? .loginIsRight : diagnosis.isSecretRight ? .secretIsRight : .nothing
    return context
  }

  package init(_ provider: Provider) {
    name = provider.name
    term = provider.passwordKind?.term ?? Labels.password
    isGenerated = provider.secret.isGenerated
  }

  /// Terms for servers that are not in the catalog.
  package init(host: HostName) {
    name = Text(same: host.description)
    term = Labels.password
    isGenerated = false
  }
}

extension MailProtocol {
  /// "IMAP" or "SMTP", the same in every language.
  package var spoken: String { rawValue.uppercased() }
}
