// What each option does: one line for the overview, and details for the command's own page.

import AccountStore
import Vocabulary

package enum OptionSentence {
  package static let provider = Text("provider: id, name or alias", "服务商：id、名称或别名")
  package static let email = Text("your email address", "你的邮箱地址")
  package static let username = Text("username, if it is not the usual one", "用户名（与默认的不同时填写）")
  package static let oneUsername = Text("the username at that server only", "只用于该服务器的用户名")
  package static let secretFrom = Text(
    "password: prompt, stdin, env:, file:, fd: or command:", "密码来源：prompt、stdin、env:、file:、fd: 或 command:")
  package static let tokenFrom = Text("access token instead of a password (OAuth)", "访问令牌的来源，代替密码（OAuth）")
  package static let signIn = Text("sign in with a browser instead of a password", "在浏览器里授权登录，代替密码")
  package static let clientID = Text("client ID of your own app, or your organization's", "你自己或单位的应用的客户端 ID")
  package static let clientFile = Text("JSON file with client ID and secret, as Google offers", "含客户端 ID 和密钥的 JSON 文件（Google 提供）")
  package static let tenant = Text("the organization's tenant (Microsoft)", "单位的租户（微软）")
  package static let issuer = Text("sign-in server of your own mail servers", "自己的邮件服务器所用的授权服务器")
  package static let redirectPort = Text("port to which the browser returns", "浏览器返回时使用的端口")
  package static let secretCommand = Text("command the mail client runs to get the password", "邮件客户端用来取得密码的命令")
  package static let server = Text("servers, if the provider is not listed", "服务器（列表里没有服务商时填写）")
  package static let imapSecurity = Text("encryption, if the port does not imply it", "加密方式（从端口看不出时填写）")
  package static let smtpSecurity = Text("same for SMTP", "同上，用于 SMTP")
  package static let caFile = Text("also trust the certificates in this PEM file", "同时信任这个 PEM 文件里的根证书")
  package static let catalog = Text("your own provider file, used first", "自定义的服务商文件，优先使用")
  package static let all = Text("every server in the list (probe)", "列表里的所有服务器（probe）")
  package static let json = Text("print the result as one JSON object", "以一个 JSON 对象输出结果")
  package static let jsonDialog = Text("ask and answer in JSON, for another program", "用 JSON 提问和回答，供其他程序调用")
  package static let qr = Text("show the page as a QR code, for a phone", "显示网页的二维码，供手机扫描")
  package static let qrFile = Text("write the QR code to FILE (.png or .svg)", "把二维码写入文件（.png 或 .svg）")
  package static let trace = Text("write a session log, without passwords, to FILE", "把通信记录（不含密码）写入文件")
  package static let lang = Text("language (default: from the environment)", "语言（默认取自环境变量）")
  package static let quiet = Text("print only the result", "只输出结果")
  package static let noColor = Text("no colors", "不使用颜色")
  package static let plain = Text("line by line, for screen readers (or ACCESSIBLE=1)", "逐行显示，适合读屏软件（同 ACCESSIBLE=1）")
  package static let timeout = Text("time limit for the whole check (60)", "整个验证的时限（60）")
  package static let yes = Text("accept servers found only through DNS", "同意使用只由 DNS 给出的服务器")
  package static let ispdb = Text("also ask Thunderbird's public list", "也查询 Thunderbird 的公共列表")
  package static let noBrowser = Text("do not open a browser", "不打开浏览器")
  package static let save = Text("save the account under this name if it works", "验证通过后，以该名称保存账户")
  package static let store = Text("also save the password there", "同时把密码保存到该密钥环")
  package static let write = Text("write it to the client's own file", "写入客户端自己的配置文件")
  package static let remove = Text("remove it from the client's own file", "从客户端自己的配置文件中删除")
  package static let dialect = Text("output format (plain)", "输出格式（plain）")
  package static let hostname = Text("server (set by NeoMutt)", "服务器（由 NeoMutt 给出）")
  package static let type = Text("protocol (set by NeoMutt)", "协议（由 NeoMutt 给出）")
  package static let force = Text("print it even to a terminal", "即使是终端也输出")
  package static let help = Text("this help; after a command, its own", "本帮助；写在命令后面则是该命令的帮助")
  package static let version = Text("version", "版本")

  package static let moreProvider = Text(
    "An email address works too. If a name covers several systems, such as netease, the address decides; without one, setup lists the choices.",
    "也可以写邮箱地址。一个名字对应几种系统时（例如 netease），由邮箱地址决定；没有地址就列出可选项。")
  package static let moreSecretFrom = Text(
    "Without this option setup asks at the terminal. For each source see setup help secrets.",
    "不写时在终端里询问。各种来源的说明见 setup help secrets。")
  package static let moreTokenFrom = Text(
    "For providers that do not accept passwords, from the same sources as --secret-from. The usual source is the command of a program that signs in for you, such as command:oama access ADDRESS. With --save only that command is saved.",
    "用于不接受密码的服务商，来源的写法与 --secret-from 相同，通常是替你登录的程序的命令，例如 command:oama access 地址。与 --save 同用时，只保存这个命令。")
  package static let moreSignIn = Text(
    "browser: in a browser on this computer. device: you enter a code in a browser anywhere. paste: in a browser anywhere, and you paste the address of its last page. command: a program of yours signs in, with --token-from. Without this option setup chooses by where you are and what the provider offers.",
    "browser：在本机的浏览器里登录。device：在任意设备的浏览器里输入代码。paste：在任意设备的浏览器里登录，再粘贴最后一页的网址。command：由你的其他程序登录，配合 --token-from 使用。不写时，根据当前环境和服务商支持的方式选择。")
  package static let moreClientID = Text(
    "setup has no client ID of its own. Yours is saved with the account, and a second account at the same provider uses it too. To see how to create an app: setup guide PROVIDER",
    "本程序没有自己的客户端 ID。你的 ID 随账户保存，同一服务商的其他账户也会使用。注册应用的步骤见 setup guide 服务商。")
  package static let moreClientFile = Text(
    "The file that the provider offers for download when you create a desktop app. The client secret in it goes into the keyring, together with the sign-in.",
    "创建桌面应用时，服务商提供下载的文件。其中的客户端密钥与授权登录一起存进密钥环。")
  package static let moreIssuer = Text(
    "For servers that describe themselves (RFC 8414), such as Stalwart. If they let mail clients register, no client ID is needed.",
    "用于会公布自身信息（RFC 8414）的服务器，例如 Stalwart。允许客户端自行注册时，不需要客户端 ID。")
  package static let moreRedirectPort = Text(
    "Needed only if the browser is on another computer and reaches this one through ssh -L, or if the app is registered for one port.",
    "只在浏览器位于另一台电脑、通过 ssh -L 连接本机，或应用只登记了一个端口时需要。")
  package static let moreSecretCommand = Text(
    "A program and its arguments, split at spaces, without a shell. It must print the password and nothing else. The default is setup secret ACCOUNT for a saved account with its password, otherwise a placeholder that fails.",
    "程序及其参数，以空格分隔，不经过 shell。它只能输出一行，即密码。默认值：已保存密码的账户用 setup secret 账户，其他写入一个会失败的占位命令。")
  package static let moreUsername = Text(
    "setup knows what each provider expects, usually the full address.", "每家服务商要填什么，内置列表里都有，通常是完整的邮箱地址。")
  package static let moreOneUsername = Text(
    "It goes before --username, which sets both.", "优先于同时设置两者的 --username。")
  package static let moreServer = Text(
    "Give both servers. The default ports are 993 for IMAP and 465 for SMTP.", "两个服务器都要写。默认端口：IMAP 为 993，SMTP 为 465。")
  package static let moreSecurity = Text(
    "The default is starttls for ports 143, 587 and 25, and tls for all others. Unencrypted connections are not supported.",
    "默认值：143、587、25 端口为 starttls，其他为 tls。不支持不加密的连接。")
  package static let moreCAFile = Text(
    "For a company's own authority. It adds to those this computer trusts; the certificate check cannot be turned off. It is saved with the account; to remove it: setup accounts edit NAME --ca-file none",
    "用于企业自建的证书机构，是在本机信任的机构之外添加。证书检查无法关闭。它随账户一起保存；要移除：setup accounts edit 名称 --ca-file none")
  package static let moreCatalog = Text(
    "Its entries replace built-in ones with the same id. To check a file: setup catalog check FILE",
    "其中的条目会取代内置列表里 id 相同的条目。检查文件：setup catalog check 文件")
  package static let moreAll = Text(
    "Prints one line per server, or one entry each with --json. With --catalog: only the servers in that file.",
    "每台服务器一行，加 --json 时为对象中的一项。与 --catalog 同用时，只检查该文件里的服务器。")
  package static let moreJSON = Text(
    "setup then never asks. For the keys of the object see setup help json.", "此时不会提问。各个键的说明见 setup help json。")
  package static let moreJSONDialog = Text(
    "For programs that ask the user themselves: each question is one object on standard output, each answer one line on standard input. For the objects see setup help json.",
    "用于由其他程序向用户提问：每个问题是标准输出上的一个对象，每个回答是标准输入的一行。各个对象的说明见 setup help json。")
  package static let moreQR = Text(
    "It opens the page where the app password or authorization code is created, or the webmail if it is created there. The terminal needs enough room.",
    "打开的是生成应用密码或授权码的网页；要在网页邮箱里生成时，就是网页邮箱。终端窗口要足够大。")
  package static let moreQRFile = Text(
    "Only you can read the file. With --yes an existing file is replaced.", "只有你能读取该文件。加 --yes 时会替换已有的文件。")
  package static let moreTrace = Text(
    "The log contains your address and only you can read it. Attach it when you report a reply that setup misread.",
    "记录里有你的邮箱地址，只有你能读取。反馈识别有误的问题时可以附上。")
  package static let morePlain = Text(
    "Numbered questions and plain lines; the cursor never moves back and nothing is redrawn. ACCESSIBLE=1 in the environment makes this the default: setup saves no settings of its own, so set it where your shell sets its variables.",
    "用带编号的问题逐行显示，不移动光标，不重绘。设置环境变量 ACCESSIBLE=1 后默认如此：setup 自己不保存设置，请把它写进 shell 的启动文件。")
  package static let moreSave = Text(
    "Only accounts that work are saved, without the password: --secret-from command: saves the command, --store saves the password in a keyring. To list saved accounts: setup accounts",
    "只保存验证通过的账户，不含密码：用 --secret-from command: 时记下命令，用 --store 时把密码存进密钥环。查看已保存的账户：setup accounts")
  package static let moreStore = Text(
    "One of \(names(", ")). The password is saved after the check and read back to make sure. For each place see setup help secrets.",
    "可选 \(names("、"))。验证通过后才保存，并读回核对。各项说明见 setup help secrets。")
  private static func names(_ separator: String) -> String { Keyring.allCases.map(\.rawValue).joined(separator: separator) }
  package static let moreTimeout = Text(
    "From 0.1 to 3600. The time that it takes to get the password does not count. For setup send-test: how long to wait for the message. With this option a question waits just as long for a key, each key starting the time again; then setup exits with 124.",
    "0.1 到 3600，不含取得密码的时间。用于 setup send-test 时，是等待邮件的时间。指定了本选项，每个问题也只等这么久；每按一次键就重新计时，超时后以退出码 124 退出。")
  package static let moreYes = Text(
    "For addresses that are not in the built-in list: without --yes setup exits with 66 and names the servers; with it, setup also asks the operator of the domain's mail exchanger. For setup export: write it even if it cannot work. Also skips the look at all servers before the password is sent, and the questions before changing files, removing accounts and sending a test message.",
    "用于内置列表之外的地址：不加时列出服务器，退出码为 66；加上后还会询问接收该域名邮件的服务商。用于 setup export：无法使用也照样生成。发送密码之前不再列出全部服务器请你核对；改动文件、移除账户、发送测试邮件之前也不再询问。")
  package static let moreISPDB = Text(
    "Asks Thunderbird's list of providers about domains that do not publish their mail servers. The list sees the domain, not the address.",
    "用于域名没有公布邮件服务器的地址。对方只会知道域名，不会知道地址。")
  package static let moreNoBrowser = Text(
    "The links in the steps are still shown.", "步骤里的网址照常显示。")
}

/// Placeholders for the value of an option and for the argument of a command.
package enum Placeholder {
  package static let provider = Text(same: "P")
  package static let address = Text("ADDRESS", "地址")
  package static let name = Text("NAME", "名称")
  package static let source = Text("SOURCE", "来源")
  package static let server = Text("HOST:PORT", "服务器:端口")
  package static let file = Text("FILE", "文件")
  package static let id = Text(same: "ID")
  package static let way = Text("WAY", "方式")
  package static let webAddress = Text("ADDRESS", "网址")
  package static let port = Text("PORT", "端口")
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
