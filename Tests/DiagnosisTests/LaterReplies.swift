// Replies that were found later than the first tables, at providers and in server software.

extension Said {
  /// With all causes in their order. A personal mailbox has no administrator, whatever its server says.
  static let later = table(
    #"""
    163 imap inbox netease-imap-f6cccc | NO EXAMINE Unsafe Login. Please contact kefu@188.com for help | id_required
    163 smtp greeting netease-smtp-42b093 | 554 HL:IPB | region_or_ip_blocked
    163 smtp sender netease-smtp-2bf735 | 451 MI:SFQ | send_quota_exceeded
    163 smtp sender netease-smtp-ba9de1 | 554 MI:SPB | account_locked_or_suspended
    163 smtp sender netease-smtp-c42697 | 550 RP:TRC | send_quota_exceeded
    163 smtp sender netease-smtp-11e8e5 | 553 authentication is required | auth_required
    163 smtp greeting netease-smtp-f1e5a9 | 554 IP in blacklist | region_or_ip_blocked
    163 smtp greeting netease-smtp-8fa57d | 554 HL:IHU | region_or_ip_blocked
    163 smtp sender netease-smtp-67a552 | 553 Requested action not taken: Local user only | sender_not_owned wrong_server_or_port
    163 smtp login netease-smtp-19b47c | 550 User suspended | account_locked_or_suspended
    163 smtp sender netease-smtp-52d916 | 450 RP:DRC | rate_limited send_quota_exceeded
    163 smtp sender netease-smtp-79d8d2 | 451 Requested action aborted: local error in processing | temporary_server_error
    163 smtp greeting netease-smtp-12241f | 421 HL:MEP | region_or_ip_blocked
    aliyun-enterprise smtp login aliyun-enterprise-smtp-bfdb7f | 524 username or passwd is NULL | client_protocol_error
    aliyun-enterprise smtp sender aliyun-enterprise-smtp-f3fb69 | 504 the number of RCPT attempts is achieved the maximum threshold | rate_limited
    aol imap login aol-imap-a10cb0 | NO [AUTHENTICATIONFAILED] (#MBR1240) Please verify your account by going to https://login.aol.com | web_login_required account_locked_or_suspended
    aol imap login aol-imap-bde98d | NO Invalid login or password | app_password_required wrong_password
    centrum smtp login centrum-smtp-bbe9de | 535 5.7.8 Error: authentication failed: Server failed | temporary_server_error wrong_password auth_mechanism_unsupported
    exmail imap login tencent-exmail-imap-e91624 | NO Login fail. Please using weixin token to login | app_password_required
    fastmail imap login fastmail-imap-75e6d8 | NO Incorrect username, password or access token. | app_password_required wrong_password wrong_username_form
    fastmail smtp login fastmail-smtp-fc8aba | 535 5.7.0 Incorrect username, password or access token | app_password_required wrong_password wrong_username_form
    generic-courier imap login generic-courier-imap-b9ef5e | BYE IMAP access disabled via insecure connection. | tls_required
    generic-cyrus imap login generic-cyrus-imap-d63d8e | NO Login failed: authentication failure | wrong_password app_password_required wrong_username_form
    generic-dovecot imap login generic-dovecot-imap-feeea3 | NO [LIMIT] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10) | too_many_connections
    generic-dovecot imap login generic-dovecot-imap-52e87b | NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections. | tls_required
    generic-dovecot smtp login generic-dovecot-smtp-c9d4da | 454 4.7.0 Temporary authentication failure. | temporary_server_error
    generic-exchange smtp message exchange-onprem-smtp-ffb58e | 550 5.7.1 Client does not have permissions to send as this sender | sender_not_owned
    generic-hmailserver smtp login generic-hmailserver-smtp-65a880 | 535 Authentication failed. Restarting authentication process. | wrong_password wrong_username_form
    generic-imap imap login generic-imap-imap-35d984 | NO [AUTHORIZATIONFAILED] IMAP access is disabled for this account | imap_disabled
    generic-imap imap login generic-imap-imap-dba2cd | NO [ALERT] Your account is locked | account_locked_or_suspended
    generic-magma imap login generic-magma-imap-ccd2a9 | NO [CONTACTADMIN] This account has been administratively locked. | account_locked_or_suspended admin_disabled
    generic-postal smtp login generic-postal-smtp-475720 | 535 Denied | wrong_password auth_mechanism_unsupported
    generic-postfix smtp login generic-postfix-smtp-4fdc7e | 504 5.5.4 Encryption required for requested authentication mechanism | tls_required
    generic-postfix smtp sender generic-postfix-smtp-b3aca0 | 554 5.7.1 <user@example.net>: Relay access denied | auth_required wrong_server_or_port
    generic-postfix smtp login generic-postfix-smtp-46fff2 | 535 5.7.8 Error: authentication failed: | wrong_password app_password_required wrong_username_form
    generic-zimbra imap login generic-zimbra-imap-1b11e4 | NO [ALERT] password must be changed before IMAP login permitted | password_expired
    gmail imap login gmail-imap-c9d087 | NO [ALERT] Too many simultaneous connections. (Failure) | too_many_connections
    gmail imap login gmail-imap-9d92b0 | NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure) | imap_disabled
    gmail smtp login gmail-smtp-4da814 | 454-4.7.0 Too many login attempts, please try again later. For more information, go to ⏎ 454 4.7.0 https://support.google.com/mail/answer/7126229 - gsmtp | rate_limited
    gmail smtp login gmail-smtp-8a9259 | 534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsbuX ⏎ 534-5.7.14 XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX ⏎ 534-5.7.14 XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX ⏎ 534-5.7.14 XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX> Please log ⏎ 534-5.7.14 in via your web browser and then try again. ⏎ 534-5.7.14  Learn more at ⏎ 534 5.7.14  https://support.google.com/mail/answer/78754 c10sm13775105wru.83 - gsmtp | web_login_required app_password_required
    gmail smtp login gmail-smtp-e5af40 | 504 5.7.4 Unrecognized Authentication Type | auth_mechanism_unsupported
    gmail smtp greeting gmail-smtp-ff01c2 | 421 4.7.0 Try again later, closing connection. (EHLO) | rate_limited temporary_server_error
    gmail imap login gmail-imap-054a4b | BYE [OVERQUOTA] Account exceeded command or bandwidth limits. | rate_limited
    gmail imap login gmail-imap-f3ed44 | NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure) | web_login_required app_password_required
    gmail imap login gmail-imap-00c9f7 | NO [ALERT] Invalid credentials (Failure) | app_password_required wrong_password code_expired_or_revoked
    gmail smtp login gmail-smtp-508fde | 534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsbX ⏎ 534-5.7.14 aaaa_bbbb> Please log in via your web browser and then try ⏎ 534-5.7.14 again. ⏎ 534-5.7.14  Learn more at ⏎ 534 5.7.14  https://support.google.com/mail/answer/78754 x1sm1 - gsmtp | web_login_required app_password_required
    gmx pop3 login gmx-pop3-4e890a | -ERR authentication failed | imap_disabled wrong_password
    icloud imap login icloud-imap-9b5d62 | NO [CONTACTADMIN] Contact your administrator | account_locked_or_suspended
    ionos imap login ionos-imap-29465d | NO System Error | temporary_server_error
    libero smtp greeting libero-smtp-6f51a7 | 550 smtp-10.iol.local smtp-10.iol.local IP blacklisted by CSI. For remediation please use http://csi.cloudmark.com/reset-request/?ip=192.0.2.1 [smtp-10.iol.local; LIB_101] | region_or_ip_blocked
    mail-ru imap login mailru-imap-c4b2ee | NO [AUTHENTICATIONFAILED] NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Aplication password is REQUIRED | app_password_required
    microsoft365 smtp login microsoft365-smtp-fe113d | 535 5.7.3 Authentication unsuccessful [SN4PR0601CA0002.namprd06.prod.outlook.com] | wrong_password wrong_username_form smtp_disabled two_factor_required admin_disabled oauth_required
    microsoft365 smtp login microsoft365-smtp-7c29e4 | 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. | smtp_disabled admin_disabled
    microsoft365 smtp login microsoft365-smtp-431291 | 535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator. | admin_disabled two_factor_required
    microsoft365 smtp sender microsoft365-smtp-4a21c9 | 530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. | smtp_disabled admin_disabled
    microsoft365 smtp login microsoft365-smtp-b4e1da | 550 5.7.30 Basic authentication is not supported for Client Submission. | oauth_required admin_disabled smtp_disabled
    microsoft365 imap list microsoft365-imap-6a596f | NO Server Unavailable. 15 | temporary_server_error
    microsoft365 smtp sender microsoft365-smtp-55bde8 | 432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded | too_many_connections rate_limited
    microsoft365 smtp sender microsoft365-smtp-bc372b | 421 4.4.2 Message submission rate for this client has exceeded the configured limit | rate_limited send_quota_exceeded
    microsoft365 smtp message microsoft365-smtp-cfc937 | 554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message | send_quota_exceeded
    microsoft365 smtp message microsoft365-smtp-2b33c1 | 550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients. (AS:46601) | send_quota_exceeded
    netease-enterprise smtp login netease-enterprise-smtp-5852b6 | 460 ERR.LOGIN.PASSERR | app_password_required wrong_password code_expired_or_revoked
    netease-enterprise smtp login netease-enterprise-smtp-f7f8e0 | 535 ERR.LOGIN.PASSERR | app_password_required wrong_password code_expired_or_revoked
    orange smtp greeting orange-smtp-c0b64d | 421 mwinf5d30 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later.  OFR404_106 [106] | wrong_server_or_port region_or_ip_blocked temporary_server_error
    orange smtp sender orange-smtp-2ccec6 | 550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416] | recipient_rejected
    orange smtp sender orange-smtp-c171b8 | 552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417] | mailbox_full
    orange smtp sender orange-smtp-3a1eca | 550 5.1.0 Emetteur invalide. Invalid Sender. OFR_415 [415] | sender_not_owned
    orange smtp message orange-smtp-c07054 | 550 5.2.0 Mail rejete. Mail rejected. ofr_506 [506] | content_rejected
    outlook imap login outlook-imap-b6bffe | NO [AUTHENTICATIONFAILED] AuthFailed:LogonDenied-BasicAuthBlocked-<UserType:OutlookCom> LogonFailed-BasicAuthBlocked | oauth_required
    outlook imap login outlook-imap-9c9efb | NO Basic authentication is disabled. | oauth_required
    outlook imap login outlook-imap-904806 | NO [ALERT] Account is blocked. Login to your account via a web browser to verify your identity. | account_locked_or_suspended web_login_required
    ovh imap list ovh-imap-4c4d5b | NO LIST failed | temporary_server_error
    proton imap login proton-bridge-imap-8687c8 | NO too many login attempts | rate_limited
    qq imap login qq-imap-6ee15f | NO Authorized code is incorrect | code_expired_or_revoked wrong_password
    qq smtp message qq-smtp-ce9cff | 550 The "From" header is missing or invalid. Please follow RFC5322, RFC2047, RFC822 standard protocol. https://service.mail.qq.com/detail/124/995. | client_protocol_error
    qq imap login qq-imap-c17ba7 | NO 登录太频繁 | rate_limited
    qq imap login qq-imap-152ae9 | NO Please enable mail protocol first | imap_disabled
    sina smtp message sina-smtp-56c5b5 | 553 Envolope sender mismatch with header from.. | sender_not_owned client_protocol_error
    workmail smtp message workmail-smtp-45029c | 554 Message rejected: Email address is not verified. The following identities failed the check in region US-EAST-1: ada@example.com | sender_not_owned
    workmail smtp sender workmail-smtp-e8ca68 | 454 Throttling failure: Maximum sending rate exceeded. | rate_limited send_quota_exceeded
    yahoo smtp sender yahoo-smtp-144c40 | 553 From address not verified - see http://help.yahoo.com/l/us/yahoo/mail/original/manage/sendfrom-07.html | sender_not_owned
    yahoo imap login yahoo-imap-97a058 | NO [LIMIT] LOGIN Rate limit hit. | rate_limited
    yahoo imap login yahoo-imap-a4c3f9 | NO [AUTHENTICATIONFAILED] (#AUTH012) Incorrect username or password. | app_password_required wrong_password
    yahoo imap login yahoo-imap-a41dab | NO [AUTHORIZATIONFAILED] Incorrect username or password. (#MBR1212) | app_password_required wrong_password
    yahoo imap login yahoo-imap-59624e | NO [AUTHORIZATIONFAILED] LOGIN Invalid credentials | app_password_required wrong_password
    yahoo-japan imap inbox yahoo-japan-imap-a709e7 | NO [LIMIT] SELECT Rate limit hit. | rate_limited
    yandex imap login yandex-imap-c5ba7c | NO [AUTHENTICATIONFAILED] AUTHENTICATE invalid credentials or IMAP is disabled sc=xxxxxxxxxxxx_000000_xxx | imap_disabled app_password_required wrong_password code_expired_or_revoked
    yandex smtp sender yandex-smtp-da1398 | 553 5.7.1 Sender address rejected: not owned by auth user. | sender_not_owned
    yandex smtp login yandex-smtp-0d9d5b | 502 5.5.2 Syntax error, command unrecognized. | auth_mechanism_unsupported client_protocol_error wrong_server_or_port
    zoho imap login zoho-imap-4dae0a | NO [ALERT] Invalid credentials(Failure) | app_password_required wrong_password wrong_server_or_port wrong_username_form
    zoho imap login zoho-imap-000462 | NO [ALERT] You are yet to enable IMAP for your account (Failure) | imap_disabled plan_does_not_include_imap
    zoho smtp sender zoho-smtp-c3b5bd | 550 5.4.6 Unusual sending activity detected. Click UnblockMe. | account_locked_or_suspended send_quota_exceeded
    """#)
}
