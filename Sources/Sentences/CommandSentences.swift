// What each command does: a line for the overview, and the paragraphs of its own page.

import Vocabulary

package enum CommandSentence {
  package static let setup = Text("set up and verify a mail account", "设置并验证邮箱账户")
  package static let guide = Text("servers and steps only; no network", "只看参数和步骤，不联网")
  package static let providers = Text("the providers it knows", "查看认识的服务商")
  package static let probe = Text("what its servers offer; no credentials", "服务器提供什么；不需要账户")
  package static let catalog = Text("every fault of a catalog, with its place", "列出目录的每个问题及位置")
  package static let export = Text("the configuration for a mail program", "输出邮件程序的配置")
  package static let completion = Text("completion for this shell", "输出该 shell 的补全脚本")
  package static let manual = Text("the manual page: setup manual | man -l -", "手册页：setup manual | man -l -")
  package static let help = Text("also: exit-codes, environment, secrets", "主题：exit-codes、environment、secrets")

  package static let aboutSetup = [
    Text(
      "At a terminal it asks for whatever is not given: the provider, the address, the secret. It shows the servers and the steps to get an app password or authorization code, then logs in at the IMAP and the SMTP server over checked TLS, opens the inbox and asks whether the address is accepted as the sender. No mail is sent and nothing is changed in the mailbox.",
      "在终端上，没有给出的内容（服务商、地址、密码）都会询问。先显示服务器参数，以及获取应用密码或授权码的步骤，再通过经过检查的 TLS 登录 IMAP 和 SMTP 服务器，打开收件箱，并确认发件地址被接受。不发送邮件，也不改动邮箱里的任何内容。"
    ),
    Text(
      "Without a terminal nothing is ever asked. With neither --email nor --secret-from it shows servers and steps; with one of the two it says which is missing.",
      "没有终端时不会提出任何问题。既没有 --email 也没有 --secret-from 时，只显示参数和步骤；只给出其中一个时，会指出缺少哪个。"),
  ]
  package static let aboutGuide = [
    Text(
      "The provider is named by its id, a name or an alias in either language, a domain, or an address at it. With an address the user names are filled in.",
      "服务商可以用 id、任一语言的名称或别名、域名，或它的邮箱地址来指明。写地址时会填好用户名。")
  ]
  package static let aboutProviders = [
    Text(
      "One line each: id, name, domains. Words narrow the list: all of them have to occur in an id, a name, an alias or a domain.",
      "每行一个：id、名称、域名。关键词用来缩小范围：每个词都要出现在 id、名称、别名或域名里。")
  ]
  package static let aboutProbe = [
    Text(
      "Looks up and connects to every server and port of a provider, checks the certificates as a verification does, and tells what they offer: mechanisms, encryption, certificate, times. No login is tried and no address is sent. --imap and --smtp name servers of your own.",
      "解析并连接服务商的每个服务器和端口，按验证时同样的规则检查证书，列出它们提供的内容：登录方式、加密、证书、用时。不尝试登录，也不发送邮箱地址。可用 --imap 和 --smtp 指定自己的服务器。"),
    Text(
      "Ends with 0 when IMAP and SMTP each have a server that can be reached and trusted. --all looks at every server of the catalog once, four at a time, and ends with 0 when all are well; --timeout is then for each server.",
      "IMAP 和 SMTP 各有一个能连接且证书可信的服务器时以 0 结束。--all 把目录里的每个服务器各查看一次，每次四个，全部正常时以 0 结束；此时 --timeout 是每个服务器的时限。"),
  ]
  package static let aboutCatalog = [
    Text(
      "Ends with 0 for a good file and with 65 for one with faults. A catalog of your own is used with --catalog, or by itself when it lies in the configuration directory: setup help environment.",
      "文件没有问题时以 0 结束，有问题时以 65 结束。自己的目录用 --catalog 指定，放在配置目录里则自动使用：见 setup help environment。")
  ]
  package static let aboutExport = [
    Text(
      "Prints the configuration for a mail program on standard output, and what there is to know about it on standard error. No network is used, no file is written, and no secret is in it: the program fetches it with the command of --secret-command.",
      "在标准输出给出邮件程序的配置，需要知道的事项写到标准错误。不联网，不写文件，其中也没有密码：程序会用 --secret-command 的命令取得密码。"),
    Text(
      "Where the program cannot work with the provider it says why, names those that can, and ends with 78; with --yes it prints the text all the same.",
      "如果该程序无法用于这个服务商，会说明原因，列出可用的程序，并以 78 结束；加 --yes 则照样输出。"),
  ]
  package static let aboutCompletion = [
    Text(
      "Prints a script for the shell to read. It completes commands, options, their values and providers, and uses no network: it has setup itself list the providers, so that the list is always that of the installed program and of your own catalogs.",
      "输出供 shell 读取的脚本，可补全命令、选项、选项的值和服务商，不联网。服务商由 setup 自己列出，因此总与已安装的程序和你自己的目录一致。")
  ]
  package static let aboutManual = [
    Text(
      "Prints the manual page setup(1) for man, in the language of --lang.", "输出供 man 使用的手册页 setup(1)，语言由 --lang 决定。")
  ]
  package static let aboutHelp = [
    Text("Without a word the overview; else the page of that command or topic.", "不带参数时显示概要，否则显示该命令或主题的说明。")
  ]

  package static let needsProvider = Text("a provider or a mail address", "服务商或邮箱地址")
  package static let needsCheck = Text("check and a file", " check 和一个文件")
  package static let needsFile = Text("a file", "一个文件")
  package static let needsShell = Text("a shell: bash, zsh or fish", " shell 名称：bash、zsh 或 fish")
}
