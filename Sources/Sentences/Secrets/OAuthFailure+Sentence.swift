// What went wrong while signing in in a browser, for a person. The causes say what to do about it.

import HTTP
import OAuth
import Operations
import Posix
import Vocabulary

extension RedirectPages {
  /// The texts of the pages in the languages of the program.
  package static let sentences = RedirectPages(
    received: Text("Go back to the terminal. You can close this page.", "请回到终端。这个页面可以关闭了。"),
    ignored: Text("This address is for setup only. Nothing was done.", "这个网址只供 setup 使用，没有做任何操作。"))
}

extension OAuthFailure {
  /// What happened, with the words of the server, and what to do about the most likely cause.
  package static func text(_ refused: RefusedSignIn) -> (error: Text, hint: Text?) {
    let terms = ProviderTerms(host: refused.host)
    let advice = refused.failure.causes.first.map { CauseSentence($0, terms) }
    // Where the cause says the same as the failure, it is not repeated.
    let cause = refused.failure.isTellingItself ? nil : advice?.headline
    let texts = [refused.failure.sentence(at: refused.host, port: refused.port), refused.failure.said, cause].compactMap { $0 }
    // What the usual advice names are passwords and user names.
    return (Text.sentences(texts), refused.failure.causes.first == .unknown ? Self.otherWay : advice?.advice)
  }

  /// Returns the same for the conversation, whose menu has the other ways.
  static func inConversation(_ refused: RefusedSignIn) -> (error: Text, hint: Text?) {
    let (error, hint) = text(refused)
    return (error, hint == otherWay ? Text("Try again, or choose another way.", "请重试，或换一种登录方式。") : hint)
  }

  private static let otherWay = Text(
    "Try again, or sign in in another way: --sign-in browser, device or paste", "请重试，或换一种登录方式：--sign-in browser、device 或 paste")

  /// The same about a saved account.
  static func expired(_ name: Visible, _ refused: RefusedSignIn?) -> (error: Text, hint: Text?) {
    let expired = Text("The browser sign-in of \(name) has expired.", "\(name) 的浏览器授权登录已过期。")
    let said = refused?.failure.said
    return (
      Text.sentences([expired, said].compactMap { $0 }),
      Text("To sign in again: setup login \(ShellWord.quoted(name.text))", "重新登录：setup login \(ShellWord.quoted(name.text))")
    )
  }

  /// Whether the sentence about the failure names its cause.
  private var isTellingItself: Bool {
    switch self {
    case .refused, .refusedSilently, .http: false
    case .unavailable, .malformed, .untrusted, .missingScopes, .expired, .interrupted, .noEndpoint, .system: true
    }
  }

  /// The words of the server. `nil` if there are none.
  private var said: Text? {
    guard case .refused(let error) = self else { return nil }
    let words = error.description.text.isEmpty ? error.name.text : "\(error.name): \(Visible(error.description.text, limit: 300))"
    return words.isEmpty ? nil : Text("The server replied: \(words)", "服务器回复：\(words)")
  }

  /// What happened. `server` and `port` are those of the authorization server. The words of the server are shown beside the sentence, not in it.
  package func sentence(at server: HostName, port: UInt16 = 443) -> Text {
    switch self {
    case .http(let failure): Self.text(failure, at: server, port)
    case .refused: Text("\(server) rejected the sign-in.", "\(server) 拒绝了登录。")
    case .refusedSilently(let status):
      Text("\(server) rejected the sign-in without a reason (HTTP \(status)).", "\(server) 拒绝了登录，没有说明原因（HTTP \(status)）。")
    case .unavailable(let status, let seconds):
      seconds.map {
        Text("\(server) is not available now (HTTP \(status)). Try again in \($0) s.", "\(server) 暂时不可用（HTTP \(status)）。请在 \($0) 秒后重试。")
      } ?? Text("\(server) is not available now (HTTP \(status)). Try again later.", "\(server) 暂时不可用（HTTP \(status)），请稍后再试。")
    case .malformed(let reason): Self.text(reason, at: server)
    case .untrusted(let reason): Self.text(reason, at: server)
    case .missingScopes: Text("The sign-in does not include permission for mail.", "这次登录没有包含邮件权限。")
    case .expired(.deviceCode): Text("The code was not entered in time.", "没有及时输入代码。")
    case .expired(.redirect): Text("You did not sign in in the browser in time.", "没有在规定时间内完成浏览器登录。")
    case .interrupted: Text("The sign-in was canceled.", "登录已取消。")
    case .noEndpoint(let endpoint):
      Text("\(server) does not offer this way of signing in (\(endpoint.rawValue)).", "\(server) 不支持这种登录方式（\(endpoint.rawValue)）。")
    case .system(let error): Text("This computer could not start the sign-in: \(error.text).", "这台电脑无法开始登录：\(error.text)。")
    }
  }

