// Replies by code alone: what they mean at any provider.

import Testing
import Vocabulary

@Suite("General rules") struct GeneralRuleTests {
  /// The text is one that no rule recognizes (qqq), so that only the code counts. A few rows have text that counts with
  /// any code.
  private static let rows = Said.table(
    #"""
    imap-no-unavailable imap login | NO [UNAVAILABLE] qqq | temporary_server_error
    response-code imap login | NO [INUSE] qqq | too_many_connections temporary_server_error
    response-code imap login | NO [SERVERBUG] qqq | temporary_server_error
    imap-no-expired-contactadmin-limit imap login | NO [LIMIT] qqq | too_many_connections rate_limited
    imap-no-expired-contactadmin-limit imap login | NO [EXPIRED] qqq | password_expired
    imap-no-expired-contactadmin-limit imap login | NO [CONTACTADMIN] qqq | admin_disabled account_locked_or_suspended
    imap-no-expired-contactadmin-limit imap login | NO [PRIVACYREQUIRED] qqq | tls_required
    imap-no-expired-contactadmin-limit imap login | NO [AUTHORIZATIONFAILED] qqq | admin_disabled wrong_username_form
    imap-no-expired-contactadmin-limit imap login | NO [X-NOBODY-KNOWS] qqq | unknown
    imap-no-authenticationfailed imap login | NO [AUTHENTICATIONFAILED] qqq | wrong_password app_password_required wrong_username_form imap_disabled
    imap-no-plain-text imap login | NO Login failed. | wrong_password app_password_required wrong_username_form
    imap-no-plain-text imap login | NO qqq | unknown
    response-code imap inbox | NO [NONEXISTENT] qqq | no_mailbox_or_license
    response-code imap inbox | NO [OVERQUOTA] qqq | mailbox_full
    response-code imap inbox | NO [AUTHENTICATIONFAILED] qqq | unknown
    imap-unsafe-login-at-select imap inbox | NO EXAMINE Unsafe Login. Please contact kefu@188.com for help | id_required
    imap-too-many-connections imap login | NO [ALERT] Too many simultaneous connections. (Failure) | too_many_connections
    imap-no-alert-url imap login | NO [ALERT] Please log in via your web browser: https://evil.example/x (Failure) | web_login_required app_password_required
    condition imap login | BAD qqq | client_protocol_error
    smtp-auth-534-app-password smtp login | 534 5.7.9 Application-specific password required. | app_password_required
    smtp-auth-534-app-password smtp login | 534 qqq | app_password_required auth_mechanism_unsupported
    smtp-auth-534-app-password smtp login | 534 5.7.9 qqq | app_password_required auth_mechanism_unsupported
    smtp-auth-530-over-tls smtp login | 530 5.7.0 Must issue a STARTTLS command first | tls_required
    smtp-auth-530-over-tls smtp login | 530 qqq | tls_required auth_required
    smtp-auth-538 smtp login | 538 5.7.11 qqq | tls_required
    smtp-auth-538 smtp login | 538 qqq | tls_required
    smtp-auth-454-432-temporary smtp login | 454 4.7.0 qqq | temporary_server_error
    smtp-auth-454-432-temporary smtp login | 432 4.7.12 A password transition is needed | web_login_required password_expired
    smtp-auth-454-432-temporary smtp login | 432 qqq | web_login_required password_expired
    put-off smtp sender | 450 4.1.8 <a@b.example>: Sender address rejected: Domain not found | temporary_server_error
    put-off smtp sender | 450 4.7.1 <localhost>: Helo command rejected: Host not found | temporary_server_error
    put-off smtp sender | 450 4.7.1 qqq | temporary_server_error
    put-off smtp sender | 451 4.1.8 qqq | temporary_server_error
    put-off smtp sender | 450 4.7.1 Sender address rejected: not owned by user qqq | sender_not_owned
    put-off smtp sender | 454 4.7.1 Relay access denied | auth_required
    put-off smtp sender | 452 4.2.2 mailbox full | mailbox_full
    put-off smtp sender | 521 5.3.2 qqq | wrong_server_or_port
    put-off smtp sender | 556 5.1.10 qqq | wrong_server_or_port
    put-off smtp greeting | 521 qqq | wrong_server_or_port
    put-off smtp sender | 554 5.3.2 qqq | wrong_server_or_port
    client-certificate imap greeting | BYE No required SSL certificate | client_certificate_required
    client-certificate smtp greeting | 421 4.7.1 No required SSL certificate | client_certificate_required
    client-certificate imap greeting | BYE SSL certificate error | client_certificate_required
    client-certificate smtp greeting | 421 4.7.1 SSL certificate error | client_certificate_required
    client-certificate imap login | NO Client didn't present valid SSL certificate | client_certificate_required
    client-certificate smtp greeting | 554 5.7.0 TLS client certificate required | client_certificate_required
    client-certificate imap greeting | BYE You must present a client certificate | client_certificate_required
    client-certificate smtp login | 454 4.7.5 The certificate specified in TlsCertificateName could not be found | tls_problem temporary_server_error
    smtp-auth-503 smtp login | 503 5.5.1 qqq | auth_mechanism_unsupported wrong_server_or_port
    smtp-auth-550-554 smtp login | 550 User suspended | account_locked_or_suspended
    smtp-auth-550-554 smtp login | 554 qqq | unknown
    smtp-8bit-gbk smtp login | 535 qqq | wrong_password app_password_required wrong_username_form smtp_disabled
    smtp-enhanced-mismatch smtp login | 535 2.7.8 qqq | wrong_password app_password_required wrong_username_form smtp_disabled
    enhanced-code smtp login | 550 5.7.8 qqq | wrong_password app_password_required wrong_username_form smtp_disabled
    enhanced-code smtp login | 550 5.7.13 qqq | admin_disabled account_locked_or_suspended
    enhanced-code smtp sender | 550 5.7.1 qqq | unknown
    enhanced-code smtp sender | 554 5.2.1 qqq | account_locked_or_suspended
    enhanced-code smtp sender | 554 5.2.2 qqq | mailbox_full
    smtp-ehlo-421 smtp login | 421 4.7.0 qqq | temporary_server_error too_many_connections
    smtp-greeting-554 smtp greeting | 554 5.7.1 qqq | region_or_ip_blocked
    enhanced-code smtp sender | 550 5.1.1 qqq | recipient_rejected
    enhanced-code smtp sender | 550 5.1.8 qqq | sender_not_owned account_locked_or_suspended
    enhanced-code smtp login | 535 5.7.4 qqq | auth_mechanism_unsupported
    enhanced-code smtp login | 500 5.5.6 qqq | client_protocol_error
    enhanced-code smtp login | 454 4.3.2 qqq | temporary_server_error
    enhanced-code smtp greeting | 550 5.7.25 qqq | region_or_ip_blocked
    enhanced-code smtp sender | 421 4.7.28 qqq | rate_limited
    response-code imap login | NO [CLIENTBUG] qqq | client_protocol_error
    response-code imap inbox | NO [NOPERM] qqq | admin_disabled no_mailbox_or_license
    response-code imap login | NO [WEBALERT https://example.org/] qqq | web_login_required app_password_required
    reply-code smtp login | 435 qqq | temporary_server_error
    reply-code smtp login | 526 qqq | wrong_password app_password_required wrong_username_form smtp_disabled
    reply-code smtp login | 525 qqq | admin_disabled account_locked_or_suspended
    reply-code smtp login | 504 qqq | auth_mechanism_unsupported
    reply-code smtp sender | 553 qqq | unknown
    reply-code smtp sender | 530 qqq | auth_required
    reply-code smtp sender | 451 qqq | temporary_server_error
    reply-code smtp sender | 535 qqq | unknown
    reply-code smtp sender | 501 qqq | client_protocol_error
    reply-code smtp sender | 555 qqq | client_protocol_error
    response-code imap login | NO [TEMPFAIL] qqq | temporary_server_error
    response-code imap inbox | NO [UNAVAILABLE] Failed to open mailbox | temporary_server_error
    no-password-any-more smtp login | 550 Basic authentication is not supported | oauth_required
    no-password-any-more smtp login | 535 Password authentication not supported for this account | oauth_required
    no-password-any-more imap login | NO Legacy authentication is not supported any more | oauth_required
    sender smtp sender | 550 Could not verify the domain of the recipient | unknown
    """#)

  @Test("fault-client-certificate-in-words, fault-put-off-sender-told-as-refused: each code has its meaning in its phase", arguments: rows)
  func code(_ said: Said) { #expect(said.causes(at: nil) == said.causes) }

  @Test("the table is read completely") func whole() { #expect(Self.rows.count == 86) }
}
