// The verification of one account: settings, the demo's servers if it is the demo, the sessions, the session log.

import AccountStore
import Catalog
import Net
import Platform
import Posix
import Session
import Vocabulary
import Wire

package final class AccountVerifier {
  package let address: MailAddress
  private var input: AccountInput
  private let running: RunningProvider
  private let options: VerificationOptions
  private let notify: Notify
  /// The version of this program, which servers and the session log are told.
  let version: String
  let network: Network
  /// The log of the last verification, if it was kept.
  private var trace: Trace?

  /// Starts the demo's servers if the provider is the demo; `stop` ends them. Throws if the trusted roots cannot be read or the
  /// session log cannot be written.
  package init(
    _ input: AccountInput, _ address: MailAddress, _ options: VerificationOptions, _ networks: Networks, version: String,
    notify: @escaping Notify
  ) throws(OperationError) {
    (self.input, self.address, self.options, self.version, self.notify) = (input, address, options, version, notify)
    if let file = options.trace { try TraceFile.check(file) }
    running = try RunningProvider(input, for: address)
    network = try networks.network(trusting: running.trust)
  }

  package var provider: Provider? { running.provider }

  /// Uses the tokens of `signIn` from now on.
  package func use(_ signIn: SignIn) { input.signIn = signIn }

  /// The sign-in at the demo's authorization server, which needs no app of the user's. `nil` for every other provider.
  package var demoSignIn: SignInSession? { running.authorization.flatMap { SignInSession(demo: $0, network) } }

  /// Ends the demo's servers.
  package func stop() { running.stop() }

  /// Returns the settings with the provider's server group number `group`. Throws `noUserName` if the user name cannot be derived
  /// from the address.
  package func settings(group: Int) throws(OperationError) -> ServerSettings {
    if let settings = input.ownSettings(for: address, at: provider) { return settings }
    guard let settings = provider?.settings(for: address, group: group, usernames: input.usernames) else { throw .noUserName }
    return settings
  }

  /// The kind of the secret that the servers get.
  package var secretKind: Secret.Kind { input.signIn.secretKind }

  /// Returns the secret without the separators that the provider's pages show. A token has none.
  package func cleaned(_ secret: Secret) -> CleanedSecret {
    input.signIn.usesToken ? SecretKind.uncatalogued(secret) : provider?.secret.cleaned(secret) ?? SecretKind.uncatalogued(secret)
  }

  /// The time limits of the sessions.
  package var timing: TimeLimits { options.timing }

  /// Verifies the account. `observe` receives each event of a session, and `tick` is called repeatedly until the sessions end.
  ///
  /// The session log goes to the file of the call. With `keepsTrace` it is also kept for `saveTrace`. Throws `secret` or `token`
  /// if no login can contain it.
  package func verify(
    _ settings: ServerSettings, _ secret: CleanedSecret, group: Int, keepsTrace: Bool = false,
    observe: (Progress) -> Void = { _ in }, tick: (() -> Void)? = nil
  ) throws(OperationError) -> VerificationResult {
    try check(secret)
    let trace = options.trace == nil && !keepsTrace ? nil : Trace()
    self.trace = trace
    let verification = Verification(network: network, timing: timing, trace: trace, version: version)
    let report: AccountReport
    do throws(SystemError) {
      report = try verification.run(plan(settings, secret.secret), observe: observe, tick: tick)
    } catch {
      throw .system(.error(error))
    }
    if let file = options.trace, let trace { try TraceFile.write(trace, to: file, version: version, holdsAddress: true, notify) }
    return VerificationResult(
      provider: provider, address: address, settings: settings, report: report, signIn: input.signIn, secretFits: secret.fits,
      group: group, authority: input.authority)
  }

  /// Throws `secret` or `token` if no login can contain the secret.
  package func check(_ secret: CleanedSecret) throws(OperationError) {
    guard let fault = secret.secret.fault(as: secretKind) else { return }
    throw input.signIn.usesToken ? .token(SecretError(fault)) : .secret(SecretError(fault))
  }

  /// Returns the sessions with both servers, one for each endpoint that may be tried.
  func plan(_ settings: ServerSettings, _ secret: Secret) -> AccountPlan {
    let authenticator: Credentials.Authenticator = input.signIn.usesToken ? .accessToken(secret) : .password(secret)
    func plans(_ mailProtocol: MailProtocol, _ endpoints: [Endpoint], _ username: String) -> [SessionPlan] {
      endpoints.map {
        SessionPlan(
          mailProtocol: mailProtocol, endpoint: $0, credentials: Credentials(username: username, authenticator), sender: address,
          quirks: quirks(mailProtocol), recipientMeaning: { [provider] in $0.recipientMeaning(at: provider) })
      }
    }
    return AccountPlan(
      imap: plans(.imap, [settings.imap] + settings.imapOtherPorts, settings.imapUsername),
      smtp: plans(.smtp, [settings.smtp] + settings.smtpOtherPorts, settings.smtpUsername))
  }

  /// Returns what the server's operator demands of a session.
  private func quirks(_ mailProtocol: MailProtocol) -> Quirks {
    let operated = mailProtocol == .imap ? input.operators.imap : input.operators.smtp
    return (input.servers == nil ? provider : operated ?? provider)?.session ?? Quirks()
  }

  /// Returns what the servers of `settings` show before a login.
  package func probe(_ settings: ServerSettings) throws(OperationError) -> ProbeReport {
    do throws(SystemError) {
      return try Probe(network: network, timing: timing, trace: nil).run(ProbeTargets.of(settings))
    } catch {
      throw .system(.error(error))
    }
  }

  /// Writes the log of the last verification to `file`.
  package func saveTrace(to file: String) throws(OperationError) {
    guard let trace else { return }
    try TraceFile.write(trace, to: file, version: version, holdsAddress: true, notify)
  }
}
