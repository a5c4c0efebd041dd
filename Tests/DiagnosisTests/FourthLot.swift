// A fourth lot by which the rules are measured: replies of servers' sources and of public reports, collected by someone who had not
// read the rules. Of two causes that are equally right the first stands first.

extension Said {
  static let fourth = table(
    #"""
    afteroffice smtp sender | 451 user@example.org please authenticate before send | auth_required
    aiosmtpd smtp login | 501 5.5.2 Can't split auth value | client_protocol_error
    amazon-ses smtp message | 554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: user@example.org | sender_not_owned
    amazon-ses smtp message | 554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: user@example.org | sender_not_owned
    apache-james imap inbox | NO SELECT failed. Failed to lock mailbox. | temporary_server_error
    apache-james imap list | NO LIST failed. Command not valid in this state. | auth_required
    apache-james imap login | * BYE Login failed too many times. | rate_limited wrong_password
    apache-james imap login | NO AUTHENTICATE failed. Authentication mechanism is unsupported. | auth_mechanism_unsupported
    apache-james imap login | NO LOGIN failed. Plain login ⏎ authentication are disabled. | tls_required auth_mechanism_unsupported
    archiveopteryx imap list | NO May not be started during server shutdown | temporary_server_error
    archiveopteryx imap login | NO Mechanism CRAM-MD5 not available | auth_mechanism_unsupported
    archiveopteryx imap login | NO [ALERT] TLS required for mail access | tls_required
    archiveopteryx imap login | NO [AUTHENTICATIONFAILED] sorry | wrong_password
    at-163 smtp sender | 553 Local user only,163 smtp5,HdxpCgA3f+63sTNhtiNZDA--.2001S2 1630777785 | sender_not_owned
    at-aruba smtp message | 552 5.2.0 igxL1p00E1WDM2s01gxMXG spam detected | content_rejected
    at-comcast smtp login | 535 5.7.0 ...authentication rejected (1) | wrong_password
    at-cpanel smtp sender | 550-Please turn on SMTP Authentication in your mail client. ⏎ 550-mail.example.org [192.0.2.1]:58133 is not permitted to relay ⏎ 550 through this server without authentication. | auth_required
    at-exmail imap login | NO Login fail. Please using weixin token | app_password_required
    at-gmail imap inbox | NO [OVERQUOTA] Account exceeded command or bandwidth limits. | rate_limited
    at-gmail imap login | * NO [WEBALERT https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsbttoGtD4OMtfxi7] Web login required. ⏎ NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure) | web_login_required
    at-gmail imap login | + eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZ29vZ2xlLmNvbS8ifQ== ⏎ NO [AUTHENTICATIONFAILED] Invalid credentials (Failure) | token_wrong_scope token_expired
    at-gmail smtp login | 454 4.7.0 Too many login attempts, please try again later. 4-20020a056000154400b00203812ca383sm10857871wry.78 - gsmtp | rate_limited
    at-gmail smtp login | 535-5.7.1 Please log in with your web browser and then try again. Learn more at ⏎ 535 5.7.1 https://support.google.com/mail/bin/answer.py?answer=78754 p2sm808096lbj.4 | web_login_required
    at-gmail smtp login | 535-5.7.8 Username and Password not accepted. Learn more at ⏎ 535 5.7.8 https://support.google.com/mail/?p=BadCredentials g15-20020aa79dcf000000b00581816425f3sm1163163pfq.112 - gsmtp | app_password_required
    at-gmail smtp message | 550 5.4.5 Daily user sending quota exceeded. o65sm25351206pga.71 - gsmtp | send_quota_exceeded
    at-gmail smtp message | 550 5.4.5 Daily user sending quota exceeded. s5sm12197523qke.120 - gsmtp | send_quota_exceeded
    at-gmx smtp greeting | 554-gmx.net (mxgmx008) Nemesis ESMTP Service not available ⏎ 554-No SMTP service ⏎ 554-Bad DNS PTR resource record. ⏎ 554 For explanation visit http://postmaster.gmx.com/en/error-messages?ip=192.0.2.1&c=rdns | region_or_ip_blocked
    at-godaddy smtp greeting | 451-The server has reached its limit for processing requests from your host. ⏎ 451 Please try again later. | rate_limited too_many_connections
    at-godaddy smtp message | 552 C13ypH3DXQO9CC140p6S9y Message would take you over your relay quota of 500 Current quota used: 487 | send_quota_exceeded
    at-hostinger smtp sender | 553 5.7.1 <other@example.com>: Sender address rejected: not owned by user user@example.org | sender_not_owned
    at-hostinger smtp sender | 553 5.7.1 <other@example.org>: Sender address rejected: not owned by user user@example.org | sender_not_owned
    at-hostinger smtp sender | 553 5.7.1 <user@example.org>: Sender address rejected: not owned by user other@example.net | sender_not_owned
    at-ionos smtp login | 535 Authentication failure: SMTP AUTH failed with the remote server | wrong_password
    at-ionos smtp message | 554-Transaction failed ⏎ 554-Reject due to policy restrictions. ⏎ 554 For explanation visit https://postmaster.1und1.de/de/case?c=hi&i=ip&v=192.0.2.1 | content_rejected
    at-ionos smtp message | 554-Transaction failed ⏎ 554-Reject due to policy restrictions. ⏎ 554 For explanation visit https://www.ionos.com/help/index.php?id=2425&ip=192.0.2.1&c=hd | content_rejected
    at-mail-ru smtp message | 503 Administrative prohibition -- authorization required. Users in your domain are not allowed to send email without authorization. See http://help.mail.ru/mail-help/mailer/popsmtp for details. | auth_required
    at-mail-ru smtp message | 550 message sending for this account is disabled | account_locked_or_suspended
    at-mailcow smtp message | 451 4.7.1 Ratelimit "user" exceeded | rate_limited
    at-microsoft365 smtp login | 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [MN2PR05CA0004.namprd05.prod.outlook.com 2023-09-12T20:59:57.214Z 08DBB276B7E699C4] | admin_disabled
    at-microsoft365 smtp login | 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [BM1P287CA0015.INDP287.PROD.OUTLOOK.COM] | oauth_required
    at-microsoft365 smtp message | 550 5.7.60 SMTP; Client does not have permissions to send as this sender [MW2PR1901MB2155.namprd19.prod.outlook.com] | sender_not_owned
    at-microsoft365 smtp message | 554 5.2.252 SendAsDenied; user@example.org not allowed to send as other@example.org; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message [BeginDiagnosticData]Cannot submit message. 0.35250:1F009983 | sender_not_owned
    at-microsoft365 smtp sender | 451 5.7.3 STARTTLS is required to send mail [SG2PR02CA0073.apcprd02.prod.outlook.com 2024-07-24T03:43:18.298Z 08DCAB6EB788477A] | tls_required
    at-orange smtp greeting | 550 mwinf5c14 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 Ref http://csi.cloudmark.com/reset-request/?ip=192.0.2.1 [102] | region_or_ip_blocked
    at-outlook imap list | BAD Command Error. 10 | token_expired
    at-outlook smtp message | 554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message due to a permanent exception with message WASCL UserAction verdict is not None. Actual verdict is RefuseQuota, ShowTierUpgrade. OutboundSpamException: WASCL UserAction verdict is not None. Actual verdict is RefuseQuota, ShowTierUpgrade. [Hostname=VI1PR05MB5405.eurprd05.prod.outlook.com] | account_locked_or_suspended send_quota_exceeded
    at-posteo smtp message | 550 5.7.1 message content rejected | content_rejected
    at-proton imap login | NO user user@example.org not found | wrong_password wrong_username_form
    at-qq imap login | NO Please using authorized code to login. | app_password_required
    at-qq smtp login | 530 Login fail. A secure connection is requiered(such as ssl). More information at http://service.mail.qq.com/cgi-bin/help?id=28 | tls_required
    at-rackspace imap login | NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=16) | too_many_connections
    at-strato smtp message | 550 5.7.1 Refused by local policy. No SPAM please! | content_rejected
    at-yahoo imap inbox | NO [SERVERBUG] SELECT Server error - Please try again later | temporary_server_error
    at-yandex imap login | NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled sc=cYXlpv732Cg1_010534_2-1e59ad28a72c | imap_disabled wrong_password
    at-zimbra imap inbox | NO Shared folder temporally unavailable | temporary_server_error
    at-zimbra imap list | NO must be in AUTHENTICATED or SELECTED state | auth_required
    at-zoho smtp message | 550 5.4.6 Unusual sending activity detected. | account_locked_or_suspended send_quota_exceeded
    at-zoho smtp message | 553 Relaying disallowed as user@example.org | sender_not_owned
    brevo smtp message | 502 5.7.0 Your SMTP account is not yet activated | account_locked_or_suspended
    cbpolicyd smtp sender | 450 4.7.1 <user@example.org>: Sender address rejected: Deferring: Too many messages from sender in last 60 | rate_limited
    chasquid smtp login | 534 5.7.9 Asmodeus demands 534 zorkmids for safe passage | auth_mechanism_unsupported
    chinese-hosting-mail--sina-blog-list smtp greeting | 550 black ip. | region_or_ip_blocked
    chinese-hosting-mail--sina-blog-list smtp login | 451 auth mode unsupported. | auth_mechanism_unsupported
    chinese-hosting-mail--sina-blog-list smtp sender | 550 user is locked. | account_locked_or_suspended
    chinese-hosting-mail--sina-blog-list smtp sender | 553 relay check local fail. | auth_required
    chinese-hosting-mail--sina-blog-list smtp sender | 554 mail address invalid. | sender_not_owned
    citadel imap capability | NO TLS not supported here | tls_problem
    citadel imap greeting | * BYE; Server busy, try later | too_many_connections temporary_server_error
    citadel imap inbox | NO ... no such room, or access denied | no_mailbox_or_license
    citadel imap list | BAD Not logged in. | auth_required
    citadel imap login | BAD Login incorrect | wrong_password
    citadel smtp greeting | 451 Too many connections are already open; please try again later. | too_many_connections
    citadel smtp login | 504 Unknown authentication method. | auth_mechanism_unsupported
    citadel smtp sender | 550 You must log in to send mail on this port. | auth_required
    citadel smtp sender | 551 <user@example.org> - you do not have permission to send Internet mail | admin_disabled
    courier smtp greeting | 440 TLS not available,  but it's required for this connection. | tls_problem
    courier smtp message | 400 Unable to submit message - service temporarily unavailable. | temporary_server_error
    courier-mta smtp sender | 400 STARTTLS is required first. | tls_required
    courier-ratefilter smtp message | 500 Number of messages exceeded administrative limit. | send_quota_exceeded
    cyrus imap login | NO Too many open connections (11 of 10 from client.example.org [192.0.2.1]) | too_many_connections
    cyrus-imap imap capability | * BYE This is an IMAP server | client_protocol_error
    cyrus-imap imap inbox | NO Mailbox format corruption detected | temporary_server_error
    cyrus-imap imap inbox | NO Mailbox is locked | temporary_server_error
    cyrus-imap imap list | BAD Please login first | auth_required
    cyrus-imap imap login | BAD Unexpected extra arguments to LOGIN | client_protocol_error
    cyrus-imap imap login | NO Authenticate only available under a layer | tls_required
    cyrus-imap imap login | NO Too many open connections (11 of 10 for user@example.org) | too_many_connections
    cyrus-imap imap login | NO Too many open connections (11 of 10 from 192.0.2.1, 11 of 20 for user@example.org) | too_many_connections
    davmail smtp login | 535 Authentication failed All network interfaces down or host unreachable ! | network_problem
    davmail smtp login | 535 Authentication failed Authenticated username other@example.org does not match user@example.org | token_wrong_user
    davmail smtp login | 535 Authentication failed Authentication failed: invalid user or password, retry with domain\user or use default domain setting | wrong_username_form
    dbmail imap capability | * BYE [TRY RFC] | client_protocol_error
    dbmail imap capability | NO TLS not available | tls_problem
    dbmail imap login | * BYE internal db error validating user | temporary_server_error
    dbmail imap login | NO Invalid authentication mechanism specified | auth_mechanism_unsupported
    dovecot imap capability | * BYE TLS initialization failed. | tls_problem
    dovecot imap inbox | NO Client tried to access nonexistent namespace. (Mailbox name should probably be prefixed with: INBOX.) (0.001 + 0.000 secs). | no_mailbox_or_license client_protocol_error
    dovecot imap inbox | NO [SERVERBUG] Internal error occurred. Refer to server log for more information. [2022-07-07 18:46:51] (0.001 + 0.000 secs). | temporary_server_error
    dovecot imap login | BAD First parameter in line is IMAP's command tag, not the command name. Add that before the command, like: a login user pass | client_protocol_error
    dovecot imap login | NO [EXPIRED] Password expired | password_expired
    dovecot imap login | NO [UNAVAILABLE] Temporary authentication failure. | temporary_server_error
    dovecot-with-country-policy imap login | NO [ALERT] country blocked | region_or_ip_blocked
    email-oauth-2-0-proxy imap login | NO LOGIN Email OAuth 2.0 Proxy: Login failed - the password for account you@example.org is incorrect | wrong_password
    email-oauth-2-0-proxy imap login | NO LOGIN Email OAuth 2.0 Proxy: Login failed for account you@example.org - please check your internet connection and retry | network_problem
    email-oauth-2-0-proxy imap login | NO LOGIN Email OAuth 2.0 Proxy: Login failed for account you@example.org: Authorisation request timed out | consent_required
    email-oauth-2-0-proxy imap login | NO LOGIN Email OAuth 2.0 Proxy: Login failed for account you@example.org: OAuth 2.0 authorisation error for account you@example.org: access_denied;  | consent_required
    email-oauth-2-0-proxy smtp login | 535 5.7.8  Authentication credentials invalid. Email OAuth 2.0 Proxy: Login failed - no password provided for account you@example.org | wrong_password
    exim smtp ehlo | 501 Syntactically invalid EHLO argument(s) | client_protocol_error
    exim smtp greeting | 421 Too many concurrent SMTP connections; please try again later. | too_many_connections
    exim smtp sender | 550 relay not permitted | auth_required
    forpsi smtp sender | 550 5.1.0 piWs1j0010jifNx01iWsdh authentication rejected access disabled | admin_disabled account_locked_or_suspended
    forpsi smtp sender | 550 5.1.0 piWs1j0010jifNx01iWsdh authentication rejected | wrong_username_form wrong_password
    gluon--proton imap capability | NO TLS is unavailable | tls_problem
    gluon--proton imap list | NO session is not authenticated | auth_required
    go-imap imap inbox | NO [NONEXISTENT] No such mailbox | no_mailbox_or_license
    go-imap imap login | BAD Malformed SASL response | client_protocol_error
    go-imap imap login | NO SASL mechanism not supported | auth_mechanism_unsupported
    go-imap imap login | NO [PRIVACYREQUIRED] TLS is required to authenticate | tls_required
    go-smtp smtp login | 523 5.7.10 TLS is required | tls_required
    gradwell smtp sender | 550 Relaying denied - please see http://support.gradwell.net/article.php?197 | auth_required
    grommunio imap greeting | * BAD access is denied from your IP address 192.0.2.1 | region_or_ip_blocked
    grommunio-gromox imap inbox | NO [NONEXISTENT] Folder does not exist | no_mailbox_or_license
    grommunio-gromox imap list | BAD cannot process in not authenticated state | auth_required
    grommunio-gromox imap list | NO server internal error, missing MIDB connection | temporary_server_error
    grommunio-gromox smtp login | 554 Authentication has failed too many times | rate_limited
    grommunio-gromox smtp sender | 553 Access is denied - please use the smtp server instead of MX | wrong_server_or_port
    gromox--grommunio imap login | NO Wrong username or password, or administratively blocked | wrong_password
    gromox--grommunio imap login | NO cannot get mailbox location from database | no_mailbox_or_license
    gromox--grommunio imap login | NO too many failures, user will be blocked for a while | rate_limited
    groupwise imap login | NO LOGIN GroupWise login failed | wrong_password
    haraka smtp greeting | 421 Too busy; please try again later | temporary_server_error
    haraka smtp greeting | 501 SSL attempted over a non-SSL socket | wrong_server_or_port
    haraka smtp sender | 550 Envelope domain 'example.net' doesn't match AUTH domain 'example.org' | sender_not_owned
    haraka smtp sender | 550 Mail from domain 'example.org' is not allowed from your host | auth_required
    hestiacp--exim smtp sender | 550 Email account user@example.org is sending too many emails - rate overlimit = 201 ⏎ 1h | send_quota_exceeded
    hestiacp-vestacp-exim smtp greeting | 550 Your host in blacklist on this server. | region_or_ip_blocked
    hestiacp-vestacp-exim smtp sender | 550 smtp auth required | auth_required
    hmailserver imap list | NO Authenticate first | auth_required
    hmailserver imap login | BAD No master user defined. | wrong_username_form
    hmailserver imap login | NO IMAP AUTHENTICATE is not enabled. | auth_mechanism_unsupported
    hosting-server-with-country-block imap login | NO [ALERT] LOGIN DENIED -- COUNTRY IS BLACKLISTED | region_or_ip_blocked
    hostinguk smtp sender | 550, not allowed, not local host, not a gateway | auth_required
    icewarp smtp sender | 501 5.5.2 Domain name required | client_protocol_error
    icewarp smtp sender | 501 5.7.1 <user@example.org>... Permission denied | sender_not_owned
    indimail smtp login | 530 auth type prohibited (#5.7.0) | auth_mechanism_unsupported
    indimail smtp sender | 530 authentication required for local users (#5.7.1) | auth_required
    indimail smtp sender | 553 sorry, that domain isn't allowed to be relayed thru this MTA without authentication #5.7.1 | auth_required
    indimail smtp sender | 553 sorry, this MTA does not accept masquerading/forging , auth <you@example.org> #5.7.1 | sender_not_owned
    interpublic-gateway smtp greeting | 554 Local Policy Violation | region_or_ip_blocked
    iredapd smtp sender | 554 5.7.1 <user@example.org>: Recipient address rejected: Password expired or never changed, please change your password in webmail before sending email | password_expired
    iredmail smtp sender | 554 5.7.1 <user@example.org>: Recipient address rejected: Sender is not same as SMTP authenticate username | sender_not_owned
    iredmail--iredapd smtp sender | 554 5.7.1 <user@example.net>: Recipient address rejected: Sender is not same as SMTP authenticate username | sender_not_owned
    kerio-connect imap login | BAD AUTHENTICATE Unknown authentication method | auth_mechanism_unsupported
    kopano imap capability | BAD [ALERT] Error switching to secure SSL/TLS connection | tls_problem
    kopano imap list | BAD Login first | auth_required
    kopano imap login | NO AUTHENTICATE CRAM-MD5 method not supported | auth_mechanism_unsupported
    kopano imap login | NO LOGIN can't open addressbook | temporary_server_error
    kopano-gateway imap login | NO LOGIN can't open default store | no_mailbox_or_license
    kumomta smtp greeting | 421 4.3.2 smtp.example.org too many concurrent sessions. Try later | too_many_connections
    kumomta smtp login | 524 5.7.11 AUTH PLAIN requires an encrypted channel | tls_required
    kumomta smtp login | 535 5.7.8 AUTH invalid | wrong_password
    kumomta smtp sender | 550 5.7.1 relaying not permitted for 192.0.2.1:51234 | auth_required
    locaweb smtp sender | 554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Para envio de mensagens e necessaria autenticacao. Para saber como corrigir este erro acesse: http://wiki.locaweb.com/pt-br/Email_Locaweb_-_Envio_Autenticado /This mail server requires authentication | auth_required
    locaweb smtp sender | 554 5.7.1 <user@example.org>: Client host rejected: Para envio de mensagens e necessaria autenticacao. Para saber como corrigir este erro acesse: http://wiki.locaweb.com/pt-br/Email_Locaweb_-_Envio_Autenticado /This mail server requires authentication | auth_required
    maddy smtp message | 535 5.7.8 Unable to normalize authorization username | wrong_username_form
    maddy smtp sender | 550 5.7.1 TLS conversation required | tls_required
    mailenable smtp sender | 551 Sender address is not valid for your login | sender_not_owned
    mailenable smtp sender | 551 This mail server requires authentication before sending mail from a locally hosted domain | auth_required
    mailenable--hostingsupport-co-za smtp sender | 451 Requested action aborted: This mail account has sent too many messages in a short amount of time. Please try again later. | rate_limited
    mailgun smtp login | 535 5.7.0 Mailgun is not loving your login or password | wrong_password
    mailgun smtp message | 421 Domain app7957d1f9157248c0963145da35aa903b.mailgun.org is not allowed to send: Sandbox subdomains are for test purposes only. Please add your own domain or add the address to authorized recipients in Account Settings. | recipient_rejected sender_not_owned
    mailu imap login | NO Authentication rate limit from one source exceeded | rate_limited
    mailu smtp login | 451 4.3.2 Temporary authentication failure (rate-limit) | rate_limited
    mailu smtp login | 502 5.5.1 AUTH not supported | wrong_server_or_port
    midi-smtp-server smtp sender | 530 Encryption required | tls_required
    modoboa-policy-daemon smtp sender | 450 4.7.1 <user@example.org>: Recipient address rejected: Daily limit reached, retry later | send_quota_exceeded
    momentum smtp greeting | 421 4.4.5 Service unavailable, concurrency limit reached. | too_many_connections
    mox imap greeting | * BYE connection rate from your ip or network too high, slow down please | rate_limited
    mox imap greeting | * BYE too many open connections from your ip or network | too_many_connections
    mox imap login | NO [AUTHENTICATIONFAILED] channel bindings do not match, potential mitm | tls_problem
    mox imap login | NO [AUTHENTICATIONFAILED] missing client certificate, required for tls client certificate authentication | client_certificate_required
    mox imap login | NO [AUTHENTICATIONFAILED] tls required for tls client certificate authentication | tls_required
    mox imap login | NO login disabled for account: account has been migrated, see https://example.org/migration | admin_disabled
    mox smtp ehlo | 500 5.5.2 please try again speaking smtp | client_protocol_error
    mox smtp message | 451 4.7.1 max number of new/first-time recipients (200) over past 24h reached, try increasing per-account setting MaxFirstTimeRecipientsPerDay | send_quota_exceeded
    mtpolicyd smtp sender | 450 4.7.1 <user@example.org>: Recipient address rejected: smtp traffic quota has been exceeded | send_quota_exceeded
    mtpolicyd smtp sender | 554 5.7.1 <user@example.org>: Recipient address rejected: delivery from BR (192.0.2.1) rejected | region_or_ip_blocked
    net--imap--server imap login | * BAD [ALERT] Plaintext authentication not over SSL is insecure -- your password was just exposed. | tls_required
    net--imap--server imap login | NO Authentication type not supported | auth_mechanism_unsupported
    nginx-mail-proxy imap login | * BAD internal server error | temporary_server_error
    nodemailer-smtp-server smtp greeting | 421 smtp.example.org Too many connected clients, try again in a moment | too_many_connections
    ntt-infosphere smtp sender | 550 can't accept user... (#5.7.1) | recipient_rejected
    ntt-webarena smtp sender | 554 5.7.1 <user@example.org>: Client host rejected: Access denied | auth_required
    onesystems-ch--qmail smtp message | 451 qq trouble in home directory | mailbox_full
    opensmtpd smtp sender | 452 4.5.3 Too many recipients: Too many messages sent | rate_limited
    opensmtpd smtp sender | 530 5.5.1 Invalid command: Must issue an AUTH command first | auth_required
    oracle-email-delivery smtp login | 421 Too many auth failures, try again later | rate_limited
    oracle-email-delivery smtp message | 455 Maximum messages sent per day reached : limit is 200 | send_quota_exceeded
    oracle-email-delivery smtp message | 455 Maximum messages sent per minute reached : limit is 10 | rate_limited
    perdition imap login | BAD Mate, try LOGIN <username> <passwd> | client_protocol_error
    perdition imap login | NO SASL mechanism unavailable | auth_mechanism_unsupported
    postfix smtp sender | 504 5.5.2 <Styx>: Helo command rejected: need fully-qualified hostname | client_protocol_error
    prolateral-outmail smtp sender | 554 5.7.1 <user@example.org>: Recipient address rejected: You have exceeded your Outmail quota. | send_quota_exceeded
    pymap imap list | * BYE [SERVERBUG] Unhandled server error. | temporary_server_error
    pymap imap list | BAD LIST: Must authenticate first. | auth_required
    pymap imap login | NO [AUTHENTICATIONFAILED] Invalid authentication credentials. | wrong_password
    qmail--sagredo-patch smtp login | 454 oops, child won't start and I can't auth (#4.3.0) | temporary_server_error
    qmail--sagredo-patch smtp sender | 503 from and auth not the same (#5.5.1) | sender_not_owned
    qpsmtpd smtp login | 503 AUTH not defined for HELO | client_protocol_error
    qpsmtpd smtp login | 535 Authentication invalid for you | wrong_password
    sendgrid smtp sender | 403 You are not authorized to send from that email address | sender_not_owned
    sendmail smtp greeting | 421 4.4.5 Too many SMTP sessions for this host | too_many_connections
    sendmail smtp login | 500 5.5.1 Command unrecognized: "AUTH PLAIN AHVzZXIAcGFzcw==" | auth_mechanism_unsupported
    sendmail smtp login | 500 5.5.1 Command unrecognized: "AUTH PLAIN dXNlcgB1c2VyAHNlY3JldA==" | auth_mechanism_unsupported
    sendmail smtp login | 504 5.3.3 AUTH mechanism CRAM-MD5 not available | auth_mechanism_unsupported
    sendmail smtp sender | 503 5.0.0 I demand that you introduce yourself first | client_protocol_error
    smartermail smtp sender | 550 From domain must match authenticated domain | sender_not_owned
    smtp2go smtp sender | 550 that IP address is not allowed to send | region_or_ip_blocked
    smtprelay smtp sender | 451 Bad sender address | sender_not_owned
    smtpserver--c smtp login | 535 authentication failed, 2 attempt(s) remaining. | wrong_password
    sparkpost smtp login | 535 5.7.8 Sorry. *** No authentication type succeeded | wrong_password
    stalwart imap login | NO [AUTHENTICATIONFAILED] This account requires multi-factor authentication. Alternatively, you can use an app password if your account has one. | two_factor_required app_password_required
    stalwart smtp ehlo | 500 5.5.1 Invalid command: LHLO expected. | wrong_server_or_port
    stalwart smtp login | 535 5.7.8 OAuth token expired. | token_expired
    twisted-mail imap login | BAD LOGIN is disabled before STARTTLS | tls_required
    twisted-mail imap login | BAD Server error: login failed unexpectedly | temporary_server_error
    twisted-mail imap login | NO AUTHENTICATE method unsupported | auth_mechanism_unsupported
    twisted-mail imap login | NO Authentication failed: unauthorized | wrong_password
    uw-imap imap login | BAD Command line too long | client_protocol_error
    uw-imapd imap greeting | * BYE Service not available mail.example.org IMAP4rev1 2007e.404 | admin_disabled temporary_server_error
    uw-imapd imap greeting | * BYE Service not available mail.example.org IMAP4rev1 2007f.404 at Mon, 30 Nov 2026 12:00:00 +0000 (UTC) | temporary_server_error
    uw-imapd imap login | BAD Missing or invalid argument to AUTHENTICATE | client_protocol_error
    vexim smtp ehlo | 550 REJECTED - Bad HELO - Host impersonating [mail.example.org] | client_protocol_error
    vmail-me smtp message | 554 5.7.1 <DATA>: Data command rejected: only 10 messages per day | send_quota_exceeded
    vmail-me--postfix smtp sender | 454 4.7.1 <user@example.org>: Relay access denied | auth_required
    wildduck imap login | NO [ALERT] Too many simultaneous connections. | too_many_connections
    wildduck imap login | NO [InvalidAuthScope] Access to requested service disabled | imap_disabled admin_disabled
    wildduck imap login | NO [InvalidAuthScope] Authentication failed. Invalid scope | app_password_required
    wildduck-zonemta smtp sender | 550 You reached a daily sending limit for your account. Limit expires in 5 hours | send_quota_exceeded
    xmail smtp sender | 503 Bad sequence of commands (TLS needed for this session) | tls_required
    xmail smtp sender | 504 You did not authenticate properly using SMTP-after-POP3 | auth_required
    xmail smtp sender | 551 Server access forbidden by your IP | region_or_ip_blocked
    """#)
}
