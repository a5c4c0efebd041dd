// A fifth lot: replies that users met, collected by someone who had not read the rules. Of two causes that are equally right the first
// stands first.

extension Said {
  static let fifth = table(
    #"""
    alibaba-directmail smtp login | 551 Main account unavailable | account_locked_or_suspended
    alibaba-directmail smtp message | 552 Monthly sending quota exceeded | send_quota_exceeded
    alibaba-directmail smtp message | 552 Not enough sending quota | send_quota_exceeded
    alibaba-directmail smtp message | 556 The number of RCPTs is over size | client_protocol_error send_quota_exceeded
    amazon-ses smtp sender | 501 Invalid MAIL FROM address provided | client_protocol_error
    at-139 smtp message | 550 2f33627b5ecbec6-ffa92 Mail rejected | content_rejected
    at-aruba smtp sender | 501 5.5.2 bad chars in command | client_protocol_error
    at-gmail imap inbox | NO [NONEXISTENT] Unknown Mailbox: [Gmail]/All Mail (now in authenticated state) (Failure) | no_mailbox_or_license unknown
    at-gmail imap login | BAD Invalid SASL argument. fa5mb4316976pjb | client_protocol_error
    at-gmail imap login | BAD Not enough arguments provided 5c2dc8763939e-495dbdb4356mb40785970122 | client_protocol_error
    at-gmail smtp message | 421 4.7.0 Temporary System Problem.  Try again later (WS). i4sm571837pdl.11 - gsmtp | temporary_server_error
    at-gmail smtp sender | 555 5.5.2 Syntax error. i4sm571837pdl.11 - gsmtp | client_protocol_error
    at-google-workspace smtp message | 450 4.2.1 Peak SMTP relay limit exceeded for customer. This is a temporary error. For more information on SMTP relay limits, please contact your administrator. | rate_limited
    at-google-workspace smtp message | 550 5.4.5 Daily SMTP relay limit exceeded for user. For more information on SMTP relay sending limits please contact your administrator or visit SMTP relay service error messages. | send_quota_exceeded
    at-mail-ru smtp message | 451 Ratelimit exceeded for mailbox user@example.org. Try again later. | rate_limited
    at-meta-ua smtp message | 550 Message body: SPAM FOUND | content_rejected
    at-meta-ua smtp message | 550 Suspicion of spam | content_rejected
    at-seznam imap login | BAD X-ICEWARP-SERVER is not implemented. | client_protocol_error
    at-yahoo imap inbox | BAD [TRYCREATE] SELECT error - Folder does not exist or server encountered an error | unknown temporary_server_error
    at-yahoo imap login | NO [UNAVAILABLE] LOGIN failure. Server error--please try again after some time. | temporary_server_error
    at-yandex imap login | BAD AUTHENTICATE Command syntax error. sc=sxarBhFnxmI1_110659_35o | client_protocol_error
    at-zimbra imap inbox | BYE mail.example.org Zimbra IMAP4rev1 server closing connection | temporary_server_error unknown
    at-zimbra imap login | BAD AUTHENTICATE failed; invalid base64 input | client_protocol_error
    at-zimbra imap login | NO LOGIN failed: wildcards not permitted in username | wrong_username_form
    authsmtp smtp sender | 500 Envelope from address is not authorised | sender_not_owned
    chinese-company-mail--python-user imap login | BAD LOGIN failure, domain is disable. | wrong_username_form
    chinese-mta--sina-blog-list smtp login | 451 auth error. | temporary_server_error
    chinese-mta--sina-blog-list smtp message | 552 message rejected by anti-spam engine. | content_rejected
    chinese-mta--sina-blog-list smtp sender | 450 database temporary error. | temporary_server_error
    chinese-mta--sina-blog-list smtp sender | 552 mail from invalid. | sender_not_owned
    chinese-mta--sina-blog-list smtp sender | 554 sender is unvalidated. | sender_not_owned
    courier imap inbox | BYE [ALERT] Fatal error: Cannot allocate memory | temporary_server_error
    courier imap login | BYE [ALERT] Fatal error: Maildir: No such file or directory | no_mailbox_or_license
    davmail--exchange-office-365 imap login | NO LOGIN Kerberos authentication failed | wrong_password auth_mechanism_unsupported
    davmail--exchange-office-365 imap login | NO unsupported authentication method | auth_mechanism_unsupported
    davmail--exchange-office-365 smtp login | 535 Authentication failed Okta authentication not supported, please try O365Interactive | auth_mechanism_unsupported oauth_required
    davmail--exchange-office-365 smtp login | 535 Authentication failed Unable to connect to OWA at https://mail.example.org/owa/, status code 404, check configuration | wrong_server_or_port
    davmail--exchange-office-365 smtp login | 535 Authentication failed Your organization needs more information to keep your account secure, authenticate once in a web browser and try again | web_login_required
    emailit smtp message | 530 API key is restricted to sending domain: example.org. From/Sender address must use this domain. From: user@example.net | sender_not_owned
    emailit smtp message | 530 From/Sender domain is not verified for this workspace. From: user@example.org | sender_not_owned
    emailit smtp message | 550 Sending from this domain is paused | account_locked_or_suspended
    etisalat-eim-ae smtp sender | 550 5.1.0 Invalid Sender[515] | sender_not_owned
    exchange-2003 imap login | BAD Protocol Error: "Expected SPACE not found". | client_protocol_error wrong_username_form
    exchange-2003 imap login | NO Clear text passwords have been disabled for this protocol. | tls_required auth_mechanism_unsupported
    exchange-2003 imap login | NO Cleartext login on this server requires the use of transport level security (SSL/TLS) | tls_required
    exchange-2003 imap login | NO The specified authentication package is not supported. | auth_mechanism_unsupported
    exim smtp sender | 501 <Nextcloud HPB Setup <noreply.example.org>>: "@" or "." expected after "Nextcloud" | client_protocol_error
    exim--cpanel--mautic-user smtp message | 503-All RCPT commands were rejected with this error: ⏎ 503-R1: HELO should be a FQDN or address literal (See RFC 2821 4.1.1.1) ⏎ 503 Valid RCPT command must precede DATA | client_protocol_error
    grommunio-gromox imap inbox | NO server internal error, fail to communicate with MIDB | temporary_server_error
    grommunio-gromox imap login | BAD decode username error | client_protocol_error
    grommunio-gromox imap login | NO access denied by user filter | rate_limited admin_disabled
    hmailserver imap login | BAD Unsupported Authenticate mechanism. | auth_mechanism_unsupported
    huawei-cloud-koomessage smtp greeting | 500 The number of sessions exceeds the maximum | too_many_connections
    huawei-cloud-koomessage smtp sender | 501 Email address must be enclosed in angle brackets,like <address> | client_protocol_error
    hydroxide--proton smtp message | 554 5.0.0 Error: transaction failed: unknown sender address | sender_not_owned
    jetemail smtp message | 550 5.7.1 [ABUSE] Sender blocked: spam or abuse detected. ⏎ 550 See: https://reports.jetsmtp.net/?id=1ec5d310c951ebd54d84 | account_locked_or_suspended
    konto-pl smtp sender | 550 5.1.0 piWs1j0010jifNx01iWsdh policy violation | rate_limited
    kopano imap list | NO LIST unable to list folders | temporary_server_error
    kopano imap login | BAD [ALERT] Plaintext authentication not allowed without SSL/TLS, but your client did it anyway. If anyone was listening, the password was exposed. | tls_required
    kopano imap login | NO LOGIN can't find special folder properties | temporary_server_error no_mailbox_or_license
    mailtrap-email-sending smtp sender | 550 5.7.1 Sending from domain is not allowed | sender_not_owned
    mailu smtp sender | 450 4.2.1 <user@example.org>: SASL login name rejected: You are sending too many emails too fast. | rate_limited
    mtpolicyd smtp sender | 450 4.7.1 <user@example.org>: Recipient address rejected: you exceeded your monthly limit, please insert coin | send_quota_exceeded
    naver-works smtp sender | 554 5.7.1 The sender address is unauthorized I3Qs3It4SjGwWlfZVe7EyA - nsmtp | sender_not_owned
    netbit--brazil smtp sender | 550 R1: HELO should be a FQDN or address literal (See RFC 2821 4.1.1.1) | client_protocol_error wrong_server_or_port
    oracle-oci-email-delivery smtp ehlo | 421 4.3.0 Mail system failure, closing transmission channel | temporary_server_error
    oracle-oci-email-delivery smtp greeting | 421 Too many connections, try again later | too_many_connections
    oracle-oci-email-delivery smtp login | 501 Invalid command argument, does not contain NUL | client_protocol_error
    oracle-oci-email-delivery smtp message | 451 Error in Processing | temporary_server_error
    oracle-oci-email-delivery smtp sender | 421 4.4.0 Problem attempting to execute commands. Please try again later | temporary_server_error
    plunk smtp sender | 550 This domain is not associated with your account | sender_not_owned
    polarismail smtp sender | 462 Daily send limit reached. Please try again tomorrow | send_quota_exceeded
    qmail--sagredo-netqmail-patches smtp greeting | 421 unable to read controls (#4.3.0) | temporary_server_error
    qmail--sagredo-netqmail-patches smtp login | 501 malformed auth input (#5.5.4) | client_protocol_error
    qmail--sagredo-netqmail-patches smtp login | 504 auth type invalid (#5.5.1) | auth_mechanism_unsupported
    qmail--sagredo-netqmail-patches smtp sender | 452 max rcpt limit exceeded (#5.7.1) | send_quota_exceeded rate_limited
    qmail--sagredo-netqmail-patches smtp sender | 553 sorry, your HELO host name has been denied (#5.7.1) | client_protocol_error
    redmao-mail--edm--china smtp message | 550 Message was rejected, messages quota reached. Please retry later after recharge account | send_quota_exceeded
    redmao-mail--edm--china smtp sender | 550 5.7.1 Too many messages for this recipient. Please retry later | rate_limited
    resend smtp message | 550 The example.org domain is not verified. Please, add and verify your domain on https://resend.com/domains | sender_not_owned
    resend smtp message | 550 You can only send testing emails to your own email address (user@example.org). To send emails to other recipients, please verify a domain at resend.com/domains, and change the `from` address to an email using this domain. | sender_not_owned recipient_rejected
    resend smtp sender | 550 Invalid `from` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format. | client_protocol_error
    smtp2go smtp message | 550 that SMTP username's account is not allowed to send | account_locked_or_suspended
    thiswebhost---mailchannels smtp message | 550 5.7.1 [CSR] Our system has detected an unusual amount of unsolicited email originating from your address | account_locked_or_suspended
    unnamed--fairemail-faq smtp message | 501 Syntax error - line too long | client_protocol_error
    unnamed--fairemail-faq smtp message | 550 Spam message rejected because IP is listed by zen.spamhaus.org | region_or_ip_blocked
    unnamed--fairemail-faq smtp message | 550 We're sorry, but we can't send your email. Either the subject matter, a link, or an attachment potentially contains spam, or phishing or malware. | content_rejected
    unnamed--fairemail-faq smtp message | 571 5.7.1 Message contains spam or virus or sender is blocked | content_rejected
    unnamed--fairemail-faq smtp sender | 503 5.5.0 Recipient already specified | client_protocol_error
    unnamed--fairemail-list imap inbox | NO Internal error. Try again later... (MARKER:0b5) | temporary_server_error
    unnamed--fairemail-list imap inbox | NO SELECT: libmapper: Internal error: No servers available or value handling error! | temporary_server_error
    unnamed--fairemail-list imap inbox | NO [TEMPFAIL] SELECT completed | temporary_server_error
    unnamed--fairemail-list imap inbox | NO [UNAVAILABLE] Failed to open mailbox | temporary_server_error
    unnamed--nylas-list imap login | NO Invalid email login | wrong_password
    unnamed--nylas-list imap login | NO LOGIN bad username or password | wrong_password
    unnamed--nylas-test imap list | NO [ALERT] full IMAP support is NOT enabled for this account | admin_disabled imap_disabled
    unnamed--tailchat-user--qq-like-wording smtp sender | 502 Invalid paramenters | client_protocol_error
    unnamed-company-server--django-user smtp sender | 552 the from address and the authenticated user must be the same email. #ERR_AUTH_FAIL | sender_not_owned
    unnamed-hosting smtp message | 566 SMTP limit exceeded | send_quota_exceeded
    unnamed-hosting smtp sender | 550 5.4.6 Sender Hourly Quota Exceeded | send_quota_exceeded
    unnamed-isp--microsoft-kb smtp sender | 554 Originator address does not match authentication credentials | sender_not_owned
    wildduck---zonemta smtp message | 550 User "user@example.org" is currently disabled | account_locked_or_suspended admin_disabled
    xmail smtp greeting | 550 Denied due inclusion of your IP inside (zen.spamhaus.org) | region_or_ip_blocked
    xmail smtp sender | 504 You are registered as spammer | region_or_ip_blocked account_locked_or_suspended
    xmail smtp sender | 551 Server use forbidden | admin_disabled auth_required
    """#)
}
