// Addresses as users type them: what was changed, what is wrong, and what was probably meant.

import Catalog
import Vocabulary

package enum AddressSentence {
  /// Returns the address that was read, and what the typed text has besides it.
  package static func changes(_ typed: TypedAddress) -> Text {
    let parts = typed.changes.map(change)
    return Text(
      "Email address: \(typed.spoken) (\(parts.map(\.english).joined(separator: ", ")))",
      "邮箱地址：\(typed.spoken)（\(parts.map(\.simplifiedChinese).joined(separator: "，"))）")
  }

  private static func change(_ change: TypedAddress.Change) -> Text {
    switch change {
    case .name: Text("name left out", "已去掉名称")
    case .scheme: Text("mailto: left out", "已去掉 mailto:")
    case .label: Text("label left out", "已去掉前面的标签")
    case .blanks: Text("spaces left out", "已去掉空格")
    case .marks: Text("punctuation left out", "已去掉标点符号")
    case .invisible(let count): Text("\(English.count(count, "invisible character")) left out", "已去掉 \(count) 个不可见字符")
    case .fullWidth: Text("full-width characters replaced", "全角字符已换成半角")
    case .composed: Text("letters and accents joined", "字母和附加符号已合并")
    case .domain: Text("domain in ASCII letters", "域名已换成 ASCII 形式")
    }
  }

  /// Asks whether the address is right. A domain with letters outside ASCII is shown in both forms.
  package static func confirm(_ typed: TypedAddress) -> Text {
    typed.needsConsent
      ? Text("Is \(typed.spoken) your address?", "你的邮箱地址是 \(typed.spoken) 吗？") : PromptSentence.corrected(typed.address)
  }

  /// The warning about letters that look like others.
  package static let mixedScripts = Text(
    "This domain mixes letters of different alphabets that look the same. Domains like this are used to steal passwords.",
    "这个域名混用了外形相同但属于不同文字的字母，这种域名常被用来骗取密码。")

  /// A domain in letters outside ASCII, without a question.
  package static func unicode(_ typed: TypedAddress) -> Text {
    let same = Text(
      "The domain of \(typed.spoken) is not written in ASCII letters, and other letters can look the same.",
      "\(typed.spoken) 的域名不是 ASCII 字母，可能有外形相近的其他字母。")
    return typed.domain?.mixesScripts == true ? Text.sentences([same, mixedScripts]) : same
  }

  /// A server in letters outside ASCII, in both forms.
  package static func server(_ name: UnicodeDomain) -> Text {
    let same = Text(
      "The name of the server \(name.spoken) is not written in ASCII letters, and other letters can look the same.",
      "服务器 \(name.spoken) 的名称不是 ASCII 字母，可能有外形相近的其他字母。")
    return name.mixesScripts ? Text.sentences([same, mixedScripts]) : same
  }

  /// Asks whether that is the server.
  package static func confirm(server name: UnicodeDomain) -> Text {
    Text("Is \(name.spoken) your server?", "你的服务器是 \(name.spoken) 吗？")
  }

  /// The domain of an address is nearly one that the built-in list knows.
  package static func similar(_ domain: HostName, to domains: [String]) -> Text {
    let spoken = UnicodeDomain(decoding: domain)?.spoken ?? "\(domain)"
    return Text(
      "\(spoken) is not in the built-in list. Did you mean \(domains.joined(separator: ", "))?",
      "内置列表里没有 \(spoken)。你要找的是 \(domains.joined(separator: "、")) 吗？")
  }

  /// The address does not end in a domain of the chosen provider.
  package static func outside(_ address: MailAddress, of provider: Provider) -> Text {
    let domains = provider.domainsMainFirst.prefix(3).joined(separator: ", ")
    return Text(
      "\(address.domain) is not a domain of \(provider.name.english) (\(domains)) in the built-in list.",
      Chinese.sentence(
        "内置列表里，\(address.domain) 不是\(Chinese.inside(provider.name.simplifiedChinese))的域名（\(domains)）。"))
  }

  /// The choice beside the addresses that a slip could mean.
  package static let again = Text("Type the address again", "重新输入邮箱地址")

  /// The choices when the address and the provider do not fit.
  package static func keep(_ address: MailAddress) -> Text { Text("Keep \(address)", "仍用 \(address)") }
  package static func keep(_ address: MailAddress, at provider: Provider) -> Text {
    Text(
      "Keep \(address) at \(provider.name.english)",
      Chinese.sentence("仍用 \(address) 和\(Chinese.inside(provider.name.simplifiedChinese))"))
  }
  package static let other = Text("Enter another address", "换一个邮箱地址")
  package static func use(_ provider: Provider) -> Text {
    Text("Use \(provider.name.english)", Chinese.sentence("改用\(Chinese.inside(provider.name.simplifiedChinese))"))
  }

  /// Why a text is no address.
  package static func text(_ error: TypedAddress.Error) -> Text {
    switch error {
    case .address(let error): PromptSentence.address(error)
    case .several: Text("Enter one address only.", "请只填写一个邮箱地址。")
    case .domain(let error): domain(error)
    case .unicodeLocalPart:
      Text(
        "This provider's addresses have only ASCII characters before the @. If that is a name, leave it out.",
        "这家服务商的地址在 @ 前面只有英文字母、数字和符号。如果那是姓名，请去掉。")
    }
  }

  private static func domain(_ error: UnicodeDomain.Error) -> Text {
    switch error {
    case .character(let scalar):
      Text(
        "A domain cannot contain the character \(name(scalar)).", "域名里不能有字符 \(name(scalar))。")
    case .label: Text("The domain is not valid. Check its dots and hyphens.", "域名无效，请检查其中的点和连字符。")
    case .mixedDirections:
      Text("The domain mixes letters written from right to left with others.", "域名混用了从右到左书写的文字和其他文字。")
    case .tooLong: Text("The address is too long.", "邮箱地址太长。")
    }
  }

  /// The character, if it can be shown, and its code point.
  static func name(_ scalar: Unicode.Scalar) -> String {
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    let shown = TypedText.isInvisible(scalar) || TypedText.isBlank(scalar) ? "" : Visible(String(scalar)).text
    return shown.isEmpty ? code : "\(shown) (\(code))"
  }
}
