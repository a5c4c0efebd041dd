// The closed list of reasons why an account does not work yet, as words for programs.

/// The cause of a failure, as far as the diagnosis can tell. Each cause has a sentence, a next step and an exit status.
/// The raw values appear in JSON and in the catalog.
package enum Cause: String, Sendable, CaseIterable {
  case appPasswordRequired = "app_password_required"
  case imapDisabled = "imap_disabled"
  case smtpDisabled = "smtp_disabled"
  case wrongPassword = "wrong_password"
  case codeExpiredOrRevoked = "code_expired_or_revoked"
  case twoFactorRequired = "two_factor_required"
  case oauthRequired = "oauth_required"
  case adminDisabled = "admin_disabled"
  case accountLockedOrSuspended = "account_locked_or_suspended"
  case webLoginRequired = "web_login_required"
  case wrongUsernameForm = "wrong_username_form"
  case idRequired = "id_required"
  case rateLimited = "rate_limited"
  case tooManyConnections = "too_many_connections"
  case senderNotOwned = "sender_not_owned"
  case regionOrIPBlocked = "region_or_ip_blocked"
  /// The network on the way does not let the connection through, wants a sign-in of its own, or is not there.
  case networkProblem = "network_problem"
  case phoneBindingRequired = "phone_binding_required"
  case planDoesNotIncludeIMAP = "plan_does_not_include_imap"
  case temporaryServerError = "temporary_server_error"
  case tlsRequired = "tls_required"
  case tlsProblem = "tls_problem"
  case clientCertificateRequired = "client_certificate_required"
  case authMechanismUnsupported = "auth_mechanism_unsupported"
  case authRequired = "auth_required"
  case passwordExpired = "password_expired"
  case passwordTooWeak = "password_too_weak"
  case noMailboxOrLicense = "no_mailbox_or_license"
  case termsNotAccepted = "terms_not_accepted"
  case wrongServerOrPort = "wrong_server_or_port"
  case clientProtocolError = "client_protocol_error"
  case contentRejected = "content_rejected"
  case sendQuotaExceeded = "send_quota_exceeded"
  case mailboxFull = "mailbox_full"
  case recipientRejected = "recipient_rejected"
  /// The access token or the refresh token has expired or was revoked.
  case tokenExpired = "token_expired"
  /// The token is good, but not for mail.
  case tokenWrongScope = "token_wrong_scope"
  /// The token belongs to another person.
  case tokenWrongUser = "token_wrong_user"
  /// The app has to be allowed first, by the user or by the administrator.
  case consentRequired = "consent_required"
  /// The authorization server does not accept the app: its client ID, its secret, its redirect or its tenant.
  case oauthClientRejected = "oauth_client_rejected"
  case signInDeclined = "sign_in_declined"
  case deviceCodeExpired = "device_code_expired"
  case clockWrong = "clock_wrong"
  /// The server takes no address with letters outside ASCII before the `@` (RFC 6531).
  case unicodeAddressUnsupported = "unicode_address_unsupported"
  case unknown
}
