// What is said about saved accounts: their state, and what was done with them.

import Posix
import Registry
import Vocabulary

package enum AccountSentence {
  package static let none = Text(
    "No account is saved. setup --save NAME keeps one that was verified.", "还没有保存账户。用 setup --save 名称 可以保存验证过的账户。")

  /// The state with its date: `normal, checked 2026-11-21 21:24`.
  package static func state(_ state: AccountState, _ time: Moment?) -> Text {
    let word = word(state)
    guard let date = time?.local else { return word }
    switch state {
    case .normal, .paused: return Text("\(word.english), checked \(date)", "\(word.simplifiedChinese)，\(date) 验证过")
    case .stale: return Text("not checked since \(date)", "\(date) 之后没有验证过")
    case .unchecked: return word
    case .noSecret, .refused, .insecure, .protocol, .unreachable, .temporary, .unsupported:
      return Text("\(word.english), \(date)", "\(word.simplifiedChinese)，\(date)")
    }
  }

  package static func word(_ state: AccountState) -> Text {
    switch state {
    case .normal: Text("normal", "正常")
    case .stale: Text("not checked for long", "很久没有验证")
    case .unchecked: Text("never checked", "还没有验证过")
    case .paused: Text("paused", "已暂停")
    case .noSecret: Text("secret not readable", "读不到密码")
    case .refused: Text("refused", "被拒绝")
    case .insecure: Text("not safe to use", "连接不安全")
    case .protocol: Text("not understood", "服务器的回答无法理解")
    case .unreachable: Text("not reached", "连接不上")
    case .temporary: Text("failing for now", "暂时无法验证")
    case .unsupported: Text("takes no password", "不接受密码")
    }
  }

  /// `name: state`, with what is behind it: the one line of an account.
  package static func line(_ name: AccountName, _ state: Text, _ explanation: Text?) -> Text {
    let more = explanation.map { Text(". \($0.english)", "。\($0.simplifiedChinese)") } ?? Text(same: "")
    return Text("\(name): \(state.english)\(more.english)", "\(name)：\(state.simplifiedChinese)\(more.simplifiedChinese)")
  }

  package static func place(_ place: SecretPlace?) -> Text {
    switch place {
    case .keyring(let keyring, _):
      Text("secret in \(name(keyring).english)", Chinese.sentence("密码在\(Chinese.inside(name(keyring).simplifiedChinese))"))
    case .command: Text("secret from a command", "密码来自命令")
    case nil: Text("secret not kept", "密码没有保存")
    }
  }

  /// Shorter than where it is offered.
  private static func name(_ keyring: Keyring) -> Text {
    switch keyring {
    case .secretService: Text("the system keyring", "系统密钥环")
    case .pass: Text(same: "pass")
    case .gopass: Text(same: "gopass")
    case .keychain: Text("the macOS keychain", "macOS 钥匙串")
    case .file: Text("a private file", "私有文件")
    }
  }

  // What was done.

  package static func saved(_ name: AccountName, _ place: SecretPlace?) -> Text {
    place == nil
      ? Text("Saved as \(name), without its secret.", "已保存为 \(name)，不含密码。")
      : Text("Saved as \(name).", "已保存为 \(name)。")
  }
  package static func paused(_ name: AccountName) -> Text {
    Text("\(name) is paused: setup check leaves it out.", "已暂停 \(name)：setup check 不再验证它。")
  }
  package static func resumed(_ name: AccountName) -> Text {
    Text("\(name) is checked again from now on.", "已恢复 \(name)：setup check 会再验证它。")
  }
  package static func renamed(_ old: AccountName, _ new: AccountName) -> Text {
    Text("\(old) is called \(new) now.", "\(old) 已改名为 \(new)。")
  }
  package static func removed(_ name: AccountName) -> Text { Text("\(name) is removed.", "已移除 \(name)。") }
  package static func forgotten(_ keyring: Keyring) -> Text {
    Text(
      "Its secret was removed from \(name(keyring).english).",
      Chinese.sentence("它的密码已从\(Chinese.inside(name(keyring).simplifiedChinese))删除。"))
  }
  /// An entry that was there before this program used it.
  package static func theirsStays(_ keyring: Keyring, _ entry: Visible) -> Text {
    Text(
      "Its secret stays in \(name(keyring).english), as \(entry): that entry was there before.",
      Chinese.sentence("它的密码仍在\(Chinese.inside(name(keyring).simplifiedChinese))，条目是 \(entry)：该条目原本就有。"))
  }
  /// An entry in which there is more than the secret.
  package static func notesStay(_ keyring: Keyring, _ entry: Visible) -> Text {
    Text(
      "Its secret stays in \(name(keyring).english), as \(entry): more than the secret is kept there. Remove it yourself if nobody needs it.",
      Chinese.sentence("它的密码仍在\(Chinese.inside(name(keyring).simplifiedChinese))，条目是 \(entry)：那里还有别的内容。如果不再需要，请自行删除。"))
  }
  /// An account that had to share the entry of a keyring with another one.
  package static func bereft(_ name: AccountName) -> Text {
    Text(
      "\(name) shared its secret's entry with another account, which was proved later and keeps it. \(name) has no secret now: setup accounts edit NAME --store KEYRING gives it one of its own.",
      "\(name) 曾与另一个账户共用一个密码条目；后者验证得更晚，条目归它。\(name) 现在没有密码：用 setup accounts edit 名称 --store 密钥环 为它单独保存。")
  }
  package static let commandStays = Text(
    "Its secret comes from a command of your own and stays where it is.", "它的密码来自你自己的命令，仍在原处。")
  package static func notForgotten(_ keyring: Keyring, _ entry: Visible) -> Text {
    Text(
      "Its secret is still in \(name(keyring).english), as \(entry).",
      Chinese.sentence("它的密码仍在\(Chinese.inside(name(keyring).simplifiedChinese))，条目是 \(entry)。"))
  }

  package static func reallyRemove(_ names: [AccountName]) -> Text {
    let list = names.map(\.text)
    return Text(
      "Remove \(list.joined(separator: ", ")), with the secret that was stored for it? y/n",
      "要移除 \(list.joined(separator: "、")) 以及为它保存的密码吗？y/n")
  }
  package static let removalNeedsConsent = Text(
    "Removing an account also removes the secret that was stored for it.", "移除账户会同时删除为它保存的密码。")
  package static let nothingRemoved = Text("Nothing was removed.", "没有移除任何账户。")

  // What a call needs.

  package static let needsAction = Text(
    "one of list, pause, resume, edit, rename, remove, export, import",
    " list、pause、resume、edit、rename、remove、export、import 之一")
  package static let needsName = Text("the name of a saved account", "一个已保存账户的名称")
  package static let needsTwoNames = Text("the old name and the new one", "旧名称和新名称")
  package static let needsFile = Text("a file", "一个文件")
  package static let goodName = Text(
    "a name: printable, at most 254 octets, not beginning with a hyphen", "可用的名称（可显示的字符，最多 254 字节，不以连字符开头）")
  package static let realAccount = Text("an account that lasts: the demo's ends with this run", "能保存的账户：试用账户只存在于这一次运行")
}
