// Replies of mail server software that runs everywhere, with the likeliest cause.

extension Said {
  /// Only the first cause: at a provider nobody knows, the order of the others is a guess.
  static let software = table(
    #"""
    exchange-onprem imap login | NO IMAP4 access is disabled for this mailbox | imap_disabled
    exchange-onprem imap login | NO AUTHENTICATE failed. | wrong_password
    generic-courier imap login | NO Login failed. | wrong_password
    generic-courier imap login | BYE Temporary problem, please try again later | temporary_server_error
    generic-courier imap login | NO STARTTLS required | tls_required
    generic-courier imap login | BYE IMAP access disabled for this account. | imap_disabled
    generic-courier smtp login | 535 Authentication failed. | wrong_password
    generic-cyrus imap login | NO Login only available under a layer | tls_required
    generic-cyrus imap login | NO Invalid user | wrong_username_form
    generic-cyrus imap login | NO Too many open connections (10 of 10 from 192.0.2.1) | too_many_connections
    generic-cyrus imap login | BYE Access to this service has been blocked | admin_disabled
    generic-dovecot imap login | NO [AUTHENTICATIONFAILED] Authentication failed. | wrong_password
    generic-dovecot imap login | NO [AUTHORIZATIONFAILED] Authorization failed | admin_disabled
    generic-dovecot imap login | NO [UNAVAILABLE] Temporary authentication failure. [mail01:2024-01-01 12:00:00] | temporary_server_error
    generic-dovecot imap login | NO [PRIVACYREQUIRED] Cleartext authentication disallowed on non-secure (SSL/TLS) connections. | tls_required
    generic-dovecot imap login | NO [CONTACTADMIN] Login disabled for this user | admin_disabled
    generic-dovecot imap login | NO [EXPIRED] Authentication failed. | password_expired
    generic-dovecot imap login | NO [UNAVAILABLE] Account is temporarily unavailable. | temporary_server_error
    generic-dovecot imap login | BAD Invalid characters in atom | client_protocol_error
    generic-dovecot smtp login | 535 5.7.8 Authentication failed. | wrong_password
    generic-dovecot smtp login | 525 5.7.13 Login disabled for this user | admin_disabled
    generic-dovecot smtp login | 523 5.7.10 Cleartext authentication disallowed on non-secure (SSL/TLS) connections. | tls_required
    generic-exim smtp login | 535 Incorrect authentication data | wrong_password
    generic-exim smtp login | 435 Unable to authenticate at present | temporary_server_error
    generic-exim smtp login | 503 AUTH command used when not advertised | wrong_server_or_port
    generic-exim smtp greeting | 421 mail.example.org: Too many concurrent SMTP connections; please try again later | too_many_connections
    generic-hmailserver imap login | NO Invalid user name or password. Please use full email address as user name. | wrong_username_form
    generic-hmailserver imap login | NO Invalid user name or password. | wrong_password
    generic-hmailserver imap login | BAD A SSL/TLS-connection is required for authentication. | tls_required
    generic-hmailserver smtp login | 535 Authentication failed. Too many invalid logon attempts. | rate_limited
    generic-hmailserver smtp login | 530 A SSL/TLS-connection is required for authentication. | tls_required
    generic-postfix smtp login | 535 5.7.8 Error: authentication failed: authentication failure | wrong_password
    generic-postfix smtp login | 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6 | wrong_password
    generic-postfix smtp login | 454 4.7.0 Temporary authentication failure: Connection lost to authentication server | temporary_server_error
    generic-postfix smtp login | 503 5.5.1 Error: authentication not enabled | wrong_server_or_port
    generic-postfix smtp login | 450 4.7.1 Error: too many AUTH commands from [192.0.2.1] | rate_limited
    generic-postfix smtp login | 535 5.7.8 Error: authentication failed: Invalid authentication mechanism | auth_mechanism_unsupported
    generic-postfix smtp greeting | 421 4.7.0 mail.example.org Error: too many connections from 192.0.2.1 | too_many_connections
    generic-postfix smtp sender | 530 5.7.0 Must issue a STARTTLS command first | tls_required
    generic-sendmail smtp login | 500 5.5.1 Command unrecognized: "AUTH PLAIN <base64 credentials>" | wrong_server_or_port
    generic-smtp smtp login | 502 Command "AUTH PLAIN <base64 credentials>" not implemented | auth_mechanism_unsupported
    generic-smtp smtp login | 504 Unknown mechanism <PLAIN> | auth_mechanism_unsupported
    generic-smtp smtp login | 500 Error: command "AUTH" not recognized | wrong_server_or_port
    generic-zimbra imap login | NO account does not have IMAP access enabled | imap_disabled
    generic-zimbra imap login | NO LOGIN failed | wrong_password
    generic-zimbra imap login | NO [ALERT] account undergoing maintenance; please try again later | temporary_server_error
    generic-zimbra imap login | NO cleartext logins disabled | tls_required
    generic-zimbra imap login | NO LOGIN failed (wrong host) | wrong_server_or_port
    mailde imap login | BAD invalid command | client_protocol_error
    """#)
}
