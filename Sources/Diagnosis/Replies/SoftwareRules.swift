// Sentences of widely used server software, where the exact text or the software's source code tells more than the
// words do.

import Vocabulary

extension GeneralRule {
  /// In lower case, as `NormalizedReply` folds them.
  static let software: [GeneralRule] = [
    // Courier.
    .init(
      mailProtocol: .imap, moments: [.login], sentences: ["no login failed."],
      causes: [.wrongPassword, .appPasswordRequired, .wrongUsernameForm]),
    .init(
      mailProtocol: .smtp, moments: [.login], sentences: ["535 authentication failed."], causes: [.wrongPassword, .appPasswordRequired]),
    // Cyrus: neither getpwnam nor the mailbox list has this user.
    .init(mailProtocol: .imap, moments: [.login], sentences: ["no invalid user"], causes: [.wrongUsernameForm, .wrongPassword]),
    // Dovecot.
    .init(
      mailProtocol: .imap, moments: [.login], sentences: ["no [unavailable] account is temporarily unavailable…"],
      causes: [.temporaryServerError, .tooManyConnections]),
    .init(mailProtocol: .imap, sentences: ["bye disconnected: too many invalid imap commands.…"], causes: [.clientProtocolError]),
    // Exchange: with the colon, the password was right but the mailbox could not be opened.
    .init(mailProtocol: .imap, moments: [.login], sentences: ["no login failed:"], causes: [.noMailboxOrLicense, .wrongUsernameForm]),
    .init(
      mailProtocol: .imap, moments: [.login], sentences: ["no authenticate failed."],
      causes: [.wrongPassword, .wrongUsernameForm, .authMechanismUnsupported, .imapDisabled]),
    .init(
      mailProtocol: .imap, sentences: ["bye connection closed. 14…", "bad user is authenticated but not connected…"],
      causes: [.imapDisabled, .wrongPassword, .adminDisabled, .noMailboxOrLicense]),
    .init(
      mailProtocol: .imap, sentences: ["bye connection is closed. …", "bye connection closed. …"],
      causes: [.temporaryServerError, .tooManyConnections]),
    // Exim has one sentence for every way in which its authenticator can fail.
    .init(
      mailProtocol: .smtp, moments: [.login], sentences: ["535 incorrect authentication data…"],
      causes: [.wrongPassword, .wrongUsernameForm, .wrongServerOrPort, .appPasswordRequired, .clientProtocolError]),
    .init(
      mailProtocol: .smtp, sentences: ["503 auth command used when not advertised…"],
      causes: [.tlsRequired, .wrongServerOrPort, .smtpDisabled]),
    .init(mailProtocol: .smtp, moments: [.greeting], sentences: ["554 smtp synchronization error…"], causes: [.clientProtocolError]),
    // hMailServer.
    .init(
      mailProtocol: .imap, moments: [.login],
      sentences: ["no invalid user name or password. please use full email address as user name."],
      causes: [.wrongUsernameForm, .wrongPassword]),
    .init(mailProtocol: .imap, moments: [.login], sentences: ["no invalid user name or password."], causes: [.wrongPassword]),
    // The recipient is in another domain and the client has not logged in (SMTPConnection.cpp).
    .init(
      mailProtocol: .smtp, moments: [.sender], sentences: ["550 delivery is not allowed to this address…"],
      causes: [.authRequired, .recipientRejected]),
    // Dovecot's submission service; and Postfix, where the text after "failed:" is the SASL library's, or its challenge if the client
    // gave up.
    .init(
      mailProtocol: .smtp, moments: [.login],
      sentences: [
        "535 5.7.8 authentication failed.", "535 5.7.8 error: authentication failed: ugfzc3dvcmq6",
        "535 5.7.8 error: authentication failed: vxnlcm5hbwu6",
      ], causes: [.wrongPassword, .appPasswordRequired, .wrongUsernameForm]),
    .init(
      mailProtocol: .smtp, moments: [.login], sentences: ["535 5.7.8 error: authentication failed: (reason unavailable)…"],
      causes: refusedBySMTP),
    .init(
      mailProtocol: .smtp, moments: [.login], sentences: ["503 5.5.1 error: authentication not enabled"],
      causes: [.wrongServerOrPort, .tlsRequired]),
    // Cyrus SASL's own sentences, which Postfix, Cyrus and sendmail pass on.
    .init(
      moments: [.login],
      words: [
        "no memory available", "overflowed buffer", "transient failure", "library is not initialized", "needs user interaction",
        "server failed mutual authentication", "version mismatch with plug in",
      ], causes: [.temporaryServerError]),
    .init(
      moments: [.login], words: ["integrity check failed", "channel binding failure", "invalid parameter supplied"],
      causes: [.clientProtocolError]),
    .init(
      moments: [.login],
      words: [
        "one time use of a plaintext password", "no verifier for user", "mechanism doesn't support requested feature", "transition needed",
        "passwords not permitted",
      ], causes: [.authMechanismUnsupported, .wrongPassword]),
    .init(moments: [.login], words: ["no secret in database"], causes: [.wrongPassword, .wrongUsernameForm, .authMechanismUnsupported]),
    .init(moments: [.login], words: ["authorization failure"], causes: [.adminDisabled, .wrongUsernameForm, .wrongPassword]),
    // Entra ID, which authenticates for Microsoft 365.
    .init(words: ["aadsts50126*", "aadsts50056*"], causes: [.wrongPassword, .twoFactorRequired]),
    .init(words: ["aadsts50034*", "aadsts51004*", "aadsts90002*"], causes: [.wrongUsernameForm, .wrongServerOrPort]),
    .init(words: ["aadsts50053*", "aadsts50057*"], causes: [.accountLockedOrSuspended]),
    .init(words: ["aadsts50055*", "aadsts50144*"], causes: [.passwordExpired, .webLoginRequired]),
    .init(words: ["aadsts50076*", "aadsts50079*", "aadsts50074*", "aadsts50158*"], causes: [.twoFactorRequired, .oauthRequired]),
    .init(
      words: ["aadsts53003*", "aadsts53000*", "aadsts50105*", "aadsts65001*", "aadsts50020*"], causes: [.adminDisabled, .oauthRequired]),
    .init(words: ["aadsts700082*", "aadsts50173*", "aadsts70008*"], causes: [.codeExpiredOrRevoked, .oauthRequired]),
    // Exchange, if it names the logon that failed.
    .init(words: ["logon denied user locked out"], causes: [.accountLockedOrSuspended]),
    .init(words: ["logon denied password expired", "logon denied must change password"], causes: [.passwordExpired]),
    // sendmail built without AUTH does not know the command.
    .init(
      mailProtocol: .smtp, moments: [.login], sentences: ["500 5.5.1 command unrecognized…", "500 5.5.1 unrecognized command…"],
      causes: [.wrongServerOrPort, .authMechanismUnsupported, .smtpDisabled]),
    // Zimbra does not tell these causes apart.
    .init(
      mailProtocol: .imap, moments: [.login], sentences: ["no login failed", "no authenticate failed"],
      causes: [.wrongPassword, .imapDisabled, .twoFactorRequired, .wrongUsernameForm]),
    // Coremail, used by many Chinese companies and universities.
    .init(words: ["err login passerr"], causes: [.wrongPassword, .appPasswordRequired, .codeExpiredOrRevoked]),
    .init(words: ["err login usernotexist", "err login illegalaccount"], causes: [.wrongUsernameForm]),
    .init(words: ["err login domainnotexist"], causes: [.wrongServerOrPort, .wrongUsernameForm]),
    .init(words: ["err login domainstatus", "err login userstatus", "err login userexp"], causes: [.accountLockedOrSuspended]),
    .init(words: ["err login domainexped"], causes: [.planDoesNotIncludeIMAP]),
    .init(words: ["err login domaindeny"], causes: [.adminDisabled]),
    .init(words: ["err login permdeny"], causes: [.adminDisabled, .imapDisabled]),
    .init(words: ["err login ipdeny", "err loginrule ipdeny"], causes: [.regionOrIPBlocked, .adminDisabled]),
    .init(words: ["err login systembusy"], causes: [.temporaryServerError]),
    .init(words: ["err req verifycode", "err login smtplimit"], causes: [.rateLimited]),
    .init(words: ["err passchange"], causes: [.passwordExpired, .webLoginRequired]),
    .init(mailProtocol: .smtp, moments: [.login], sentences: ["550 user has no permission…"], causes: [.smtpDisabled]),
    .init(mailProtocol: .smtp, words: ["hl rep", "hl ipb", "hl ihu", "hl mep", "dt rbl", "wm bli"], causes: [.regionOrIPBlocked]),
    .init(mailProtocol: .smtp, words: ["hl icc"], causes: [.tooManyConnections]),
    .init(mailProtocol: .smtp, words: ["hl ifc", "mi dmc", "rp drc", "rp qrc"], causes: [.rateLimited, .sendQuotaExceeded]),
    .init(
      mailProtocol: .smtp, words: ["mi cel", "mi ccl", "rp cel", "rp ccl", "mi nhd", "mi imf", "null sender"],
      causes: [.clientProtocolError]),
    .init(mailProtocol: .smtp, words: ["mi stc", "mi sfq", "rp trc", "rp rcl", "too much recipient"], causes: [.sendQuotaExceeded]),
    .init(mailProtocol: .smtp, words: ["mi spb", "wm blu"], causes: [.accountLockedOrSuspended]),
    .init(mailProtocol: .smtp, words: ["dt spm"], causes: [.contentRejected]),
    .init(mailProtocol: .smtp, words: ["dt sum", "mi spf", "mi dma", "local user only"], causes: [.senderNotOwned]),
    .init(mailProtocol: .smtp, words: ["rp frl"], causes: [.authRequired]),
    .init(words: ["account need2fa"], causes: [.phoneBindingRequired, .twoFactorRequired]),
    .init(words: ["err login reqcode"], causes: [.appPasswordRequired, .codeExpiredOrRevoked]),
    // RFC 9051, section 6.2.3: the server accepts no password. RFC 3501, section 11.1, forbids sending one.
    .init(mailProtocol: .imap, words: ["logindisabled"], causes: [.authMechanismUnsupported]),
    // The greeting of another protocol.
    .init(mailProtocol: .imap, moments: [.greeting], sentences: ["220 …", "220-…", "+ok…"], causes: [.wrongServerOrPort]),
    .init(mailProtocol: .smtp, moments: [.greeting], sentences: ["* ok…", "+ok…"], causes: [.wrongServerOrPort]),
  ]
}
