// Two scripted servers on the loopback interface, the real verification with both, and what each of them received.

import LoopbackServer
import Net
import Platform
import Posix
import ScriptedServer
import Session
import TestSupport
import Testing
import Vocabulary
import Wire

/// One server of an account: what it does, and what the client knows about it.
struct Party: Sendable {
  var host: String
  var security = Security.tls
  var family = Listener.Family.ipv4
  var quirks = Quirks()
  /// Returns the steps of the connection with this number.
  var script: @Sendable (Int) -> [Step]
  /// How many connections it must receive.
  var connections = 1

  init(_ host: String, _ security: Security = .tls, script: @escaping @Sendable (Int) -> [Step]) {
    (self.host, self.security, self.script) = (host, security, script)
  }

  init(_ host: String, _ security: Security = .tls, _ steps: [Step]) { self.init(host, security) { _ in steps } }

  func with(_ change: (inout Party) -> Void) -> Party {
    var copy = self
    change(&copy)
    return copy
  }
}

/// The result of one verification.
struct Encounter: Sendable {
  let report: AccountReport
  let imap: [Recording]
  let smtp: [Recording]
  let seconds: Double
  let end: Deadline
  let trace: Trace

  func report(_ mailProtocol: MailProtocol) -> SessionReport { mailProtocol == .imap ? report.imap : report.smtp }
  func recordings(_ mailProtocol: MailProtocol) -> [Recording] { mailProtocol == .imap ? imap : smtp }
}

/// The expected result of one session.
enum Ending: Equatable, Sendable, CustomStringConvertible {
  case verified
  case failed(Stage, FailureKind)

  init?(_ report: SessionReport) {
    if let failure = report.failure {
      self = .failed(failure.stage, failure.outcome)
    } else if report.isVerified {
      self = .verified
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .verified: "verified"
    case .failed(let stage, let outcome): "\(stage) \(outcome)"
    }
  }
}

enum Rig {
  /// The root that clients trust in these tests.
  static let authority = Result { try CertificateAuthority() }
  private static let context = Result { try TLSContext(.only(pem: authority.get().pem)) }
  /// A client that has left must not end the tests. The program ignores SIGPIPE too.
  private static let isDeafToBrokenPipes: Void = Platform.ignore(SIGPIPE)

  static func issue(_ request: CertificateRequest) throws -> ServerIdentity { try authority.get().issue(request) }

  static func network(_ resolve: @escaping Resolve, interrupt: Interrupt? = Interrupt()) throws -> Network {
    _ = isDeafToBrokenPipes
    return Network(context: try context.get(), interrupt: try #require(interrupt), resolve: resolve)
  }

  /// Seconds for tests of waiting: enough for everything that comes before, on a busy machine too.
  static let soon = 1.0

  /// Resolves every name to this computer.
  static let loopback: Resolve = { (_, port, _, _) in [.v4(port)] }

  /// A resolver that never answers.
  static let silence: Resolve = { (_, _, deadline, interrupt) throws(NetFailure) in
    do throws(Wait.End) {
      _ = try Wait.any([], until: deadline, or: interrupt)
    } catch {
      throw error == .interrupted ? .interrupted : .dnsFailed
    }
    return []
  }

  /// Verifies an account at both servers within `seconds`, and checks what holds for every verification: the secret is
  /// never sent unencrypted, is not in the trace, and is sent inside TLS only if the report says so.
  static func meet(
    imap: Party, smtp: Party, within seconds: Double = 20, resolve: @escaping Resolve = loopback, interrupt: Interrupt? = Interrupt(),
    observe: (Progress) -> Void = { _ in }, at place: SourceLocation = #_sourceLocation
  ) throws -> Encounter {
    let servers = [try ScriptedServer.start(on: imap.family, script: imap.script), try .start(on: smtp.family, script: smtp.script)]
    let plan = AccountPlan(
      imap: [try self.plan(imap, .imap, port: servers[0].port)], smtp: [try self.plan(smtp, .smtp, port: servers[1].port)])
    let trace = Trace()
    let verification = Verification(
      network: try network(resolve, interrupt: interrupt), timing: TimeLimits(account: seconds), trace: trace, version: "1.0")
    let start = Deadline.now
    let report = try verification.run(plan, observe: observe)
    let end = Deadline.now
    let recordings = try zip(servers, [imap, smtp]).map { server, party in
      try server.wait(for: party.connections, until: .after(seconds: 10))
    }
    for server in servers { server.stop() }
    let encounter = Encounter(
      report: report, imap: recordings[0], smtp: recordings[1], seconds: end.milliseconds(since: start) / 1_000, end: end, trace: trace)
    check(encounter, within: seconds, at: place)
    return encounter
  }

  static func plan(_ party: Party, _ mailProtocol: MailProtocol, port: UInt16) throws -> SessionPlan {
    let endpoint = Endpoint(host: try #require(HostName(party.host)), port: port, security: party.security)
    return SessionPlan(
      mailProtocol: mailProtocol, endpoint: endpoint, credentials: TestAccount.credentials,
      sender: try MailAddress(TestAccount.username), quirks: party.quirks, recipientMeaning: { _ in .open })
  }

  private static func check(_ encounter: Encounter, within seconds: Double, at place: SourceLocation) {
    #expect(encounter.seconds < seconds + 3, sourceLocation: place)
    for mailProtocol in MailProtocol.allCases {
      let report = encounter.report(mailProtocol)
      let maySeeIt = report.secret.sent != nil
      for recording in encounter.recordings(mailProtocol) {
        #expect(TestAccount.forms.found(in: recording.clear) == nil, "in clear", sourceLocation: place)
        #expect(TestAccount.forms.found(in: recording.raw) == nil, "on the wire", sourceLocation: place)
        if !maySeeIt || report.tls?.isTrusted != true {
          #expect(TestAccount.forms.found(in: recording.inTLS) == nil, "inside TLS: \(mailProtocol)", sourceLocation: place)
        }
        #expect(!recording.clientCertificateShown, sourceLocation: place)
      }
      #expect(!maySeeIt || report.tls?.isTrusted == true, "sent without TLS: \(mailProtocol)", sourceLocation: place)
    }
    for line in encounter.trace.lines { #expect(TestAccount.forms.found(in: line.text) == nil, sourceLocation: place) }
  }
}
