// Saved accounts in the conversation about a new one.

import AccountStore
import Catalog
import Vocabulary

package enum SavedSentence {
  /// Above the first question.
  package static func hint(_ addresses: [MailAddress], more: Int) -> Text {
    let list = Text.list(addresses.map(\.description))
    let others = more == 0 ? Text(same: "") : Text(" and \(more) more", " 等 \(addresses.count + more) 个")
    return Text(
      "Saved accounts: \(list.english)\(others.english). Enter the address of one to check or change it.",
      "已保存的账户：\(list.simplifiedChinese)\(others.simplifiedChinese)。输入其中一个地址，即可验证或修改。")
  }

  package static func which(_ address: MailAddress) -> Text {
    Text("\(address) is saved more than once. Which account?", "\(address) 保存了不止一个账户。要用哪一个？")
  }
  package static func account(_ name: AccountName, _ settings: ServerSettings) -> Text {
    Text("\(name) (\(settings.imap.host))", "\(name)（\(settings.imap.host)）")
  }
  package static func whatNow(_ name: AccountName, _ address: MailAddress) -> Text {
    name.text == address.description
      ? Text("\(address) is a saved account. What do you want to do?", "\(address) 是已保存的账户。要做什么？")
      : Text("\(address) is saved as \(name). What do you want to do?", "\(address) 已保存为 \(name)。要做什么？")
  }
  package static let check = Text("Check that it works", "验证能否使用")
  package static let edit = Text("Change it, or enter a new password", "修改账户，或填写新密码")
  package static let remove = Text("Remove it", "移除账户")
  package static let anew = Text("Set it up from the beginning", "从头重新设置")
}
