// Sentences about changes to a client's own file.

import MailClients
import Vocabulary

package enum FileUpdateSentence {
  package static func text(_ fault: FileUpdateError) -> (error: Text, hint: Text?) {
    switch fault {
    case .noFile(let client):
      (
        Text(
          "\(client.rawValue) has no configuration file that setup can write. Use what setup export prints.",
          "\(client.rawValue) 没有可供写入的配置文件，请使用 setup export 输出的内容。"), nil
      )
    case .noHome: (Text("HOME is not set, so your files cannot be found.", "未设置 HOME，找不到你的主目录。"), nil)
    case .block(let path, let fault): text(fault, path)
    case .defined(let path, let definitions):
      (
        Text(
          "\(safe(path)) already sets this itself: \(list(definitions, .english)).",
          "\(safe(path)) 里已有你自己写的同样设置：\(list(definitions, .simplifiedChinese))。"),
        Text("Remove those lines first, or print the configuration without --write.", "请先删除这些行，或去掉 --write，只输出配置。")
      )
    case .rejected(let client, let said):
      (
        Text(
          "\(client.rawValue) could not read the changed file, so nothing was written. Its message: \(Visible(said))",
          "\(client.rawValue) 读不了改动后的文件，因此没有写入。它的提示：\(Visible(said))"), nil
      )
    case .unusable(let path, let reason): text(reason, safe(path))
    }
  }

  private static func text(_ fault: ManagedBlock.Error, _ path: String) -> (error: Text, hint: Text?) {
    switch fault {
    case .unpaired(let line):
      (
        Text(
          "In \(safe(path)), the begin and end marks of setup do not match (line \(line)).", "\(safe(path)) 里 setup 的起止标记不成对（第 \(line) 行）。"
        ),
        Text("Delete both marks and everything between them by hand.", "请手动删除两个标记和中间的内容。")
      )
    case .edited(let line):
      (
        Text(
          "The lines that setup wrote into \(safe(path)) were changed (from line \(line)).",
          "setup 写入 \(safe(path)) 的内容被改动过（从第 \(line) 行开始）。"),
        Text(
          "Move your own lines outside the marks and delete the marks; otherwise your changes would be lost.",
          "请把你自己的内容移到标记外面，再删除标记，否则这些改动会丢失。")
      )
    case .unfinishedLine(let line):
      (
        Text(
          "\(safe(path)) ends with an unfinished line: line \(line) ends in a backslash.",
          "\(safe(path)) 的最后一行没有写完：第 \(line) 行以反斜杠结尾。"),
        Text("Add an empty line after it.", "请在后面加一个空行。")
      )
    }
  }

  private static func text(_ reason: FileUpdateError.Reason, _ path: String) -> (error: Text, hint: Text?) {
    switch reason {
    case .special: (Text("\(path) is not a regular file, so it was left alone.", "\(path) 不是普通文件，没有改动。"), nil)
    case .foreign: (Text("\(path) belongs to another user, so it was left alone.", "\(path) 属于其他用户，没有改动。"), nil)
    case .foreignFolder:
      (Text("The folder of \(path) belongs to another user; nothing is written there.", "\(path) 所在的文件夹属于其他用户，不会在其中写入。"), nil)
    case .tooBig: (Text("\(path) is too big for a configuration file, so it was left alone.", "\(path) 太大，不像配置文件，没有改动。"), nil)
    case .changed: (Text("\(path) keeps changing; nothing was written.", "\(path) 一直在被修改，没有写入。"), nil)
    case .busy: (Text("Another program is writing next to \(path). Try again.", "另一个程序正在 \(path) 所在的文件夹里写文件，请稍后再试。"), nil)
    case .tooManyCopies:
      (
        Text("There are too many backups of \(path).", "\(path) 的备份太多。"),
        Text("Delete the ones you do not need: \(path).bak.*", "请删除不需要的备份：\(path).bak.*")
      )
    case .system(let reason):
      (Text("Could not use \(path): \(safe(reason))", "无法使用 \(path)：\(safe(reason))"), nil)
    }
  }

  package static func nothingToDo(_ path: Visible) -> Text {
    Text("\(path) is already up to date.", "\(path) 已是最新，无需改动。")
  }

  package static func adds(_ path: Visible, isNew: Bool) -> Text {
    isNew
      ? Text("New file \(path):", "将新建 \(path)：")
      : Text("These lines will be added at the end of \(path):", "将在 \(path) 末尾添加：")
  }

  package static func replaces(_ path: Visible) -> Text {
    Text("These lines will change in \(path):", "\(path) 里将改动：")
  }

  package static func removes(_ path: Visible) -> Text {
    Text("These lines will be removed from \(path):", "将从 \(path) 删除：")
  }

  package static func removesFile(_ path: Visible) -> Text {
    Text("Nothing else is in the file, so the file will be deleted.", "文件里没有其他内容，因此会删除整个文件。")
  }

  package static func makes(_ folder: Visible) -> Text { Text("New folder: \(folder)", "将新建文件夹：\(folder)") }

  /// `list` contains settings in the form that `place` returns.
  package static func overrides(_ path: Visible, _ list: String) -> Text {
    Text(
      "\(path) already sets \(list). The new lines take precedence.",
      "\(path) 里已有设置：\(list)。以新写入的为准。")
  }

  /// `accounts` are those whose lines remain in the file without effect.
  package static func takesPlace(_ client: MailClient, _ accounts: [Visible]) -> Text {
    Text(
      "\(client.rawValue) uses one account at a time. Until now: \(accounts.map(\.text).joined(separator: ", ")).",
      "\(client.rawValue) 同时只用一个账户。目前是：\(accounts.map(\.text).joined(separator: "、"))。")
  }

  /// `from (line 3)`.
  package static func place(_ definition: SettingDefinition, in language: Language) -> String {
    let name = Visible(definition.name, limit: 60)
    return Text("\(name) (line \(definition.line))", "\(name)（第 \(definition.line) 行）")[language]
  }

  private static func list(_ definitions: [SettingDefinition], _ language: Language) -> String {
    definitions.prefix(5).map { place($0, in: language) }.joined(separator: language == .english ? ", " : "、")
      + (definitions.count > 5 ? " …" : "")
  }

  package static func mayWrite(_ path: Visible) -> Text { Text("Write these changes to \(path)?", "要写入 \(path) 吗？") }
  package static func mayRemove(_ path: Visible) -> Text { Text("Remove these lines from \(path)?", "要从 \(path) 删除这些行吗？") }

  package static func needsConsent(_ unasked: Unasked) -> Text { Text("This changes a file", "这会改动文件") + unasked.clause }
  package static let unchanged = Text("Nothing was changed.", "没有改动任何内容。")

  package static func changedMeanwhile(_ path: Visible) -> Text {
    Text("\(path) was changed by another program just now. Look again:", "\(path) 刚刚被其他程序改动，请重新确认：")
  }

  package static func written(_ path: Visible, copy: Visible?) -> Text {
    copy.map { Text("Updated \(path). The previous version is in \($0)", "已写入 \(path)。原文件备份在：\($0)") }
      ?? Text("Wrote \(path).", "已写入 \(path)。")
  }

  package static func removed(_ path: Visible, copy: Visible?) -> Text {
    copy.map { Text("Removed from \(path). The previous version is in \($0)", "已从 \(path) 删除。原文件备份在：\($0)") }
      ?? Text("Deleted \(path).", "已删除 \(path)。")
  }

  package static func nothingToRemove(_ path: Visible, _ address: Visible) -> Text {
    Text("\(path) contains nothing from setup for \(address).", "\(path) 里没有 setup 为 \(address) 写入的内容。")
  }

  /// The file was written for an account that has been renamed or removed since.
  package static func stillCalls(_ client: MailClient, _ path: Visible) -> Text {
    Text("\(client.rawValue) still asks for that password: \(path) has the old name.", "\(client.rawValue) 仍会取那个密码：\(path) 里写的还是旧名称。")
  }
  /// The file contains a removed account, with the user's own password command or without one.
  package static func stillHas(_ client: MailClient, _ path: Visible) -> Text {
    Text("\(client.rawValue) still has this account: \(path).", "\(client.rawValue) 里仍有这个账户：\(path)。")
  }
  package static func takeOut(_ call: String) -> Text { Text("To remove it: \(call)", "移除的命令：\(call)") }
  package static func writeAnew(_ call: String) -> Text { Text("To write it again: \(call)", "重新写入的命令：\(call)") }

  /// The result of the client's check of its file.
  package enum CheckOutcome: Sendable, Equatable {
    case accepted
    case complainedBefore(Visible)
    case cannotTell
    case notInstalled
    case noAnswer
    case notAsked
  }

  package static func text(_ outcome: CheckOutcome, _ client: MailClient) -> Text {
    let name = client.rawValue
    return switch outcome {
    case .accepted: Text("\(name) read the file without errors.", "\(name) 已试读，没有报错。")
    case .complainedBefore(let said):
      Text(
        "\(name) reports a problem in the file that was there before: \(said)",
        "\(name) 报告文件有问题（写入之前就有）：\(said)")
    case .cannotTell:
      Text("\(name) cannot check its file without signing in, so it was not asked.", "\(name) 不登录就无法检查配置，因此没有让它检查。")
    case .notInstalled: Text("\(name) is not installed here, so the file was not checked.", "本机没有安装 \(name)，因此没有检查文件。")
    case .notAsked:
      Text("This is for another version of \(name) than the installed one, so the file was not checked.", "这份配置用于另一个版本的 \(name)，因此没有检查文件。")
    case .noAnswer: Text("\(name) did not answer when asked to check the file.", "\(name) 检查文件时没有响应。")
    }
  }

  private static func safe(_ text: String) -> String { Visible(text, limit: 120).text }
}
