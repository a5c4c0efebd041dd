// What the conversation asks.

import Account
import Vocabulary

package enum PromptSentence {
  package static let welcome = Text(
    "Sets up a mail account: shows servers and steps, then proves that a mail program can log in.",
    "设置邮箱账户：显示服务器参数和步骤，再验证邮件客户端能否登录。")
  package static let provider = Text(
    "Provider or mail address (? lists all): ", "服务商或邮箱地址（? 列出全部）：")
  package static func server(_ mailProtocol: MailProtocol) -> Text {
    Text("\(mailProtocol.spoken) server as HOST:PORT (< back): ", "\(mailProtocol.spoken) 服务器，写成 主机:端口（< 返回）：")
  }
  package static let notAServer = Text("Write it like imap.example.org:993.", "请写成 imap.example.org:993 这样。")
  package static let number = Text("Number or more letters (< back): ", "序号，或再输入几个字（< 返回）：")
  package static let address = Text("Your mail address (< back): ", "你的邮箱地址（< 返回）：")
  package static func userName(_ mailProtocol: MailProtocol) -> Text {
    Text("User name for \(mailProtocol.spoken): ", "\(mailProtocol.spoken) 用户名：")
  }

  package static func chosen(_ provider: Provider) -> Text {
    Text("Chosen: \(provider.name.english) (\(provider.id)).", "已选择：\(provider.name.simplifiedChinese)（\(provider.id)）。")
  }

  package static func ready(_ term: Text) -> Text {
    Text(
      "Press Enter when you have the \(term.english) (< back, q quits): ",
      Chinese.sentence("拿到\(Chinese.inside(term.simplifiedChinese))后按回车（< 返回，q 退出）："))
  }

  /// In a conversation there is a guide to look at and a way back; a script's prompt has neither.
  package static func secret(_ secret: SecretKind?, inConversation: Bool) -> Text {
    guard let secret else {
      // Outside the catalog there is no guide, and `?` would be taken for the secret.
      return inConversation ? Text("Password (hidden; < back): ", "密码（不显示；< 返回）：") : Text("Password (hidden): ", "密码（不显示）：")
    }
    let ways = inConversation ? Text("; ? whole guide, < back", "；? 完整说明，< 返回") : Text(same: "")
    let length = secret.enteredLength.map { Text(", \($0) characters", "，\($0) 位") } ?? Text(same: "")
    let term = secret.term
    let capital = term.english.prefix(1).uppercased() + term.english.dropFirst()
    return Text(
      "\(capital) (hidden\(length.english)\(ways.english)): ",
      "\(term.simplifiedChinese)（不显示\(length.simplifiedChinese)\(ways.simplifiedChinese)）：")
  }

  package static let escapeInSecret = Text(
    "An arrow or function key got into the secret. Type or paste it once more.", "密码里混入了方向键或功能键。请重新输入或粘贴。")
  package static let sendAnyway = Text("Try it all the same? y/n: ", "仍要试一下吗？y/n：")
  package static func checking(_ mailProtocol: MailProtocol, _ endpoint: Endpoint) -> Text {
    Text("Checking \(mailProtocol.spoken) at \(endpoint)", "正在检查 \(mailProtocol.spoken)：\(endpoint)")
  }

  package static let whatNow = Text("What now?", "接下来？")
  package static let tryAgain = Text("try again with another secret", "换一个密码再试")
  package static let trySame = Text("try the same once more", "用同样的内容再试一次")
  package static func tryServers(_ imap: Endpoint) -> Text { Text("try the other servers (\(imap.host))", "试另一组服务器（\(imap.host)）") }
  package static let showGuide = Text("show the steps again", "再看一遍步骤")
  package static let quit = Text("quit", "退出")
  package static let choice = Text("Number: ", "序号：")
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

  package static func belongs(_ address: MailAddress, to owner: Provider, notTo chosen: Provider) -> Text {
    Text(
      "\(address) looks like an address at \(owner.name.english), but you chose \(chosen.name.english).",
      Chinese.sentence(
        "\(address) 看起来属于\(Chinese.inside(owner.name.simplifiedChinese))，但你选的是\(Chinese.inside(chosen.name.simplifiedChinese))。"))
  }
}
