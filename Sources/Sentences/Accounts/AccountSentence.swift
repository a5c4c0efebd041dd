// Sentences about saved accounts: their state, and the changes that were made.

import AccountStore
import Posix
import SecretStores
import Vocabulary

package enum AccountSentence {
  package static let none = Text(
    "No saved accounts yet. To save one: setup --save NAME", "还没有保存账户。运行 setup --save 名称，验证通过后即可保存。")

  /// Returns the state with its date: `OK, checked 2026-11-21 21:24`.
  package static func state(_ state: AccountState, _ time: Timestamp?) -> Text {
    let word = word(state)
    guard let date = time?.local else { return word }
    switch state {
    case .normal, .paused: return Text("\(word.english), checked \(date)", "\(word.simplifiedChinese)（\(date) 验证）")
    case .stale: return Text("not checked since \(date)", "\(date) 以后没有再验证")
    case .unchecked: return word
    case .noSecret, .signInExpired, .refused, .insecure, .protocol, .unreachable, .temporary, .unsupported:
      return Text("\(word.english), \(date)", "\(word.simplifiedChinese)（\(date)）")
    }
  }

  package static func word(_ state: AccountState) -> Text {
    switch state {
    case .normal: Text("OK", "正常")
    case .stale: Text("not checked recently", "很久没有验证")
    case .unchecked: Text("never checked", "从未验证")
    case .paused: Text("paused", "已暂停")
    case .noSecret: Text("saved password unreadable", "读不到已保存的密码")
    case .signInExpired: Text("sign-in expired", "授权登录已过期")
    case .refused: Text("rejected", "被拒绝")
    case .insecure: Text("connection not secure", "连接不安全")
    case .protocol: Text("unexpected reply", "服务器回复异常")
    case .unreachable: Text("cannot connect", "无法连接")
    case .temporary: Text("temporary problem", "暂时不可用")
    case .unsupported: Text("does not accept this way of signing in", "不支持这种登录方式")
    }
  }

  /// What can be done about an account that needs attention, below the list.
  package static let calls = [
    Text("Check again: setup check", "重新验证：setup check"),
    Text("New password or servers: setup accounts edit NAME", "换密码或服务器：setup accounts edit 名称"),
  ]

  /// Returns `name: state` with its explanation: the line that a list prints per account.
  package static func line(_ name: AccountName, _ state: Text, _ explanation: Text?) -> Text {
    let more = explanation.map { Text(". \($0.english)", "。\($0.simplifiedChinese)") } ?? Text(same: "")
    return Text("\(name): \(state.english)\(more.english)", "\(name)：\(state.simplifiedChinese)\(more.simplifiedChinese)")
  }

  /// Returns where the secret of an account is.
  package static func place(of account: SavedAccount) -> Text {
    switch account.signIn {
    case .password: place(account.secret)
    case .token:
      switch account.secret {
      case .command, .keyring: Text("access token from a command", "访问令牌由命令提供")
      case .later: place(account.secret)
      case nil: Text("access token not saved", "未保存访问令牌")
      }
    case .oauth:
      switch account.secret {
      case .keyring(let keyring, _):
        Text(
          "browser sign-in, saved in \(name(keyring).english)",
          Chinese.sentence("浏览器授权登录，存在\(Chinese.inside(name(keyring).simplifiedChinese))里"))
      case .later: place(account.secret)
      case .command, nil: Text("browser sign-in, not saved", "浏览器授权登录，未保存")
      }
    }
  }

  private static func place(_ place: SecretLocation?) -> Text {
    switch place {
    case .keyring(let keyring, _):
      Text("password in \(name(keyring).english)", Chinese.sentence("密码存在\(Chinese.inside(name(keyring).simplifiedChinese))里"))
    case .command: Text("password from a command", "密码由命令提供")
    case .later: Text("password saved by a newer version of setup", "密码由新版 setup 保存")
    case nil: Text("password not saved", "未保存密码")
    }
  }

  /// Returns a shorter name than the one a keyring is offered under.
  private static func name(_ keyring: Keyring) -> Text {
    switch keyring {
    case .secretService: Text("the system keyring", "系统密钥环")
    case .pass: Text(same: "pass")
    case .gopass: Text(same: "gopass")
    case .keychain: Text("the macOS keychain", "macOS 钥匙串")
    case .file: Text("an unencrypted file on this computer", "本机的未加密文件")
    }
  }

  // Results of changes.

  package static func saved(_ account: SavedAccount) -> Text {
    let name = account.name
    guard account.secret == nil else { return Text("Saved as \(name).", "已保存为 \(name)。") }
    return switch account.signIn {
    case .password: Text("Saved as \(name), without the password.", "已保存为 \(name)，未保存密码。")
    case .token: Text("Saved as \(name), without the access token.", "已保存为 \(name)，未保存访问令牌。")
    case .oauth: Text("Saved as \(name), without the sign-in.", "已保存为 \(name)，未保存授权登录。")
    }
  }
  package static func paused(_ name: AccountName) -> Text {
    Text("Paused \(name). setup check skips it until you resume it.", "已暂停 \(name)。恢复之前，setup check 会跳过它。")
  }
  package static func resumed(_ name: AccountName) -> Text {
    Text("Resumed \(name). setup check includes it again.", "已恢复 \(name)，setup check 会继续验证它。")
  }
  package static func renamed(_ old: AccountName, _ new: AccountName) -> Text {
    Text("Renamed \(old) to \(new).", "已将 \(old) 改名为 \(new)。")
  }
  package static func removed(_ name: AccountName) -> Text { Text("Removed \(name).", "已移除 \(name)。") }
  package static func forgotten(_ keyring: Keyring) -> Text {
    Text(
      "Deleted its password from \(name(keyring).english).",
      Chinese.sentence("已从\(Chinese.inside(name(keyring).simplifiedChinese))删除它的密码。"))
  }
  /// The entry existed before this program used it.
  package static func theirsStays(_ keyring: Keyring, _ entry: Visible) -> Text {
    Text(
      "Its password stays in \(name(keyring).english), in the entry \(entry), which was not made by setup.",
      Chinese.sentence("它的密码仍在\(Chinese.inside(name(keyring).simplifiedChinese))，条目是 \(entry)：这个条目不是 setup 建立的。"))
  }
  /// The entry contains more than the secret.
  package static func notesStay(_ keyring: Keyring, _ entry: Visible) -> Text {
    Text(
      "Its password stays in \(name(keyring).english), in the entry \(entry), which has other lines as well. Delete it yourself if you do not need it.",
      Chinese.sentence("它的密码仍在\(Chinese.inside(name(keyring).simplifiedChinese))，条目是 \(entry)：其中还有别的内容。不再需要时请自行删除。"))
  }
  /// The account named the entry of another account.
  package static func separated(_ account: SeparatedAccount) -> Text {
    let (name, keyring) = (account.name, self.name(account.keyring))
    if account.isKeptByAnother {
      return Text(
        "\(name) shared a keyring entry with another account, which was checked more recently: the entry stays with that account. \(name) has no saved password now. To save one: setup accounts edit NAME --store KEYRING",
        "\(name) 曾与另一个账户共用一个密钥环条目。那个账户最近验证过，条目留给它；\(name) 现在没有保存的密码。要保存：setup accounts edit 名称 --store 密钥环")
    }
    let entry = Visible(account.keyring.spelled(account.entry), limit: 120)
    return Text(
      "\(name) shared the entry \(entry) in \(keyring.english) with another account, and it is not known whose password is in it. The entry was not changed, but neither account uses it. To save a password: setup accounts edit NAME --store KEYRING",
      "\(name) 曾与另一个账户共用\(Chinese.inside(keyring.simplifiedChinese))里的条目 \(entry)，无法确定其中是谁的密码。条目没有改动，但两个账户都不再使用它。要保存密码：setup accounts edit 名称 --store 密钥环"
    )
  }
  package static let commandStays = Text(
    "Its password comes from your own command and was not touched.", "它的密码由你自己的命令提供，没有改动。")
  package static let laterStays = Text(
    "Its password was saved by a newer version of setup and was not touched.", "它的密码由新版 setup 保存，没有改动。")
  /// The entry was changed after this program created it.
  package static func changedStays(_ keyring: Keyring, _ entry: Visible) -> Text {
    Text(
      "The entry \(entry) stays in \(name(keyring).english): it was changed after setup saved it. Delete it yourself if you do not need it.",
      Chinese.sentence("\(Chinese.inside(name(keyring).simplifiedChinese))里的条目 \(entry) 没有删除：setup 保存之后，内容有过改动。不再需要时请自行删除。"))
  }
  /// This run deleted an entry that an earlier, interrupted run had recorded for removal.
  package static func removedLater(_ keyring: Keyring, _ entry: Visible) -> Text {
    Text(
      "An earlier setup was stopped before it deleted the entry \(entry) in \(name(keyring).english). It is deleted now.",
      Chinese.sentence("之前的 setup 还没有删除\(Chinese.inside(name(keyring).simplifiedChinese))里的条目 \(entry) 就中断了，现已删除。"))
  }
  /// An interrupted run was saving or deleting an entry that no account uses.
  package static func leftBehind(_ keyring: Keyring, _ entry: Visible, isRemoval: Bool) -> Text {
    isRemoval
      ? Text(
        "An earlier setup was stopped before it deleted the entry \(entry) in \(name(keyring).english). No account uses it. Delete it yourself if you do not need it.",
        Chinese.sentence("之前的 setup 还没有删除\(Chinese.inside(name(keyring).simplifiedChinese))里的条目 \(entry) 就中断了。没有账户使用它，不再需要时请自行删除。"))
      : Text(
        "An earlier setup was stopped while it saved a password. \(name(keyring).english) has an entry \(entry) that no account uses. Delete it yourself if you do not need it.",
        Chinese.sentence("之前的 setup 在保存密码时中断了。\(Chinese.inside(name(keyring).simplifiedChinese))里的条目 \(entry) 没有账户使用，不再需要时请自行删除。"))
  }
  package static func notForgotten(_ keyring: Keyring, _ entry: Visible) -> Text {
    Text(
      "Its password is still in \(name(keyring).english), entry \(entry).",
      Chinese.sentence("它的密码还在\(Chinese.inside(name(keyring).simplifiedChinese))里，条目名：\(entry)。"))
  }

  package static func reallyRemove(_ names: [AccountName]) -> Text {
    let list = names.map(\.text)
    return Text(
      "Remove \(list.joined(separator: ", ")) and any saved password?",
      "移除 \(list.joined(separator: "、")) 并删除保存的密码吗？")
  }
  package static let removalNeedsConsent = Text(
    "This removes the account and any saved password.", "移除账户时，保存的密码也会一并删除。")
  package static let nothingRemoved = Text("Nothing removed.", "没有移除账户。")

  // What a command requires.

  package static let goodName = Text(
    "a valid name (printable, up to 254 bytes, no leading hyphen)", "有效的名称（可显示字符，最多 254 字节，不以连字符开头）")
}
