// A report as it may leave the session: every octet in it that came from the server has gone through the mask.

import Net
import Vocabulary

extension SessionReport {
  /// Read first, masked only then: a secret may look like a piece of the protocol.
  func masked(by watch: SecretWatch) -> SessionReport {
    var report = self
    func names(_ list: [String]?) -> [String]? { list?.map { watch.masked($0) } }
    report.capabilitiesBefore = names(capabilitiesBefore)
    report.capabilitiesAfter = names(capabilitiesAfter)
    if let name = greetedAs, watch.masked(name.text) != name.text { report.greetedAs = nil }
    report.failure = failure.map { SessionFailure(stage: $0.stage, cause: $0.cause.masked(by: watch), secret: $0.secret) }
    switch recipient {
    case .mailbox(let reply): report.recipient = .mailbox(reply.masked(by: watch))
    case .undecided(let reply): report.recipient = .undecided(reply.masked(by: watch))
    case .accepted, .notAsked, nil: break
    }
    return report
  }
}

extension SecretWatch {
  func masked(_ text: String) -> String {
    let octets = Array(text.utf8)
    let shown = masked(octets)
    return shown == octets ? text : shown.text
  }

  func masked(_ text: Visible) -> Visible { Visible(masked(text.text), limit: .max) }
}

extension ServerReply {
  fileprivate func masked(by watch: SecretWatch) -> ServerReply {
    var reply = self
    reply.octets = watch.masked(octets)
    if let code = responseCode, watch.masked(code) != code { reply.responseCode = nil }
    return reply
  }
}

extension SessionFailure.Cause {
  fileprivate func masked(by watch: SecretWatch) -> SessionFailure.Cause {
    switch self {
    case .net(.tls(.notTLS(let said))): .net(.tls(.notTLS(said: watch.masked(said))))
    case .startTLSRefused(let reply): .startTLSRefused(reply.masked(by: watch))
    case .notThisProtocol(let said, let service): .notThisProtocol(said: watch.masked(said), service: service)
    case .brokenReply(let said): .brokenReply(said: watch.masked(said))
    case .serverUnavailable(let reply): .serverUnavailable(reply.masked(by: watch))
    case .temporary(let reply): .temporary(reply.masked(by: watch))
    case .noMechanism(let offered): .noMechanism(offered: offered.map { watch.masked($0) })
    case .needsOAuth(let offered): .needsOAuth(offered: offered.map { watch.masked($0) })
    case .refused(let reply): .refused(reply.masked(by: watch))
    case .net, .noStartTLS, .tampered, .tooMuch, .loginDisabled, .cannotVerify: self
    }
  }
}
