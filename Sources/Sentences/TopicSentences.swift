// What the topics of the help say: how the program ends, what it reads of the environment, how it treats a secret.

import Registry
import Vocabulary

/// The meaning of each exit status.
package enum ExitSentence {
  package static let title = Text("How setup ends", "setup 如何结束")
  package static let ok = Text("verified, or shown what was asked for", "已验证，或已显示所要的内容")
  package static let usage = Text("wrong call", "用法错误")
  package static let badData = Text(
    "bad data: an address, a catalog, saved accounts, a secret no login can carry", "数据有误：地址、目录、已保存的账户，或无法用于登录的密码")
  package static let noInput = Text("an input is missing or unreadable", "缺少输入，或无法读取")
  package static let noHost = Text("no such host", "没有这个主机")
  package static let unreachable = Text("the server cannot be reached or says it is closed", "无法连接服务器，或服务器声明已关闭")
  package static let software = Text("a fault in this program", "本程序的错误")
  package static let system = Text("the system has no threads or descriptors left", "系统的线程或描述符已用完")
  package static let cannotCreate = Text("a file cannot be written, or a secret not kept", "无法写入文件，或无法保存密码")
  package static let inputOutput = Text("standard output cannot be written", "无法写入标准输出")
  package static let temporary = Text("temporary: try later, too many attempts or connections", "暂时的：请稍后再试，尝试或连接太多")
  package static let insecure = Text(
    "the connection cannot be trusted, or the server broke the protocol", "连接不可信，或服务器违反协议")
  package static let refused = Text("refused: the login, the inbox or the sender", "被拒绝：登录、收件箱或发件人")
  package static let unsupported = Text(
    "the account cannot work with a password as it is (no IMAP here, OAuth only), or not with this mail program",
    "这个账户目前无法用密码登录（没有 IMAP，或只支持 OAuth），或无法用于这个邮件程序")

  package static let order = Text(
    "Where both servers fail the worse decides, in the order 77, 78, 76, 69, 68, 75.", "两个服务器都失败时取较严重的，顺序为 77、78、76、69、68、75。")
  package static let signals = Text(
    "SIGINT, SIGTERM, SIGHUP and SIGQUIT end the program by that signal, after cleaning up.",
    "收到 SIGINT、SIGTERM、SIGHUP 或 SIGQUIT 时，清理后以该信号结束。")
}

/// The variables that are read, and those that are not.
package enum EnvironmentSentence {
  package static let title = Text("What setup reads besides its arguments", "setup 除参数外读取什么")
  package static let locale = Text(
    "The language, in this order: Chinese for zh with UTF-8, else English. --lang goes before them.",
    "语言，按此顺序：zh 且为 UTF-8 时用中文，否则用英文。--lang 优先。")
  package static let accessible = Text(
    "Set, and not 0, false or no: line by line, as with --plain.", "已设置且不是 0、false 或 no 时逐行显示，同 --plain。")
  package static let noColor = Text("Not empty: no colours, as with --no-color.", "不为空时不用颜色，同 --no-color。")
  package static let colour = Text("Where it is 0: no colours.", "为 0 时不用颜色。")
  package static let term = Text("Where it is dumb or not set: no colours, line by line.", "为 dumb 或未设置时不用颜色，逐行显示。")
  package static let display = Text(
    "Tell whether there is a browser to open: in a graphical session, not over SSH.", "用来判断能否打开浏览器：要有图形界面，且不是通过 SSH。")
  package static let configuration = Text(
    "Where the directory mail-setup lies that has your own catalog and the saved accounts; without it ~/.config.",
    "mail-setup 文件夹的位置，其中有自己的服务商目录和已保存的账户，未设置时为 ~/.config。")
  package static let roots = Text(
    "Other trusted certificate authorities, as OpenSSL knows them.", "另外指定受信任的证书机构，与 OpenSSL 相同。")
  package static let notUsed = Text(
    "http_proxy and the like are not used, variables such as PASSWORD are not read, nor is openssl.cnf.",
    "不使用 http_proxy 之类的变量，不读取 PASSWORD 之类的变量，也不读取 openssl.cnf。")
  package static let ownCatalog = Text("Providers of your own; read whenever it exists.", "自己的服务商目录，存在时总会读取。")
  package static let accounts = Text(
    "The accounts that were saved, without secrets. Written only when that is asked for.", "已保存的账户，其中没有密码。只在你要求时写入。")
  package static let secrets = Text(
    "A file for each secret that is kept with --store file, and only for those.", "用 --store file 保存的密码，每个一个文件；不用则没有。")
  package static let data = Text(
    "Where the folder mail-setup lies that has secrets in files; without it ~/.local/share.",
    "存放密码文件的 mail-setup 文件夹的位置，未设置时为 ~/.local/share。")
  package static let keyrings = Text(
    "As pass, GnuPG and the Secret Service know them; their programs are looked for in PATH.",
    "与 pass、GnuPG 和 Secret Service 的含义相同；它们的程序在 PATH 中查找。")
}

