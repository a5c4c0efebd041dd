// Replies that no rule was written from: they measure how well the rules generalize.

extension Said {
  /// Written from experience with the services before the rules were tuned. The operator of the server comes first,
  /// `at-ID` if the catalog contains it. Only the first cause is compared.
  static let unseen = table(
    #"""
    dovecot imap login | NO [AUTHENTICATIONFAILED] Invalid credentials | wrong_password
    dovecot imap login | NO [ALERT] Invalid base64 data in initial response | client_protocol_error
    dovecot imap login | NO [LIMIT] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10) | too_many_connections
    dovecot imap login | NO [UNAVAILABLE] Internal error occurred. Refer to server log for more information. | temporary_server_error
    dovecot imap login | NO [CONTACTADMIN] Login disabled due to abuse | admin_disabled
    dovecot imap login | NO [AUTHENTICATIONFAILED] Your account has been suspended. | account_locked_or_suspended
    dovecot imap login | BYE Disconnected: Too many invalid IMAP commands. | client_protocol_error
    dovecot imap login | NO Plaintext authentication disallowed on non-secure (SSL/TLS) connections. | tls_required
    dovecot imap login | NO [AUTHENTICATIONFAILED] Unsupported authentication mechanism. | auth_mechanism_unsupported
    dovecot imap inbox | NO [NONEXISTENT] Mailbox doesn't exist: INBOX | no_mailbox_or_license
    dovecot imap inbox | NO [SERVERBUG] Internal error occurred. Refer to server log for more information. [2024-01-01 12:00:00] | temporary_server_error
    dovecot imap inbox | NO [OVERQUOTA] Quota exceeded (mailbox for user is full) | mailbox_full
    dovecot smtp login | 535 5.7.8 Authentication credentials invalid | wrong_password
    cyrus imap login | NO Login failed: authentication failure | wrong_password
    cyrus imap login | NO Login failed: user not found | wrong_username_form
    cyrus imap login | NO authentication failure | wrong_password
    cyrus imap login | NO no mechanism available | auth_mechanism_unsupported
    cyrus imap login | NO Login failed: can't request info until later in exchange | temporary_server_error
    cyrus imap login | NO authentication mechanism not supported | auth_mechanism_unsupported
    cyrus imap inbox | NO Mailbox does not exist | no_mailbox_or_license
    cyrus imap inbox | NO Permission denied | admin_disabled
    courier imap login | NO Error in IMAP command received by server. | client_protocol_error
    courier imap greeting | BYE Maximum connection limit reached for ::ffff:192.0.2.1 | too_many_connections
    courier imap inbox | NO Unable to open this mailbox. | no_mailbox_or_license
    courier smtp login | 535 Authentication failed: temporary failure, try again later | temporary_server_error
    exchange imap login | NO [AUTHENTICATIONFAILED] AUTHENTICATE failed. | wrong_password
    exchange imap login | BYE Connection is closed. 13 | temporary_server_error
    exchange imap login | BAD Command Argument Error. 12 | client_protocol_error
    exchange imap login | NO LOGIN failed: logon method not allowed, basic authentication is blocked by policy | oauth_required
    exchange imap login | NO Server Unavailable. 15 | temporary_server_error
    exchange smtp login | 535 5.7.3 Authentication unsuccessful | wrong_password
    exchange smtp login | 454 4.7.0 Temporary authentication failure | temporary_server_error
    exchange smtp sender | 530 5.7.1 Client was not authenticated | auth_required
    exchange smtp sender | 550 5.7.1 Client does not have permissions to send as this sender | sender_not_owned
    exchange smtp greeting | 421 4.3.2 Service not available | temporary_server_error
    exchange smtp greeting | 421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel | too_many_connections
    at-microsoft365 smtp login | 535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator. [AM0PR01CA0001.eurprd01.prod.exchangelabs.com] | admin_disabled
    at-microsoft365 smtp login | 535 5.7.3 Authentication unsuccessful [BL0PR02CA0001.namprd02.prod.outlook.com] | wrong_password
    at-microsoft365 smtp login | 535 5.7.139 Authentication unsuccessful, the user credentials were expired. [LO2P265CA0001.GBRP265.PROD.OUTLOOK.COM] | password_expired
    at-microsoft365 smtp login | 550 5.7.30 Basic authentication is not supported for Client Submission. | oauth_required
    at-microsoft365 smtp sender | 550 5.1.8 Access denied, bad outbound sender AS(42004) | account_locked_or_suspended
    at-microsoft365 smtp sender | 550 5.7.501 Service unavailable. Spam abuse detected from IP range. | content_rejected
    at-microsoft365 smtp sender | 550 5.2.254 InternalSubmissionError.MapiExceptionShutoffQuotaExceeded; mailbox quota exceeded | mailbox_full
    at-outlook smtp sender | 550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. | region_or_ip_blocked
    zimbra imap login | NO LOGIN failed: account is locked | account_locked_or_suspended
    zimbra imap login | NO must authenticate first with TLS | tls_required
    zimbra imap login | NO account not active | account_locked_or_suspended
    zimbra smtp login | 535 5.7.8 Error: authentication failed: authentication failure: account lockout | account_locked_or_suspended
    zimbra smtp sender | 553 5.7.1 <me@example.org>: Sender address rejected: not owned by user you@example.org | sender_not_owned
    at-gmail imap login | NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure) | imap_disabled
    at-gmail imap login | NO [ALERT] Account has been disabled. (Failure) | account_locked_or_suspended
    at-gmail imap login | NO [ALERT] Too many simultaneous connections. (Failure) | too_many_connections
    at-gmail imap login | BYE System error qb17mb12345 | temporary_server_error
    at-gmail imap login | NO [UNAVAILABLE] Temporary System Error. | temporary_server_error
    at-gmail imap login | NO [AUTHENTICATIONFAILED] Invalid credentials (Failure) 4fb4d7f45d1cf | app_password_required
    at-gmail imap login | NO [AUTHENTICATIONFAILED] Web login required. (Failure) | web_login_required
    at-gmail smtp login | 421 4.7.0 Too many login attempts, please try again later. | rate_limited
    at-gmail smtp login | 454 4.7.0 Too many login attempts, please try again later. d2e1a72fcca58 - gsmtp | rate_limited
    at-gmail smtp login | 534 5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsb> Please log in via your web browser and then try again. | web_login_required
    at-gmail smtp login | 535 5.7.8 OAuth2 authentication required; less secure apps are disabled | oauth_required
    at-gmail smtp greeting | 421 4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address. | region_or_ip_blocked
    at-gmail smtp sender | 550 5.4.5 Daily SMTP relay sending limit exceeded for customer. | send_quota_exceeded
    at-gmail smtp sender | 452 4.2.2 The email account that you tried to reach is over quota. | mailbox_full
    at-yahoo imap login | NO [AUTHENTICATIONFAILED] Account is locked. Please login on the web to unlock your account | account_locked_or_suspended
    at-yahoo imap login | NO [LIMIT] AUTHENTICATE Rate limit hit. | rate_limited
    at-yahoo smtp login | 535 5.7.0 (#MBR1240) Please verify your account by going to https://login.yahoo.com | web_login_required
    at-yahoo smtp sender | 550 5.7.1 From: header sender domain not verified (example.org); account is not allowed to send as this address | sender_not_owned
    at-yahoo smtp sender | 554 5.7.9 Message not accepted for policy reasons. | content_rejected
    at-fastmail imap login | NO [AUTHENTICATIONFAILED] Please use an app password, not your regular password | app_password_required
    at-fastmail imap login | NO Your plan does not include IMAP access. Please upgrade. | plan_does_not_include_imap
    at-fastmail smtp login | 535 5.7.0 Incorrect username or password. | app_password_required
    at-fastmail smtp login | 535 5.7.0 Login failed: this account is locked | account_locked_or_suspended
    at-zoho imap login | NO [AUTHENTICATIONFAILED] Invalid credentials(Failure) | app_password_required
    at-zoho imap login | NO [ALERT] Please enter your application-specific password. (Failure) | app_password_required
    at-zoho imap login | NO [ALERT] IMAP access is not available in your current plan. Upgrade your plan (Failure) | plan_does_not_include_imap
    at-zoho imap login | NO [ALERT] Your account is blocked due to unusual activity. (Failure) | account_locked_or_suspended
    at-zoho smtp sender | 554 5.1.8 Email Outgoing Blocked | account_locked_or_suspended
    at-zoho smtp login | 535 5.7.8 Please use the domain's own server: smtppro.zoho.com | wrong_server_or_port
    at-gmx imap login | NO [AUTHENTICATIONFAILED] Application specific password required | app_password_required
    at-gmx imap login | NO POP3/IMAP access is not activated for your account | imap_disabled
    at-gmx smtp login | 535 Authentication credentials invalid (2FA: use application-specific password) | app_password_required
    at-gmx smtp greeting | 554 gmx.net (mrgmx104) Nemesis ESMTP Service not available. No SMTP service. Bad DNS PTR resource record. | region_or_ip_blocked
    at-yandex imap login | NO [UNAVAILABLE] LOGIN internal server error sc=AbCdEfGhIj | temporary_server_error
    at-yandex imap login | NO [AUTHENTICATIONFAILED] LOGIN your account has been blocked sc=AbCdEf | account_locked_or_suspended
    at-yandex imap login | BYE Too many connections from your host, try later | too_many_connections
    at-yandex smtp login | 454 4.7.8 Error: authentication failed: Too many attempts | rate_limited
    at-yandex smtp login | 535 5.7.8 Error: authentication failed: Application-specific password required | app_password_required
    at-yandex smtp sender | 553 5.7.1 Sender address rejected: not owned by auth user. | sender_not_owned
    at-mail-ru imap login | NO [AUTHENTICATIONFAILED] Authentication failed. Login to https://e.mail.ru/ and unblock your account | account_locked_or_suspended
    at-mail-ru imap login | NO Doljno byt' razresheno ispolzovanie IMAP v nastroikah / IMAP access disabled | imap_disabled
    at-mail-ru smtp login | 535 5.7.0 Vash akkaunt zablokirovan / Your account is blocked | account_locked_or_suspended
    at-mail-ru smtp sender | 550 Access to this account is disabled. | account_locked_or_suspended
    at-mail-ru smtp login | 451 try again later | temporary_server_error
    rambler imap login | NO Authentication failed: access for mail clients is disabled in mailbox settings | imap_disabled
    russian imap login | NO Neverniy login ili parol | wrong_password
    russian imap login | NO Неверный логин или пароль | wrong_password
    russian imap login | NO Слишком много попыток входа, попробуйте позже | rate_limited
    russian smtp login | 535 5.7.0 Необходим пароль приложения | app_password_required
    russian smtp login | 535 Ящик заблокирован | account_locked_or_suspended
    coremail imap login | NO LOGIN error: authentication failed | wrong_password
    coremail imap login | NO Login fail. Authorized users only ! | wrong_password
    coremail imap login | NO 登录失败，用户名或密码错误 | wrong_password
    coremail imap login | NO 您的账号已被锁定，请联系管理员 | account_locked_or_suspended
    coremail imap login | NO 您没有开启IMAP服务 | imap_disabled
    coremail imap login | NO 登录过于频繁，请稍后再试 | rate_limited
    coremail imap login | NO 系统繁忙，请稍后重试 | temporary_server_error
    coremail imap login | NO 连接数过多 | too_many_connections
    coremail imap login | NO 密码已过期，请修改密码 | password_expired
    coremail imap login | NO 请使用客户端专用密码登录 | app_password_required
    coremail imap login | NO 管理员已禁止该账号使用IMAP协议 | admin_disabled
    coremail imap login | NO ERR.LOGIN.PASSERR | wrong_password
    coremail smtp login | 535 Error: 请使用客户端授权码登录 | app_password_required
    coremail smtp login | 535 授权码已失效 | code_expired_or_revoked
    coremail smtp login | 535 用户名不存在 | wrong_username_form
    coremail smtp login | 550 该账号未开通SMTP服务 | smtp_disabled
    coremail smtp login | 535 请先绑定手机号 | phone_binding_required
    coremail smtp sender | 553 发件人与登录账号不一致 | sender_not_owned
    coremail smtp sender | 550 超过每日发信限制 | send_quota_exceeded
    at-163 imap login | NO LOGIN Login error, IMAP service is not open | imap_disabled
    at-163 imap login | NO LOGIN Login error user not exist | wrong_username_form
    at-163 smtp login | 535 Error: authentication failed, please use authorization code | app_password_required
    at-163 smtp login | 550 user has no permission to use smtp | smtp_disabled
    at-163 smtp login | 554 DT:SUM, auth too frequently | rate_limited
    at-qq imap login | NO LOGIN failed, imap service disabled | imap_disabled
    at-qq smtp login | 535 Login Fail. Please use the authorization code. | app_password_required
    at-qq smtp sender | 550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726 | content_rejected
    at-qq smtp sender | 550 Domain frequency limited. | rate_limited
    at-qq smtp sender | 550 Ip frequency limited. | rate_limited
    at-aliyun smtp login | 535 Authentication failure, authorization code required | app_password_required
    at-aliyun smtp sender | 554 Reject by behaviour spam at Rcpt State(Connection IP address: 192.0.2.1) ANTISPAM_BAT | content_rejected
    at-sina imap login | NO LOGIN imap service closed by user | imap_disabled
    at-sina smtp login | 535 Authentication failed: client login is not open | smtp_disabled
    at-icloud imap login | NO [AUTHENTICATIONFAILED] Authentication Failed | app_password_required
    at-icloud imap login | NO [ALERT] This Apple ID has been locked for security reasons | account_locked_or_suspended
    at-icloud smtp sender | 550 5.7.0 From address is not one of your addresses. | sender_not_owned
    at-icloud smtp sender | 550 5.7.1 Message size or daily message limit exceeded | send_quota_exceeded
    hmailserver imap login | NO Invalid user name or password. Account is disabled. | account_locked_or_suspended
    hmailserver smtp login | 535 Authentication failed. Restarting authentication process. | wrong_password
    hmailserver smtp sender | 550 Sender address must be authenticated user. | sender_not_owned
    mdaemon imap login | NO LOGIN failed - account is frozen | account_locked_or_suspended
    mdaemon imap login | NO IMAP access is not allowed for this account | imap_disabled
    mdaemon smtp login | 535 5.7.8 Authentication failed | wrong_password
    mdaemon smtp sender | 550 5.7.1 Authentication credentials do not match the sender address | sender_not_owned
    mdaemon smtp greeting | 421 Your IP has been dynamically screened; try again later | region_or_ip_blocked
    kerio imap login | NO LOGIN failed: invalid user name or password | wrong_password
    kerio imap login | NO User account is disabled | account_locked_or_suspended
    kerio imap login | NO Access to IMAP service denied by user access policy | admin_disabled
    kerio smtp login | 535 5.7.8 Authentication failed: password expired | password_expired
    stalwart imap login | NO [AUTHENTICATIONFAILED] Authentication failed | wrong_password
    stalwart imap login | NO [AUTHENTICATIONFAILED] MFA token required: a one-time code is needed | two_factor_required
    stalwart imap login | BYE [LIMIT] Too many authentication attempts from this IP address. | rate_limited
    stalwart imap login | NO [CONTACTADMIN] You do not have permission to use IMAP | admin_disabled
    stalwart smtp login | 550 5.7.1 Your account is not authorized to use this service. | admin_disabled
    stalwart smtp login | 554 5.7.8 Authentication mechanism not supported. | auth_mechanism_unsupported
    stalwart smtp sender | 501 5.5.4 You are not allowed to send from this address. | sender_not_owned
    exim smtp login | 535 5.7.8 Authentication failed: please use your full email address as the username | wrong_username_form
    exim smtp login | 504 AUTH LOGIN not supported | auth_mechanism_unsupported
    exim smtp login | 550 Please turn on SMTP Authentication in your mail client | auth_required
    exim smtp sender | 550 Your account has been suspended for sending spam | account_locked_or_suspended
    exim smtp sender | 550 Domain example.org has exceeded the max emails per hour (100/100 (100%)) allowed. Message discarded. | send_quota_exceeded
    exim smtp sender | 501 sender address must contain a domain | client_protocol_error
    exim smtp greeting | 550 Connection refused: 192.0.2.1 is listed in zen.spamhaus.org | region_or_ip_blocked
    postfix smtp login | 535 5.7.8 Error: authentication failed: bad protocol / cancel | client_protocol_error
    postfix smtp login | 535 5.7.0 Error: authentication failed: another step is needed in authentication | client_protocol_error
    postfix smtp login | 535 5.7.8 Error: authentication failed: user not found | wrong_username_form
    postfix smtp login | 538 5.7.11 Encryption required for requested authentication mechanism | tls_required
    postfix smtp login | 554 5.7.0 Error: too many failed authentication attempts | rate_limited
    postfix smtp sender | 554 5.7.1 <unknown[192.0.2.1]>: Client host rejected: Access denied | auth_required
    postfix smtp greeting | 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org | region_or_ip_blocked
    postfix smtp sender | 452 4.3.1 Insufficient system storage | temporary_server_error
    postfix smtp sender | 450 4.7.1 <you@example.org>: Sender address rejected: Rate limit exceeded | rate_limited
    sendmail smtp login | 535 5.7.0 authentication failed | wrong_password
    sendmail smtp login | 503 5.5.1 AUTH not available | wrong_server_or_port
    sendmail smtp sender | 553 5.5.4 you@example.org Domain name required for sender address | client_protocol_error
    at-proton smtp login | 454 4.7.0 Temporary authentication failure, too many login attempts | rate_limited
    at-proton imap login | NO [UNAVAILABLE] Bridge is still starting, please try again later | temporary_server_error
    at-orange smtp login | 535 5.7.8 Authentification incorrecte. Bad credentials OFR_306 | wrong_password
    at-orange imap login | NO Identifiant ou mot de passe incorrect | wrong_password
    at-laposte imap login | NO [AUTHENTICATIONFAILED] Votre compte est bloque | account_locked_or_suspended
    at-web-de imap login | NO IMAP ist nicht aktiviert | imap_disabled
    at-t-online imap login | NO Bitte verwenden Sie das E-Mail-Passwort | app_password_required
    at-ionos smtp sender | 550 Requested action not taken: mailbox unavailable. Sender address not allowed | sender_not_owned
    at-ovh smtp login | 535 5.7.1 Authentication failed: account blocked for spam | account_locked_or_suspended
    at-godaddy imap login | NO [AUTHENTICATIONFAILED] Your account has been migrated; please use modern authentication | oauth_required
    at-infomaniak imap login | NO [AUTHENTICATIONFAILED] Application password needed, two-step verification is on | app_password_required
    at-naver imap login | NO IMAP/SMTP setting is disabled | imap_disabled
    at-daum imap login | NO fail_code(420 IMAP not enabled) | imap_disabled
    virtuozzo smtp login | 535 5.7.0 SMTP service is disabled for this mailbox | smtp_disabled
    amazon-workmail smtp login | 535 5.7.0 Authentication credentials invalid: user is not enabled in this organization | no_mailbox_or_license
    mailcow imap login | NO [AUTHENTICATIONFAILED] Two-factor authentication is required, use an app password | app_password_required
    nobody imap login | NO qwertz | unknown
    nobody smtp login | 599 qwertz | unknown
    """#)

  /// A second set, written after the first tuning.
  static let unseenLater = table(
    #"""
    dovecot imap login | NO [AUTHENTICATIONFAILED] Authentication failed. [mail.example.org:1234] | wrong_password
    dovecot imap login | NO [UNAVAILABLE] Auth server request timed out | temporary_server_error
    dovecot imap login | BYE [UNAVAILABLE] Internal login failure. Refer to server log for more information. | temporary_server_error
    dovecot imap login | BYE Auth process broken | temporary_server_error
    dovecot imap login | NO [AUTHORIZATIONFAILED] User is not allowed to log in | admin_disabled
    dovecot imap login | NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure connections. | tls_required
    dovecot imap login | BAD Error in IMAP command received by server. | client_protocol_error
    dovecot smtp login | 535 5.7.8 Error: authentication failed: (reason unavailable) | wrong_password
    dovecot smtp login | 535 5.7.8 Error: authentication failed: Password expired | password_expired
    dovecot smtp login | 535 5.7.8 Error: authentication failed: account has been disabled | account_locked_or_suspended
    dovecot imap inbox | NO [NOPERM] Permission denied | admin_disabled
    cyrus imap login | NO user not found: checkpass failed | wrong_username_form
    cyrus imap login | NO [AUTHENTICATIONFAILED] generic failure | wrong_password
    cyrus imap login | BYE server unavailable | temporary_server_error
    cyrus imap login | NO Account blocked | account_locked_or_suspended
    exchange imap login | NO AUTHENTICATE failed: proxy not available | temporary_server_error
    exchange smtp login | 535 5.7.3 Authentication unsuccessful | wrong_password
    exchange smtp login | 535 5.7.8 Authentication failed: LogonDenied-BasicAuthBlocked | oauth_required
    exchange smtp sender | 550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain | auth_required
    exchange smtp sender | 452 4.3.1 Out of memory | temporary_server_error
    exchange smtp sender | 451 4.7.0 Temporary server error. Please try again later. PRX2 | temporary_server_error
    zimbra imap login | NO [AUTHENTICATIONFAILED] two-factor auth required | two_factor_required
    zimbra smtp login | 535 5.7.8 Error: authentication failed: authentication failure | wrong_password
    zimbra imap login | NO account is in maintenance mode | temporary_server_error
    zimbra imap login | NO must change password | password_expired
    stalwart imap login | NO [ALERT] Account suspended | account_locked_or_suspended
    stalwart smtp login | 535 5.7.8 Authentication credentials invalid. | wrong_password
    stalwart smtp login | 454 4.7.0 Temporary authentication failure | temporary_server_error
    at-gmail imap login | NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure) | web_login_required
    at-gmail imap login | NO [AUTHENTICATIONFAILED] Invalid credentials (Failure) | app_password_required
    at-gmail imap login | NO [OVERQUOTA] Account exceeded bandwidth limits. (Failure) | rate_limited
    at-gmail smtp login | 535 5.7.8 Username and Password not accepted. For more information, go to https://support.google.com/mail/?p=BadCredentials abc - gsmtp | app_password_required
    at-gmail smtp sender | 552 5.7.0 This message was blocked because its content presents a potential security issue. | content_rejected
    at-gmail smtp sender | 553 5.1.2 We weren't able to find the recipient domain. | recipient_rejected
    at-gmail smtp sender | 421 4.7.0 Try again later, closing connection. | temporary_server_error
    at-yahoo imap login | NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials | app_password_required
    at-yahoo imap login | NO [INUSE] Mailbox in use | too_many_connections
    at-yahoo smtp login | 535 5.7.0 (#AUTH015) Too many login attempts | rate_limited
    at-fastmail imap login | NO [AUTHENTICATIONFAILED] You must use an app password to log in | app_password_required
    at-fastmail imap login | NO [AUTHENTICATIONFAILED] This account has been suspended. Contact support. | account_locked_or_suspended
    at-zoho imap login | NO [ALERT] Too many connections (Failure) | too_many_connections
    at-zoho smtp login | 535 5.7.8 Authentication failed: your account has two-factor authentication enabled; use an application specific password | app_password_required
    at-zoho smtp sender | 550 5.4.6 Outgoing sending limit exceeded | send_quota_exceeded
    at-gmx imap login | NO [LIMIT] Too many login failures, try again in 15 minutes | rate_limited
    at-gmx smtp sender | 554 Transaction failed. Unexpected spam content | content_rejected
    at-yandex imap login | NO [AUTHENTICATIONFAILED] AUTHENTICATE invalid credentials or IMAP is disabled sc=Qq | imap_disabled
    at-yandex smtp login | 535 5.7.8 Error: authentication failed: This user is blocked | account_locked_or_suspended
    at-yandex smtp sender | 554 5.7.1 Policy rejection; suspected bulk mailing | content_rejected
    at-mail-ru imap login | NO [AUTHENTICATIONFAILED] Too many failed login attempts, please wait | rate_limited
    at-mail-ru smtp login | 535 5.7.0 Slishkom mnogo popytok. Poprobuyte pozzhe / Too many attempts | rate_limited
    at-mail-ru imap login | NO [AUTHENTICATIONFAILED] Account is blocked. Please visit https://e.mail.ru/recovery | account_locked_or_suspended
    russian imap login | NO Доступ по протоколу IMAP отключён | imap_disabled
    russian imap login | NO Сервис временно недоступен | temporary_server_error
    russian smtp login | 535 Для входа используйте пароль для внешнего приложения | app_password_required
    russian smtp sender | 550 Отправитель не совпадает с авторизованным пользователем | sender_not_owned
    at-163 imap login | NO LOGIN login frequency limited | rate_limited
    at-163 imap login | NO LOGIN Login error, account locked | account_locked_or_suspended
    at-163 smtp sender | 550 MI:SFQ | send_quota_exceeded
    at-163 smtp login | 535 Error: 用户被锁定 | account_locked_or_suspended
    at-qq smtp login | 535 Error: 账号异常，请登录网页邮箱解除限制 | account_locked_or_suspended
    at-qq smtp login | 535 Login fail. Service is not open. | smtp_disabled
    at-qq imap login | NO Login fail. Password is incorrect or service is not open. | imap_disabled
    at-qq imap login | NO System busy! | temporary_server_error
    at-exmail smtp login | 535 Error: 请先在网页版开启SMTP服务 | smtp_disabled
    at-exmail imap login | NO Login fail. 企业管理员已关闭IMAP | admin_disabled
    at-aliyun imap login | NO LOGIN failed: 三方客户端安全密码错误 | wrong_password
    at-aliyun-enterprise imap login | NO LOGIN failed. the account has no permission for imap | imap_disabled
    at-sina imap login | NO LOGIN 授权码错误 | wrong_password
    at-sina smtp login | 535 Error: too many auth error | rate_limited
    at-icloud imap login | NO [AUTHENTICATIONFAILED] Please sign in with an app-specific password | app_password_required
    at-icloud smtp login | 535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6 | app_password_required
    coremail imap login | NO LOGIN 您的密码过于简单，请修改 | password_too_weak
    coremail imap login | NO 该邮箱未绑定手机号，无法使用客户端 | phone_binding_required
    coremail smtp login | 535 帳號已被停用 | account_locked_or_suspended
    coremail smtp login | 535 您所在的IP地址被禁止登录 | region_or_ip_blocked
    coremail smtp login | 535 密码错误次数过多，账号已锁定30分钟 | rate_limited
    coremail smtp login | 535 服务已到期，请续费 | plan_does_not_include_imap
    coremail smtp sender | 554 疑似垃圾邮件 | content_rejected
    mdaemon imap login | NO LOGIN failed - invalid username or password | wrong_password
    mdaemon smtp sender | 552 5.2.2 Mailbox quota exceeded | mailbox_full
    kerio imap login | NO LOGIN failed: account locked out, too many failed attempts | rate_limited
    hmailserver smtp sender | 553 Please send using your own address. Sender not allowed. | sender_not_owned
    exim smtp login | 535 authentication failed (set_id=you@example.org) | wrong_password
    exim smtp login | 435 Unable to authenticate at present (set_id=you): failed to connect to auth socket | temporary_server_error
    exim smtp sender | 550 Sender verify failed | sender_not_owned
    exim smtp greeting | 554 SMTP synchronization error | client_protocol_error
    postfix smtp login | 454 4.7.0 TLS not available due to local problem | temporary_server_error
    postfix smtp login | 535 5.7.8 Error: authentication failed: no mechanism available | auth_mechanism_unsupported
    postfix smtp login | 421 4.7.0 Error: too many errors | rate_limited
    postfix smtp sender | 550 5.1.0 <you@example.org>: Sender address rejected: User unknown in local recipient table | sender_not_owned
    postfix smtp sender | 451 4.3.0 <you@example.org>: Temporary lookup failure | temporary_server_error
    postfix smtp sender | 550 5.7.23 SPF check failed: not authorized to send for this domain | sender_not_owned
    comcast imap login | NO [AUTHENTICATIONFAILED] Third party access security is off. Turn it on in your settings | imap_disabled
    comcast smtp login | 535 5.7.0 ...authentication rejected XFINITY: third party email access is not enabled | smtp_disabled
    naver imap login | NO [AUTHENTICATIONFAILED] IMAP is not enabled. Please enable IMAP in settings | imap_disabled
    kakao imap login | NO [AUTHENTICATIONFAILED] 앱 비밀번호를 사용해 주세요 | app_password_required
    japan imap login | NO パスワードが正しくありません | wrong_password
    germany imap login | NO Anmeldung fehlgeschlagen: Benutzername oder Passwort falsch | wrong_password
    germany imap login | NO Ihr Konto wurde gesperrt | account_locked_or_suspended
    france imap login | NO Trop de tentatives de connexion | rate_limited
    spain imap login | NO Usuario o contraseña incorrectos | wrong_password
    italy smtp login | 535 Credenziali non valide | wrong_password
    nobody imap inbox | NO nobody knows this | unknown
    """#)

  /// A third set, written after the second tuning.
  static let unseenLast = table(
    #"""
    privateemail imap login | NO [AUTHENTICATIONFAILED] Authentication failed. | wrong_password
    at-hostinger imap login | NO [AUTHENTICATIONFAILED] (Auth) Mailbox is suspended, please contact support | account_locked_or_suspended
    at-titan smtp login | 535 5.7.8 Error: authentication failed: third party email access is disabled for this account | smtp_disabled
    at-titan imap login | NO [AUTHENTICATIONFAILED] Authentication failed. Enable third-party access in Titan settings | imap_disabled
    at-rackspace smtp login | 535 5.7.8 Error: authentication failed: Mailbox is locked out due to too many failed logins | rate_limited
    mxroute smtp login | 550 Account over quota for outbound messages | send_quota_exceeded
    at-purelymail imap login | NO [AUTHENTICATIONFAILED] Invalid credentials, or this account requires an app password | app_password_required
    at-posteo imap login | NO [AUTHENTICATIONFAILED] Authentication failed. | wrong_password
    at-mailbox-org imap login | NO [AUTHENTICATIONFAILED] Application-specific password required because 2FA is active | app_password_required
    at-runbox imap login | NO [ALERT] Your account has expired. Please renew your subscription | plan_does_not_include_imap
    at-startmail imap login | NO Please generate a device password in Settings > IMAP | app_password_required
    at-hushmail imap login | NO IMAP is not available on free accounts | plan_does_not_include_imap
    at-tuta imap greeting | BYE Tuta does not offer IMAP | plan_does_not_include_imap
    at-disroot imap login | NO [UNAVAILABLE] Temporary authentication failure. [disroot:2024-05-01] | temporary_server_error
    at-seznam imap login | NO [AUTHENTICATIONFAILED] Invalid login or password. | wrong_password
    wp-pl imap login | NO Dostep przez IMAP jest wylaczony | imap_disabled
    at-onet imap login | NO Nieprawidlowy login lub haslo | wrong_password
    at-libero imap login | NO LOGIN failed: accesso IMAP non abilitato | imap_disabled
    at-aruba smtp login | 535 5.7.8 Autenticazione fallita | wrong_password
    at-tim smtp sender | 554 5.7.1 mittente non autorizzato | sender_not_owned
    at-free-fr smtp login | 535 5.7.8 Error: authentication failed: SMTP authentifie non active | smtp_disabled
    at-sfr smtp greeting | 421 4.7.1 Trop de connexions depuis votre adresse IP | too_many_connections
    at-bbox imap login | NO Identifiants invalides | wrong_password
    at-telenet smtp sender | 550 5.7.1 Sender not allowed for this account | sender_not_owned
    at-proximus smtp greeting | 554 5.7.1 Your IP is blacklisted (RBL) | region_or_ip_blocked
    at-bt imap login | NO [AUTHENTICATIONFAILED] (#MBR1102) Please login via webmail and accept the updated terms | terms_not_accepted
    at-sky imap login | NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials | app_password_required
    virgin imap login | NO [AUTHENTICATIONFAILED] Your mailbox has been locked for security reasons. Reset your password | account_locked_or_suspended
    at-att imap login | NO [AUTHENTICATIONFAILED] Secure Mail Key required | app_password_required
    at-verizon smtp login | 535 5.7.0 (#AUTH012) OAuth2 token required | oauth_required
    at-comcast imap login | NO [AUTHENTICATIONFAILED] Authentication failed | wrong_password
    at-comcast smtp login | 421 4.7.0 resimta-po-01v.sys.comcast.net too many auth failures; closing connection | rate_limited
    at-cox imap login | NO Login failed - mailbox disabled | account_locked_or_suspended
    at-earthlink smtp login | 535 authorization failed (#5.7.0) | wrong_password
    at-telstra smtp sender | 550 5.7.1 Sending from this sender address is not permitted | sender_not_owned
    at-shaw imap login | NO [AUTHENTICATIONFAILED] Your password must be updated before you can sign in | password_expired
    qmail smtp login | 535 authorization failed (#5.7.0) | wrong_password
    qmail smtp sender | 553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1) | auth_required
    qmail smtp sender | 530 must authenticate (#5.7.1) | auth_required
    axigen imap login | NO Invalid credentials | wrong_password
    axigen imap login | NO IMAP service disabled for account | imap_disabled
    icewarp smtp login | 535 5.7.8 Authentication credentials invalid or account temporarily blocked | account_locked_or_suspended
    icewarp imap login | NO LOGIN Login failed, intrusion prevention is active, try again later | rate_limited
    smartermail imap login | NO [AUTHENTICATIONFAILED] LOGIN failed: user disabled | account_locked_or_suspended
    smartermail smtp login | 535 Authentication failed | wrong_password
    communigate imap login | NO account is not available for this service | imap_disabled
    communigate smtp login | 535 unknown user account | wrong_username_form
    domino imap login | NO LOGIN failed: Invalid user name or password | wrong_password
    domino smtp login | 535 Authentication required | auth_required
    groupwise imap login | NO LOGIN user not authorized for IMAP | imap_disabled
    openxchange imap login | NO [AUTHENTICATIONFAILED] Login permanently disabled for this context | admin_disabled
    james imap login | NO LOGIN failed. Invalid login/password. | wrong_password
    greenmail imap login | NO LOGIN failed. Invalid login/password for user id you | wrong_password
    at-cpanel smtp sender | 550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1) | client_protocol_error
    at-cpanel smtp sender | 550-Please turn on SMTP Authentication in your mail client. | auth_required
    at-cpanel imap login | NO [ALERT] Your account is over the quota limit | mailbox_full
    plesk smtp login | 535 5.7.8 Error: authentication failed: too many failed authentication attempts from this IP | rate_limited
    at-sohu imap login | NO LOGIN authentication failed, please use independent password | app_password_required
    at-sohu smtp login | 535 独立密码错误 | wrong_password
    at-tom imap login | NO LOGIN fail, user is frozen | account_locked_or_suspended
    at-139 imap login | NO LOGIN fail, 请使用客户端授权码 | app_password_required
    at-139 smtp login | 535 Authentication failed, SMTP/IMAP service is not opened | smtp_disabled
    at-189 imap login | NO LOGIN Login fail. account or password error | wrong_password
    at-189 smtp login | 535 帐号或密码错误 | wrong_password
    at-21cn imap login | NO 服务暂停，请联系客服 | account_locked_or_suspended
    at-wo smtp login | 535 登录次数超限，请1小时后再试 | rate_limited
    at-coremail smtp login | 535 Error: authentication failed | wrong_password
    at-coremail smtp sender | 553 Mail from must equal authorized user | sender_not_owned
    at-coremail smtp login | 550 User has no permission | smtp_disabled
    at-coremail smtp greeting | 421 HL:ICC 1 | too_many_connections
    at-coremail smtp greeting | 554 HL:IPB | region_or_ip_blocked
    at-coremail smtp sender | 554 MI:SPB | account_locked_or_suspended
    eyou imap login | NO Authenticate failed, user or password invalid | wrong_password
    winmail smtp login | 535 Authentication failed, account is disabled | account_locked_or_suspended
    at-feishu imap login | NO [AUTHENTICATIONFAILED] imap is not enabled by admin | admin_disabled
    at-feishu smtp login | 535 Error: authentication failed, please use public mailbox client password | app_password_required
    at-lark smtp sender | 553 sender address doesn't match authenticated account | sender_not_owned
    dingtalk imap login | NO 未开启第三方客户端登录，请联系管理员 | imap_disabled
    at-qq imap login | NO Login fail. Login frequency limited. | rate_limited
    at-qq imap login | NO Login fail. Account is abnormal. | account_locked_or_suspended
    at-qq smtp sender | 503 Error: need EHLO and AUTH first ! | auth_required
    at-qq smtp sender | 550 Invalid User | recipient_rejected
    at-exmail smtp login | 535 Error: authentication failed, account is locked | account_locked_or_suspended
    at-exmail imap login | NO Login fail. Password is incorrect. | app_password_required
    at-163 smtp sender | 550 RP:TRC | send_quota_exceeded
    at-163 imap login | NO LOGIN Login error, please open imap service first | imap_disabled
    at-126 smtp login | 535 Error: authentication failed | app_password_required
    at-netease-enterprise smtp sender | 553 Mail from must equal authorized user | sender_not_owned
    at-netease-enterprise imap login | NO ERR.LOGIN.PASSERR | app_password_required
    at-naver smtp login | 535 5.7.1 Application password required | app_password_required
    at-naver imap login | NO [AUTHENTICATIONFAILED] LOGIN failed | app_password_required
    at-daum smtp login | 535 5.7.1 two-step verification, use app password | app_password_required
    nate imap login | NO 로그인 실패: 비밀번호가 일치하지 않습니다 | wrong_password
    at-yahoo-japan imap login | NO [AUTHENTICATIONFAILED] Incorrect username or password. | wrong_password
    at-nifty smtp login | 535 5.7.8 Error: authentication failed: authentication failure | wrong_password
    at-docomo imap login | NO 外部アプリからのアクセスが許可されていません | imap_disabled
    at-rambler smtp login | 535 5.7.8 Error: authentication failed: Invalid login or password | wrong_password
    at-rambler smtp sender | 550 5.7.1 Spam message rejected | content_rejected
    at-yandex smtp sender | 550 5.7.1 Policy rejection on the target address | content_rejected
    at-yandex smtp sender | 451 4.5.1 The recipient has exceeded their message rate limit. Try again later. | rate_limited
    at-yandex imap login | NO [AUTHENTICATIONFAILED] LOGIN Password disabled, use app password or OAuth | app_password_required
    at-mail-ru imap login | NO [AUTHENTICATIONFAILED] Authentication failed. Please verify your account by phone: https://e.mail.ru/ | phone_binding_required
    at-ukr-net imap login | NO [AUTHENTICATIONFAILED] Необхідний пароль для зовнішніх програм | app_password_required
    at-gmail smtp login | 534-5.7.9 Application-specific password required. Learn more at ⏎ 534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor a1 - gsmtp | app_password_required
    at-gmail imap login | NO [ALERT] Account disabled. (Failure) | account_locked_or_suspended
    at-microsoft365 imap login | NO AUTHENTICATE failed. Basic authentication is disabled | oauth_required
    at-microsoft365 smtp login | 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled | smtp_disabled
    at-microsoft365 smtp login | 535 5.7.139 Authentication unsuccessful, multi-factor authentication required | two_factor_required
    at-microsoft365 smtp sender | 554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; Failed to process message due to a permanent exception with message WASCL UserAction verdict is not None. | content_rejected
    at-microsoft365 smtp sender | 550 5.7.705 Access denied, tenant has exceeded threshold | send_quota_exceeded
    at-microsoft365 smtp greeting | 451 4.7.500 Server busy. Please try again later from [192.0.2.1]. | temporary_server_error
    at-icloud smtp login | 535 5.7.0 Your account must use an app-specific password | app_password_required
    at-icloud imap login | BYE [UNAVAILABLE] iCloud Mail is temporarily unavailable | temporary_server_error
    at-fastmail smtp sender | 550 5.7.1 Sender address not authorised: you must use one of your identities | sender_not_owned
    at-fastmail imap login | NO [AUTHENTICATIONFAILED] Too many failed logins. Try again later | rate_limited
    at-proton imap login | NO too many login attempts, please try again later | rate_limited
    at-zoho smtp login | 535 5.7.8 Authentication credentials invalid | wrong_password
    at-zoho imap login | NO [ALERT] IMAP access disabled by administrator (Failure) | admin_disabled
    at-gmx smtp sender | 550 5.7.1 Too many mails sent, hourly limit exceeded | send_quota_exceeded
    at-ionos smtp login | 535 Authentication credentials invalid. SMTP authentication is disabled for this mailbox | smtp_disabled
    at-ovh imap login | NO [AUTHENTICATIONFAILED] Authentication failed. | wrong_password
    at-godaddy smtp login | 535 #5.7.8 Authentication failed: SMTP Authentication is disabled for your tenant | admin_disabled
    aws-ses smtp login | 535 Authentication Credentials Invalid | wrong_password
    aws-ses smtp sender | 554 Message rejected: Email address is not verified. | sender_not_owned
    aws-ses smtp sender | 454 Throttling failure: Maximum sending rate exceeded. | rate_limited
    sendgrid smtp login | 451 Authentication failed: Maximum credits exceeded | send_quota_exceeded
    mailgun smtp login | 535 5.7.0 Mailgun: authentication failed: account disabled | account_locked_or_suspended
    nobody smtp sender | 571 qwertz uiop | unknown
    """#)
}
