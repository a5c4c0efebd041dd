// One account being proved: settings, servers of the demo if it is that, the verification, the trace.

import Catalog
import Demo
import LoopbackServer
import Net
import Posix
import Sentences
import Session
import Terminal
import Vocabulary
import Wire

final class AccountVerifier {
  let provider: Provider?
  let address: MailAddress
  private let given: AccountInput
  private let terms: CommandContext
  private let demo: DemoServers?
  let network: Network
  /// The dialogue of the last verification, where it was kept.
  private var trace: Trace?

  /// Starts the demo's servers where the provider is the demo. Throws when the trusted roots cannot be read or the trace
  /// cannot be written.
  init(_ given: AccountInput, _ address: MailAddress, _ terms: CommandContext) throws(CommandError) {
    self.given = given
    self.address = address
    self.terms = terms
    if let file = given.trace { try TraceFile.check(file) }
    var trust = given.authority.map { Trust.systemAnd(file: $0.path) } ?? .system
    if given.provider?.id == DemoProvider.id, given.servers == nil {
      do throws(LoopbackServerError) {
        let started = try DemoProvider.start()
        (demo, provider) = (started.servers, started.provider)
        trust = .only(pem: started.servers.authorityPEM)
      } catch {
        throw .unreadableFile("demo", reason: "\(error)")
      }
    } else {
      (demo, provider) = (nil, given.provider)
    }
    network = try terms.networks.network(trusting: trust, terms.interrupt)
  }

  /// Ends the demo's servers.
  func stop() { demo?.stop() }

  /// What mail programs are told, with server group number `group` of the provider.
  func settings(group: Int) throws(CommandError) -> ServerSettings {
    if let settings = given.ownSettings(for: address, at: provider) { return settings }
    guard let settings = provider?.settings(for: address, group: group, usernames: given.usernames) else {
      throw .missingInput(Option.username.spelling)
    }
    return settings
  }

  /// The secret freed of what the catalog knows to be decoration.
  func cleaned(_ secret: Secret) -> CleanedSecret {
    provider?.secret.cleaned(secret) ?? SecretKind.uncatalogued(secret)
  }

  /// How long everything may take.
  var timing: TimeLimits { given.timeout.map { TimeLimits(account: $0) } ?? .usual }

  /// Proves the account. Progress goes to `view`, the dialogue to the trace file if one was asked for; with `keepsTrace`
  /// it is kept in `trace` in any case.
  func verify(
    _ settings: ServerSettings, _ secret: CleanedSecret, group: Int, view: (any ProgressView)?, keepsTrace: Bool = false
  ) throws(CommandError) -> VerificationResult {
    if let fault = secret.secret.fault {
      switch fault {
      case .empty: throw .secret(.empty)
      case .tooLong: throw .secret(.tooLong)
      case .forbiddenOctet: throw .secret(.forbiddenOctet)
      }
    }
    let trace = given.trace == nil && !keepsTrace ? nil : Trace()
    self.trace = trace
    let verification = Verification(network: network, timing: timing, trace: trace, version: Version.number)
    let report: AccountReport
    do throws(SystemError) {
      defer { view?.finish() }
      report = try verification.run(
        plan(settings, secret.secret), observe: { view?.take($0) }, tick: view.map { view in { view.tick() } })
    } catch {
      throw .system(error.text)
    }
    if let file = given.trace, let trace { try TraceFile.write(trace, to: file, terms, holdsAddress: true) }
    return VerificationResult(
      provider: provider, address: address, settings: settings, report: report, secretFits: secret.fits, group: group,
      authority: given.authority)
  }

  /// What both servers are to be asked, at each endpoint that may be tried.
  func plan(_ settings: ServerSettings, _ secret: Secret) -> AccountPlan {
    func plans(_ mailProtocol: MailProtocol, _ endpoints: [Endpoint], _ username: String) -> [SessionPlan] {
      endpoints.map {
        SessionPlan(
          mailProtocol: mailProtocol, endpoint: $0, credentials: Credentials(username: username, password: secret), sender: address,
          quirks: quirks(mailProtocol), recipientMeaning: { [provider] in $0.recipientMeaning(at: provider) })
      }
    }
    return AccountPlan(
      imap: plans(.imap, [settings.imap] + settings.imapOtherPorts, settings.imapUsername),
      smtp: plans(.smtp, [settings.smtp] + settings.smtpOtherPorts, settings.smtpUsername))
  }

  /// Returns the quirks of the provider that operates the server.
  private func quirks(_ mailProtocol: MailProtocol) -> Quirks {
    let operated = mailProtocol == .imap ? given.operators.imap : given.operators.smtp
    return (given.servers == nil ? provider : operated ?? provider)?.session ?? Quirks()
  }

  /// What the servers of `settings` show to who has no secret yet.
  func probe(_ settings: ServerSettings) throws(CommandError) -> ProbeReport {
    do throws(SystemError) {
      return try Probe(network: network, timing: timing, trace: nil).run(ProbeTargets.of(settings))
    } catch {
      throw .system(error.text)
    }
  }

  /// Writes the dialogue of the last verification to `file`.
  func saveTrace(to file: String) throws(CommandError) {
    guard let trace else { return }
    try TraceFile.write(trace, to: file, terms, holdsAddress: true)
  }
}
