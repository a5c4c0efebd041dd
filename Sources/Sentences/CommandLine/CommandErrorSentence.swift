// Sentences about the command line itself: wrong options, missing answers, unreadable secrets.

import AccountStore
import Catalog
import MailClients
import SecretStores
import Vocabulary

/// A command that cannot be carried out, as data.
package enum CommandError: Error, Equatable, Sendable {
  case unknownOption(String, suggestion: String?)
  case unknownCommand(String, suggestion: String?)
  case unknownProvider(String, suggestions: [String])
  case severalProviders([String])
  /// A name that several systems share: the question, and the options that answer it.
  case brand(Text, [Option])
  case missingValue(String)
  case unwantedValue(String)
  case givenTwice(String)
  case unwantedArgument(String)
  /// The command has no use for the option.
  case misplacedOption(String, of: String)
  /// The command lacks its argument: what the argument is, and an example.
  case missingArgument(String, what: Text, example: String)
  case badValue(option: String, value: String, expected: Text)
  /// An option would put a secret on the command line.
  case secretOnCommandLine
  case missingPair(String, other: String)
  case conflict(String, String)
  case missingInput(String)
  case noProvider
  case address(MailAddress.Error)
  case unreadableFile(String, reason: String)
  case secret(SecretFault)
  case noTrustStore
  case badCatalog(String, Text)
  /// The user has to confirm the servers that the DNS names: their hosts, and how they were found.
  case needsYes(hosts: [String], found: Text)
  /// The servers are not those of the address, and the command line does not name them: what they are, and a command
  /// that names them.
  case unnamedServers(Text, [HostName], call: String)
  /// The DNS did not answer for a domain that is not in the catalog.
  case dnsFailed
  case interrupted
  case cannotWrite(String, reason: String)
  /// No threads or descriptors left.
  case system(String)
  case export(ExportError)
  case writing(FileUpdateError)
  /// The provider accepts no password from mail clients.
  case takesNoPassword(Text, mayAgree: Bool)
  /// No saved account has this name or address.
  case unknownAccount(String, suggestions: [String])
  /// Several saved accounts have this address: their names.
  case severalAccounts(String, [String])
  case registry(AccountStoreError)
  /// Another account has this name.
  case nameTaken(String)
  /// The name is the address of the account `of`.
  case nameIsAddress(String, of: String)
  /// The address is the name of the account `of`.
  case addressIsName(String, of: String)
  /// The account's secret and servers were being changed together, so the stored secret may belong to other servers.
  case secretUnsettled(String)
  /// A later version of this program stored the account's secret in a way that this version does not know.
  case secretUnknown(String)
  /// The action cannot be undone, and there is no terminal to ask for confirmation.
  case needsConsent(Text)
  /// The option has no meaning without another one.
  case needsOption(String, String)
  /// The account's secret is not stored.
  case noSecretKept(String)
  case keeping(SecretStoreError)
  /// A secret could not be stored.
  case storing(StoringError)
  case dialect(CredentialFormatError)
  /// The terminal would show the secret.
  case secretOnTerminal
  /// A mail client asks for a server and user name that no saved account has.
  case noAccountFor(String)
  /// A mail client has no configuration in any of the places where it looks for one.
  case noConfiguration(ImportFormat, places: [String])
  /// The file contains no account that could be read.
  case noAccountFound(String, ImportFormat)
  /// The position of the argument, counted from 1. The argument itself is not printed: it may be a secret in the wrong
  /// place.
  case notUTF8Argument(Int)
  /// An environment variable that holds a path.
  case notUTF8Variable(String)
  /// The program file has set-user-ID, set-group-ID or file capabilities, which its caller lacks.
  case privileged
}

extension CommandError {
  /// One of several values to choose from.
  package struct Option: Equatable, Sendable {
    package let value: String
    package let text: Text

    package init(value: String, text: Text) { (self.value, self.text) = (value, text) }
  }
}

/// One option of a brand in one line.
package enum BrandLine {
  package static func text(_ provider: Provider, _ text: Text) -> Text {
    Text("\(provider.name.english): \(text.english)", "\(provider.name.simplifiedChinese)：\(text.simplifiedChinese)")
  }
}

/// Why the secret could not be read from the source that the call names.
package enum SecretFault: Equatable, Sendable {
  case empty
  case tooLong
  case forbiddenOctet
  /// The text is in UTF-16 or UTF-32, according to its byte order mark.
  case wideText
  case unset(String)
  case unreadable(String, reason: String)
  case commandFailed(String, status: Int32)
  case noTerminal
  case standardInputIsTerminal
  case timedOut
}

