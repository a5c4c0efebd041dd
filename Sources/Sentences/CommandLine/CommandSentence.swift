// What each command does: one line for the overview, and the paragraphs of the command's own page.

import Vocabulary

package enum CommandSentence {
  package static let setup = Text("set up and check an email account", "设置邮箱账户并验证")
  package static let guide = Text("show servers and steps (offline)", "查看服务器参数和步骤（不联网）")
  package static let providers = Text("list or search the providers", "列出或查找服务商")
  package static let probe = Text("check a provider's servers (no account needed)", "检查服务商的服务器（不需要账户）")
  package static let catalog = Text("check your own provider file", "检查自定义的服务商文件")
  package static let export = Text("print the configuration for a mail client", "生成邮件客户端的配置")
  package static let secret = Text("print a saved password for a mail client", "向邮件客户端输出保存的密码")
  package static let login = Text("sign in again in a browser", "重新在浏览器里授权登录")
  package static let accounts = Text("list and manage saved accounts", "查看和管理已保存的账户")
  package static let check = Text("check saved accounts again (fit for cron)", "重新验证已保存的账户（可用于 cron）")
  package static let importing = Text("import accounts from a mail client", "从邮件客户端的配置导入账户")
  package static let sendTest = Text("send yourself a message and wait for it", "给自己发一封测试邮件并等待收到")
  package static let completion = Text("print the completion script for a shell", "输出 shell 补全脚本")
  package static let manual = Text("print the manual page: setup manual | man -l -", "输出手册页：setup manual | man -l -")
  package static let help = Text("topics: exit-codes, environment, secrets, json", "主题：exit-codes、environment、secrets、json")

  package static let aboutSetup = [
    Text(
      "At a terminal, setup asks for what is missing: the provider, the address, the password. It shows the servers and the steps to get an app password or authorization code, then signs in to the IMAP and SMTP servers over verified TLS, opens the inbox, and checks that the address is accepted as the sender. It sends no mail and changes nothing in the mailbox.",
      "在终端里运行时，会逐项询问缺少的内容：服务商、邮箱地址、密码。先显示服务器参数和获取应用密码或授权码的步骤，再通过已验证的加密连接登录 IMAP 和 SMTP 服务器，打开收件箱，并确认可以用这个地址发信。整个过程不发送邮件，也不改动邮箱里的内容。"
    ),
    Text(
      "Without a terminal, setup never asks. Without --email and --secret-from it only shows servers and steps; with just one of them it tells you what is missing.",
      "不在终端里运行时，不会提任何问题。--email 和 --secret-from 都没有时，只显示参数和步骤；只有其中一个时，会说明缺少哪一个。"),
  ]
  package static let aboutLogin = [
    Text(
      "For accounts without a password, when the sign-in has expired or was revoked. Everything else of the account stays. The new sign-in is checked at both servers before it replaces the old one. It is saved in the keyring of the account, or where --store says.",
      "用于不使用密码的账户：授权登录过期或被撤销时使用。账户的其他内容不变。新的登录在两台服务器上验证之后，才会取代旧的。保存在账户原来的密钥环里，或 --store 指定的位置。")
  ]
  package static let aboutGuide = [
    Text(
      "Name the provider by id, by name or alias in either language, by domain, or by an address there. With an address, the usernames are filled in.",
      "服务商可以写 id、中英文名称或别名、域名，也可以写邮箱地址；写地址时会填好用户名。")
  ]
  package static let aboutProviders = [
    Text(
      "One line per provider: id, name, domains. With search words, only providers that match all of them, in id, name, alias or domain.",
      "每行一个：id、名称、域名。加上关键词，就只列出 id、名称、别名或域名中含有全部关键词的服务商。")
  ]
  package static let aboutProbe = [
    Text(
      "Connects to every server and port of a provider, checks the certificates, and lists what the servers offer: sign-in methods, encryption, certificate, times. It does not sign in and sends no address. To check your own servers, use --imap and --smtp.",
      "连接服务商的每个服务器和端口，检查证书，并列出登录方式、加密、证书和用时。不登录，也不发送邮箱地址。要检查自己的服务器，用 --imap 和 --smtp 指定。"),
    Text(
      "The exit status is 0 if IMAP and SMTP each have a server that is reachable and trusted. --all checks every server in the list once, four at a time, and exits with 0 if all are reachable and trusted; --timeout then applies to each server.",
      "IMAP 和 SMTP 都至少有一台服务器能连接且证书可信时，退出码为 0。--all 把列表里的每台服务器各检查一次，同时检查四台，全部正常时退出码为 0；这时 --timeout 是每台服务器的时限。"),
  ]
  package static let aboutCatalog = [
    Text(
      "The exit status is 0 if the file is good and 65 if not. Use your own file with --catalog, or put it into the configuration directory to have it read every time: see setup help environment.",
      "文件没有问题时退出码为 0，否则为 65。自定义文件用 --catalog 指定；放进配置目录，每次都会自动读取：见 setup help environment。")
  ]
  package static let aboutExport = [
    Text(
      "Prints the configuration for a mail client on standard output, and notes about it on standard error. ACCOUNT is the name or address of a saved account; without it, use --email and the server options. Works offline. The password is never in the configuration: the client gets it from a command.",
      "在标准输出给出邮件客户端的配置，注意事项写到标准错误。账户是已保存账户的名称或地址；不写时用 --email 和服务器选项指定。不联网。配置里没有密码：客户端通过命令取得密码。"),
    Text(
      "The configuration suits the version of the client installed here. With --write it goes into the client's own file, between two comment lines, after you have seen and approved the change and the client has read the new file without errors, if it can do so without signing in. The rest of the file is not changed, and a copy of the old file is saved next to it. Running it again replaces only its own lines; --remove deletes them.",
      "配置按本机安装的客户端版本生成。加 --write 会写进客户端自己的配置文件，放在两行注释之间：先显示改动、征得你同意，并让客户端试读新文件（前提是不登录也能检查）。文件的其余内容不变，旁边保留旧文件的副本。再次运行只替换自己的那几行；--remove 把它们删掉。"
    ),
    Text(
      "If a client cannot work with the provider, setup explains why, names clients that can, and exits with 78; --yes overrides this.",
      "如果客户端不支持这个服务商，会说明原因，列出可用的客户端，退出码为 78；加 --yes 仍然生成。"),
  ]
  package static let aboutSecret = [
    Text(
      "For use in a mail client's configuration: the client runs this command to get the password of a saved account. For where passwords are saved see setup help secrets. Output goes to a pipe or file; to a terminal only with --force. On failure nothing is printed.",
      "写在邮件客户端的配置里，由客户端运行，取得已保存账户的密码。密码存放在哪里，见 setup help secrets。只输出到管道或文件；要在终端上显示，加 --force。失败时不输出任何内容。"),
    Text(
      "--for selects the format: plain prints the password on one line, for PassCmd, passwordeval, source-cred-cmd and similar settings; git is a git credential helper; neomutt is for account_command; netrc is for s-nail's netrc-pipe. If a format cannot express the password, the exit status is 65.",
      "--for 指定输出格式：plain 输出一行密码，用于 PassCmd、passwordeval、source-cred-cmd 等；git 用作 git 的凭据助手；neomutt 用于 account_command；netrc 用于 s-nail 的 netrc-pipe。密码无法用该格式表示时，退出码为 65。"
    ),
    Text(
      "git and NeoMutt pass the server and the username themselves, so you need not name an account. setup answers only if a saved account uses exactly that server.",
      "git 和 NeoMutt 会自己给出服务器和用户名，所以不必写账户；只有已保存的账户使用这台服务器时才会回答。"),
  ]
  package static let aboutAccounts = [
    Text(
      "Without an action: lists the accounts, each with its state and the date of the last check. NAME is the account's name, or its address if only one account has it. Accounts are saved in accounts.json in the configuration directory, without passwords.",
      "不写操作时列出账户，以及各自的状态和上次验证的时间。名称可以是账户名称；地址不重复时也可以写地址。账户保存在配置目录的 accounts.json 里，其中没有密码。"),
    Text("pause NAME, resume NAME: setup check skips paused accounts.", "pause 名称、resume 名称：setup check 会跳过已暂停的账户。"),
    Text(
      "edit NAME asks for everything again, with the current answers filled in; an empty password keeps the old one. Without a terminal, use --email, --imap, --smtp, --username and --secret-from for what changes. Changes are saved only once they work.",
      "edit 名称：重新询问各项，现有内容已经填好；密码留空则保留原密码。不在终端里运行时，用 --email、--imap、--smtp、--username、--secret-from 指定要改的内容。验证通过后才会保存。"),
    Text(
      "rename OLD NEW. remove NAME also deletes the password from the keyring; it asks first, or needs --yes. An entry you made yourself, or added lines to, stays, and you are told where it is. Both list the files of mail clients that still use the account; remove offers to delete those lines. pause, resume and remove accept several names.",
      "rename 旧名称 新名称。remove 名称 会同时从密钥环删除保存的密码；会先询问，否则需要 --yes。你自己建立的条目或写入的内容会保留，并指出在哪里。两者都会列出仍在使用该账户的客户端配置文件；remove 会询问是否移除那些内容。pause、resume、remove 后可写多个名称。"
    ),
    Text(
      "export [FILE] and import FILE move accounts to another computer, without passwords. Existing accounts are not changed, and an existing FILE is replaced only with --yes.",
      "export [文件]、import 文件：把账户带到另一台电脑，不含密码。已有的账户不会改动；文件已存在时，加 --yes 才会替换。"),
  ]
  package static let aboutCheck = [
    Text(
      "Checks saved accounts one after the other: all that are not paused, or the ones you name. If everything works, it prints nothing and exits with 0; otherwise it prints one line for each account that needs attention and exits with the most serious status. At a terminal every account gets a line; --quiet turns that off.",
      "逐个验证已保存的账户：默认验证所有未暂停的，写了名称就只验证这些。全部正常时没有输出，退出码为 0；否则每个有问题的账户输出一行，退出码取最严重的。在终端里，每个账户都会显示一行；加 --quiet 则不显示。"),
    Text(
      "A password that was rejected is not tried again: many providers lock an account after a few failed sign-ins. Name the account to try it again, or set a new password with setup accounts edit. If the keyring is locked, no sign-in is tried. An account without a saved password gets a line, too, and counts as 66; setup accounts pause skips it.",
      "密码被拒绝过的账户不会用同一个密码再试：不少服务商在几次登录失败后会锁定账户。写出名称可再试一次；用 setup accounts edit 换密码。密钥环锁着时不尝试登录。没有保存密码的账户会有一行说明，状态为 66；用 pause 可不再提示。"),
  ]
  package static let aboutImporting = [
    Text(
      "Reads accounts from a mail client's configuration: addresses, servers, usernames. Without FILE, from the client's usual place. At a terminal the wizard then starts with everything filled in; otherwise the command to continue is printed for each account.",
      "从邮件客户端的配置里读取账户：地址、服务器、用户名。不写文件时，读取客户端默认位置的配置。在终端里会带着这些内容进入向导；否则为每个账户给出下一步要运行的命令。"),
    Text(
      "Nothing in the file is run, no other file is opened, and no password is read: setup asks for it. What the file does not say comes from the built-in list.",
      "不会运行文件里的任何内容，不打开其他文件，也不读取密码，密码由向导询问。文件里没有的内容取自内置列表。"),
  ]
  package static let aboutSendTest = [
    Text(
      "Sends one message from the account to itself, waits for it in the inbox (and looks in the junk folder), deletes exactly that message, and shows how long each part took. It asks first; without a terminal it needs --yes.",
      "用这个账户给自己发一封邮件，在收件箱等它到达（没有到达时也查看垃圾邮件），只删除这一封，并显示各步的用时。发送前会询问；不在终端里运行时要加 --yes。"),
    Text(
      "ACCOUNT is a saved account or an address; the other options are the same as for setup. --timeout is how long to wait for the message (default 60 seconds). If it does not arrive in time, the exit status is 75.",
      "账户可以是已保存的账户或邮箱地址；其他选项与 setup 相同。--timeout 是等待邮件的时间（默认 60 秒）。没有按时到达时，退出码为 75。"),
  ]
  package static let aboutCompletion = [
    Text(
      "Prints a script that completes commands, options, their values and providers in your shell, offline. The providers come from setup itself, so they always match the installed version and your own provider file.",
      "输出供 shell 读取的脚本，用来补全命令、选项、选项的值和服务商，不联网。服务商由 setup 提供，始终与安装的版本和自定义的服务商文件一致。")
  ]
  package static let aboutManual = [
    Text(
      "Prints the manual page setup(1), in the language of --lang.", "输出手册页 setup(1)，语言由 --lang 决定。")
  ]
  package static let aboutHelp = [
    Text("Without an argument the overview, otherwise the page of that command or topic.", "不带参数时显示概要，否则显示该命令或主题的说明。")
  ]

}
