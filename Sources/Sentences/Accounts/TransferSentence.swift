// Sentences about moving accounts to another computer and about editing one.

import AccountStore
import Vocabulary

package enum TransferSentence {
  package static func exported(_ count: Int, _ file: Visible) -> Text {
    Text(
      "\(English.count(count, "account")) saved to \(file). The file contains no passwords and does not say where they are.",
      "已将 \(count) 个账户写入 \(file)，其中没有密码，也没有密码的位置。")
  }
  package static func authorityStays(_ names: [AccountName]) -> Text {
    Text(
      "The certificate authority's file of \(names.map(\.text).joined(separator: ", ")) is not taken along. Name it again there: setup accounts edit NAME --ca-file FILE",
      "\(names.map(\.text).joined(separator: "、")) 的证书机构文件不会一起带走。请在新的地方重新指定：setup accounts edit 名称 --ca-file 文件")
  }
  package static func exists(_ file: Visible) -> Text { Text("\(file) already exists.", "\(file) 已存在。") }
  package static func added(_ account: SavedAccount) -> Text {
    Text(
      "\(account.name): added. IMAP \(account.imap), SMTP \(account.smtp)", "\(account.name)：已添加。IMAP \(account.imap)，SMTP \(account.smtp)")
  }
  package static func same(_ name: AccountName) -> Text { Text("\(name): already here, identical.", "\(name)：已有，内容相同。") }
  package static func other(_ name: AccountName) -> Text {
    Text(
      "\(name): already here with other settings, so it was not changed. To import it, rename or remove the existing one first.",
      "\(name)：已有同名账户，但内容不同，没有改动。要导入，请先给现有的改名或移除它。")
  }
  /// `reason` is a complete sentence.
  package static func leftOut(_ name: AccountName, _ reason: Text) -> Text {
    Text("\(name): left out. \(reason.english)", "\(name)：没有添加。\(reason.simplifiedChinese)")
  }
  package static let next = Text(
    "They have not been checked yet. setup accounts edit NAME asks for the password and checks one.",
    "它们还没有验证。用 setup accounts edit 名称 输入密码并验证。")

  // Editing.

  package static func editing(_ name: AccountName) -> Text {
    Text("Editing \(name). Press Enter to keep a value.", "修改 \(name)。直接按回车保留原来的内容。")
  }
  package static func keepAuthority(_ file: Visible, _ hosts: [HostName]) -> Text {
    Text(
      "Also trust the certificate authorities in \(file) for \(hosts.map(\.description).joined(separator: " and "))?",
      "对 \(hosts.map(\.description).joined(separator: "、")) 也信任 \(file) 里的证书机构吗？")
  }
  package static let emptyKeeps = Text("Press Enter to keep the current password.", "直接按回车保留现有密码。")
  package static let fromCommand = Text("The password comes from the account's command.", "密码由该账户的命令提供。")
  package static let once = Text("The password is used for this check and not saved.", "密码只用于这次验证，不会保存。")
  package static let notKept = Text(
    "The new password is used once and not saved. To save it, use --store KEYRING.", "新密码只用这一次，不会保存。要保存，请用 --store 密钥环。")
  /// The account's own password command does not print the password that was verified.
  package static let commandDropped = Text(
    "This account's password command does not print the new password, so the account no longer uses it. The new password was not saved. To save it, use --store KEYRING.",
    "这个账户的密码命令输出的不是新密码，因此不再使用。新密码没有保存。要保存，请用 --store 密钥环。")
  package static let again = Text("Change something and try again?", "修改后再试一次吗？")
  package static func changed(_ name: AccountName) -> Text { Text("Saved the changes to \(name).", "已保存对 \(name) 的修改。") }
  /// The user left before anything was verified.
  package static func left(_ name: AccountName) -> Text { Text("\(name) was not changed.", "\(name) 没有改动。") }
  package static func unchanged(_ name: AccountName) -> Text {
    Text("\(name) was not changed: only settings that work are saved.", "\(name) 没有改动：只有验证通过的设置才会保存。")
  }
}
