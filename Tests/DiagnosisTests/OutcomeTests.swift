// The outcome of a failure, and which of two outcomes is worse.

import Diagnosis
import Testing
import Vocabulary

@Suite("Outcomes") struct OutcomeTests {
  private static let reply = ServerReply(condition: "NO", octets: Array("no".utf8))
  private static let said = Visible("said")

  private typealias Row = (stage: Stage, cause: SessionFailure.Cause, outcome: Outcome)

  private static let rows: [Row] = [
    (.resolve, .net(.noSuchHost(exists: false)), .unreachable), (.resolve, .net(.dnsFailed), .temporary),
    (.connect, .net(.refused), .unreachable),
    (.connect, .net(.unreachable), .unreachable), (.connect, .net(.connectTimeout), .unreachable),
    (.connect, .net(.system(24)), .unreachable),
    (.connect, .net(.closedEarly(reset: true)), .unreachable), (.tls, .net(.closedEarly(reset: false)), .unreachable),
    (.greeting, .net(.closedEarly(reset: false)), .unreachable), (.login, .net(.closedEarly(reset: false)), .temporary),
    (.login, .net(.timedOut), .temporary),
    (.login, .net(.interrupted), .interrupted), (.tls, .net(.tls(.notTLS(said: said))), .insecure), (.tls, .net(.tls(.tooOld)), .insecure),
    (.tls, .net(.tls(.failed(.damagedRecord))), .insecure), (.login, .net(.tls(.truncated)), .insecure),
    (.tls, .net(.tls(.wrongName(found: []))), .insecure),
    (.tls, .net(.tls(.expired(since: ""))), .insecure), (.tls, .net(.tls(.notYetValid(until: ""))), .insecure),
    (.tls, .net(.tls(.untrusted(.unknownIssuer(said)))), .insecure), (.tls, .net(.tls(.selfSigned)), .insecure),
    (.tls, .net(.tls(.weak())), .insecure),
    (.tls, .net(.tls(.wrongPurpose())), .insecure), (.tls, .net(.tls(.noTrustStore)), .insecure), (.tls, .noStartTLS, .insecure),
    (.tls, .startTLSRefused(reply), .insecure), (.tls, .tampered(.preauthInClear), .insecure),
    (.greeting, .notThisProtocol(said: said, service: nil), .protocol), (.login, .brokenReply(said: said), .protocol),
    (.login, .tooMuch(.lines), .protocol),
    (.login, .cannotVerify(.preauth), .protocol), (.login, .needsOAuth(offered: []), .unsupported), (.login, .loginDisabled, .unsupported),
    (.login, .noMechanism(offered: []), .unsupported), (.greeting, .serverUnavailable(reply), .unreachable),
    (.login, .temporary(reply), .temporary),
    (.login, .tokenRefused(reply, nil), .refused), (.login, .takesNoToken(offered: []), .unsupported),
    (.sender, .takesNoUTF8, .unsupported), (.login, .takesNoUTF8, .unsupported),
    (.login, .refused(reply), .refused), (.inbox, .refused(reply), .refused), (.sender, .refused(reply), .refused),
  ]

  @Test("each failure has its outcome", arguments: rows) private func outcome(_ row: Row) {
    let failure = SessionFailure(stage: row.stage, cause: row.cause)
    #expect(Outcome(failure, []) == row.outcome)
    // Unknown text does not change the outcome.
    #expect(Outcome(failure, [.unknown]) == row.outcome)
  }

  @Test(
    "fault-put-off-sender-told-as-refused: a deferred sender is temporary, unless the address is not the user's",
    arguments: [
      ("450 4.1.8 <a@b.example>: Sender address rejected: Domain not found", Outcome.temporary),
      ("450 4.7.1 <localhost>: Helo command rejected: Host not found", .temporary), ("452 4.2.2 mailbox full", .temporary),
      ("451 4.7.1 wobble", .temporary), ("450 4.1.1 no such user", .temporary), ("451 4.7.0 looks like spam", .temporary),
      ("421 4.3.2 shutting down", .temporary), ("450 4.7.1 Sender address rejected: not owned by user x", .refused),
      ("454 4.7.1 Relay access denied", .refused), ("521 5.3.2 this host takes no mail", .refused), ("550 5.7.1 no", .refused),
      ("552 5.2.2 mailbox full", .refused),
    ])
  func putOff(_ words: String, _ outcome: Outcome) throws {
    let reply = ServerReply.smtp(words)
    let failure = SessionFailure(
      stage: .sender, cause: words.hasPrefix("4") ? .temporary(reply) : .refused(reply),
      secret: SecretRecord(sent: .login, accepted: .login))
    let diagnosis = try #require(Diagnosis(Evidence(imap: nil, smtp: failure), provider: nil))
    #expect(Outcome(failure, diagnosis.causes) == outcome, "\(diagnosis.causes)")
  }

  @Test("every kind of failure has an outcome") func complete() {
    #expect(Set(Self.rows.map { SessionFailure(stage: $0.stage, cause: $0.cause).outcome }) == Set(FailureKind.allCases))
  }

  @Test(
    "the cause decides if servers use codes loosely: permanent phrases with temporary codes, and the reverse",
    arguments: Cause.allCases)
  func causes(_ cause: Cause) {
    let temporary: Set<Cause> = [.rateLimited, .tooManyConnections, .temporaryServerError, .sendQuotaExceeded]
    let unsupported: Set<Cause> = [.oauthRequired, .planDoesNotIncludeIMAP, .oauthClientRejected, .unicodeAddressUnsupported]
    func expected(_ otherwise: Outcome) -> Outcome {
      temporary.contains(cause) ? .temporary : unsupported.contains(cause) ? .unsupported : otherwise
    }
    func outcome(_ failure: SessionFailure.Cause) -> Outcome {
      Outcome(SessionFailure(stage: .login, cause: failure), [cause, .wrongPassword])
    }
    #expect(outcome(.refused(Self.reply)) == expected(.refused))
    #expect(outcome(.temporary(Self.reply)) == expected(cause == .unknown ? .temporary : .refused))
    #expect(outcome(.serverUnavailable(Self.reply)) == expected(.unreachable))
    // A bad certificate is insecure, whatever a reply says.
    #expect(outcome(.net(.tls(.selfSigned))) == .insecure)
  }

  /// Failures from the worst for the user to the least bad. A server that says what it takes goes before one that only
  /// refuses.
  private static let order: [SessionFailure] = [
    SessionFailure(stage: .login, cause: .net(.interrupted)), SessionFailure(stage: .login, cause: .needsOAuth(offered: [])),
    SessionFailure(stage: .login, cause: .refused(reply)), SessionFailure(stage: .tls, cause: .net(.tls(.selfSigned))),
    SessionFailure(stage: .connect, cause: .net(.refused)), SessionFailure(stage: .login, cause: .net(.timedOut)),
  ]

  @Test("of two failures the worse for the user decides, on whichever side it is", arguments: 0..<6, 0..<6) func worse(
    _ left: Int, _ right: Int
  ) throws {
    let diagnosis = try #require(Diagnosis(Evidence(imap: Self.order[left], smtp: Self.order[right]), provider: nil))
    #expect(diagnosis.failure == Self.order[min(left, right)])
    #expect(diagnosis.mailProtocol == (left <= right ? .imap : .smtp))
  }

  @Test("the JSON words are stable") func words() {
    let known = [
      "verified", "refused", "insecure", "protocol", "unreachable", "temporary", "unsupported", "incomplete", "interrupted", "shown",
    ]
    #expect(Outcome.allCases.map(\.rawValue) == known)
  }
}
