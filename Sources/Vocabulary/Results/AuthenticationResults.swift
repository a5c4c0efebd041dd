// What a receiving server found out about the sender of a message (RFC 8601).

/// The results of SPF, DKIM and DMARC for one message. `nil` for a method that the receiving server does not report.
package struct AuthenticationResults: Equatable, Sendable {
  package let spf: Verdict?
  package let dkim: Verdict?
  package let dmarc: Verdict?

  /// The registered results of these three methods (RFC 8601, sections 2.7.1 and 2.7.2; RFC 7489, section 11.2).
  package enum Verdict: String, Sendable, CaseIterable {
    case pass, fail, softfail, neutral, none, policy, temperror, permerror

    /// Whether other servers may take a message with this result for forged.
    var isDoubtful: Bool {
      switch self {
      case .fail, .softfail, .permerror: true
      case .pass, .neutral, .none, .policy, .temperror: false
      }
    }
  }

  package init(spf: Verdict?, dkim: Verdict?, dmarc: Verdict?) { (self.spf, self.dkim, self.dmarc) = (spf, dkim, dmarc) }

  /// Whether other servers may take mail of this sender for forged.
  package var isDoubtful: Bool { [spf, dkim, dmarc].compactMap { $0 }.contains(where: \.isDoubtful) }
}
