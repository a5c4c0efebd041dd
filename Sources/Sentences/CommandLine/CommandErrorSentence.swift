// The sentences for a call that cannot be carried out.

import AccountStore
import Catalog
import Discovery
import MailClients
import OAuth
import Operations
import SecretStores
import Vocabulary

package enum CommandErrorSentence {
  /// The beginnings of an error, a hint and a warning.
  package static let errorLead = Text("setup: error: ", "setup：错误：")
  package static let hintLead = Text("setup: hint: ", "setup：提示：")
  package static let warningLead = Text("setup: warning: ", "setup：警告：")

  /// Returns what is wrong, and what to do if there is anything to do. `unasked` is why nothing was asked.
  package static func text(_ fault: CommandError, _ unasked: Unasked = .noTerminal) -> (error: Text, hint: Text?) {
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
    case .severalProviders(let ids) where ids.count == 1:
      (
        Text("It is not certain which provider this is.", "还不能确定是哪家服务商。"),
        Text("If it is this one, add: --provider \(ids[0])", "如果就是这一家，请加上：--provider \(ids[0])")
      )
    case .severalProviders(let ids):
      (
        Text("Several providers match.", "有多个服务商匹配。"),
        Text("Choose one: \(ids.joined(separator: ", "))", "请选择其中一个：\(ids.joined(separator: "、"))")
      )
    case .brand(let brand, _): (brand.question, Text("Choose one:", "请选择其中一个："))
    case .missingValue(let name): (Text("\(name) needs a value.", "\(name) 需要一个值。"), seeHelp)
    case .unwantedValue(let name): (Text("\(name) does not take a value.", "\(name) 后面不能写值。"), nil)
    case .givenTwice(let name): (Text("\(name) appears twice.", "\(name) 重复出现。"), nil)
    case .unwantedArgument(let text): (Text("Unexpected argument: \(safe(text))", "多余的参数：\(safe(text))"), seeHelp)
    case .misplacedOption(let option, let command):
      (
        Text("\(option) does not belong here: \(command) has no such option.", "\(option) 不能用在这里：\(command) 没有这个选项。"), seeHelp
      )
    case .missingArgument(let command, let expected, let example):
      (
        Text("\(command) needs \(expected.text.english).", "\(command) 后面要写\(expected.text.simplifiedChinese)。"),
        Text("For example: \(example)", "例如：\(example)")
      )
    case .badValue(let option, let value, let expected):
      (
        Text(
          "\(option): \(safe(value)) is not \(expected.text.english).",
          "\(option)：\(safe(value)) 无效，应为\(expected.text.simplifiedChinese)。"), nil
      )
    case .secretOnCommandLine:
      (
        Text(
          "A password never goes on the command line: every user of this computer could read it there.", "密码不能写在命令行里：本机的其他用户都能看到。"),
        Text(
          "Use --secret-from prompt, stdin, env:NAME, file:PATH, fd:N or command:PROGRAM.",
          "请用 --secret-from，可选 prompt、stdin、env:变量名、file:路径、fd:编号、command:程序。")
      )
    case .secretInVariable(let name):
      (
        Text("\(name) contains a password, which a variable for an option never may.", "\(name) 里含有密码，选项的环境变量里不能写密码。"),
        Text(
          "To take a password from a variable, name the variable: --secret-from env:NAME", "要从环境变量取得密码，请指明变量名：--secret-from env:变量名")
      )
    case .variable(let name, let error): inVariable(name, text(error))
    case .missingPair(let given, let other):
      (Text("\(given) also needs \(other): an account has two servers.", "使用 \(given) 时还要写 \(other)：一个账户有两台服务器。"), nil)
    case .conflict(let one, let other): (Text("Use either \(one) or \(other), not both.", "\(one) 和 \(other) 只能用一个。"), nil)
    case .missingInput(let option):
      (Text("\(option) is missing", "缺少 \(option)") + unasked.clause, nil)
    case .missingInputs(let options):
      (
        Text("\(Text.list(options).english) are missing", "缺少 \(Text.list(options).simplifiedChinese)") + unasked.clause, firstSteps
      )
    case .noProvider:
      (Text("--provider or --email is missing", "缺少 --provider 或 --email") + unasked.clause, firstSteps)
    case .address(let fault): (AddressSentence.text(fault), nil)
    case .mistypedAddress(let fault, let meant):
      (AddressSentence.text(fault), PromptSentence.didYouMean(meant.map(\.description)))
    case .unicodeDomain(let typed):
      (
        AddressSentence.unicode(typed),
        Text("If this is your address: --email \(typed.address)", "如果地址没有错，请写成：--email \(typed.address)")
      )
    case .unicodeServer(let name, let option, let server):
      (
        AddressSentence.server(name),
        Text("If this is your server: \(option) \(server)", "如果服务器没有错，请写成：\(option) \(server)")
      )
    case .similarDomain(let address, let domains):
      (
        AddressSentence.similar(address.domain, to: domains),
        Text(
          "Correct --email, or add --yes if \(address.domain) is right.", "请改正 --email；如果 \(address.domain) 没有错，请加 --yes。")
      )
    case .badCatalog(let path, let issue):
      (
        CatalogSentence.unusable(issue, Visible(path, limit: 120)),
        Text("To see all problems: setup catalog check FILE", "查看所有问题：setup catalog check 文件")
      )
    case .operation(let error): OperationErrorSentence.text(error)
    case .unnamedServers(let foreign, let call):
      (
        foreign.text
          + Text(
            " Your password would go to \(Text.list(foreign.names.map(\.description)).english), which this command does not name.",
            "密码将发送给 \(Text.list(foreign.names.map(\.description)).simplifiedChinese)，而这条命令没有指明这些服务器。"),
        Text("If these are the right servers, name them: \(call)", "如果服务器没有错，请在命令中指明：\(call)")
      )
    case .needsYes(let result):
      (
        DiscoverySentence.text(result)
          + Text(
            " Your password would go to \(Text.list(result.doubtfulHosts.map(\.description)).english)",
            "密码将发送给 \(Text.list(result.doubtfulHosts.map(\.description)).simplifiedChinese)")
          + DiscoverySentence.doubt(result),
        Text(
          "Check these servers. If they are right, add --yes, or name the provider with --provider.",
          "请核对这些服务器。没有问题就加 --yes，或用 --provider 指明服务商。")
      )
    case .undiscovered(let result): (DiscoverySentence.text(result), undiscovered(result))
    case .missingServer(let result, let missing, let call):
      (
        DiscoverySentence.text(result),
        Text("Give the \(missing.spoken) server too: \(call)", "请把 \(missing.spoken) 服务器也写上：\(call)")
      )
    case .timedOut: (KeySentence.timedOut, nil)
    case .interrupted: (FailureSentence.interrupted, nil)
    case .unusableAnswers: (DialogSentence.unusableAnswers, nil)
    case .left: (ResultSentence.nothingSaved, nil)
    case .export(let fault): ExportSentence.text(fault)
    case .writing(let fault): FileUpdateSentence.text(fault)
    case .takesNoPassword(let name, let mayAgree): (cannotVerify(name), mayAgree ? ExportSentence.agree : nil)
    case .noPage(let name): (QRCodeSentence.noPage(name), nil)
    case .qrCode(let error): (QRCodeSentence.text(error), nil)
    case .needsClientID(let provider): SignInSentence.needsClientID(provider)
    case .needsClientSecret(let name): SignInSentence.needsClientSecret(name)
    case .otherWays(let way, let ways):
      (
        Text("There is no sign-in with \(way.rawValue) here.", "这里不支持 \(way.rawValue) 登录方式。"),
        Text(
          "Use --sign-in with \(ways.map(\.rawValue).joined(separator: " or ")).",
          "请用 --sign-in，可选：\(ways.map(\.rawValue).joined(separator: "、"))。")
      )
    case .noConfiguration(let format, let places):
      (ImportSentence.noFile(format, places.map { Visible($0, limit: 120) }), ImportSentence.nameFile(format))
    case .noAccountFound(let file, let format, let found):
      (ImportSentence.noAccount(Visible(file, limit: 200), format), found.flatMap { ImportSentence.reasons($0, Visible(file, limit: 200)) })
    case .needsConsent(let change): (change.text(unasked), Text("To agree, add --yes.", "加 --yes 表示同意。"))
    case .needsOption(let option, let other):
      (Text("\(option) works only with \(other).", "\(option) 只能与 \(other) 一起使用。"), nil)
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
          "Remove them as root: chmod u-s,g-s and setcap -r on the file of setup.",
          "请以 root 身份对 setup 文件执行 chmod u-s,g-s 和 setcap -r。")
      )
    }
  }

  /// Returns the same for the conversation, in which an option is a question or an entry of a menu.
  package static func inConversation(_ fault: CommandError) -> (error: Text, hint: Text?) {
    guard case .operation(let error) = fault else { return text(fault) }
    if case .keeping(let reason) = error { return SecretStoreSentence.inConversation(reason) }
    if case .storing(let reason) = error { return SecretStoreSentence.inConversation(reason) }
    if case .oauth(let refused) = error { return OAuthFailure.inConversation(refused) }
    return text(fault)
  }

  private static func inVariable(_ name: String, _ about: (error: Text, hint: Text?)) -> (error: Text, hint: Text?) {
    (
      Text(same: name) + Text(": ", "：") + about.error,
      about.hint ?? Text("The value is from the environment: setup help environment", "这个值来自环境变量，见 setup help environment")
    )
  }

  /// Returns the error, the hint and the choices in one text, for a document that has one key for them.
  package static func explanation(_ fault: CommandError, _ unasked: Unasked = .noTerminal, in language: Language) -> String {
    let (error, hint) = text(fault, unasked)
    var sentences = [error, hint].compactMap { $0 }
    var fault = fault
    if case .variable(_, let error) = fault { fault = error }
    if case .brand(let brand, let providers) = fault {
      let choices = providers.map { provider in
        let line = BrandLine.text(provider, in: brand)
        return Text("\(provider.id) (\(line.english))", "\(provider.id)（\(line.simplifiedChinese)）")
      }
      sentences.append(Text(choices.map(\.english).joined(separator: "; "), choices.map(\.simplifiedChinese).joined(separator: "；")))
    }
    return Text.sentences(sentences)[language]
  }

  /// Returns the values that the user can choose from, one line for each.
  package static func choices(_ fault: CommandError) -> [Text] {
    if case .variable(_, let error) = fault { return choices(error) }
    guard case .brand(let brand, let providers) = fault else { return [] }
    let longest = providers.map(\.id.count).max() ?? 0
    return providers.map { provider in
      let call = "--provider \(provider.id)" + String(repeating: " ", count: longest - provider.id.count + 2)
      return Text(same: call) + BrandLine.text(provider, in: brand)
    }
  }

  /// Returns what to do about an address whose servers were not found out.
  private static func undiscovered(_ result: DiscoveryResult) -> Text {
    if !result.suggestions.isEmpty { return PromptSentence.didYouMean(result.suggestions.map(safe)) }
    switch result.source {
    case .nothing(.unanswered):
      return Text(
        "Try again when you are online, or give the servers: --imap HOST:PORT --smtp HOST:PORT",
        "请在联网后再试，或直接指定服务器：--imap 服务器:端口 --smtp 服务器:端口")
    case .nothing(.noSuchDomain(nil)): return Text("Check the spelling of the address.", "请检查地址有没有写错。")
    case .mx, .platform, .divided, .front, .published, .certificate, .nothing:
      return Text.sentences([DiscoverySentence.options(result.outsiders)].compactMap(\.self) + [PromptSentence.ownServers])
    }
  }

  private static let firstSteps = Text(
    "To list providers: setup providers. To try setup without an account: setup --provider demo",
    "查看服务商：setup providers。没有账户也能试用：setup --provider demo")

  private static func meant(_ word: String) -> Text { PromptSentence.didYouMean([word]) }

  private static let seeHelp = Text("For all options: setup --help", "查看全部用法：setup --help")

  private static func safe(_ text: String) -> String { Visible(text, limit: 80).text }

  package static let nothingVerified = Text(
    "Nothing was checked. To check an account, add --email and --secret-from.", "没有验证。要验证账户，请加 --email 和 --secret-from。")

  /// The same for a provider that accepts no password. The ways follow.
  package static let nothingVerifiedWithoutPassword = Text(
    "Nothing was checked. To check an account, add --email and a way to sign in:", "没有验证。要验证账户，请加 --email 和登录方式：")

  package static func cannotVerify(_ name: Text) -> Text {
    Text(
      "\(name.english) does not accept passwords from mail clients.",
      Chinese.sentence("\(Chinese.inside(name.simplifiedChinese))不支持邮件客户端用密码登录。"))
  }
}
