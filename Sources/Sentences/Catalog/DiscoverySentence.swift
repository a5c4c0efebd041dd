// How the servers of an address were found, and how certain that is.

import Catalog
import Discovery
import Vocabulary

package enum DiscoverySentence {
  package static let asking = Text(
    "Not in the built-in list. Looking up the domain's mail servers in DNS…", "内置列表里没有这个域名，正在通过 DNS 查找它的邮件服务器…")

  /// Returns how the servers were found.
  package static func text(_ result: DiscoveryResult) -> Text {
    let domain = result.address.domain
    return switch result.source {
    case .mx(let host, let provider, let sharing): mx(domain, host, provider, sharing)
    case .platform(let host, let providers): platform(domain, host, providers)
    case .front(let host, let name, let forwards): front(domain, host, name, forwards: forwards)
    case .srv(let imap, let smtp): srv(domain, imap, smtp)
    case .nothing(let isIncomplete): nothing(domain, isIncomplete: isIncomplete)
    }
  }

  package static func mx(_ domain: HostName, _ host: HostName, _ provider: Provider, _ others: [Provider]) -> Text {
    let shared =
      others.isEmpty
      ? Text(same: "")
      : Text(
        " \(others.map(\.name.english).joined(separator: ", ")) \(others.count == 1 ? "uses" : "use") the same servers.",
        "\(Chinese.inside(others.map(\.name.simplifiedChinese).joined(separator: "、")))用的也是这些服务器。")
    return Text(
      "\(domain) gets its mail at \(host), so it is probably hosted by \(provider.name.english) (according to its MX record).\(shared.english)",
      Chinese.sentence(
        "从 MX 记录看，\(domain) 的邮件由 \(host) 接收，用的很可能是\(Chinese.inside(provider.name.simplifiedChinese))，但不能完全确定。\(shared.simplifiedChinese)"
      ))
  }

  package static func platform(_ domain: HostName, _ host: HostName, _ providers: [Provider]) -> Text {
    Text(
      "\(domain) gets its mail at \(host), a platform used by several providers: \(providers.map(\.name.english).joined(separator: ", ")).",
      "\(domain) 的邮件由 \(host) 接收，这个平台有几家服务商在用：\(providers.map(\.name.simplifiedChinese).joined(separator: "、"))。")
  }

  package static func front(_ domain: HostName, _ host: HostName, _ name: String, forwards: Bool) -> Text {
    let name = Visible(name, limit: 80)
    return forwards
      ? Text(
        "\(name) (\(host)) forwards the mail for \(domain) to another mailbox. Set up that mailbox instead.",
        "\(name)（\(host)）会把 \(domain) 的邮件转发到另一个邮箱。请改为设置那个邮箱。")
      : Text(
        "Mail for \(domain) goes through the filter of \(name) (\(host)). Ask your administrator where the mailbox is.",
        "\(domain) 的邮件先经过 \(name)（\(host)）过滤。邮箱在哪里，请问管理员。")
  }

  package static func srv(_ domain: HostName, _ imap: Endpoint, _ smtp: Endpoint) -> Text {
    Text(
      "\(domain) publishes its own servers: \(imap) and \(smtp) (SRV records, as trustworthy as DNS itself).",
      "\(domain) 公布了自己的服务器：\(imap) 和 \(smtp)（来自 SRV 记录，可信程度取决于 DNS）。")
  }

  package static func nothing(_ domain: HostName, isIncomplete: Bool) -> Text {
    isIncomplete
      ? Text("DNS did not answer for \(domain). Are you online?", "查不到 \(domain)：DNS 没有响应。网络连上了吗？")
      : Text(
        "\(domain) is not in the built-in list, and its DNS does not show who hosts its mail.", "内置列表里没有 \(domain)，从 DNS 也看不出它用的是哪家邮箱。"
      )
  }

  package static func agree(_ hosts: [HostName]) -> Text {
    let list = hosts.map(\.description).joined(separator: ", ")
    return Text("Send your password to \(list)? [y/N]", "要把密码发送给 \(list) 吗？[y/N]")
  }
}
