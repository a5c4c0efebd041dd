// What each command does: a line for the overview, and the paragraphs of its own page.

import Vocabulary

package enum CommandSentence {
  package static let setup = Text("set up and verify a mail account", "设置并验证邮箱账户")
  package static let guide = Text("servers and steps only; no network", "只看参数和步骤，不联网")
  package static let providers = Text("the providers it knows", "查看认识的服务商")
  package static let probe = Text("what its servers offer; no credentials", "服务器提供什么；不需要账户")
  package static let catalog = Text("every fault of a catalog, with its place", "列出目录的每个问题及位置")
  package static let export = Text("the configuration for a mail program", "输出邮件程序的配置")
  package static let secret = Text("prints a kept secret for a mail program", "把保存的密码输出给邮件程序")
  package static let accounts = Text("the saved accounts and their state", "已保存的账户及其状态")
  package static let check = Text("verifies saved accounts again; fit for cron", "重新验证已保存的账户，适合 cron")
  package static let importing = Text("an account out of a mail program's configuration", "从邮件程序的配置读取账户")
  package static let sendTest = Text("sends a message to yourself and waits for it", "给自己发一封邮件并等它到达")
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
      "Prints the configuration for a mail program on standard output, and what there is to know about it on standard error. ACCOUNT is the name or the address of a saved account; without one, --email and the options for servers say what it is. No network is used, and no secret is in it: the program fetches it with a command.",
      "在标准输出给出邮件程序的配置，需要知道的事项写到标准错误。账户是已保存账户的名称或地址；不写时由 --email 和服务器选项指定。不联网，其中也没有密码：程序会用一个命令取得密码。"),
    Text(
      "The installed version of the program decides how it is written. With --write it is put into the program's own file: between two comment lines, after the change was shown and agreed to, and after the program itself has read it without complaint, where it can do that without a login. What else is in the file stays as it is, and a copy of the old file is kept beside it. Called again, it replaces just its own lines; --remove takes them out.",
      "写法取决于该程序已安装的版本。加 --write 则写入该程序自己的文件：放在两行注释之间，先显示改动并征得同意；程序能不登录就检查配置时，还要先由它读过而没有报错。文件里的其他内容保持不变，旁边留有旧文件的副本。再次运行只替换自己的那些行；--remove 把它们移除。"
    ),
    Text(
      "Where the program cannot work with the provider it says why, names those that can, and ends with 78; with --yes it goes on all the same.",
      "如果该程序无法用于这个服务商，会说明原因，列出可用的程序，并以 78 结束；加 --yes 则照样进行。"),
  ]
  package static let aboutSecret = [
    Text(
      "For the configuration of a mail program: it runs this call and reads the secret of a saved account. setup help secrets tells where secrets are kept. A pipe or a file gets it, a terminal only with --force. Where it fails nothing is printed.",
      "写在邮件程序的配置里：程序运行这个命令，读取已保存账户的密码。密码存放在哪里见 setup help secrets。只输出到管道或文件；输出到终端需要 --force。失败时不输出任何内容。"),
    Text(
      "--for names who reads it: plain is the secret in one line, for PassCmd, passwordeval, source-cred-cmd and the like; git is what git asks a credential helper; neomutt is for account_command, netrc for the netrc-pipe of s-nail. What a form cannot carry is refused with 65.",
      "--for 指明由谁读取：plain 为一行密码，用于 PassCmd、passwordeval、source-cred-cmd 等；git 用作 git 的凭据助手；neomutt 用于 account_command；netrc 用于 s-nail 的 netrc-pipe。格式无法写出的密码会被拒绝，状态为 65。"
    ),
    Text(
      "git and NeoMutt say themselves which server they mean, and with which user name: then no account needs to be named, and only a saved account with that very server gets an answer.",
      "git 和 NeoMutt 会给出服务器和用户名，因此不必写账户；只有已保存的账户中确有该服务器时才会回答。"),
  ]
  package static let aboutAccounts = [
    Text(
      "Without an action the list: each account with its state and the date of the last check. NAME is the account's name, or its address where only one account has it. What is saved is in accounts.json in the configuration directory; no secret is in it.",
      "不写操作时显示列表：每个账户的状态和上次验证的时间。名称可以是账户名称；没有重复时也可写邮箱地址。账户保存在配置目录的 accounts.json 里，其中没有密码。"),
    Text("pause NAME and resume NAME: setup check leaves a paused account out.", "pause 名称 与 resume 名称：setup check 不验证已暂停的账户。"),
    Text(
      "edit NAME asks for everything anew, with the present answers filled in; an empty secret keeps the old one. Without a terminal options say what changes: --email, --imap, --smtp, --username and --secret-from. Nothing is saved before it is verified.",
      "edit 名称：重新询问各项，已填好现有内容；密码留空则保留原密码。没有终端时用选项指明要改的内容：--email、--imap、--smtp、--username、--secret-from。验证通过后才会保存。"),
    Text(
      "rename OLD NEW. remove NAME also removes the secret from the keyring it was stored in; it asks first, or wants --yes. What a person made or wrote there stays, and its place is named. Both name the mail programs' files that still call the account; remove offers to take those lines out. pause, resume and remove take several names.",
      "rename 旧名称 新名称。remove 名称 会同时从密钥环删除保存的密码；会先询问，否则需要 --yes。你自己建立的条目或写入的内容会保留，并指出在哪里。两者都会列出仍在使用该账户的邮件程序文件；remove 会询问是否移除那些内容。pause、resume、remove 后可写多个名称。"
    ),
    Text(
      "export [FILE] and import FILE take accounts to another computer, without secrets and without where they are. An account that is there already stays as it is, and so does an existing FILE without --yes.",
      "export [文件] 与 import 文件：把账户带到另一台电脑，不含密码，也不含密码的位置。已有的账户不会被改动；已存在的文件加 --yes 才会替换。"),
  ]
  package static let aboutCheck = [
    Text(
      "Verifies saved accounts, one after the other: all that are not paused, or those that are named. Where all is well it says nothing and ends with 0; else it prints a line for each account that needs attention and ends with the worst status. At a terminal there is a line for each account in any case; --quiet leaves them out.",
      "逐个验证已保存的账户：不写名称时验证所有未暂停的，写了就只验证这些。全部正常时不输出任何内容，以 0 结束；否则每个有问题的账户输出一行，以最严重的状态结束。在终端上每个账户都有一行，--quiet 则省去。"),
    Text(
      "An account whose secret was refused is not tried again with the same one: many providers lock an account after a few wrong logins. Naming it tries once more; setup accounts edit takes a new secret. Where the keyring is locked no login is tried. An account whose secret is not kept has a line that says so, and counts as 66; pause leaves it out without a word.",
      "密码被拒绝过的账户不会用同一个密码再试：不少服务商在几次登录失败后会锁定账户。写出名称可再试一次；用 setup accounts edit 换密码。密钥环锁着时不尝试登录。没有保存密码的账户会有一行说明，状态为 66；用 pause 可不再提示。"),
  ]
  package static let aboutImporting = [
    Text(
      "Reads the accounts out of a mail program's configuration: addresses, servers, user names. Without FILE that is the one in the program's own place. At a terminal the wizard then begins with everything filled in; otherwise the call that goes on from there is printed for each account.",
      "从邮件程序的配置里读取账户：地址、服务器、用户名。没有写文件时，读取该程序自己的配置。在终端上会带着这些内容进入向导；否则为每个账户输出可以继续的命令。"),
    Text(
      "Nothing of the file is run, no other file is opened, and no password is read: the wizard asks for it. What a file leaves open comes from the catalog.",
      "不运行文件里的任何内容，不打开其他文件，也不读取密码：向导会询问。文件里缺少的内容取自目录。"),
  ]
  package static let aboutSendTest = [
    Text(
      "Sends one message from the account's address to itself, waits for it in the inbox, looks into the folder for junk if it does not come, deletes exactly that message, and tells how long each part took. It asks first; without a terminal it needs --yes.",
      "从账户的地址给自己发一封邮件，在收件箱等它到达（没有到达时也查看垃圾邮件文件夹），只删除这一封，并给出每一步的用时。发送前会询问；没有终端时需要 --yes。"),
    Text(
      "ACCOUNT is a saved account or an address; the options are those of a verification. --timeout says how long the message may take (60). A message that does not come in time ends it with 75.",
      "账户可以是已保存的账户或邮箱地址；选项与验证时相同。--timeout 是等待邮件的时间（60）。没有按时到达时以 75 结束。"),
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
