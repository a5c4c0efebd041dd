// The names of the mail clients, and the table of what each of them does.

import MailClients
import Vocabulary

package enum ClientSentence {
  package static let heading = Text("Mail clients", "邮件客户端")

  package static let files = Text(
    "Of several files a client reads the first that exists, and --write changes that one; a new file is created where the table says. ~/.config is XDG_CONFIG_HOME if that is set.",
    "列出多个文件时，客户端读取第一个存在的文件，--write 也写入它；都不存在时，在表中注明的位置新建。设置了 XDG_CONFIG_HOME 时，以它代替 ~/.config。")
  package static let id = Text(
    "Some providers, such as NetEase (163), open the mailbox only to clients that send IMAP ID. For any other client setup export exits with 78 and names those that can; --yes prints the configuration anyway. A configuration with which a client could send the password in clear text is never printed.",
    "有的服务商（例如网易 163）只允许发送 IMAP ID 的客户端打开邮箱。对其他客户端，setup export 的退出码为 78，并列出可用的客户端；加 --yes 可以强制生成。可能让客户端以明文发送密码的配置，一律不生成。")

  package static func name(_ name: ClientName) -> Text {
    switch name {
    case .program(let name): Text(same: name)
    case .autoconfigFile: Text("Thunderbird and others (autoconfig file)", "Thunderbird 等（自动配置文件）")
    case .appleProfile: Text("Apple Mail (configuration profile)", "Apple「邮件」（描述文件）")
    case .json: Text("Another program (JSON)", "其他程序（JSON）")
    case .environmentVariables: Text("Another program (environment variables)", "其他程序（环境变量）")
    }
  }

  /// The words that the user can type for a client.
  package static func words(_ client: MailClient) -> Text {
    let words = [client.rawValue] + client.profile.aliases
    return Text(words.joined(separator: ", "), words.joined(separator: "、"))
  }

  /// Everything that the user should know about a client before exporting for it.
  package static func summary(_ profile: ClientProfile) -> Text {
    let parts: [Text?] = [
      title(profile), destination(profile.destination), profile.oldest.map(oldest), password(profile.password), token(profile.token),
      id(profile.id),
      authority(profile.authority), profile.canRequireSTARTTLS ? nil : noSTARTTLS,
    ]
    let present = parts.compactMap { $0 }
    return Text(present.map(\.english).joined(separator: " "), present.map(\.simplifiedChinese).joined())
  }

  private static func title(_ profile: ClientProfile) -> Text {
    let (name, protocols) = (name(profile.name), profile.protocols.map(\.spoken))
    guard let only = protocols.first, protocols.count == 1 else {
      return Text("\(name.english).", "\(name.simplifiedChinese)。")
    }
    return Text("\(name.english), \(only) only.", "\(name.simplifiedChinese)，只用于 \(only)。")
  }

  private static func oldest(_ version: ClientVersion) -> Text {
    Text("Version \(version) or newer.", "需要 \(version) 或更新的版本。")
  }

  private static let noSTARTTLS = Text("No STARTTLS.", "不支持 STARTTLS。")

  private static func destination(_ destination: ExportDestination) -> Text? {
    switch destination {
    case .file(let file): self.file(file)
    case .script: Text("A script.", "生成一个脚本。")
    case .web(let template): Text("An XML file, for \(template).", "生成 XML 文件，发布在 \(template)。")
    case .profile: Text("A .mobileconfig file.", "生成 .mobileconfig 文件。")
    case .anywhere: nil
    }
  }

  private static func file(_ file: ConfigurationFile) -> Text {
    let (english, chinese) = (file.paths.map(\.shown.english), file.paths.map(\.shown.simplifiedChinese))
    if english.count == 1 { return Text("File: \(english[0]).", "文件：\(chinese[0])。") }
    let new = file.new.shown
    return Text(
      "Files: \(english.joined(separator: ", ")); new: \(new.english).",
      "文件：\(chinese.joined(separator: "、"))；新建于 \(new.simplifiedChinese)。")
  }

  private static func password(_ access: PasswordAccess) -> Text {
    switch access {
    case .command(let setting): Text("Password: the command in \(setting).", "密码：由 \(setting) 中的命令取得。")
    case .script(.standardInput):
      Text("Password: the script runs the command and passes it on standard input.", "密码：脚本运行命令，经标准输入交给程序。")
    case .script(.environment):
      Text("Password: the script runs the command and passes it in an environment variable.", "密码：脚本运行命令，经环境变量交给程序。")
    case .ownFile(let path): Text("Password: you write it into \(path).", "密码：由你写进 \(path)。")
    case .prompt: Text("Password: the client asks for it.", "密码：由客户端询问。")
    }
  }

  private static func token(_ access: TokenAccess) -> Text {
    switch access {
    case .command(let setting, let support):
      Text(
        "Access token (OAuth): the command in \(setting)\(support.since.map { ", since \($0)" } ?? "").",
        "访问令牌（OAuth）：由 \(setting) 中的命令取得\(support.since.map { "，从 \($0) 起" } ?? "")。")
    case .script: Text("Access token (OAuth): in the same way.", "访问令牌（OAuth）：同样处理。")
    case .ownSignIn:
      Text(
        "Without a password: the client signs in by itself, at the providers it knows.", "没有密码时：客户端在它认识的服务商那里自行登录。")
    case .none: Text("No access tokens (OAuth).", "不支持访问令牌（OAuth）。")
    }
  }

  private static func id(_ support: IDSupport) -> Text? {
    switch support {
    case .always: Text("IMAP ID: always.", "IMAP ID：总是发送。")
    case .setting(let version): Text("IMAP ID: since \(version), turned on.", "IMAP ID：从 \(version) 起支持，会自动开启。")
    case .delegated(let client): Text("IMAP ID: by \(client.rawValue).", "IMAP ID：由 \(client.rawValue) 发送。")
    case .never: Text("IMAP ID: never.", "IMAP ID：不发送。")
    case .notApplicable: nil
    }
  }

  private static func authority(_ support: AuthoritySupport) -> Text? {
    switch support {
    case .none: Text("--ca-file: not possible.", "不支持 --ca-file。")
    case .addedSince(let version): Text("--ca-file: since \(version).", "从 \(version) 起支持 --ca-file。")
    case .added, .savesAccepted, .replacesSystem, .value: nil
    }
  }
}

extension ConfigurationPath {
  /// The path for the table, with `~` for the home folder.
  fileprivate var shown: Text {
    let path = (base == .home ? "~/" : "~/.config/") + name
    let whole = isPerAccount ? Text("\(path)ACCOUNT", "\(path)账户") : Text(same: path)
    return since.map { Text("\(whole.english) (since \($0))", "\(whole.simplifiedChinese)（从 \($0) 起）") } ?? whole
  }
}
