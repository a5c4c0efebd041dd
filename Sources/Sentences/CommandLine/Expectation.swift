// What a word of the command line has to be.

import AccountStore
import MailClients
import SecretStores
import Vocabulary

/// What an option or an operand expects. Its text completes "… is not" and "… needs".
package enum Expectation: Equatable, Sendable {
  // Values.
  case seconds, language, userName, server, serverPort, security, secretSource, accountName, lastingAccount, keyring, credentialFormat
  case command, signInWay, clientID, tenant, webAddress, port, imageFile
  case onOrOff, realProvider, shell, accountsAction, mailClient, importFormat
  // Operands that are missing.
  case provider, check, file, shellName, savedAccount, twoNames, clientName, account, accountOrAddress, userNameOption, gitOperation
  /// The file of a format that has no usual place.
  case fileOf(ImportFormat)
}

extension Expectation {
  /// The expected value as a part of a sentence.
  package var text: Text {
    switch self {
    case .seconds: Text("a number of seconds from 0.1 to 3600", " 0.1 到 3600 的秒数")
    case .language: Text("en or zh-Hans", " en 或 zh-Hans")
    case .userName: Text("a username", "用户名")
    case .server: Text("HOST:PORT, such as imap.example.org:993", "「服务器:端口」，例如 imap.example.org:993")
    case .serverPort: Text("a server with a port from 1 to 65535", "端口为 1 到 65535 的服务器")
    case .security: Text("tls or starttls", " tls 或 starttls")
    case .secretSource:
      Text(
        "one of prompt, stdin, env:NAME, file:PATH, fd:N, command:PROGRAM", "以下之一：prompt、stdin、env:变量名、file:路径、fd:编号、command:程序")
    case .accountName: AccountSentence.goodName
    case .lastingAccount:
      Text("an account that can be saved: the demo account disappears when setup exits", "可以保存的账户：演示账户在退出后就不存在了")
    case .keyring: Self.one(of: Keyring.allCases.map(\.rawValue))
    case .credentialFormat: Self.one(of: CredentialFormat.allCases.map(\.rawValue))
    case .command:
      Text("a program and its arguments (for anything that needs a shell, write a script)", "程序及其参数（需要 shell 的操作请写成脚本）")
    case .signInWay: Self.one(of: SignInWay.allCases.map(\.rawValue))
    case .clientID: Text("a client ID (printable characters without spaces)", "客户端 ID（可显示字符，不含空格）")
    case .tenant:
      Text("a tenant: a domain, an ID, or one of common, consumers and organizations", "租户：域名、ID，或 common、consumers、organizations 之一")
    case .webAddress: Text("a web address that begins with https://", "以 https:// 开头的网址")
    case .port: Text("a port from 1 to 65535", " 1 到 65535 的端口")
    case .imageFile: Text("a file whose name ends in .png or .svg", "以 .png 或 .svg 结尾的文件名")
    case .onOrOff: Text("on or off (1 or 0)", " 1（开）或 0（关）")
    case .realProvider: Text("a real provider", "真实的服务商，不能是演示邮箱")
    case .shell: Text("bash, zsh or fish", " bash、zsh 或 fish")
    case .accountsAction:
      Text(
        "an action (list, pause, resume, edit, rename, remove, export or import)",
        "操作（list、pause、resume、edit、rename、remove、export 或 import）")
    case .mailClient: Self.one(of: MailClient.allCases.map(\.rawValue))
    case .importFormat: Self.one(of: ImportFormat.allCases.map(\.word))
    case .provider: Text("a provider or an email address", "服务商或邮箱地址")
    case .check: Text("check and a file", " check 和一个文件")
    case .file: Text("a file", "一个文件")
    case .shellName: Text("a shell: bash, zsh or fish", " shell 名称：bash、zsh 或 fish")
    case .savedAccount: Text("the name of a saved account", "一个已保存账户的名称")
    case .twoNames: Text("the old name and the new one", "旧名称和新名称")
    case .clientName: Text("a mail client", "邮件客户端的名称")
    case .account: Text("an account", "账户名")
    case .accountOrAddress: Text("an account: a saved one, or --email", "账户：已保存账户的名称，或 --email")
    case .userNameOption: Text("--username, which the address does not tell", " --username：从邮箱地址看不出用户名")
    case .gitOperation: Text("an operation (git adds it by itself)", "操作名称（由 git 自动加上）")
    case .fileOf(let format):
      Text("the file to read: \(format.word) has no usual place", "要读取的文件：\(format.word) 没有默认位置")
    }
  }

  private static func one(of words: [String]) -> Text {
    let list = Text.list(words)
    return Text("one of \(list.english)", "以下之一：\(list.simplifiedChinese)")
  }
}
