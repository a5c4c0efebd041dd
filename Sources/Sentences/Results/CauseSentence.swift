// For each cause: what it is, and what to do about it.

import Vocabulary

package struct CauseSentence: Sendable {
  package let headline: Text
  package let advice: Text
  /// The command that the advice tells the user to run, if any.
  package internal(set) var command: String?

  init(_ headline: Text, _ advice: Text) {
    self.headline = Text(headline.english, Chinese.sentence(headline.simplifiedChinese))
    self.advice = Text(advice.english, Chinese.sentence(advice.simplifiedChinese))
  }

  package init(_ cause: Cause, _ context: ProviderTerms) {
    // Inside a Chinese sentence a Latin word has blanks around it.
    let term = Text(context.term.english, Chinese.inside(context.term.simplifiedChinese))
    let name = Text(context.name.english, Chinese.inside(context.name.simplifiedChinese))
    if let sentence = Self.behindLogin(cause, context) {
      self = sentence
      return
    }
    switch cause {
    case .appPasswordRequired where !context.isKnown || context.isAccountPassword: self = Self.separatePassword(context)
    case .imapDisabled, .smtpDisabled: self = Self.switchedOff(cause == .imapDisabled ? "IMAP" : "SMTP", cause, context)
    case .wrongUsernameForm: self = Self.username(context)
    case .appPasswordRequired:
      self.init(
        Text(
          "\(name.english) needs the \(term.english) here, not the password you use on the web.",
          "\(name.simplifiedChinese)要填\(term.simplifiedChinese)，你填的可能是网页登录密码。"),
        Text("Follow the steps to get the \(term.english), then enter it.", "按步骤获取\(term.simplifiedChinese)，再填进来。"))
    case .wrongPassword:
      self.init(
        Text("The \(term.english) or the username is wrong.", "\(term.simplifiedChinese)或用户名不对。"),
        Self.again(context, term))
    case .codeExpiredOrRevoked:
      self.init(
        Text(
          "The \(term.english) no longer works: it was deleted, replaced, or has expired.", "\(term.simplifiedChinese)已失效：可能已被删除或替换，也可能过期了。"
        ),
        context.isKnown
          ? Text("Create a new one, following the steps.", "按步骤重新生成一个\(term.simplifiedChinese)。")
          : Text("Create a new one in the account's settings on the web.", "在网页的账户设置里重新生成一个。"))
    case .twoFactorRequired:
      self.init(
        Text("Two-factor authentication must be turned on first.", "需要先开启双重验证。"),
        Text("Turn it on in the account's security settings, then create the \(term.english).", "在账户的安全设置里开启，再生成\(term.simplifiedChinese)。")
      )
    case .oauthRequired:
      self.init(
        Text("This server does not accept passwords, only sign-in through a browser (OAuth).", "这台服务器不接受密码，只支持在浏览器里授权登录（OAuth）。"),
        Text(
          "Use a mail client that can sign in to this provider in a browser, such as the provider's own app.",
          "请使用支持授权登录的邮件客户端，例如服务商自己的客户端。"))
    case .adminDisabled:
      self.init(
        Text("Your administrator has not allowed mail clients for this mailbox.", "企业管理员没有为这个邮箱开通第三方客户端。"),
        context.hasAdministrator
          ? Text("Send your administrator the part headed 'For your administrator'.", "请把「转发给管理员」下面的内容发给管理员。")
          : Text("If the mailbox belongs to a company or school, ask its administrator.", "如果是公司或学校的邮箱，请联系管理员。"))
    case .accountLockedOrSuspended:
      self.init(
        Text("The account is locked, suspended, or not allowed to send.", "账户被锁定、停用，或被限制发信。"),
        Text("Sign in on the web and follow the instructions there, or contact the provider.", "在网页上登录，按提示处理，或联系服务商。"))
    case .webLoginRequired:
      self.init(
        Text("\(name.english) requires you to sign in once in a browser first.", "\(name.simplifiedChinese)要求你先在浏览器里登录一次。"),
        Text("Sign in on the web, confirm what it asks, then try again.", "在网页上登录，完成提示的操作后再试。"))
    case .idRequired:
      self.init(
        Text(
          "The server opens the inbox only to clients that identify themselves (IMAP ID).",
          "服务器只允许表明身份（发送 IMAP ID）的客户端打开收件箱。"),
        Text("setup did identify itself. Wait a few minutes, sign in once on the web, and try again.", "本程序已经表明了身份。等几分钟，在网页上登录一次再试。"))
    case .rateLimited:
      self.init(
        Text("Too many attempts in a short time.", "短时间内尝试的次数太多。"),
        Text("Wait at least 15 minutes. Trying again now could lock the account.", "至少等 15 分钟。马上重试可能导致账户被锁定。"))
    case .tooManyConnections:
      self.init(
        Text("Too many clients are connected to this mailbox right now.", "当前连接这个邮箱的客户端太多。"),
        Text("Close other mail clients, or wait a few minutes.", "关闭其他邮件客户端，或等几分钟再试。"))
    case .senderNotOwned:
      self.init(
        Text("This account may not send from this address.", "这个账户不能用这个地址发信。"),
        Text("Use the address of the account you signed in with.", "请使用登录账户本身的邮箱地址。"))
    case .regionOrIPBlocked:
      self.init(
        Text(
          "The server does not allow sign-ins from your network; your \(term.english) is not the problem.",
          "服务器不允许从你现在的网络登录，与\(term.simplifiedChinese)无关。"),
        Text(
          "Try another network without a VPN or proxy, or ask your administrator to allow this network.",
          "换个网络，关掉 VPN 或代理再试；企业邮箱可以请管理员放行。"))
    case .networkProblem:
      self.init(
        Text("This network may block the connection.", "当前网络可能拦截了连接。"),
        Text("Try another network, or the same one without a VPN, proxy or filter.", "换个网络再试，或者关闭 VPN、代理或过滤软件。"))
    case .phoneBindingRequired:
      self.init(
        Text("A mobile number must be linked to the mailbox first.", "需要先为邮箱绑定手机号。"),
        Text("Link one in the account settings on the web.", "在网页上的账户设置里绑定手机号。"))
    case .planDoesNotIncludeIMAP:
      self.init(
        Text("This plan or mailbox does not include access for mail clients.", "当前的套餐或邮箱不支持邮件客户端。"),
        Text("Ask the provider or your administrator which plan does.", "请向服务商或管理员了解哪种套餐支持。"))
    case .temporaryServerError:
      self.init(
        Text("The server has a problem right now.", "服务器暂时出了问题。"),
        Text("Try again in a few minutes, before you change anything.", "过几分钟再试，先不要改动设置。"))
    case .tlsRequired:
      self.init(
        Text("The server says the connection is not encrypted, but it is.", "服务器说连接没有加密，其实已经加密。"),
        Text("Compare server and port with the provider's help page.", "请对照服务商的帮助页，核对服务器和端口。"))
    case .tlsProblem:
      self.init(
        Text("The connection is not secure.", "连接不安全。"),
        Text(
          "Check the server and port. On a company or hotel network, try another network.", "请核对服务器和端口；在公司或酒店的网络里，换个网络再试。"))
    case .clientCertificateRequired:
      self.init(
        Text("The server accepts only clients that have a certificate of their own.", "服务器只接受带有客户端证书的连接。"),
        Text(
          "Ask the server's administrator for access without one, or use a mail client that can send yours.",
          "请向服务器的管理员询问不用证书的登录方式，或改用支持客户端证书的邮件客户端。"))
    case .authMechanismUnsupported:
      self.init(
        Text("The server does not offer sign-in with a password.", "服务器没有提供密码登录。"),
        Text("Make sure server and port are the ones for mail clients.", "请确认填的是供邮件客户端使用的服务器和端口。"))
    case .authRequired:
      self.init(
        Text("The server says a sign-in is required, and accepts none here.", "服务器要求登录，却不接受这里的登录。"),
        Text("Check the server and port: for sending, use 465 or 587, not 25.", "请核对服务器和端口：发信用 465 或 587，不用 25。"))
    case .passwordExpired:
      self.init(
        Text("The password has expired.", "密码已过期。"),
        Text("Sign in on the web and set a new one.", "在网页上登录，设置新密码。"))
    case .passwordTooWeak:
      self.init(
        Text("The server considers the password too weak.", "服务器认为密码强度不够。"),
        Text("Set a longer one on the web.", "请在网页上换一个更长的密码。"))
    case .noMailboxOrLicense:
      self.init(
        Text("There is no mailbox at this address.", "这个地址没有对应的邮箱。"),
        Text("Check the address. At work, ask whether a mailbox has been assigned to you.", "请核对地址；企业用户请确认是否已分配邮箱。"))
    case .termsNotAccepted:
      self.init(
        Text("\(name.english) requires you to accept its terms first.", "\(name.simplifiedChinese)要求先同意用户协议。"),
        Text("Open the mailbox in a browser once and accept them.", "在浏览器里打开一次邮箱，同意协议。"))
    case .wrongServerOrPort:
      self.init(
        Text("The server or port may be wrong, or not meant for this account.", "服务器或端口可能填错了，或者不适用于这个账户。"),
        Text("Compare server, port and encryption with the provider's help page.", "请对照服务商的帮助页，核对服务器、端口和加密方式。"))
    case .clientProtocolError:
      self.init(
        Text(
          "The server did not understand setup. This says nothing about your \(term.english).",
          "服务器没有理解本程序的请求，这不代表\(term.simplifiedChinese)有问题。"),
        Text("Save a session log (--trace FILE) and report it. It contains no password.", "用 --trace 文件 保存通信记录并反馈，其中不含密码。"))
    case .contentRejected:
      self.init(
        Text("The server took this for spam.", "服务器认为这是垃圾邮件。"),
        Text("Sign in on the web, look for a notice, and try again tomorrow.", "在网页上登录，看看有没有通知，明天再试。"))
    case .sendQuotaExceeded:
      self.init(
        Text("The account has reached its sending limit.", "账户的发信数量已达上限。"),
        Text("Wait, usually until tomorrow.", "请稍后再试，一般第二天恢复。"))
    case .mailboxFull:
      self.init(
        Text("The mailbox is full.", "邮箱已满。"),
        Text("Delete some mail on the web and try again.", "在网页上删除一些邮件再试。"))
    case .recipientRejected:
      self.init(
        Text("The server rejected the recipient.", "服务器拒绝了收件人地址。"),
        Text("Check the address.", "请核对地址。"))
    case .tokenExpired:
      self.init(
        Text("The browser sign-in has expired or was revoked.", "浏览器授权登录已过期或已被撤销。"),
        Text("Sign in again in the browser.", "请在浏览器里重新授权登录。"))
    case .tokenWrongScope:
      self.init(
        Text("The sign-in does not include permission for mail.", "这次登录没有包含邮件权限。"),
        Text("Sign in again, and leave the permission for mail selected.", "请重新登录，并保留邮件权限的勾选。"))
    case .tokenWrongUser:
      self.init(
        Text("You signed in with a different account.", "登录时用的是另一个账户。"),
        Text("Sign in again, with the address that you are setting up.", "请重新登录，使用正在设置的这个邮箱地址。"))
    case .consentRequired:
      self.init(
        Text("\(name.english) requires approval before the app can access mail.", "\(name.simplifiedChinese)要求先批准这个应用访问邮件。"),
        Text(
          "Sign in in the browser and approve it. If you cannot, ask your administrator to approve the app.",
          "请在浏览器里登录并批准；如果无法批准，请联系管理员。"))
    case .oauthClientRejected:
      self.init(
        Text(
          "\(name.english) does not accept the app's client ID, client secret, or redirect address.",
          "\(name.simplifiedChinese)不接受这个应用的客户端 ID、客户端密钥或重定向网址。"),
        Text("Compare them with the app's registration, and check that the app still exists.", "请与应用的注册信息核对，并确认应用没有被删除。"))
    case .signInDeclined:
      self.init(
        Text("Access was declined in the browser, by you or by your organization.", "浏览器里的授权被拒绝：可能是你拒绝了，也可能是单位不允许。"),
        Text("Sign in again and agree, or ask your administrator.", "请重新登录并同意授权，或联系管理员。"))
    case .deviceCodeExpired:
      self.init(
        Text("The code was not entered in time.", "没有及时输入代码，代码已过期。"),
        Text("Start again to get a new code.", "请重新开始，获取新的代码。"))
    case .clockWrong:
      self.init(
        Text("The clock of this computer is wrong.", "这台电脑的时间不准。"),
        Text("Set the date and time, then sign in again.", "请校正日期和时间，然后重新登录。"))
    case .unicodeAddressUnsupported:
      self.init(
        Text("This server cannot take an address with letters outside ASCII.", "这台服务器不支持 @ 前面含有非 ASCII 字符的邮箱地址。"),
        Text(
          "Use the mailbox's address in ASCII letters, or ask the provider for one. If a name was typed before the address, leave it out.",
          "请改用这个邮箱的英文地址，没有就向服务商申请。如果是把姓名误写在了地址前面，请去掉。"))
    case .unknown where context.shown == .secretIsRight:
      self.init(
        Text("setup cannot tell why this server rejected the sign-in.", "无法判断这台服务器为什么拒绝登录。"), Self.toCheck(context, term))
    case .unknown:
      self.init(
        Text("The server gave a reason setup does not recognize.", "服务器给出的拒绝理由，本程序无法识别。"), Self.toCheck(context, term))
    }
  }

  /// How to enter the secret once more.
  private static func again(_ context: ProviderTerms, _ term: Text) -> Text {
    if !context.isGenerated {
      return Text("Type the \(term.english) again, and check the address.", "重新输入\(term.simplifiedChinese)，并核对邮箱地址。")
    }
    if context.isShownOnce {
      return Text(
        "Compare what you entered with your copy of the \(term.english), and check the address. Without a copy, create a new one.",
        "核对填写的内容与你保存的\(term.simplifiedChinese)是否一致，并核对邮箱地址。没有保存就重新生成一个。")
    }
    return Text(
      "Copy the \(term.english) again, without spaces around it, and check the address.",
      "重新复制\(term.simplifiedChinese)，前后不要带空格，并核对邮箱地址。")
  }

  /// Returns what to check if the cause is unknown, without what a server has already proved.
  private static func toCheck(_ context: ProviderTerms, _ term: Text) -> Text {
    let isOn = Text("that IMAP/SMTP is turned on", "IMAP/SMTP 服务是否开启")
    let isIt =
      context.isGenerated
      ? Text(
        "that you entered the \(term.english) and not the password you use on the web", "填的是不是\(term.simplifiedChinese)，而不是网页登录密码")
      : Text("that you entered the right \(term.english)", "填的\(term.simplifiedChinese)是否正确")
    let isValid = Text("that it is still valid", "它是否还有效")
    let isFull =
      context.usernameNote == nil
      ? Text("that the username is the full address", "用户名是不是完整的邮箱地址") : Text("that the username is right", "用户名是否正确")
    let mayBeOff = !context.isKnown || context.protocolSwitch != .none
    switch context.shown {
    case .nothing: return inOrder((mayBeOff ? [isOn] : []) + [isIt] + (context.isGenerated ? [isValid] : []) + [isFull])
    case .secretIsRight: return inOrder((mayBeOff ? [isOn] : []) + [isFull])
    case .loginIsRight:
      return
        Text(
          "The sign-in is not the problem. Ask the provider what this reply means, or look for a notice on the web.",
          "问题不在登录。请向服务商询问这条回复的意思，或在网页上登录，看看有没有通知。")
    }
  }

  private static func inOrder(_ checks: [Text]) -> Text {
    guard checks.count > 1, let last = checks.last else { return Text("Check \(checks[0].english).", "请检查\(checks[0].simplifiedChinese)。") }
    let first = checks.dropLast()
    return Text(
      "Check in this order \(first.map(\.english).joined(separator: ", ")), and \(last.english).",
      "请依次检查：\(checks.map(\.simplifiedChinese).joined(separator: "；"))。")
  }

  /// Refers to the step of the guide that resolves the cause, by its number.
  package static func step(_ number: Int) -> Text { Text("See step \(number).", "（见步骤 \(number)）") }

  package static func secretIsRight(_ context: ProviderTerms) -> Text {
    let term = Chinese.inside(context.term.simplifiedChinese)
    return Text(
      "The \(context.term.english) is correct: a server accepted it.", Chinese.sentence("\(term)没有问题：服务器已经接受了它。"))
  }

  /// For a call that a script could repeat.
  package static let noRepetition = Text(
    "Do not run this command again unchanged: repeated rejections can lock the account.", "不要原样重复运行：多次被拒绝可能导致账户被锁定。")

  package static let lockoutRisk = Text(
    "Do not try again now: more attempts could lock the account, or keep it locked.", "先不要重试：继续尝试可能导致账户被锁定，或延长锁定时间。")
}
