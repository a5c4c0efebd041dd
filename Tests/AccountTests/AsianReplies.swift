// Replies observed at providers in China and Korea, with what was behind them.

extension Said {
  /// Texts as servers sent them, addresses and ids replaced by documentation values.
  static let asian = table(
    #"""
    aliyun smtp sender | 436 "MAIL FROM" doesn't conform with authentication [@sm060104] | sender_not_owned
    aliyun-enterprise smtp login | 526 Authentication failure[0] | app_password_required wrong_password wrong_username_form smtp_disabled admin_disabled region_or_ip_blocked rate_limited
    aliyun-enterprise smtp login | 526 Authentication failure[1] | rate_limited
    aliyun-enterprise smtp login | 523 cipher text is invalid base64 format | client_protocol_error
    aliyun-enterprise smtp sender | 501 "MAIL FROM" is non-local account | sender_not_owned
    aliyun-enterprise smtp sender | 450 "MAIL FROM" mailbox unavailable | account_locked_or_suspended
    aliyun-enterprise smtp sender | 440 mail from account doesn't conform with authentication | sender_not_owned
    aliyun-enterprise smtp sender | 541 This account isn't allowed to send email | account_locked_or_suspended
    aliyun-enterprise smtp sender | 440 mail from account doesn't conform with authentication (Auth Account:user@example.org|Mail Account:other@example.org) | sender_not_owned
    daum imap login | NO fail_code(430 Two-Step Verification) | two_factor_required app_password_required
    daum imap login | NO fail_code(405 Password Mismatch) | wrong_password app_password_required
    lark smtp login | 535 Error: authentication failed, system busy | app_password_required wrong_password smtp_disabled
    naver smtp login | 535 5.7.1 Username and Password not accepted | app_password_required smtp_disabled wrong_password
    naver smtp login | 553 5.3.0 Auth failure | auth_mechanism_unsupported client_protocol_error wrong_password
    naver smtp greeting | 421 4.3.2 Too many concurrent connection | too_many_connections
    163 imap login | NO LOGIN Login error password error | app_password_required wrong_password code_expired_or_revoked imap_disabled
    163 imap login | NO LOGIN Login error or password error | app_password_required wrong_password code_expired_or_revoked region_or_ip_blocked wrong_server_or_port
    163 imap login | BAD Request not ending with | client_protocol_error auth_mechanism_unsupported
    163 imap inbox | NO SELECT Unsafe Login. Please contact kefu@188.com for help | id_required
    163 smtp login | 535 Error: authentication failed | app_password_required wrong_password smtp_disabled code_expired_or_revoked
    163 smtp login | 550 User has no permission | smtp_disabled
    163 smtp login | 451 Requested mail action not taken: too much fail authentication | rate_limited
    163 smtp greeting | 421 HL:REP | region_or_ip_blocked
    163 smtp greeting | 421 HL:ICC | too_many_connections
    163 smtp greeting | 421 HL:IFC | rate_limited
    163 smtp greeting | 554 IP is rejected, smtp auth error limit exceed | rate_limited
    163 smtp sender | 450 MI:CEL | client_protocol_error
    163 smtp sender | 450 MI:DMC | rate_limited
    163 smtp sender | 553 Mail from must equal authorized user | sender_not_owned
    163 smtp sender | 554 MI:STC | send_quota_exceeded
    netease-enterprise imap login | NO ERR.LOGIN.PASSERR | app_password_required wrong_password code_expired_or_revoked
    netease-enterprise imap login | NO ERR.LOGIN.USERNOTEXIST | wrong_username_form
    netease-enterprise imap login | NO ERR.LOGIN.DOMAINNOTEXIST | wrong_server_or_port wrong_username_form
    netease-enterprise imap login | NO ERR.LOGIN.DOMAINSTATUS | account_locked_or_suspended
    netease-enterprise imap login | NO ERR.LOGIN.DOMAINEXPED | plan_does_not_include_imap
    netease-enterprise imap login | NO ERR.LOGIN.DOMAINDENY | admin_disabled
    netease-enterprise imap login | NO ERR.LOGIN.USERSTATUS | account_locked_or_suspended
    netease-enterprise imap login | NO ERR.LOGIN.USEREXP | account_locked_or_suspended
    netease-enterprise imap login | NO ERR.LOGIN.PERMDENY | plan_does_not_include_imap admin_disabled
    netease-enterprise imap login | NO ERR.LOGIN.IPDENY | region_or_ip_blocked
    netease-enterprise imap login | NO ERR.LOGINRULE.IPDENY | region_or_ip_blocked admin_disabled
    netease-enterprise imap login | NO ERR.LOGIN.SYSTEMBUSY | temporary_server_error
    netease-enterprise imap login | NO ERR.LOGIN.ILLEGALACCOUNT | wrong_username_form
    netease-enterprise imap login | NO ERR.LOGIN.PASSERR_TRUST | wrong_password
    netease-enterprise imap login | NO ERR.REQ.VERIFYCODE | rate_limited
    netease-enterprise imap login | NO ERR.PASSCHANGE | password_expired web_login_required
    netease-enterprise imap login | NO ACCOUNT.NEED2FA | phone_binding_required
    netease-enterprise imap login | NO ERR.LOGIN.REQCODE | app_password_required code_expired_or_revoked
    netease-enterprise imap login | NO ERR.ILLEGAL.EMAIL | imap_disabled wrong_username_form
    netease-enterprise imap login | BAD Request not ending with | client_protocol_error
    netease-enterprise imap inbox | BAD Could not parse command | client_protocol_error
    netease-enterprise smtp login | 535 ERR.LOGIN.REQCODE | app_password_required code_expired_or_revoked
    netease-enterprise smtp login | 535 email format login fail | wrong_username_form
    netease-enterprise smtp login | 535 ERR.LOGIN.DOMAINNOTEXIST | wrong_server_or_port wrong_username_form
    netease-enterprise smtp login | 535 ERR.LOGIN.SMTPLIMIT | rate_limited
    qq imap login | NO Please using authorized code to login. More information at http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256 | app_password_required code_expired_or_revoked imap_disabled
    qq imap login | NO Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023 | app_password_required code_expired_or_revoked imap_disabled rate_limited account_locked_or_suspended temporary_server_error wrong_server_or_port
    qq smtp login | 535 Login Fail. Please enter your authorization code to login. More information in http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256 | app_password_required code_expired_or_revoked smtp_disabled
    qq smtp login | 535 Error: 请使用授权码登录。详情请看: http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256 | app_password_required code_expired_or_revoked rate_limited
    qq smtp login | 535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023 | app_password_required code_expired_or_revoked smtp_disabled rate_limited account_locked_or_suspended temporary_server_error wrong_server_or_port
    qq smtp login | 502 Invalid input | auth_mechanism_unsupported
    qq smtp sender | 501 Invalid input from 192.0.2.1 to newxmesmtplogicsvrszb1.qq.com. | client_protocol_error
    qq smtp sender | 501 mail from address must be same as authorization user | sender_not_owned
    sina imap login | NO LOGIN auth error | wrong_password app_password_required imap_disabled
    sina imap login | BAD AUTHENTICATE with LOGIN | auth_mechanism_unsupported
    sina smtp sender | 553 Envolope sender mismatch with login user.. | sender_not_owned
    exmail smtp login | 535 Error: authentication failed, system busy | app_password_required code_expired_or_revoked wrong_password rate_limited smtp_disabled auth_mechanism_unsupported
    exmail smtp sender | 501 mail from address must be same as authorization user | sender_not_owned
    """#)
}
