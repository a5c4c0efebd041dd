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
