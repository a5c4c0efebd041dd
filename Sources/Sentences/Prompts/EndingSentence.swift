// Sentences after the verification: the settings as a card, mail clients, saving the account.

import AccountStore
import MailClients
import Vocabulary

package enum EndingSentence {
  package static let card = Text("Show the settings, to enter by hand", "逐项显示参数，手动填写")
  package static let export = Text("Set up a mail client", "设置邮件客户端")
  package static let save = Text("Save the account, for mail clients and setup check", "保存账户，供邮件客户端和 setup check 使用")
  package static let nothing = Text("Finish", "完成")

  // Leaving.

  package static func isKept(_ name: AccountName) -> Text { Text("\(name) is saved.", "\(name) 已保存。") }
  package static func isNotKept(_ address: MailAddress) -> Text {
    Text("\(address) works. It was not saved, and no mail was sent.", "\(address) 可以使用。没有保存这个账户，也没有发送邮件。")
  }

  /// After the proof, before the choice.
  package static let nothingYet = Text("No mail was sent, and nothing is saved yet.", "没有发送邮件，也还没有保存任何内容。")

  // The card.

  package static func incoming(_ mailProtocol: MailProtocol) -> Text {
    switch mailProtocol {
    case .imap: Text("Incoming mail (IMAP)", "接收邮件（IMAP）")
    case .smtp: Text("Outgoing mail (SMTP)", "发送邮件（SMTP）")
    }
  }
  package static let address = Text("Email address", "邮箱地址")
  package static let server = Text("Server", "服务器")
  package static let port = Text("Port", "端口")
  package static let encryption = Text("Encryption", "加密方式")
  package static let userName = Text("Username", "用户名")
  package static let password = Text("Password", "密码")
  package static func entered(_ term: Text) -> Text {
    Text("the \(term.english) you just entered", Chinese.sentence("刚才填写的\(Chinese.inside(term.simplifiedChinese))"))
  }
  package static let authentication = Text("Authentication", "身份验证")
  package static let normalPassword = Text("normal password", "普通密码")

  // Saving.

  package static let name = Text("Account name", "账户名称")
  package static let nameHelp = Text(
    "You use it in setup accounts, setup check NAME and setup export CLIENT NAME. The email address is fine.",
    "以后在 setup accounts、setup check 名称、setup export 客户端 名称 里使用。直接用邮箱地址也可以。")
  package static func taken(_ name: Visible) -> Text {
    Text("There is already an account named \(name).", "已有名为 \(name) 的账户。")
  }
  package static let whereSecret = Text("Where should the password be saved?", "把密码保存在哪里？")
  /// The keyring as an entry of the menu.
  package static func keyring(_ keyring: Keyring) -> Text {
    switch keyring {
    case .secretService: Text("Desktop keyring (Secret Service)", "桌面密钥环（Secret Service）")
    case .pass, .gopass: SecretStoreSentence.name(keyring)
    case .keychain: Text("macOS keychain", "macOS 钥匙串")
    case .file: Text("File that only you can read (not encrypted)", "只有你能读取的文件（未加密）")
    }
  }
  package static let nowhere = Text("Do not save it; mail clients will ask for it", "不保存，由邮件客户端询问")
  package static let fileAnyway = Text("Save it in a file anyway?", "仍要保存到文件吗？")

  // Mail clients.

  package static let saveFirst = Text(
    "Mail clients get the password by running a command, and setup can be that command once the account is saved. Save it now?",
    "邮件客户端要通过命令取得密码。保存账户后，setup 就可以充当这个命令。现在保存吗？")
  package static let whichClient = Text("Which mail client?", "要设置哪个邮件客户端？")
  package static let whatWithIt = Text("What should setup do with the configuration?", "要怎样使用这份配置？")
  package static let print = Text("Show it here", "显示在这里")
  package static let write = Text("Write it to the client's own file (shows the changes first)", "写入客户端自己的配置文件（先显示改动）")
  package static let call = Text("Same thing as a command:", "对应的命令：")

  package static let saveFile = Text("Save it to a file", "保存到文件")
  package static let saveTo = Text("Save to", "保存到")
  package static let saveToHelp = Text("The name of a new file. An existing file is replaced only if you agree.", "新文件的名称。已有的文件，要你同意才会替换。")
  package static func mayReplace(_ file: Visible) -> Text {
    Text("\(file) already exists. Replace it?", "\(file) 已经存在。要替换吗？")
  }
  package static func savedTo(_ file: Visible) -> Text { Text("Saved to \(file).", "已保存到 \(file)。") }
  package static func savedPrivately(_ file: Visible) -> Text {
    Text("Saved to \(file), which only you can read.", "已保存到 \(file)，只有你能读取。")
  }

  /// A mail client in the menu: whether it is installed, and why it cannot be used.
  package static func client(_ choice: ClientChoice) -> Text {
    let name = ClientSentence.name(choice.client.profile.name)
    let installed: Text? =
      choice.isInstalled
      ? choice.version.map { Text("\($0) installed", "已安装 \($0)") } ?? Text("installed", "已安装") : nil
    let remarks = [installed, choice.obstacle.map(short)].compactMap { $0 }
    guard !remarks.isEmpty else { return name }
    return Text(
      "\(name.english) (\(remarks.map(\.english).joined(separator: "; ")))",
      "\(name.simplifiedChinese)（\(remarks.map(\.simplifiedChinese).joined(separator: "；"))）")
  }

  private static func short(_ obstacle: Obstacle) -> Text {
    switch obstacle {
    case .sendsNoID, .sendsNoIDYet: Text("cannot open this mailbox", "打不开这个邮箱")
    case .cannotInsistOnTLS: Text("cannot require encryption", "无法强制加密")
    case .knowsNoAuthority: Text("would not trust these servers", "不信任这些服务器")
    case .tooOld(_, let since): Text("needs \(since) or newer", "需要 \(since) 或更新的版本")
    case .takesNoToken, .takesNoTokenYet, .lacksTokenMechanism, .knowsNoIssuer: Text("no browser sign-in", "不支持浏览器授权登录")
    }
  }

  /// The clients that can be used in place of one that cannot.
  package static func those(_ clients: [MailClient]) -> Text {
    let names = clients.map { ClientSentence.name($0.profile.name) }
    return Text(
      "These can: \(names.map(\.english).joined(separator: ", ")).",
      "可用的客户端：\(names.map(\.simplifiedChinese).joined(separator: "、"))。")
  }
}
