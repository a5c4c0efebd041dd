// Sentences about the test message, and the text of the message.

import Vocabulary

package enum SendTestSentence {
  package static let subject = Text("Test message from setup - you can delete it", "来自 setup 的测试邮件，可以删除")
  package static let body = [
    Text(
      "setup sent this message from your address to itself, to check that mail goes out and comes in.",
      "setup 用你的地址给自己发了这封邮件，用来检查收发是否正常。"),
    Text(
      "setup deletes the message when it arrives. If you are reading this, that did not happen, and you can delete it yourself.",
      "收到后 setup 会自动删除它。如果你看到了这封邮件，说明没有删掉，可以自行删除。"),
  ]

  package static func plan(_ address: MailAddress, _ imap: Endpoint, _ smtp: Endpoint, seconds: Int) -> Text {
    Text(
      "setup will send one message from \(address) to itself through \(smtp), wait for it at \(imap) for up to \(seconds) s, and delete it. No other message is touched.",
      "将通过 \(smtp) 用 \(address) 给自己发一封邮件，在 \(imap) 最多等待 \(seconds) 秒，收到后删除。不会改动其他邮件。")
  }

  package static let question = Text("Send it?", "要发送吗？")

  package static func needsConsent(_ address: MailAddress, _ unasked: Unasked) -> Text {
    Text("This sends a message from \(address) to itself", "这会用 \(address) 给自己发一封邮件") + unasked.clause
  }

  package static let nothingSent = Text("Nothing was sent.", "没有发送邮件。")

  package static func arrived(_ address: MailAddress) -> Text {
    Text(
      "It works: the message arrived in the inbox of \(address) and was deleted.", "收发正常：邮件已到达 \(address) 的收件箱，并已删除。")
  }

  package static func came(_ address: MailAddress) -> Text {
    Text("The message arrived in the inbox of \(address).", "邮件已到达 \(address) 的收件箱。")
  }

  package static func arrived(in folder: Visible) -> Text {
    Text(
      "The message arrived in the folder \(folder), as junk. Mark mail from this address as not junk.",
      "邮件已到达，但被当成垃圾邮件，放进了文件夹 \(folder)。请把这个地址加入白名单。")
  }

  /// What the receiving server found out about the sender.
  package static func checks(_ results: AuthenticationResults) -> Text {
    let found = [("SPF", results.spf), ("DKIM", results.dkim), ("DMARC", results.dmarc)].compactMap { name, verdict in
      verdict.map { Text(same: "\(name) ") + word($0) }
    }
    return Text("The receiving server checked the sender: ", "收件服务器对发件人的检查结果：") + Text.list(found) + Text(".", "。")
  }

  private static func word(_ verdict: AuthenticationResults.Verdict) -> Text {
    switch verdict {
    case .pass: Text("pass", "通过")
    case .fail: Text("fail", "未通过")
    case .softfail: Text("soft fail", "基本未通过（softfail）")
    case .neutral: Text("neutral", "中立")
    case .none: Text("none", "没有设置")
    case .policy: Text("rejected by policy", "不符合对方策略")
    case .temperror: Text("temporary error", "暂时出错")
    case .permerror: Text("permanent error", "设置有误")
    }
  }

  package static let doubted = Text(
    "Other servers may treat mail from this address as junk. The DNS records of the domain decide that; the administrator of the domain can correct them.",
    "其他服务器可能把这个地址发出的邮件当成垃圾邮件。这取决于域名的 DNS 记录，要由域名管理员更正。")

  package static let deleted = Text("It was deleted from there.", "已从那里删除。")

  package static func notArrived(_ seconds: Int) -> Text {
    Text(
      "The server accepted the message, but it did not arrive within \(seconds) s.", "服务器已接受邮件，但 \(seconds) 秒内没有收到。")
  }

  /// What may remain in the mailbox, and what to do about it. The subject is quoted from the message.
  package static func perhaps(_ subject: String) -> Text {
    Text(
      "It may still arrive. If it does, delete it yourself. Subject: \(subject)", "邮件可能稍后到达，请到时自行删除。主题：\(subject)")
  }
  package static func whole(_ subject: String) -> Text {
    Text("The message is still there. Delete it yourself. Subject: \(subject)", "邮件还在邮箱里，请自行删除。主题：\(subject)")
  }
  package static let marked = Text(
    "The message is marked as deleted. This server can only remove all marked messages at once, and there are others; your mail client will remove it when it cleans up.",
    "邮件已标记为删除。这台服务器只能一次清除所有带标记的邮件，而其中还有别的邮件，因此留给邮件客户端清理。")

  package static let copies = Text(
    "Some providers keep a copy of sent mail in another folder (Sent, All Mail). setup leaves that copy alone.",
    "有些服务商会在其他文件夹（已发送、所有邮件）里保留一份副本，setup 不会改动它。")

  package static let login = Text("sign-in", "登录")
  package static let accepted = Text("accepted", "服务器接受")
  package static let arrival = Text("arrived", "到达")
  package static let removal = Text("deleted", "删除")
  /// The last step where the message was only marked.
  package static let marking = Text("marked", "标记")
}
