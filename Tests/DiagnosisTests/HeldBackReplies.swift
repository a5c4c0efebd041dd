// Replies that the rules are measured by. They were collected before the rules were looked at, and no rule is written
// from them.

extension Said {
  /// From the sources of servers (mox, Stalwart, WildDuck, Zimbra, DavMail, hMailServer, OpenSMTPD, maddy, chasquid, Haraka,
  /// Cyrus, Dovecot, Exim, iRedAPD), from the pages of providers and from reports of users.
  static let heldBack = table(
    #"""
    at-microsoft365 smtp message | 550 5.7.501 Access denied, spam abuse detected from me@example.org | account_locked_or_suspended
    at-qq smtp message | 550 The "From" header is missing or invalid. Please follow RFC5322, RFC2047, RFC822 standard protocol. | content_rejected
    at-yahoo smtp message | 554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://senders.yahooinc.com/error-codes | content_rejected
    aws-ses smtp message | 554 Transaction failed: Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account. | account_locked_or_suspended
    brevo smtp login | 525 5.7.1 Unauthorized IP address | region_or_ip_blocked
    charter smtp greeting | 421 charter.net: too many sessions for IP 192.0.2.1 | too_many_connections
    chasquid smtp login | 503 5.7.10 You feel vulnerable | tls_required
    chasquid smtp login | 535 5.7.8 Incorrect user or password | wrong_password
    chasquid smtp message | 550 5.1.1 Destination address is unknown (user does not exist) | recipient_rejected
    chasquid smtp sender | 550 5.7.9 Mail to submission port must be authenticated | auth_required
    cluebringer smtp message | 450 4.7.1 <a@example.net>: Recipient address rejected: Policy rejection; Message count quota exceeded | send_quota_exceeded
    coremail smtp message | 554 DT:SPM 163 smtp8 | content_rejected
    courier smtp sender | 517 Sender rejected: domain does not exist: example.test | sender_not_owned
    cpanel smtp message | 550 Domain example.org has an outgoing mail suspension.  Message discarded. | account_locked_or_suspended
    cyrus imap inbox | NO Mailbox has an invalid format | temporary_server_error
    cyrus imap inbox | NO User is using legacy mailbox directories.  Reconstruct user first. | temporary_server_error
    cyrus imap login | NO Client cancelled authentication | client_protocol_error
    cyrus imap login | NO Too many connections from this user | too_many_connections
    davmail imap login | NO Authentication failed: invalid user or password, retry with domain\user or use default domain setting | wrong_username_form
    davmail smtp login | 535 Authentication failed Authentication failed: password expired ? | password_expired
    dovecot imap login | BYE Connection queue full | too_many_connections
    dovecot imap login | BYE Disconnected for inactivity during authentication. | temporary_server_error
    dovecot imap login | BYE Too many invalid IMAP commands. | client_protocol_error
    dovecot imap login | NO [REFERRAL imap://me@imap2.example.org/] Logged in, but you should use this server instead. | wrong_server_or_port
    earthlink smtp greeting | 550 ERROR: No or mismatched reverse DNS (PTR) entries for 192.0.2.1 | region_or_ip_blocked
    emailit smtp sender | 452 4.4.5 Messages per second limit exceeded | rate_limited
    emailit smtp sender | 452 4.5.3 Daily message limit exceeded | send_quota_exceeded
    exchange smtp greeting | 421 4.3.2 Service not active | temporary_server_error
    exchange smtp greeting | 421 4.3.2 The maximum number of concurrent server connections has exceeded a per-source limit, closing transmission channel | too_many_connections
    exchange smtp message | 550 5.3.4 ROUTING.SizeLimit; message size exceeds fixed maximum size for route | content_rejected
    exim smtp greeting | 421 Too much load; please try again later. | temporary_server_error
    exim smtp sender | 452 Space shortage, please try later | temporary_server_error
    exim smtp sender | 550 Administrative prohibition | unknown
    gmx smtp greeting | 554-gmx.net (mrgmx005) Nemesis ESMTP Service not available ⏎ 554-No SMTP service ⏎ 554-IP address is block listed. ⏎ 554 For explanation visit https://postmaster.gmx.net/en/case?c=r1601 | region_or_ip_blocked
    godaddy smtp message | 550 User me@example.org has exceeded its 24-hour sending limit. Messages to 250 recipients out of 250 allowed have been sent. Relay quota will reset in 1.53 hours. | send_quota_exceeded
    haraka smtp greeting | 421 Too many concurrent connections for your IP | too_many_connections
    haraka smtp login | 504 Invalid AUTH string | client_protocol_error
    haraka smtp message | 550 Credential leak detected: never give out your username/password to anyone! | content_rejected
    haraka smtp message | 550 Mail matches a known spam signature | content_rejected
    haraka smtp sender | 550 Spoofed MAIL FROM | sender_not_owned
    hmailserver imap login | BYE Too many invalid logon attempts. | rate_limited
    hmailserver smtp ehlo | 501 EHLO Invalid domain address. | client_protocol_error
    hmailserver smtp login | 504 Authentication not enabled. | auth_mechanism_unsupported
    home-pl smtp sender | 550 5.1.0 <john.smith@example.com> sender rejected | sender_not_owned
    icewarp smtp login | 501 5.0.0 Authentication canceled | client_protocol_error
    icewarp smtp message | 501 5.7.1 Message is too long | content_rejected
    icewarp smtp message | 550 5.7.1 We do not relay without RFC2554 authentication. | auth_required
    iredapd smtp message | 554 5.7.1 <me@example.net>: Recipient address rejected: SMTP AUTH is required for users under this sender domain | auth_required
    iredapd smtp message | 554 5.7.1 <me@example.net>: Recipient address rejected: Throttling quota exceeded | send_quota_exceeded
    iredapd smtp sender | 554 5.7.1 <me@example.org>: Sender address rejected: Sender is not same as SMTP authenticate username | sender_not_owned
    james smtp sender | 503 5.7.1 Incorrect Authentication for Specified Email Address | sender_not_owned
    kerio smtp message | 550 5.7.1 Relaying to <a@example.net> denied (authentication required) | auth_required
    kopano imap login | NO LOGIN imap feature disabled | imap_disabled
    maddy imap login | NO pam: invalid credentials or unknown user | wrong_password
    maddy smtp message | 550 5.7.0 Message rejected due to a local policy | content_rejected
    maddy smtp message | 553 5.7.0 Unauthorized use of sender address | sender_not_owned
    maddy smtp sender | 451 4.3.2 High load, try again later | temporary_server_error
    mailenable smtp message | 503 This mail server requires authentication when attempting to send to a non-local e-mail address. Please check your mail client settings or contact your administrator to verify that the domain or address is defined for this server. | auth_required
    mox imap login | NO [AUTHENTICATIONFAILED] bad credentials | wrong_password
    mox imap login | NO [PRIVACYREQUIRED] tls required for login | tls_required
    mox smtp ehlo | 550 5.5.0 your ehlo domain does not resolve to an IP address | wrong_server_or_port
    mox smtp login | 503 5.5.1 authentication only allowed on submission ports | wrong_server_or_port
    mox smtp login | 504 5.5.4 mechanism LOGIN not supported | auth_mechanism_unsupported
    mox smtp login | 525 5.7.13 login is disabled for account: moved to another server | account_locked_or_suspended
    mox smtp login | 535 5.7.8 missing client certificate, required for tls client certificate authentication | client_certificate_required
    mox smtp login | 538 5.7.11 authentication requires tls | tls_required
    mox smtp message | 451 4.7.1 max number of messages (1000) over past 24h reached, try increasing per-account setting MaxOutgoingMessagesPerDay | send_quota_exceeded
    mox smtp message | 550 5.1.1 not accepting email for domain | recipient_rejected
    mox smtp message | 550 5.7.1 message from address must belong to authenticated user | sender_not_owned
    mox smtp sender | 530 5.7.0 STARTTLS required for mail delivery | tls_required
    mox smtp sender | 550 5.7.1 must match authenticated user | sender_not_owned
    opensmtpd smtp greeting | 421 4.3.0 Temporary Error | temporary_server_error
    opensmtpd smtp login | 504 5.5.4 Invalid command arguments: AUTH method "LOGIN" not supported | auth_mechanism_unsupported
    opensmtpd smtp sender | 530 5.5.1 Invalid command: Must issue a STARTTLS command first | tls_required
    orange smtp greeting | 421 opmta1mti24nd1 smtp.orange.fr 192.0.2.1 Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104] | too_many_connections
    perdition imap login | NO Re-Authentication Failure | wrong_password
    postfix smtp sender | 550 5.1.0 <me@example.org>: Sender address rejected: User unknown in local recipient table | sender_not_owned
    postfix smtp sender | 554 5.7.1 <me@example.org>: Sender address rejected: Access denied | sender_not_owned
    purelymail imap login | NO Login failed - please create an app password | app_password_required
    qmail smtp sender | 530 Authorization required (#5.7.1) | auth_required
    qmail smtp sender | 553 sorry, your envelope sender is in my badmailfrom list (#5.7.1) | sender_not_owned
    sendgrid smtp message | 550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements | sender_not_owned
    sendmail smtp greeting | 554 mail.example.org ESMTP not accepting messages | region_or_ip_blocked
    sendmail smtp sender | 550 5.7.1 Fix reverse DNS for 192.0.2.7 | region_or_ip_blocked
    sendmail smtp sender | 553 5.1.8 <me@nx.example>... Domain of sender address me@nx.example does not exist | sender_not_owned
    spamdyke smtp message | 554 Refused. Your IP address is listed in the RBL at zen.spamhaus.org | region_or_ip_blocked
    spamdyke smtp sender | 421 Refused. You have no reverse DNS entry. | region_or_ip_blocked
    spamdyke smtp sender | 554 Refused. Authentication is required to send mail as me@example.org. | auth_required
    sparkpost smtp login | 535 5.7.8 Sorry. | wrong_password
    sparkpost smtp message | 550 5.7.1 Unconfigured Sending Domain <example.org> | sender_not_owned
    stalwart imap login | NO LOGIN is disabled on the clear-text port. | tls_required
    stalwart smtp ehlo | 550 5.5.0 Invalid EHLO domain. | wrong_server_or_port
    stalwart smtp login | 455 4.3.0 Too many authentication errors, disconnecting. | rate_limited
    stalwart smtp message | 550 5.1.2 Relay not allowed. | auth_required
    stalwart smtp message | 550 5.7.1 Message rejected due to excessive spam score. | content_rejected
    stalwart smtp sender | 503 5.5.1 You must authenticate first. | auth_required
    stalwart smtp sender | 550 5.7.25 Reverse DNS validation failed. | region_or_ip_blocked
    wildduck imap inbox | NO Download was rate limited. Try again in 6 hours. | rate_limited
    wildduck imap login | BAD Run STARTTLS first | tls_required
    wildduck imap login | NO [AUTHENTICATIONFAILED] Authentication was rate limited. Try again in 3 minutes. | rate_limited
    zimbra imap login | NO AUTHENTICATE failed: authentication failed for [me@example.org] | wrong_password
    zimbra imap login | NO [REFERRAL imap://me%40example.org@mbox2.example.org/] LOGIN failed | wrong_server_or_port
    zimbra imap login | NO mechanism not supported: PLAIN | auth_mechanism_unsupported
    """#)
}
