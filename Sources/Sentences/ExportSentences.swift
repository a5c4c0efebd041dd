// What is said about an exported configuration, beside it: on standard error.

import Export
import Vocabulary

package enum ExportSentence {
  package static let needsClient = Text("a mail program", "邮件程序的名称")
  package static let needsAddress = Text("--email, the address of the account", " --email，即账户的邮箱地址")
  package static let needsUsername = Text("--username: it cannot be told from the address", " --username：无法从邮箱地址得知")
  package static let needsOneOf = Text("one of \(names(", "))", "以下之一：\(names("、"))")
  package static let needsCommand = Text(
    "a program and its arguments; for what only a shell can do write a script", "程序及其参数；需要 shell 才能做到的事请写成脚本")
  package static let needsRealProvider = Text("a provider outside of this program", "本程序之外的服务商")

  /// For the page of the command.
  package static let clients = Text("CLIENT is one of: \(names(", ")).", "客户端是以下之一：\(names(", "))。")

  package static let agree = Text("With --yes it is printed all the same.", "加 --yes 则照样输出。")

  private static func names(_ separator: String) -> String { Client.allCases.map(\.rawValue).joined(separator: separator) }

  package static func text(_ fault: ExportFault) -> (error: Text, hint: Text?) {
    switch fault {
    case .unusableName:
      (
        Text(
          "The user name holds something that is not printable, or a blank at an end.", "用户名含有不可打印的字符，或者首尾有空格。"), nil
      )
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
    }
  }

  package static func text(_ obstacle: Obstacle, _ client: Client) -> Text {
    switch obstacle {
    case .sendsNoID:
      Text(
        "\(client.rawValue) cannot open a mailbox at this provider: the server demands that a program introduces itself (IMAP ID), and \(client.rawValue) does not.",
        "\(client.rawValue) 打不开这个服务商的邮箱：服务器要求客户端自报身份（IMAP ID），而 \(client.rawValue) 不会这样做。")
    case .cannotInsistOnTLS:
      Text(
        "This IMAP server begins in clear, and \(client.rawValue) cannot be told to insist on STARTTLS: the secret could go over the network in clear.",
        "这个 IMAP 服务器以明文开始，而 \(client.rawValue) 无法强制使用 STARTTLS：密码可能以明文经过网络。")
    }
  }

  private static func hint(_ obstacle: Obstacle, _ names: [String]) -> Text {
    let those = Text("Those that can: \(names.joined(separator: ", ")).", "可用的程序：\(names.joined(separator: "、"))。")
    return obstacle.isFinal
      ? those : Text("\(those.english) \(agree.english)", those.simplifiedChinese + agree.simplifiedChinese)
  }

  package static func secret(_ command: Visible, isGiven: Bool) -> Text {
    isGiven
      ? Text(
        "It fetches the secret with: \(command). That has to print the secret as its only line. Nothing was stored anywhere: the command setup secret does not exist yet.",
        "它用这个命令取得密码：\(command)。该命令只能输出一行，即密码。本程序没有保存任何内容：setup secret 命令尚不存在。")
      : Text(
        "Without --secret-command it says: \(command). Set that up, or name a command of your own, which has to print the secret as its only line. The command setup secret does not exist yet.",
        "没有给出 --secret-command，因此写的是：\(command)。请准备好它，或指定自己的命令；该命令只能输出一行，即密码。setup secret 命令尚不存在。")
  }

  package static func asksItself(_ client: Client) -> Text {
    client == .emacs
      ? Text("Emacs takes the secret from ~/.authinfo.gpg, not from a command.", "Emacs 从 ~/.authinfo.gpg 读取密码，不使用命令。")
      : Text("The program asks for the secret itself; no command is used.", "程序会自行询问密码，不使用命令。")
  }

  package static func text(_ place: Place) -> Text? {
    switch place {
    case .file(let path): Text("It goes into \(path), in most cases.", "一般放进 \(path)。")
    case .privateFile(let path):
      Text("It goes into \(path), which nobody else may read: chmod 600.", "放进 \(path)，并且不能让其他用户读取：chmod 600。")
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
    case .loginIsNotAddress(let mailProtocol, let name):
      Text(
        "The \(mailProtocol.spoken) user name here is \(Visible(name)), not the address.",
        "这里的 \(mailProtocol.spoken) 用户名是 \(Visible(name))，不是邮箱地址。")
    case .himalayaOne:
      Text("This is for himalaya 1.0 to 1.2; version 2 has other keys.", "适用于 himalaya 1.0 到 1.2；第 2 版的写法不同。")
    case .needsMaildir:
      Text(
        "The Maildir has to exist, with cur, new and tmp in it; ca_certs is where Debian has its certificates.",
        "Maildir 必须已存在，其中有 cur、new、tmp；ca_certs 是 Debian 的证书位置。")
    case .needsFolder(let path): Text("The folder has to exist: mkdir -p \(path)", "该文件夹必须已存在：mkdir -p \(path)")
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
