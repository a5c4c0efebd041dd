// How the servers of an address were found, and how certain that is.

import Catalog
import Discovery
import Vocabulary

package enum DiscoverySentence {
  /// Before the server of a customer is looked up: the provider gives each customer one.
  package static let findingServer = Text("Looking up your server in DNS…", "正在 DNS 中查找你的服务器…")

  package static func asking(_ domain: HostName) -> Text {
    Text(
      "Not in the built-in list. Looking up the domain's mail servers: in DNS, and in the settings that \(domain) may publish…",
      "内置列表里没有这个域名，正在查找它的邮件服务器：查询 DNS，以及 \(domain) 可能公布的设置…")
  }

  /// Returns how the servers were found, or why there are none.
  package static func text(_ result: DiscoveryResult) -> Text {
    let domain = result.address.domain
    return switch result.source {
    case .mx(let host, let provider, let sharing): mx(domain, host, provider, sharing) + contradiction(result)
    case .platform(let host, let providers): platform(domain, host, providers)
    case .divided(let hosts, let providers): divided(domain, hosts, providers)
    case .front(let host, let name, let forwards):
      front(domain, host, name, forwards: forwards) + behind(result)
    case .published(let servers):
      Text.sentences(
        [published(servers, domain, isWhole: result.isOfProvider)] + [result.shortcoming].compactMap { $0.map { nothing(domain, $0) } }
          + (result.near.isEmpty ? [] : [near(result.near)])) + owner(result)
    case .certificate(let host, let provider): certificate(host, provider)
    case .nothing(let reason): nothing(domain, reason)
    }
  }

  /// Returns what the domain's own settings name if its mail is elsewhere.
  private static func contradiction(_ result: DiscoveryResult) -> Text {
    guard !result.contradicting.isEmpty else { return Text(same: "") }
    let (domain, hosts) = (result.address.domain, Text.list(names(result.contradicting)))
    return Text(
      " The settings that \(domain) itself publishes name \(hosts.english), which may be left over from its web hosting.",
      "\(domain) 自己公布的设置里写的是 \(hosts.simplifiedChinese)，可能是网站托管商留下的旧设置。")
  }

  /// Returns where the mailboxes behind a filter may be.
  private static func behind(_ result: DiscoveryResult) -> Text {
    guard let alias = result.alias, case .several(let providers) = result.servers, let provider = providers.first else {
      return Text(same: "")
    }
    let name = "autodiscover.\(result.address.domain)"
    return Text(
      " \(name) leads to \(alias), so it may be at \(provider.name.english).",
      Chinese.sentence("\(name) 指向 \(alias)，所以邮箱可能在\(Chinese.inside(provider.name.simplifiedChinese))。"))
  }

  /// Servers that are machines of the user's own network, although the DNS or a document names them.
  package static func near(_ hosts: [HostName]) -> Text {
    let list = Text.list(hosts.map(\.description))
    return Text(
      "\(list.english) \(hosts.count == 1 ? "is" : "are") in your own network, or on this computer.",
      "\(list.simplifiedChinese) 在你自己的网络里，或者就在这台电脑上。")
  }

  private static func names(_ servers: [DiscoveredServer]) -> [String] {
    servers.map { "\($0.endpoint.host)" }.reduce(into: []) { names, name in if !names.contains(name) { names.append(name) } }
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

  private static func divided(_ domain: HostName, _ hosts: [HostName], _ providers: [Provider]) -> Text {
    let list = Text.list(hosts.map(\.description))
    return Text(
      "\(domain) gets its mail at \(list.english), which belong to different providers: \(providers.map(\.name.english).joined(separator: ", ")).",
      "\(domain) 的邮件由 \(list.simplifiedChinese) 接收，它们属于不同的服务商：\(providers.map(\.name.simplifiedChinese).joined(separator: "、"))。")
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

  /// Returns who names which server. Servers of the same source are in one sentence.
  /// `isWhole` is whether a missing server is known all the same.
  private static func published(_ servers: [DiscoveredServer], _ domain: HostName, isWhole: Bool) -> Text {
    let first = servers.filter { $0.origin == servers.first?.origin }
    let others = servers.filter { $0.origin != servers.first?.origin }
    let sentences = [first, others].filter { !$0.isEmpty }.map { named($0, domain) }
    let missing = MailProtocol.allCases.filter { mailProtocol in !isWhole && !servers.contains { $0.mailProtocol == mailProtocol } }
    let tokens = servers.contains(where: \.takesOnlyTokens) ? [browser] : []
    return Text.sentences(sentences + missing.map(unknown) + tokens)
  }

  private static func named(_ servers: [DiscoveredServer], _ domain: HostName) -> Text {
    let list = Text.list(servers.map { "\($0.endpoint)" })
    return switch servers[0].origin {
    case .services:
      Text(
        "\(domain) publishes its own servers: \(list.english) (SRV records, as trustworthy as DNS itself).",
        "\(domain) 公布了自己的服务器：\(list.simplifiedChinese)（来自 SRV 记录，可信程度取决于 DNS）。")
    case .document(let host):
      Text(
        "\(domain) publishes settings for mail clients at \(host): \(list.english).",
        "\(domain) 在 \(host) 公布了邮件客户端的设置：\(list.simplifiedChinese)。")
    case .foreignDocument(let host):
      Text(
        "\(host), which does not belong to \(domain), names these servers: \(list.english).",
        "\(host)（不属于 \(domain)）给出的服务器是：\(list.simplifiedChinese)。")
    case .publicList:
      Text(
        "Thunderbird's public list names these servers for \(domain): \(list.english).",
        "Thunderbird 的公共列表里，\(domain) 的服务器是：\(list.simplifiedChinese)。")
    case .guess:
      Text(
        "Found by trying usual names: \(list.english). No source names \(servers.count == 1 ? "it" : "them"); only the certificate confirms the name.",
        "按常用的名称试出了服务器：\(list.simplifiedChinese)。没有任何来源写明这些服务器，只有证书能证实名称。")
    }
  }

  private static func unknown(_ mailProtocol: MailProtocol) -> Text {
    Text("The \(mailProtocol.spoken) server is not known.", "\(mailProtocol.spoken) 服务器还不清楚。")
  }

  private static let browser = Text(
    "According to these settings, you can only sign in with a browser (OAuth).", "按这些设置，只能用浏览器授权登录（OAuth）。")

  /// Returns whose servers they are, if the catalog has them.
  private static func owner(_ result: DiscoveryResult) -> Text {
    guard case .provider(let provider) = result.servers else { return Text(same: "") }
    let (name, chinese) = (provider.name.english, Chinese.inside(provider.name.simplifiedChinese))
    guard result.published.count < MailProtocol.allCases.count else {
      return Text(" These are servers of \(name).", Chinese.sentence("这是\(chinese)的服务器。"))
    }
    return Text(" This is a server of \(name), whose other server is used too.", Chinese.sentence("这是\(chinese)的服务器，另一台也用这家的。"))
  }

  private static func certificate(_ host: HostName, _ provider: Provider) -> Text {
    Text(
      "\(host) shows a certificate of \(provider.name.english), so the mail is probably hosted there.",
      Chinese.sentence("\(host) 出示的是\(Chinese.inside(provider.name.simplifiedChinese))的证书，邮箱很可能在那里。"))
  }

  package static func nothing(_ domain: HostName, _ reason: DiscoveryResult.Nothing) -> Text {
    switch reason {
    case .noSuchDomain(nil): return noSuchDomain(domain)
    case .noSuchDomain(let unknown?):
      return noSuchDomain(domain)
        + Text(
          " But the name server of this network does not know \(unknown) either: a sign-in page, a VPN or a filter may be in the way.",
          "不过这个网络的域名服务器也查不到 \(unknown)：可能还没有通过网页登录网络，或者被 VPN、过滤器挡住了。")
    case .noMail(isDeclared: false):
      return Text(
        "\(domain) exists, but receives no mail (it has no MX record).", "\(domain) 这个域名存在，但不接收邮件（没有 MX 记录）。")
    case .noMail(isDeclared: true):
      return Text("\(domain) receives no mail, as its DNS states (null MX).", "\(domain) 不接收邮件：它的 DNS 里有明确声明（空 MX）。")
    case .notOffered(let protocols):
      let list = Text.list(protocols.map(\.spoken))
      return Text(
        "\(domain) is not in the built-in list, and its DNS says that it does not offer \(list.english) to mail clients.",
        "内置列表里没有 \(domain)，它的 DNS 声明不向邮件客户端提供 \(list.simplifiedChinese)。")
    case .onlyPOP3:
      return Text(
        "The settings that \(domain) publishes are for POP3 only. setup needs IMAP.", "\(domain) 公布的设置里只有 POP3，本程序需要 IMAP。")
    case .onlyClear:
      return Text(
        "The settings that \(domain) publishes use connections without encryption. setup does not use them.",
        "\(domain) 公布的设置使用不加密的连接，本程序不使用这样的连接。")
    case .silence:
      return Text(
        "\(domain) is not in the built-in list, and neither its DNS nor its website shows who hosts its mail.",
        "内置列表里没有 \(domain)，从 DNS 和它的网站也看不出它用的是哪家邮箱。")
    case .unanswered: return Text("DNS did not answer for \(domain). Are you online?", "查不到 \(domain)：DNS 没有响应。网络连上了吗？")
    }
  }

  private static func noSuchDomain(_ domain: HostName) -> Text { Text("There is no domain \(domain).", "没有 \(domain) 这个域名。") }

  /// Returns why the user should check the hosts of `result`, as the end of a sentence about them.
  package static func doubt(_ result: DiscoveryResult) -> Text {
    let doubtful = result.published.filter { result.doubtfulHosts.contains($0.endpoint.host) }
    if doubtful.contains(where: { $0.origin == .guess }) {
      return Text(", found only by trying usual names.", "，这些服务器只是按常用的名称试出来的。")
    }
    if doubtful.contains(where: { $0.origin == .publicList }) {
      return Text(", known only from Thunderbird's public list.", "，这些服务器只是 Thunderbird 的公共列表里写的。")
    }
    if !result.near.isEmpty { return Text(", in your own network.", "，其中有些在你自己的网络里。") }
    let isDocument = doubtful.contains { server in
      switch server.origin {
      case .document, .foreignDocument: true
      case .services, .publicList, .guess: false
      }
    }
    return isDocument
      ? Text(", which are not part of \(result.address.domain).", "，这些服务器不属于 \(result.address.domain)。")
      : Text(", known only from DNS.", "，这些服务器只是根据 DNS 推断的。")
  }

  // Asking further.

  package static let next = Text("What next?", "接下来做什么？")
  package static let brands = Text("Which of these hosts your company's mail?", "你的公司用的是哪家邮箱？")
  package static let chooseBrand = Text("Choose your company's mail provider from a list", "从列表里选择公司邮箱的服务商")
  package static let byHand = Text("Enter the servers by hand", "手动填写服务器")
  package static let knowsNothing = Text("Nothing is known there either.", "那里也查不到。")
  package static let useFound = Text("Use the servers that were found", "使用找到的服务器")

  /// Returns the offer to ask `outsider` about `domain`, as an item of a menu.
  package static func offer(_ outsider: DiscoveryResult.Outsider, _ domain: HostName) -> Text {
    switch outsider {
    case .exchanger(let mx, let host):
      Text("Ask \(host): \(mx) receives the mail for \(domain)", "询问 \(host)：\(domain) 的邮件由 \(mx) 接收")
    case .redirect(let address):
      Text("Ask \(address.spoken), where \(domain) sends mail clients", "询问 \(address.spoken)：\(domain) 让邮件客户端到那里去")
    case .publicList:
      Text(
        "Ask Thunderbird's public list (it sees only the domain)",
        "查询 Thunderbird 的公共列表（对方只会知道域名）")
    }
  }

  /// Returns what a call without a terminal can add to have others asked. `nil` if there is nobody to ask.
  package static func options(_ outsiders: [DiscoveryResult.Outsider]) -> Text? {
    let hosts = outsiders.compactMap { outsider -> String? in
      switch outsider {
      case .exchanger(_, let host): host.text
      case .redirect(let address): address.spoken
      case .publicList: nil
      }
    }
    var sentences: [Text] = []
    if !hosts.isEmpty {
      let list = Text.list(hosts)
      sentences.append(Text("With --yes setup also asks \(list.english).", "加 --yes 会再询问 \(list.simplifiedChinese)。"))
    }
    if outsiders.contains(.publicList) {
      sentences.append(
        Text(
          "With --ispdb setup also asks Thunderbird's public list, which learns the domain.", "加 --ispdb 会再查询 Thunderbird 的公共列表，对方会知道域名。"))
    }
    return sentences.isEmpty ? nil : Text.sentences(sentences)
  }

  package static func trying(_ host: HostName) -> Text {
    Text("Trying the usual ports of \(host)…", "正在试 \(host) 的常用端口…")
  }

  package static func answers(_ endpoint: Endpoint) -> Text {
    let security = Labels.security(endpoint.security)
    return Text("\(endpoint) answers (\(security.english)).", "\(endpoint) 有响应（\(security.simplifiedChinese)）。")
  }

  package static func answersNot(_ host: HostName, _ endpoint: Endpoint) -> Text {
    Text(
      "\(host) does not answer at its usual ports. Using \(endpoint).", "\(host) 的常用端口都没有响应，暂用 \(endpoint)。")
  }

  package static func agree(_ hosts: [HostName]) -> Text {
    let list = hosts.map { UnicodeDomain(decoding: $0).flatMap { $0.mixesScripts ? nil : $0.spoken } ?? $0.description }.joined(
      separator: ", ")
    return Text("Send your password to \(list)?", "要把密码发送给 \(list) 吗？")
  }
}
