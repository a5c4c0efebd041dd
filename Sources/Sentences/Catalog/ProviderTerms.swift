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
  /// Whether the catalog contains the provider.
  package let isKnown: Bool
  /// Whether the secret is the password of the account itself.
  let isAccountPassword: Bool
  /// Whether the provider never shows the secret again.
  let isShownOnce: Bool
  let protocolSwitch: Provider.ProtocolSwitch
  /// Whether user names of one form only are accepted.
  let hasOneUsernameForm: Bool
  /// What the entry says about the user names.
  let usernameNote: Text?
  /// Whether there may be an administrator to whom a request is forwarded: the mailbox is not a personal one.
  let hasAdministrator: Bool
  /// The causes whose step only an administrator can take.
  let administrators: Set<Cause>

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
    isKnown = true
    isAccountPassword = provider.secret.kind == .accountPassword
    isShownOnce = provider.secret.isShownOnce == true
    protocolSwitch = provider.protocolSwitch
    hasOneUsernameForm = provider.username.imap.count == 1 && provider.username.smtp.count == 1
    usernameNote = provider.username.note
    hasAdministrator = provider.category != .personal
    administrators = Set(
      Cause.allCases.filter { cause in provider.steps.first { $0.solves.contains(cause) }?.part == .administrator })
  }

  /// Terms for servers that are not in the catalog.
  package init(host: HostName) {
    name = Text(same: host.description)
    term = Labels.password
    isGenerated = false
    (isKnown, isAccountPassword, isShownOnce, hasOneUsernameForm) = (false, false, false, false)
    (protocolSwitch, usernameNote, administrators, hasAdministrator) = (.none, nil, [], true)
  }
}

extension MailProtocol {
  /// "IMAP" or "SMTP", the same in every language.
  package var spoken: String { rawValue.uppercased() }
}
