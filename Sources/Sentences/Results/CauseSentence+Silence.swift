// Causes of failures in which no server refused anything: what is sure after a reply is only possible without one.

import Vocabulary

extension CauseSentence {
  /// Returns what `cause` means for `failure`; `nil` if it means the same as always.
  static func withoutReply(_ cause: Cause, _ failure: SessionFailure, of mailProtocol: MailProtocol) -> CauseSentence? {
    if case .noMechanism(let offered) = failure.cause, cause == .authMechanismUnsupported, offered.contains(where: isForPasswords) {
      return CauseSentence(
        Text("The server accepts passwords only in a way that setup does not support.", "服务器接受密码的方式，本程序不支持。"),
        Text("A mail client that supports one of these ways can still sign in.", "支持其中一种方式的邮件客户端仍然可以登录。"))
    }
    if case .net(.tls(.notTLS(let said))) = failure.cause, cause == .wrongServerOrPort, said.isMailGreeting {
      return otherSecurity(
        Text("This port does not begin with TLS.", "这个端口不是一开始就用 TLS。"),
        Text("Use STARTTLS instead of SSL/TLS for this server.", "这台服务器请用 STARTTLS，不用 SSL/TLS。"), mailProtocol, .startTLS)
    }
    switch failure.outcome {
    case .closedEarly, .timedOut: return unanswered(cause, mailProtocol)
    case .noSuchHost, .dnsFailed, .refused, .unreachable, .connectTimeout, .interrupted, .notTLS, .tlsTooOld, .tlsFailed, .truncated,
      .certificateWrongName, .certificateExpired, .certificateNotYetValid, .certificateUntrusted, .certificateSelfSigned,
      .certificateWeak, .certificateWrongPurpose, .noTrustStore, .noStartTLS, .startTLSRefused, .tampered, .notThisProtocol,
      .brokenReply, .tooMuch, .serverUnavailable, .temporary, .loginDisabled, .noMechanism, .noUTF8, .needsOAuth, .cannotVerify, .system:
      return nil
    }
  }

  private static func unanswered(_ cause: Cause, _ mailProtocol: MailProtocol) -> CauseSentence? {
    if cause == .temporaryServerError {
      return CauseSentence(
        Text("Part of the mail service may be down.", "邮件服务可能有一部分出了故障。"), Text("Try again in a few minutes.", "过几分钟再试。"))
    }
    if cause == .tooManyConnections {
      return CauseSentence(
        Text("Too many clients may be connected.", "连接的客户端可能太多。"),
        Text("Close other mail clients, or wait a few minutes.", "关闭其他邮件客户端，或等几分钟再试。"))
    }
    if cause == .regionOrIPBlocked {
      return CauseSentence(
        Text("The server may have blocked your network address.", "服务器可能屏蔽了你的网络地址。"),
        Text("Try another network, without a VPN or proxy.", "换个网络，关掉 VPN 或代理再试。"))
    }
    guard cause == .wrongServerOrPort else { return nil }
    return otherSecurity(
      Text("This port may begin with TLS: without it, the server says nothing.", "这个端口可能一开始就要用 TLS：不加密时，服务器没有回应。"),
      Text("Use SSL/TLS instead of STARTTLS for this server.", "这台服务器请用 SSL/TLS，不用 STARTTLS。"), mailProtocol, .tls)
  }

  /// The same port with the other kind of encryption.
  private static func otherSecurity(
    _ headline: Text, _ advice: Text, _ mailProtocol: MailProtocol, _ security: Security
  ) -> CauseSentence {
    var sentence = CauseSentence(headline, advice)
    sentence.command = "--\(mailProtocol.rawValue)-security \(security.rawValue)"
    return sentence
  }

  /// Returns whether the SASL mechanism proves a password.
  static func isForPasswords(_ mechanism: String) -> Bool {
    ["SCRAM-", "CRAM-", "DIGEST-", "NTLM", "SRP", "OTP"].contains { mechanism.hasPrefix($0) }
  }
}

extension Visible {
  /// Whether this is the beginning of the greeting of a mail server that does not wait for TLS.
  var isMailGreeting: Bool { text.hasPrefix("* ") || text.hasPrefix("220") || text.hasPrefix("+OK") }
}
