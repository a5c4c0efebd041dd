// A third lot by which the rules are measured, of software and providers that the others do not have.

extension Said {
  /// Sentences of servers' sources and of their users' reports, or written in their manner, and judged before the rules were looked at.
  static let fresh = table(
    #"""
    citadel imap login | NO That username and password combination does not exist here | wrong_password
    citadel smtp sender | 550 You are not allowed to send mail with that e-mail address in the From field. | sender_not_owned
    comcast smtp sender | 421 4.1.0 192.0.2.9 Throttled - try again later. Please see http://postmaster.example/smtp-error-codes.php#RL000001 | rate_limited
    coremail imap login | NO 密码已过期，请登录网页修改 | password_expired
    coremail smtp login | 535 登录次数过于频繁，请稍后再试 | rate_limited
    coremail smtp login | 535 该用户未开通SMTP服务 | smtp_disabled
    coremail smtp sender | 554 发信人地址与登录账号不一致 | sender_not_owned
    courier imap greeting | BYE Maximum number of sessions from one network address reached, close some | too_many_connections
    courier smtp login | 435 Unable to reach authdaemond, retry | temporary_server_error
    courier smtp sender | 530 Authentication required for this port. | auth_required
    cyrus imap list | NO Mailbox has an invalid format | temporary_server_error
    dbmail imap login | NO login rejected | wrong_password
    directadmin smtp message | 550 The user account has reached its daily allotment of outgoing messages. | send_quota_exceeded
    domino imap login | NO Your mail file has not been enabled for use with IMAP | imap_disabled
    domino smtp login | 535 Authentication failed: The name and password were not found in the directory | wrong_password
    exchange imap login | NO [UNAVAILABLE] Database is mandatory unavailable, failover in progress | temporary_server_error
    exim-cpanel smtp message | 550 Domain example.org has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded. | send_quota_exceeded
    freenet imap login | NO Zu viele Anmeldeversuche. Bitte versuchen Sie es später erneut. | rate_limited
    groupwise imap login | NO LOGIN Password invalid [D109] | wrong_password
    hostinger smtp sender | 554 5.7.1 <you@example.org>: Sender address rejected: Disabled by user from hPanel | smtp_disabled
    icewarp imap login | NO [NOPERM] IMAP protocol is not in the rights of this user | imap_disabled
    icewarp smtp login | 501 5.7.0 Authentication canceled, account was disabled by owner | account_locked_or_suspended
    interia imap login | NO Nieprawidłowy login lub hasło | wrong_password
    james imap login | NO LOGIN failed. Maximal number of unsuccessful attempts reached. | rate_limited
    kerio imap login | NO Service IMAP is denied for this user by access policy | imap_disabled
    kopano imap login | BAD Internal error: OpenECSession failed | temporary_server_error
    kopano imap login | NO LOGIN wrong username or password | wrong_password
    korea imap login | NO 비밀번호 오류 횟수 초과로 로그인이 제한되었습니다 | rate_limited
    laposte smtp login | 535 Le protocole SMTP n'est pas activé pour ce compte | smtp_disabled
    lws imap login | NO Connexion refusee : trop de tentatives infructueuses, patientez 30 minutes | rate_limited
    mailgun smtp message | 550 5.7.1 Please activate your Mailgun account. Check your inbox or log in to your control panel to resend the activation email. | web_login_required
    mailu imap login | NO [LIMIT] Temporary authentication failure (rate-limit) | rate_limited
    mailutils imap login | NO LOGIN Login disabled for user | account_locked_or_suspended
    mdaemon imap login | NO LOGIN failed: account frozen | account_locked_or_suspended
    mdaemon smtp greeting | 554 Connection refused, your address is in the dynamic screening block list | region_or_ip_blocked
    mimecast smtp login | 451 Account service is temporarily unavailable | temporary_server_error
    ovh smtp message | 550 5.7.1 Outgoing mail of this address is blocked: spam was sent from it. Change the password in the manager to unlock it | account_locked_or_suspended
    plesk smtp message | 550 5.7.1 Outgoing mail from this mailbox was limited by the server: 50 per hour | send_quota_exceeded
    postal smtp login | 535 Invalid credential | wrong_password
    postal smtp message | 530 From/Sender name is not valid | sender_not_owned
    postal smtp sender | 535 Mail server has been suspended | account_locked_or_suspended
    postfix smtp login | 450 4.7.0 Error: too many failed authentications from 192.0.2.3, wait | rate_limited
    rackspace smtp login | 535 5.7.8 Basic auth was retired; use modern authentication | oauth_required
    rambler smtp login | 535 5.7.8 Неверный логин или пароль | wrong_password
    sakura smtp login | 535 5.7.8 認証に失敗しました。パスワードを確認してください | wrong_password
    sendmail smtp greeting | 452 4.3.1 Insufficient disk space; try again later | temporary_server_error
    sendmail smtp login | 535 5.7.0 authentication failed: user not found in sasldb2 | wrong_password
    sendmail smtp sender | 550 5.7.1 Fix reverse DNS for 192.0.2.7, or use the authenticated port | region_or_ip_blocked
    smartermail imap login | NO Login temporarily blocked because of brute force detection | rate_limited
    smartermail smtp login | 535 Authentication failed: this domain requires users to have two-step authentication and an application password | app_password_required
    smtp2go smtp sender | 552 Your account has been suspended. Please contact us to reactivate | account_locked_or_suspended
    t-online imap login | NO Ihr Zugang ist derzeit gesperrt. Bitte wenden Sie sich an den Kundenservice | account_locked_or_suspended
    uol smtp login | 535 Conta bloqueada temporariamente por excesso de tentativas | rate_limited
    uw-imap imap login | NO LOGIN Can't do that: server is in read-only lockdown, come back after the upgrade | temporary_server_error
    virgilio smtp login | 535 Casella di posta sospesa, contattare l'assistenza | account_locked_or_suspended
    vpopmail smtp login | 553 sorry, you may not use SMTP until you check your mail with an encrypted client (#5.7.1) | tls_required
    xs4all smtp login | 535 5.7.8 Uw account is geblokkeerd wegens misbruik | account_locked_or_suspended
    xserver smtp login | 535 5.7.1 Access from outside Japan is restricted by the SMTP authentication country limit | region_or_ip_blocked
    zimbra imap login | NO You must change your password before you can log in | password_expired
    zoho smtp message | 554 5.7.7 Email policy violation detected | content_rejected
    """#)
}
