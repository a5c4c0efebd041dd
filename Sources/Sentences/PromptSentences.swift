// What the conversation asks.

import Account
import Vocabulary

package enum PromptSentence {
  package static let welcome = Text(
    "Sets up a mail account: shows servers and steps, then proves that a mail program can log in.",
    "设置邮箱账户：显示服务器参数和步骤，再验证邮件客户端能否登录。")
  package static let provider = Text("Provider or mail address", "服务商或邮箱地址")
  package static func server(_ mailProtocol: MailProtocol) -> Text {
    Text("\(mailProtocol.spoken) server as HOST:PORT", "\(mailProtocol.spoken) 服务器，写成 主机:端口")
  }
  package static let notAServer = Text("Write it like imap.example.org:993.", "请写成 imap.example.org:993 这样。")
  package static let number = Text("Number or more letters", "序号，或再输入几个字")
  package static let which = Text("Which of these", "是哪一个")
  package static let address = Text("Your mail address", "你的邮箱地址")
  package static let userName = Text("User name", "用户名")
  package static func userName(_ mailProtocol: MailProtocol) -> Text {
    Text("\(mailProtocol.spoken) user name", "\(mailProtocol.spoken) 用户名")
  }
  package static let traceFile = Text("File for the trace", "会话记录保存到文件")

  /// The line that asks, with what can be done besides answering: `Your mail address (? help, < back): `.
  package static func line(_ label: Text, _ ways: [Text]) -> Text {
    guard !ways.isEmpty else { return Text("\(label.english): ", "\(label.simplifiedChinese)：") }
    return Text(
      "\(label.english) (\(ways.map(\.english).joined(separator: ", "))): ",
      "\(label.simplifiedChinese)（\(ways.map(\.simplifiedChinese).joined(separator: "，"))）：")
  }

  package static let wayBack = Text("< back", "< 返回")
  package static let wayHelp = Text("? help", "? 帮助")
  package static let wayList = Text("? lists all", "? 列出全部")

  package static func chosen(_ provider: Provider) -> Text {
    Text("Chosen: \(provider.name.english) (\(provider.id)).", "已选择：\(provider.name.simplifiedChinese)（\(provider.id)）。")
  }

  /// The provider's word for the secret and how long it is; there is nothing to see while it is typed.
  package static func secret(_ secret: SecretKind?) -> Text {
    guard let secret else { return Text("Password (hidden)", "密码（不显示）") }
    let length = secret.enteredLength.map { Text(", \($0) characters", "，\($0) 位") } ?? Text(same: "")
    let capital = secret.term.english.prefix(1).uppercased() + secret.term.english.dropFirst()
    return Text(
      "\(capital) (hidden\(length.english))", "\(secret.term.simplifiedChinese)（不显示\(length.simplifiedChinese)）")
  }

  /// The same as a whole line. In a conversation there is a guide to look at and a way back; a script's prompt has neither.
  package static func secretLine(_ secret: SecretKind?, inConversation: Bool, hasPage: Bool = false) -> Text {
    guard inConversation else { return line(self.secret(secret), []) }
    // Outside the catalog there is no guide, and `?` would be taken for the secret.
    guard let secret else { return Text("Password (hidden; < back): ", "密码（不显示；< 返回）：") }
    let length = secret.enteredLength.map { Text(", \($0) characters", "，\($0) 位") } ?? Text(same: "")
    let term = secret.term
    let capital = term.english.prefix(1).uppercased() + term.english.dropFirst()
    let page = hasPage ? Text(", o opens the page", "，o 打开网页") : Text(same: "")
    return Text(
      "\(capital) (hidden\(length.english); ? whole guide\(page.english), < back): ",
      "\(term.simplifiedChinese)（不显示\(length.simplifiedChinese)；? 完整说明\(page.simplifiedChinese)，< 返回）：")
  }

  package static let escapeInSecret = Text(
    "An arrow or function key got into the secret. Type or paste it once more.", "密码里混入了方向键或功能键。请重新输入或粘贴。")
  package static let lineEndInSecret = Text(
    "What was pasted has more than one line. Copy the code alone.", "粘贴的内容不止一行。请只复制密码本身。")
  package static let sendAnyway = Text("Try it all the same? y/n", "仍要试一下吗？y/n")
  package static let enterAnyway = Text("Enter the password all the same? y/n", "仍要输入密码吗？y/n")
  package static func checking(_ mailProtocol: MailProtocol, _ endpoint: Endpoint) -> Text {
    Text("Checking \(mailProtocol.spoken) at \(endpoint)", "正在检查 \(mailProtocol.spoken)：\(endpoint)")
  }

  package static let whatNow = Text("What now?", "接下来？")
  package static let tryAgain = Text("try again with another secret", "换一个密码再试")
  package static let trySame = Text("try the same once more", "用同样的内容再试一次")
  package static func tryServers(_ imap: Endpoint) -> Text { Text("try the other servers (\(imap.host))", "试另一组服务器（\(imap.host)）") }
  package static func tryUserName(_ mailProtocol: MailProtocol) -> Text {
    Text("try another username for \(mailProtocol.spoken)", "换一个 \(mailProtocol.spoken) 用户名再试")
  }
  package static let showGuide = Text("show the steps again", "再看一遍步骤")
  package static let change = Text("change something else", "修改其他内容")
  package static let saveTrace = Text("save what was said to the servers, without secrets, for a bug report", "把与服务器的对话（不含密码）存成文件，便于报告问题")
  package static let quit = Text("quit", "退出")
  package static let whatToChange = Text("What is to be changed?", "要改什么？")
  package static let stopped = Text("Stopped. Ctrl-C once more quits.", "已停止。再按一次 Ctrl-C 退出。")
  package static let other = Text("another provider: enter its servers by hand", "其他服务商：手动填写服务器")
  /// The word for it in line mode.
  package static let otherWords: Set<String> = ["other", "其他"]
  package static let noBrowser = Text(
    "There is no browser to open here. Copy the address of the step.", "这里无法打开浏览器，请复制步骤里的网址。")
  package static func opened(_ address: WebAddress) -> Text { Text("Opened \(address.text)", "已打开 \(address.text)") }
  package static func corrected(_ address: MailAddress) -> Text {
    Text("Did you mean \(address)? y/n", "是不是 \(address)？y/n")
  }

  /// The parts of the conversation, counted.
  package enum Part: Int, CaseIterable, Sendable {
    case provider = 1
    case address, secret, proof
  }
  package static func part(_ part: Part) -> Text {
    let name =
      switch part {
      case .provider: Text("the provider", "服务商")
      case .address: Text("the address", "邮箱地址")
      case .secret: Text("the steps and the secret", "操作步骤与密码")
      case .proof: Text("the proof", "验证")
      }
    let count = Part.allCases.count
    return Text("Part \(part.rawValue) of \(count): \(name.english)", "第 \(part.rawValue) 部分，共 \(count) 部分：\(name.simplifiedChinese)")
  }

  /// The call that goes on with the answers given so far.
  package static func resume(_ call: String) -> Text { Text("To go on from here: \(call)", "要从这里继续：\(call)") }

  package static func waiting(_ seconds: Int, of limit: Int) -> Text {
    Text("\(seconds) s, at most \(limit)", "\(seconds) 秒，最多 \(limit)")
  }
  package static let running = Text("running", "进行中")

  package static let listHelp = Text(
    "Type a name, an id, a domain or your whole address. --provider answers this beforehand.",
    "可输入名称、拼音、域名或完整的邮箱地址。也可以事先用 --provider 给出。")
  package static let addressHelp = Text(
    "The whole address, as others write to you: name@example.org. It becomes the user name and the sender, and says which servers are yours. The option --email answers this beforehand.",
    "完整的邮箱地址，就像别人写信给你时那样：name@example.org。它决定用户名、发件人和服务器。也可以事先用 --email 给出。")
  package static let serverHelp = Text(
    "The provider's help page names it, often under \u{201c}IMAP\u{201d} or \u{201c}mail program\u{201d}. Ports 993 and 465 begin with TLS, 143 and 587 with STARTTLS; without a port 993 and 465 are taken. The options --imap and --smtp answer this beforehand.",
    "服务商的帮助页面会写明，通常在“IMAP”或“客户端”一节。993 和 465 端口直接使用 TLS，143 和 587 端口使用 STARTTLS；不写端口时用 993 和 465。也可以事先用 --imap 和 --smtp 给出。")
  package static let userNameHelp = Text(
    "What the server knows you by, if that is not the mail address. The option --username answers this beforehand.",
    "如果服务器不用邮箱地址登录，请填它认识的用户名。也可以事先用 --username 给出。")
  package static let traceHelp = Text(
    "A new file that only you can read. It holds the dialogue with both servers; the secret is left out.",
    "一个只有你能读的新文件，内容是与两台服务器的对话，不含密码。")

  /// What the keys do, under a prompt; the most important first, since a narrow window shows only those.
  package static let keysOfText = Text(
    "Enter accepts | Shift-Tab back | F1 help | Ctrl-C quits", "回车 确定 | Shift-Tab 返回 | F1 帮助 | Ctrl-C 退出")
  package static let keysOfFirst = Text("Enter accepts | F1 help | Ctrl-C quits", "回车 确定 | F1 帮助 | Ctrl-C 退出")
  package static let keysOfList = Text(
    "type to search | Up/Down move | Enter chooses | Esc clears | Ctrl-C quits", "输入即可筛选 | ↑↓ 移动 | 回车 选择 | Esc 清空 | Ctrl-C 退出")
  package static func keysOfMenu(_ mayGoBack: Bool) -> Text {
    mayGoBack
      ? Text("Up/Down or a digit, Enter chooses | Shift-Tab back | Ctrl-C quits", "↑↓ 或数字，回车 选择 | Shift-Tab 返回 | Ctrl-C 退出")
      : Text("Up/Down or a digit, Enter chooses | Ctrl-C quits", "↑↓ 或数字，回车 选择 | Ctrl-C 退出")
  }
  package static func keysOfSecret(hasGuide: Bool, hasPage: Bool) -> Text {
    let guide = hasGuide ? Text(" | F1 whole guide", " | F1 完整说明") : Text(same: "")
    let page = hasPage ? Text(" | Ctrl-O opens the page", " | Ctrl-O 打开网页") : Text(same: "")
    return Text(
      "Enter accepts | Shift-Tab back\(guide.english)\(page.english) | Ctrl-C quits",
      "回车 确定 | Shift-Tab 返回\(guide.simplifiedChinese)\(page.simplifiedChinese) | Ctrl-C 退出")
  }
  package static let keysOfQuestion = Text("y or n | Shift-Tab back", "y 或 n | Shift-Tab 返回")
  package static func count(_ count: Int, of whole: Int) -> Text { Text("\(count) of \(whole)", "\(count) / \(whole)") }
  package static let nothingFits = Text(
    "No provider fits. A mail address is looked up in the DNS when you press Enter.", "没有匹配的服务商。输入邮箱地址后按回车，会到 DNS 中查找。")
  package static let choice = Text("Number", "序号")
  package static let notUnderstood = Text("That is not one of the choices.", "没有这个选项。")
  package static let needsAnswer = Text("An answer is needed here.", "这里需要回答。")

  package static func several(_ count: Int) -> Text { Text("\(count) fit:", "有 \(count) 个匹配：") }
  package static func noProvider(_ typed: Visible) -> Text {
    Text("No provider in the catalog fits \(typed).", "目录里没有与 \(typed) 匹配的服务商。")
  }
  package static func didYouMean(_ words: [String]) -> Text {
    Text("Did you mean \(words.joined(separator: ", "))?", "是不是想输入 \(words.joined(separator: "、"))？")
  }
  package static let ownServers = Text(
    "For a provider that is not in the catalog give its servers: --imap HOST:PORT --smtp HOST:PORT",
    "目录里没有的服务商，请给出服务器：--imap 主机:端口 --smtp 主机:端口")

  package static func address(_ fault: MailAddress.Fault) -> Text {
    switch fault {
    case .empty: Text("The address is empty.", "地址是空的。")
    case .noAt: Text("An address has exactly one @, like name@example.org.", "邮箱地址要有且只有一个 @，例如 name@example.org。")
    case .badLocalPart: Text("The part before the @ holds a character that no address may have.", "@ 前面有邮箱地址不允许的字符。")
    case .badDomain: Text("The part after the @ is no domain, like example.org.", "@ 后面不是域名，例如 example.org。")
    case .domainLiteral: Text("The part after the @ has to be a domain, not an address in numbers.", "@ 后面要写域名，不能是数字地址。")
    case .unicodeDomain:
      Text(
        "Write the domain in its ASCII form (xn--…): look-alike letters are a way to steal passwords.",
        "请用域名的 ASCII 形式（xn--…）：形近字母常被用来骗取密码。")
    case .unicodeLocalPart:
      Text("The part before the @ has to be ASCII: the servers' dialogue cannot carry more.", "@ 前面只能用 ASCII 字符，否则无法登录。")
    case .tooLong: Text("The address is longer than any address may be.", "地址超过了允许的长度。")
    }
  }

  /// Servers that somebody has named for an address of `owner`, which are not its own; some of them may be another's.
  package static func foreign(_ address: MailAddress, _ owner: Provider, _ hosts: [(name: HostName, of: Provider?)]) -> Text {
    let (english, chinese) = (owner.name.english, Chinese.inside(owner.name.simplifiedChinese))
    let isOne = hosts.count == 1
    let known = hosts.compactMap { host in host.of.map { (host.name, $0.name) } }
    let others = known.map { name, provider in " \(name) is a server of \(provider.english)." }.joined()
    let chineseOthers = known.map { name, provider in "\(name) 是\(Chinese.inside(provider.simplifiedChinese))的服务器。" }.joined()
    return Text(
      "\(address) is an address of \(english), but \(hosts.map(\.name.description).joined(separator: " and ")) "
        + "\(isOne ? "is not its server" : "are not its servers").\(others) Do not enter a password of \(english) for \(isOne ? "it" : "them").",
      Chinese.sentence(
        "\(address) 是\(chinese)的邮箱地址，但 \(hosts.map(\.name.description).joined(separator: "、")) 不是\(chinese)的服务器。"
          + "\(chineseOthers)不要在这里输入\(chinese)的密码。"))
  }

  /// Servers out of a file, for a domain that nobody knows, which lie outside of it.
  package static func outside(_ address: MailAddress, _ hosts: [HostName]) -> Text {
    Text(
      "\(hosts.map(\.description).joined(separator: " and ")) \(hosts.count == 1 ? "lies" : "lie") outside \(address.domain), and only the file names \(hosts.count == 1 ? "it" : "them").",
      "\(hosts.map(\.description).joined(separator: "、")) 不属于 \(address.domain)，只有这个文件提到。")
  }

  /// Where the secret that is asked for next goes.
  package static func goesTo(_ secret: SecretKind?, _ address: MailAddress, _ hosts: [HostName]) -> Text {
    let term = secret?.term ?? Text("password", "密码")
    return Text(
      "The \(term.english) for \(address) goes to \(hosts.map(\.description).joined(separator: " and ")) only.",
      Chinese.sentence(
        "\(address) 的\(Chinese.inside(term.simplifiedChinese))只会发送到 \(hosts.map(\.description).joined(separator: " 和 "))。"))
  }

  /// The provider was named by the call, but its servers were not.
  package static func notItsServers(_ provider: Provider) -> Text {
    Text(
      "These are not the servers that \(provider.name.english) is known for. The steps are those of \(provider.name.english).",
      Chinese.sentence(
        "这些不是\(Chinese.inside(provider.name.simplifiedChinese))的已知服务器。下面是\(Chinese.inside(provider.name.simplifiedChinese))的步骤。"))
  }

  package static func belongs(_ address: MailAddress, to owner: Provider, notTo chosen: Provider) -> Text {
    Text(
      "\(address) looks like an address at \(owner.name.english), but you chose \(chosen.name.english).",
      Chinese.sentence(
        "\(address) 看起来属于\(Chinese.inside(owner.name.simplifiedChinese))，但你选的是\(Chinese.inside(chosen.name.simplifiedChinese))。"))
  }
}
