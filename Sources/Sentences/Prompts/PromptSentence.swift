// The questions of the wizard.

import Catalog
import Vocabulary

package enum PromptSentence {
  package static let welcome = Text(
    "Set up your email account: first the servers and steps, then a check that a mail client can sign in.",
    "设置你的邮箱账户：先显示服务器参数和步骤，再验证邮件客户端能否登录。")
  package static let promise = Text("No mail is sent, and your mailbox is not changed.", "不会发送邮件，也不会改动邮箱内容。")
  package static let provider = Text("Email address or provider", "邮箱地址或服务商")
  package static func server(_ mailProtocol: MailProtocol) -> Text {
    Text("\(mailProtocol.spoken) server and port", "\(mailProtocol.spoken) 服务器和端口")
  }
  package static func notAServer(_ mailProtocol: MailProtocol) -> Text {
    let example =
      switch mailProtocol {
      case .imap: "imap.example.org:993"
      case .smtp: "smtp.example.org:465"
      }
    return Text("Enter it like this: \(example)", "请这样填写：\(example)")
  }
  package static let notAPort = Text("The port is a number from 1 to 65535.", "端口是 1 到 65535 之间的数字。")
  package static let number = Text("Number, or more letters", "输入序号，或再输入几个字")
  package static let which = Text("Which one", "选择哪一个")
  package static let address = Text("Your email address", "你的邮箱地址")
  package static let userName = Text("Username", "用户名")
  package static func userName(_ mailProtocol: MailProtocol) -> Text {
    Text("\(mailProtocol.spoken) username", "\(mailProtocol.spoken) 用户名")
  }
  /// The address from which a provider makes the user names of an account at the user's own domain.
  package static func ownAddress(at provider: Text) -> Text {
    Text("Your \(provider.english) address", Chinese.sentence("你在\(Chinese.inside(provider.simplifiedChinese))的地址"))
  }
  package static func ownAddressHelp(_ provider: Text, _ note: Text?) -> Text {
    let help = Text(
      "Your domain is hosted by \(provider.english), which makes the usernames from the address that you have there.",
      Chinese.sentence("你的域名由\(Chinese.inside(provider.simplifiedChinese))托管，用户名取自你在那里的邮箱地址。"))
    return Text.sentences([help] + (note.map { [$0] } ?? []))
  }
  package static func notAtProvider(_ provider: Text, _ domains: [String]) -> Text {
    let list = domains.prefix(3).map { "@\($0)" }
    return Text(
      "This is not an address at \(provider.english). It ends with \(list.joined(separator: " or ")).",
      Chinese.sentence("这不是\(Chinese.inside(provider.simplifiedChinese))的地址，应以 \(list.joined(separator: " 或 ")) 结尾。"))
  }
  package static let traceFile = Text("Save session log to", "通信记录保存到")

  /// Returns the prompt with what else the user can do: `Your email address (? help, < back): `.
  package static func line(_ label: Text, _ ways: [Text]) -> Text {
    guard !ways.isEmpty else { return Text("\(label.english): ", "\(label.simplifiedChinese)：") }
    return Text(
      "\(label.english) (\(ways.map(\.english).joined(separator: ", "))): ",
      "\(label.simplifiedChinese)（\(ways.map(\.simplifiedChinese).joined(separator: "，"))）：")
  }

  package static let wayBack = Text("< back", "< 返回")
  package static let wayHelp = Text("? help", "? 帮助")
  package static let wayList = Text("? list all", "? 列出全部")

  package static func chosen(_ provider: Provider) -> Text {
    Text("Provider: \(provider.name.english)", "服务商：\(provider.name.simplifiedChinese)")
  }

  /// Returns the provider's term for the secret and its length, because the terminal does not show what the user types.
  package static func secret(_ secret: SecretKind?) -> Text {
    guard let secret else { return Text("Password (hidden)", "密码（不显示）") }
    let length = secret.enteredLength.map { Text(", \($0) characters", "，\($0) 位") } ?? Text(same: "")
    let capital = English.capitalized(secret.term.english)
    return Text(
      "\(capital) (hidden\(length.english))", "\(secret.term.simplifiedChinese)（不显示\(length.simplifiedChinese)）")
  }

  /// Returns the same without what a terminal does with the answer.
  package static func secretName(_ secret: SecretKind?) -> Text {
    guard let term = secret?.term else { return Text("Password", "密码") }
    return Text(English.capitalized(term.english), term.simplifiedChinese)
  }

  /// Returns the prompt for something that is not shown.
  package static func hidden(_ label: Text) -> Text { Text("\(label.english) (hidden): ", "\(label.simplifiedChinese)（不显示）：") }

  /// Returns the same as a whole line. The wizard has a guide and a way back; the prompt of a script has neither.
  package static func secretLine(_ secret: SecretKind?, inConversation: Bool, hasPage: Bool = false) -> Text {
    guard inConversation else { return line(self.secret(secret), []) }
    // A provider outside of the catalog has no guide, and `?` would be read as the secret.
    guard let secret else { return Text("Password (hidden; < back): ", "密码（不显示；< 返回）：") }
    let length = secret.enteredLength.map { Text(", \($0) characters", "，\($0) 位") } ?? Text(same: "")
    let term = secret.term
    let capital = English.capitalized(term.english)
    let page = hasPage ? Text(", o opens the page", "，o 打开网页") : Text(same: "")
    return Text(
      "\(capital) (hidden\(length.english); ? whole guide\(page.english), < back): ",
      "\(term.simplifiedChinese)（不显示\(length.simplifiedChinese)；? 完整说明\(page.simplifiedChinese)，< 返回）：")
  }

  package static let escapeInSecret = Text(
    "An arrow or function key slipped into the password. Type or paste it again.", "密码里混进了方向键或功能键，请重新输入或粘贴。")
  package static let lineEndInSecret = Text(
    "You pasted more than one line. Copy only the password.", "粘贴了不止一行，请只复制密码。")
  package static let sendAnyway = Text("Try it anyway?", "仍要用它试试吗？")
  package static let enterAnyway = Text("Continue with the password anyway?", "仍要继续输入密码吗？")
  package static func checking(_ mailProtocol: MailProtocol, _ endpoint: Endpoint) -> Text {
    Text("Checking \(mailProtocol.spoken) at \(endpoint)", "正在检查 \(mailProtocol.spoken)：\(endpoint)")
  }

  package static let whatNow = Text("What next?", "接下来做什么？")
  /// `term` is what the provider calls the password. `nil` if it has no other name.
  package static func tryAgain(_ term: Text?) -> Text {
    let term = term ?? Labels.password
    return Text(
      "Try a different \(term.english)", Chinese.sentence("换一个\(Chinese.inside(term.simplifiedChinese))再试"))
  }
  /// `cause` is what the user has to do something about first.
  package static func trySame(after cause: Cause?) -> Text {
    if cause == .imapDisabled { return Text("Try again, after turning IMAP on", "开启 IMAP 服务后，用同样的内容再试") }
    if cause == .smtpDisabled { return Text("Try again, after turning SMTP on", "开启 SMTP 服务后，用同样的内容再试") }
    if cause == .webLoginRequired { return Text("Try again, after signing in on the web", "在网页上登录后，用同样的内容再试") }
    return Text("Try again without changes", "不做改动，再试一次")
  }
  package static func tryServers(_ imap: Endpoint) -> Text { Text("Try the other servers (\(imap.host))", "试试另一组服务器（\(imap.host)）") }
  package static func tryUserName(_ mailProtocol: MailProtocol) -> Text {
    Text("Try another username for \(mailProtocol.spoken)", "换一个 \(mailProtocol.spoken) 用户名再试")
  }
  package static let showGuide = Text("Show the steps again", "再看一遍步骤")
  package static let change = Text("Change something else", "修改其他内容")
  package static let saveTrace = Text("Save a session log for a bug report (no passwords)", "保存通信记录，用于反馈问题（不含密码）")
  package static let quit = Text("Quit", "退出")
  /// `isLocking` is whether further attempts could lock the account.
  package static func later(isLocking: Bool) -> Text {
    isLocking
      ? Text("Quit and wait at least 15 minutes", "退出，至少等 15 分钟") : Text("Quit, and try again later", "先退出，过一段时间再试")
  }
  package static func openPage(_ page: WebAddress) -> Text { Text("Open the page: \(page.text)", "打开网页：\(page.text)") }
  /// After the second refusal of the same account.
  package static func mayLock(_ refusals: Int) -> Text {
    Text(
      "\(refusals) sign-ins rejected so far. Providers lock accounts after a few: first make sure that you can sign in on the web, and what exactly goes into the password field.",
      "已有 \(refusals) 次登录被拒绝。次数多了，服务商会锁定账户：请先确认能在网页上登录，并弄清楚密码一栏究竟该填什么。")
  }
  package static let whatToChange = Text("What do you want to change?", "要改什么？")
  package static let stopped = Text("Stopped. Press Ctrl-C again to quit.", "已停止。再按一次 Ctrl-C 退出。")
  package static let other = Text("Not listed: enter the servers yourself", "不在列表里：自己填写服务器")
  /// The words for `other`.
  package static let otherWords: Set<String> = ["other", "custom", "self-hosted", "其他", "自定义", "自建"]
  package static let noBrowser = Text(
    "Cannot open a browser here. Copy the link from the step.", "这里打不开浏览器，请复制步骤里的网址。")
  package static func opened(_ address: WebAddress) -> Text { Text("Opened \(address.text)", "已打开 \(address.text)") }
  package static func corrected(_ address: MailAddress) -> Text {
    Text("Did you mean \(address)?", "是不是 \(address)？")
  }

  /// The steps of the wizard, counted from 1.
  package enum Part: Int, CaseIterable, Sendable {
    case provider = 1
    case address, secret, proof
  }
  /// `takesPassword` is whether the account has a password, and not an access token. `secret` is the kind of the password, if it is known.
  package static func part(_ part: Part, takesPassword: Bool = true, secret: SecretKind? = nil) -> Text {
    let name =
      switch part {
      case .provider: Text("Provider", "选择服务商")
      case .address: Text("Address", "邮箱地址")
      case .secret: takesPassword ? Self.part(secret) : Text("Sign-in", "登录")
      case .proof: Text("Check", "验证")
      }
    let count = Part.allCases.count
    return Text("Step \(part.rawValue) of \(count): \(name.english)", "第 \(part.rawValue) 步（共 \(count) 步）：\(name.simplifiedChinese)")
  }

  private static func part(_ secret: SecretKind?) -> Text {
    guard let secret else { return Text("Password", "填写密码") }
    let (english, chinese) = (secret.term.english, Chinese.inside(secret.term.simplifiedChinese))
    return Text(
      English.capitalized(english), Chinese.sentence(secret.isGenerated ? "获取并填写\(chinese)" : "填写\(chinese)"))
  }

  /// Above the command that continues with the answers so far.
  package static let resume = Text("To continue later:", "以后从这里继续：")

  package static func waiting(_ seconds: Int, of limit: Int) -> Text {
    Text("\(seconds) of \(limit) s", "\(seconds) / \(limit) 秒")
  }
  package static let running = Text("running", "进行中")

  package static let listHelp = Text(
    "Type a name, a domain, or your full email address.", "可以输入名称、拼音、域名或完整的邮箱地址。")
  package static let addressHelp = Text(
    "Your full address, as others write to you, such as name@example.org. It is your username and sender, and tells which servers are yours.",
    "完整的邮箱地址，例如 name@example.org。它决定用户名、发件人和服务器。")
  package static let serverHelp = Text(
    "Look for 'IMAP' or 'mail client' on the provider's help page. Ports 993 and 465 use TLS, 143 and 587 use STARTTLS; without a port, setup tries the usual ones.",
    "服务商的帮助页会写明，一般在「IMAP」或「客户端」一节。993、465 端口用 TLS，143、587 端口用 STARTTLS；不写端口时，会试常用的端口。")
  package static let userNameHelp = Text(
    "The name you sign in to the server with, if it is not your email address.", "登录服务器用的名称，与邮箱地址不同时填写。")
  package static let traceHelp = Text(
    "A new file that only you can read. It contains everything said between setup and both servers, but no password.",
    "新建一个只有你能读取的文件，内容是与两台服务器的通信记录，不含密码。")

  /// What the keys do, below a prompt. The most important ones come first, because a narrow window shows only those.
  package static let keysOfText = Text(
    "Enter: continue | Shift-Tab: back | F1: help | Ctrl-C: quit", "回车 继续 | Shift-Tab 返回 | F1 帮助 | Ctrl-C 退出")
  package static let keysOfFirst = Text("Enter: continue | F1: help | Ctrl-C: quit", "回车 继续 | F1 帮助 | Ctrl-C 退出")
  package static let keysOfList = Text(
    "Type to search | Up/Down | Enter | Esc: clear | Ctrl-C: quit", "输入即搜索 | ↑↓ 移动 | 回车 选择 | Esc 清空 | Ctrl-C 退出")
  package static func keysOfSecret(hasGuide: Bool, hasPage: Bool) -> Text {
    let guide = hasGuide ? Text(" | F1: steps", " | F1 全部步骤") : Text(same: "")
    // With every key the line would be longer than 60 columns, and Enter is the one that people try.
    let enter = hasPage ? Text(same: "") : Text("Enter: continue | ", "回车 继续 | ")
    let page = hasPage ? Text(" | Ctrl-O: page", " | Ctrl-O 网页") : Text(same: "")
    return Text(
      "\(enter.english)Shift-Tab: back\(guide.english)\(page.english) | Ctrl-C: quit",
      "\(enter.simplifiedChinese)Shift-Tab 返回\(guide.simplifiedChinese)\(page.simplifiedChinese) | Ctrl-C 退出")
  }
  /// Below a text that is read part by part. `next` is what Enter leads to.
  package static func keysOfReading(next: Text, hasPage: Bool) -> Text {
    let page = hasPage ? Text(" | Ctrl-O: page", " | Ctrl-O 打开网页") : Text(same: "")
    return Text(
      "Enter: \(next.english) | Shift-Tab: back | F1: all\(page.english) | Ctrl-C: quit",
      "回车 \(next.simplifiedChinese) | Shift-Tab 返回 | F1 全部\(page.simplifiedChinese) | Ctrl-C 退出")
  }
  /// The same as a prompt.
  package static func readingLine(next: Text, hasPage: Bool) -> Text {
    let page = hasPage ? Text(", o: page", "，o 打开网页") : Text(same: "")
    return Text(
      "Enter: \(next.english), b: back, ?: all\(page.english): ",
      "回车 \(next.simplifiedChinese)，b 返回，? 全部\(page.simplifiedChinese)：")
  }
  package static func steps(_ steps: ClosedRange<Int>) -> Text {
    steps.count == 1
      ? Text("step \(steps.lowerBound)", "步骤 \(steps.lowerBound)")
      : Text("steps \(steps.lowerBound)-\(steps.upperBound)", "步骤 \(steps.lowerBound)-\(steps.upperBound)")
  }
  package static let qrCode = Text("QR code", "二维码")
  package static let goOn = Text("continue", "继续")
  package static let keysOfProgress = Text("Ctrl-C: stop", "Ctrl-C 停止")
  package static func matches(_ count: Int) -> Text { Text(count == 1 ? "1 match" : "\(count) matches", "\(count) 个匹配") }
  /// In the place of domains, for a provider whose customers have their own.
  package static let ownDomain = Text("(your own domain)", "（公司自己的域名）")
  package static func similar(_ provider: Text) -> Text {
    Text("No match. Did you mean \(provider.english)?", Chinese.sentence("没有匹配的服务商。你要找的是\(Chinese.inside(provider.simplifiedChinese))吗？"))
  }
  package static let chooseOne = Text("Enter an email address, or choose a provider.", "请输入邮箱地址，或选择服务商。")
  package static let nothingFits = Text(
    "No match. Enter a full email address, and setup looks up its servers.", "没有匹配的服务商。输入完整的邮箱地址后按回车，会自动查找它的服务器。")
  package static let choice = Text("Number", "序号")
  package static let needsAnswer = Text("This cannot be empty.", "这一项不能留空。")

  package static func several(_ count: Int) -> Text { Text("\(count) matches:", "有 \(count) 个匹配：") }
  package static func noProvider(_ typed: Visible) -> Text {
    Text("No provider matches \(typed).", "没有找到与「\(typed)」匹配的服务商。")
  }
  package static func didYouMean(_ words: [String]) -> Text {
    Text("Did you mean \(words.joined(separator: ", "))?", "你要找的是 \(words.joined(separator: "、")) 吗？")
  }
  /// The same in the conversation, whose list has an entry for it.
  package static let chooseByHand = Text(
    "If your provider is not listed, enter your full email address, or choose the last entry of the list.",
    "列表里没有你的服务商时，请输入完整的邮箱地址，或选择列表的最后一项。")
  package static let ownServers = Text(
    "If your provider is not listed, give its servers: --imap HOST:PORT --smtp HOST:PORT",
    "不在内置列表里的，请用 --imap 服务器:端口 --smtp 服务器:端口 指定服务器。")

  package static func address(_ fault: MailAddress.Error) -> Text {
    switch fault {
    case .empty: Text("Enter an address.", "请输入邮箱地址。")
    case .noAt: Text("An address has one @, like name@example.org.", "邮箱地址要有一个 @，例如 name@example.org。")
    case .badLocalPart: Text("The part before the @ contains a character that is not allowed.", "@ 前面有不允许的字符。")
    case .badDomain: Text("The part after the @ is not a domain, like example.org.", "@ 后面要写域名，例如 example.org。")
    case .domainLiteral: Text("The part after the @ must be a domain, not an IP address.", "@ 后面要写域名，不能写 IP 地址。")
    case .unicodeDomain:
      Text(
        "Write the domain in its ASCII form (xn--…): similar-looking letters are used to steal passwords.",
        "请写域名的 ASCII 形式（xn--…）：外形相近的字母常被用来骗取密码。")
    case .tooLong: Text("The address is too long.", "邮箱地址太长。")
    }
  }

  /// The hosts that the secret of the next question goes to.
  package static func goesTo(_ secret: SecretKind?, _ address: MailAddress, _ hosts: [HostName]) -> Text {
    let term = secret?.term ?? Labels.password
    return Text(
      "The \(term.english) for \(address) goes to \(hosts.map(\.description).joined(separator: " and ")) only.",
      Chinese.sentence(
        "\(address) 的\(Chinese.inside(term.simplifiedChinese))只会发送到 \(hosts.map(\.description).joined(separator: " 和 "))。"))
  }

  /// Before the field for a secret of the wizard. `mayBeKept` is whether the user can still ask for that.
  package static func enterSecret(_ hosts: [HostName], mayBeKept: Bool) -> Text {
    let (english, chinese) = (hosts.map(\.description).joined(separator: " and "), hosts.map(\.description).joined(separator: " 和 "))
    return mayBeKept
      ? Text(
        "Paste or type it here. It is not shown, goes only to \(english), and is not saved unless you ask for that later.",
        "请在这里粘贴或输入。内容不显示，只发送给 \(chinese)，除非你稍后选择保存，否则不会保存。")
      : Text(
        "Paste or type it here. It is not shown, and goes only to \(english).", "请在这里粘贴或输入。内容不显示，只发送给 \(chinese)。")
  }

  /// What follows after the steps of a provider.
  package static func enter(_ secret: SecretKind) -> Text {
    Text(secret.term.english, Chinese.sentence("填写\(Chinese.inside(secret.term.simplifiedChinese))"))
  }
  package static let signIn = Text("sign-in", "登录")

  /// The command line names the provider, but other servers than the provider's.
  package static func notItsServers(_ provider: Provider) -> Text {
    Text(
      "These are not the servers that \(provider.name.english) is known for. The steps are those of \(provider.name.english).",
      Chinese.sentence(
        "这些不是\(Chinese.inside(provider.name.simplifiedChinese))的已知服务器。下面是\(Chinese.inside(provider.name.simplifiedChinese))的步骤。"))
  }

  /// The servers, which the user typed or another program uses, are those of a provider that setup knows.
  package static func serversBelong(to provider: Provider) -> Text {
    Text(
      "These are the servers of \(provider.name.english).",
      Chinese.sentence("这是\(Chinese.inside(provider.name.simplifiedChinese))的服务器。"))
  }

  /// The two servers are those of different providers.
  package static func halves(imap: Provider, smtp: Provider) -> Text {
    Text(
      "The IMAP server belongs to \(imap.name.english), the SMTP server to \(smtp.name.english).",
      Chinese.sentence(
        "IMAP 服务器是\(Chinese.inside(imap.name.simplifiedChinese))的，SMTP 服务器是\(Chinese.inside(smtp.name.simplifiedChinese))的。"))
  }

  package static func belongs(_ address: MailAddress, to owner: Provider, notTo chosen: Provider) -> Text {
    Text(
      "\(address) looks like an address at \(owner.name.english), not at \(chosen.name.english).",
      Chinese.sentence(
        "\(address) 看起来是\(Chinese.inside(owner.name.simplifiedChinese))的地址，而你选的是\(Chinese.inside(chosen.name.simplifiedChinese))。"))
  }
}
