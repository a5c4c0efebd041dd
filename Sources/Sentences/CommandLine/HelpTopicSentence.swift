// The topics of the help: exit statuses, environment variables, how secrets are handled.

import AccountStore
import Vocabulary

/// The meaning of each exit status.
package enum ExitSentence {
  package static let title = Text("Exit status of setup", "setup 的退出码")
  package static let ok = Text("success: the account works, or what you asked for was shown", "成功：验证通过，或已显示所要的内容")
  package static let usage = Text("usage error", "用法错误")
  package static let badData = Text(
    "invalid data: an address, a provider file, the saved accounts, or a password that cannot be used to sign in",
    "数据有误：邮箱地址、服务商文件、已保存的账户，或无法用于登录的密码")
  package static let noInput = Text("some input is missing or cannot be read", "缺少输入，或无法读取")
  package static let noHost = Text("server name not found", "找不到服务器")
  package static let unreachable = Text("the server cannot be reached, or says it is unavailable", "无法连接服务器，或服务器暂停服务")
  package static let software = Text("internal error in setup", "程序内部错误")
  package static let system = Text("the system is out of threads or file descriptors", "系统的线程或文件描述符已用完")
  package static let cannotCreate = Text("a file could not be written, or a password not saved", "无法写入文件，或无法保存密码")
  package static let inputOutput = Text("standard output could not be written", "无法写入标准输出")
  package static let temporary = Text("temporary problem: try again later (too many attempts or connections)", "暂时的问题：请稍后再试（尝试或连接太多）")
  package static let insecure = Text(
    "the connection is not secure, or the server broke the protocol", "连接不安全，或服务器违反协议")
  package static let refused = Text("rejected: the sign-in, the inbox or the sender", "被拒绝：登录、收件箱或发件人")
  package static let unsupported = Text(
    "this account cannot work with a password (no IMAP, or OAuth only), or not with this mail client",
    "这个账户无法用密码登录（没有 IMAP，或只支持 OAuth），或不适用于这个邮件客户端")

  package static let timedOut = Text(
    "no answer came: with --timeout, a question waited that many seconds without a key", "没有收到回答：指定了 --timeout，而提问后这么多秒没有按键")

  package static let order = Text(
    "If both servers fail, the more serious status counts, in this order: 77, 78, 76, 69, 68, 75.", "两台服务器都失败时取较严重的，顺序为 77、78、76、69、68、75。")
  package static let signals = Text(
    "On SIGINT, SIGTERM, SIGHUP or SIGQUIT setup cleans up and ends by that signal.",
    "收到 SIGINT、SIGTERM、SIGHUP 或 SIGQUIT 时，先清理，再以该信号结束。")
}

/// The variables that this program reads, and those that it ignores.
package enum EnvironmentSentence {
  package static let title = Text("Environment and files", "环境变量与文件")
  package static let locale = Text(
    "The language, first match wins: Chinese for zh with UTF-8, otherwise English. --lang takes precedence.",
    "语言，按此顺序取第一个：zh 且为 UTF-8 时用中文，否则用英文。--lang 优先。")
  package static let accessible = Text(
    "If set, and not 0, false or no: line by line, as with --plain.", "已设置且不是 0、false 或 no：逐行显示，同 --plain。")
  package static let noColor = Text("If not empty: no colors, as with --no-color.", "不为空：不使用颜色，同 --no-color。")
  package static let colour = Text("If 0: no colors.", "为 0：不使用颜色。")
  package static let forcedColour = Text(
    "If set, and not 0: colors in pipes and files too, unless NO_COLOR is set.", "已设置且不是 0：输出到管道和文件时也使用颜色，除非设置了 NO_COLOR。")
  package static let term = Text("If dumb or not set: no colors, line by line.", "为 dumb 或未设置：不使用颜色，逐行显示。")
  package static let display = Text(
    "Used to tell whether a browser can be opened: only in a graphical session, never over SSH.", "用来判断能否打开浏览器：只在图形界面里打开，通过 SSH 时不打开。")
  package static let configuration = Text(
    "The directory that contains mail-setup, with your provider file and saved accounts (default ~/.config).",
    "mail-setup 文件夹所在的位置，其中有自定义的服务商文件和已保存的账户（默认 ~/.config）。")
  package static let roots = Text(
    "Use these trusted certificate authorities instead, as with OpenSSL.", "改用这里指定的受信任证书机构，与 OpenSSL 相同。")
  package static let notUsed = Text(
    "Not used: proxy variables such as http_proxy, variables such as PASSWORD, and openssl.cnf.",
    "不使用 http_proxy 之类的代理变量，不读取 PASSWORD 之类的变量，也不读取 openssl.cnf。")
  package static let ownCatalog = Text("Your own provider file, read if it exists.", "自定义的服务商文件，存在时自动读取。")
  package static let accounts = Text(
    "Your saved accounts, without passwords. Written only when you ask for it.", "已保存的账户，不含密码。只在你要求时写入。")
  package static let secrets = Text(
    "One file per password saved with --store file; nothing else.", "用 --store file 保存的密码，每个一个文件；没有其他内容。")
  package static let data = Text(
    "The directory that contains mail-setup, with password files (default ~/.local/share).",
    "密码文件所在的 mail-setup 文件夹的位置（默认 ~/.local/share）。")
  package static let keyrings = Text(
    "Same meaning as for pass, GnuPG and the Secret Service; their programs are found through PATH.",
    "与 pass、GnuPG 和 Secret Service 中的含义相同；它们的程序通过 PATH 查找。")
}

