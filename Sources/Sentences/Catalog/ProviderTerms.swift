// What a sentence needs to know to say the right words.

import Catalog
import Diagnosis
import Vocabulary

package struct ProviderTerms: Sendable {
  /// The provider's name, or the host where the catalog does not know it.
  package let name: Text
  /// What the provider calls the secret.
  package let term: Text
  /// Whether the secret is made by the provider.
  package let isGenerated: Bool

  /// What the servers have shown to be well, whatever else is wrong.
  package private(set) var shown = Shown.nothing

  package enum Shown: Sendable, CaseIterable {
    case nothing
    /// One server has accepted the secret.
    case secretIsRight
    /// It is the one that failed later.
    case loginIsRight
  }

  /// The same where `diagnosis` tells what is well.
  package func after(_ diagnosis: Diagnosis) -> ProviderTerms {
    var context = self
    context.shown = diagnosis.isLoginRight ? .loginIsRight : diagnosis.isSecretRight ? .secretIsRight : .nothing
    return context
  }

  package init(_ provider: Provider) {
    name = provider.name
    term = provider.secret.term
    isGenerated = provider.secret.isGenerated
  }

  /// Servers that are in no catalog.
  package init(host: HostName) {
    name = Text(same: host.description)
    term = Text("password", "密码")
    isGenerated = false
  }
}

extension MailProtocol {
  /// IMAP, SMTP: the same in every language.
  package var spoken: String { rawValue.uppercased() }
}