package enum CommandErrorSentence {
  /// The prefixes of an error, a hint and a warning.
  package static let errorLead = Text("setup: error: ", "setup：错误：")
  package static let hintLead = Text("setup: hint: ", "setup：提示：")
  package static let warningLead = Text("setup: warning: ", "setup：警告：")

  /// Returns the error and what to do about it; the hint is `nil` if there is nothing to do.
  package static func text(_ fault: CommandError) -> (error: Text, hint: Text?) {
    switch fault {
    case .unknownOption(let name, let suggestion):
      (Text("Unknown option: \(safe(name))", "未知选项：\(safe(name))"), suggestion.map(meant) ?? seeHelp)
    case .unknownCommand(let name, let suggestion):
      (Text("Unknown command: \(safe(name))", "未知命令：\(safe(name))"), suggestion.map(meant) ?? seeHelp)
    case .unknownProvider(let name, let suggestions):
      (
        PromptSentence.noProvider(Visible(name, limit: 80)),
        suggestions.isEmpty ? PromptSentence.ownServers : PromptSentence.didYouMean(suggestions.map(safe))
      )
    case .severalProviders(let ids):
      (
        Text("Several providers match.", "有多个服务商匹配。"),
        Text("Choose one: \(ids.joined(separator: ", "))", "请选择其中一个：\(ids.joined(separator: "、"))")
      )
    case .brand(let question, _): (question, Text("Choose one:", "请选择其中一个："))
    case .missingValue(let name): (Text("\(name) needs a value.", "\(name) 需要一个值。"), seeHelp)
    case .unwantedValue(let name): (Text("\(name) does not take a value.", "\(name) 后面不能写值。"), nil)
    case .givenTwice(let name): (Text("\(name) appears twice.", "\(name) 重复出现。"), nil)
    case .unwantedArgument(let text): (Text("Unexpected argument: \(safe(text))", "多余的参数：\(safe(text))"), seeHelp)
    case .misplacedOption(let option, let command):
      (
        Text("\(option) does not belong here: \(command) has no such option.", "\(option) 不能用在这里：\(command) 没有这个选项。"), seeHelp
      )
    case .missingArgument(let command, let what, let example):
      (
        Text("\(command) needs \(what.english).", "\(command) 后面要写\(what.simplifiedChinese)。"),
        Text("For example: \(example)", "例如：\(example)")
      )
    case .badValue(let option, let value, let expected):
      (
        Text("\(option): \(safe(value)) is not \(expected.english).", "\(option)：\(safe(value)) 无效，应为\(expected.simplifiedChinese)。"), nil
      )
    case .secretOnCommandLine:
      (
        Text(
          "A password never goes on the command line: every user of this computer could read it there.", "密码不能写在命令行里：本机的其他用户都能看到。"),
        Text(
          "Use --secret-from prompt, stdin, env:NAME, file:PATH, fd:N or command:PROGRAM.",
          "请用 --secret-from，可选 prompt、stdin、env:变量名、file:路径、fd:编号、command:程序。")
      )
    case .missingPair(let given, let other):
      (Text("\(given) also needs \(other): an account has two servers.", "使用 \(given) 时还要写 \(other)：一个账户有两台服务器。"), nil)
    case .conflict(let one, let other): (Text("Use either \(one) or \(other), not both.", "\(one) 和 \(other) 只能用一个。"), nil)
    case .missingInput(let option):
      (Text("\(option) is missing, and there is no terminal to ask.", "缺少 \(option)，当前不是交互终端，无法询问。"), nil)
    case .noProvider:
      (
        Text("--provider or --email is missing, and there is no terminal to ask.", "缺少 --provider 或 --email，当前不是交互终端，无法询问。"),
        Text(
          "To list providers: setup providers. To try setup without an account: setup --provider demo",
          "查看服务商：setup providers。没有账户也能试用：setup --provider demo")
      )
    case .address(let fault): (PromptSentence.address(fault), nil)
    case .unreadableFile(let path, let reason):
      (Text("Could not use \(safe(path)): \(safe(reason))", "无法使用 \(safe(path))：\(safe(reason))"), nil)
    case .secret(let fault): (secret(fault), nil)
    case .noTrustStore:
      (
        Text("This computer has no trusted certificates.", "本机没有受信任的根证书。"),
        Text("Install the package ca-certificates, or give a file with --ca-file.", "请安装 ca-certificates，或用 --ca-file 指定文件。")
      )
    case .badCatalog(let path, let reason):
      (
        Text("\(safe(path)) \(reason.english).", "\(safe(path)) \(reason.simplifiedChinese)。"),
        Text("To see all problems: setup catalog check FILE", "查看所有问题：setup catalog check 文件")
      )
    case .unnamedServers(let what, let hosts, let call):
      (
        Text(
          "\(what.english) Your password would go to \(hosts.map(\.description).joined(separator: ", ")), which this call does not name.",
          "\(what.simplifiedChinese)密码将发送给 \(hosts.map(\.description).joined(separator: "、"))，而这条命令没有指明这些服务器。"),
        Text("If these are the right servers, name them: \(call)", "如果服务器没有错，请在命令中指明：\(call)")
      )
    case .needsYes(let hosts, let found):
      (
        Text(
          "\(found.english) Your password would go to \(hosts.joined(separator: ", ")), known only from DNS.",
          "\(found.simplifiedChinese)密码将发送给 \(hosts.joined(separator: "、"))，这些服务器只是根据 DNS 推断的。"),
        Text(
          "Check these servers. If they are right, add --yes, or name the provider with --provider.",
          "请核对这些服务器。没有问题就加 --yes，或用 --provider 指明服务商。")
      )
    case .dnsFailed:
      (
        Text("Without an answer from DNS, setup cannot find the servers for this address.", "DNS 没有响应，无法找到这个地址的服务器。"),
        Text(
          "Try again when you are online, or give the servers: --imap HOST:PORT --smtp HOST:PORT",
          "请在联网后再试，或直接指定服务器：--imap 服务器:端口 --smtp 服务器:端口")
      )
    case .interrupted: (FailureSentence.interrupted, nil)
    case .cannotWrite(let path, let reason):
      (Text("Could not write \(safe(path)): \(safe(reason))", "无法写入 \(safe(path))：\(safe(reason))"), nil)
    case .export(let fault): ExportSentence.text(fault)
    case .writing(let fault): FileUpdateSentence.text(fault)
    case .takesNoPassword(let name, let mayAgree): (cannotVerify(name), mayAgree ? ExportSentence.agree : nil)
    case .unknownAccount(let word, let suggestions): AccountStoreSentence.unknown(Visible(word, limit: 80), suggestions.map(safe))
    case .severalAccounts(let word, let names): AccountStoreSentence.several(Visible(word, limit: 80), names.map(safe))
    case .registry(let fault): AccountStoreSentence.text(fault)
    case .nameTaken(let name): AccountStoreSentence.taken(Visible(name, limit: 80))
    case .nameIsAddress(let name, let other): AccountStoreSentence.isAddress(Visible(name, limit: 80), of: Visible(other, limit: 80))
    case .addressIsName(let address, let other): AccountStoreSentence.isName(Visible(address, limit: 80), of: Visible(other, limit: 80))
    case .secretUnsettled(let name): SecretStoreSentence.unsettled(Visible(name, limit: 80))
    case .secretUnknown(let name): SecretStoreSentence.unknown(Visible(name, limit: 80))
    case .noConfiguration(let format, let places):
      (ImportSentence.noFile(format, places.map { Visible($0, limit: 120) }), ImportSentence.nameFile(format))
    case .noAccountFound(let file, let format): (ImportSentence.noAccount(Visible(file, limit: 200), format), nil)
    case .needsConsent(let what): (what, Text("To agree, add --yes.", "加 --yes 表示同意。"))
    case .needsOption(let option, let other):
      (Text("\(option) works only with \(other).", "\(option) 只能与 \(other) 一起使用。"), nil)
    case .noSecretKept(let name): SecretStoreSentence.noneKept(Visible(name, limit: 80))
    case .keeping(let fault): SecretStoreSentence.text(fault)
    case .storing(let error): SecretStoreSentence.text(error)
    case .dialect(let fault): SecretStoreSentence.text(fault)
    case .secretOnTerminal: SecretStoreSentence.onTerminal
    case .noAccountFor(let host): SecretStoreSentence.noAccount(for: Visible(host, limit: 80))
    case .notUTF8Argument(let position):
      (
        Text("Argument \(position) is not UTF-8.", "第 \(position) 个参数不是 UTF-8 编码。"),
        Text("Give the file a name in UTF-8, or name a link to it.", "请把文件改成 UTF-8 名称，或改用指向它的链接。")
      )
    case .notUTF8Variable(let name):
      (
        Text("The variable \(name) is not UTF-8: what it names cannot be used.", "环境变量 \(name) 不是 UTF-8 编码，无法使用它指明的位置。"),
        Text("Set \(name) to a path in UTF-8, or to a link that leads there.", "请把 \(name) 设为 UTF-8 路径，或指向该处的链接。")
      )
    case .privileged:
      (
        Text(
          "setup is installed with rights that you do not have (set-user-ID or capabilities) and does not use them.",
          "setup 安装时带有你没有的权限（set-user-ID 或 capabilities），它不会使用这些权限。"),
        Text(
          "Take them away as root: chmod u-s,g-s and setcap -r on the file of setup.",
          "请以 root 身份对 setup 文件执行 chmod u-s,g-s 和 setcap -r。")
      )
    case .system(let reason): (Text("System error: \(safe(reason))", "系统错误：\(safe(reason))"), nil)
    }
  }

  /// Returns error, hint and choices as one text, for a JSON document with a single key for them.
  package static func explanation(_ fault: CommandError, in language: Language) -> String {
    let (error, hint) = text(fault)
    let between = language == .english ? " " : ""
    let sentences = [error, hint].compactMap { $0?[language] }
    guard case .brand(_, let options) = fault else { return sentences.joined(separator: between) }
    let list = options.map {
      Text("\($0.value) (\($0.text.english))", "\($0.value)（\($0.text.simplifiedChinese)）")[language]
    }
    return (sentences + [list.joined(separator: language == .english ? "; " : "；")]).joined(separator: between)
  }

  /// Returns the choices, one per line.
  package static func choices(_ fault: CommandError) -> [Text] {
    guard case .brand(_, let options) = fault else { return [] }
    let longest = options.map(\.value.count).max() ?? 0
    return options.map { option in
      let call = "--provider \(option.value)" + String(repeating: " ", count: longest - option.value.count + 2)
      return Text(call + option.text.english, call + option.text.simplifiedChinese)
    }
  }

  private static func secret(_ fault: SecretFault) -> Text {
    switch fault {
    case .empty: Text("The password is empty.", "密码为空。")
    case .tooLong: Text("The password is longer than \(Secret.limit) bytes.", "密码超过了 \(Secret.limit) 字节。")
    case .forbiddenOctet: Text("The password contains a line break or a NUL and cannot be used to sign in.", "密码里有换行或空字符，不能用于登录。")
    case .wideText:
      Text(
        "The password is in UTF-16 or UTF-32 and cannot be used to sign in. Save it as UTF-8.", "密码以 UTF-16 或 UTF-32 保存，无法用于登录。请另存为 UTF-8。")
    case .unset(let name): Text("The environment variable \(safe(name)) is not set.", "未设置环境变量 \(safe(name))。")
    case .unreadable(let what, let reason): Text("Could not read \(safe(what)): \(safe(reason))", "无法读取 \(safe(what))：\(safe(reason))")
    case .commandFailed(let program, let status):
      Text("\(safe(program)) gave no password (exit status \(status)).", "\(safe(program)) 没有给出密码（退出码 \(status)）。")
    case .noTerminal: Text("There is no terminal to ask for the password. Use --secret-from.", "当前不是交互终端，无法询问密码。请用 --secret-from。")
    case .standardInputIsTerminal:
      Text(
        "Standard input is a terminal, so the password would be visible. Use --secret-from prompt.",
        "标准输入是终端，密码会显示出来。请用 --secret-from prompt。")
    case .timedOut: Text("The password did not arrive in time.", "没有及时收到密码。")
    }
  }

  private static func meant(_ word: String) -> Text { PromptSentence.didYouMean([word]) }

  private static let seeHelp = Text("For all options: setup --help", "查看全部用法：setup --help")

  private static func safe(_ text: String) -> String { Visible(text, limit: 80).text }

  package static let nothingVerified = Text(
    "Nothing was checked. To check an account, add --email and --secret-from.", "没有验证。要验证账户，请加 --email 和 --secret-from。")

  package static func cannotVerify(_ name: Text) -> Text {
    Text(
      "\(name.english) does not accept passwords from mail clients.",
      Chinese.sentence("\(Chinese.inside(name.simplifiedChinese))不支持邮件客户端用密码登录。"))
  }

  package static func markFromCommand(_ program: Visible) -> Text {
    Text(
      "\(program) prints a byte order mark before the password. setup removed it; a mail client would send it.",
      "\(program) 在密码前输出了字节顺序标记。本程序已去掉；邮件客户端会把它一起发送。")
  }

  package static func looseFile(_ path: Visible) -> Text {
    Text("Other users of this computer can read \(path).", "本机的其他用户也能读取 \(path)。")
  }
}
