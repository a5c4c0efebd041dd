// How the servers of an address were found, and how sure that is.

import Account
import Vocabulary

package enum DiscoverySentence {
  package static let asking = Text("Not in the catalog; asking the DNS where this domain's mail is.", "目录里没有这个域名，正在通过 DNS 查询它的邮件在哪里。")

  package static func mx(_ domain: HostName, _ host: HostName, _ provider: Provider, _ others: [Provider]) -> Text {
    let shared =
      others.isEmpty
      ? Text(same: "")
      : Text(
        " The same hosts also serve \(others.map(\.name.english).joined(separator: ", ")).",
        "这些主机也为\(Chinese.inside(others.map(\.name.simplifiedChinese).joined(separator: "、")))服务。")
    return Text(
      "The mail of \(domain) goes to \(host), so it is probably at \(provider.name.english) (MX record; likely, not certain).\(shared.english)",
      Chinese.sentence(
        "\(domain) 的邮件送往 \(host)，所以很可能在\(Chinese.inside(provider.name.simplifiedChinese))（依据 MX 记录；可能，但不确定）。\(shared.simplifiedChinese)"
      ))
  }

  package static func platform(_ domain: HostName, _ host: HostName, _ providers: [Provider]) -> Text {
    Text(
      "The mail of \(domain) goes to \(host), a platform that several providers share: \(providers.map(\.name.english).joined(separator: ", ")).",
      "\(domain) 的邮件送往 \(host)，这是几家服务商共用的平台：\(providers.map(\.name.simplifiedChinese).joined(separator: "、"))。")
  }

  package static func front(_ domain: HostName, _ host: HostName, _ name: String, forwards: Bool) -> Text {
    let name = Visible(name, limit: 80)
    return forwards
      ? Text(
        "The mail of \(domain) is forwarded by \(name) (\(host)) to a mailbox elsewhere. Set up that mailbox instead.",
        "\(domain) 的邮件由 \(name)（\(host)）转发到别处的邮箱。请改为设置那个邮箱。")
      : Text(
        "The mail of \(domain) passes the filter of \(name) (\(host)); where the mailbox is, only your administrator knows.",
        "\(domain) 的邮件先经过 \(name)（\(host)）过滤；邮箱在哪里，只有管理员知道。")
  }

  package static func srv(_ domain: HostName, _ imap: Endpoint, _ smtp: Endpoint) -> Text {
    Text(
      "\(domain) itself names its servers: \(imap) and \(smtp) (SRV records; the domain's own word, as far as the DNS can be trusted).",
      "\(domain) 自己公布了服务器：\(imap) 和 \(smtp)（SRV 记录；在 DNS 可信的前提下，这是该域名自己的说法）。")
  }

  package static func nothing(_ domain: HostName, isIncomplete: Bool) -> Text {
    isIncomplete
      ? Text("The DNS did not answer about \(domain). Are you connected to the network?", "DNS 没有回答关于 \(domain) 的查询。网络连上了吗？")
      : Text(
        "\(domain) is not in the catalog, and its DNS names no mail servers this program knows.", "目录里没有 \(domain)，它的 DNS 也没有指向本程序认识的邮件服务器。"
      )
  }

  package static func agree(_ hosts: [HostName]) -> Text {
    let list = hosts.map(\.description).joined(separator: ", ")
    return Text("May the secret go to \(list)? y/n", "可以把密码发送到 \(list) 吗？y/n")
  }
}
