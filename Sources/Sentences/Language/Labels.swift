// Labels and headings of pages and tables.

import Catalog
import Vocabulary

package enum Labels {
  package static let parameters = Text("Servers", "服务器参数")
  package static let port = Text("port", "端口")
  /// Stands in the name of a server for the domain of an address that is not known yet.
  package static let yourDomain = Text("YOUR-DOMAIN", "你的域名")
  /// Stands for a server whose name is that of the MX host of a domain that is not known yet.
  package static let yourMX = Text("YOUR-MX-HOST", "你的域名的 MX 主机")
  package static let userName = Text("username", "用户名")
  package static let provider = Text("Provider", "服务商")
  /// The secret of a server that is not in the catalog.
  package static let password = Text("password", "密码")
  package static let imapServer = Text("IMAP server", "IMAP 服务器")
  package static let smtpServer = Text("SMTP server", "SMTP 服务器")
  package static let otherwise = Text("or", "或")
  package static let menu = Text("Menu", "路径")
  package static let goodToKnow = Text("Good to know", "须知")
  package static let questions = Text("Questions and answers", "常见问题")
  package static let keepInMind = Text("Remember", "请记住")
  package static let help = Text("Official help", "官方帮助")
  package static let serverSaid = Text("The server replied: ", "服务器回复：")
  package static let toForward = Text("For your administrator", "转发给管理员")
  package static let likelyCause = Text("Likely cause", "可能原因")
  package static let likelyCauses = Text("Likely causes, most likely first", "可能原因（最可能的在前）")
  package static let doThis = Text("What to do", "怎么办")
  package static let step = Text("Step", "步骤")
  package static let nextServers = Text("Other servers", "另一组服务器")

  package static func security(_ security: Security) -> Text {
    switch security {
    case .tls: Text(same: "SSL/TLS")
    case .startTLS: Text(same: "STARTTLS")
    }
  }

  package static func part(_ part: Step.Part) -> Text {
    switch part {
    case .prepare: Text("Before you start", "开始之前")
    case .administrator: Text("For your administrator (send them this part)", "管理员操作（可整段转发）")
    case .enable: Text("Allow mail clients", "开启客户端访问")
    case .obtain: Text("Get the password for mail clients", "获取客户端用的密码")
    }
  }

  package static func part(_ part: Step.Part, of provider: Provider) -> Text {
    switch part {
    case .obtain:
      provider.passwordKind.map { secret in
        Text("Get the \(secret.term.english)", Chinese.sentence("获取\(Chinese.inside(secret.term.simplifiedChinese))"))
      } ?? Text("Sign in with a mail client", "在邮件客户端里登录")
    case .prepare, .administrator, .enable: Self.part(part)
    }
  }

  /// Returns the question that a note answers, as users ask it.
  package static func question(_ kind: Note.Kind) -> Text {
    switch kind {
    case .warning: Text("Important", "注意")
    case .save: Text("Save it", "妥善保存")
    case .separate: Text("Can several clients share one?", "可以几个客户端共用吗？")
    case .review: Text("Clean up", "定期清理")
    case .revoke: Text("How do I sign a device out?", "怎样停用某个客户端？")
    case .lost: Text("What if I lose it?", "丢了或忘了怎么办？")
    case .expiry: Text("When does it stop working?", "什么时候会失效？")
    case .phone: Text("What if my phone number changed?", "换了手机号怎么办？")
    case .editions: Text("Which edition do I have?", "怎么分辨是哪一种邮箱？")
    case .why: Text("Why not my normal password?", "为什么不能用登录密码？")
    case .verify: Text("Try it right away", "拿到后马上验证")
    case .administrator: Text("For administrators", "给管理员的建议")
    case .info: Text("Note", "说明")
    case .about: Text("About this service", "关于这项服务")
    }
  }

  package static func stage(_ stage: Stage) -> Text {
    switch stage {
    case .resolve: Text("server name", "查找服务器")
    case .connect: Text("connection", "建立连接")
    case .tls: Text("TLS, certificate", "加密与证书")
    case .greeting: Text("greeting", "服务器响应")
    case .capability, .ehlo: Text("server features", "服务器功能")
    case .id: Text("client ID", "表明身份（ID）")
    case .login: Text("sign-in", "登录")
    case .list: Text("folder list", "文件夹列表")
    case .inbox: Text("open inbox", "打开收件箱")
    case .sender: Text("sender allowed", "发件地址")
    case .message: Text("message accepted", "接受测试邮件")
    case .arrival: Text("message arrived", "到达邮箱")
    case .removal: Text("message deleted", "删除测试邮件")
    }
  }

  package static let ok = Text("ok", "成功")
  package static let failed = Text("failed", "失败")
  package static let stopped = Text("stopped", "已停止")
  package static let skipped = Text("skipped", "跳过")
}
