// Sentences after the verification: the settings as a card, mail clients, saving the account.

import AccountStore
import MailClients
import Vocabulary

package enum EndingSentence {
  package static let card = Text("Show the settings, to enter by hand", "逐项显示参数，手动填写")
  package static let export = Text("Set up a mail client", "设置邮件客户端")
  package static let save = Text("Save the account, for mail clients and setup check", "保存账户，供邮件客户端和 setup check 使用")
  package static let nothing = Text("Finish", "完成")

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
  package static func keyring(_ keyring: Keyring) -> Text {
    let name = SecretStoreSentence.name(keyring)
    guard keyring == .file else { return name }
    return Text("\(name.english) (not encrypted)", "\(name.simplifiedChinese)（未加密）")
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
  package static let write = Text("Write it to the client's own file (you see the changes first)", "写入客户端自己的配置文件（先显示改动）")
  package static func call(_ call: String) -> Text { Text("Same thing as a command: \(call)", "对应的命令：\(call)") }

  /// The name of a mail program in the menu.
  package static func client(_ client: MailClient) -> Text { ClientSentence.name(client.profile.name) }
}