/// Where a secret may come from, and what becomes of it.
package enum SecretsSentence {
  package static let title = Text("How setup gets the secret, and keeps it", "setup 如何取得和保护密码")
  package static let never = Text(
    "A secret never goes on the command line, where every user of the computer can read it: there is no option for it, and --password and its like are refused.",
    "密码不能写在命令行上，因为本机的其他用户都能看到：没有这样的选项，--password 之类一律拒绝。")
  package static let prompt = Text("Asks at the terminal, without showing it.", "在终端询问，不显示。")
  package static let standardInput = Text("Reads standard input to its end.", "读取标准输入，直到结束。")
  package static let variable = Text(
    "Reads this variable. Programs of the same user can see it.", "读取这个环境变量。同一用户的程序能看到它。")
  package static let file = Text(
    "Reads this file; says so if other users could read it, too.", "读取这个文件；如果其他用户也能读取，会给出警告。")
  package static let descriptor = Text("Reads this descriptor, which the caller has opened.", "读取调用者打开的这个描述符。")
  package static let command = Text(
    "Runs this program and reads what it prints. There is no shell: words are split at blanks, quotes mean nothing.",
    "运行这个程序并读取它的输出。不经过 shell：参数以空格分开，引号没有特殊作用。")
  package static let lineBreak = Text(
    "One line break at its end is taken off. What else is removed, such as the blanks in a copied app password, is what the catalog says of that provider.",
    "末尾的一个换行会去掉。此外去掉什么（例如复制来的应用密码里的空格），以目录里该服务商的说明为准。")
  package static let sent = Text(
    "It is sent only to the account's own two servers, only after their certificates were checked; it is in no trace, no JSON and no message, and is wiped from memory after use.",
    "密码只发给账户自己的两个服务器，先检查证书再发送；它不会出现在会话记录、JSON 或任何提示里，用完即从内存清除。")

  package static let keptWhere = Text("Where it is kept: --store", "保存在哪里：--store")
  package static let kept = Text(
    "Nothing is kept unless --save and --store ask for it. Then the secret, once it is proved, is handed to the keyring on its standard input, read back and compared. setup secret prints it for mail programs. An entry that is there already, with another secret, is changed only where you agree at the terminal, and then only in its first line; --yes does not agree to it.",
    "只有用了 --save 和 --store 才会保存：验证通过后，密码经标准输入交给密钥环，再读回核对。setup secret 把它输出给邮件程序。已有的条目如果是另一个密码，只有你在终端同意后才改动，而且只改第一行；--yes 不表示同意。")
  package static func keptIn(_ keyring: Keyring) -> Text {
    switch keyring {
    case .secretService:
      Text(
        "The Secret Service of a desktop session: GNOME Keyring, KWallet, KeePassXC. The item has the attributes service mailsetup and account ADDRESS.",
        "桌面会话的 Secret Service：GNOME Keyring、KWallet、KeePassXC。条目属性为 service mailsetup 和 account 地址。")
    case .pass:
      Text(
        "The entry mail/ADDRESS of pass, encrypted with your GnuPG key; mail/ADDRESS#NAME where another account has that one.",
        "pass 的条目 mail/地址，用你的 GnuPG 密钥加密；该条目已属于另一个账户时为 mail/地址#名称。")
    case .gopass:
      Text(
        "The same in gopass. Tried with that of Debian 12, not yet with that of gopass.pw.",
        "同上，用于 gopass。已用 Debian 12 的版本试过，gopass.pw 的版本尚未试过。")
    case .keychain: Text("The keychain of macOS. Not tried on a Mac yet.", "macOS 钥匙串。尚未在 Mac 上试过。")
    case .file:
      Text(
        "A file that only you can read. It is not encrypted: whoever gets the disk or a backup can read it. The last resort.",
        "只有你能读取的文件。没有加密，拿到磁盘或备份的人就能读出。万不得已时才用。")
    }
  }
}
