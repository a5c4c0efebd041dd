// For every way a session can fail: one sentence about what happened.

import Posix
import Vocabulary

package enum FailureSentence {
  /// What happened, for a person, and what became of the secret. The server's own words are shown beside it, not in it.
  /// `isSecretRight` is for who knows from another server that it is.
  package static func text(_ failure: SessionFailure, at endpoint: Endpoint, isSecretRight: Bool = false) -> Text {
    let happened = happened(failure, endpoint)
    guard let secret = SecretSentence.text(failure, isKnownToBeRight: isSecretRight) else { return happened }
    return Text(
      English.ended(happened.english) + " " + secret.english,
      Chinese.ended(happened.simplifiedChinese) + secret.simplifiedChinese)
  }

  private static func happened(_ failure: SessionFailure, _ endpoint: Endpoint) -> Text {
    switch failure.cause {
    case .net(let cause): net(cause, failure, endpoint)
    case .noStartTLS:
      Text(
        "\(endpoint) offers no encryption (STARTTLS).", "\(endpoint) 不提供加密（STARTTLS）。")
    case .startTLSRefused:
      Text("\(endpoint) refused to start encryption.", "\(endpoint) 拒绝开始加密。")
    case .tampered(let tampering): tampered(tampering, endpoint)
    case .notThisProtocol(let said, let service):
      Text(
        "\(endpoint) does not speak the expected protocol\(guess(service).english). It said: \(said)",
        "\(endpoint) 用的不是预期的协议\(guess(service).simplifiedChinese)。它说：\(said)")
    case .brokenReply(let said) where said.text.isEmpty:
      Text("\(endpoint) answered something the protocol does not allow.", "\(endpoint) 的回答不符合协议。")
    case .brokenReply(let said):
      Text("\(endpoint) answered something the protocol does not allow: \(said)", "\(endpoint) 的回答不符合协议：\(said)")
    case .tooMuch: tooMuch(endpoint)
    case .serverUnavailable:
      Text("\(endpoint) takes no connection from here at the moment.", "\(endpoint) 目前不接受来自这里的连接。")
    case .temporary:
      Text("\(endpoint) asks to try again later.", "\(endpoint) 要求稍后再试。")
    case .loginDisabled:
      Text("\(endpoint) has switched logging in off on this connection.", "\(endpoint) 在这个连接上禁用了登录。")
    case .noMechanism(let offered):
      Text(
        "\(endpoint) offers no way to log in with a password\(list(offered, ", it offers ")).",
        "\(endpoint) 没有提供用密码登录的方式\(list(offered, "，它提供的是 "))。")
    case .needsOAuth(let offered):
      Text(
        "\(endpoint) takes tokens only (OAuth)\(list(offered, ": ")).", "\(endpoint) 只接受令牌（OAuth）\(list(offered, "："))。")
    case .refused:
      switch failure.stage {
      case .list, .inbox:
        Text("The login was accepted, but \(endpoint) does not open the inbox.", "登录成功，但 \(endpoint) 不让打开收件箱。")
      case .sender:
        Text("The login was accepted, but \(endpoint) refuses this sender address.", "登录成功，但 \(endpoint) 拒绝这个发件地址。")
      case .message:
        Text("The login was accepted, but \(endpoint) refuses the test message.", "登录成功，但 \(endpoint) 拒收测试邮件。")
      case .arrival:
        Text("\(endpoint) refuses to look for the test message.", "\(endpoint) 拒绝查找测试邮件。")
      case .removal:
        Text("The test message arrived, but \(endpoint) refuses to delete it.", "测试邮件已到达，但 \(endpoint) 拒绝删除它。")
      case .resolve, .connect, .tls, .greeting, .capability, .ehlo, .id, .login:
        Text("\(endpoint) refused the login.", "\(endpoint) 拒绝登录。")
      }
    case .cannotVerify(let doubt):
      switch doubt {
      case .preauth:
        Text("\(endpoint) let us in without asking for a login, which proves nothing.", "\(endpoint) 没有要求登录就放行，这不能证明任何事。")
      case .acceptedTooEarly:
        Text("\(endpoint) said yes before the login was complete, which proves nothing.", "登录还没完成 \(endpoint) 就说成功，这不能证明任何事。")
      }
    }
  }

  static func tooMuch(_ endpoint: Endpoint) -> Text {
    Text("\(endpoint) sent far more than any mail server has to say.", "\(endpoint) 发来的内容远超正常邮件服务器。")
  }

  package static let interrupted = Text("Interrupted.", "已中断。")

  private static func net(_ cause: NetFailure, _ failure: SessionFailure, _ endpoint: Endpoint) -> Text {
    switch cause {
    case .noSuchHost(let exists):
      exists
        ? Text("\(endpoint.host) has no address.", "\(endpoint.host) 没有对应的地址。")
        : Text("There is no host named \(endpoint.host). Check the spelling.", "没有名为 \(endpoint.host) 的服务器。请检查拼写。")
    case .dnsFailed:
      Text("\(endpoint.host) could not be looked up. Are you connected to the network?", "无法解析 \(endpoint.host)。网络连上了吗？")
    case .refused:
      Text(
        "Nothing listens at \(endpoint). Check host and port; this network may refuse them, too.",
        "\(endpoint) 没有服务在监听。请核对主机和端口；也可能是当前网络拒绝连接。")
    case .unreachable: Text("\(endpoint) cannot be reached from this network.", "从当前网络无法到达 \(endpoint)。")
    case .connectTimeout:
      Text(
        "\(endpoint) does not answer. This network may block port \(endpoint.port).", "\(endpoint) 没有响应。当前网络可能屏蔽了 \(endpoint.port) 端口。")
    case .closedEarly:
      failure.leavesLoginOpen
        ? Text("\(endpoint) closed the connection before it answered the login.", "\(endpoint) 在回答登录之前断开了连接。")
        : Text("\(endpoint) closed the connection.", "\(endpoint) 断开了连接。")
    case .timedOut:
      failure.leavesLoginOpen
        ? Text("\(endpoint) did not answer the login in time.", "\(endpoint) 没有按时回答登录。")
        : Text("\(endpoint) went silent.", "\(endpoint) 没有在规定时间内回应。")
    case .interrupted: interrupted
    case .system(let number):
      Text("The system says: \(SystemError(number).text)", "系统提示：\(SystemError(number).text)")
    case .tls(let cause): TLSSentence.text(cause, at: endpoint)
    }
  }

  private static func tampered(_ tampering: SessionFailure.Tampering, _ endpoint: Endpoint) -> Text {
    switch tampering {
    case .leftOverAtStartTLS:
      Text(
        "Something was slipped in before encryption at \(endpoint) began. The connection was dropped.", "在 \(endpoint) 开始加密之前有内容被插入。连接已断开。")
    case .preauthInClear:
      Text(
        "\(endpoint) tried to skip encryption. The connection was dropped.", "\(endpoint) 试图跳过加密。连接已断开。")
    case .unaskedReply:
      Text(
        "\(endpoint) answered what was not asked. Somebody may be tampering with the connection; it was dropped.",
        "\(endpoint) 回答了没有问的问题，连接可能被人动了手脚，已断开。")
    }
  }

  private static func guess(_ service: ForeignService?) -> Text {
    switch service {
    case .imap: Text(", it is an IMAP server", "，它是 IMAP 服务器")
    case .smtp: Text(", it is an SMTP server", "，它是 SMTP 服务器")
    case .pop3: Text(", it is a POP3 server", "，它是 POP3 服务器")
    case .http: Text(", it is a web server; a login page or proxy may stand in between", "，它是网页服务器，中间可能有登录页面或代理")
    case .ssh: Text(", it is an SSH server", "，它是 SSH 服务器")
    case .tls: Text(", it wants TLS from the start", "，它要求一开始就用 TLS")
    case nil: Text(same: "")
    }
  }

  static func list(_ items: [String], _ lead: String) -> String {
    items.isEmpty ? "" : lead + items.prefix(5).map { Visible($0, limit: 80).text }.joined(separator: ", ")
  }
}

extension SessionFailure {
  /// Whether it is not known if the server would have accepted the login.
  fileprivate var leavesLoginOpen: Bool { secret.sent != nil && secret.accepted == nil }
}
