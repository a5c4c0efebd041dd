// What is wrong with a catalog, said to its author.

import Account
import Vocabulary

package enum CatalogSentence {
  package static func text(_ reason: CatalogFault.Reason) -> Text {
    switch reason {
    case .tooBig: Text("is larger than \(Catalog.limit / 1_048_576) MiB", "超过了 \(Catalog.limit / 1_048_576) MiB")
    case .tooManyFaults: Text("has too many faults to list", "错误太多，没有全部列出")
    case .notJSON(let detail): Text("is not JSON: \(safe(detail))", "不是 JSON：\(safe(detail))")
    case .unsupportedSchema: Text("has to be 1, the only format this program reads", "必须是 1，本程序只认识这种格式")
    case .byteOrderMark: Text("begins with a byte order mark; write plain UTF-8", "以字节顺序标记开头，请用不带 BOM 的 UTF-8")
    case .notUTF8: Text("is not UTF-8", "不是 UTF-8 编码")
    case .trailingComma: Text("has a comma after its last item", "最后一项后面多了逗号")
    case .duplicateKey: Text("stands twice", "出现了两次")
    case .missing: Text("is missing", "缺失")
    case .wrongType(let expected): Text("has the wrong type; expected: \(expected)", "类型不对，应为 \(expected)")
    case .unknownKey: Text("is not a key of the format", "不是格式里的键")
    case .unknownValue(let value, let allowed):
      Text("is \(safe(value)), not one of \(allowed.joined(separator: ", "))", "是 \(safe(value))，应为 \(allowed.joined(separator: "、")) 之一")
    case .empty: Text("is empty", "是空的")
    case .missingLanguage(let language): Text("has no text in \(language)", "缺少 \(language) 文本")
    case .forbiddenCharacter: Text("holds a control or format character", "含有控制字符或格式字符")
    case .notAnID: Text("has to be lower-case letters, digits and single hyphens", "只能用小写字母、数字和单个连字符")
    case .notADomain: Text("is not a domain in lower-case ASCII with at least two labels", "不是由小写 ASCII 写成、至少两段的域名")
    case .notAnEndpoint: Text("is not tls://HOST:PORT or starttls://HOST:PORT", "不是 tls://主机:端口 或 starttls://主机:端口")
    case .unusualPort: Text("has a port that is not used with this security", "端口与加密方式不相配")
    case .notAWebAddress: Text("is not a plain https address", "不是普通的 https 地址")
    case .unknownNote(let name): Text("names the note \(safe(name)), which does not exist", "引用了不存在的说明 \(safe(name))")
    case .unknownFamily(let name): Text("names the family \(safe(name)), which does not exist", "引用了不存在的系列 \(safe(name))")
    case .unknownProvider(let id): Text("names the provider \(safe(id)), which does not exist", "引用了不存在的服务商 \(safe(id))")
    case .unknownPlaceholder(let name): Text("holds \(safe(name)), which stands for nothing here", "含有没有含义的占位符 \(safe(name))")
    case .stepsOutOfOrder:
      Text("are not in the order prepare, administrator, enable, obtain", "顺序不是 prepare、administrator、enable、obtain")
    case .exampleDoesNotFit: Text("does not have the shape the format describes", "与格式描述不符")
    case .duplicateID: Text("is the id of another entry", "与另一条目的 id 相同")
    case .duplicateName(let word, let owner): Text("\(safe(word)) belongs to \(safe(owner)) already", "\(safe(word)) 已属于 \(safe(owner))")
    case .duplicateDomain(let domain, let owner):
      Text("\(safe(domain)) belongs to \(safe(owner)) already", "\(safe(domain)) 已属于 \(safe(owner))")
    case .notAnAddress: Text("is not a mail address", "不是邮箱地址")
    case .notAHost: Text("is not a host name", "不是主机名")
    case .notAPort: Text("is not a port, 1 to 65535", "不是端口（1 到 65535）")
    case .notAnAccountName: Text("is no name for an account", "不能作为账户名称")
    case .tooMany(let limit): Text("has more than \(limit) entries", "超过了 \(limit) 条")
    }
  }

  package static func leftOut(_ fault: CatalogFault, _ file: Visible) -> Text {
    let entry = fault.entry.map { " (\(safe($0)))" } ?? ""
    let reason = text(fault.reason)
    // What stands outside of entries takes none along.
    let end = fault.entry == nil ? Text(".", "。") : Text(". The entry is left out.", "，这一条未采用。")
    return Text(
      "\(file): \(safe(fault.path))\(entry) \(reason.english)\(end.english)",
      "\(file)：\(safe(fault.path))\(entry) \(reason.simplifiedChinese)\(end.simplifiedChinese)")
  }

  package static func from(_ file: Visible) -> Text {
    Text("This entry comes from \(file), not from the bundled catalog.", "这一条来自 \(file)，不是内置目录。")
  }

  /// An entry of a file that stands in the place of a bundled one, for this domain where one is known.
  package static func displaces(_ bundled: Provider, _ domain: HostName?, _ file: Visible) -> Text {
    let place = domain.map { Text(" for \($0)", "的 \($0)") } ?? Text(same: "")
    return Text(
      "\(file) takes the place of \(bundled.name.english)\(place.english) in the bundled catalog: what it says counts.",
      Chinese.sentence("\(file) 取代了内置目录中\(Chinese.inside(bundled.name.simplifiedChinese))\(place.simplifiedChinese)，以该文件为准。"))
  }

  package static func good(_ count: Int, _ file: Visible) -> Text {
    Text("\(file): \(English.count(count, "provider")), nothing wrong.", "\(file)：\(count) 个服务商，没有问题。")
  }

  private static func safe(_ text: String) -> String { Visible(text, limit: 80).text }
}
