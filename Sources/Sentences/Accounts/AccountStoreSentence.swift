// Sentences about errors in accounts.json and in account names.

import AccountStore
import Documents
import Vocabulary

/// Errors with their hints, for `CommandErrorSentence`.
package enum AccountStoreSentence {
  /// Returns the error and what to do about it; the hint is `nil` if there is nothing to do.
  package static func text(_ fault: AccountStoreError) -> (error: Text, hint: Text?) {
    switch fault {
    case .noHome:
      (
        Text("No place to save accounts: HOME is not set.", "没有地方保存账户：未设置 HOME。"),
        Text("Set HOME or XDG_CONFIG_HOME to an absolute path.", "请把 HOME 或 XDG_CONFIG_HOME 设为绝对路径。")
      )
    case .unreadable(let path, let reason):
      (Text("Could not read \(safe(path)): \(reason.text)", "无法读取 \(safe(path))：\(reason.text)"), nil)
    case .unwritable(let path, let reason):
      (
        Text("Could not write \(safe(path)): \(reason.text)", "无法写入 \(safe(path))：\(reason.text)"),
        Text("Your saved accounts were not changed.", "已保存的账户没有改动。")
      )
    case .unsettled(let path, let reason):
      (
        Text(
          "\(safe(path)) was written, but the disk did not confirm it: \(reason.text)", "\(safe(path)) 已写入，但磁盘没有确认：\(reason.text)"),
        Text("Check the disk, then try again.", "请检查磁盘，然后重试。")
      )
    case .special(let path): (Text("\(safe(path)) is not a regular file.", "\(safe(path)) 不是普通文件。"), nil)
    case .open(let path):
      (
        Text(
          "Other users own or can change \(safe(path)), so they could redirect your passwords to their own servers.",
          "\(safe(path)) 属于其他用户，或者其他用户可以修改，他们可能让你的密码发到别的服务器。"),
        Text("If the file is yours: chmod go-w \(safe(path))", "如果是你自己的文件：chmod go-w \(safe(path))")
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
          "\(safe(path)) is in a format this version does not know, so it was left alone.", "当前版本不支持 \(safe(path)) 的格式，没有改动它。"),
        Text("It was probably written by a newer version of setup. Use that version.", "它可能是由新版 setup 写入的，请使用新版。")
      )
    case .broken(let path, let faults): broken(path, faults)
    case .unknownKeys(let path, let keys):
      (
        Text(
          "\(safe(path)) contains entries this version does not know and would lose (\(list(keys, ", "))), so it was left alone.",
          "\(safe(path)) 里有当前版本不支持的内容（\(list(keys, "、"))），写入会丢失，因此没有改动。"),
        Text("It was probably written by a newer version of setup. Use that version.", "它可能是由新版 setup 写入的，请使用新版。")
      )
    case .busy(let path):
      (
        Text("Another setup is still changing the saved accounts.", "另一个 setup 还在修改已保存的账户。"),
        Text("Try again when it is done. To find it: fuser \(safe(path))", "请等它结束后再试。查找它：fuser \(safe(path))")
      )
    case .cannotHold(let path):
      (
        Text(
          "Could not save the accounts in \(safe(path)): there are more than \(AccountsDocument.most), or one contains unprintable characters.",
          "无法保存到 \(safe(path))：账户超过 \(AccountsDocument.most) 个，或者某个账户含有无法显示的字符。"),
        nil
      )
    }
  }

  /// The folder belongs to another user and lacks something that this program would have to create.
  package static func foreign(_ path: String) -> (error: Text, hint: Text?) {
    (
      Text("\(safe(path)) belongs to another user; setup does not create anything there.", "\(safe(path)) 属于其他用户，不会在其中新建任何内容。"),
      Text("Run setup as that user, or set HOME to your own home.", "请以该用户的身份运行 setup，或把 HOME 设为自己的主目录。")
    )
  }

  /// The most issues that one error lists.
  private static let most = 5

  private static func broken(_ path: String, _ faults: [DocumentIssue]) -> (error: Text, hint: Text?) {
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
      Text("Nothing was changed. Fix the file, or move it away to start over.", "没有改动任何内容。请修正这个文件，或把它移走后重新开始。")
    )
  }

  /// The name is another account's address, so it would stand for two accounts.
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
      Text("There is no saved account named \(word).", "没有名为 \(word) 的账户。"),
      suggestions.isEmpty
        ? Text("To list them: setup accounts", "查看列表：setup accounts") : PromptSentence.didYouMean(suggestions)
    )
  }

  package static func several(_ word: Visible, _ names: [String]) -> (error: Text, hint: Text?) {
    (
      Text("Several saved accounts use \(word).", "有多个已保存的账户使用 \(word)。"),
      Text("Name one of them: \(names.joined(separator: ", "))", "请写明是哪一个：\(names.joined(separator: "、"))")
    )
  }

  package static func taken(_ name: Visible) -> (error: Text, hint: Text?) {
    (
      Text("There is already an account named \(name).", "已有名为 \(name) 的账户。"),
      Text("Choose another name, or rename that account with setup accounts rename.", "请换个名称，或用 setup accounts rename 给那个账户改名。")
    )
  }

  private static func list(_ keys: [String], _ separator: String) -> String {
    keys.prefix(most).map(safe).joined(separator: separator) + (keys.count > most ? " …" : "")
  }

  private static func safe(_ text: String) -> String { Visible(text, limit: 120).text }
}
