// Sentences that tell the author of a provider file what is wrong with it.

import Catalog
import Documents
import Vocabulary

package enum CatalogSentence {
  package static func text(_ reason: DocumentIssue.Reason) -> Text {
    switch reason {
    case .tooBig: Text("is larger than \(Catalog.limit / 1_048_576) MiB", "超过了 \(Catalog.limit / 1_048_576) MiB")
    case .tooManyFaults: Text("has too many faults to list", "错误太多，没有全部列出")
    case .notJSON(let detail): Text("is not JSON: \(safe(detail))", "不是 JSON：\(safe(detail))")
    case .unsupportedSchema: Text("must be 1, the only version that setup reads", "必须是 1，本程序只支持这个版本")
    case .byteOrderMark: Text("starts with a byte order mark; save it as plain UTF-8", "开头有 BOM，请另存为不带 BOM 的 UTF-8")
    case .notUTF8: Text("is not UTF-8", "不是 UTF-8 编码")
    case .trailingComma: Text("has a comma after its last item", "最后一项后面多了逗号")
    case .duplicateKey: Text("appears twice", "重复出现")
    case .missing: Text("is missing", "缺少这一项")
    case .wrongType(let expected): Text("has the wrong type; expected: \(expected)", "类型不对，应为 \(expected)")
    case .unknownKey: Text("is not a known key", "不是支持的键")
    case .unknownValue(let value, let allowed):
      Text("is \(safe(value)); use one of \(allowed.joined(separator: ", "))", "的值 \(safe(value)) 无效，可用：\(allowed.joined(separator: "、"))")
    case .empty: Text("is empty", "是空的")
    case .missingLanguage(let language): Text("has no \(language) text", "缺少 \(language) 文本")
    case .forbiddenCharacter: Text("contains a control or formatting character", "含有控制字符或不可见的格式字符")
    case .notAnID: Text("must be lowercase letters, digits and single hyphens", "只能包含小写字母、数字和单个连字符")
    case .notADomain: Text("is not a lowercase ASCII domain with at least two labels", "不是有效的域名（小写 ASCII，至少两段）")
    case .notAnEndpoint: Text("is not tls://HOST:PORT or starttls://HOST:PORT", "应写成 tls://服务器:端口 或 starttls://服务器:端口")
    case .hostNotAllowed(let host):
      Text(
        "has a server name that is not allowed here: \(safe(host)). Use a full name in lower case without a final dot; 127.0.0.1 only with \"status\": \"bridge\"",
        "的服务器 \(safe(host)) 在这里不能用：应为小写的完整服务器名（末尾没有点）；只有 \"status\" 为 \"bridge\" 时才能用 127.0.0.1")
    case .notADay: Text("is not a date as YYYY-MM-DD", "不是 YYYY-MM-DD 形式的日期")
    case .contradictoryRule(let match):
      Text("names other causes for \(safe(match)) than an earlier rule", "给 \(safe(match)) 列出的原因与前面的规则不同")
    case .wideRule(let match):
      Text("is too general: \(safe(match)) also appears in replies with other causes", "太宽泛：\(safe(match)) 也会出现在其他原因的回复里")
    case .takesOver(let name, let owner):
      Text(
        "replaces the servers of \(safe(owner)) in the built-in list, for \(safe(name))",
        "会取代内置列表中 \(safe(owner)) 的服务器（\(safe(name))）")
    case .doubtfulCondition:
      Text(
        "is marked as unconfirmed, but only applies under a condition; leave the mark out",
        "标为尚未证实，但这句话本来就有条件，请去掉这个标记")
    case .unusualPort: Text("uses a port that does not go with this encryption", "的端口与加密方式不符")
    case .notAWebAddress: Text("is not a plain https:// address", "不是普通的 https:// 网址")
    case .unknownNote(let name): Text("refers to note \(safe(name)), which does not exist", "引用了不存在的说明 \(safe(name))")
    case .unknownFamily(let name): Text("refers to family \(safe(name)), which does not exist", "引用了不存在的系列 \(safe(name))")
    case .unknownProvider(let id): Text("refers to provider \(safe(id)), which does not exist", "引用了不存在的服务商 \(safe(id))")
    case .unknownPlaceholder(let name): Text("contains the unknown placeholder \(safe(name))", "含有未知的占位符 \(safe(name))")
    case .stepsOutOfOrder:
      Text("must be in the order prepare, administrator, enable, obtain", "的顺序应为 prepare、administrator、enable、obtain")
    case .exampleDoesNotFit: Text("does not match the format", "与 format 的描述不符")
    case .duplicateID: Text("is already the id of another entry", "与另一条目的 id 重复")
    case .duplicateName(let word, let owner): Text("\(safe(word)) is already used by \(safe(owner))", "\(safe(word)) 已被 \(safe(owner)) 使用")
    case .duplicateDomain(let domain, let owner):
      Text("\(safe(domain)) is already used by \(safe(owner))", "\(safe(domain)) 已被 \(safe(owner)) 使用")
    case .notAnAddress: Text("is not an email address", "不是邮箱地址")
    case .notAHost: Text("is not a server name", "不是服务器名")
    case .notAPort: Text("is not a port (1 to 65535)", "不是端口（1 到 65535）")
    case .notAnAccountName: Text("is not a valid account name", "不是有效的账户名称")
    case .tooMany(let limit): Text("has more than \(limit) entries", "超过了 \(limit) 条")
    }
  }

  /// The file cannot be used, because of a fault of its own or of one of its entries.
  package static func unusable(_ fault: DocumentIssue, _ file: Visible) -> Text {
    let entry = fault.entry.map { " (\(safe($0)))" } ?? ""
    let place = fault.path.isEmpty ? Text(" ", " ") : Text(": \(safe(fault.path))\(entry) ", "：\(safe(fault.path))\(entry) ")
    let reason = text(fault.reason)
    return Text("\(file)\(place.english)\(reason.english).", "\(file)\(place.simplifiedChinese)\(reason.simplifiedChinese)。")
  }

  package static func leftOut(_ fault: DocumentIssue, _ file: Visible) -> Text {
    let entry = fault.entry.map { " (\(safe($0)))" } ?? ""
    let reason = text(fault.reason)
    // An issue outside of all entries does not cause an entry to be skipped.
    let end = fault.entry == nil ? Text(".", "。") : Text(". Entry skipped.", "，已跳过这一条。")
    return Text(
      "\(file): \(safe(fault.path))\(entry) \(reason.english)\(end.english)",
      "\(file)：\(safe(fault.path))\(entry) \(reason.simplifiedChinese)\(end.simplifiedChinese)")
  }

  package static func from(_ file: Visible) -> Text {
    Text("This entry comes from \(file), not from the built-in list.", "这一条来自 \(file)，不是内置列表。")
  }

  /// An entry of the file replaces a bundled entry, for this domain if one is known.
  package static func displaces(_ bundled: Provider, _ domain: HostName?, _ file: Visible) -> Text {
    let place = domain.map { Text(" for \($0)", "的 \($0)") } ?? Text(same: "")
    return Text(
      "\(file) replaces \(bundled.name.english)\(place.english) from the built-in list.",
      Chinese.sentence("\(file) 取代了内置列表中的\(Chinese.inside(bundled.name.simplifiedChinese))\(place.simplifiedChinese)，以该文件为准。"))
  }

  package static func good(_ count: Int, _ file: Visible) -> Text {
    Text("\(file): \(English.count(count, "provider")), no problems found.", "\(file)：\(count) 个服务商，没有发现问题。")
  }

  private static func safe(_ text: String) -> String { Visible(text, limit: 80).text }
}
