// What is said about writing into a client's own file.

import Export
import Vocabulary

package enum WritingSentence {
  package static func text(_ fault: WritingFault) -> (error: Text, hint: Text?) {
    switch fault {
    case .noFile(let client):
      (
        Text(
          "\(client.rawValue) has no file of its own to write to; what setup export prints is all there is.",
          "\(client.rawValue) 没有可以写入的配置文件；请使用 setup export 输出的内容。"), nil
      )
    case .noHome: (Text("HOME does not say where your files are.", "HOME 没有给出你的主目录。"), nil)
    case .block(let path, let fault): text(fault, path)
    case .defined(let path, let definitions):
      (
        Text(
          "\(safe(path)) has lines of its own for this already: \(list(definitions, .english)).",
          "\(safe(path)) 里已有你自己写的同样内容：\(list(definitions, .simplifiedChinese))。"),
        Text("Take them out first, or print the configuration without --write.", "请先移除它们，或者不加 --write 只输出配置。")
      )
    case .rejected(let client, let said):
      (
        Text(
          "\(client.rawValue) would not read the file as it would be, so nothing was changed. It said: \(Visible(said))",
          "\(client.rawValue) 读不了改动后的文件，因此没有做任何改动。它的原话：\(Visible(said))"), nil
      )
    case .unusable(let path, let reason): text(reason, safe(path))
    }
  }

  private static func text(_ fault: Block.Fault, _ path: String) -> (error: Text, hint: Text?) {
    switch fault {
    case .unpaired(let line):
      (
        Text(
          "In \(safe(path)) the marks around the lines of this program do not match: line \(line).", "\(safe(path)) 里本程序的标记不成对：第 \(line) 行。"
        ),
        Text("Take both marks and what is between them out by hand.", "请手动删除两个标记以及它们之间的内容。")
      )
    case .edited(let line):
      (
        Text(
          "Somebody changed the lines that this program had put into \(safe(path)): those from line \(line) on.",
          "有人改过本程序写入 \(safe(path)) 的内容：从第 \(line) 行开始。"),
        Text(
          "Move what is yours out of the marks and take them out by hand: they would be lost otherwise.",
          "请把自己的内容移到标记之外，并手动删除标记，否则这些内容会丢失。")
      )
    case .unfinishedLine(let line):
      (
        Text(
          "\(safe(path)) ends in the middle of something: line \(line) has a backslash at its end.",
          "\(safe(path)) 的结尾不完整：第 \(line) 行以反斜杠结束。"),
        Text("Add an empty line behind it.", "请在后面加一个空行。")
      )
    }
  }

  private static func text(_ reason: WritingFault.Reason, _ path: String) -> (error: Text, hint: Text?) {
    switch reason {
    case .special: (Text("\(path) is no ordinary file; it is left alone.", "\(path) 不是普通文件，不予改动。"), nil)
    case .foreign: (Text("\(path) belongs to another user; it is left alone.", "\(path) 属于其他用户，不予改动。"), nil)
    case .foreignFolder:
      (Text("The folder of \(path) belongs to another user; nothing is written there.", "\(path) 所在的文件夹属于其他用户，不会在其中写入。"), nil)
    case .tooBig: (Text("\(path) is too big for a configuration; it is left alone.", "\(path) 太大，不像配置文件，不予改动。"), nil)
    case .changed: (Text("Somebody keeps changing \(path); nothing was written.", "\(path) 一直在被修改，没有写入。"), nil)
    case .busy: (Text("Somebody else is writing beside \(path); try again.", "另一个程序正在写 \(path) 所在的文件夹，请稍后再试。"), nil)
    case .tooManyCopies:
      (
        Text("There are too many old copies of \(path).", "\(path) 的旧副本太多。"),
        Text("Remove those that you do not need: \(path).bak.*", "请删除不需要的副本：\(path).bak.*")
      )
    case .system(let reason):
      (Text("\(path) cannot be used: \(safe(reason))", "无法使用 \(path)：\(safe(reason))"), nil)
    }
  }

  package static func nothingToDo(_ path: Visible) -> Text {
    Text("\(path) has just that already: nothing to do.", "\(path) 里已是这些内容，无需改动。")
  }

  package static func adds(_ path: Visible, isNew: Bool) -> Text {
    isNew
      ? Text("\(path), a new file, gets these lines:", "将新建 \(path)，内容如下：")
      : Text("\(path) gets these lines at its end; all else in it stays:", "\(path) 末尾将加入以下各行，其他内容不变：")
  }

  package static func replaces(_ path: Visible) -> Text {
    Text("In \(path) these lines change; all else in it stays:", "\(path) 里以下各行将改动，其他内容不变：")
  }

  package static func removes(_ path: Visible) -> Text {
    Text("From \(path) these lines go; all else in it stays:", "将从 \(path) 移除以下各行，其他内容不变：")
  }

  package static func removesFile(_ path: Visible) -> Text {
    Text("Nothing else is in it, so the file goes, too.", "文件里没有其他内容，因此文件也会删除。")
  }

  package static func makes(_ folder: Visible) -> Text { Text("This folder is made: \(folder)", "将新建文件夹：\(folder)") }

  /// `list` holds places as `place` words them.
  package static func overrides(_ path: Visible, _ list: String) -> Text {
    Text(
      "\(path) sets this already: \(list). From then on what is written here counts.",
      "\(path) 里已有这些设置：\(list)。写入后以新写入的为准。")
  }

  /// `from (line 3)`.
  package static func place(_ definition: Definition, in language: Language) -> String {
    let name = Visible(definition.name, limit: 60)
    return Text("\(name) (line \(definition.line))", "\(name)（第 \(definition.line) 行）")[language]
  }

  private static func list(_ definitions: [Definition], _ language: Language) -> String {
    definitions.prefix(5).map { place($0, in: language) }.joined(separator: language == .english ? ", " : "、")
      + (definitions.count > 5 ? " …" : "")
  }

  package static func mayWrite(_ path: Visible) -> Text { Text("Write this into \(path)? y/n", "写入 \(path) 吗？y/n") }
  package static func mayRemove(_ path: Visible) -> Text { Text("Take this out of \(path)? y/n", "从 \(path) 移除吗？y/n") }

  package static let needsConsent = Text(
    "That changes a file, and there is no terminal to ask.", "这会改动文件，而没有终端可以询问。")
  package static let unchanged = Text("Nothing was changed.", "没有做任何改动。")

  package static func changedMeanwhile(_ path: Visible) -> Text {
    Text("Somebody changed \(path) in the meantime; once more.", "\(path) 刚刚被别人改过，重新来一次。")
  }

  package static func written(_ path: Visible, copy: Visible?) -> Text {
    copy.map { Text("Written into \(path). As it was before: \($0)", "已写入 \(path)。原来的内容在：\($0)") }
      ?? Text("Written into \(path).", "已写入 \(path)。")
  }

  package static func removed(_ path: Visible, copy: Visible?) -> Text {
    copy.map { Text("Taken out of \(path). As it was before: \($0)", "已从 \(path) 移除。原来的内容在：\($0)") }
      ?? Text("\(path) is gone.", "已删除 \(path)。")
  }

  package static func nothingToRemove(_ path: Visible, _ address: Visible) -> Text {
    Text("Nothing of this program for \(address) is in \(path).", "\(path) 里没有本程序为 \(address) 写入的内容。")
  }

  /// A file that was written for an account which is not there under that name any more.
  package static func stillCalls(_ client: Client, _ path: Visible) -> Text {
    Text("\(client.rawValue) still fetches that secret: \(path) has the old name.", "\(client.rawValue) 仍会取那个密码：\(path) 里写的还是旧名称。")
  }
  /// A file that has a removed account, with a command of its owner's or without one.
  package static func stillHas(_ client: Client, _ path: Visible) -> Text {
    Text("\(client.rawValue) still has this account: \(path).", "\(client.rawValue) 里仍有这个账户：\(path)。")
  }
  package static func takeOut(_ call: String) -> Text { Text("To take it out: \(call)", "移除的命令：\(call)") }
  package static func writeAnew(_ call: String) -> Text { Text("To write it anew: \(call)", "重新写入的命令：\(call)") }

  /// What a client says of its file.
  package enum Verdict: Sendable, Equatable {
    case accepted
    case complainedBefore(Visible)
    case cannotTell
    case notInstalled
    case noAnswer
    case notAsked
  }

  package static func text(_ verdict: Verdict, _ client: Client) -> Text {
    let name = client.rawValue
    return switch verdict {
    case .accepted: Text("\(name) has read it without complaint.", "\(name) 读取正常，没有报错。")
    case .complainedBefore(let said):
      Text(
        "\(name) complains about the file, as it did before these lines were in it: \(said)",
        "\(name) 对该文件报错，写入之前就已如此：\(said)")
    case .cannotTell:
      Text("\(name) has no way to check its file without a login; it was not asked.", "\(name) 不登录就无法检查配置，因此没有让它检查。")
    case .notInstalled: Text("\(name) was not found here, so it could not check the file.", "这里没有找到 \(name)，因此没有让它检查。")
    case .notAsked:
      Text("This is for another version of \(name) than the one here, which was not asked.", "这是给另一个版本的 \(name) 用的，因此没有让这里的版本检查。")
    case .noAnswer: Text("\(name) did not answer when it was asked to check the file.", "让 \(name) 检查该文件时，它没有回应。")
    }
  }

  private static func safe(_ text: String) -> String { Visible(text, limit: 120).text }
}
