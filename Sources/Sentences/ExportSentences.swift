// What is said about an exported configuration, beside it: on standard error.

import Export
import Vocabulary

package enum ExportSentence {
  package static let needsClient = Text("a mail program", "邮件程序的名称")
  package static let needsAddress = Text("an account: the name of a saved one, or --email", "账户：已保存账户的名称，或 --email")
  package static let needsUsername = Text("--username: it cannot be told from the address", " --username：无法从邮箱地址得知")
  package static let needsOneOf = Text("one of \(names(", "))", "以下之一：\(names("、"))")
  package static let needsCommand = Text(
    "a program and its arguments; for what only a shell can do write a script", "程序及其参数；需要 shell 才能做到的事请写成脚本")
  package static let needsRealProvider = Text("a provider outside of this program", "本程序之外的服务商")

  /// For the page of the command.
  package static let clients = Text(
    "CLIENT is one of: \(names(", ")). CLIENT@VERSION writes for that version instead of the installed one.",
    "客户端是以下之一：\(names(", "))。写成“客户端@版本”时按该版本输出，而不是按已安装的版本。")

  package static let agree = Text("With --yes it is done all the same.", "加 --yes 则照样进行。")

  package static func installed(_ client: Client, _ version: ClientVersion) -> Text {
    Text("For \(client.rawValue) \(version), which is installed here.", "按这里已安装的 \(client.rawValue) \(version) 输出。")
  }

  package static func versionUnknown(_ client: Client) -> Text {
    Text(
      "No installed \(client.rawValue) that tells its version was found: this suits the newest one. For another write \(client.rawValue)@VERSION.",
      "没有找到能报出版本的 \(client.rawValue)，因此按最新版本输出。要用于其他版本，请写 \(client.rawValue)@版本。")
  }

  private static func names(_ separator: String) -> String { Client.allCases.map(\.rawValue).joined(separator: separator) }

  package static func text(_ fault: ExportFault) -> (error: Text, hint: Text?) {
    switch fault {
    case .unusableName:
      (
        Text(
          "The user name holds something that is not printable, or a blank at an end.", "用户名含有不可打印的字符，或者首尾有空格。"), nil
      )
    case .unusableCommand:
      (Text("The command for the secret holds something that is not printable.", "取得密码的命令含有不可打印的字符。"), nil)
    case .unusableAuthority:
      (Text("The path of the certificate authority's file is not printable.", "证书机构文件的路径含有不可打印的字符。"), nil)
    case .cannotHold(let client, let field):
      (
        Text(
          "The configuration of \(client.rawValue) has no way to write this \(Self.field(field).english).",
          "\(client.rawValue) 的配置无法写出这个\(Self.field(field).simplifiedChinese)。"),
        field == .secretCommand ? Text("Put the command into a script with a plain name.", "请把命令写进一个名称简单的脚本。") : nil
      )
    case .obstructed(let client, let obstacle, let alternatives):
      (text(obstacle, client), hint(obstacle, alternatives.map(\.rawValue)))
    }
  }

  private static func field(_ field: ExportFault.Field) -> Text {
    switch field {
    case .address: Text("address", "邮箱地址")
    case .userName: Text("user name", "用户名")
    case .secretCommand: Text("command for the secret", "取得密码的命令")
    case .authorityFile: Text("path of the certificate authority's file", "证书机构文件的路径")
    }
  }

  package static func text(_ obstacle: Obstacle, _ client: Client) -> Text {
    switch obstacle {
    case .sendsNoID:
      Text(
        "\(client.rawValue) cannot open a mailbox at this provider: the server demands that a program introduces itself (IMAP ID), and \(client.rawValue) does not.",
        "\(client.rawValue) 打不开这个服务商的邮箱：服务器要求客户端自报身份（IMAP ID），而 \(client.rawValue) 不会这样做。")
    case .sendsNoIDYet(let version, let since):
      Text(
        "\(client.rawValue) \(version) cannot open a mailbox at this provider: the server demands that a program introduces itself (IMAP ID), which \(client.rawValue) can since \(since).",
        "\(client.rawValue) \(version) 打不开这个服务商的邮箱：服务器要求客户端自报身份（IMAP ID），\(client.rawValue) 从 \(since) 起才支持。")
    case .knowsNoAuthority:
      Text(
        "\(client.rawValue) has no setting for a certificate authority of your own, and would not trust these servers. \(ownAuthority(client).english)",
        "\(client.rawValue) 没有设置自有证书机构的选项，不会信任这些服务器。\(ownAuthority(client).simplifiedChinese)")
    case .tooOld(let version, let since):
      Text(
        "\(client.rawValue) \(version) cannot read this configuration; that takes \(since) or newer.",
        "\(client.rawValue) \(version) 读不懂这份配置，需要 \(since) 或更新的版本。")
    case .cannotInsistOnTLS:
      Text(
        "This IMAP server begins in clear, and \(client.rawValue) cannot be told to insist on STARTTLS: the secret could go over the network in clear.",
        "这个 IMAP 服务器以明文开始，而 \(client.rawValue) 无法强制使用 STARTTLS：密码可能以明文经过网络。")
    }
  }

  /// How it can be made to trust the authority all the same.
  private static func ownAuthority(_ client: Client) -> Text {
    switch client {
    case .aerc: Text("Start it with SSL_CERT_FILE=FILE in its environment.", "启动时请在环境变量里设置 SSL_CERT_FILE=文件。")
    case .autoconfig:
      Text("Import the file in Thunderbird: Settings, Privacy & Security, Certificates.", "请在 Thunderbird 的“设置 > 隐私与安全 > 证书”里导入该文件。")
    case .apple: Text("Install the certificate on the device and turn on full trust for it.", "请在设备上安装该证书，并开启完全信任。")
    case .neomutt, .mutt, .himalaya, .mbsync, .msmtp, .offlineimap, .getmail, .fetchmail, .sNail, .git, .swaks, .curl, .emacs, .json, .env:
      Text("Add the certificate to the store of the system.", "请把证书加入系统的证书库。")
    }
  }

  private static func hint(_ obstacle: Obstacle, _ names: [String]) -> Text {
    let those = Text("Those that can: \(names.joined(separator: ", ")).", "可用的程序：\(names.joined(separator: "、"))。")
    return obstacle.isFinal
      ? those : Text("\(those.english) \(agree.english)", those.simplifiedChinese + agree.simplifiedChinese)
  }

  /// The secret of a saved account.
  package static func keptSecret(_ command: Visible) -> Text {
    Text("It fetches the secret with: \(command)", "它用这个命令取得密码：\(command)")
  }

  /// A command of the call's.
  package static func givenSecret(_ command: Visible) -> Text {
    Text(
      "It fetches the secret with: \(command). That has to print the secret as its only line.",
      "它用这个命令取得密码：\(command)。该命令只能输出一行，即密码。")
  }

  /// Nobody has said how the secret is to be had.
  package static func unknownSecret(_ command: Visible) -> Text {
    Text(
      "Where the secret of this account is, is not known. \(command) stands in place of a command and fails until you replace it: give --secret-command, or save the account with its secret (setup --save NAME --store KEYRING) and export it by its name.",
      "不知道这个账户的密码保存在哪里。命令的位置写的是 \(command)，在你替换之前会失败：请用 --secret-command 指定命令，或者把账户连同密码一起保存（setup --save 名称 --store 密钥环）后按名称导出。")
  }

  package static func asksItself(_ client: Client) -> Text {
    client == .emacs
      ? Text("Emacs takes the secret from ~/.authinfo.gpg, not from a command.", "Emacs 从 ~/.authinfo.gpg 读取密码，不使用命令。")
      : Text("The program asks for the secret itself; no command is used.", "程序会自行询问密码，不使用命令。")
  }

  /// `path` where it is a file: the one the program would read, as far as that is known.
  package static func text(_ place: Place, path: Visible?) -> Text? {
    switch place {
    case .file:
      path.map { Text("It goes into \($0); with --write it is put there.", "放进 \($0)；加 --write 则写入该文件。") }
    case .privateFile:
      path.map {
        Text(
          "It goes into \($0), which nobody else may read; with --write it is put there.", "放进 \($0)，不能让其他用户读取；加 --write 则写入该文件。")
      }
    case .script: Text("This is a script: setup export … > FILE, then sh FILE.", "这是一个脚本：setup export … > 文件，然后运行 sh 文件。")
    case .web(let address):
      Text(
        "For a domain of your own it goes to \(address); Thunderbird also reads isp/DOMAIN.xml in its program folder.",
        "自己的域名可放到 \(address)；Thunderbird 也会读取程序目录里的 isp/域名.xml。")
    case .profile:
      Text("Save it with the ending .mobileconfig and open it on the device.", "用 .mobileconfig 作扩展名保存，并在设备上打开。")
    case .anywhere: nil
    }
  }

  package static func text(_ remark: Remark) -> Text {
    switch remark {
    case .switchesIDOn(let version):
      Text(
        "This provider demands IMAP ID. The switch for it is in there; it needs version \(version) or newer.",
        "这个服务商要求 IMAP ID。配置里已打开相应的选项，需要 \(version) 或更新的版本。")
    case .programMustSendID:
      Text("This provider opens no mailbox to programs that do not send IMAP ID.", "这个服务商不向不发送 IMAP ID 的程序开放邮箱。")
    case .trustsOnly(let file, let hosts):
      Text(
        "It trusts only the authorities in \(Visible(file, limit: 200)) for \(hosts). If a public authority signed that certificate, take the line out.",
        "它对 \(hosts) 只信任 \(Visible(file, limit: 200)) 里的证书机构。如果那个证书由公共机构签发，请删去这一行。")
    case .savesAccepted(let file):
      Text(
        "Certificates that you accept for good in Mutt are added to \(Visible(file, limit: 200)).",
        "在 Mutt 里永久接受的证书会写入 \(Visible(file, limit: 200))。")
    case .loginIsNotAddress(let mailProtocol, let name):
      Text(
        "The \(mailProtocol.spoken) user name here is \(Visible(name)), not the address.",
        "这里的 \(mailProtocol.spoken) 用户名是 \(Visible(name))，不是邮箱地址。")
    case .addToAccounts(let label):
      Text(
        "The file names its accounts in [general] already: add \(label) to the line accounts there.",
        "该文件的 [general] 里已列出账户：请在 accounts 那一行加上 \(label)。")
    case .needsMaildir:
      Text(
        "The Maildir has to exist, with cur, new and tmp in it; ca_certs is where Debian has its certificates.",
        "Maildir 必须已存在，其中有 cur、new、tmp；ca_certs 是 Debian 的证书位置。")
    case .needsFolder(let path): Text("The folder has to exist: mkdir -p \(path)", "该文件夹必须已存在：mkdir -p \(path)")
    case .needsFileName(let name): Text("Run it with: getmail --rcfile \(name)", "运行方法：getmail --rcfile \(name)")
    case .needsDelivery:
      Text(
        "fetchmail hands the mail to the local mail server; for another delivery add --mda PROGRAM. All mail stays on the server.",
        "fetchmail 把邮件交给本机邮件服务器；要用其他方式投递，请加 --mda 程序。邮件都会保留在服务器上。")
    case .checksNoHostName:
      Text(
        "Old versions of swaks, such as the 20201014 of Debian 12, check the certificate but not the host name in it.",
        "旧版 swaks（例如 Debian 12 的 20201014）检查证书，但不核对其中的主机名。")
    case .isNotSigned: Text("The profile is not signed; the device will say so.", "该描述文件没有签名，设备会给出提示。")
    case .needsFetcher(let client):
      Text(
        "mu4e fetches with \(client.rawValue): export that, too.", "mu4e 用 \(client.rawValue) 收取邮件：请一并导出。")
    }
  }
}
