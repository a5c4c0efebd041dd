// The sentences of the guide page.

import Account
import Vocabulary

package enum GuideSentence {
  /// What goes into the password field, and what it is: many have never heard of it.
  package static func needs(_ secret: SecretKind) -> Text? {
    let local = secret.localTerm.map { " (\($0))" } ?? ""
    let english = secret.term.english + local
    let chinese = Chinese.inside(secret.term.simplifiedChinese) + (secret.localTerm.map { "（\($0)）" } ?? "")
    func text(_ english: String, _ chinese: String) -> Text { Text(english, Chinese.sentence(chinese)) }
    switch secret.kind {
    case .appPassword, .authorizationCode, .clientPassword:
      let only = secret.accountPassword == .refused
      return text(
        "Mail programs need the \(english): a separate password made for them" + (only ? ", not the one you use on the web." : "."),
        "邮件客户端要用\(chinese)：专门为客户端生成的密码" + (only ? "，不是网页登录密码。" : "。"))
    case .bridgePassword:
      return text("Mail programs need the \(english) that the provider's bridge program shows.", "邮件客户端要用桥接程序显示的\(chinese)。")
    case .accountPassword: return text("Mail programs use your \(english).", "邮件客户端使用你的\(chinese)。")
    case .mailboxPassword: return text("Mail programs use the \(english) of this mailbox.", "邮件客户端使用这个邮箱的\(chinese)。")
    case .oauth, .none: return nil
    }
  }

  /// "It has 16 characters, for example …"; where separators belong to it they are counted apart.
  package static func looks(_ secret: SecretKind, _ format: SecretFormat) -> Text {
    let unsure = format.isConfirmed ? Text(same: "") : Text(" (\(Words.notConfirmed.english))", "（\(Words.notConfirmed.simplifiedChinese)）")
    let whole = secret.enteredLength ?? format.length
    let kept =
      whole == format.length
      ? Text(same: "")
      : Text(" (\(whole) with the separators, which belong to it)", "（连同分隔符 \(whole) 位，分隔符也要输入）")
    return Text(
      "It has \(format.length) characters\(kept.english), for example \(format.example)\(unsure.english).",
      "共 \(format.length) 位\(kept.simplifiedChinese)，形如 \(format.example)\(unsure.simplifiedChinese)。")
  }

  package static let shownOnce = Text("It is shown only once: copy it before you close the page.", "它只显示一次，关闭页面前先复制。")

  package static func userName(_ forms: [UsernameForms.Form], _ address: MailAddress?) -> Text {
    let described = forms.first.map { form($0, address) } ?? Text(same: "")
    guard forms.count > 1 else { return described }
    let other = form(forms[1], address)
    return Text("\(described.english) (if refused: \(other.english))", "\(described.simplifiedChinese)（若被拒绝：\(other.simplifiedChinese)）")
  }

  private static func form(_ form: UsernameForms.Form, _ address: MailAddress?) -> Text {
    if let address, let name = UsernameForms.name(form, of: address) { return Text(same: name) }
    switch form {
    case .address: return Text("your complete mail address", "完整的邮箱地址")
    case .localPart: return Text("the part of your address before the @", "邮箱地址 @ 前面的部分")
    case .other: return Text("the identifier the provider gave you", "服务商给你的账号")
    }
  }

  package static func checked(_ provider: Provider) -> Text {
    Text("Compared with its sources on \(provider.checked).", "最近一次与资料核对：\(provider.checked)。")
  }

  package static let serversNotConfirmed = Text(
    "These servers are not confirmed. If they do not answer, look at the official help.", "这些服务器未经证实。如果没有响应，请查看官方帮助。")

  package static func status(_ status: Provider.Status) -> Text {
    switch status {
    case .active: Text("In service.", "正常服务。")
    case .oauthOnly: Text("No password works here any more.", "这里已不接受任何密码。")
    case .bridge: Text("This provider needs a bridge program on this computer.", "这家服务商需要在本机运行桥接程序。")
    case .noIMAP: Text("This provider has no IMAP.", "这家服务商不提供 IMAP。")
    case .closing: Text("This service is closing.", "这项服务即将关闭。")
    case .closed: Text("This service is closed.", "这项服务已关闭。")
    }
  }
}
