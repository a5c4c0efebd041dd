// What is said when a verification has ended.

import Account
import Vocabulary

package enum OutcomeSentence {
  package static func verified(_ address: MailAddress) -> Text {
    Text("All is well (正常): IMAP and SMTP work for \(address).", "正常：\(address) 的 IMAP 和 SMTP 都能用。")
  }

  package static func notVerified(_ address: MailAddress) -> Text {
    Text("\(address) does not work yet.", "\(address) 还不能用。")
  }

  package static func works(_ mailProtocol: MailProtocol) -> Text {
    switch mailProtocol {
    case .imap: Text("IMAP is fine: the inbox opens.", "IMAP 没有问题：收件箱可以打开。")
    case .smtp: Text("SMTP is fine: the server accepts your address as the sender.", "SMTP 没有问题：服务器接受你的发件地址。")
    }
  }

  /// In the place of `works(.smtp)`, with what the server said to the own address as recipient.
  package static let senderUndecided = Text(
    "SMTP: the login was accepted, and your address as the sender so far; the server's last answer leaves open whether you may send from it.",
    "SMTP：登录成功，发件地址目前被接受，但服务器最后的答复没有说明是否允许用这个地址发信。")
  package static let mailboxTakesNothing = Text(
    "SMTP: the server accepts your address as the sender, but takes no mail for it at present.",
    "SMTP：服务器接受你的发件地址，但目前不收发给这个地址的邮件。")

  package static let nothingSaved = Text("Nothing was saved and no mail was sent.", "没有保存任何内容，也没有发送邮件。")

  package static func otherPort(_ unreached: Endpoint, _ used: Endpoint) -> Text {
    Text("\(unreached) could not be reached; \(used) was used instead.", "\(unreached) 无法连接，改用 \(used)。")
  }

  package static func nextServers(_ imap: Endpoint, _ smtp: Endpoint) -> Text {
    Text(
      "The provider has another pair of servers: \(imap) and \(smtp). Nothing was sent to them.",
      "该服务商还有另一组服务器：\(imap) 和 \(smtp)。没有向它们发送任何内容。")
  }

  package static func nextServersHow(_ imap: Endpoint, _ smtp: Endpoint) -> Text {
    Text(
      "To try them add: --imap \(imap) --smtp \(smtp)", "要试它们，请加上：--imap \(imap) --smtp \(smtp)")
  }

  package static func shapeDiffers(_ secret: SecretKind, count: Int) -> Text {
    let term = secret.term
    guard let format = secret.format else { return Text(same: "") }
    return Text(
      "What was entered has \(English.count(count, "character")) and does not look like the \(term.english), which has \(secret.enteredLength ?? format.length), like \(format.example). It may be your password for the web.",
      Chinese.sentence(
        "输入的内容有 \(count) 个字符，不像\(Chinese.inside(term.simplifiedChinese))（\(secret.enteredLength ?? format.length) 位，形如 \(format.example)），可能是网页登录密码。"
      ))
  }

  package static func arrived(count: Int, removed: Int) -> Text {
    if removed == 0 { return Text("Read \(English.count(count, "character")).", "已读入 \(count) 个字符。") }
    return Text(
      "Read \(English.count(count, "character")); \(English.count(removed, "separator")) removed.",
      "已读入 \(count) 个字符，去掉了 \(removed) 个分隔符。")
  }

  package static func traceWritten(_ file: Visible) -> Text {
    Text(
      "The dialogue is in \(file). It holds your address but no secret.", "会话记录已写入 \(file)，其中有你的邮箱地址，但没有机密。")
  }
}
