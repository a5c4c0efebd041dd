// Sentences of `setup probe`.

import Vocabulary

package enum ProbeSentence {
  package static func looking(_ count: Int) -> Text {
    Text(
      "Checking \(English.count(count, "server")). No account data is sent.", "正在检查 \(count) 台服务器，不发送任何账户信息。")
  }

  // Labels of rows.
  package static let times = Text("Time", "用时")
  package static let encryption = Text("Encryption", "加密")
  package static let certificate = Text("Certificate for", "证书域名")
  package static let issuer = Text("Issued by", "签发者")
  package static let names = Text("Server names", "适用域名")
  package static let begins = Text("Valid from", "有效期自")
  package static let expires = Text("Valid until", "有效期至")
  package static let fingerprint = Text(same: "SHA-256")
  /// Returns the label of the certificate at fault.
  package static func atFault(_ place: ChainPlace) -> Text {
    switch place {
    case .server: Text("Certificate at fault", "有问题的证书")
    case .intermediate: Text("Intermediate certificate at fault", "有问题的中间证书")
    case .root: Text("Root certificate at fault", "有问题的根证书")
    }
  }
  package static let login = Text("Sign-in", "登录")
  package static let offers = Text("Capabilities", "支持的功能")

  /// The server accepts a password: by one of `mechanisms`, or also by IMAP's LOGIN command if it is enabled.
  package static func passwordPossible(_ mechanisms: [String], isLoginOpen: Bool) -> Text {
    let list = mechanisms.prefix(10).map { Visible($0, limit: 80).text }.joined(separator: ", ")
    switch (list.isEmpty, isLoginOpen) {
    case (true, _): return Text("password (LOGIN command)", "支持密码（LOGIN 命令）")
    case (false, true): return Text("password (\(list); LOGIN command)", "支持密码（\(list)；LOGIN 命令）")
    case (false, false): return Text("password (\(list))", "支持密码（\(list)）")
    }
  }

  /// Returns the last sentence of the page. `isGood` if each protocol has a server without a failure.
  package static func outcome(fine: Int, of count: Int, isGood: Bool) -> Text {
    if fine == count { return Text("All servers are reachable and trusted.", "所有服务器都能连接，证书可信。") }
    return isGood
      ? Text(
        "Reachable and trusted: \(fine) of \(English.count(count, "server")), at least one for each protocol.",
        "\(count) 台服务器中有 \(fine) 台能连接且证书可信，两种协议都至少有一台。")
      : Text(
        "Cannot set up an account from here: IMAP or SMTP has no server that is reachable and trusted.",
        "从这里还不能设置账户：IMAP 或 SMTP 没有能连接且证书可信的服务器。")
  }

  package static func summary(fine: Int, of count: Int) -> Text {
    Text("Reachable and trusted: \(fine) of \(English.count(count, "server")).", "\(count) 台服务器中有 \(fine) 台能连接且证书可信。")
  }

  /// The heading of the entries that differ from their servers.
  package static func review(_ count: Int) -> Text {
    Text(
      "Entries of the provider file to look at: \(count)", "服务商文件中需要查看的条目：\(count) 条")
  }

  package static func checked(_ day: String) -> Text { Text("last checked \(day)", "上次核对 \(day)") }

  package static func noServers(_ name: Text) -> Text {
    Text(
      "\(name.english) has no servers for mail clients.", Chinese.sentence("\(Chinese.inside(name.simplifiedChinese))没有供邮件客户端使用的服务器。"))
  }

  package static func traceWritten(_ file: Visible) -> Text {
    Text("Session log saved to \(file). It contains nothing about you.", "通信记录已保存到 \(file)，其中没有你的任何信息。")
  }
}
