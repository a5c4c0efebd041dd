// What each option does: a line for the overview, and what more there is to say on a page with room.

import Registry
import Vocabulary

package enum OptionSentence {
  package static let provider = Text("id, name or alias of the provider", "服务商的 id、名称或别名")
  package static let email = Text("the mail address", "邮箱地址")
  package static let username = Text("the user name, where it is another one", "用户名，与目录所写不同时使用")
  package static let oneUsername = Text("the username at that server only", "只用于该服务器的用户名")
  package static let secretFrom = Text(
    "from prompt, stdin, env:, file:, fd: or command:", "来自 prompt、stdin、env:、file:、fd: 或 command:")
  package static let secretCommand = Text("what a mail program runs to get the secret", "邮件程序用来取得密码的命令")
  package static let server = Text("servers that are not in the catalog", "目录里没有的服务器")
  package static let imapSecurity = Text("encryption, where the port does not tell it", "加密方式，从端口看不出来时使用")
  package static let smtpSecurity = Text("the same for SMTP", "同上，用于 SMTP")
  package static let caFile = Text("also trust the authorities in this PEM file", "另外信任这个 PEM 文件里的证书机构")
  package static let catalog = Text("providers of your own, before those built in", "自己的服务商目录，优先于内置目录")
  package static let all = Text("every server of the catalog (probe)", "目录里的所有服务器（probe）")
  package static let json = Text("one JSON object on standard output", "在标准输出给出一个 JSON 对象")
  package static let trace = Text("write the dialogue, without secrets, to FILE", "把会话（不含密码）写入文件")
  package static let lang = Text("language; else that of the environment", "语言；默认取自环境")
  package static let quiet = Text("only the result", "只输出结果")
  package static let noColor = Text("without colours", "不用颜色")
  package static let plain = Text("line by line, for screen readers; ACCESSIBLE=1", "逐行显示，适合读屏；即 ACCESSIBLE=1")
  package static let timeout = Text("for the whole account (60)", "整个账户的时限（60）")
  package static let yes = Text("agree to servers that only the DNS names", "同意使用仅由 DNS 给出的服务器")
  package static let noBrowser = Text("never open a browser", "不打开浏览器")
  package static let save = Text("keep the proved account under this name", "以该名称保存验证过的账户")
  package static let store = Text("keep its secret there, too", "同时把密码保存在这里")
  package static let write = Text("put it into the client's own file", "写入客户端自己的文件")
  package static let remove = Text("take it out of the client's own file", "从客户端自己的文件中移除")
  package static let dialect = Text("in the form of this reader (plain)", "由哪种程序读取（plain）")
  package static let hostname = Text("the server, as NeoMutt names it", "服务器，由 NeoMutt 给出")
  package static let type = Text("the protocol, as NeoMutt names it", "协议，由 NeoMutt 给出")
  package static let force = Text("print it on a terminal, too", "在终端上也输出")
  package static let help = Text("this page; behind a command, its own", "本页；写在命令后面则是该命令的说明")
  package static let version = Text("the version", "版本")

  package static let moreProvider = Text(
    "A mail address will do, too. Where a name stands for several systems, such as netease, the address decides, or the call names the choices.",
    "写邮箱地址也可以。一个名字对应几种系统时（例如 netease），由邮箱地址决定，否则列出可选项。")
  package static let moreSecretFrom = Text(
    "Without it the secret is asked for where there is a terminal. setup help secrets tells about each source.",
    "不写时，有终端就在终端询问。各种来源的说明见 setup help secrets。")
  package static let moreSecretCommand = Text(
    "A program and its arguments, split at blanks, without a shell. It has to print the secret as its only line. Without it setup secret ACCOUNT stands there for a saved account with its secret, else a placeholder that fails.",
    "程序及其参数，以空格分隔，不经过 shell。它只能输出一行，即密码。不写时，已保存密码的账户用 setup secret 账户，否则写一个会失败的占位命令。")
  package static let moreUsername = Text(
    "The catalog knows how each provider wants it: usually the complete address.", "目录知道每个服务商要哪种写法，通常是完整邮箱地址。")
  package static let moreOneUsername = Text(
    "It goes before --username, which sets both.", "优先于同时设置两者的 --username。")
  package static let moreServer = Text(
    "Both servers are needed. Without a port IMAP uses 993 and SMTP 465.", "两个服务器都要给出。不写端口时，IMAP 用 993，SMTP 用 465。")
  package static let moreSecurity = Text(
    "Ports 143, 587 and 25 mean starttls, all others tls. A connection that is not encrypted does not exist.",
    "143、587、25 端口为 starttls，其他为 tls。不提供不加密的连接。")
  package static let moreCAFile = Text(
    "For a company's own authority. It adds to those this computer trusts; nothing switches the check of certificates off. It is saved with the account; setup accounts edit NAME --ca-file none takes it out again.",
    "用于企业自建的证书机构，是在本机信任的机构之外添加。证书检查无法关闭。它随账户一起保存；用 setup accounts edit 名称 --ca-file none 移除。")
  package static let moreCatalog = Text(
    "Its entries take the place of built-in ones with the same id. setup catalog check FILE tells what is wrong with one.",
    "其中的条目会取代内置的同名 id。用 setup catalog check 文件 检查其中的问题。")
  package static let moreAll = Text(
    "A line for each, or an entry of the object with --json. With --catalog only those of that file.",
    "每个服务器一行，加 --json 时为对象中的一项。与 --catalog 同用时只看那个文件里的。")
  package static let moreJSON = Text(
    "Nothing is ever asked then. README.md describes the object.", "此时不会提出任何问题。该对象的说明见 README.md。")
  package static let moreTrace = Text(
    "The file holds your address; only you can read it. It goes with a report about a misread server.",
    "文件里有你的邮箱地址，只有你能读取，可用来反馈服务器识别有误的问题。")
  package static let morePlain = Text(
    "Numbered questions and plain lines: no cursor movement, nothing is drawn twice. With ACCESSIBLE=1 in the environment every call is like that.",
    "带编号的问题和普通的行：不移动光标，不重绘。设置环境变量 ACCESSIBLE=1 后，每次运行都是这样。")
  package static let moreSave = Text(
    "Only what was verified is saved. The secret is not in it: with --secret-from command: the command is noted, with --store the secret goes into a keyring. setup accounts lists what is saved.",
    "只保存验证通过的账户，其中没有密码：用 --secret-from command: 时记下该命令，用 --store 时把密码存入密钥环。用 setup accounts 查看已保存的账户。")
  package static let moreStore = Text(
    "One of \(names(", ")). It is stored after the verification and read back. setup help secrets tells about each.",
    "可为 \(names("、"))。验证通过后才存入，并读回核对。各项说明见 setup help secrets。")
  private static func names(_ separator: String) -> String { Keyring.allCases.map(\.rawValue).joined(separator: separator) }
  package static let moreTimeout = Text(
    "From 0.1 to 3600. For setup send-test it is the time the message may take.", "可为 0.1 到 3600。用于 setup send-test 时是等待邮件的时间。")
  package static let moreYes = Text(
    "For addresses outside the catalog: without it such a call ends with 66 and names the servers. setup export then also makes what cannot work, and files, accounts and setup send-test are not asked about.",
    "用于目录之外的地址，不加时以 66 结束并列出这些服务器。用于 setup export 时，无法使用的配置也会给出。改动文件、移除账户和 setup send-test 都不再询问。")
  package static let moreNoBrowser = Text(
    "The addresses of the steps are shown all the same.", "步骤里的网址照样显示。")
}

