// What each question is about, for the help, and the choices that it always has some of.

import Vocabulary

extension QuestionID {
  /// What the question is about, and the ids of its choices as far as they are known before.
  package var explanation: Text { answers.isEmpty ? meaning : .sentences([meaning, DialogSentence.some(answers)]) }

  private var meaning: Text {
    switch self {
    case .address: Text("The email address.", "邮箱地址。")
    case .imapServer: Text("The IMAP server, as HOST or HOST:PORT.", "IMAP 服务器，写成 服务器 或 服务器:端口。")
    case .smtpServer: Text("The SMTP server, as HOST or HOST:PORT.", "SMTP 服务器，写成 服务器 或 服务器:端口。")
    case .username: Text("The username at both servers.", "两台服务器的用户名。")
    case .imapUsername: Text("The username at the IMAP server.", "IMAP 服务器的用户名。")
    case .smtpUsername: Text("The username at the SMTP server.", "SMTP 服务器的用户名。")
    case .providerAddress: Text("The address at the provider itself, for a domain of your own.", "使用自己的域名时，在服务商处的地址。")
    case .helperCommand: Text("The program that prints an access token.", "输出访问令牌的程序。")
    case .clientID: Text("The client ID of your app.", "你的应用的客户端 ID。")
    case .accountName: Text("The name to save the account under.", "保存账户所用的名称。")
    case .authorityFile: Text("The file of a certificate authority; empty for none.", "证书机构的文件；不需要时留空。")
    case .configurationFile: Text("The file to save a client's configuration to.", "保存客户端配置的文件。")
    case .logFile: Text("The file for the session log.", "保存通信记录的文件。")
    case .company: Text("Which provider for companies it is; the choices are their ids.", "是哪家企业邮箱服务商；选项为它们的 id。")
    case .provider: Text("The provider, or the email address.", "服务商或邮箱地址。")
    case .whichProvider: Text("Which of several providers it is; the choices are their ids.", "是哪一家服务商；选项为它们的 id。")
    case .correctedAddress: Text("Which address was meant by a text that is none.", "填写的内容不是邮箱地址，是想写哪一个。")
    case .similarAddress: Text("Whether a similar address is meant, and which.", "是不是想写另一个相近的地址。")
    case .addressElsewhere: Text("What to do with an address that belongs to another provider.", "地址属于另一家服务商时怎么办。")
    case .brand: Text("Which of a brand's systems it is; the choices are ids of providers.", "是该品牌的哪个系统；选项为服务商的 id。")
    case .servers: Text("How to get the servers.", "如何取得服务器。")
    case .signIn: Text("How to sign in.", "如何登录。")
    case .afterFailure: Text("What to do after a check that failed.", "验证未通过后做什么。")
    case .review: Text("What will be checked: the check begins, or something is changed.", "将要验证的内容：开始验证，或修改其中一项。")
    case .imapEncryption: Text("The encryption of the IMAP server.", "IMAP 服务器的加密方式。")
    case .smtpEncryption: Text("The encryption of the SMTP server.", "SMTP 服务器的加密方式。")
    case .whichAccount: Text("Which of several saved accounts, by its name, or another one.", "是哪个已保存的账户（填名称），或另一个账户。")
    case .savedAccount: Text("What to do with a saved account.", "如何处理已保存的账户。")
    case .elsewhere: Text("What to do at a provider that cannot be used.", "服务商无法使用时做什么。")
    case .afterSuccess: Text("What to do with the account.", "如何处理这个账户。")
    case .keyring: Text("Where to save the password: a keyring, as for --store, or none.", "密码保存到哪个密钥环（同 --store），或不保存。")
    case .mailClient: Text("The mail client to set up, as for setup export.", "要设置的邮件客户端，同 setup export。")
    case .clientFile: Text("What to do with its configuration.", "如何处理客户端的配置。")
    case .importedAccount: Text("Which account of a configuration: its number.", "配置里的哪个账户：编号。")
    case .guide: Text("A part of the provider's steps was read.", "服务商的一部分步骤已经读过。")
    case .addressIsRight: Text("Whether the address was read correctly.", "地址识别得对不对。")
    case .serverIsRight:
      Text("Whether a server's name in letters outside ASCII was read correctly.", "含非英文字母的服务器名称识别得对不对。")
    case .agreeToServers: Text("Whether the password may go to these servers.", "密码能否发给这些服务器。")
    case .agreeToNearServers: Text("The same, for servers in your own network.", "同上，用于你自己网络里的服务器。")
    case .enterAnyway: Text("Whether to go on with servers that do not look right.", "服务器看起来有问题，是否继续。")
    case .sendAnyway: Text("Whether to send a password that does not look right.", "密码看起来不对，是否仍要发送。")
    case .saveUnencrypted: Text("Whether to save the password in a file that is not encrypted.", "是否把密码保存到未加密的文件。")
    case .saveFirst: Text("Whether to save the account before a client is set up.", "设置客户端之前是否先保存账户。")
    case .printAutoconfig: Text("Whether to print the autoconfig file.", "是否输出自动配置文件。")
    case .showRegistration: Text("Whether to show how an app is registered.", "是否显示注册应用的步骤。")
    case .editAgain: Text("Whether to change the account again.", "是否再次修改账户。")
    case .keepAuthority: Text("Whether the account's authority is trusted for other servers too.", "是否对新的服务器也信任该账户的证书机构。")
    case .trustAuthority: Text("Whether to trust the authority that a configuration names.", "是否信任配置里指定的证书机构。")
    case .runCommand: Text("Whether to run the command that a configuration names.", "是否运行配置里指定的命令。")
    case .replaceEntry: Text("Whether to replace an entry of a keyring.", "是否替换密钥环里已有的条目。")
    case .replaceFile: Text("Whether to replace a file that exists.", "是否替换已有的文件。")
    case .writeFile: Text("Whether to write to a client's file.", "是否写入客户端的文件。")
    case .removeFromFile: Text("Whether to remove lines from a client's file.", "是否从客户端的文件里删除内容。")
    case .removeAccounts: Text("Whether to remove accounts.", "是否移除账户。")
    case .sendMessage: Text("Whether to send the test message.", "是否发送测试邮件。")
    case .secret: Text("The password, by the provider's name for it, or an access token.", "密码（按服务商的叫法），或访问令牌。")
    case .clientSecret: Text("The client secret of your app.", "你的应用的客户端密钥。")
    case .signInAnswer: Text("The address or the code that the browser shows at the end.", "浏览器最后显示的网址或代码。")
    }
  }

