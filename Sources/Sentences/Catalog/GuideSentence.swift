// The sentences of the guide page.

import Catalog
import Vocabulary

package enum GuideSentence {
  /// Returns what to enter as the password, with an explanation: many users have never heard of app passwords.
  package static func needs(_ secret: SecretKind) -> Text? {
    let local = secret.localTerm.map { " (\($0))" } ?? ""
    let english = secret.term.english + local
    let chinese = Chinese.inside(secret.term.simplifiedChinese) + (secret.localTerm.map { "（\($0)）" } ?? "")
    func text(_ english: String, _ chinese: String) -> Text { Text(english, Chinese.sentence(chinese)) }
    switch secret.kind {
    case .appPassword, .authorizationCode, .clientPassword:
      let only = secret.accountPassword == .refused
      return text(
        "Mail clients need a separate password, the \(english)" + (only ? "; the one you use on the web does not work." : "."),
        "邮件客户端要用\(chinese)：专门为客户端生成的密码" + (only ? "，不是网页登录密码。" : "。"))
    case .bridgePassword:
      return text("Mail clients need the \(english) shown by the provider's bridge app.", "邮件客户端要填桥接程序显示的\(chinese)。")
    case .accountPassword: return text("Mail clients use your \(english).", "邮件客户端直接用你的\(chinese)。")
    case .mailboxPassword: return text("Mail clients use the \(english) of this mailbox.", "邮件客户端用这个邮箱的\(chinese)。")
    case .oauth, .none: return nil
    }
  }

  /// After the sentence above, before the steps.
  package static let inBrowser = Text("Do this in your browser:", "请在浏览器里操作：")
  package static let onPhone = Text("Do this on your phone:", "请在手机上操作：")

  /// "It has 16 characters, for example …". Separators that belong to the secret are counted separately. A length that no source
  /// confirms is said as usual: what the user does is the same.
  package static func looks(_ secret: SecretKind, _ format: SecretFormat) -> Text {
    let has = format.isLengthConfirmed ? Text("has", "共") : Text("usually has", "一般是")
    let whole = secret.enteredLength ?? format.length
    let hyphens = format.separator == "-" ? Text("hyphens", "连字符") : Text("separators", "分隔符")
    let kept =
      whole == format.length
      ? Text(same: "")
      : Text(
        " (\(whole) with the \(hyphens.english), which you must enter too)",
        "（连同\(hyphens.simplifiedChinese) \(whole) 位，\(hyphens.simplifiedChinese)也要输入）")
    return Text(
      "It \(has.english) \(format.length) characters\(kept.english), for example \(format.example).",
      "\(has.simplifiedChinese) \(format.length) 位\(kept.simplifiedChinese)，形如 \(format.example)。")
  }

  /// Behind a step of which no source confirms the label or the place.
  package static func doubt(_ step: Step) -> Text {
    step.menu.isEmpty && step.url == nil
      ? Text(" This step is unconfirmed.", "这一步尚未证实。") : Text(" The page may look different.", "页面可能有所不同。")
  }

  package static let shownOnce = Text("It is shown only once: copy it before you close the page.", "它只显示一次，请在关闭页面前复制。")

  package static func userName(_ forms: [UsernameForms.Form], _ address: MailAddress?) -> Text {
    let described = forms.first.map { form($0, address) } ?? Text(same: "")
    guard forms.count > 1 else { return described }
    let other = form(forms[1], address)
    return Text(
      "\(described.english) (or, if rejected, \(other.english))", "\(described.simplifiedChinese)（被拒绝时改填：\(other.simplifiedChinese)）")
  }

  private static func form(_ form: UsernameForms.Form, _ address: MailAddress?) -> Text {
    if let address, let name = UsernameForms.name(form, of: address) { return Text(same: name) }
    switch form {
    case .address: return Text("your full email address", "完整的邮箱地址")
    case .localPart: return Text("the part before the @", "@ 前面的部分")
    case .other: return Text("the username your provider gave you", "服务商给你的用户名")
    }
  }

  package static func checked(_ provider: Provider) -> Text {
    Text("Last checked: \(provider.checked)", "资料核对日期：\(provider.checked)")
  }

  /// The servers are in doubt. A provider can be without a help page.
  package static func serversNotConfirmed(hasHelp: Bool) -> Text {
    hasHelp
      ? Text("These servers are unconfirmed. If they do not work, see the official help.", "这些服务器尚未证实。如果无法使用，请查看官方帮助。")
      : Text("These servers are unconfirmed.", "这些服务器尚未证实。")
  }

  /// The servers below are only for these addresses.
  package static func only(for domains: [String]) -> Text {
    Text(
      "For addresses at \(domains.joined(separator: ", ")):", "\(domains.map { "@\($0)" }.joined(separator: "、")) 的地址：")
  }

  package static func status(_ status: Provider.Status) -> Text {
    switch status {
    case .active: Text("In service.", "服务正常。")
    case .oauthOnly: Text("Mail clients cannot sign in with a password here any more.", "邮件客户端已经不能用密码登录。")
    case .bridge: Text("This provider needs its bridge app running on this computer.", "这家服务商需要在本机运行桥接程序（Bridge）。")
    case .noIMAP: Text("This provider does not offer IMAP.", "这家服务商不提供 IMAP。")
    case .closing: Text("This service is shutting down.", "这项服务即将停止。")
    case .closed: Text("This service has shut down.", "这项服务已经停止。")
    }
  }

  /// The status in a few words, for a list that has to show it in every width.
  package static func mark(_ status: Provider.Status) -> Text {
    switch status {
    case .active, .oauthOnly: Text("no password sign-in", "不能用密码登录")
    case .bridge: Text("needs its bridge app", "需要桥接程序")
    case .noIMAP: Text("no IMAP", "没有 IMAP")
    case .closing: Text("shutting down", "即将停止")
    case .closed: Text("shut down", "已经停止")
    }
  }
  /// The same for a narrow window.
  package static func shortMark(_ status: Provider.Status) -> Text {
    switch status {
    case .active, .oauthOnly: Text("no password", "不用密码")
    case .bridge: Text("needs app", "需桥接")
    case .noIMAP: Text("no IMAP", "无 IMAP")
    case .closing: Text("closing", "将停止")
    case .closed: Text("closed", "已停止")
    }
  }
}
