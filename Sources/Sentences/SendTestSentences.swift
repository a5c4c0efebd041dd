// What is said about the test message, and what it says itself.

import Vocabulary

package enum SendTestSentence {
  package static let subject = Text("Test message from setup - it may be deleted", "setup 的测试邮件，可以删除")
  package static let body = [
    Text(
      "The program setup sent this message from your address to itself, to see whether mail goes out and comes in.",
      "这是 setup 程序用你的地址发给自己的邮件，用来检查能否收发邮件。"),
    Text(
      "It looks for the message and deletes it. If you can read this, it did not come to that: you may delete it.",
      "程序会找到并删除它。如果你看到了这封邮件，说明它没有被删除，可以直接删除。"),
  ]

  package static let needsAccount = Text("an account: the name of a saved one, or --email", "账户：已保存的账户名，或 --email")

  package static func plan(_ address: MailAddress, _ imap: Endpoint, _ smtp: Endpoint, seconds: Int) -> Text {
    Text(
      "One message goes from \(address) to itself, by \(smtp). It is waited for at \(imap) for at most \(seconds) s, and deleted there. No other message is touched.",
      "将用 \(smtp) 从 \(address) 给自己发一封邮件，在 \(imap) 最多等待 \(seconds) 秒，收到后删除。不会改动其他邮件。")
  }

  package static let question = Text("Send it? y/n", "要发送吗？y/n")

  package static func needsConsent(_ address: MailAddress) -> Text {
    Text(
      "This sends a message from \(address) to itself, and there is nobody to ask.", "这会从 \(address) 给自己发一封邮件，而现在没有人可以询问。")
  }

  package static let nothingSent = Text("Nothing was sent.", "没有发送。")

  package static func arrived(_ address: MailAddress) -> Text {
    Text(
      "All is well (正常): the message arrived in the inbox of \(address) and was deleted.", "正常：邮件到达 \(address) 的收件箱，并已删除。")
  }

  package static func came(_ address: MailAddress) -> Text {
    Text("The message arrived in the inbox of \(address).", "邮件到达 \(address) 的收件箱。")
  }

  package static func arrived(in folder: Visible) -> Text {
    Text(
      "The message arrived, but in the folder \(folder): it was taken for junk. Mark mail from this address as wanted.",
      "邮件已到达，但在文件夹 \(folder) 里，被当成了垃圾邮件。请把这个地址标记为可信。")
  }

  package static let deleted = Text("It was deleted there.", "已从那里删除。")

  package static func notArrived(_ seconds: Int) -> Text {
    Text(
      "The server took the message, but it did not arrive within \(seconds) s.", "服务器收下了邮件，但 \(seconds) 秒内没有到达。")
  }

  /// What is left in the mailbox, and what to do about it. The words of the subject are those of the message.
  package static func perhaps(_ subject: String) -> Text {
    Text(
      "It may still arrive; then delete it yourself. Its subject: \(subject)", "邮件可能稍后到达，届时请自行删除。邮件主题：\(subject)")
  }
  package static func whole(_ subject: String) -> Text {
    Text("The message is still there; delete it yourself. Its subject: \(subject)", "邮件还在，请自行删除。邮件主题：\(subject)")
  }
  package static let marked = Text(
    "It has the mark of a deleted message. The server takes away only all that is marked at once, and other messages are; your mail program does so when it tidies up.",
    "邮件已标记为删除。服务器只能一次清除所有带此标记的邮件，而其中还有别的邮件，所以留给你的邮件程序清理。")

  package static let copies = Text(
    "A provider that keeps what is sent may have a copy in another folder (Sent, All Mail); that one is left alone.",
    "有些服务商会在其他文件夹（已发送、所有邮件）保留一份副本，不会改动它。")

  package static let login = Text("login", "登录")
  package static let accepted = Text("accepted", "服务器收下")
  package static let arrival = Text("arrived", "到达")
  package static let removal = Text("deleted", "删除")
}