/// What stands for the value of an option, or for the word behind a command.
package enum Placeholder {
  package static let provider = Text(same: "P")
  package static let address = Text("ADDRESS", "地址")
  package static let name = Text("NAME", "名称")
  package static let source = Text("SOURCE", "来源")
  package static let server = Text("HOST:PORT", "主机:端口")
  package static let file = Text("FILE", "文件")
  package static let program = Text("PROGRAM", "程序")
  package static let client = Text("CLIENT", "客户端")
  package static let seconds = Text("SECONDS", "秒")
  package static let providerOrAddress = Text("P|ADDRESS", "P|地址")
  package static let keyring = Text("KEYRING", "密钥环")
  package static let words = Text("[WORDS]", "[关键词]")
  package static let topic = Text("[COMMAND|TOPIC]", "[命令|主题]")
  package static let clientAndAccount = Text("CLIENT [ACCOUNT]", "客户端 [账户]")
  package static let clientAndFile = Text("CLIENT [FILE]", "客户端 [文件]")
  package static let account = Text("ACCOUNT", "账户")
  package static let maybeAccount = Text("[ACCOUNT]", "[账户]")
  package static let someAccounts = Text("[ACCOUNT…]", "[账户…]")
  package static let accountsAction = Text("[ACTION …]", "[操作 …]")
  package static let options = Text("[OPTIONS]", "[选项]")
}