  private static func text(_ failure: HTTPFailure, at server: HostName, _ port: UInt16) -> Text {
    switch failure {
    case .net(let cause, let phase):
      FailureSentence.happened(
        SessionFailure(stage: stage(phase), cause: .net(cause)), Vocabulary.Endpoint(host: server, port: port, security: .tls))
    case .response(.bodyTooLong), .response(.headerTooLong), .response(.tooManyInterim):
      Text("\(server) sent more than a sign-in needs.", "\(server) 发送的内容超出了登录所需。")
    case .response: Text("\(server) did not send a valid HTTP response.", "\(server) 的 HTTP 回复不符合协议。")
    case .redirected(let status):
      Text(
        "\(server) named another address (HTTP \(status)). setup does not follow it, because your sign-in would go there.",
        "\(server) 指向了另一个网址（HTTP \(status)）。本程序不会跟随，以免登录信息被带走。")
    case .unusableAddress: Text("The address of the sign-in cannot be used.", "登录网址无法使用。")
    }
  }

  private static func stage(_ phase: HTTPFailure.Phase) -> Stage {
    switch phase {
    case .resolve: .resolve
    case .connect: .connect
    case .tls: .tls
    case .request, .response: .login
    }
  }

  private static func text(_ reason: OAuthFailure.Malformation, at server: HostName) -> Text {
    switch reason {
    case .html: Text("\(server) sent a web page instead of data.", "\(server) 返回的是网页，而不是数据。")
    case .empty: Text("\(server) sent an empty reply.", "\(server) 的回复是空的。")
    case .notJSON: Text("\(server) sent a reply that is not valid JSON.", "\(server) 的回复不是有效的 JSON。")
    case .missing(let key): Text("The reply of \(server) lacks \(key).", "\(server) 的回复缺少 \(key)。")
    case .wrongType(let key), .outOfRange(let key):
      Text("The reply of \(server) has an invalid value for \(key).", "\(server) 的回复里 \(key) 的值无效。")
    case .unusableToken(let key):
      Text("\(server) sent a value for \(key) that no sign-in can use.", "\(server) 发来的 \(key) 无法用于登录。")
    case .tokenType(let type):
      Text("\(server) sent a token of a kind that mail servers do not accept: \(type)", "\(server) 发来的授权类型，邮件服务器不接受：\(type)")
    }
  }

  private static func text(_ reason: OAuthFailure.Distrust, at server: HostName) -> Text {
    switch reason {
    case .otherIssuer:
      Text("The reply is from another server than \(server). It was not used.", "这个结果不是来自 \(server)，没有采用。")
    case .foreignHost(let address):
      Text("\(server) named an address that does not belong to it: \(address)", "\(server) 给出的网址不属于它：\(address)")
    case .unusableAddress(let address):
      Text("\(server) named an address that cannot be trusted: \(address)", "\(server) 给出的网址不可信：\(address)")
    case .otherSignIn: Text("This address does not belong to this sign-in.", "这个网址不属于这次登录。")
    case .otherRedirect:
      Text("\(server) registered another redirect address than the one it was given.", "\(server) 登记的重定向网址与提交的不同。")
    }
  }
}
