// The words for programs: each failure has exactly one, and the lists are closed.

import Testing
import Vocabulary

@Suite("Failures and their words") struct FailureTests {
  private static let reply = ServerReply(condition: "NO", octets: Array("no".utf8))
  private static let said = Visible("said")

  /// Every cause of a failed session, with its word.
  private static let failures: [(SessionFailure.Cause, FailureKind)] = [
    (.net(.noSuchHost(exists: true)), .noSuchHost), (.net(.noSuchHost(exists: false)), .noSuchHost), (.net(.dnsFailed), .dnsFailed),
    (.net(.refused), .refused), (.net(.unreachable), .unreachable), (.net(.connectTimeout), .connectTimeout),
    (.net(.closedEarly(reset: true)), .closedEarly), (.net(.closedEarly(reset: false)), .closedEarly), (.net(.timedOut), .timedOut),
    (.net(.interrupted), .interrupted), (.net(.system(5)), .system), (.net(.tls(.notTLS(said: said))), .notTLS),
    (.net(.tls(.tooOld)), .tlsTooOld), (.net(.tls(.failed(.damagedRecord))), .tlsFailed),
    (.net(.tls(.alert(TLSAlert(40)))), .tlsFailed), (.net(.tls(.clientCertificateWanted(TLSAlert(116)))), .tlsFailed),
    (.net(.tls(.tooMuch)), .tooMuch), (.net(.tls(.truncated)), .truncated),
    (.net(.tls(.wrongName(found: [said]))), .certificateWrongName), (.net(.tls(.expired(since: "2020-01-01"))), .certificateExpired),
    (.net(.tls(.notYetValid(until: "2040-01-01"))), .certificateNotYetValid),
    (.net(.tls(.untrusted(.unknownIssuer(said)))), .certificateUntrusted),
    (.net(.tls(.selfSigned)), .certificateSelfSigned), (.net(.tls(.weak())), .certificateWeak),
    (.net(.tls(.wrongPurpose())), .certificateWrongPurpose), (.net(.tls(.noTrustStore)), .noTrustStore), (.noStartTLS, .noStartTLS),
    (.startTLSRefused(reply), .startTLSRefused), (.tampered(.unaskedReply), .tampered),
    (.notThisProtocol(said: said, service: .pop3), .notThisProtocol), (.brokenReply(said: said), .brokenReply), (.tooMuch(.line), .tooMuch),
    (.serverUnavailable(reply), .serverUnavailable), (.temporary(reply), .temporary), (.loginDisabled, .loginDisabled),
    (.noMechanism(offered: []), .noMechanism), (.needsOAuth(offered: []), .needsOAuth), (.refused(reply), .refused),
    (.takesNoToken(offered: []), .noMechanism), (.takesNoUTF8, .noUTF8), (.tokenRefused(reply, nil), .refused),
    (.cannotVerify(.preauth), .cannotVerify),
  ]

  @Test("each failure has its word", arguments: failures) func word(_ cause: SessionFailure.Cause, _ outcome: FailureKind) {
    #expect(SessionFailure(stage: .login, cause: cause).outcome == outcome)
  }

  @Test("every word has a failure") func complete() {
    #expect(Set(Self.failures.map(\.1)) == Set(FailureKind.allCases))
  }

  @Test("only the server's own text is a reply", arguments: failures) func replies(_ cause: SessionFailure.Cause, _ outcome: FailureKind) {
    let hasReply =
      [.startTLSRefused, .serverUnavailable, .temporary].contains(outcome) || cause == .refused(Self.reply)
      || cause == .tokenRefused(Self.reply, nil)
    #expect(SessionFailure(stage: .login, cause: cause).reply == (hasReply ? Self.reply : nil))
  }

  @Test("the causes are the closed list that programs know") func causes() {
    let known = """
      app_password_required imap_disabled smtp_disabled wrong_password code_expired_or_revoked two_factor_required oauth_required \
      admin_disabled account_locked_or_suspended web_login_required wrong_username_form id_required rate_limited too_many_connections \
      sender_not_owned region_or_ip_blocked network_problem phone_binding_required plan_does_not_include_imap temporary_server_error tls_required \
      tls_problem client_certificate_required auth_mechanism_unsupported auth_required password_expired password_too_weak \
      no_mailbox_or_license terms_not_accepted wrong_server_or_port client_protocol_error content_rejected send_quota_exceeded mailbox_full recipient_rejected \
      token_expired token_wrong_scope token_wrong_user consent_required oauth_client_rejected sign_in_declined device_code_expired \
      clock_wrong unicode_address_unsupported unknown
      """
    #expect(Cause.allCases.map(\.rawValue) == known.split(separator: " ").map(String.init))
  }

  @Test("the stages are the closed list that programs know") func stages() {
    let known = [
      "resolve", "connect", "tls", "greeting", "capability", "ehlo", "id", "login", "list", "inbox", "sender", "message", "arrival",
      "removal",
    ]
    #expect(Stage.allCases.map(\.rawValue) == known)
  }

  @Test("a text has every language, and each can be replaced alone") func texts() {
    var text = Text("yes", "是")
    text[.simplifiedChinese] = "对"
    #expect(Language.allCases.map { text[$0] } == ["yes", "对"])
    #expect(Text(same: "x") == Text("x", "x"))
    #expect(Language.allCases.map(\.rawValue) == ["en", "zh-Hans"])
  }

  @Test("enhanced codes are written with dots") func enhanced() { #expect(EnhancedCode(5, 7, 8).description == "5.7.8") }
}
