// What each key of the JSON documents means.

import Vocabulary

/// The headings and the text of `setup help json`.
package enum JSONSentence {
  package static let title = Text("JSON output of setup", "setup 的 JSON 输出")
  package static let heading = Text("Documents", "文档")
  package static let stable = Text(
    "Every document has schema 1. Within a schema keys are added and never renamed. Missing values are null. No document contains a password.",
    "所有文档的 schema 都是 1。同一个 schema 只会增加键，不会改名。没有的值为 null。任何文档都不含密码。")
  package static let language = Text(
    "Text for people is in the language of --lang; everything else is the same in every language.",
    "给人看的文字随 --lang 变化，其余内容与语言无关。")

  package static let unanswered = Text(
    "A call that ends before the check has the outcome incomplete; if no answer came within --timeout, the exit status is 124.",
    "验证之前就结束的调用，结果为「incomplete」；如果在 --timeout 的时限内没有回答，退出码为 124。")

  package static let result = Text("setup --json, setup send-test --json", "setup --json、setup send-test --json 的输出")
  package static let guide = Text("setup guide PROVIDER --json", "setup guide 服务商 --json 的输出")
  package static let providers = Text("setup providers --json", "setup providers --json 的输出")
  package static let probe = Text("setup probe --json", "setup probe --json 的输出")
  package static let accounts = Text("setup accounts --json, setup check --json", "setup accounts --json、setup check --json 的输出")
  package static let imported = Text("setup import --json", "setup import --json 的输出")
  package static let checkedCatalog = Text("setup catalog check --json", "setup catalog check --json 的输出")

  /// Returns the heading of the object that is the value of `keys` in other objects.
  package static func object(_ keys: String) -> Text { Text("In \(keys)", "\(keys) 的内容") }
  /// Returns what is printed after the meaning of a key that only some of the objects have.
  package static func only(_ call: String) -> Text { Text(" Only with \(call).", "仅限 \(call)。") }

  package static let everyDocument = Text("In every document", "所有文档都有")
  package static let toolVersion = Text("The version of setup.", "setup 的版本。")
  package static let variables = Text(
    "The environment variables of setup that decided which servers get the password. Empty if there were none.",
    "决定密码发给哪些服务器的 setup 环境变量；没有则为空。")
  package static let schema = Text("The version of the format: 1.", "格式版本：1。")
  package static let imap = Text("The IMAP server.", "IMAP 服务器。")
  package static let smtp = Text("The SMTP server.", "SMTP 服务器。")
  package static let provider = Text("The id of the provider in the list, or null.", "列表中服务商的 id，或 null。")
  package static let address = Text("The email address.", "邮箱地址。")
  package static func outcome(_ words: [String]) -> Text {
    let list = words.joined(separator: ", ")
    return Text("The result: \(list).", "结果：\(list)。")
  }
  package static func words(_ words: [String]) -> Text {
    let list = words.joined(separator: ", ")
    return Text("One of \(list).", "取值：\(list)。")
  }
  package static let diagnosis = Text("What is wrong and what to do; null if everything works.", "问题和解决办法；一切正常时为 null。")
  package static let guideOfResult = Text("The provider's steps, if nothing was checked.", "没有验证时，服务商的步骤。")
  package static let message = Text("The test message.", "测试邮件。")

  package static let host = Text("The server's name.", "服务器名。")
  package static let port = Text("The server's port.", "端口。")
  package static let username = Text("The username for this server.", "这台服务器的用户名。")
  package static let stages = Text("The steps of the session, in order.", "会话的各个阶段，按先后顺序。")
  package static let tls = Text("The encrypted connection; null if there was none.", "加密连接；没有则为 null。")
  package static let mechanism = Text("The SASL mechanism or command used to sign in.", "登录所用的 SASL 机制或命令。")
  package static let secretSent = Text("Whether the password was sent to this server.", "是否已向这台服务器发送密码。")
  package static let secretAccepted = Text("Whether this server accepted the password.", "这台服务器是否接受了密码。")
  package static let recipient = Text(
    "The reply to RCPT TO with your own address; null for IMAP.", "对本人地址的 RCPT TO 的回复；IMAP 为 null。")
  package static let capabilities = Text("What the server offers.", "服务器提供的功能。")
  package static let alerts = Text("What the server asks clients to show to the user (IMAP ALERT).", "服务器要求告知用户的内容（IMAP 的 ALERT）。")
  package static let unreached = Text("Ports that were tried first and could not be reached.", "先尝试但无法连接的端口。")
  package static let failure = Text("Where and why the session ended; null if it succeeded.", "会话在哪里、因何结束；成功时为 null。")

  package static let stage = Text("The stage.", "阶段。")
  package static let milliseconds = Text("How long it took, in milliseconds.", "用时，单位毫秒。")

  package static let version = Text("The version of TLS.", "TLS 版本。")
  package static let cipher = Text("The cipher suite.", "加密套件。")
  package static let trusted = Text("Whether the certificate was accepted.", "证书是否通过验证。")
  package static let fault = Text("The certificate of the chain that is at fault.", "证书链中有问题的证书。")
  package static let subject = Text("The subject of the certificate.", "证书的使用者。")
  package static let issuer = Text("Who issued the certificate.", "证书的签发者。")
  package static let names = Text("The server names the certificate is valid for.", "证书适用的服务器名。")
  package static let begins = Text("The first day of its validity.", "有效期的开始日期。")
  package static let expires = Text("The last day of its validity.", "有效期的结束日期。")
  package static let sha256 = Text("Its SHA-256 fingerprint.", "SHA-256 指纹。")
  package static let certificate = Text("Its place in the chain: server, intermediate or root.", "在证书链中的位置：server、intermediate 或 root。")

  package static let answer = Text(
    "accepted; mailbox (your mailbox does not accept mail right now); undecided (the reply leaves open whether you may send); or notAsked.",
    "accepted；mailbox（邮箱目前不接收邮件）；undecided（回复没有说明能否发信）；notAsked（没有询问）。")
  package static let code = Text("The SMTP reply code.", "SMTP 回复码。")
  package static let reply = Text("The server's reply.", "服务器的回复。")
  package static let before = Text("Before the sign-in.", "登录之前。")
  package static let after = Text("After the sign-in.", "登录之后。")
  package static let alert = Text("The name of the TLS alert, if there was one.", "TLS 警报的名称（如果有）。")
  package static let failureOutcome = Text("What went wrong, as one word.", "出了什么问题，用一个词表示。")

  package static let mailProtocol = Text("Which server it is about: imap or smtp.", "指哪台服务器：imap 或 smtp。")
  package static let causes = Text("The causes, most likely first.", "原因，可能性大的在前。")
  package static let explanation = Text("The same as text.", "同样内容的文字说明。")
  package static let steps = Text("The provider's steps that help.", "相关的步骤。")
  package static let nextServers = Text("Other servers of this provider; nothing was sent to them.", "该服务商的其他服务器，没有向它们发送任何内容。")
  package static let stepNumber = Text("The number of the step.", "步骤的编号。")
  package static let text = Text("The text.", "文字。")
  package static let menu = Text("The menu items, in order.", "依次点击的菜单项。")
  package static let url = Text("The page where it is done.", "操作所在的网页。")
  package static let confirmed = Text("Whether the provider's own page confirms it.", "服务商自己的网页是否证实。")

  package static let messageID = Text("The Message-ID.", "邮件的 Message-ID。")
  package static let submission = Text("What happened to the message at the SMTP server.", "SMTP 服务器对邮件的处理结果。")
  package static let arrival = Text("Where and after how long it arrived; null if it did not.", "到达的位置和用时；没有到达则为 null。")
  package static let folder = Text("The mailbox's folder.", "邮箱文件夹。")
  package static let authentication = Text(
    "How the receiving server judged the sender; null if it does not say.", "收件服务器对发件人的判断；没有说明则为 null。")
  package static let verdict = Text("The result, in the words of RFC 8601; null if not reported.", "结果（RFC 8601 的用词）；没有说明则为 null。")
  package static let removal = Text("Whether it was deleted.", "是否已删除。")
  package static let remains = Text("What is left of it: nothing, perhaps, message or marked.", "留下了什么：nothing、perhaps、message 或 marked。")

  package static let id = Text("The provider's id, as used with --provider.", "服务商的 id，用于 --provider。")
  package static let name = Text("The name.", "名称。")
  package static let aliases = Text("Other names it is found by.", "可用于查找的其他名称。")
  package static let status = Text("Whether the account can be set up.", "能否设置。")
  package static let statusNote = Text("A note about the status.", "状态的说明。")
  package static let domains = Text("The domains of its addresses.", "邮箱地址的域名。")
  package static let groups = Text("Groups of servers, best first.", "各组服务器，最合适的在前。")
  package static let groupDomains = Text("The only domains the group is for; empty for all.", "该组仅适用的域名；为空则适用于全部。")
  package static let note = Text("A note.", "说明。")
  package static let usernames = Text(
    "How the username is written: the first form is used, the others are alternatives.", "用户名的写法：用第一种，其余为备选。")
  package static let secret = Text("What kind of password it is; never the password.", "是哪一种密码；不含密码本身。")
  package static let twoFactor = Text("Whether two-factor authentication is needed.", "是否需要双重验证。")
  package static let guideSteps = Text("What to do at the provider, in order.", "在服务商处依次要做的步骤。")
  package static let notes = Text("What else to know.", "其他须知。")
  package static let help = Text("The provider's help pages.", "服务商的帮助页。")
  package static let sources = Text("Where the data comes from.", "数据来源。")
  package static let checked = Text("When the data was last checked.", "数据最近核对的日期。")
  package static let confidence = Text("How sure the data is: high, medium or low.", "数据的可靠程度：high、medium 或 low。")
  package static let kind = Text("The kind.", "种类。")
  package static let term = Text("What the provider calls it.", "服务商的叫法。")
  package static let localTerm = Text("The same in the provider's own language.", "服务商所用语言中的叫法。")
  package static let format = Text("Its shape; null if it is not known.", "格式；未知则为 null。")
  package static let shownOnce = Text("Whether it is shown only once.", "是否只显示一次。")
  package static let accountPassword = Text("Whether the password you use on the web works as well.", "网页登录密码是否也可以用。")
  package static let length = Text("The number of characters.", "字符数。")
  package static let separator = Text("What separates the groups.", "各组之间的分隔符。")
  package static let alphabet = Text("Its characters.", "由哪些字符组成。")
  package static let example = Text("An example.", "示例。")

  package static let oauth = Text(
    "How to sign in without a password (OAuth 2.0); null if nothing is known.", "怎样不用密码登录（OAuth 2.0）；没有资料则为 null。")
  package static let oauthIssuer = Text("The issuer (RFC 8414).", "签发者（RFC 8414）。")
  package static let sendsIssuer = Text("Whether every redirect names the issuer (RFC 9207).", "每次重定向是否都注明签发者（RFC 9207）。")
  package static let authorize = Text("The authorization endpoint; {tenant} is one of tenants.", "授权端点，{tenant} 换成 tenants 之一。")
  package static let token = Text("The token endpoint.", "令牌端点。")
  package static let device = Text("The device authorization endpoint (RFC 8628), or null.", "设备授权端点（RFC 8628），或 null。")
  package static let revoke = Text("The revocation endpoint (RFC 7009), or null.", "撤销端点（RFC 7009），或 null。")
  package static let register = Text("The registration endpoint (RFC 7591), or null.", "注册端点（RFC 7591），或 null。")
  package static let codeHosts = Text("The only websites on which a code is entered.", "只能在这些网站上输入代码。")
  package static let scopes = Text("The permissions to ask for.", "要请求的权限。")
  package static let scopesOfIMAP = Text("Those for IMAP.", "IMAP 的权限。")
  package static let scopesOfSMTP = Text("Those for SMTP.", "SMTP 的权限。")
  package static let scopesExtra = Text("Those that are not about mail.", "与邮件无关的权限。")
  package static let parameters = Text("Further parameters of the authorization request.", "授权请求的其他参数。")
  package static let resource = Text("The resource (RFC 8707), or null.", "资源（RFC 8707），或 null。")
  package static let redirect = Text("The redirect address; on this computer with any port.", "重定向网址；在本机时端口任意。")
  package static let tenants = Text("The values for {tenant}, the usual one first; empty if there are none.", "{tenant} 的取值，常用的在前；没有则为空。")
  package static let registrationSteps = Text("How to register an app, in order.", "依次注册应用的步骤。")
  package static let signInEnds = Text("What ends a sign-in, or null.", "登录在什么情况下失效，或 null。")
  package static let consents = Text("The page where access can be revoked, or null.", "撤销访问权限的网页，或 null。")
  package static let unconfirmedFacts = Text("The keys whose values no source confirms.", "没有来源证实的键。")

  package static let providersList = Text("The providers, each as in setup guide.", "服务商列表，每项同 setup guide。")
  package static let servers = Text("The servers.", "服务器。")
  package static let family = Text("IPv4 or IPv6, as used.", "实际使用的 IPv4 或 IPv6。")
  package static let offer = Text("What the capabilities say about signing in.", "服务器功能中与登录有关的内容。")
  package static let password = Text("possible, or why a password cannot be used.", "possible，或不能用密码登录的原因。")
  package static let mechanisms = Text("The SASL mechanisms.", "SASL 机制。")
  package static let loginDisabled = Text("Whether IMAP LOGIN is turned off.", "是否关闭了 IMAP LOGIN。")
  package static let initialResponse = Text("Whether SASL-IR is offered.", "是否支持 SASL-IR。")
  package static let takesID = Text("Whether IMAP ID is offered.", "是否支持 IMAP ID。")
  package static let size = Text("The largest message, in bytes.", "邮件大小上限，单位字节。")
  package static let serverProviders = Text("The providers that use this server.", "使用这台服务器的服务商。")

  package static let accountList = Text("The saved accounts.", "已保存的账户。")
  package static let accountName = Text("The account's name.", "账户名称。")
  package static let caFile = Text("The file of a certificate authority, or null.", "证书机构文件，或 null。")
  package static let signIn = Text(
    "What the servers get: password; token, from a command; oauth, a token that setup requests.",
    "发给服务器的内容：password 为密码；token 为命令给出的令牌；oauth 为 setup 自己申请的令牌。")
  package static let place = Text("Where the password is saved: the keyring, command, or null.", "密码保存在哪里：密钥环、command 或 null。")
  package static let paused = Text("Whether setup check skips it.", "setup check 是否跳过它。")
  package static let lastCheck = Text("The last check; null if there was none.", "最近一次验证；没有则为 null。")
  package static let time = Text("When, in UTC.", "时间（UTC）。")
  package static let cause = Text("The most likely cause, or null.", "最可能的原因，或 null。")
  package static let risky = Text("Whether trying again could lock the account.", "再次尝试是否可能导致账户被锁定。")
  package static let tried = Text("Whether a sign-in was tried.", "是否尝试了登录。")
  package static let resultOfCheck = Text("The result, as of setup --json; null if nothing was tried.", "验证结果，同 setup --json；没有尝试则为 null。")

  package static let client = Text("The mail client.", "邮件客户端。")
  package static let file = Text("The file that was read.", "读取的文件。")
  package static let remarks = Text("What was noticed in the file.", "文件中值得注意的内容。")
  package static let discovery = Text(
    "What was asked to find the servers of an address that is not in the built-in list.", "为内置列表之外的地址查找服务器时问过什么。")
  package static let taken = Text("The sources whose answers were used.", "采用了哪些来源的结果。")
  package static let asked = Text("The questions, in the order of precedence.", "各项查询，优先的在前。")
  package static let askedName = Text("The domain, page or server that was asked about.", "查询的域名、网页或服务器。")
  package static let askedTime = Text("Milliseconds from the start to the answer.", "从开始到得到结果的毫秒数。")
  package static let unresolved = Text(
    "What the names of servers depend on although the file does not set it.", "服务器名所依赖、但文件里没有设置的变量或内容。")
  package static let foundAccounts = Text("The accounts in the file.", "文件里的账户。")
  package static let secretCommand = Text("The file's password command; it is not run.", "文件里取得密码的命令，没有运行。")
  package static let usesOAuth = Text("Whether the file has no password, but an access token (OAuth).", "文件里是否不用密码，而用访问令牌（OAuth）。")
  package static let tokenCommand = Text("The file's command for an access token; it is not run.", "文件里取得访问令牌的命令，没有运行。")
  package static let call = Text("The command that checks this account.", "验证这个账户的命令。")

  package static let faults = Text("What is wrong with the file; empty if it is good.", "文件里的问题；没有问题则为空。")
  package static let catalogWarnings = Text(
    "What deserves a second look in a file without faults.", "文件没有问题时，值得再看一眼的地方。")
  package static let reviewed = Text("The entries with servers that are not as the entry says.", "与实际服务器不符的条目。")
  package static let findings = Text("The servers that no client can use as the entry says.", "客户端无法按条目所写使用的服务器。")
  package static let pathInEntry = Text("The place of the server in the entry.", "服务器在条目中的位置。")
  package static let isFirstServer = Text(
    "Whether it is the first server of its group, which is tried before the others.", "是否是这一组里最先使用的服务器。")
  package static let path = Text("The place in the file.", "在文件中的位置。")
  package static let entry = Text("The id of the entry, or null.", "条目的 id，或 null。")
  package static let reason = Text("What is wrong there.", "出了什么问题。")
}
