// Causes whose sentence depends on what the catalog says about the provider: its passwords, its switches, its user names,
// and who may change them.

import Vocabulary

extension CauseSentence {
  /// A password for mail clients, where nobody knows the provider, or where the account's own password works too.
  static func separatePassword(_ context: ProviderTerms) -> CauseSentence {
    if !context.isKnown {
      return CauseSentence(
        Text(
          "Many providers require a separate password for mail clients, not the one you use on the web.",
          "很多服务商要求为邮件客户端使用单独的密码，而不是网页登录密码。"),
        Text(
          "Look in the account's settings on the web for an app password, create one, and enter it.",
          "在网页的账户设置里找「应用密码」或「授权码」，生成一个再填进来。"))
    }
    return CauseSentence(
      Text(
        "If you have set up a separate password for mail clients, \(context.name.english) accepts only that one.",
        "如果你设置过客户端专用密码，\(Chinese.inside(context.name.simplifiedChinese))只接受那个密码。"),
      Text("Look in the account's security settings on the web.", "请在网页上查看账户的安全设置。"))
  }

  /// `name` is the protocol of `cause`. Where one switch is for both, both are off.
  static func switchedOff(_ name: String, _ cause: Cause, _ context: ProviderTerms) -> CauseSentence {
    // A server that has accepted the login shows that its protocol is on.
    let isOne = context.protocolSwitch == .one && context.shown == .nothing
    let service = isOne ? Text("IMAP and SMTP are", "IMAP/SMTP") : Text("\(name) is", name)
    let it = isOne ? Text("them", "IMAP/SMTP 服务") : Text("it", "\(name) 服务")
    let headline =
      context.isKnown
      ? Text(
        "\(service.english) turned off for this mailbox at \(context.name.english).",
        "你的\(Chinese.inside(context.name.simplifiedChinese))还没有开启 \(service.simplifiedChinese) 服务。")
      : Text("\(service.english) turned off for this mailbox.", "这个邮箱还没有开启 \(service.simplifiedChinese) 服务。")
    if context.administrators.contains(cause) {
      return CauseSentence(
        headline,
        Text(
          "Ask your administrator to turn \(it.english) on: forward the part headed 'For your administrator'.",
          "请管理员开启 \(it.simplifiedChinese)：把「转发给管理员」下面的内容发给管理员。"))
    }
    if context.isKnown, context.protocolSwitch == .none {
      return CauseSentence(
        headline,
        Text(
          "\(context.name.english) is not known to have a setting for this. Ask its support.",
          "\(Chinese.inside(context.name.simplifiedChinese))没有已知的开关，请联系客服。"))
    }
    if !context.isKnown {
      return CauseSentence(
        headline,
        Text(
          "Look for \(name) in the settings on the web, or ask the provider.", "在网页的设置里找 \(name)，或向服务商询问。"))
    }
    return CauseSentence(
      headline,
      Text(
        "Turn \(it.english) on in the webmail, save, and try again.", "在网页邮箱里开启 \(it.simplifiedChinese)，保存后再试。"))
  }

  /// Another form or another user name. What the entry says about the user names is the advice, if it says something.
  static func username(_ context: ProviderTerms) -> CauseSentence {
    let headline =
      switch context.shown {
      case .secretIsRight:
        Text(
          "One server accepted the password and the other did not: it may know you by another username.",
          "一台服务器接受了密码，另一台没有：那里的用户名可能不同。")
      case .nothing, .loginIsRight: Text("The username may not have the form this server expects.", "用户名的格式可能不对。")
      }
    if let note = context.usernameNote { return CauseSentence(headline, note) }
    guard context.hasOneUsernameForm else {
      return CauseSentence(
        headline, Text("Try the full address, or only the part before the @.", "试试完整的邮箱地址，或者只填 @ 前面的部分。"))
    }
    return CauseSentence(headline, Text("Check that it is your own full address.", "请核对它是不是你自己的完整邮箱地址。"))
  }
}
