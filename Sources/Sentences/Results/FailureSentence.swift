// For each way a session can fail: one sentence about what happened.

import Posix
import Vocabulary

package enum FailureSentence {
  /// Returns what happened and whether the secret was sent. The server's own reply is shown beside the sentence, not in
  /// it. `isSecretRight` if another server has accepted the secret.
  /// With `isListed`, the server is one of the built-in list, so nobody can have mistyped it.
  package static func text(_ failure: SessionFailure, at endpoint: Endpoint, isSecretRight: Bool = false, isListed: Bool = false) -> Text {
    let happened = isListed && failure.outcome == .noSuchHost ? hidden(endpoint.host) : happened(failure, endpoint)
    guard let secret = SecretSentence.text(failure, isKnownToBeRight: isSecretRight) else { return happened }
    return Text(
      English.ended(happened.english) + " " + secret.english,
      Chinese.ended(happened.simplifiedChinese) + secret.simplifiedChinese)
  }

  /// What a line about a failure adds that no causes and no advice follow. `nil` if there is nothing to add.
  package static func hint(_ failure: SessionFailure) -> Text? {
    if failure.outcome == .refused, case .net = failure.cause {
      return Text("Check server and port; this network may also block it.", "请核对服务器和端口；也可能是当前网络拦截了连接。")
    }
    if failure.outcome == .connectTimeout { return Text("This network may block the port.", "当前网络可能屏蔽了这个端口。") }
    guard case .net(.tls(let fault)) = failure.cause else { return nil }
    switch fault {
    case .untrusted(let distrust) where distrust.isOfUnknownAuthority:
      return Text("For your company's own authority, use --ca-file.", "企业自建的证书机构请用 --ca-file 指定。")
    case .noTrustStore: return CauseSentence.roots
    case .untrusted, .wrongName, .expired, .notYetValid, .selfSigned, .weak, .wrongPurpose, .notTLS, .tooOld, .alert,
      .clientCertificateWanted, .failed, .tooMuch, .truncated:
      return nil
    }
  }

  /// The same without a word about the password.
  static func happened(_ failure: SessionFailure, _ endpoint: Endpoint) -> Text {
    switch failure.cause {
    case .net(let cause): net(cause, failure, endpoint)
    case .noStartTLS:
      Text(
        "\(endpoint) has no encryption on this port: it does not offer STARTTLS.", "\(endpoint) 的这个端口没有加密：服务器不支持 STARTTLS。")
    case .startTLSRefused:
      Text("\(endpoint) rejected the start of encryption (STARTTLS).", "\(endpoint) 拒绝开始加密（STARTTLS）。")
    case .tampered(let tampering): tampered(tampering, endpoint)
    case .notThisProtocol(let said, let service):
      Text(
        "\(endpoint) does not use the expected protocol\(guess(service).english). It replied: \(said)",
        "\(endpoint) 使用的协议不对\(guess(service).simplifiedChinese)。它的回复：\(said)")
    case .brokenReply(let said) where said.text.isEmpty:
      Text("\(endpoint) sent an invalid reply.", "\(endpoint) 的回复不符合协议。")
    case .brokenReply(let said):
      Text("\(endpoint) sent an invalid reply: \(said)", "\(endpoint) 的回复不符合协议：\(said)")
    case .tooMuch: tooMuch(endpoint)
    case .serverUnavailable: ended(failure.stage, endpoint)
    case .temporary: putOff(failure.stage, endpoint)
    case .loginDisabled:
      Text("\(endpoint) does not allow sign-ins on this connection.", "\(endpoint) 不允许在这个连接上登录。")
    case .noMechanism(let offered) where offered.contains(where: CauseSentence.isForPasswords):
      Text(
        "\(endpoint) offers only sign-ins that setup does not support\(list(offered, ": ")).",
        "\(endpoint) 提供的登录方式本程序都不支持\(list(offered, "："))。")
    case .noMechanism(let offered):
      Text(
        "\(endpoint) does not offer sign-in with a password\(list(offered, "; it offers ")).",
        "\(endpoint) 不支持用密码登录\(list(offered, "，只支持 "))。")
    case .needsOAuth(let offered):
      Text(
        "\(endpoint) accepts only browser sign-in (OAuth)\(list(offered, ": ")).", "\(endpoint) 只接受浏览器授权登录（OAuth）\(list(offered, "："))。")
    case .takesNoToken(let offered):
      Text(
        "\(endpoint) does not offer sign-in with an access token (OAuth)\(list(offered, "; it offers ")).",
        "\(endpoint) 不支持用访问令牌（OAuth）登录\(list(offered, "，只支持 "))。")
    case .takesNoUTF8 where failure.stage == .sender:
      Text(
        "\(endpoint) does not take addresses with letters outside ASCII: it does not offer SMTPUTF8.",
        "\(endpoint) 没有提供 SMTPUTF8，不支持含有非 ASCII 字符的地址。")
    case .takesNoUTF8:
      Text(
        "\(endpoint) offers no sign-in for a username with letters outside ASCII.", "\(endpoint) 不支持用含有非 ASCII 字符的用户名登录。")
    case .tokenRefused(_, let status): token(status, endpoint)
    case .refused:
      switch failure.stage {
      case .inbox where failure.isReadOnly:
        Text(
          "You are signed in, but the inbox at \(endpoint) is read-only: a test message could not be deleted.",
          "登录成功，但 \(endpoint) 的收件箱是只读的，测试邮件无法删除。")
      case .list, .inbox:
        Text("You are signed in, but \(endpoint) does not open the inbox.", "登录成功，但 \(endpoint) 不允许打开收件箱。")
      case .sender:
        Text("You are signed in, but \(endpoint) rejected your address as the sender.", "登录成功，但 \(endpoint) 拒绝了发件地址。")
      case .message:
        Text("You are signed in, but \(endpoint) rejected the test message.", "登录成功，但 \(endpoint) 拒收测试邮件。")
      case .arrival:
        Text("\(endpoint) rejected the search for the test message.", "\(endpoint) 不允许查找测试邮件。")
      case .removal:
        Text("The test message arrived, but \(endpoint) does not allow deleting it.", "测试邮件已到达，但 \(endpoint) 不允许删除它。")
      case .ehlo: Text("\(endpoint) did not accept the connection.", "\(endpoint) 没有接受连接。")
      case .resolve, .connect, .tls, .greeting, .capability, .id, .login:
        Text("\(endpoint) rejected the sign-in.", "\(endpoint) 拒绝了登录。")
      }
    case .cannotVerify(let doubt):
      switch doubt {
      case .preauth:
        Text("\(endpoint) did not ask for a sign-in, so your password was not tested.", "\(endpoint) 没有要求登录就放行，无法验证密码。")
      case .acceptedTooEarly:
        Text(
          "\(endpoint) reported success before the sign-in was complete, so your password was not tested.",
          "登录还没完成，\(endpoint) 就报告成功，无法验证密码。")
      case .serverUnproven:
        Text(
          "\(endpoint) accepted the sign-in, but did not show that it knows your password.",
          "\(endpoint) 接受了登录，但没有证明它知道你的密码。")
      }
    }
  }

  /// Returns the sentence about a token that was refused or not checked, with the status and the scope that the server named.
  private static func token(_ status: TokenStatus?, _ endpoint: Endpoint) -> Text {
    let said = [status?.status, status?.scope].compactMap { $0?.text }.filter { !$0.isEmpty }
    if status?.isUnchecked == true {
      return Text(
        "\(endpoint) could not check the access token (\(said.joined(separator: ", "))).",
        "\(endpoint) 没能检查访问令牌（\(said.joined(separator: "，"))）。")
    }
    return Text(
      "\(endpoint) rejected the access token\(said.isEmpty ? "" : " (\(said.joined(separator: ", ")))").",
      "\(endpoint) 拒绝了访问令牌\(said.isEmpty ? "" : "（\(said.joined(separator: "，"))）")。")
  }

  /// The server ended the session by itself, before or after the login.
  private static func ended(_ stage: Stage, _ endpoint: Endpoint) -> Text {
    switch stage {
    case .resolve, .connect, .tls, .greeting: Text("\(endpoint) did not accept the connection.", "\(endpoint) 没有接受连接。")
    case .capability, .ehlo, .id, .login, .list, .inbox, .sender, .message, .arrival, .removal:
      Text("\(endpoint) ended the session.", "\(endpoint) 结束了会话。")
    }
  }

  /// A refusal with a temporary code. The cause tells whether it is temporary: servers use these codes for permanent
  /// refusals too.
  private static func putOff(_ stage: Stage, _ endpoint: Endpoint) -> Text {
    switch stage {
    case .resolve, .connect, .tls, .greeting: Text("\(endpoint) did not accept the connection.", "\(endpoint) 没有接受连接。")
    case .capability, .ehlo: Text("\(endpoint) did not continue the session.", "\(endpoint) 没有继续会话。")
    case .id, .login: Text("\(endpoint) did not complete the sign-in.", "\(endpoint) 没有完成登录。")
    case .list, .inbox: Text("You are signed in, but \(endpoint) did not open the inbox.", "登录成功，但 \(endpoint) 没有打开收件箱。")
    case .sender:
      Text("You are signed in, but \(endpoint) did not accept your address as the sender.", "登录成功，但 \(endpoint) 没有接受发件地址。")
    case .message: Text("You are signed in, but \(endpoint) did not accept the test message.", "登录成功，但 \(endpoint) 没有接收测试邮件。")
    case .arrival: Text("\(endpoint) did not search for the test message.", "\(endpoint) 没有查找测试邮件。")
    case .removal: Text("The test message arrived, but \(endpoint) did not delete it.", "测试邮件已到达，但 \(endpoint) 没有删除它。")
    }
  }

  /// The name server does not know a host that exists.
  private static func hidden(_ host: HostName) -> Text {
    Text(
      "The name server of this network does not know \(host). A sign-in page, a VPN or a filter may be in the way.",
      "这个网络的域名服务器查不到 \(host)：可能还没有通过网页登录网络，或者被 VPN、过滤器挡住了。")
  }

  static func tooMuch(_ endpoint: Endpoint) -> Text {
    Text("\(endpoint) sent far more data than a mail server should.", "\(endpoint) 发来的数据远远超出正常邮件服务器。")
  }

  package static let interrupted = Text("Interrupted.", "已中断。")

  private static func net(_ cause: NetFailure, _ failure: SessionFailure, _ endpoint: Endpoint) -> Text {
    switch cause {
    case .noSuchHost(let exists):
      exists
        ? Text("\(endpoint.host) has no IP address.", "\(endpoint.host) 没有对应的 IP 地址。")
        : Text("Cannot find \(endpoint.host). Check the spelling.", "找不到服务器 \(endpoint.host)，请检查拼写。")
    case .dnsFailed:
      Text("Could not look up \(endpoint.host). Are you online?", "无法解析 \(endpoint.host)。网络连上了吗？")
    case .refused:
      Text("\(endpoint) refused the connection.", "\(endpoint) 拒绝连接。")
    case .unreachable: Text("Cannot reach \(endpoint) from this network.", "当前网络无法连接 \(endpoint)。")
    case .connectTimeout:
      Text("\(endpoint) did not answer in time.", "\(endpoint) 没有响应。")
    case .closedEarly:
      failure.leavesLoginOpen
        ? Text("\(endpoint) closed the connection before it replied to the sign-in.", "\(endpoint) 在回复登录之前断开了连接。")
        : Text("\(endpoint) closed the connection.", "\(endpoint) 断开了连接。")
    case .timedOut:
      failure.leavesLoginOpen
        ? Text("\(endpoint) did not reply to the sign-in in time.", "\(endpoint) 没有按时回复登录。")
        : Text("\(endpoint) did not complete its reply in time.", "\(endpoint) 没有按时完成回复。")
    case .interrupted: interrupted
    case .system(let number):
      Text("System error: \(SystemError(number).text)", "系统错误：\(SystemError(number).text)")
    case .tls(let cause): TLSSentence.text(cause, at: endpoint)
    }
  }

  private static func tampered(_ tampering: SessionFailure.Tampering, _ endpoint: Endpoint) -> Text {
    switch tampering {
    case .leftOverAtStartTLS:
      Text(
        "Unexpected data arrived before encryption at \(endpoint) started. Someone may be tampering with the connection. Disconnected.",
        "在与 \(endpoint) 开始加密之前，收到了不该有的数据，连接可能被篡改。已断开。")
    case .preauthInClear:
      Text(
        "\(endpoint) tried to skip encryption. Disconnected.", "\(endpoint) 试图跳过加密。已断开。")
    case .unaskedReply:
      Text(
        "\(endpoint) sent a reply setup did not ask for. Someone may be tampering with the connection. Disconnected.",
        "\(endpoint) 发来了没有请求过的回复，连接可能被篡改。已断开。")
    case .otherChannel:
      Text(
        "\(endpoint) sees another encrypted connection than this computer does. Someone may be between them. Disconnected.",
        "\(endpoint) 看到的加密连接与本机的不是同一个，中间可能有人截听。已断开。")
    }
  }

  private static func guess(_ service: ForeignService?) -> Text {
    switch service {
    case .imap: Text(": it is an IMAP server", "：它是 IMAP 服务器")
    case .smtp: Text(": it is an SMTP server", "：它是 SMTP 服务器")
    case .pop3: Text(": it is a POP3 server", "：它是 POP3 服务器")
    case .http: Text(": it is a web server, perhaps the sign-in page of a network or a proxy", "：它是网页服务器，可能是上网认证页面或代理")
    case .ssh: Text(": it is an SSH server", "：它是 SSH 服务器")
    case .tls: Text(": it expects TLS from the start", "：它要求一开始就用 TLS")
    case nil: Text(same: "")
    }
  }

  static func list(_ items: [String], _ lead: String) -> String {
    items.isEmpty ? "" : lead + items.prefix(5).map { Visible($0, limit: 80).listed }.joined(separator: ", ")
  }
}

extension Visible {
  /// The text as an item of a list: in quotation marks if it contains a separator or a quotation mark.
  package var listed: String {
    guard text.contains(where: { ",;\"“”「」".contains($0) || $0.isWhitespace }) else { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// The name in quotation marks. Quotation marks inside a certificate's name already have a backslash (RFC 4514);
  /// Chinese ones are replaced with the inner form.
  var quoted: Text { Text("\"\(text)\"", "「" + text.replacing("「", with: "『").replacing("」", with: "』") + "」") }
}

extension SessionFailure {
  /// Whether it is unknown if the server would have accepted the login.
  fileprivate var leavesLoginOpen: Bool { secret.sent != nil && secret.accepted == nil }
}

extension Distrust {
  /// Whether the chain ends at an authority that this computer does not know, which may be a company's own.
  fileprivate var isOfUnknownAuthority: Bool {
    switch self {
    case .unknownIssuer, .unknownRoot: true
    case .noRoot, .badSignature, .notAnAuthority, .nameNotPermitted, .tooLong, .unknownExtension, .malformed, .other: false
    }
  }
}
