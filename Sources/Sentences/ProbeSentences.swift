// What a probe found out about servers.

import Vocabulary

package enum ProbeSentence {
  package static func looking(_ count: Int) -> Text {
    Text(
      "Looking at \(English.count(count, "server")); nothing about an account is sent.", "正在查看 \(count) 个服务器，不发送任何账户信息。")
  }

  // What stands in front of a row.
  package static let times = Text("Time", "用时")
  package static let encryption = Text("Encryption", "加密")
  package static let certificate = Text("Certificate of", "证书属于")
  package static let issuer = Text("Issued by", "签发者")
  package static let names = Text("For the hosts", "适用域名")
  package static let begins = Text("Valid from", "有效期自")
  package static let expires = Text("Valid until", "有效期至")
  package static let fingerprint = Text(same: "SHA-256")
  /// What stands in front of the certificate that is at fault, where it is not the server's own.
  package static func atFault(_ place: ChainPlace) -> Text {
    switch place {
    case .server: Text("Certificate at fault", "有问题的证书")
    case .intermediate: Text("Intermediate certificate at fault", "有问题的中间证书")
    case .root: Text("Root certificate at fault", "有问题的根证书")
    }
  }
  package static let login = Text("Login", "登录")
  package static let offers = Text("It offers", "服务器能力")

  /// A password can be used: by which of the mechanisms, and by IMAP's own command where that is open.
  package static func passwordPossible(_ mechanisms: [String], isLoginOpen: Bool) -> Text {
    let list = mechanisms.prefix(10).map { Visible($0, limit: 80).text }.joined(separator: ", ")
    switch (list.isEmpty, isLoginOpen) {
    case (true, _): return Text("a password can be used (LOGIN command)", "可以用密码（LOGIN 命令）")
    case (false, true): return Text("a password can be used (\(list); LOGIN command)", "可以用密码（\(list)；LOGIN 命令）")
    case (false, false): return Text("a password can be used (\(list))", "可以用密码（\(list)）")
    }
  }

  /// The end of the page. `isGood` where each protocol has a server that is fine.
  package static func verdict(fine: Int, of count: Int, isGood: Bool) -> Text {
    if fine == count { return Text("All servers can be reached and trusted.", "所有服务器都能连接，证书可信。") }
    return isGood
      ? Text(
        "\(fine) of \(English.count(count, "server")) can be reached and trusted, at least one for each protocol.",
        "\(count) 个服务器中有 \(fine) 个能连接且证书可信，两种协议都至少有一个。")
      : Text(
        "No account can be set up from here as it is: IMAP or SMTP has no server that can be reached and trusted.",
        "目前在这里无法设置账户：IMAP 或 SMTP 没有能连接且证书可信的服务器。")
  }

  package static func summary(fine: Int, of count: Int) -> Text {
    Text("\(fine) of \(English.count(count, "server")) can be reached and trusted.", "\(count) 个服务器中有 \(fine) 个能连接且证书可信。")
  }

  package static func noServers(_ name: Text) -> Text {
    Text(
      "\(name.english) has no servers for mail programs.", Chinese.sentence("\(Chinese.inside(name.simplifiedChinese))没有供邮件客户端使用的服务器。"))
  }

  package static func traceWritten(_ file: Visible) -> Text {
    Text("The dialogue is in \(file). It holds nothing about you.", "会话记录已写入 \(file)，其中没有你的任何信息。")
  }
}
