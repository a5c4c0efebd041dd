// Single words and headings of pages and tables.

import Account
import Vocabulary

package enum Words {
  package static let parameters = Text("Parameters", "参数")
  package static let port = Text("port", "端口")
  package static let userName = Text("user name", "用户名")
  package static let provider = Text("Provider", "服务商")
  package static let imapServer = Text("IMAP server", "IMAP 服务器")
  package static let smtpServer = Text("SMTP server", "SMTP 服务器")
  package static let otherwise = Text("or", "或")
  package static let menu = Text("Menu", "菜单")
  package static let goodToKnow = Text("Good to know", "须知")
  package static let questions = Text("Questions people ask", "常见问题")
  package static let keepInMind = Text("Keep in mind", "请记住")
  package static let help = Text("Official help", "官方帮助")
  package static let notConfirmed = Text("not confirmed", "未经证实")
  package static let serverSaid = Text("The server said: ", "服务器原话：")
  package static let toForward = Text("To send to your administrator", "可以转发给管理员")
  package static let likelyCause = Text("Likely cause", "可能的原因")
  package static let likelyCauses = Text("Likely causes, in this order", "可能的原因，按可能性排列")
  package static let doThis = Text("Do this", "请这样做")
  package static let step = Text("Step", "步骤")
  package static let nextServers = Text("Other servers of this provider", "该服务商的另一组服务器")

  package static func security(_ security: Security) -> Text {
    switch security {
    case .tls: Text(same: "SSL/TLS")
    case .startTLS: Text(same: "STARTTLS")
    }
  }

  package static func part(_ part: Step.Part) -> Text {
    switch part {
    case .prepare: Text("Before you start", "开始之前")
    case .administrator: Text("For the administrator (send this part to them)", "管理员要做的（可整段转发）")
    case .enable: Text("Switch on access for mail programs", "开启客户端访问")
    case .obtain: Text("Get the secret for mail programs", "获取客户端用的密码")
    }
  }

  package static func part(_ part: Step.Part, _ term: Text) -> Text {
    switch part {
    case .obtain: Text("Get the \(term.english)", Chinese.sentence("获取\(Chinese.inside(term.simplifiedChinese))"))
    case .prepare, .administrator, .enable: Self.part(part)
    }
  }

  /// What a note answers, as people ask it.
  package static func question(_ kind: Note.Kind) -> Text {
    switch kind {
    case .warning: Text("Careful", "注意")
    case .save: Text("Keep it", "保存")
    case .separate: Text("Can several programs share one?", "几个程序能共用一个吗？")
    case .review: Text("Tidy up", "定期清理")
    case .revoke: Text("How do I cut a program off?", "怎样停用某个程序？")
    case .lost: Text("What if I lose or forget it?", "丢了或忘了怎么办？")
    case .expiry: Text("When does it stop working?", "什么时候会失效？")
    case .phone: Text("What if my phone number changed?", "换了手机号怎么办？")
    case .editions: Text("Which edition is mine?", "我的是哪一种？")
    case .why: Text("Why all this?", "为什么要这样？")
    case .verify: Text("Try it now", "马上验证")
    case .administrator: Text("Advice for administrators", "给管理员的建议")
    case .info: Text("Note", "说明")
    case .about: Text("About this service", "关于这项服务")
    }
  }

  package static func stage(_ stage: Stage) -> Text {
    switch stage {
    case .resolve: Text("host name", "解析域名")
    case .connect: Text("connection", "建立连接")
    case .tls: Text("TLS, certificate", "加密与证书")
    case .greeting: Text("greeting", "服务器问候")
    case .capability, .ehlo: Text("what the server offers", "服务器能力")
    case .id: Text("introduction (ID)", "自报身份（ID）")
    case .login: Text("login", "登录")
    case .list: Text("folders", "文件夹列表")
    case .inbox: Text("inbox", "打开收件箱")
    case .sender: Text("sender address", "发件地址")
    case .message: Text("test message accepted", "测试邮件被接收")
    case .arrival: Text("arrived in the mailbox", "到达邮箱")
    case .removal: Text("deleted again", "删除测试邮件")
    }
  }

  package static let ok = Text("ok", "成功")
  package static let failed = Text("failed", "失败")
  package static let skipped = Text("skipped", "跳过")
}