/// Where a secret can come from, and how it is handled.
package enum SecretsSentence {
  // The values of `--secret-from` with a placeholder.
  package static let variableForm = Text("env:NAME", "env:变量名")
  package static let fileForm = Text("file:PATH", "file:路径")
  package static let descriptorForm = Text("fd:N", "fd:编号")
  package static let commandForm = Text("command:PROGRAM ARGS", "command:程序 参数")

  package static let title = Text("How setup gets and saves your password", "setup 如何取得和保存密码")
  package static let never = Text(
    "A password never goes on the command line, where every user of this computer can read it. There is no option for it; --password and similar options are rejected.",
    "密码不能写在命令行里，因为本机的其他用户都能看到。没有这样的选项；--password 之类一律拒绝。")
  package static let prompt = Text("Ask at the terminal, without showing what is typed.", "在终端里询问，输入内容不显示。")
  package static let standardInput = Text("Read standard input to the end.", "读取标准输入，直到结束。")
  package static let variable = Text(
    "Read this environment variable. Other programs of the same user can see it.", "读取这个环境变量。同一用户的其他程序能看到它。")
  package static let file = Text(
    "Read this file; warns if other users can read it too.", "读取这个文件；其他用户也能读取时会给出警告。")
  package static let descriptor = Text("Read this file descriptor, opened by the caller.", "读取调用者打开的这个文件描述符。")
  package static let command = Text(
    "Run this program and read its output. There is no shell: arguments are split at spaces, and quotes have no meaning.",
    "运行这个程序并读取输出。不经过 shell：参数以空格分隔，引号没有特殊作用。")
  package static let lineBreak = Text(
    "One line break at the end is removed. Anything else, such as spaces in a copied app password, is removed only where the provider's entry calls for it.",
    "末尾的一个换行会去掉。其他内容（例如复制来的应用密码里的空格）是否去掉，要看服务商的要求。")
  package static func wait(minutes: Int) -> Text {
    Text(
      "setup waits up to \(minutes) minutes for a password from standard input, a file descriptor or a program, because the program may have to ask you something first. --timeout does not change that: it limits the check that follows.",
      "从标准输入、文件描述符或程序取得密码时，最多等 \(minutes) 分钟，因为程序可能要先问你。--timeout 不影响这段时间，它限制的是之后的验证。")
  }
  package static let sent = Text(
    "The password is sent only to the account's own two servers, after their certificates have been verified. It never appears in a log, in JSON or in a message, and is wiped from memory after use.",
    "密码只发给这个账户的两台服务器，而且先验证证书。它不会出现在通信记录、JSON 或任何提示里，用完即从内存清除。")

  package static let keptWhere = Text("Where passwords are saved: --store", "保存在哪里：--store")
  package static let kept = Text(
    "A password is saved only with --save and --store. Once it has been accepted, it is passed to the keyring on standard input, read back and compared. setup secret prints it for mail clients. An existing entry with a different password is changed only if you agree at the terminal, and then only its first line; --yes does not agree to that. An entry is read only from the store it was saved in (PASSWORD_STORE_DIR, XDG_DATA_HOME).",
    "只有同时使用 --save 和 --store 才会保存密码。验证通过后，密码经标准输入交给密钥环，再读回核对。邮件客户端用 setup secret 取得密码。已有的条目如果是另一个密码，只有你在终端里同意才会改动，而且只改第一行；--yes 不算同意。条目只从保存时所在的位置读取（PASSWORD_STORE_DIR、XDG_DATA_HOME）。"
  )
  package static func keptIn(_ keyring: Keyring) -> Text {
    switch keyring {
    case .secretService:
      Text(
        "The Secret Service of your desktop: GNOME Keyring, KWallet or KeePassXC. The entry has the attributes service=mailsetup and account=ADDRESS.",
        "桌面会话的 Secret Service：GNOME Keyring、KWallet 或 KeePassXC。条目的属性为 service=mailsetup 和 account=地址。")
    case .pass:
      Text(
        "pass, in the entry mail/ADDRESS, encrypted with your GnuPG key; in mail/ADDRESS#NAME if another account has that entry.",
        "pass 的条目 mail/地址，用你的 GnuPG 密钥加密；该条目已属于另一个账户时为 mail/地址#名称。")
    case .gopass:
      Text(
        "gopass, in the same entry. Tested with the gopass of Debian 12, not yet with the one from gopass.pw.",
        "gopass 的同名条目。已用 Debian 12 的版本测试过，gopass.pw 的版本尚未测试。")
    case .keychain: Text("The macOS keychain. Not yet tested on a Mac.", "macOS 钥匙串。尚未在 Mac 上测试过。")
    case .file:
      Text(
        "A file that only you can read. It is not encrypted: anyone who gets the disk or a backup can read it. Use it only if nothing else works.",
        "只有你能读取的文件。没有加密，拿到硬盘或备份的人都能读出。没有其他办法时才用。")
    }
  }
}
