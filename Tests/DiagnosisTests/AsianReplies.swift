// Replies observed at providers in China and Korea, with their causes.

extension Said {
  /// Texts as servers sent them. Addresses and ids are replaced with documentation values.
  static let asian = table(
    #"""
    aliyun smtp sender aliyun-smtp-3157ab | 436 "MAIL FROM" doesn't conform with authentication [@sm060104] | sender_not_owned
    aliyun-enterprise smtp login aliyun-enterprise-smtp-b06286 | 526 Authentication failure[0] | app_password_required wrong_password wrong_username_form smtp_disabled admin_disabled region_or_ip_blocked rate_limited
    aliyun-enterprise smtp login aliyun-enterprise-smtp-c118b1 | 526 Authentication failure[1] | rate_limited
    aliyun-enterprise smtp login aliyun-enterprise-smtp-6aa3f2 | 523 cipher text is invalid base64 format | client_protocol_error
    aliyun-enterprise smtp sender aliyun-enterprise-smtp-d01fae | 554 Reject by behaviour spam | content_rejected
    aliyun-enterprise smtp sender aliyun-enterprise-smtp-0f305a | 454 Transient reject by behaviour spam | rate_limited
    aliyun-enterprise smtp sender aliyun-enterprise-smtp-977995 | 554 Reject by content spam | content_rejected
    aliyun-enterprise smtp sender aliyun-enterprise-smtp-212b54 | 501 "MAIL FROM" is non-local account | sender_not_owned
    aliyun-enterprise smtp sender aliyun-enterprise-smtp-51b144 | 450 "MAIL FROM" mailbox unavailable | account_locked_or_suspended
    aliyun-enterprise smtp sender aliyun-enterprise-smtp-0c0ea2 | 440 mail from account doesn't conform with authentication | sender_not_owned
    aliyun-enterprise smtp sender aliyun-enterprise-smtp-a92ac6 | 541 This account isn't allowed to send email | account_locked_or_suspended
    aliyun-enterprise smtp sender aliyun-enterprise-smtp-6d5195 | 440 mail from account doesn't conform with authentication (Auth Account:user@example.org|Mail Account:other@example.org) | sender_not_owned
    aliyun-enterprise smtp sender aliyun-enterprise-smtp-b046b0 | 505 the total of RCPTs is achieved the maximum threshold | send_quota_exceeded
    daum imap login daum-imap-116be2 | NO fail_code(430 Two-Step Verification) | two_factor_required app_password_required
    daum imap login daum-imap-e84b94 | NO fail_code(405 Password Mismatch) | wrong_password app_password_required
    lark smtp login lark-smtp-217f9a | 535 Error: authentication failed, system busy | app_password_required wrong_password smtp_disabled
    naver smtp login naver-smtp-ed134c | 535 5.7.1 Username and Password not accepted | app_password_required smtp_disabled wrong_password
    naver smtp login naver-smtp-f496d4 | 553 5.3.0 Auth failure | auth_mechanism_unsupported client_protocol_error wrong_password
    naver smtp greeting naver-smtp-f62785 | 421 4.3.2 Too many concurrent connection | too_many_connections
    163 imap login netease-imap-149cb5 | NO LOGIN Login error password error | app_password_required wrong_password code_expired_or_revoked imap_disabled
    163 imap login netease-imap-6e2c78 | NO LOGIN Login error or password error | app_password_required wrong_password code_expired_or_revoked region_or_ip_blocked wrong_server_or_port
    163 imap login netease-imap-c1c095 | BAD Request not ending with | client_protocol_error auth_mechanism_unsupported
    163 imap inbox netease-imap-758513 | NO SELECT Unsafe Login. Please contact kefu@188.com for help | id_required
    163 smtp login netease-smtp-cc62dd | 535 Error: authentication failed | app_password_required wrong_password smtp_disabled code_expired_or_revoked
    163 smtp login netease-smtp-cea3b5 | 550 User has no permission | smtp_disabled
    163 smtp login netease-smtp-004efa | 451 Requested mail action not taken: too much fail authentication | rate_limited
    163 smtp sender netease-smtp-8061aa | 451 DT:SPM ,please try again | content_rejected rate_limited
    163 smtp sender netease-smtp-08643f | 554 DT:SPM 163 smtp5,D9GowXXXXXXXXXXXXXXXXX--.9035S2 1473730639,please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.10&hostid=smtp5&time=1473730639 | content_rejected
    163 smtp sender netease-smtp-d87a79 | 554 DT:SUM | sender_not_owned
    163 smtp greeting netease-smtp-95b9de | 421 HL:REP | region_or_ip_blocked
    163 smtp greeting netease-smtp-1f66bc | 421 HL:ICC | too_many_connections
    163 smtp greeting netease-smtp-b0705a | 421 HL:IFC | rate_limited
    163 smtp greeting netease-smtp-2a1c62 | 554 IP is rejected, smtp auth error limit exceed | rate_limited
    163 smtp sender netease-smtp-42a230 | 450 MI:CEL | client_protocol_error
    163 smtp sender netease-smtp-ff90ae | 450 MI:DMC | rate_limited
    163 smtp sender netease-smtp-f14b39 | 553 Mail from must equal authorized user | sender_not_owned
    163 smtp sender netease-smtp-d0ec6e | 554 MI:STC | send_quota_exceeded
    netease-enterprise imap login netease-enterprise-imap-d4b535 | NO ERR.LOGIN.PASSERR | app_password_required wrong_password code_expired_or_revoked
    netease-enterprise imap login netease-enterprise-imap-6c430b | NO ERR.LOGIN.USERNOTEXIST | wrong_username_form
    netease-enterprise imap login netease-enterprise-imap-dde8e3 | NO ERR.LOGIN.DOMAINNOTEXIST | wrong_server_or_port wrong_username_form
    netease-enterprise imap login netease-enterprise-imap-37eda7 | NO ERR.LOGIN.DOMAINSTATUS | account_locked_or_suspended
    netease-enterprise imap login netease-enterprise-imap-cf4b54 | NO ERR.LOGIN.DOMAINEXPED | plan_does_not_include_imap
    netease-enterprise imap login netease-enterprise-imap-1db548 | NO ERR.LOGIN.DOMAINDENY | admin_disabled
    netease-enterprise imap login netease-enterprise-imap-ff3f30 | NO ERR.LOGIN.USERSTATUS | account_locked_or_suspended
    netease-enterprise imap login netease-enterprise-imap-e05473 | NO ERR.LOGIN.USEREXP | account_locked_or_suspended
    netease-enterprise imap login netease-enterprise-imap-4d867f | NO ERR.LOGIN.PERMDENY | plan_does_not_include_imap admin_disabled
    netease-enterprise imap login netease-enterprise-imap-f843cf | NO ERR.LOGIN.IPDENY | region_or_ip_blocked
    netease-enterprise imap login netease-enterprise-imap-324232 | NO ERR.LOGINRULE.IPDENY | region_or_ip_blocked admin_disabled
    netease-enterprise imap login netease-enterprise-imap-4c3f24 | NO ERR.LOGIN.SYSTEMBUSY | temporary_server_error
    netease-enterprise imap login netease-enterprise-imap-f65f36 | NO ERR.LOGIN.ILLEGALACCOUNT | wrong_username_form
    netease-enterprise imap login netease-enterprise-imap-dd0a8a | NO ERR.LOGIN.PASSERR_TRUST | wrong_password
    netease-enterprise imap login netease-enterprise-imap-14262e | NO ERR.REQ.VERIFYCODE | rate_limited
    netease-enterprise imap login netease-enterprise-imap-ecec5b | NO ERR.PASSCHANGE | password_expired web_login_required
    netease-enterprise imap login netease-enterprise-imap-88d374 | NO ACCOUNT.NEED2FA | phone_binding_required
    netease-enterprise imap login netease-enterprise-imap-b99dd0 | NO ERR.LOGIN.REQCODE | app_password_required code_expired_or_revoked
    netease-enterprise imap login netease-enterprise-imap-81f774 | NO ERR.ILLEGAL.EMAIL | imap_disabled wrong_username_form
    netease-enterprise imap id netease-enterprise-imap-f88df7 | BAD Request not ending with | client_protocol_error
    netease-enterprise imap inbox netease-enterprise-imap-59f08f | BAD Could not parse command | client_protocol_error
    netease-enterprise smtp login netease-enterprise-smtp-f4f081 | 535 ERR.LOGIN.REQCODE | app_password_required code_expired_or_revoked
    netease-enterprise smtp login netease-enterprise-smtp-ca78aa | 535 email format login fail | wrong_username_form
    netease-enterprise smtp login netease-enterprise-smtp-93cd5e | 535 ERR.LOGIN.DOMAINNOTEXIST | wrong_server_or_port wrong_username_form
    netease-enterprise smtp login netease-enterprise-smtp-d52e89 | 535 ERR.LOGIN.SMTPLIMIT | rate_limited
    qq imap login qq-imap-a0d39f | NO Please using authorized code to login. More information at http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256 | app_password_required code_expired_or_revoked imap_disabled
    qq imap login qq-imap-e2a9e4 | NO Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023 | app_password_required code_expired_or_revoked imap_disabled rate_limited account_locked_or_suspended temporary_server_error wrong_server_or_port
    qq smtp login qq-smtp-8c7fe9 | 535 Login Fail. Please enter your authorization code to login. More information in http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256 | app_password_required code_expired_or_revoked smtp_disabled
    qq smtp login qq-smtp-bdffc4 | hex 353335204572726f723a20c7ebcab9d3c3cadac8a8c2ebb5c7c2bca1a3cfeac7e9c7ebbfb43a20687474703a2f2f736572766963652e6d61696c2e71712e636f6d2f6367692d62696e2f68656c703f737562747970653d31262669643d323826266e6f3d31303031323536 | app_password_required code_expired_or_revoked rate_limited
    qq smtp login qq-smtp-25f4bd | 535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023 | app_password_required code_expired_or_revoked smtp_disabled rate_limited account_locked_or_suspended temporary_server_error wrong_server_or_port
    qq smtp login qq-smtp-bf0730 | 502 Invalid input | auth_mechanism_unsupported
    qq smtp sender qq-smtp-3a7351 | 501 Invalid input from 192.0.2.1 to newxmesmtplogicsvrszb1.qq.com. | client_protocol_error
    qq smtp sender qq-smtp-737de1 | 501 mail from address must be same as authorization user | sender_not_owned
    sina imap login sina-imap-061909 | NO LOGIN auth error | wrong_password app_password_required imap_disabled
    sina imap login sina-imap-8f8605 | BAD AUTHENTICATE with LOGIN | auth_mechanism_unsupported
    sina smtp sender sina-smtp-c3d2da | 553 Envolope sender mismatch with login user.. | sender_not_owned
    exmail imap login tencent-exmail-imap-d1d343 | hex 42414420c8b1c9d96c6f67696ec3fbbacdc3dcc2eb0d0a | client_protocol_error
    exmail smtp login tencent-exmail-smtp-6f3e49 | 535 Error: authentication failed, system busy | app_password_required code_expired_or_revoked wrong_password rate_limited smtp_disabled auth_mechanism_unsupported
    exmail smtp sender tencent-exmail-smtp-092c3b | 501 mail from address must be same as authorization user | sender_not_owned
    """#)
}
