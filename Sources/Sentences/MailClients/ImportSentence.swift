// Sentences about accounts read from another program's configuration.

import MailClients
import Vocabulary

package enum ImportSentence {
  /// For the page of the command.
  package static let clients = Text("CLIENT is one of: \(names(", ")).", "客户端可以是：\(names("、"))。")

  private static func names(_ separator: String) -> String { ImportFormat.allCases.map(\.word).joined(separator: separator) }

  package static func noFile(_ format: ImportFormat, _ places: [Visible]) -> Text {
    Text(
      "No \(format.word) configuration found here (looked for \(places.map(\.text).joined(separator: ", "))).",
      "没有找到 \(format.word) 的配置（已查找 \(places.map(\.text).joined(separator: "、"))）。")
  }
  package static func nameFile(_ format: ImportFormat) -> Text {
    Text("If it is somewhere else: setup import \(format.word) FILE", "如果在别的位置：setup import \(format.word) 文件")
  }

  package static func noAccount(_ file: Visible, _ format: ImportFormat) -> Text {
    Text("No account found in \(file) (read as \(format.word)).", "\(file) 里没有找到账户（按 \(format.word) 的格式读取）。")
  }

  package static func from(_ file: Visible, count: Int) -> Text {
    Text(count == 1 ? "From \(file):" : "From \(file), \(count) accounts:", count == 1 ? "来自 \(file)：" : "来自 \(file)，共 \(count) 个账户：")
  }

  package static let which = Text("Which account?", "要导入哪一个？")
  package static let noAddress = Text("(no address)", "（没有地址）")

  /// Returns why there is no account, as far as the remarks say it. `nil` if they do not.
  package static func reasons(_ found: Import, _ file: Visible) -> Text? {
    found.remarks.isEmpty ? nil : Text.sentences(found.remarks.map { text($0, file, unresolved: found.unresolved) })
  }

  /// `unresolved` are the names of `Import.unresolved`.
  package static func text(_ remark: ImportRemark, _ file: Visible, unresolved: [String] = []) -> Text {
    switch remark {
    case .unresolvedValue:
      unresolved.isEmpty
        ? Text("The name of a server depends on a value that the file does not set.", "有服务器名取决于文件里没有设置的值。")
        : Text(
          "The name of a server depends on \(Text.list(unresolved).english), which the file does not set.",
          "有服务器名取决于 \(Text.list(unresolved).simplifiedChinese)，而文件里没有设置。")
    case .dependsOnAddress:
      Text(
        "The servers or usernames in this file depend on the email address. To fill it in, add --email ADDRESS.",
        "这个文件里的服务器或用户名取决于邮箱地址。加上 --email 地址 即可代入。")
    case .pop3:
      Text(
        "An account in this file uses POP3, which setup does not support: it needs IMAP.", "这个文件里有账户使用 POP3。本程序不支持 POP3，只支持 IMAP。")
    case .localMail:
      Text(
        "This program reads mail from folders on this computer. The servers are in the configuration of the program that fetches it, "
          + "for example mbsync, offlineimap, fetchmail or getmail: setup import mbsync",
        "这个程序读取的是本机文件夹里的邮件。服务器写在负责收取邮件的程序的配置里，例如 mbsync、offlineimap、fetchmail 或 getmail：setup import mbsync")
    case .otherSender:
      Text(
        "This program sends mail through another program. The server is in that program's configuration, for example msmtp: "
          + "setup import msmtp",
        "这个程序通过另一个程序发信。服务器写在那个程序的配置里，例如 msmtp：setup import msmtp")
    case .settingsInHooks:
      Text("Settings inside hooks (folder-hook, account-hook) were not read.", "hook（folder-hook、account-hook）里的设置没有读取。")
    case .noServer:
      Text(
        "An account in this file has no server, and setup does not know its provider.", "这个文件里有账户没有写服务器，本程序也不认识它的服务商。")
    case .passwordInClear:
      Text(
        "\(file) contains a password in clear text. It was not read. For safer places see setup help secrets.",
        "\(file) 里有明文密码（本程序没有读取）。建议换个安全的地方保存：见 setup help secrets。")
    case .notEncrypted:
      Text(
        "A connection in this file is not encrypted, or not always. setup always uses encryption.", "这个文件里有的连接没有加密，或不一定加密。本程序始终使用加密连接。")
    case .includesOthers:
      Text("This file includes other files, which were not read.", "这个文件引用了其他文件，没有读取它们。")
    }
  }

  package static func secretCommand(_ command: Visible) -> Text {
    Text("Password command: \(command)", "取得密码的命令：\(command)")
  }

  package static func secretCommand(_ command: Visible, of account: Text) -> Text {
    Text("Password command of \(account.english): \(command)", "\(account.simplifiedChinese) 取得密码的命令：\(command)")
  }

  package static let usesOAuth = Text(
    "Signs in with an access token (OAuth), not with a password.", "用访问令牌登录（OAuth），不用密码。")

  package static func tokenCommand(_ command: Visible) -> Text {
    Text("Access token command: \(command)", "取得访问令牌的命令：\(command)")
  }

  /// Said of an account beside its call. `term` is what its provider takes in place of a token. `nil` if that is not known, or if it
  /// takes tokens only.
  package static func usesOAuth(_ account: Text, term: Text?, takesTokensOnly: Bool) -> Text {
    let fact = Text(
      "In this file, \(account.english) signs in with an access token (OAuth), not with a password.",
      "在这个文件里，\(account.simplifiedChinese) 用访问令牌登录（OAuth），不用密码。")
    if takesTokensOnly {
      return Text.sentences([fact, Text("Its provider accepts no password.", "它的服务商不接受密码。")])
    }
    guard let term else { return fact }
    return Text.sentences([
      fact,
      Text(
        "The command asks for the \(term.english), which its provider accepts too.",
        "上面的命令会询问\(Chinese.inside(term.simplifiedChinese))，它的服务商也接受。"),
    ])
  }

  /// The same of an account whose command is part of the call.
  package static func usesOAuthByCommand(_ account: Text) -> Text {
    Text(
      "In this file, \(account.english) signs in with an access token (OAuth). The command above runs the file's command for it.",
      "在这个文件里，\(account.simplifiedChinese) 用访问令牌登录（OAuth）。上面的命令会运行文件里取得令牌的命令。")
  }

  /// Asks whether the file's command may be run.
  package static func runsTokenCommand(_ command: Visible) -> Text {
    Text("Run this command to get the access token: \(command)?", "运行这个命令取得访问令牌吗：\(command)？")
  }

  package static func tokenCommand(_ command: Visible, of account: Text) -> Text {
    Text("Access token command of \(account.english): \(command)", "\(account.simplifiedChinese) 取得访问令牌的命令：\(command)")
  }

  /// The printed command trusts the certificate authorities that the file names.
  package static func trusts(_ authority: Visible) -> Text {
    Text(
      "The file trusts the certificate authorities in \(authority). The command above does so with --ca-file: leave that out if you do not.",
      "这个文件信任 \(authority) 里的证书机构，上面的命令用 --ca-file 沿用它；不信任就去掉这个选项。")
  }
  /// Asks whether the user trusts them too.
  package static func trust(_ authority: Visible) -> Text {
    Text("The file trusts the certificate authorities in \(authority). Do you?", "该文件信任 \(authority) 里的证书机构。你也信任吗？")
  }

  package static func half(_ missing: MailProtocol) -> Text {
    Text(
      "The file has no \(missing.spoken) server. Replace HOST:PORT with it.",
      "文件里没有 \(missing.spoken) 服务器，请把 HOST:PORT 换成它。")
  }

  package static let needsAddress = Text("The file has no address. Add it after --email.", "文件里没有邮箱地址，请写在 --email 后面。")
  package static let nothingVerified = Text("Nothing was checked yet. To check, run:", "还没有验证。用下面的命令验证：")
}
