// Masks reports. Every text of the server in a report is masked before the report leaves the session.

import Net
import Vocabulary
import Wire

extension SessionReport {
  /// Returns this report masked by `watch`. Replies are parsed before they are masked, because a secret may look like a part of
  /// the protocol. `heard` are the latest lines of the server, over which the secret may be split. The offer before the
  /// login is masked already.
  func masked(by watch: SecretWatch, after heard: [[UInt8]]) -> SessionReport {
    var report = self
    report.capabilitiesAfter = capabilitiesAfter.map(watch.masked(offers:))
    report.alerts = alerts.map { watch.masked($0) }
    report.failure = failure.map { SessionFailure(stage: $0.stage, cause: $0.cause.masked(by: watch, heard), secret: $0.secret) }
    switch recipient {
    case .mailbox(let reply): report.recipient = .mailbox(watch.masked(reply, heard))
    case .undecided(let reply): report.recipient = .undecided(watch.masked(reply, heard))
    case .accepted, .notAsked, nil: break
    }
    return report
  }
}

extension SecretWatch {
  /// Returns `text` as it may be shown.
  func masked(_ text: String) -> String {
    let octets = Array(text.utf8)
    let shown = masked(octets)
    return shown == octets ? text : shown.text
  }

  func masked(_ text: Visible) -> Visible { Visible(masked(text.text), limit: .max) }

  /// Returns the capabilities as they may be shown.
  func masked(offers: [String]) -> [String] { offers.map { KnownCapabilities.masked($0, by: masked) } }

  /// Returns the texts of ALERT responses as they may be shown. The secret may be split over all lines from after it left, of which
  /// several are shown together, so all of `heard` is masked at once. A text whose line is not there any more is left out.
  func alerts(_ texts: [[UInt8]], among heard: [[UInt8]]) -> [Visible] {
    let shown = masked(heard)
    var next = heard.startIndex
    return texts.compactMap { text in
      guard let own = heard[next...].firstIndex(where: { $0.suffix(text.count).elementsEqual(text) }) else { return nil }
      next = own + 1
      let head = heard[own].dropLast(text.count)
      let part = shown[own].starts(with: head) ? Array(shown[own].dropFirst(head.count)) : EchoText.mark
      return Visible(part, limit: Dialogue.alertLength)
    }
  }

  /// Returns `reply` with text that may be shown, even if the secret is split over `heard` and the reply.
  fileprivate func masked(_ reply: ServerReply, _ heard: [[UInt8]]) -> ServerReply {
    guard hasLeft else { return reply }
    let (own, before) = Self.lines(of: reply, in: heard)
    let shown = masked(Array(masked(own, after: before).joined(separator: [.space])))
    return reply.showing(shown, responseCode: reply.responseCode.flatMap { masked($0) == $0 ? $0 : nil })
  }

  /// Returns the texts of the lines of `reply`, and the lines before them.
  private static func lines(of reply: ServerReply, in heard: [[UInt8]]) -> (own: [[UInt8]], before: [[UInt8]]) {
    if reply.code == nil {
      let text = reply.octets.first == UInt8(ascii: "[") ? reply.octets.drop { $0 != UInt8(ascii: "]") }.dropFirst(2) : reply.octets[...]
      let own = heard.lastIndex { $0.suffix(text.count).elementsEqual(text) } ?? heard.endIndex
      return ([reply.octets], Array(heard[..<own]))
    }
    for end in heard.indices.reversed() {
      var texts: [[UInt8]] = []
      for start in heard[...end].indices.reversed() {
        texts.insert(Array(heard[start].dropFirst(4)), at: 0)
        let sentences = SMTPReply(code: reply.code ?? 0, lines: texts).sentences
        let joined = Array(sentences.joined(separator: [.space]))
        if joined == reply.octets { return (sentences, Array(heard[..<start])) }
        if joined.count > reply.octets.count { break }
      }
    }
    return ([reply.octets], [])
  }
}

extension SessionFailure.Cause {
  fileprivate func masked(by watch: SecretWatch, _ heard: [[UInt8]]) -> SessionFailure.Cause {
    switch self {
    case .net(.tls(.notTLS(let said))): .net(.tls(.notTLS(said: watch.masked(said))))
    case .startTLSRefused(let reply): .startTLSRefused(watch.masked(reply, heard))
    case .notThisProtocol(let said, let service): .notThisProtocol(said: watch.masked(said), service: service)
    case .brokenReply(let said): .brokenReply(said: watch.masked(said))
    case .serverUnavailable(let reply): .serverUnavailable(watch.masked(reply, heard))
    case .temporary(let reply): .temporary(watch.masked(reply, heard))
    case .noMechanism(let offered): .noMechanism(offered: watch.masked(offers: offered))
    case .needsOAuth(let offered): .needsOAuth(offered: watch.masked(offers: offered))
    case .takesNoToken(let offered): .takesNoToken(offered: watch.masked(offers: offered))
    case .refused(let reply): .refused(watch.masked(reply, heard))
    case .tokenRefused(let reply, let status): .tokenRefused(watch.masked(reply, heard), status?.map { watch.masked($0) })
    case .net, .noStartTLS, .tampered, .tooMuch, .loginDisabled, .takesNoUTF8, .cannotVerify: self
    }
  }
}
