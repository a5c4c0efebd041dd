// Replies observed at providers in Russia, Europe and America, with their causes.

extension Said {
  /// Texts as servers sent them. Addresses and ids are replaced with documentation values.
  static let western = table(
    #"""
    aol imap login aol-imap-a2f0f7 | NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials | app_password_required wrong_password
    aol smtp login aol-smtp-b32e25 | 535 5.7.0 (#AUTH005) Bad credentials | app_password_required wrong_password
    fastmail imap login fastmail-imap-e3109d | NO Incorrect username or password. | app_password_required wrong_username_form wrong_password imap_disabled
    fastmail smtp sender fastmail-smtp-2c3c25 | 551 5.7.1 Not authorised to send from this header address | sender_not_owned
    gmail imap login gmail-imap-637be5 | NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure) | app_password_required
    gmail imap login gmail-imap-ec74df | * NO [WEBALERT https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKgnsbtXXXXXXXX] Web login required. ⏎ NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure) | web_login_required app_password_required oauth_required
    gmail imap login gmail-imap-dd343b | NO [AUTHENTICATIONFAILED] Invalid credentials (Failure) | app_password_required wrong_password code_expired_or_revoked imap_disabled
    gmail imap login gmail-imap-b34cbd | NO [ALERT] IMAP access is not allowed for this account. | admin_disabled
    gmail imap login gmail-imap-5f349d | NO [ALERT] IMAP access is disabled for your domain. Please contact your domain administrator for questions about this feature. (Failure) | admin_disabled
    gmail imap login gmail-imap-9b1d39 | NO [ALERT] Account exceeded command or bandwidth limits. (Failure) | rate_limited
    gmail imap login gmail-imap-ed2b53 | * BYE Session expired, please login again | rate_limited
    gmail pop3 login gmail-pop3-ecebef | -ERR [AUTH] Username and password not accepted. | app_password_required wrong_password
    gmail smtp login gmail-smtp-38b533 | 534-5.7.9 Application-specific password required. For more information, go to ⏎ 534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor 6a1803df08f44-8ffd82ea9casm7101606d6.42 - gsmtp | app_password_required
    gmail smtp login gmail-smtp-f19713 | 535-5.7.8 Username and Password not accepted. Learn more at ⏎ 535 5.7.8  https://support.google.com/mail/?p=BadCredentials o13sm2119833lfg.90 - gsmtp | app_password_required wrong_password code_expired_or_revoked
    gmail smtp login gmail-smtp-0fa935 | 534-5.7.9 Please log in with your web browser and then try again. Learn more at ⏎ 534 5.7.9  https://support.google.com/mail/?p=WebLoginRequired u9-20020a170903304900b0015e8d4eb2d8sm1234567pla.1 - gsmtp | web_login_required app_password_required
    gmail smtp login gmail-smtp-d17e6b | 501 5.5.2 Cannot Decode response | client_protocol_error
    gmail smtp login gmail-smtp-a17d00 | 535 5.5.4 Optional Argument not permitted for that AUTH mode | client_protocol_error
    gmail smtp login gmail-smtp-3dd61a | 454 4.7.0 Cannot authenticate due to temporary system problem. Try again later | temporary_server_error
    gmail smtp login gmail-smtp-8adfbc | 535 5.7.1 Application-specific password required. For more information, visit https://support.google.com/accounts/answer/185833 | app_password_required
    gmail smtp sender gmail-smtp-612ce2 | 550-5.4.5 Daily user sending limit exceeded. | send_quota_exceeded
    gmail smtp sender gmail-smtp-13a5a8 | 530 5.5.1 Authentication Required. For more information, visit https://support.google.com/accounts/troubleshooter/2402620 | auth_required
    gmail smtp sender gmail-smtp-457a61 | 550 5.7.0 Mail Sending denied | account_locked_or_suspended
    gmail smtp sender gmail-smtp-16c98d | 530 5.7.0 Must issue a STARTTLS command first | tls_required
    gmail smtp sender gmail-smtp-588e3f | 530-5.5.1 Authentication Required. Learn more at ⏎ 530 5.5.1  https://support.google.com/mail/?p=WantAuthError o189sm20117163wmo.23 - gsmtp | auth_required
    gmx imap login gmx-imap-4494ea | NO authentication failed | imap_disabled app_password_required wrong_password account_locked_or_suspended
    gmx smtp login gmx-smtp-03ecd6 | 535 Authentication credentials invalid | imap_disabled app_password_required wrong_password two_factor_required account_locked_or_suspended
    gmx smtp sender gmx-smtp-134aba | 550-Requested action not taken: mailbox unavailable ⏎ 550 Sender address is not allowed. | sender_not_owned
    gmx smtp sender gmx-smtp-f259b4 | 550-Requested action not taken: mailbox unavailable ⏎ 550 Failure sending mail. Try again later | rate_limited content_rejected
    godaddy smtp login godaddy-smtp-9cf4ab | 535 Authentication failed: account disabled | account_locked_or_suspended
    godaddy smtp login godaddy-smtp-1756e0 | 535 Authentication not allowed on IBSMTP Servers. IB401 | wrong_server_or_port
    icloud imap login icloud-imap-54d298 | NO [AUTHENTICATIONFAILED] Authentication failed | app_password_required wrong_password wrong_username_form code_expired_or_revoked
    icloud smtp login icloud-smtp-4c16c0 | 535 5.7.8 Error: authentication failed | app_password_required wrong_password code_expired_or_revoked
    icloud smtp sender icloud-smtp-85878c | 550 5.7.0 From address is not one of your addresses | sender_not_owned
    infomaniak smtp login infomaniak-smtp-cf43a5 | 535 5.7.0 Invalid login or password | app_password_required wrong_password wrong_username_form
    ionos imap login ionos-imap-30d891 | NO authentication failed | wrong_password wrong_username_form imap_disabled account_locked_or_suspended
    ionos smtp login ionos-smtp-17efd4 | 535 Authentication credentials invalid | wrong_password wrong_username_form smtp_disabled account_locked_or_suspended
    laposte smtp sender laposte-smtp-baddfa | 550 5.7.1 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN007_510 | content_rejected
    laposte smtp sender laposte-smtp-09bf52 | 550 5.5.0 Authentification requise. Authentication Required. LPN105_402 | auth_required
    laposte smtp sender laposte-smtp-aaf377 | 550 5.5.3 Mail from not owned by user. LPN105_421 | sender_not_owned
    mail-ru imap login mailru-imap-0d136d | NO [AUTHENTICATIONFAILED] NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Application password is REQUIRED | app_password_required
    mail-ru smtp login mailru-smtp-a881a7 | 535 5.7.0 NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Application password is REQUIRED | app_password_required
    mail-ru smtp login mailru-smtp-f4fd76 | 535 Incorrect authentication data: authentication failed | wrong_password app_password_required
    mail-ru smtp sender mailru-smtp-b00cea | 550 not local sender over smtp | sender_not_owned
    microsoft365 imap login microsoft365-imap-01f139 | NO LOGIN failed. | oauth_required wrong_password two_factor_required imap_disabled admin_disabled
    microsoft365 imap login microsoft365-imap-21d3c7 | NO AUTHENTICATE failed. | oauth_required wrong_password imap_disabled admin_disabled wrong_username_form
    microsoft365 imap login microsoft365-imap-0281a3 | OK Unable to authenticate | wrong_password temporary_server_error
    microsoft365 imap list microsoft365-imap-c87dc8 | NO List Command is not permitted in current state (NotAuthenticatedServerError) | wrong_password temporary_server_error
    microsoft365 imap list microsoft365-imap-c56bdc | * BYE Connection closed. 14 | imap_disabled admin_disabled no_mailbox_or_license wrong_password
    microsoft365 imap inbox microsoft365-imap-f77cc3 | BAD User is authenticated but not connected. | imap_disabled wrong_password admin_disabled no_mailbox_or_license too_many_connections wrong_username_form region_or_ip_blocked
    microsoft365 imap inbox microsoft365-imap-183706 | BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds | rate_limited
    microsoft365 smtp login microsoft365-smtp-a95058 | 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. [TY1PR01CA0183.jpnprd01.prod.outlook.com] | admin_disabled smtp_disabled
    microsoft365 smtp login microsoft365-smtp-6fe49c | 535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. [MN2PR07CA0004.namprd07.prod.outlook.com 2024-08-13T18:27:55.030Z 08DCBB430284475F] | admin_disabled two_factor_required oauth_required
    microsoft365 smtp login microsoft365-smtp-b217a0 | 535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator. [CH2PR19CA0002.namprd19.prod.outlook.com 2026-08-28T19:45:50.437Z 08DF04C6D9A404E7] | account_locked_or_suspended
    microsoft365 smtp login microsoft365-smtp-495005 | 535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. | wrong_password two_factor_required
    microsoft365 smtp login microsoft365-smtp-7d441c | 504 5.7.4 Unrecognized authentication type [MW4PR03CA0123.namprd03.prod.outlook.com] | smtp_disabled tls_required auth_mechanism_unsupported
    microsoft365 smtp sender microsoft365-smtp-8ca4f6 | 550 5.7.60 SMTP; Client does not have permissions to send as this sender | sender_not_owned
    microsoft365 smtp sender microsoft365-smtp-925651 | 554 5.2.252 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message Cannot submit message. | sender_not_owned
    microsoft365 smtp sender microsoft365-smtp-67f9b3 | 530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [YT3PR01CA0122.CANPRD01.PROD.OUTLOOK.COM 2025-01-22T03:07:00.315Z 08DD393115XXXXXX] | oauth_required
    microsoft365 smtp sender microsoft365-smtp-6af654 | 530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.3 Authentication unsuccessful [FR0P281CA0108.DEUP281.PROD.OUTLOOK.COM] | wrong_password two_factor_required smtp_disabled
    microsoft365 smtp sender microsoft365-smtp-62f6de | 432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information. | too_many_connections
    migadu imap login migadu-imap-cd7b8a | NO AUTHENTICATE PLAIN is the only supported mechanism | auth_mechanism_unsupported
    orange smtp login orange-smtp-488ad8 | 550 5.7.0 Code d'authentification invalide OFR_305 | wrong_password wrong_username_form
    orange smtp greeting orange-smtp-796acb | 421 mwinf5c79 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR005_104 | too_many_connections
    orange smtp greeting orange-smtp-f8546b | 550 mwinf5c04 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR006_102 | region_or_ip_blocked
    orange smtp sender orange-smtp-1d7ea3 | 501 5.1.0 Emetteur invalide. Invalid Sender. OFR004_405 [405] | sender_not_owned client_protocol_error
    outlook imap login outlook-imap-5a4667 | NO [AUTHORIZATIONFAILED] Account does not have a valid mailbox. Login to your account via a web browser. | wrong_username_form web_login_required no_mailbox_or_license
    outlook smtp login outlook-smtp-29f2ae | 535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [PN0PR01CA0024.INDPRD01.PROD.OUTLOOK.COM 2025-01-26T18:54:30.055Z 08DD3DD7D75D7743] | oauth_required
    outlook smtp sender outlook-smtp-eb5074 | 554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed to process message due to a permanent exception with message Cannot submit message. | sender_not_owned
    ovh smtp sender ovh-smtp-87598a | 550 5.7.60 SMTP; Client does not have permissions to send as this sender | sender_not_owned
    proton imap login proton-bridge-imap-d9e105 | NO no such user | app_password_required wrong_password wrong_username_form
    proton smtp login proton-bridge-smtp-72df89 | 535 5.7.0 invalid username or password | app_password_required wrong_password
    proton smtp sender proton-bridge-smtp-3ffcc6 | 554 5.0.0 Error: transaction failed, blame it on the weather: cannot send from address: user@example.org | sender_not_owned
    rogers smtp sender rogers-smtp-d90169 | 553 From address not verified - see http://www.rogershelp.com/verify-email | sender_not_owned
    spectrum smtp sender spectrum-smtp-3dadb4 | 550 5.1.0 user@example.com sender rejected. AUP#O-1500 | sender_not_owned
    spectrum smtp sender spectrum-smtp-c9d784 | 554 5.7.1 account blocked from sending. AUP#O-1010 | account_locked_or_suspended
    t-online pop3 login t-online-pop3-94c618 | Toid authentication disabled | app_password_required
    tiscali-it smtp login tiscali-smtp-c1d2f3 | 535 5.7.0 authentication rejected: your password is too simple | password_too_weak
    web-de imap login webde-imap-d46f53 | NO authentication failed | imap_disabled app_password_required wrong_password account_locked_or_suspended rate_limited
    yahoo imap login yahoo-imap-586c10 | NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials | app_password_required wrong_password code_expired_or_revoked wrong_username_form
    yahoo imap login yahoo-imap-1c03eb | NO [AUTHENTICATIONFAILED] AUTHENTICATE Invalid credentials | app_password_required wrong_password code_expired_or_revoked
    yahoo imap login yahoo-imap-bfd2a1 | NO [AUTHENTICATIONFAILED] Too many bad login attempts. | app_password_required rate_limited
    yahoo imap login yahoo-imap-39b263 | NO [SERVERBUG] LOGIN Server error - Please try again later | too_many_connections temporary_server_error rate_limited
    yahoo imap login yahoo-imap-e1ce53 | * BYE IMAP4rev1 Server logging out | temporary_server_error too_many_connections unknown
    yahoo smtp login yahoo-smtp-f3ffaa | 535 5.7.0 (#AUTH005) Too many bad auth attempts. | app_password_required wrong_password rate_limited
    yahoo smtp login yahoo-smtp-2cf425 | 535 5.7.0 (#MBR1212) Incorrect username or password. | app_password_required wrong_password
    yandex imap login yandex-imap-5bf619 | NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled sc=xxxxxxxxxxxx_010534_2-1e59ad28a72c | imap_disabled app_password_required wrong_password code_expired_or_revoked phone_binding_required
    yandex smtp login yandex-smtp-7d3430 | 535 5.7.8 Error: authentication failed: Invalid format. | client_protocol_error wrong_username_form
    yandex smtp login yandex-smtp-94febe | 535 5.7.8 Error: authentication failed: Your message looks like spam. You need to use web for sending or prove you are not a robot using the following link http://ya.cc/XXXXXX | account_locked_or_suspended content_rejected web_login_required
    yandex smtp login yandex-smtp-279e7b | 530 5.7.7 Email sending without SSL/TLS encryption is not allowed. Please see: http://help.yandex.ru/mail/mail-clients/ssl.xml | tls_required
    yandex smtp login yandex-smtp-cacffb | 535 5.7.8 Error: authentication failed: This user does not have access rights to this service | imap_disabled app_password_required smtp_disabled
    yandex smtp login yandex-smtp-00926f | 535 5.7.8 Error: authentication failed: Invalid user or password! | app_password_required wrong_password code_expired_or_revoked wrong_username_form
    yandex smtp login yandex-smtp-b89153 | 535 5.7.8 Error: authentication failed: Please accept EULA first. | terms_not_accepted
    yandex smtp sender yandex-smtp-0b4473 | 554 5.7.1 [1] Message rejected under suspicion of SPAM; https://ya.cc/XXXXX | content_rejected account_locked_or_suspended
    yandex smtp sender yandex-smtp-751dcd | 451 4.7.1 Sorry, the service is currently unavailable. Please come back later. | temporary_server_error
    yandex smtp sender yandex-smtp-1dc683 | 451 4.7.1 Spam limit exceeded | send_quota_exceeded content_rejected
    zoho imap login zoho-imap-331aca | NO [ALERT] You are yet to enable IMAP for your account. Please contact your administrator (Failure) | imap_disabled plan_does_not_include_imap
    zoho smtp login zoho-smtp-7ad29b | 535 Authentication Failed | app_password_required wrong_password wrong_server_or_port wrong_username_form
    zoho smtp sender zoho-smtp-de8397 | 550 5.4.6 Unusual sending activity detected. Please try after sometime. | account_locked_or_suspended send_quota_exceeded
    zoho smtp sender zoho-smtp-623de2 | 553 Relaying disallowed as noreply@example.org | sender_not_owned
    """#)
}
