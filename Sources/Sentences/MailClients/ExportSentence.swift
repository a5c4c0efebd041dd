// Sentences printed on standard error beside an exported configuration.

import MailClients
import Vocabulary

package enum ExportSentence {

  /// For the help page of the command.
  package static let clients = Text(
    "CLIENT is one of: \(names(", ")). CLIENT@VERSION writes for that version instead of the installed one.",
    "客户端可以是：\(names("、"))。写成「客户端@版本」，就按该版本生成，不看已安装的版本。")

  package static let agree = Text("To do it anyway, add --yes.", "加 --yes 可以强制生成。")

  package static func installed(_ client: MailClient, _ version: ClientVersion) -> Text {
    Text("Written for \(client.rawValue) \(version), the version installed here.", "按本机安装的 \(client.rawValue) \(version) 生成。")
  }

  package static func versionUnknown(_ client: MailClient) -> Text {
    Text(
      "Could not find the version of \(client.rawValue), so this is written for the newest one. For another version: \(client.rawValue)@VERSION",
      "查不到本机 \(client.rawValue) 的版本，因此按最新版本生成。其他版本请写 \(client.rawValue)@版本。")
  }

  private static func names(_ separator: String) -> String { MailClient.allCases.map(\.rawValue).joined(separator: separator) }

  package static func text(_ fault: ExportError) -> (error: Text, hint: Text?) {
    switch fault {
    case .unusableName:
      (
        Text(
          "The username contains unprintable characters, or a space at one end.", "用户名含有不可显示的字符，或者首尾有空格。"), nil
      )
    case .unicodeAddress:
      (
        Text(
          "Configurations are written only for addresses in ASCII letters: most mail clients cannot send from another.",
          "只能为英文字母的地址生成配置：多数邮件客户端不能用其他地址发信。"), nil
      )
    case .unusableCommand:
      (Text("The password command contains unprintable characters.", "取得密码的命令含有不可显示的字符。"), nil)
    case .unusableAuthority:
      (Text("The path of the certificate authority's file contains unprintable characters.", "证书机构文件的路径含有不可显示的字符。"), nil)
    case .cannotHold(let client, let field):
      (
        Text(
          "The configuration of \(client.rawValue) cannot contain this \(Self.field(field).english).",
          "\(client.rawValue) 的配置里无法写这个\(Self.field(field).simplifiedChinese)。"),
        field == .secretCommand ? Text("Put the command into a script with a simple name.", "请把命令写进一个脚本，名称尽量简单。") : nil
      )
    case .obstructed(let client, let obstacle, let alternatives):
      (text(obstacle, client), hint(obstacle, alternatives.map(\.rawValue)))
    }
  }

  private static func field(_ field: ExportError.Field) -> Text {
    switch field {
    case .address: Text("address", "邮箱地址")
    case .userName: Text("username", "用户名")
    case .secretCommand: Text("password command", "取得密码的命令")
    case .authorityFile: Text("path of the certificate authority's file", "证书机构文件的路径")
    }
  }

  package static func text(_ obstacle: Obstacle, _ client: MailClient) -> Text {
    switch obstacle {
    case .sendsNoID:
      Text(
        "\(client.rawValue) cannot open mailboxes at this provider: the server requires clients to identify themselves (IMAP ID), which \(client.rawValue) does not do.",
        "\(client.rawValue) 打不开这家服务商的邮箱：服务器要求客户端表明身份（发送 IMAP ID），\(client.rawValue) 不支持。")
    case .sendsNoIDYet(let version, let since):
      Text(
        "\(client.rawValue) \(version) cannot open mailboxes at this provider: the server requires clients to identify themselves (IMAP ID), which \(client.rawValue) supports since \(since).",
        "\(client.rawValue) \(version) 打不开这家服务商的邮箱：服务器要求客户端表明身份（发送 IMAP ID），\(client.rawValue) 从 \(since) 起才支持。")
    case .knowsNoAuthority:
      Text(
        "\(client.rawValue) has no setting for a certificate authority of your own, and would not trust these servers. \(ownAuthority(client).english)",
        "\(client.rawValue) 没有设置自有证书机构的选项，不会信任这些服务器。\(ownAuthority(client).simplifiedChinese)")
    case .tooOld(let version, let since):
      Text(
        "\(client.rawValue) \(version) is too old for this configuration; it needs \(since) or newer.",
        "\(client.rawValue) \(version) 太旧，无法使用这份配置，需要 \(since) 或更新的版本。")
    case .takesNoToken:
      Text(
        "This account signs in with an access token (OAuth), which \(client.rawValue) cannot use.",
        "这个账户用访问令牌登录（OAuth），\(client.rawValue) 不支持。")
    case .takesNoTokenYet(let version, let since):
      Text(
        "This account signs in with an access token (OAuth), which \(client.rawValue) supports since \(since); \(version) cannot use it.",
        "这个账户用访问令牌登录（OAuth），\(client.rawValue) 从 \(since) 起才支持，\(version) 还不行。")
    case .lacksTokenMechanism(let offered):
      Text(
        "These servers use \(Self.names(offered, ", ")) for access tokens (OAuth), which \(client.rawValue) does not support.",
        "这些服务器的访问令牌（OAuth）登录方式是 \(Self.names(offered, "、"))，\(client.rawValue) 不支持。")
    case .knowsNoIssuer:
      Text(
        "This account has no password, and Thunderbird can sign in without one only at the providers it knows. These servers belong to none of them.",
        "这个账户没有密码，而 Thunderbird 只会在它认识的服务商那里不用密码登录，这些服务器不属于其中任何一家。")
    case .cannotInsistOnTLS:
      Text(
        "Connections to this IMAP server start unencrypted, and \(client.rawValue) cannot require STARTTLS, so your password could be sent in clear text.",
        "连接这台 IMAP 服务器时一开始没有加密，而 \(client.rawValue) 无法强制使用 STARTTLS，密码可能以明文发送。")
    }
  }

  private static func names(_ mechanisms: Set<TokenMechanism>, _ separator: String) -> String {
    mechanisms.map(\.rawValue).sorted().joined(separator: separator)
  }

  /// How a program without a setting can be made to trust the authority.
  private static func ownAuthority(_ client: MailClient) -> Text {
    switch client.profile.authority.alternative {
    case .environment: Text("Start it with SSL_CERT_FILE=FILE in its environment.", "启动时请在环境变量里设置 SSL_CERT_FILE=文件。")
    case .thunderbirdSettings:
      Text("Import the file in Thunderbird: Settings, Privacy & Security, Certificates.", "请在 Thunderbird 的「设置 > 隐私与安全 > 证书」里导入这个文件。")
    case .deviceSettings: Text("Install the certificate on the device and turn on full trust for it.", "请在设备上安装这个证书，并开启完全信任。")
    case .systemStore: Text("Add the certificate to those the system trusts.", "请把证书加入系统信任的证书。")
    }
  }

  private static func hint(_ obstacle: Obstacle, _ names: [String]) -> Text {
    let those = Text("These can: \(names.joined(separator: ", ")).", "可用的客户端：\(names.joined(separator: "、"))。")
    return obstacle.isFinal
      ? those : Text("\(those.english) \(agree.english)", those.simplifiedChinese + agree.simplifiedChinese)
  }

  /// The command that prints a saved account's secret.
  package static func keptSecret(_ command: Visible, of signIn: MailAccount.SignIn) -> Text {
    switch signIn {
    case .password: Text("Password command: \(command)", "取得密码的命令：\(command)")
    case .token: Text("Access token command: \(command)", "取得访问令牌的命令：\(command)")
    }
  }

  /// The command that the user named with --secret-command.
  package static func givenSecret(_ command: Visible, of signIn: MailAccount.SignIn) -> Text {
    switch signIn {
    case .password:
      Text(
        "Password command: \(command). It must print the password and nothing else.",
        "取得密码的命令：\(command)。它只能输出一行，即密码。")
    case .token:
      Text(
        "Access token command: \(command). It must print a token that has not expired and nothing else.",
        "取得访问令牌的命令：\(command)。它只能输出一行，即尚未过期的令牌。")
    }
  }

  /// Neither the account nor the command line says where the secret is. `name` is the word for the saved account, quoted for a shell.
  package static func unknownSecret(_ command: Visible, of signIn: MailAccount.SignIn, savedAs name: String? = nil) -> Text {
    if let name, signIn == .password {
      return Text(
        "No password is saved for this account. The configuration has \(command) as its command, which fails until you replace it. Use --secret-command, or save the password: setup accounts edit \(name) --store KEYRING",
        "这个账户没有保存密码。配置里暂时写的是 \(command)，替换之前会失败。请用 --secret-command 指定命令，或者保存密码：setup accounts edit \(name) --store 密钥环")
    }
    if case .token = signIn {
      return Text(
        "This provider accepts no password. The configuration has \(command) as the command that prints an access token (OAuth), which fails until you replace it. Use --secret-command, or save the account (setup --save NAME) and export it by name.",
        "这家服务商不接受密码。配置里取得访问令牌（OAuth）的命令暂时写的是 \(command)，替换之前会失败。请用 --secret-command 指定命令，或者先保存账户（setup --save 名称），再按名称导出。")
    }
    return Text(
      "setup does not know where this account's password is. The configuration has \(command) as its command, which fails until you replace it. Use --secret-command, or save the account with its password (setup --save NAME --store KEYRING) and export it by name.",
      "不知道这个账户的密码保存在哪里。配置里暂时写的是 \(command)，替换之前会失败。请用 --secret-command 指定命令，或者先把账户连同密码一起保存（setup --save 名称 --store 密钥环），再按名称导出。")
  }

  /// A program that gets the password in another way than by a command. `nil` for one that runs a command.
  package static func ownPassword(_ client: MailClient, of signIn: MailAccount.SignIn) -> Text? {
    if case .token = signIn, case .ownSignIn = client.profile.token {
      return Text(
        "The file contains no password and no token: the client signs in by itself, in a browser window.",
        "文件里没有密码，也没有令牌：客户端会打开浏览器窗口自行登录。")
    }
    return switch client.profile.password {
    case .ownFile(let path):
      Text(
        "\(ClientSentence.name(client.profile.name).english) reads the password from \(path), not from a command.",
        "\(ClientSentence.name(client.profile.name).simplifiedChinese) 从 \(path) 读取密码，不通过命令。")
    case .prompt: Text("The client asks for the password itself.", "客户端会自己询问密码。")
    case .command, .script: nil
    }
  }

  /// `path` is the file that the program would read, or `nil` if that is not known.
  package static func text(_ destination: ExportDestination, path: Visible?, domain: HostName) -> Text? {
    switch destination {
    case .file(let file):
      path.map { path in
        file.isPrivate
          ? Text(
            "Put this into \(path), readable by you alone, or let --write do it.", "请写入 \(path)（只允许你自己读取），或加 --write 自动写入。")
          : Text("Put this into \(path), or let --write do it.", "请写入 \(path)，或加 --write 自动写入。")
      }
    case .script: Text("This is a script: setup export … > FILE, then sh FILE", "这是一个脚本：setup export … > 文件，然后运行 sh 文件")
    case .web(let template):
      Text(
        "If you run the domain, publish it at \(address(template, domain)). Thunderbird also reads isp/DOMAIN.xml in its program folder.",
        "如果域名是你自己的，可以发布在 \(address(template, domain))；Thunderbird 也会读取程序目录里的 isp/域名.xml。")
    case .profile:
      Text("Save it as a .mobileconfig file and open it on the device.", "保存为 .mobileconfig 文件，在设备上打开。")
    case .anywhere: nil
    }
  }

  /// What to do with a file that is saved already. `nil` if it is the same.
  package static func use(_ destination: ExportDestination) -> Text? {
    switch destination {
    case .script: Text("This is a script: sh FILE", "这是一个脚本：sh 文件")
    case .profile: Text("Open it on the device.", "请在设备上打开它。")
    case .file, .web, .anywhere: nil
    }
  }

  private static func address(_ template: String, _ domain: HostName) -> String { template.replacing("DOMAIN", with: domain.text) }

  package static func text(_ remark: Remark) -> Text {
    switch remark {
    case .switchesIDOn(let version):
      Text(
        "This provider requires IMAP ID. The configuration turns it on; this needs version \(version) or newer.",
        "这家服务商要求发送 IMAP ID。配置里已经打开，需要 \(version) 或更新的版本。")
    case .programMustSendID:
      Text("This provider opens the mailbox only to clients that send IMAP ID.", "这家服务商只允许发送 IMAP ID 的客户端打开邮箱。")
    case .trustsOnly(let file, let hosts):
      Text(
        "It trusts only the authorities in \(Visible(file, limit: 200)) for \(hosts). If a public authority signed that certificate, delete the line.",
        "它对 \(hosts) 只信任 \(Visible(file, limit: 200)) 里的证书机构。如果那个证书由公共机构签发，请删去这一行。")
    case .savesAccepted(let file):
      Text(
        "Certificates that you accept for good in Mutt are added to \(Visible(file, limit: 200)).",
        "在 Mutt 里永久接受的证书会写入 \(Visible(file, limit: 200))。")
    case .loginIsNotAddress(let mailProtocol, let name):
      Text(
        "The \(mailProtocol.spoken) username is \(Visible(name)), not the email address.",
        "\(mailProtocol.spoken) 用户名是 \(Visible(name))，不是邮箱地址。")
    case .addToAccounts(let label):
      Text(
        "The file already lists its accounts in [general]. Add \(label) to the accounts line there.",
        "文件的 [general] 里已有 accounts 一行，请把 \(label) 加进去。")
    case .needsMaildir:
      Text(
        "The Maildir must exist, with the folders cur, new and tmp. ca_certs is the path that Debian uses for certificates.",
        "Maildir 必须已经存在，里面有 cur、new、tmp。ca_certs 是 Debian 存放证书的位置。")
    case .needsFolder(let path): Text("This folder must exist: mkdir -p \(path)", "这个文件夹必须已经存在：mkdir -p \(path)")
    case .needsFileName(let name): Text("Run it with: getmail --rcfile \(name)", "运行方法：getmail --rcfile \(name)")
    case .needsDelivery:
      Text(
        "fetchmail hands mail to the local mail server; to deliver it differently, add --mda PROGRAM. All mail stays on the provider's server.",
        "fetchmail 把邮件交给本机的邮件服务器；要换别的投递方式，加 --mda 程序。邮件都会留在服务商的服务器上。")
    case .checksNoHostName:
      Text(
        "Old versions of swaks, such as 20201014 in Debian 12, verify the certificate, but not the name in it.",
        "旧版 swaks（例如 Debian 12 的 20201014）会检查证书，但不核对证书里的域名。")
    case .isNotSigned: Text("The profile is not signed; the device will warn about that.", "描述文件没有签名，设备会给出提示。")
    case .takesTokens(let version):
      Text(
        "Signing in with an access token needs version \(version) or newer.", "用访问令牌登录需要 \(version) 或更新的版本。")
    case .needsSASLPlugin:
      Text(
        "mbsync needs the XOAUTH2 plug-in of Cyrus SASL: libsasl2-modules-kdexoauth2 in Debian, cyrus-sasl-xoauth2 elsewhere. With it installed, add AuthMechs LOGIN to the accounts in the file that have a password.",
        "mbsync 需要 Cyrus SASL 的 XOAUTH2 插件：Debian 的软件包是 libsasl2-modules-kdexoauth2，其他系统是 cyrus-sasl-xoauth2。装好后，文件里使用密码的账户要加一行 AuthMechs LOGIN。"
      )
    case .needsPerlModule:
      Text(
        "git send-email needs Perl's Authen::SASL 2.1700 or newer for access tokens; Debian 12 has 2.1600. To check: perl -MAuthen::SASL::Perl::XOAUTH2 -e 1",
        "git send-email 用访问令牌登录，需要 Perl 模块 Authen::SASL 2.1700 或更新的版本（Debian 12 是 2.1600）。检查方法：perl -MAuthen::SASL::Perl::XOAUTH2 -e 1")
    case .needsFetcher(let client):
      Text(
        "mu4e fetches mail with \(client.rawValue), so export that too.", "mu4e 用 \(client.rawValue) 收取邮件，请也为它导出配置。")
    }
  }
}
