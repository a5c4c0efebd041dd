// The review before the secret is sent: what will be checked, and where each part comes from.

import Catalog
import Operations
import Vocabulary

package enum ReviewSentence {
  package static let title = Text("This is what will be checked. Is it right?", "将验证以下内容。都对吗？")
  package static let verify = Text("Check it", "开始验证")
  package static let verifyAgain = Text("Check it with these", "按现在的内容验证")
  package static let help = Text(
    "Your password goes to these servers and nowhere else. Choose a line to change it.", "密码只会发送到这里列出的服务器。选一行即可修改。")

  /// Before a verification about which there is nothing to ask.
  package static func checking(_ address: MailAddress, _ settings: ServerSettings) -> Text {
    Text(
      "Checking \(address) at \(settings.imap) and \(settings.smtp)…", "正在验证 \(address)：\(settings.imap)、\(settings.smtp)…")
  }

  /// Returns a line: what it is, its value, and what names it.
  package static func line(_ label: Text, _ value: Text, from source: AnswerSource?) -> Text {
    let whole = Text.labelled(label, value)
    guard let source else { return whole }
    let from = text(source)
    return whole + Text(" (\(from.english))", "（\(from.simplifiedChinese)）")
  }

  /// Returns the value of the line about a server.
  package static func server(_ endpoint: Endpoint) -> Text {
    let security = Labels.security(endpoint.security)
    return Text("\(endpoint) \(security.english)", "\(endpoint) \(security.simplifiedChinese)")
  }

  package static func text(_ source: AnswerSource) -> Text {
    switch source {
    case .call: Text("from the command line", "来自命令行")
    case .typed: Text("typed", "手动填写")
    case .imported: Text("imported", "导入")
    case .dns: Text("from DNS", "来自 DNS")
    case .document(let host): Text("autoconfig at \(host)", "来自 \(host) 的自动配置")
    case .publicList: Text("Thunderbird's list", "来自 Thunderbird 的列表")
    case .guess: Text("found by trying names", "按常用名称试出")
    case .builtIn: Text("built-in list", "内置列表")
    case .ownFile(let file): Text("your file \(Visible(file, limit: 60))", "自定义文件 \(Visible(file, limit: 60))")
    }
  }

  package static let authority = Text("Also trusted certificates", "另外信任的证书")
  package static let authorityFile = Text("Certificate file (PEM)", "证书文件（PEM）")
  package static let authorityHelp = Text(
    "A file with certificates in PEM form that setup trusts for this account, in addition to those of the system. Leave it empty for none.",
    "PEM 格式的证书文件：除系统的证书外，这个账户还信任其中的证书。留空表示不用。")
  package static let noAuthority = Text("none", "无")
  package static func encryption(_ mailProtocol: MailProtocol) -> Text {
    Text("Encryption of the \(mailProtocol.spoken) server", "\(mailProtocol.spoken) 服务器的加密方式")
  }
}