  /// The ids of the choices that are not an address, a provider, an account or the like.
  package var answers: [String] {
    switch self {
    case .similarAddress: ["keep"]
    case .correctedAddress: ["again"]
    case .addressElsewhere: ["use-provider", "other-address", "keep"]
    case .servers: ["use", "ask-exchanger", "ask-redirect", "ask-public-list", "company", "by-hand"]
    case .signIn: ["command", "browser", "device", "paste", "about-apps", "mail-clients", "elsewhere", "quit"]
    case .afterFailure:
      ["other-secret", "same", "next-servers", "imap-username", "smtp-username", "change", "guide", "page", "log", "later", "quit"]
    case .review: ["verify", "imap-server", "smtp-server", "username", "imap-username", "smtp-username", "ca-file", "address", "provider"]
    case .imapEncryption: ["tls", "starttls"]
    case .smtpEncryption: ["tls", "starttls"]
    case .whichAccount: ["-new"]
    case .savedAccount: ["check", "edit", "remove", "-new", "quit"]
    case .elsewhere: ["password", "provider", "address", "servers", "steps", "quit"]
    case .afterSuccess: ["save", "export", "settings", "done"]
    case .keyring: ["nowhere"]
    case .clientFile: ["write", "save", "print"]
    case .guide: ["next"]
    case .address, .imapServer, .smtpServer, .username, .imapUsername, .smtpUsername, .providerAddress, .helperCommand, .clientID,
      .accountName, .authorityFile, .configurationFile, .logFile, .company, .provider, .whichProvider, .brand, .mailClient,
      .importedAccount, .addressIsRight, .serverIsRight, .agreeToServers, .agreeToNearServers, .enterAnyway, .sendAnyway,
      .saveUnencrypted, .saveFirst, .printAutoconfig, .showRegistration, .editAgain, .keepAuthority, .trustAuthority, .runCommand,
      .replaceEntry, .replaceFile, .writeFile, .removeFromFile, .removeAccounts, .sendMessage, .secret, .clientSecret, .signInAnswer:
      []
    }
  }
}
