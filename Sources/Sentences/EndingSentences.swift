// What is said after the proof: the settings as a card, a mail program, a place among the saved accounts.

import Export
import Registry
import Vocabulary

package enum EndingSentence {
  package static let card = Text("show the settings one by one, for a mail program's form", "逐项显示设置，便于填入邮件程序")
  package static let export = Text("set up a mail program", "设置邮件程序")
  package static let save = Text("save the account: for mail programs, and for setup check", "保存账户，供邮件程序和 setup check 使用")
  package static let nothing = Text("nothing more", "结束")

  // The card.

  package static func incoming(_ mailProtocol: MailProtocol) -> Text {
    switch mailProtocol {
    case .imap: Text("Incoming mail (IMAP)", "接收邮件（IMAP）")
    case .smtp: Text("Outgoing mail (SMTP)", "发送邮件（SMTP）")
    }
  }
  package static let address = Text("Mail address", "邮箱地址")
  package static let server = Text("Server", "服务器")
  package static let port = Text("Port", "端口")
  package static let encryption = Text("Encryption", "加密方式")
  package static let userName = Text("User name", "用户名")
  package static let password = Text("Password", "密码")
  package static func entered(_ term: Text) -> Text {
    Text("the \(term.english) that was just accepted", Chinese.sentence("刚才通过验证的\(Chinese.inside(term.simplifiedChinese))"))
  }
  package static let authentication = Text("Authentication", "验证方式")
  package static let normalPassword = Text("normal password", "普通密码")

  // Saving.

  package static let name = Text("Name of the account", "账户名称")
  package static let nameHelp = Text(
    "What it is called in setup accounts, setup check NAME and setup export CLIENT NAME. The address will do.",
    "在 setup accounts、setup check 名称、setup export 客户端 名称 里使用的名称。用邮箱地址就行。")
  package static func taken(_ name: Visible) -> Text {
    Text("Another account is called \(name).", "已有别的账户叫 \(name)。")
  }
  package static let whereSecret = Text("Where is its secret to be kept?", "密码保存在哪里？")
  package static func keyring(_ keyring: Keyring) -> Text {
    let name = KeepingSentence.name(keyring)
    guard keyring == .file else { return name }
    return Text("\(name.english) (not encrypted)", "\(name.simplifiedChinese)（未加密）")
  }
  package static let nowhere = Text("nowhere: mail programs have to ask for it", "不保存：由邮件程序自己询问")
  package static let fileAnyway = Text("Keep it in a file all the same? y/n", "仍要保存到文件吗？y/n")

  // A mail program.

  package static let saveFirst = Text(
    "A mail program gets the secret by a command. Save the account first, so that setup can be that command? y/n",
    "邮件程序通过命令取得密码。先保存账户，让 setup 充当这个命令吗？y/n")
  package static let whichClient = Text("Which mail program?", "哪个邮件程序？")
  package static let whatWithIt = Text("What is to be done with the configuration?", "如何处理这份配置？")
  package static let print = Text("show it here", "显示在这里")
  package static let write = Text("put it into the program's own file, after showing what changes", "写入该程序自己的文件（先显示改动）")
  package static func call(_ call: String) -> Text { Text("The same by a call: \(call)", "同样的命令：\(call)") }

  /// How a mail program is offered.
  package static func client(_ client: Client) -> Text {
    switch client {
    case .neomutt: Text(same: "NeoMutt")
    case .mutt: Text(same: "Mutt")
    case .aerc: Text(same: "aerc")
    case .himalaya: Text(same: "Himalaya")
    case .mbsync: Text(same: "mbsync (isync)")
    case .msmtp: Text(same: "msmtp")
    case .offlineimap: Text(same: "OfflineIMAP")
    case .getmail: Text(same: "getmail")
    case .fetchmail: Text(same: "fetchmail")
    case .sNail: Text(same: "s-nail")
    case .git: Text(same: "git send-email")
    case .swaks: Text(same: "swaks")
    case .curl: Text(same: "curl")
    case .autoconfig: Text("Thunderbird and others, by autoconfig", "Thunderbird 等（autoconfig）")
    case .apple: Text("Apple Mail, by a profile", "Apple 邮件（描述文件）")
    case .emacs: Text(same: "Emacs")
    case .json: Text("a program that reads JSON", "读取 JSON 的程序")
    case .env: Text("a program that reads environment variables", "读取环境变量的程序")
    }
  }
}
