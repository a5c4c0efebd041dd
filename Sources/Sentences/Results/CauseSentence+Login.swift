// Causes that mean something else if the server that names them has accepted the login.

import Vocabulary

extension SessionFailure {
  /// Whether the inbox was opened, but nothing in it can be deleted.
  var isReadOnly: Bool { stage == .inbox && ["READ-ONLY", "PERMANENTFLAGS"].contains(reply?.responseCode) }
}

extension CauseSentence {
  /// A mailbox of which the account may only read.
  static let readOnly = CauseSentence(
    Text("This account may read the mailbox, but not delete from it.", "这个账户只能读取邮箱，不能删除其中的邮件。"),
    Text(
      "Ask the owner of the mailbox or the administrator for the right to delete, or run setup alone, which verifies without a test message.",
      "请向邮箱的所有者或管理员申请删除权限，或者只运行 setup，不发测试邮件也能验证。"))

  /// Returns what `cause` means after an accepted login; `nil` if it means the same as before. A server that has just
  /// accepted a login does not lack one, whatever its reply says.
  static func behindLogin(_ cause: Cause, _ context: ProviderTerms) -> CauseSentence? {
    switch context.shown {
    case .nothing, .secretIsRight: return nil
    case .loginIsRight: break
    }
    switch cause {
    case .authRequired:
      return CauseSentence(
        Text("The server does not relay mail for this address or username.", "服务器不为这个地址或用户名转发邮件。"),
        Text(
          "Ask the provider whether this account may send from this address, and through which server.",
          "请向服务商询问这个账户能否用这个地址发信，应该用哪台服务器。"))
    case .oauthRequired:
      return CauseSentence(
        Text(
          "The server accepted the password, but requires sign-in through a browser (OAuth) for this.", "服务器接受了密码，但这一步要求在浏览器里授权登录（OAuth）。"),
        Text("Ask the provider which mail clients may use this mailbox.", "请向服务商询问哪些邮件客户端可以使用这个邮箱。"))
    case .authMechanismUnsupported:
      return CauseSentence(
        Text("The server accepted the sign-in, but says this way of signing in is not supported.", "服务器接受了登录，却说不支持这种登录方式。"),
        Text("Ask the provider which server and port are for mail clients.", "请向服务商询问供邮件客户端使用的服务器和端口。"))
    case .regionOrIPBlocked:
      return CauseSentence(
        Text("The server does not allow this from your network.", "服务器不允许从你现在的网络这样做。"),
        Text(
          "Try another network without a VPN or proxy, or ask your administrator to allow this network.",
          "换个网络，关掉 VPN 或代理再试；企业邮箱可以请管理员放行。"))
    case .clientCertificateRequired:
      return CauseSentence(
        Text("The server accepted the sign-in, but requires a client certificate for this.", "服务器接受了登录，但这一步要求客户端证书。"),
        Text(
          "Ask the server's administrator for access without one, or use a mail client that can send yours.",
          "请向服务器的管理员询问不用证书的登录方式，或改用支持客户端证书的邮件客户端。"))
    case .appPasswordRequired, .imapDisabled, .smtpDisabled, .wrongPassword, .codeExpiredOrRevoked, .twoFactorRequired, .adminDisabled,
      .accountLockedOrSuspended, .webLoginRequired, .wrongUsernameForm, .idRequired, .rateLimited, .tooManyConnections, .senderNotOwned,
      .phoneBindingRequired, .planDoesNotIncludeIMAP, .temporaryServerError, .tlsRequired, .tlsProblem,
      .passwordExpired, .passwordTooWeak, .noMailboxOrLicense, .termsNotAccepted, .wrongServerOrPort, .networkProblem, .clientProtocolError,
      .contentRejected, .sendQuotaExceeded, .mailboxFull, .recipientRejected, .tokenExpired, .tokenWrongScope, .tokenWrongUser,
      .consentRequired, .oauthClientRejected, .signInDeclined, .deviceCodeExpired, .clockWrong, .unicodeAddressUnsupported, .unknown:
      return nil
    }
  }
}
