// What is wrong with the file of saved accounts, or with the name of one.

import Account
import Registry
import Vocabulary

/// Errors with their hints, for `UsageSentence`.
package enum RegistrySentence {
  /// What is wrong, and what to do; the second may be missing.
  package static func text(_ fault: RegistryFault) -> (error: Text, hint: Text?) {
    switch fault {
    case .noHome:
      (
        Text("There is no place for saved accounts: HOME is not set.", "没有保存账户的位置：未设置 HOME。"),
        Text("Set HOME or XDG_CONFIG_HOME to an absolute path.", "请把 HOME 或 XDG_CONFIG_HOME 设为绝对路径。")
      )
    case .unreadable(let path, let reason):
      (Text("\(safe(path)) cannot be read: \(reason.text)", "无法读取 \(safe(path))：\(reason.text)"), nil)
    case .unwritable(let path, let reason):
      (
        Text("\(safe(path)) cannot be written: \(reason.text)", "无法写入 \(safe(path))：\(reason.text)"),
        Text("The saved accounts are as they were.", "已保存的账户没有改动。")
      )
    case .unsettled(let path, let reason):
      (
        Text(
          "\(safe(path)) is written, but the disk does not confirm it: \(reason.text)", "\(safe(path)) 已写入，但磁盘没有确认：\(reason.text)"),
        Text("Look at the disk, then do it again.", "请检查磁盘，然后再做一次。")
      )
    case .special(let path): (Text("\(safe(path)) is not a regular file.", "\(safe(path)) 不是普通文件。"), nil)
    case .open(let path):
      (
        Text(
          "\(safe(path)) belongs to or can be changed by other users, who could send your secrets to their servers.",
          "\(safe(path)) 属于其他用户或可被其他用户修改，对方可能把你的密码引到自己的服务器。"),
        Text("If it is yours: chmod go-w \(safe(path))", "如果是你自己的：chmod go-w \(safe(path))")
      )
    case .foreign(let path): foreign(path)
    case .tooBig(let path):
      (
        Text(
          "\(safe(path)) is larger than \(AccountsDocument.limit / 1_048_576) MiB.",
          "\(safe(path)) 超过了 \(AccountsDocument.limit / 1_048_576) MiB。"),
        nil
      )
    case .newer(let path):
      (
        Text(
          "\(safe(path)) is in a format this program does not know. It was left as it is.", "\(safe(path)) 的格式本程序不认识，没有改动它。"),
        Text("A newer setup probably wrote it: use that one.", "它可能由新版 setup 写成，请用新版。")
      )
    case .broken(let path, let faults): broken(path, faults)
    case .unknownKeys(let path, let keys):
      (
        Text(
          "\(safe(path)) holds what this program does not know and would lose: \(list(keys, ", ")). It was left as it is.",
          "\(safe(path)) 里有本程序不认识的内容（\(list(keys, "、"))），写入会丢失它们，因此没有改动。"),
        Text("A newer setup probably wrote it: use that one.", "它可能由新版 setup 写成，请用新版。")
      )
    case .busy(let path):
      (
        Text("Another setup is changing the saved accounts and does not finish.", "另一个 setup 正在修改已保存的账户，一直没有结束。"),
        Text("Try again when it has ended; fuser \(safe(path)) names it.", "等它结束后再试；用 fuser \(safe(path)) 可找到它。")
      )
    case .cannotHold(let path):
      (
        Text(
          "The accounts cannot be kept in \(safe(path)): there are more than \(AccountsDocument.most), or one holds characters that cannot be shown.",
          "无法写入 \(safe(path))：账户超过 \(AccountsDocument.most) 个，或某个账户含有无法显示的字符。"),
        nil
      )
    }
  }

  /// A folder of another user, in which something would have to be made.
  package static func foreign(_ path: String) -> (error: Text, hint: Text?) {
    (
      Text("\(safe(path)) belongs to another user; nothing is made there.", "\(safe(path)) 属于其他用户，不会在其中新建任何内容。"),
      Text("Run setup as that user, or set HOME to your own home.", "请以该用户的身份运行 setup，或把 HOME 设为自己的主目录。")
    )
  }

  /// Every fault would be too much for one complaint.
  private static let most = 5

  private static func broken(_ path: String, _ faults: [CatalogFault]) -> (error: Text, hint: Text?) {
    let shown = faults.prefix(most).map { fault in
      let reason = CatalogSentence.text(fault.reason)
      let place = fault.path.isEmpty ? "" : safe(fault.path) + " "
      return Text(place + reason.english, place + reason.simplifiedChinese)
    }
    let rest = faults.count - shown.count
    let more = rest > 0 ? Text("; \(rest) more", "；另有 \(rest) 处") : Text(same: "")
    return (
      Text(
        "\(safe(path)): \(shown.map(\.english).joined(separator: "; "))\(more.english).",
        "\(safe(path))：\(shown.map(\.simplifiedChinese).joined(separator: "；"))\(more.simplifiedChinese)。"),
      Text("Nothing was changed. Mend the file, or move it away and begin anew.", "没有改动任何内容。请修好该文件，或把它移走后重新开始。")
    )
  }

  /// A name that would mean two accounts.
  package static func isAddress(_ name: Visible, of other: Visible) -> (error: Text, hint: Text?) {
    (
      Text("\(name) is the address of another account, \(other), and cannot be a name.", "\(name) 是另一个账户 \(other) 的邮箱地址，不能用作名称。"),
      Text("Choose another name.", "请换一个名称。")
    )
  }

  package static func isName(_ address: Visible, of other: Visible) -> (error: Text, hint: Text?) {
    (
      Text(
        "Another account is called \(other), which is the address of this one: the word would mean both.",
        "另一个账户的名称就是 \(other)，与这个账户的邮箱地址相同，无法区分。"),
      Text("Give that one another name first: setup accounts rename \(other) NEW", "请先给它改名：setup accounts rename \(other) 新名称")
    )
  }

  package static func unknown(_ word: Visible, _ suggestions: [String]) -> (error: Text, hint: Text?) {
    (
      Text("No saved account is called \(word).", "没有名为 \(word) 的已保存账户。"),
      suggestions.isEmpty
        ? Text("setup accounts lists them.", "用 setup accounts 查看列表。") : PromptSentence.didYouMean(suggestions)
    )
  }

  package static func several(_ word: Visible, _ names: [String]) -> (error: Text, hint: Text?) {
    (
      Text("\(word) is saved more than once.", "\(word) 保存了不止一个账户。"),
      Text("Say which: \(names.joined(separator: ", "))", "请指明是哪一个：\(names.joined(separator: "、"))")
    )
  }

  package static func taken(_ name: Visible) -> (error: Text, hint: Text?) {
    (
      Text("Another account is called \(name).", "已有另一个账户名为 \(name)。"),
      Text("Choose another name, or setup accounts rename that one.", "请换一个名称，或用 setup accounts rename 给那个账户改名。")
    )
  }

  private static func list(_ keys: [String], _ separator: String) -> String {
    keys.prefix(most).map(safe).joined(separator: separator) + (keys.count > most ? " …" : "")
  }

  private static func safe(_ text: String) -> String { Visible(text, limit: 120).text }
}
