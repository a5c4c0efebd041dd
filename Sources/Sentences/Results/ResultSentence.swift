// Sentences about the result of a verification.

import Catalog
import Vocabulary

package enum ResultSentence {
  package static func verified(_ address: MailAddress) -> Text {
    Text("It works: IMAP and SMTP are fine for \(address).", "验证通过：\(address) 的 IMAP 和 SMTP 都正常。")
  }

  package static func notVerified(_ address: MailAddress) -> Text {
    Text("\(address) does not work yet.", "\(address) 还没有设置好。")
  }

  package static func works(_ mailProtocol: MailProtocol) -> Text {
    switch mailProtocol {
    case .imap: Text("IMAP works: the inbox opens.", "IMAP 正常：收件箱可以打开。")
    case .smtp: Text("SMTP works: the server accepts your address as the sender.", "SMTP 正常：服务器接受你的发件地址。")
    }
  }

  /// Instead of `works(.smtp)` if the server's reply to the user's own address as a recipient decides nothing.
  package static let senderUndecided = Text(
    "SMTP: you are signed in, and the server has not objected to your address as the sender; its last reply does not say whether you may send from it.",
    "SMTP：登录成功，服务器没有反对你的发件地址，但最后的回复没有说明是否允许用它发信。")
  package static let mailboxTakesNothing = Text(
    "SMTP: the server accepts your address as the sender, but does not accept mail for it right now.",
    "SMTP：服务器接受你的发件地址，但目前不接收寄给它的邮件。")

  /// What a server wants its users to be told.
  package static func alert(_ mailProtocol: MailProtocol, _ text: Visible) -> Text {
    Text("Notice from the \(mailProtocol.spoken) server: \(text)", "\(mailProtocol.spoken) 服务器的通知：\(text)")
  }

  package static let nothingSaved = Text("Nothing was saved, and no mail was sent.", "没有保存任何内容，也没有发送邮件。")

  package static func otherPort(_ unreached: Endpoint, _ used: Endpoint) -> Text {
    Text("Could not reach \(unreached); used \(used) instead.", "\(unreached) 无法连接，已改用 \(used)。")
  }

  package static func nextServers(_ imap: Endpoint, _ smtp: Endpoint) -> Text {
    Text(
      "This provider also has other servers: \(imap) and \(smtp). Nothing was sent to them.",
      "这家服务商还有另一组服务器：\(imap) 和 \(smtp)。没有向它们发送任何内容。")
  }

  package static func nextServersHow(_ imap: Endpoint, _ smtp: Endpoint) -> Text {
    Text(
      "To use them, add: --imap \(imap) --smtp \(smtp)", "要改用这一组，请加上：--imap \(imap) --smtp \(smtp)")
  }

  /// Returns the number of characters that will be sent, and what was done to those that were entered.
  package static func arrived(count: Int, removed: Int, replaced: Int = 0, added: Int = 0) -> Text {
    let entered = Text("\(English.count(count, "character")) entered", "已输入 \(count) 个字符")
    var changes: [Text] = []
    if removed > 0 { changes.append(Text("\(English.count(removed, "extra character")) removed", "去掉了 \(removed) 个多余的字符")) }
    if replaced > 0 {
      changes.append(Text("\(English.count(replaced, "full-width character")) replaced", "\(replaced) 个全角字符换成了半角"))
    }
    if added > 0 { changes.append(Text("\(English.count(added, "missing separator")) added", "补上了 \(added) 个分隔符")) }
    let all = [entered] + changes
    return Text(
      all.map(\.english).joined(separator: "; ") + ".", all.map(\.simplifiedChinese).joined(separator: "，") + "。")
  }

  package static func traceWritten(_ file: Visible) -> Text {
    Text(
      "Session log saved to \(file). It contains your address, but no password.", "通信记录已保存到 \(file)，其中有你的邮箱地址，没有密码。")
  }
}
