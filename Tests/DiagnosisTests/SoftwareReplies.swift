// Replies of widely used server software, with their causes.

extension Said {
  /// Texts as servers sent them. Addresses and ids are replaced with documentation values.
  static let software = table(
    #"""
    exchange-onprem imap login exchange-onprem-imap-44579e | NO LOGIN failed: | no_mailbox_or_license wrong_username_form
    exchange-onprem imap login exchange-onprem-imap-d47923 | NO IMAP4 access is disabled for this mailbox | imap_disabled
    exchange-onprem imap login exchange-onprem-imap-a51b64 | NO AUTHENTICATE failed. | wrong_password wrong_username_form auth_mechanism_unsupported imap_disabled
    generic-courier imap login generic-courier-imap-c3a971 | NO Login failed. | wrong_password app_password_required wrong_username_form
    generic-courier imap login generic-courier-imap-e05d16 | * BYE Temporary problem, please try again later | temporary_server_error
    generic-courier imap login generic-courier-imap-eaa63b | NO STARTTLS required | tls_required
    generic-courier imap login generic-courier-imap-235bfc | * BYE IMAP access disabled for this account. | imap_disabled
    generic-courier smtp login generic-courier-smtp-3789f6 | 535 Authentication failed. | wrong_password app_password_required
    generic-cyrus imap login generic-cyrus-imap-93a140 | NO Login only available under a layer | tls_required
    generic-cyrus imap login generic-cyrus-imap-85a126 | NO Invalid user | wrong_username_form wrong_password
    generic-cyrus imap login generic-cyrus-imap-771449 | NO Too many open connections (10 of 10 from 192.0.2.1) | too_many_connections
    generic-cyrus imap login generic-cyrus-imap-d285fa | * BYE Access to this service has been blocked | admin_disabled
    generic-dovecot imap login generic-dovecot-imap-bb4374 | NO [AUTHENTICATIONFAILED] Authentication failed. | wrong_password app_password_required wrong_username_form imap_disabled
    generic-dovecot imap login generic-dovecot-imap-d176bd | NO [AUTHORIZATIONFAILED] Authorization failed | admin_disabled wrong_username_form
    generic-dovecot imap login generic-dovecot-imap-689249 | NO [UNAVAILABLE] Temporary authentication failure. [mail01:2024-01-01 12:00:00] | temporary_server_error
    generic-dovecot imap login generic-dovecot-imap-bb4fe5 | NO [PRIVACYREQUIRED] Cleartext authentication disallowed on non-secure (SSL/TLS) connections. | tls_required
    generic-dovecot imap login generic-dovecot-imap-8b7102 | NO [CONTACTADMIN] Login disabled for this user | admin_disabled account_locked_or_suspended
    generic-dovecot imap login generic-dovecot-imap-82f847 | NO [EXPIRED] Authentication failed. | password_expired
    generic-dovecot imap login generic-dovecot-imap-a828d9 | NO [UNAVAILABLE] Account is temporarily unavailable. | temporary_server_error too_many_connections
    generic-dovecot imap login generic-dovecot-imap-12896a | BAD Invalid characters in atom | client_protocol_error
    generic-dovecot imap capability generic-dovecot-imap-d268b5 | * OK [CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ LOGINDISABLED AUTH=LOGIN] Dovecot (Ubuntu) ready. | auth_mechanism_unsupported
    generic-dovecot smtp login generic-dovecot-smtp-82a48e | 535 5.7.8 Authentication failed. | wrong_password app_password_required wrong_username_form
    generic-dovecot smtp login generic-dovecot-smtp-129183 | 525 5.7.13 Login disabled for this user | admin_disabled account_locked_or_suspended
    generic-dovecot smtp login generic-dovecot-smtp-23fbf8 | 523 5.7.10 Cleartext authentication disallowed on non-secure (SSL/TLS) connections. | tls_required
    generic-exim smtp login generic-exim-smtp-cefa9c | 535 Incorrect authentication data | wrong_password wrong_username_form wrong_server_or_port app_password_required client_protocol_error
    generic-exim smtp login generic-exim-smtp-2003e9 | 435 Unable to authenticate at present | temporary_server_error
    generic-exim smtp login generic-exim-smtp-6025ce | 503 AUTH command used when not advertised | tls_required wrong_server_or_port smtp_disabled
    generic-exim smtp greeting generic-exim-smtp-0d92fd | 421 mail.example.org: Too many concurrent SMTP connections; please try again later | too_many_connections
    generic-hmailserver imap login generic-hmailserver-imap-f3a5a7 | NO Invalid user name or password. Please use full email address as user name. | wrong_username_form wrong_password
    generic-hmailserver imap login generic-hmailserver-imap-1d8c8a | NO Invalid user name or password. | wrong_password
    generic-hmailserver imap login generic-hmailserver-imap-a053bc | * Too many invalid logon attempts. ⏎ BAD Goodbye | rate_limited
    generic-hmailserver imap login generic-hmailserver-imap-8b0958 | BAD A SSL/TLS-connection is required for authentication. | tls_required
    generic-hmailserver smtp login generic-hmailserver-smtp-b88505 | 535 Authentication failed. Too many invalid logon attempts. | rate_limited
    generic-hmailserver smtp login generic-hmailserver-smtp-256875 | 530 A SSL/TLS-connection is required for authentication. | tls_required
    generic-hmailserver smtp sender generic-hmailserver-smtp-90a304 | 530 SMTP authentication is required. | auth_required
    generic-imap imap greeting generic-imap-imap-54c7a8 | 220 mail.example.com ESMTP - VA Code Section 18.2-152.3:1 forbids use of this system for unsolicited bulk electronic mail (Spam) | wrong_server_or_port
    generic-imap imap greeting generic-imap-imap-87ea42 | +OK mail.example.com Cyrus POP3 v2.4.16-Debian-2.4.16-4+deb7u2 server ready <11461268568888226136.1425393580@mail.example.com> | wrong_server_or_port
    generic-postfix smtp login generic-postfix-smtp-2f4dc3 | 535 5.7.8 Error: authentication failed: authentication failure | wrong_password app_password_required wrong_username_form smtp_disabled
    generic-postfix smtp login generic-postfix-smtp-8f6cfc | 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6 | wrong_password app_password_required wrong_username_form
    generic-postfix smtp login generic-postfix-smtp-920606 | 454 4.7.0 Temporary authentication failure: Connection lost to authentication server | temporary_server_error
    generic-postfix smtp login generic-postfix-smtp-512b47 | 503 5.5.1 Error: authentication not enabled | wrong_server_or_port tls_required
    generic-postfix smtp login generic-postfix-smtp-55187a | 450 4.7.1 Error: too many AUTH commands from [192.0.2.1] | rate_limited
    generic-postfix smtp login generic-postfix-smtp-48d2f7 | 535 5.7.8 Error: authentication failed: Invalid authentication mechanism | auth_mechanism_unsupported
    generic-postfix smtp greeting generic-postfix-smtp-44abe3 | 421 4.7.0 mail.example.org Error: too many connections from 192.0.2.1 | too_many_connections
    generic-postfix smtp sender generic-postfix-smtp-509ec2 | 530 5.7.0 Must issue a STARTTLS command first | tls_required
    generic-postfix smtp sender generic-postfix-smtp-140ab8 | 553 5.7.1 <user@example.org>: Sender address rejected: not owned by user login@example.org | sender_not_owned
    generic-postfix smtp sender generic-postfix-smtp-3613b2 | 553 5.7.1 <user@example.org>: Sender address rejected: not logged in | auth_required
    generic-sendmail smtp login generic-sendmail-smtp-7021d8 | 500 5.5.1 Command unrecognized: "AUTH PLAIN <base64 credentials>" | wrong_server_or_port auth_mechanism_unsupported smtp_disabled
    generic-smtp smtp login generic-smtp-smtp-504158 | 502 Command "AUTH PLAIN <base64 credentials>" not implemented | auth_mechanism_unsupported wrong_server_or_port
    generic-smtp smtp login generic-smtp-smtp-93d359 | 504 Unknown mechanism <PLAIN> | auth_mechanism_unsupported
    generic-smtp smtp login generic-smtp-smtp-4daa00 | 500 Error: command "AUTH" not recognized | auth_mechanism_unsupported wrong_server_or_port
    generic-smtp smtp greeting generic-smtp-smtp-a14f69 | * OK IMAP4rev1 Server GreenMail v2.0.0 ready | wrong_server_or_port
    generic-zimbra imap login generic-zimbra-imap-8c43df | NO account does not have IMAP access enabled | imap_disabled
    generic-zimbra imap login generic-zimbra-imap-2ce4fa | NO LOGIN failed | wrong_password imap_disabled two_factor_required wrong_username_form
    generic-zimbra imap login generic-zimbra-imap-494cf0 | NO [ALERT] account undergoing maintenance; please try again later | temporary_server_error
    generic-zimbra imap login generic-zimbra-imap-c31734 | NO cleartext logins disabled | tls_required
    generic-zimbra imap login generic-zimbra-imap-859268 | NO LOGIN failed (wrong host) | wrong_server_or_port
    mailde imap id mailde-imap-e6b469 | BAD invalid command | client_protocol_error
    """#)
}
