// The help. One screen, three examples, then where to read on.

import Vocabulary

package enum Usage {
  package static let text = Text(
    """
    setup - sets up a mail account and proves that a mail program can log in

      setup                                 ask for everything, step by step
      setup --provider demo                 try the whole way without an account
      setup --provider yandex --email me@yandex.com --secret-from prompt
      setup guide me@163.com                servers and steps only; no network
      setup providers [words]               the providers it knows

    Account
      --provider P           id, name or alias of the provider
      --email ADDRESS        the mail address
      --username NAME        if the user name is not what the provider's entry says
      --secret-from SOURCE   prompt, stdin, env:NAME, file:PATH, fd:N or
                             command:PROGRAM ARGS (run directly, without a shell)
    Servers outside the catalog
      --imap HOST:PORT  --imap-security tls|starttls
      --smtp HOST:PORT  --smtp-security tls|starttls
      --ca-file FILE         also trust the authorities in this PEM file
    Output
      --json                 one JSON object on standard output
      --trace FILE           write the dialogue, without secrets, to FILE
      --lang en|zh-Hans      language; else that of the environment
      --quiet                only the result
      --plain  --no-color    line by line; without colours
    Other
      --timeout SECONDS      for the whole account (60)
      --help  --version

    Ends with 0 verified or shown, 64 wrong call, 65 bad data, 66 missing input,
    68 no such host, 69 unreachable, 75 try later, 76 not safe, 77 refused,
    78 cannot work with a password.

    """,
    """
    setup - 设置邮箱账户，并验证邮件客户端能否登录

      setup                                 一步一步询问
      setup --provider demo                 没有账户也能走完全程
      setup --provider yandex --email me@yandex.com --secret-from prompt
      setup guide me@163.com                只看参数和步骤，不联网
      setup providers [关键词]              查看认识的服务商

    账户
      --provider P           服务商的 id、名称或别名
      --email 地址           邮箱地址
      --username 名称        用户名与目录所写不同时使用
      --secret-from 来源     prompt、stdin、env:变量名、file:路径、fd:编号，
                             或 command:程序 参数（直接运行，不经过 shell）
    目录之外的服务器
      --imap 主机:端口  --imap-security tls|starttls
      --smtp 主机:端口  --smtp-security tls|starttls
      --ca-file 文件         另外信任这个 PEM 文件里的证书机构
    输出
      --json                 在标准输出给出一个 JSON 对象
      --trace 文件           把会话（不含密码）写入文件
      --lang en|zh-Hans      语言；默认取自环境
      --quiet                只输出结果
      --plain  --no-color    逐行显示；不用颜色
    其他
      --timeout 秒           整个账户的时限（60）
      --help  --version

    结束状态：0 已验证或已显示，64 用法错误，65 数据有误，66 缺少输入，
    68 没有这个主机，69 无法连接，75 请稍后再试，76 不安全，77 被拒绝，
    78 无法用密码登录。

    """)
}
