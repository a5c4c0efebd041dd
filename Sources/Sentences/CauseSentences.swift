// For every cause: what it is, and what to do about it.

import Account
import Vocabulary

package struct CauseSentence: Sendable {
  package let headline: Text
  package let advice: Text
  /// What is to be typed for it, where the advice names a call.
  package internal(set) var command: String?

  init(_ headline: Text, _ advice: Text) {
    self.headline = Text(headline.english, Chinese.sentence(headline.simplifiedChinese))
    self.advice = Text(advice.english, Chinese.sentence(advice.simplifiedChinese))
  }

  package init(_ cause: Cause, _ context: Context) {
    // Inside a Chinese sentence a Latin word has blanks around it.
    let term = Text(context.term.english, Chinese.inside(context.term.simplifiedChinese))
    let name = Text(context.name.english, Chinese.inside(context.name.simplifiedChinese))
    switch cause {
    case .appPasswordRequired:
      self.init(
        Text(
          "\(name.english) wants the \(term.english) here, and something else was entered, perhaps the password for the web.",
          "\(name.simplifiedChinese)这里要填\(term.simplifiedChinese)，而填的可能是网页登录密码。"),
        Text("Follow the guide to get the \(term.english), and enter that.", "按步骤生成\(term.simplifiedChinese)，再填进来。"))
    case .imapDisabled:
      self.init(
        Text("IMAP is switched off at \(name.english).", "\(name.simplifiedChinese)没有开启 IMAP 服务。"),
        Text("Switch IMAP on in the web mail, save, and try again.", "到网页邮箱里开启 IMAP 并保存，再试一次。"))
    case .smtpDisabled:
      self.init(
        Text("SMTP is switched off at \(name.english).", "\(name.simplifiedChinese)没有开启 SMTP 服务。"),
        Text("Switch SMTP on in the web mail, save, and try again.", "到网页邮箱里开启 SMTP 并保存，再试一次。"))
    case .wrongPassword:
      self.init(
        Text("The \(term.english) or the user name is wrong.", "\(term.simplifiedChinese)或用户名不对。"),
        Text(
          "Copy the \(term.english) once more, without blanks before or after it, and check the address.",
          "重新复制\(term.simplifiedChinese)，前后不要带空格，并核对邮箱地址。"))
    case .codeExpiredOrRevoked:
      self.init(
        Text(
          "The \(term.english) no longer counts: it was deleted, replaced or has expired.", "\(term.simplifiedChinese)已失效：被删除、被替换，或已过期。"),
        Text("Get a new one as the guide says.", "重新生成一个\(term.simplifiedChinese)。"))
    case .twoFactorRequired:
      self.init(
        Text("Two-factor authentication has to be on first.", "需要先开启双重验证。"),
        Text("Turn it on in the account's security settings, then get the \(term.english).", "在账户安全设置里开启，再生成\(term.simplifiedChinese)。"))
    case .oauthRequired:
      self.init(
        Text("This server takes no password at all, only a sign-in through the browser (OAuth).", "这个服务器不接受任何密码，只接受浏览器授权登录（OAuth）。"),
        Text("Use a mail program that signs in to this provider by itself, such as its own.", "请使用支持该服务商授权登录的邮件客户端，例如官方客户端。"))
    case .adminDisabled:
      self.init(
        Text("Your organisation's administrator does not allow mail programs for this mailbox.", "企业管理员没有允许这个邮箱使用第三方客户端。"),
        Text("Send the administrator's part of the guide to them.", "把步骤里给管理员的部分转发给管理员。"))
    case .accountLockedOrSuspended:
      self.init(
        Text("The account is locked, suspended or not allowed to send.", "账户被锁定、停用，或被禁止发信。"),
        Text("Sign in on the web and follow what is said there, or ask the provider.", "在网页登录，按页面提示处理，或联系服务商。"))
    case .webLoginRequired:
      self.init(
        Text("\(name.english) wants you to sign in once in a browser first.", "\(name.simplifiedChinese)要求先在浏览器里登录一次。"),
        Text("Sign in on the web, answer what is asked there, then try again.", "在网页登录并完成提示的操作，再试一次。"))
    case .wrongUsernameForm:
      self.init(
        Text("The user name is not written the way this server wants it.", "用户名的写法不是这个服务器要的。"),
        Text("Try the complete address, or only the part before the @ (--username).", "试试完整邮箱地址，或只用 @ 前面的部分（--username）。"))
    case .idRequired:
      self.init(
        Text(
          "The login was accepted, but the inbox opens only for programs that say who they are (IMAP ID).",
          "登录成功，但只有报出自己身份（IMAP ID）的程序才能打开收件箱。"),
        Text("This program did so; wait some minutes, sign in on the web once, and try again.", "本程序已经发送了 ID；请过几分钟，在网页登录一次再试。"))
    case .rateLimited:
      self.init(
        Text("Too many attempts in a short time.", "短时间内尝试次数太多。"),
        Text("Wait at least 15 minutes. Trying again at once can lock the account.", "至少等 15 分钟。马上重试可能导致账户被锁。"))
    case .tooManyConnections:
      self.init(
        Text("Too many mail programs are connected to this mailbox at the moment.", "此刻连接这个邮箱的程序太多。"),
        Text("Close other mail programs or wait some minutes.", "关掉其他邮件程序，或等几分钟。"))
    case .senderNotOwned:
      self.init(
        Text("The login is right, but this address may not be used as the sender.", "登录没有问题，但不能用这个地址作为发件人。"),
        Text("Use the address that belongs to the account you signed in with.", "请使用登录账户自己的邮箱地址。"))
    case .regionOrIPBlocked:
      self.init(
        Text(
          "The network you are in is not let through to this server; your \(term.english) is not the reason.",
          "你所在的网络被挡在这个服务器之外，与\(term.simplifiedChinese)无关。"),
        Text("Try another network, without a VPN or proxy, or ask the administrator to allow it.", "换个网络，不用 VPN 或代理再试，或请管理员放行。"))
    case .phoneBindingRequired:
      self.init(
        Text("A mobile phone has to be bound to the mailbox first.", "需要先给邮箱绑定手机号。"),
        Text("Bind the phone in the account settings on the web.", "在网页的账户设置里绑定手机。"))
    case .planDoesNotIncludeIMAP:
      self.init(
        Text("This plan or mailbox does not include mail programs.", "当前套餐或邮箱不包含客户端收发。"),
        Text("Ask the provider or the administrator which plan does.", "请向服务商或管理员询问哪种套餐支持。"))
    case .temporaryServerError:
      self.init(
        Text("The server has a problem of its own at the moment.", "服务器此刻自己有问题。"),
        Text("Try again in some minutes; nothing is wrong on your side as far as can be seen.", "过几分钟再试；目前看不出你这边有问题。"))
    case .tlsRequired:
      self.init(
        Text("The server says the connection is not encrypted, although it is.", "服务器说连接没有加密，但实际上已经加密。"),
        Text("Check host and port against the provider's page.", "对照服务商的页面核对服务器和端口。"))
    case .tlsProblem:
      self.init(
        Text("The encrypted connection cannot be trusted.", "加密连接不可信。"),
        Text(
          "Check host and port and this computer's clock; on a company or hotel network try another one.",
          "核对服务器、端口和本机时间；如果在公司或酒店网络，换个网络再试。"))
    case .clientCertificateRequired:
      self.init(
        Text("The server lets in only programs that show a client certificate.", "服务器只接受出示客户端证书的程序。"),
        Text(
          "Ask whoever runs the server for a way in without one, or use a mail program that can show yours.",
          "请向服务器的管理者询问不用证书的登录方式，或改用能出示证书的邮件程序。"))
    case .authMechanismUnsupported:
      self.init(
        Text("The server offers no way to log in with a password.", "服务器没有提供用密码登录的方式。"),
        Text("Check that host and port are those for mail programs.", "确认服务器和端口是给邮件客户端用的。"))
    case .authRequired:
      self.init(
        Text("The server wants a login it did not offer.", "服务器要求登录，却没有提供登录方式。"),
        Text("Check host and port: submission is 465 or 587, not 25.", "核对服务器和端口：发信用 465 或 587，不是 25。"))
    case .passwordExpired:
      self.init(
        Text("The password has expired.", "密码已过期。"),
        Text("Sign in on the web and set a new one.", "在网页登录并设置新密码。"))
    case .passwordTooWeak:
      self.init(
        Text("The server finds the password too weak.", "服务器认为密码太弱。"),
        Text("Set a longer one on the web.", "在网页上设置更长的密码。"))
    case .noMailboxOrLicense:
      self.init(
        Text("There is no mailbox behind this address.", "这个地址背后没有邮箱。"),
        Text("Check the address; in an organisation ask whether a mailbox is assigned to you.", "核对地址；企业用户请确认是否已分配邮箱。"))
    case .termsNotAccepted:
      self.init(
        Text("\(name.english) wants you to accept its terms first.", "\(name.simplifiedChinese)要求先接受用户协议。"),
        Text("Open the mailbox once in a browser and accept them.", "用浏览器打开邮箱一次并接受协议。"))
    case .wrongServerOrPort:
      self.init(
        Text("This is not the right server or port for the account.", "服务器或端口不是这个账户该用的。"),
        Text("Check host, port and security against the provider's page.", "对照服务商的页面核对服务器、端口和加密方式。"))
    case .clientProtocolError:
      self.init(
        Text(
          "The server did not understand this program, which says nothing about your \(term.english).",
          "服务器没有看懂本程序的请求，这与\(term.simplifiedChinese)对错无关。"),
        Text("Save a trace (--trace FILE) and report it; it holds no secret.", "用 --trace 文件名 保存会话记录并反馈，其中不含机密。"))
    case .contentRejected:
      self.init(
        Text("The server suspects spam.", "服务器怀疑是垃圾邮件。"),
        Text("Sign in on the web, look for a notice there, and try again tomorrow.", "在网页登录查看通知，明天再试。"))
    case .sendQuotaExceeded:
      self.init(
        Text("The sending limit of the account is used up.", "账户的发信额度已用完。"),
        Text("Wait, usually until tomorrow.", "请等待，一般到第二天恢复。"))
    case .mailboxFull:
      self.init(
        Text("The mailbox is full.", "邮箱已满。"),
        Text("Delete mail on the web and try again.", "在网页删除一些邮件再试。"))
    case .recipientRejected:
      self.init(
        Text("The server refuses the recipient.", "服务器拒绝收件人。"),
        Text("Check the address.", "核对地址。"))
    case .unknown:
      self.init(
        Text("The server refused in words this program does not know.", "服务器的拒绝理由本程序不认识。"), Self.toCheck(context, term))
    }
  }

  /// What is worth a look where nothing tells the cause, without what a server has shown to be well.
  private static func toCheck(_ context: Context, _ term: Text) -> Text {
    switch context.shown {
    case .nothing:
      Text(
        "Worth checking, in this order: is IMAP/SMTP switched on; is it the \(term.english) and not the password for the web; is it still valid; is the user name the complete address.",
        "建议依次检查：IMAP/SMTP 是否开启；填的是不是\(term.simplifiedChinese)而不是网页密码；它是否仍然有效；用户名是不是完整的邮箱地址。")
    case .secretIsRight:
      Text(
        "Worth checking, in this order: is IMAP/SMTP switched on; is the user name the complete address.",
        "建议依次检查：IMAP/SMTP 是否开启；用户名是不是完整的邮箱地址。")
    case .loginIsRight:
      Text(
        "The login is not what it is about. Ask the provider what these words mean, or look for a notice on the web.",
        "问题不在登录。请向服务商询问这句话的意思，或在网页登录查看通知。")
    }
  }

  /// The step of the guide that mends the cause, by its number there.
  package static func step(_ number: Int) -> Text { Text("This is step \(number) of the guide.", "即步骤 \(number)。") }

  package static func secretIsRight(_ context: Context) -> Text {
    let term = Chinese.inside(context.term.simplifiedChinese)
    return Text(
      "The \(context.term.english) is right: a server accepted it.", Chinese.sentence("\(term)没有问题：已有服务器接受。"))
  }

  package static let lockoutRisk = Text(
    "Do not try again at once: further attempts can lock the account, or keep it locked.", "不要马上重试：继续尝试可能导致账户被锁，或延长锁定时间。")
}
