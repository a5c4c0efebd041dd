// Servers that are not those of the address they are used for.

import Catalog
import Operations
import Vocabulary

extension ForeignServers {
  /// Says whose servers they are, and whose they are not.
  package var text: Text { owner.map { foreign(to: $0) } ?? outside }

  private func foreign(to owner: Provider) -> Text {
    let (english, chinese) = (owner.name.english, Chinese.inside(owner.name.simplifiedChinese))
    let isOne = hosts.count == 1
    let known = hosts.compactMap { host in host.provider.map { (host.name, $0.name) } }
    let others = known.map { name, provider in " \(name) is a server of \(provider.english)." }.joined()
    let chineseOthers = known.map { name, provider in "\(name) 是\(Chinese.inside(provider.simplifiedChinese))的服务器。" }.joined()
    return Text(
      "\(address) is an address of \(english), but \(names.map(\.description).joined(separator: " and ")) "
        + "\(isOne ? "is not its server" : "are not its servers").\(others) Do not enter a password of \(english) for \(isOne ? "it" : "them").",
      Chinese.sentence(
        "\(address) 是\(chinese)的邮箱地址，但 \(names.map(\.description).joined(separator: "、")) 不是\(chinese)的服务器。"
          + "\(chineseOthers)不要在这里输入\(chinese)的密码。"))
  }

  /// For a domain that no catalog knows, and servers that only a file names.
  private var outside: Text {
    let isOne = hosts.count == 1
    return Text(
      "\(names.map(\.description).joined(separator: " and ")) \(isOne ? "lies" : "lie") outside \(address.domain), and only the file names \(isOne ? "it" : "them").",
      "\(names.map(\.description).joined(separator: "、")) 不属于 \(address.domain)，只有这个文件提到。")
  }
}

extension AccountInput {
  /// What to say of servers that the provider has at other ports than the account's. The account's ports are kept.
  package var otherPorts: [Text] {
    guard let provider, let servers, let address else { return [] }
    let groups = provider.groups(for: address) + provider.groups(for: nil)
    return [(servers.imap, groups.flatMap(\.imap)), (servers.smtp, groups.flatMap(\.smtp))].compactMap { server, known in
      let ports = known.filter { $0.host == server.host }.map(\.port)
      guard !ports.isEmpty, !ports.contains(server.port) else { return nil }
      let list = Text.list(ports.reduce(into: []) { list, port in if !list.contains("\(port)") { list.append("\(port)") } })
      return Text(
        "The built-in list has \(server.host) at port \(list.english). setup keeps \(server.port).",
        "内置列表里 \(server.host) 的端口是 \(list.simplifiedChinese)，这里仍用 \(server.port)。")
    }
  }
}
