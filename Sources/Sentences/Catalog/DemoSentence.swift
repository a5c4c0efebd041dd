// The sentences of the demo: which mailboxes it has, and what happens to what it saves.

import Catalog
import Vocabulary

package enum DemoSentence {
  /// Above the list of the mailboxes.
  package static let mailboxes = Text("The demo has these mailboxes, each with something to see:", "演示有以下邮箱，各展示一种情况：")

  /// What happens with a mailbox.
  package static func what(_ situation: DemoSituation) -> Text {
    switch situation {
    case .works: Text("everything works", "一切正常")
    case .withoutIMAP: Text("IMAP is turned off", "没有开启 IMAP")
    case .foreignSender: Text("the server rejects the sender", "服务器拒绝发件地址")
    case .untrusted: Text("the certificate is not trusted", "证书不可信")
    case .silent: Text("the servers do not answer", "服务器没有响应")
    }
  }

  /// A mailbox that the demo does not have.
  package static let noMailbox = Text(
    "The demo has no such mailbox. Enter one of: \(addresses(", ")).", "演示没有这个邮箱，可以填写：\(addresses("、"))。")

  private static func addresses(_ separator: String) -> String { DemoSituation.allCases.map(\.address).joined(separator: separator) }

  /// Before the choice after the verification. `folder` is removed at the end.
  package static func scratch(_ folder: Visible) -> Text {
    Text(
      "In the demo everything is saved in \(folder), which is removed when you finish. Your own files stay untouched.",
      "演示期间，所有内容都保存在 \(folder) 里，结束时删除，不会改动你自己的文件。")
  }

  /// At the end, once the folder is removed.
  package static let removed = Text("The demo is over, and what it saved is removed.", "演示结束，保存的内容已删除。")
}
